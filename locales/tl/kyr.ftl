### Ang sinasabi mismo ni Kyr sa Tagalog. Nasa content/text/tl ang mga teksto tungkol sa mga paksa.
### Bawat mensaheng `command-…` ay listahan ng mga salitang tumatawag sa isang command, may kuwit sa pagitan.

## Unang pagkikita at tulong

greeting = Kumusta po. Ako si Kyr. Sumasagot ako sa mga tanong tungkol sa mga karapatan ninyo sa ICE at pulis, kung paano nahahanap ang mga tao, at kung paano mapapanatiling ligtas ang cellphone at data ninyo.
greeting-hint = { $manner ->
        [buttons] Magtanong sa sarili ninyong salita gamit ang /ask. Kung nangyayari na ito ngayon, gamitin ang /emergency. Kung may panganib, tumawag sa 911.
       *[words] Magtanong sa sarili ninyong salita. Isulat ang “tulong” para makita ang mga command. Kung nangyayari na ito ngayon, isulat ang “emergency”. Kung may panganib, tumawag sa 911.
    }
help-title = Paano gamitin si Kyr
help-ask = Magtanong sa sarili ninyong salita, sa isang pangungusap. Halimbawa: puwede bang pumasok ang ICE sa bahay ko?
help-menu = { $manner ->
        [buttons] /rights: lahat ng paksa.
       *[words] menu: lahat ng paksa. paksa PANGALAN: isa sa mga ito.
    }
help-more = { $manner ->
        [buttons] Ipinapakita ng mga button sa ilalim ng sagot ang batas at mga detalye, kung saan ito galing, at ibang paksa.
       *[words] higit pa: ang batas at mga detalye ng huling sagot. pinagkunan: kung saan ito galing.
    }
help-hotlines = { $manner ->
        [buttons] /hotlines: mga taong makakatulong, pati sa estado ninyo. Tinatandaan nito ang estado ninyo.
       *[words] hotline, o hotline ESTADO: mga taong makakatulong.
    }
help-region = { $manner ->
        [buttons] /emergency: ang pinakamaikling mga hakbang kapag nangyayari na ito ngayon.
       *[words] estado PANGALAN: isinasama ang mga bagay na para sa estado ninyo.
    }
help-language = { $manner ->
        [buttons] /language: pinapalitan ang wika.
       *[words] wika PANGALAN: pinapalitan ang wika.
    }
help-privacy = { $manner ->
        [buttons] /privacy: kung ano ang tinatandaan ko tungkol sa inyo.
       *[words] privacy: kung ano ang tinatandaan ko tungkol sa inyo.
    }
help-forget = { $manner ->
        [buttons] Binubura ng button sa ilalim ng /privacy ang tinatandaan ko tungkol sa inyo.
       *[words] kalimutan mo ako: binubura ito.
    }
help-about = { $manner ->
        [buttons] /about: kung sino ang sumusulat ng mga sagot.
       *[words] tungkol kay Kyr: kung sino ang sumusulat ng mga sagot.
    }

## Menu at mga pagpipilian

menu-title = Ang mga masasagot ko
menu-hint = { $manner ->
        [buttons] Pumili ng seksiyon sa ibaba, o magtanong sa sarili ninyong salita gamit ang /ask.
       *[words] Isulat ang numero para buksan ang isang seksiyon, o magtanong sa sarili ninyong salita.
    }
section-hint = { $manner ->
        [buttons] Pumili ng paksa sa ibaba.
       *[words] Isulat ang numero o pangalan para buksan ang isang paksa.
    }
choices-title = Alin po sa mga ito ang tinatanong ninyo?
choices-hint = { $manner ->
        [buttons] Pumili sa ibaba. Wala sa mga ito? Magtanong ulit sa ibang salita, o gamitin ang /hotlines para makausap ang mga taong makakatulong.
       *[words] Isulat ang numero. Wala sa mga ito? Sabihin sa ibang salita, o isulat ang “hotline” para makausap ang mga taong makakatulong.
    }
