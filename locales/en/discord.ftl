### Names and descriptions of Kyr's commands on Discord, and the words on its buttons.
### Names: lower case, no spaces, at most 32 letters. Descriptions: at most 100 letters. Buttons: at most 80.

## Commands

slash-ask = ask
slash-ask-about = Ask about your rights, in your own words and language
slash-question = question
slash-question-about = Your question, in one sentence; no names, addresses or A-numbers
slash-rights = rights
slash-rights-about = Everything I can answer, by section and topic
slash-section = section
slash-section-about = A part of the list of topics
slash-topic = topic
slash-topic-about = A topic; begin to write and choose
slash-emergency = emergency
slash-emergency-about = It is happening now: the shortest steps, and whom to call
slash-hotlines = hotlines
slash-hotlines-about = People who can help, and their phone numbers
slash-state = state
slash-state-about = Your US state; begin to write and choose
slash-language = language
slash-language-about = Choose the language that I answer you in
slash-language-choice-about = A language; begin to write and choose
slash-privacy = privacy
slash-privacy-about = What I keep about you, and how to delete it
slash-about = about
slash-about-about = Who writes the answers, and how they are checked
slash-help = help
slash-help-about = How to use Kyr
slash-settings = settings
slash-settings-about = This server's language, state and public channels; for those who manage the server
slash-settings-language-about = The language of this server, for messages that do not tell theirs
slash-settings-state-about = The US state of this server
slash-channel = channel
slash-channel-about = A channel, to allow or forbid answers that everyone sees
slash-public = public
slash-public-about = Whether answers may be shown to everyone in that channel
slash-message = Ask Kyr

## Buttons and lists

button-more = More
button-sources = Sources
button-show = Show to the channel
button-forget = Forget me
pick-topic = Choose a topic
pick-section = Choose a section
choice-none = not set

## What happens with them

old-button = This button is from an older version. Please ask again with /ask.
show-refused = Answers may not be shown to everyone in this channel.
server-settings-title = Settings of this server
server-settings-public-line = Answers that everyone sees: { $channels }
server-settings-everywhere = in every channel
server-settings-some = in { $count } of its channels
server-settings-refused = Only those who may manage the server can change its settings. You can choose your own language with /language.
server-settings-channel = Choose both a channel and whether answers may be shown there.
server-settings-hint = Use /settings with a language, a state, or a channel. As long as no channel is allowed, answers may be shown in every channel.
answer-privately = In this channel I answer only so that nobody else sees it: use /ask.
