### Sa Kyr menm di an kreyòl ayisyen. Tèks sou sijè yo nan content/text/ht.
### Chak mesaj `command-…` bay lis mo ki rele yon kòmand, ak vigil ant yo.

## Premye kontak ak èd

greeting = Bonjou. Mwen se Kyr. Mwen reponn kesyon sou dwa ou devan ICE ak lapolis, sou jan yo jwenn moun, ak sou jan pou ou pwoteje telefòn ou ak done ou.
greeting-hint = { $manner ->
        [buttons] Poze kesyon ou ak pwòp mo ou, ak /mande. Si sa ap pase kounye a, sèvi ak /ijans. Si gen danje, rele 911.
       *[words] Poze kesyon ou ak pwòp mo ou. Ekri “èd” pou wè kòmand yo. Si sa ap pase kounye a, ekri “ijans”. Si gen danje, rele 911.
    }
help-title = Kijan pou sèvi ak Kyr
help-ask = Poze kesyon ou ak pwòp mo ou, nan yon sèl fraz. Pa egzanp: èske ICE ka antre lakay mwen?
help-menu = { $manner ->
        [buttons] /dwa: tout sijè yo.
       *[words] meni: tout sijè yo. sijè NON SIJÈ A: youn ladan yo.
    }
help-more = { $manner ->
        [buttons] Bouton anba yon repons montre lalwa ak detay yo, ki kote repons lan soti, ak lòt sijè.
       *[words] plis: lalwa ak detay dènye repons lan. sous: ki kote li soti.
    }
help-hotlines = { $manner ->
        [buttons] /liy-èd: moun ki ka ede, nan eta ou tou. Li sonje eta ou.
       *[words] liy, oswa liy NON ETA OU: moun ki ka ede.
    }
help-region = { $manner ->
        [buttons] /ijans: etap ki pi kout yo lè sa ap pase kounye a.
       *[words] eta NON ETA OU: ajoute sa ki espesyal nan eta ou.
    }
help-language = { $manner ->
        [buttons] /lang: chanje lang lan.
       *[words] lang NON LANG LAN: chanje lang lan.
    }
help-privacy = { $manner ->
        [buttons] /vi-prive: sa mwen kenbe sou ou.
       *[words] vi prive: sa mwen kenbe sou ou.
    }
help-forget = { $manner ->
        [buttons] Bouton anba /vi-prive efase sa mwen kenbe sou ou.
       *[words] bliye m: efase l.
    }
help-about = { $manner ->
        [buttons] /sou-kyr: ki moun ki ekri repons yo.
       *[words] sou kyr: ki moun ki ekri repons yo.
    }

## Meni ak chwa

menu-title = Sa mwen ka reponn
menu-hint = { $manner ->
        [buttons] Chwazi yon seksyon anba a, oswa poze kesyon ou ak pwòp mo ou, ak /mande.
       *[words] Ekri yon nimewo pou ouvri yon seksyon, oswa poze kesyon ou ak pwòp mo ou.
    }
section-hint = { $manner ->
        [buttons] Chwazi yon sijè anba a.
       *[words] Ekri yon nimewo oswa yon non pou ouvri yon sijè.
    }
choices-title = Kilès nan sa yo ou vle di?
choices-hint = { $manner ->
        [buttons] Chwazi anba a. Okenn ladan yo? Poze kesyon an ankò ak lòt mo, oswa sèvi ak /liy-èd pou jwenn moun ki ka ede.
       *[words] Ekri nimewo a. Okenn ladan yo? Di l ak lòt mo, oswa ekri “liy” pou jwenn moun ki ka ede.
    }
not-covered-title = Mwen pa gen repons verifye pou sa
not-covered = Mwen bay sèlman repons moun ekri epi verifye. Kidonk mwen p ap devine.
not-covered-hint = { $manner ->
        [buttons] Di l ak lòt mo, chwazi anba a pou wè sa mwen ka reponn, oswa mande moun èd.
       *[words] Di l ak lòt mo, ekri yon nimewo pou wè sa mwen ka reponn, oswa mande moun èd.
    }
unserved = Mwen poko pale { $language }. Mwen ka reponn an: { $languages }.
now-hint = { $manner ->
        [buttons] Si sa ap pase kounye a, sèvi ak /ijans.
       *[words] Si sa ap pase kounye a, ekri “ijans”.
    }

## Repons

disclaimer = Se enfòmasyon jeneral, se pa konsèy legal.
reviewed = Dènye verifikasyon: { $date }.
overdue = Dat limit pou verifye repons sa a te { $date }. Gen pati ki ka pa ajou ankò: verifye ak yon avoka oswa yon liy èd.
withdrawn = Y ap verifye repons sa a paske li ka pa ajou ankò. Se poutèt sa mwen pa montre l. Tanpri, chèche moun ki ka ede:
machine-translation = Yon machin tradui sa; poko gen moun ki verifye l. { $manner ->
        [buttons] Bouton anba a montre tèks angle a.
       *[words] Pou wè tèks angle a, ekri “English”.
    }