not-covered-title = Wala akong nasuring sagot para diyan
not-covered = Ibinibigay ko lang ang mga sagot na isinulat at sinuri ng mga tao, kaya hindi ako manghuhula.
not-covered-hint = { $manner ->
        [buttons] Sabihin sa ibang salita, pumili sa ibaba para makita ang mga masasagot ko, o lumapit sa mga taong makakatulong.
       *[words] Sabihin sa ibang salita, isulat ang isang numero para makita ang mga masasagot ko, o lumapit sa mga taong makakatulong.
    }
unserved = Hindi pa ako marunong ng { $language }. Makakasagot ako sa: { $languages }.
now-hint = { $manner ->
        [buttons] Kung nangyayari na ito ngayon, gamitin ang /emergency.
       *[words] Kung nangyayari na ito ngayon, isulat ang “emergency”.
    }

## Mga sagot

disclaimer = Pangkalahatang impormasyon ito, hindi payong legal.
reviewed = Huling sinuri: { $date }.
overdue = Dapat nasuri na ulit ang sagot na ito pagsapit ng { $date }. Baka luma na ang ilang bahagi: tiyakin sa abogado o hotline.
withdrawn = Sinusuri ulit ang sagot na ito dahil baka luma na, kaya hindi ko ito ipinapakita. Lumapit po sa mga taong makakatulong:
machine-translation = Isinalin ng computer, hindi pa nasusuri ng tao. { $manner ->
        [buttons] Ipinapakita ng button sa ibaba ang tekstong English.
       *[words] Para sa tekstong English, isulat ang “English”.
    }
person-translation = Isinalin ng isang tao, hindi pa nasusuri ng pangalawa. { $manner ->
        [buttons] Ipinapakita ng button sa ibaba ang tekstong English.
       *[words] Para sa tekstong English, isulat ang “English”.
    }
not-translated = Hindi pa naisasalin ang sagot na ito; narito ito sa English.
stale-translation = Nagbago ang tekstong English pagkatapos gawin ang saling ito. { $manner ->
        [buttons] Ipinapakita ng button sa ibaba ang pinakabagong teksto sa English.
       *[words] Para sa pinakabagong teksto, isulat ang “English”.
    }
label-say = Ang puwede ninyong sabihin sa English
label-meaning = ({ $meaning })
label-sounds = bigkas: { $sounds }
label-law = Ang sabi ng batas
label-practice = Ang nangyayari sa totoong buhay
label-details = Higit pa
label-region = Sa { $region }
label-correction = Pagtatama ({ $date })
label-sources = Mga pinagkunan
label-contacts = Sino ang makakatulong
label-related = Tingnan din
label-terms = Mga salita
label-hours = oras: { $hours }
label-languages = mga wika: { $languages }
label-government = pinatatakbo ng gobyerno
source-line = { $publisher }, “{ $title }”, { $date }
undated = walang petsa
date = { $month ->
        [1] Enero
        [2] Pebrero
        [3] Marso
        [4] Abril
        [5] Mayo
        [6] Hunyo
        [7] Hulyo
        [8] Agosto
        [9] Setyembre
        [10] Oktubre
        [11] Nobyembre
       *[12] Disyembre
    } { $day }, { $year }
month-only = { $month ->
        [1] Enero
        [2] Pebrero
        [3] Marso
        [4] Abril
        [5] Mayo
        [6] Hunyo
        [7] Hulyo
        [8] Agosto
        [9] Setyembre
        [10] Oktubre
        [11] Nobyembre
       *[12] Disyembre
    } { $year }
more-hint = { $manner ->
        [buttons] Ipinapakita ng button na “Higit pa” ang batas at mga detalye.
       *[words] Isulat ang “higit pa” para sa batas at mga detalye.
    }
