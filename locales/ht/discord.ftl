### Non ak deskripsyon kòmand Kyr sou Discord, ak mo ki sou bouton li yo.
### Non: ti lèt, san espas, 32 lèt omaksimòm. Deskripsyon: 100 lèt omaksimòm. Bouton: 80 omaksimòm.

## Kòmand

slash-ask = mande
slash-ask-about = Poze kesyon sou dwa ou, ak pwòp mo ou ak nan pwòp lang ou
slash-question = kesyon
slash-question-about = Kesyon ou, nan yon sèl fraz; pa mete non, adrès ni A-number
slash-rights = dwa
slash-rights-about = Tout sa mwen ka reponn, pa seksyon ak pa sijè
slash-section = seksyon
slash-section-about = Yon pati nan lis sijè yo
slash-topic = sijè
slash-topic-about = Yon sijè; kòmanse ekri epi chwazi
slash-emergency = ijans
slash-emergency-about = Sa ap pase kounye a: etap ki pi kout yo, ak ki moun pou rele
slash-hotlines = liy-èd
slash-hotlines-about = Moun ki ka ede, ak nimewo telefòn yo
slash-state = eta
slash-state-about = Eta kote ou ye Etazini; kòmanse ekri epi chwazi
slash-language = lang
slash-language-about = Chwazi lang mwen reponn ou
slash-language-choice-about = Yon lang; kòmanse ekri epi chwazi
slash-privacy = vi-prive
slash-privacy-about = Sa mwen kenbe sou ou, ak kijan pou efase l
slash-about = sou-kyr
slash-about-about = Ki moun ki ekri repons yo, ak kijan yo verifye yo
slash-help = èd
slash-help-about = Kijan pou sèvi ak Kyr
slash-settings = reglaj
slash-settings-about = Lang, eta ak kanal piblik sèvè sa a; pou moun ki jere sèvè a
slash-settings-language-about = Lang sèvè sa a, pou mesaj ki pa montre nan ki lang yo ye
slash-settings-state-about = Eta Etazini ki pou sèvè sa a
slash-channel = kanal
slash-channel-about = Yon kanal, pou pèmèt oswa entèdi repons tout moun wè
slash-public = piblik
slash-public-about = Si repons yo ka parèt devan tout moun nan kanal sa a
slash-message = Mande Kyr

## Bouton ak lis

button-more = Plis
button-sources = Sous
button-show = Montre nan kanal la
button-forget = Bliye m
pick-topic = Chwazi yon sijè
pick-section = Chwazi yon seksyon
choice-none = poko chwazi

## Sa ki rive ak yo

old-button = Bouton sa a soti nan yon ansyen vèsyon. Tanpri, poze kesyon an ankò ak /mande.
show-refused = Nan kanal sa a, repons pa ka parèt devan tout moun.
server-settings-title = Reglaj sèvè sa a
server-settings-public-line = Repons tout moun wè: { $channels }
server-settings-everywhere = nan tout kanal yo
server-settings-some = nan { $count } nan kanal li yo
server-settings-refused = Se moun ki gen dwa jere sèvè a sèlman ki ka chanje reglaj li yo. Ou ka chwazi pwòp lang ou ak /lang.
server-settings-channel = Chwazi tou de: yon kanal, ak si repons ka parèt ladan l.
server-settings-hint = Sèvi ak /reglaj ak yon lang, yon eta oswa yon kanal. Toutotan pa gen okenn kanal ki pèmèt, repons ka parèt nan tout kanal yo.
answer-privately = Nan kanal sa a, mwen reponn sèlman yon jan pou pèsòn lòt pa wè l: sèvi ak /mande.