person-translation = Yon moun tradui sa; yon dezyèm moun poko verifye l. { $manner ->
        [buttons] Bouton anba a montre tèks angle a.
       *[words] Pou wè tèks angle a, ekri “English”.
    }
not-translated = Repons sa a poko tradui; men li an angle.
stale-translation = Tèks angle a chanje depi yo te fè tradiksyon sa a. { $manner ->
        [buttons] Bouton anba a montre dènye tèks la an angle.
       *[words] Pou wè dènye tèks la, ekri “English”.
    }
label-say = Sa ou ka di an angle
label-meaning = ({ $meaning })
label-sounds = li sonnen konsa: { $sounds }
label-law = Sa lalwa di
label-practice = Sa ki pase nan reyalite
label-details = Plis
label-region = Nan { $region }
label-correction = Koreksyon ({ $date })
label-sources = Sous
label-contacts = Ki moun ki ka ede
label-related = Gade tou
label-terms = Mo
label-hours = orè: { $hours }
label-languages = lang: { $languages }
label-government = se gouvènman an ki okipe l
source-line = { $publisher }, “{ $title }”, { $date }
undated = san dat
date = { $day } { $month ->
        [1] janvye
        [2] fevriye
        [3] mas
        [4] avril
        [5] me
        [6] jen
        [7] jiyè
        [8] out
        [9] septanm
        [10] oktòb
        [11] novanm
       *[12] desanm
    } { $year }
month-only = { $month ->
        [1] janvye
        [2] fevriye
        [3] mas
        [4] avril
        [5] me
        [6] jen
        [7] jiyè
        [8] out
        [9] septanm
        [10] oktòb
        [11] novanm
       *[12] desanm
    } { $year }
more-hint = { $manner ->
        [buttons] Bouton “Plis” montre lalwa ak detay yo.
       *[words] Ekri “plis” pou wè lalwa ak detay yo.
    }
more-nothing = Poko gen yon repons pou m di plis sou li. Poze yon kesyon anvan.
no-further = Pa gen anyen anplis sou sijè sa a: ou wè tout deja.

## Mesaj ki gen twòp bagay ladan yo

remove-title = Tanpri, efase mesaj ou a
remove = Mesaj ou a sanble gen { $kinds } ladan l. Pou sekirite ou, efase l. Mwen pa kenbe l.
kind-a-number = yon A-number
kind-ssn = yon nimewo Social Security
kind-phone = yon nimewo telefòn
kind-address = yon adrès kay

## Liy èd

hotlines-title = Moun ki ka ede, nenpòt kote Etazini
hotlines-region-title = Moun ki ka ede nan { $region }
hotlines-nationwide = Nenpòt kote Etazini
hotlines-none = Mwen poko gen yon nimewo lokal verifye pou { $region }.
hotlines-hint = { $manner ->
        [buttons] Pou eta ou, sèvi ak /liy-èd epi chwazi l.
       *[words] Pou eta ou, ekri “liy” ak non l, pa egzanp: liy Illinois.
    }

## Reglaj ak enfòmasyon

language-set = M ap reponn an { $language }.
language-list = Lang: { $languages }. { $manner ->
        [buttons] Chwazi youn ak /lang.
       *[words] Ekri “lang” ak youn ladan yo.
    }
language-unknown = Mwen pa gen lang sa a. Lang mwen genyen: { $languages }.
region-set = M ap ajoute sa ki espesyal nan { $region }.
region-none = { $manner ->
        [buttons] Chwazi eta ou ak /liy-èd.
       *[words] Ekri “eta” ak eta ou, pa egzanp: eta Kalifòni.
    }
region-unknown = { $manner ->
        [buttons] Mwen pa konnen eta sa a. Chwazi youn nan lis la.
       *[words] Mwen pa konnen eta sa a. Ekri non an oswa de lèt yo, pa egzanp: eta CA.
    }
forgotten = Sa fèt. Mwen bliye lang ou, eta ou ak konvèsasyon nou an.
privacy-title = Sa mwen kenbe sou ou
privacy-kept = Mwen pa sere ni anrejistre sa ou ekri. Mwen kenbe sijè n ap pale a nan memwa kèk minit. Si ou chwazi yon lang oswa yon eta, mwen sere chwa sa a anba yon kle brase, pa anba non ou.
privacy-platform = Aplikasyon kote ou ekri a, moun ki ka li kanal la oswa sal la, ak telefòn ou ka kenbe mesaj ou yo. Pa ekri non, adrès, A-number ni nimewo telefòn isit la.
privacy-forget = { $manner ->
        [buttons] Bouton “Bliye m” efase sa mwen kenbe.
       *[words] Ekri “bliye m” (oswa “forget me”) pou efase sa mwen kenbe.
    }