more-nothing = Wala pang sagot na madadagdagan ko. Magtanong po muna.
no-further = Wala nang iba pa sa paksang ito maliban sa nakita na ninyo.

## Mga mensaheng masyadong maraming laman

remove-title = Pakibura po ang mensahe ninyo
remove = Mukhang may { $kinds } sa mensahe ninyo. Para sa kaligtasan ninyo, burahin ito. Hindi ako nagtabi ng kopya.
kind-a-number = A-number
kind-ssn = Social Security number
kind-phone = numero ng telepono
kind-address = address ng kalye

## Mga hotline

hotlines-title = Mga taong makakatulong, saanman sa United States
hotlines-region-title = Mga taong makakatulong sa { $region }
hotlines-nationwide = Saanman sa United States
hotlines-none = Wala pa akong nasuring lokal na numero para sa { $region }.
hotlines-hint = { $manner ->
        [buttons] Para sa estado ninyo, gamitin ang /hotlines at piliin ito.
       *[words] Para sa estado ninyo, isulat ang “hotline” at ang pangalan nito, halimbawa: hotline Illinois.
    }

## Mga setting at impormasyon

language-set = Sasagot ako sa { $language }.
language-list = Mga wika: { $languages }. { $manner ->
        [buttons] Pumili ng isa gamit ang /language.
       *[words] Isulat ang “wika” at ang isa sa mga ito.
    }
language-unknown = Wala akong wikang iyan. Mga wika: { $languages }.
region-set = Isasama ko ang mga bagay na para sa { $region }.
region-none = { $manner ->
        [buttons] Piliin ang estado ninyo gamit ang /hotlines.
       *[words] Isulat ang “estado” at ang estado ninyo, halimbawa: estado California.
    }
region-unknown = { $manner ->
        [buttons] Hindi ko kilala ang estadong iyan. Pumili ng isa sa listahan.
       *[words] Hindi ko kilala ang estadong iyan. Isulat ang pangalan o ang dalawang letra, halimbawa: estado CA.
    }
forgotten = Tapos na. Kinalimutan ko na ang wika ninyo, ang estado ninyo at ang usapan natin.
privacy-title = Ang tinatandaan ko tungkol sa inyo
privacy-kept = Hindi ko sine-save at hindi ko itinatala ang isinusulat ninyo. Nasa memory ko nang ilang minuto ang paksang pinag-uusapan natin. Kung pumili kayo ng wika o estado, sine-save ko ang pinili sa ilalim ng isang code, hindi ng pangalan ninyo.
privacy-platform = Maaaring may kopya ng mga mensahe ninyo ang app na ginagamit ninyo, ang sinumang nakakabasa sa channel o room, at ang cellphone ninyo. Huwag isulat dito ang mga pangalan, address, A-number o numero ng telepono.
privacy-forget = { $manner ->
        [buttons] Binubura ng button na “Kalimutan mo ako” ang hawak ko.
       *[words] Isulat ang “kalimutan mo ako” para burahin ang hawak ko.
    }
about-title = Tungkol kay Kyr
about = Mga tao ang sumusulat ng mga sagot ko. Inihahambing nila ang mga ito sa mga pinagkunan at nilalagyan ng petsa. Hindi ako kailanman nag-iimbento ng sagot. Hindi ako abogado.
about-pack = Mga teksto: { $pack }, bersiyon { $version }, { $topics } paksa. Mga wika: { $languages }.
trouble = { $manner ->
        [buttons] May naging problema sa panig ko. Magtanong po ulit, o gamitin ang /hotlines.
       *[words] May naging problema sa panig ko. Magtanong po ulit, o isulat ang “hotline”.
    }
too-many = { $manner ->
        [buttons] Maraming tanong nang sabay-sabay: maghintay po ng ilang segundo at magtanong ulit; laging gumagana ang /emergency at /hotlines.
       *[words] Maraming tanong nang sabay-sabay: maghintay po ng ilang segundo at magtanong ulit; laging sinasagot ang “emergency” at “hotline”.
    }
