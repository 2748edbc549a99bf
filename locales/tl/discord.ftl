### Mga pangalan at paglalarawan ng mga command ni Kyr sa Discord, at ang mga salita sa mga button.
### Mga pangalan: gaya ng sa English, dahil walang Tagalog ang Discord. Paglalarawan: hanggang 100 letra. Button: hanggang 80.

## Mga command

slash-ask = ask
slash-ask-about = Magtanong tungkol sa mga karapatan ninyo, sa sarili ninyong salita at wika
slash-question = question
slash-question-about = Ang tanong ninyo, sa isang pangungusap; walang pangalan, address o A-number
slash-rights = rights
slash-rights-about = Lahat ng masasagot ko, ayon sa seksiyon at paksa
slash-section = section
slash-section-about = Isang bahagi ng listahan ng mga paksa
slash-topic = topic
slash-topic-about = Isang paksa; magsimulang magsulat at pumili
slash-emergency = emergency
slash-emergency-about = Nangyayari na ito ngayon: ang pinakamaikling mga hakbang, at kung sino ang tatawagan
slash-hotlines = hotlines
slash-hotlines-about = Mga taong makakatulong, at ang mga numero ng telepono nila
slash-state = state
slash-state-about = Ang estado ninyo sa US; magsimulang magsulat at pumili
slash-language = language
slash-language-about = Piliin ang wikang gagamitin ko sa pagsagot sa inyo
slash-language-choice-about = Isang wika; magsimulang magsulat at pumili
slash-privacy = privacy
slash-privacy-about = Ang tinatandaan ko tungkol sa inyo, at kung paano ito burahin
slash-about = about
slash-about-about = Kung sino ang sumusulat ng mga sagot, at kung paano sinusuri ang mga ito
slash-help = help
slash-help-about = Paano gamitin si Kyr
slash-settings = settings
slash-settings-about = Wika, estado at mga pampublikong channel ng server na ito; para sa mga namamahala ng server
slash-settings-language-about = Ang wika ng server na ito, para sa mga mensaheng hindi nagsasabi ng wika nila
slash-settings-state-about = Ang estado sa US ng server na ito
slash-channel = channel
slash-channel-about = Isang channel, para payagan o ipagbawal ang mga sagot na nakikita ng lahat
slash-public = public
slash-public-about = Kung puwedeng ipakita sa lahat ang mga sagot sa channel na iyon
slash-message = Ask Kyr

## Mga button at listahan

button-more = Higit pa
button-sources = Mga pinagkunan
button-show = Ipakita sa channel
button-forget = Kalimutan mo ako
pick-topic = Pumili ng paksa
pick-section = Pumili ng seksiyon
choice-none = hindi pa napipili

## Ang nangyayari sa mga ito

old-button = Mula sa lumang bersiyon ang button na ito. Magtanong po ulit gamit ang /ask.
show-refused = Hindi puwedeng ipakita sa lahat ang mga sagot sa channel na ito.
server-settings-title = Mga setting ng server na ito
server-settings-public-line = Mga sagot na nakikita ng lahat: { $channels }
server-settings-everywhere = sa bawat channel
server-settings-some = sa { $count } sa mga channel nito
server-settings-refused = Ang mga puwedeng mamahala ng server lang ang makakapagpalit ng mga setting nito. Puwede ninyong piliin ang sarili ninyong wika gamit ang /language.
server-settings-channel = Piliin ang dalawang ito: ang channel, at kung puwedeng ipakita roon ang mga sagot.
server-settings-hint = Gamitin ang /settings na may wika, estado o channel. Hangga't walang channel na pinayagan, puwedeng ipakita ang mga sagot sa bawat channel.
answer-privately = Sa channel na ito, sumasagot lang ako nang walang ibang nakakakita: gamitin ang /ask.