about-title = Sou Kyr
about = Se moun ki ekri repons mwen yo, ki verifye yo ak sous epi ki mete dat sou yo. Mwen pa janm envante repons. Mwen pa avoka.
about-pack = Tèks: { $pack }, vèsyon { $version }, { $topics } sijè. Lang: { $languages }.
trouble = { $manner ->
        [buttons] Gen yon bagay ki pa mache bò kote pa m. Tanpri, poze kesyon an ankò, oswa sèvi ak /liy-èd.
       *[words] Gen yon bagay ki pa mache bò kote pa m. Tanpri, poze kesyon an ankò, oswa ekri “liy”.
    }
too-many = { $manner ->
        [buttons] Gen anpil kesyon an menm tan: tanpri, tann kèk segonn epi poze kesyon an ankò; /ijans ak /liy-èd toujou mache.
       *[words] Gen anpil kesyon an menm tan: tanpri, tann kèk segonn epi poze kesyon an ankò; “ijans” ak “liy” toujou jwenn repons.
    }
welcome = Mwen la si ou gen yon lòt kesyon.

## Sal yo

room-privacy = Mwen pa sere sa ou ekri isit la. Manm sal sa a ak sèvè li yo ka kenbe l. Kidonk pa ekri non, adrès ni A-number.
room-how-to-ask = Nan sal sa a, mansyone m, reponn mesaj mwen, oswa kòmanse ak { $prefix }.
only-text = Mwen ka li tèks sèlman. Tanpri, ekri kesyon ou ak mo.
unreadable = Mwen pa t ka li mesaj ou a: kle pou ouvri l la pa rive jwenn mwen. Tanpri, voye l yon lòt fwa.
settings-title = Reglaj sal sa a
settings-language-line = Lang: { $language }
settings-region-line = Eta: { $region }
settings-answers-line = Repons: { $answers }
settings-addressed-meaning = sèlman lè yo pale ak mwen dirèk
settings-clear-meaning = tou lè gen yon kesyon klè yo pa voye ban mwen
settings-unset = poko chwazi
settings-saved = Sa fèt.
settings-refused = Se moderatè sal sa a sèlman ki ka chanje reglaj li yo. Ou ka chwazi pa ou yo: ekri “lang” oswa “eta”.
settings-unknown = Mwen pa konprann reglaj sa a.
settings-hint = Moderatè yo ka ekri, pa egzanp: “reglaj lang panyòl”, “reglaj eta CA”, “reglaj repons klè” oswa “reglaj repons dirèk”.

## Mo ki rele yon kòmand