welcome = Nandito lang ako kung may iba pa kayong tanong.

## Mga room

room-privacy = Hindi ko sine-save ang isinusulat ninyo rito. Maaaring may kopya ang mga miyembro ng room na ito at ang mga server nito, kaya huwag isulat ang mga pangalan, address o A-number.
room-how-to-ask = Sa room na ito, i-mention ako, mag-reply sa akin, o magsimula sa { $prefix }.
only-text = Teksto lang ang nababasa ko. Pakisulat po ang tanong ninyo.
unreadable = Hindi ko nabasa ang mensahe ninyo: hindi nakarating sa akin ang key nito. Pakipadala po ulit.
settings-title = Mga setting ng room na ito
settings-language-line = Wika: { $language }
settings-region-line = Estado: { $region }
settings-answers-line = Mga sagot: { $answers }
settings-addressed-meaning = kapag tinatawag lang ako
settings-clear-meaning = pati sa malinaw na tanong kahit hindi ako tinatawag
settings-unset = hindi pa napipili
settings-saved = Tapos na.
settings-refused = Mga moderator lang ng room na ito ang puwedeng magpalit ng mga setting nito. Puwede ninyong piliin ang sa inyo: isulat ang “wika” o “estado”.
settings-unknown = Hindi ko naintindihan ang setting na ito.
settings-hint = Puwedeng isulat ng mga moderator, halimbawa: “settings wika Spanish”, “settings estado CA”, “settings sagot malinaw” o “settings sagot kapag tinawag”.

## Mga salitang tumatawag sa isang command

command-help = tulong, patulong, paki tulong, pakitulong, mga command, command, simula, simulan, umpisa, umpisahan, paano gamitin, paano ito gamitin, pano gamitin, paano to gamitin, paano gamitin ito, paano gumagana ito, paano ito gumagana, kumusta, kamusta, kumusta kayo, kumusta ka, kamusta ka, magandang umaga, magandang tanghali, magandang hapon, magandang gabi, magandang araw, help, commands, start, hi, hello
command-menu = menu, listahan, listahan ng paksa, listahan ng mga paksa, mga paksa, lahat ng paksa, ibang paksa, iba pang paksa, ipakita ang menu, ipakita ang listahan, ipakita ang mga paksa, ano ang kaya mong gawin, ano kaya mong gawin, anong kaya mong gawin, ano ang puwede kong itanong, ano ang pwede kong itanong, anong puwede kong itanong, anong pwede kong itanong, ano pwede itanong, ano ang mga masasagot mo, ano ang masasagot mo, main menu, topics, list, what can you do
command-topic = paksa, ang paksa, tungkol sa paksa, buksan ang paksa, ipakita ang paksa, tungkol sa, topic, open, show
command-language = wika, mga wika, ang wika, lengguwahe, lenggwahe, linggwahe, anong wika, palitan ang wika, baguhin ang wika, magpalit ng wika, palitan ng, lumipat sa, sumagot ka sa, sumagot kayo sa, sagutin mo ako sa, sagutin ninyo ako sa, sagutin nyo ako sa, sagot sa, magsalita ka ng, magsalita kayo ng, mag, pwede ka bang mag, puwede ka bang mag, marunong ka ba ng, marunong ka bang mag, marunong ba kayo ng, nagsasalita ka ba ng, nagsasalita ako ng, isalin sa, i-translate sa, i-translate mo sa, language, languages, change language, speak
command-region = estado, estado ko, ang estado ko, estado namin, taga, nasa, nakatira ako sa, nakatira kami sa, nakatira sa, nandito ako sa, nandito kami sa, andito ako sa, nasa estado ng, sa estado ng, state, region, my state
command-hotlines = hotline, hotlines, mga hotline, numero ng hotline, mga numero ng hotline, numero, mga numero, numero ng telepono, mga numero ng telepono, numerong matatawagan, mga numerong matatawagan, numerong tatawagan, sino ang makakatulong, sino makakatulong, sino ang makakatulong sa akin, sino ang makakatulong sa amin, sino ang puwedeng tumulong, sino ang pwedeng tumulong, sino pwede tumulong, sino ang matatawagan, sino ang matatawagan ko, sino ang tatawagan ko, sino tatawagan ko, phone numbers, who can help, rapid response
command-more = higit pa, dagdag, dagdag pa, dagdagan, dagdagan mo pa, ano pa, iba pa, may iba pa ba, meron pa ba, mayroon pa ba, sabihin mo pa, detalye, mga detalye, iba pang detalye, ituloy, ituloy mo, tuloy, magpatuloy, sige pa, ang batas, ano ang sabi ng batas, ano sabi ng batas, anong sabi ng batas, more, tell me more, details, go on
command-sources = pinagkunan, mga pinagkunan, pinagmulan, saan galing, saan galing ito, saan ito galing, saan galing yan, saan galing iyan, saan iyan galing, saan mo nakuha, saan mo nakuha yan, saan mo nakuha iyan, saan mo nakuha ito, sino ang may sabi, sino may sabi, sino ang may sabi niyan, sino may sabi nyan, sinong may sabi, paano mo alam, paano mo nalaman, pano mo nalaman, patunay, sources, source, proof
command-privacy = privacy, data ko, ang data ko, ang impormasyon ko, impormasyon ko, ano ang tinatandaan mo, ano ang tinatandaan mo tungkol sa akin, ano ang alam mo tungkol sa akin, ano alam mo tungkol sa akin, anong alam mo tungkol sa akin, ano ang sine-save mo, ano ang sinesave mo, ano ang hawak mo tungkol sa akin, my data, what do you store, what do you know about me
command-forget = kalimutan mo ako, kalimutan mo na ako, kalimutan ako, kalimutan nyo ako, kalimutan ninyo ako, kalimutan mo na ko, kalimutan mo ko, kalimutan mo kami, kalimutan, burahin mo ako, burahin ang data ko, burahin mo ang data ko, burahin ang impormasyon ko, burahin mo ang impormasyon ko, tanggalin ang data ko, i-delete ang data ko, i-delete mo ang data ko, idelete mo ako, forget me, forget, delete my data, delete me
command-about = tungkol kay kyr, tungkol sa iyo, tungkol sayo, sino ka, sino ka ba, sino kayo, sino po kayo, ano ka, ano ka ba, sino si kyr, ano ang kyr, ano si kyr, sino ang gumawa sa iyo, sino gumawa sayo, sinong gumawa sayo, sino ang gumawa nito, sino gumawa nito, sino ang sumusulat ng mga sagot, sino ang nagpapatakbo nito, tao ka ba, robot ka ba, bot ka ba, abogado ka ba, bersiyon, bersyon, about, who are you, what is kyr, version
command-thanks = salamat, maraming salamat, salamat naman, salamat sa tulong, salamat sa tulong mo, salamat sa tulong ninyo, maraming salamat sa tulong, salamat sa sagot, salamat sa pakikinig, salamat kyr, ok salamat, sige salamat, opo salamat, oo, opo, oho, sige, ok sige, sige ok, ayos, ayos na, okey, ok na, okay na, gets, gets ko na, naintindihan ko, naintindihan ko na, naiintindihan ko, naiintindihan ko na, nakatulong, nakatulong ka, malaking tulong, paalam, babay, ingat, ingat kayo, pagpalain kayo ng diyos, thanks, thank you, ok, okay, bye, god bless
command-none = wala, wala dito, wala rito, wala diyan, wala riyan, wala sa mga ito, wala sa mga yan, wala sa mga iyan, wala sa nabanggit, wala sa listahan, wala sa mga nabanggit, hindi po, hindi ito, hindi iyan, hindi yan, hindi diyan, hindi ang mga ito, none, none of these, no, 0
# Ang una ang ipinapakita sa mga tao. Sa isang room, para kay Kyr ang mensaheng nagsisimula sa isa sa mga ito.
command-prefix = !kyr, !karapatan
command-settings = settings, mga setting, setting, settings ng room, mga setting ng room, setting ng room, room settings
settings-answers = sagot, mga sagot, answers, answer
settings-clear = malinaw, malinaw na tanong, mga malinaw na tanong, sa malinaw na tanong, clear, clear questions
settings-addressed = kapag tinawag, kapag tinatawag, kapag tinawag lang, pag tinawag, kung tinawag, addressed, when addressed