command-help = èd, ed, kòmand, kòmand yo, komand, kòmanse, bonjou, bonswa, alo, sak pase, sa k pase, kijan ou ye, kijan w ye, kouman ou ye, kouman w ye, ki jan ou ye, kijan sa mache, ki jan sa mache, kijan pou m sèvi ak kyr, help, commands, start, hi, hello
command-menu = meni, meni an, montre meni an, lis, lis sijè, lis sijè yo, sijè yo, tout sijè, tout sijè yo, lòt sijè, kisa ou ka fè, kisa w ka fè, sa ou ka fè, sa w ka fè, kisa m ka mande, kisa m ka mande ou, kisa mwen ka mande, kisa ou ka reponn, menu, main menu, topics, list, what can you do
command-topic = sijè, sije, ouvri sijè, louvri sijè, montre sijè, topic, open, show
command-language = lang, lang yo, ki lang, ki lang ou pale, ki lang w pale, chanje lang, chanje lang lan, chanje lang nan, reponn an, reponn m an, reponn mwen an, pale avè m an, pale ak mwen an, tradui an, ou pale, w pale, ou ka pale, w ka pale, èske ou pale, èske w pale, èske ou ka pale, èske w ka pale, mwen pale, m pale, language, languages, change language, speak, answer in
command-region = eta, eta a, eta mwen, eta m, eta pa m, nan eta, rejyon, mwen abite nan eta, m abite nan eta, mwen rete nan eta, m rete nan eta, mwen nan eta, m nan eta, mwen abite nan, m abite nan, mwen abite, m abite, mwen rete nan, m rete nan, mwen rete, m rete, mwen nan, m nan, state, region, my state, i live in
command-hotlines = liy, liy yo, liy eta, liy nan eta, liy pou eta, liy èd nan eta, liy èd, liy ed, liy èd yo, liy dèd, nimewo telefòn, nimewo telefòn yo, nimewo telefon, repons rapid, ki moun ki ka ede, ki moun ki ka ede m, kiyès ki ka ede, kiyès ki ka ede m, moun ki ka ede, moun ki ka ede m, hotlines, hotline, phone numbers, who can help, who can help me
command-more = plis, di m plis, di mwen plis, di plis, plis detay, detay, detay yo, plis enfòmasyon, plis enfo, kontinye, lalwa, kisa lalwa di, sa lalwa di, more, tell me more, details, more details, go on
command-sources = sous, sous yo, ki sous, montre sous yo, kote sa soti, ki kote sa soti, kote ou jwenn sa, ki kote ou jwenn sa, ki kote w jwenn sa, ki moun ki di sa, kiyès ki di sa, kijan ou fè konnen, kijan w fè konnen, kijan ou konnen, prèv, prev, sources, source, who says that, how do you know
command-privacy = vi prive, konfidansyalite, done mwen, done m, done m yo, enfòmasyon mwen, kisa ou kenbe sou mwen, kisa w kenbe sou mwen, sa ou kenbe sou mwen, kisa ou sere sou mwen, kisa ou konnen sou mwen, kisa w konnen sou mwen, privacy, my data, what do you store, what do you know about me
command-forget = bliye m, bliye mwen, bliyem, efase done mwen, efase done m, efase done m yo, efase enfòmasyon mwen, efase m, efase mwen, forget me, forget, delete my data, delete me, erase me
command-about = sou kyr, konsènan kyr, konsènan, ki moun ou ye, ki moun w ye, kiyès ou ye, kiyès w ye, kisa ou ye, kisa w ye, kisa kyr ye, ki moun ki fè ou, ki moun ki fè w, kiyès ki fè ou, ki moun ki kreye ou, ki moun ki ekri repons yo, vèsyon, about, who are you, who made you, what is kyr
command-thanks = mèsi, mesi, mèsi anpil, mesi anpil, mèsi bokou, gwo mèsi, mèsi kyr, ok mèsi, wi mèsi, mèsi pou èd ou, mèsi pou èd la, sa ede m, sa ede m anpil, dakò, dako, oke, wi, anfòm, mwen konprann, m konprann, babay, orevwa, n a wè, bondye beni ou, bondye beni w, ke bondye beni ou, thanks, thank you, ok, bye, god bless you
command-none = okenn, okenn ladan yo, okenn nan yo, pa youn, pa youn ladan yo, pa gen youn ladan yo, anyen nan sa, pa sa, non, 0, none, none of these, none of them, neither
# Premye a se li moun wè. Nan yon sal, yon mesaj ki kòmanse ak youn ladan yo se pou Kyr.
command-prefix = !kyr, !dwa
command-settings = reglaj, reglaj yo, reglaj sal la, paramèt, settings
settings-answers = repons, repons yo
settings-clear = klè, kesyon klè, kle
settings-addressed = dirèk, direk, sèlman dirèk, kesyon dirèk

## Mo pou sa mwen pwopoze, selon plas li

first = youn, premye, premye a, nimewo en, nimewo 1, opsyon 1, opsyon en, one, first, the first one
second = de, dezyèm, dezyèm nan, nimewo de, nimewo 2, opsyon 2, opsyon de, two, second, the second one
third = twa, twazyèm, twazyèm nan, nimewo twa, nimewo 3, opsyon 3, opsyon twa, three, third, the third one
fourth = kat, katriyèm, katriyèm nan, dènye a, nimewo kat, nimewo 4, opsyon 4, opsyon kat, four, fourth, the fourth one, the last one

## Ti mo ki bò kote non yon lang oswa yon eta

fillers = avèk mwen, ak mwen, avè m, nan, an, pou, toupre, bò, bò kote, pale, sèlman, la, a, tanpri, souple, silvouplè, svp, kounye a, koulye a, kounye, koulye, please

## Kòmansman kesyon sou sans yon mo, sa ki pi long yo anvan

what-is = kisa mo sa a vle di, esplike m kisa yon, ki sa ki rele yon, esplike m sa yon, kisa yo rele yon, kisa ki rele yon, ki siyifikasyon, sa yo rele yon, esplike m kisa, kisa sa vle di, sa ki rele yon, ki sa yo rele, ki sa ki rele, sa sa vle di, siyifikasyon, kisa yo rele, kisa ki rele, sa sa ye yon, esplike m sa, kisa ki yon, what is the, definisyon, eksplike m, pale m sou, ki moun ki, sa ki rele, sa yo rele, what is an, meaning of, pale m de, sa vle di, ki sa yon, esplike m, di m kisa, what is a, what does, kiyès ki, ki sa ki, sa sa ye, kisa yon, what are, kisa ki, what is, whats a, explain, defini, what's, who is, define, ki sa, whats, kisa
what-is-end = ye, vle di, kisa li ye, ki sa li ye, kisa sa ye, sa li ye, sa l ye, vle di kisa, souple, tanpri