## Mga salita para sa inialok, ayon sa puwesto

first = isa, una, ang una, yung una, iyong una, unang-una, ang nauna, yung nauna, pang-una, number one, number 1, numero uno, numero 1, uno, opsiyon 1, option 1, first, the first one
second = dalawa, pangalawa, ikalawa, ang pangalawa, ang ikalawa, yung pangalawa, iyong pangalawa, number two, number 2, numero dos, numero 2, dos, opsiyon 2, option 2, second, the second one
third = tatlo, pangatlo, ikatlo, ang pangatlo, ang ikatlo, yung pangatlo, iyong pangatlo, number three, number 3, numero tres, numero 3, tres, opsiyon 3, option 3, third, the third one
fourth = apat, pang-apat, ikaapat, ika-apat, ang pang-apat, ang ikaapat, yung pang-apat, iyong pang-apat, number four, number 4, numero kuwatro, numero kwatro, numero 4, kuwatro, kwatro, opsiyon 4, option 4, ang huli, yung huli, ang panghuli, fourth, the fourth one

## Maliliit na salita sa paligid ng pangalan ng wika o estado

fillers = malapit dito sa, malapit sa, dito sa, diyan sa, doon sa, para sa, sa loob ng, sa estado ng, estado ng, sa wikang, wikang, sa, ng, ang, yung, na lang po, na lang, lang po, po, ho, naman, please, pls, ako, kami

## Mga simula ng tanong tungkol sa kahulugan ng isang salita, una ang pinakamahaba

what-is = ano po ba ang ibig sabihin ng salitang, ano po ang ibig sabihin ng salitang, ano ang ibig sabihin ng salitang, ano po ba ang ibig sabihin ng, ano ang ibig sabihin ng mga, ano ba ang ibig sabihin ng, ano po ang ibig sabihin ng, ano ang ibig sabihin kapag, ano ang ibig sabihin ng, ipaliwanag po ninyo ang, ano ba ibig sabihin ng, ano po ibig sabihin ng, what is the meaning of, anong ibig sabihin ng, ano ang kahulugan ng, pakipaliwanag po ang, ano po ba talaga ang, ano ibig sabihin ng, ano po ba ang isang, anong kahulugan ng, paki paliwanag ang, pakipaliwanag ang, ipaliwanag mo ang, ano ba talaga ang, ano po ba ang mga, ano kahulugan ng, i-explain mo ang, paki-explain ang, ibig sabihin ng, ipaliwanag ang, explain mo ang, ano po ang mga, ano ba ang mga, ano po ba yung, sino po ba ang, para saan yung, i-explain ang, ano po ba ang, ano ang isang, para saan ang, kahulugan ng, ano yung mga, ano ba iyong, ano ang mga, ano po yung, ano ba yung, sino po ang, sino ba ang, what is the, ano po ang, ano ba ang, sino po si, sino ba si, what is an, meaning of, ano iyong, what does, what is a, ano yung, sino ang, what are, ano ang, sino si, what is, explain, who is, define, whats
what-is-end = ano yun, ano po yun, ano iyon, ano po iyon, ano yan, ano ba yan, ano ito, ano ba ito, ay ano, ang ibig sabihin
