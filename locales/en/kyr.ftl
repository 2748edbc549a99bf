### What Kyr itself says in English. Texts about topics stand in content/text/en.
### Each `command-…` message lists the words that call a command, separated by commas.

## First contact and help

greeting = Hello. I am Kyr. I answer questions about your rights with ICE and police, about how people are found, and about keeping your phone and data safe.
greeting-hint = { $manner ->
        [buttons] Ask in your own words with /ask. If it is happening now, use /emergency. In danger, call 911.
       *[words] Ask in your own words. Write “help” for commands. If it is happening now, write “emergency”. In danger, call 911.
    }
help-title = How to use Kyr
help-ask = Ask in your own words, in one sentence. For example: can ICE come into my house?
help-menu = { $manner ->
        [buttons] /rights: all topics.
       *[words] menu: all topics. topic NAME: one of them.
    }
help-more = { $manner ->
        [buttons] The buttons under an answer show the law and the details, where it comes from, and other topics.
       *[words] more: the law and the details of the last answer. sources: where it comes from.
    }
help-hotlines = { $manner ->
        [buttons] /hotlines: people who can help, also in your state. It remembers your state.
       *[words] hotlines, or hotlines STATE: people who can help.
    }
help-region = { $manner ->
        [buttons] /emergency: the shortest steps when it is happening now.
       *[words] state STATE: adds what is special in your state.
    }
help-language = { $manner ->
        [buttons] /language: changes the language.
       *[words] language NAME: changes the language.
    }
help-privacy = { $manner ->
        [buttons] /privacy: what I keep about you.
       *[words] privacy: what I keep about you.
    }
help-forget = { $manner ->
        [buttons] The button under /privacy deletes what I keep about you.
       *[words] forget me: deletes it.
    }
help-about = { $manner ->
        [buttons] /about: who writes the answers.
       *[words] about: who writes the answers.
    }

## Menu and choices

menu-title = What I can answer
menu-hint = { $manner ->
        [buttons] Choose a section below, or ask in your own words with /ask.
       *[words] Write a number to open a section, or ask in your own words.
    }
section-hint = { $manner ->
        [buttons] Choose a topic below.
       *[words] Write a number or a name to open a topic.
    }
choices-title = Which of these do you mean?
choices-hint = { $manner ->
        [buttons] Choose below. None of them? Ask again in other words, or use /hotlines to reach people.
       *[words] Write the number. None of them? Say it in other words, or write “hotlines” to reach people.
    }
not-covered-title = I have no checked answer for that
not-covered = I only give answers that people wrote and checked, so I will not guess.
not-covered-hint = { $manner ->
        [buttons] Say it in other words, choose below to see what I can answer, or turn to people.
       *[words] Say it in other words, write a number to see what I can answer, or turn to people.
    }
unserved = I do not speak { $language } yet. I can answer in: { $languages }.
now-hint = { $manner ->
        [buttons] If it is happening now, use /emergency.
       *[words] If it is happening now, write “emergency”.
    }

## Answers

disclaimer = General information, not legal advice.
reviewed = Last reviewed on { $date }.
overdue = This answer should have been reviewed by { $date }. Parts may be out of date: check with a lawyer or a hotline.
withdrawn = This answer is under review because it may be out of date, so I am not showing it. Please turn to people:
machine-translation = Translated by machine, not yet reviewed by a person. { $manner ->
        [buttons] The button below shows the English text.
       *[words] For the English text, write “English”.
    }
person-translation = Translated by a person, not yet reviewed by a second one. { $manner ->
        [buttons] The button below shows the English text.
       *[words] For the English text, write “English”.
    }
not-translated = This answer is not translated yet; here it is in English.
stale-translation = The English text has changed since this translation was made. { $manner ->
        [buttons] The button below shows the newest text in English.
       *[words] For the newest text, write “English”.
    }
label-say = What you can say in English
label-meaning = ({ $meaning })
label-sounds = sounds like: { $sounds }
label-law = What the law says
label-practice = What happens in practice
label-details = More
label-region = In { $region }
label-correction = Correction ({ $date })
label-sources = Sources
label-contacts = Who can help
label-related = See also
label-terms = Words
label-hours = hours: { $hours }
label-languages = languages: { $languages }
label-government = run by the government
source-line = { $publisher }, “{ $title }”, { $date }
undated = no date
date = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $day }, { $year }
month-only = { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
more-hint = { $manner ->
        [buttons] The button “More” shows the law and the details.
       *[words] Write “more” for the law and details.
    }
more-nothing = There is no answer yet to say more about. Ask a question first.
no-further = There is nothing more on this topic than what you have seen.

## Messages that hold too much

remove-title = Please delete your message
remove = Your message seems to hold { $kinds }. For your safety, delete it. I did not keep it.
kind-a-number = an A-number
kind-ssn = a Social Security number
kind-phone = a phone number
kind-address = a street address

## Hotlines

hotlines-title = People who can help, anywhere in the United States
hotlines-region-title = People who can help in { $region }
hotlines-nationwide = Anywhere in the United States
hotlines-none = I have no checked local number for { $region } yet.
hotlines-hint = { $manner ->
        [buttons] For your state, use /hotlines and choose it.
       *[words] For your state, write “hotlines” and its name, for example: hotlines Illinois.
    }

## Settings and information

language-set = I will answer in { $language }.
language-list = Languages: { $languages }. { $manner ->
        [buttons] Choose one with /language.
       *[words] Write “language” and one of them.
    }
language-unknown = I do not have that language. Languages: { $languages }.
region-set = I will add what is special in { $region }.
region-none = { $manner ->
        [buttons] Choose your state with /hotlines.
       *[words] Write “state” and your state, for example: state California.
    }
region-unknown = { $manner ->
        [buttons] I do not know that state. Choose one from the list.
       *[words] I do not know that state. Write the name or the two letters, for example: state CA.
    }
forgotten = Done. I have forgotten your language, your state and our conversation.
privacy-title = What I keep about you
privacy-kept = I do not store or log what you write. I keep the topic we are on in memory for some minutes. If you choose a language or a state, I store that, under a code instead of your name.
privacy-platform = The app that you write in, whoever can read the channel or room, and your phone may keep your messages. Do not write names, addresses, A-numbers or phone numbers here.
privacy-forget = { $manner ->
        [buttons] The button “Forget me” deletes what I hold.
       *[words] Write “forget me” to delete what I hold.
    }
about-title = About Kyr
about = People write my answers, check them against sources and date them. I never make one up. I am not a lawyer.
about-pack = Texts: { $pack }, version { $version }, { $topics } topics. Languages: { $languages }.
trouble = { $manner ->
        [buttons] Something went wrong on my side. Please ask again, or use /hotlines.
       *[words] Something went wrong on my side. Please ask again, or write “hotlines”.
    }
too-many = { $manner ->
        [buttons] There are many questions at once: please wait a few seconds and ask again; /emergency and /hotlines always work.
       *[words] There are many questions at once: please wait a few seconds and ask again; “emergency” and “hotlines” are always answered.
    }
welcome = I am here if you have another question.

## Rooms

room-privacy = I do not store what you write here. The members of this room and its servers may keep it, so write no names, addresses or A-numbers.
room-how-to-ask = In this room, mention me, reply to me, or begin with { $prefix }.
only-text = I can only read text. Please write your question in words.
unreadable = I could not read your message: the key to it did not reach me. Please send it once more.
settings-title = Settings of this room
settings-language-line = Language: { $language }
settings-region-line = State: { $region }
settings-answers-line = Answers: { $answers }
settings-addressed-meaning = only when I am addressed
settings-clear-meaning = also clear questions that are not addressed to me
settings-unset = not set
settings-saved = Done.
settings-refused = Only moderators of this room can change its settings. You can set your own: write “language” or “state”.
settings-unknown = I did not understand this setting.
settings-hint = Moderators can write, for example: “settings language Spanish”, “settings state CA”, “settings answers clear” or “settings answers addressed”.

## Words that call a command

command-help = help, commands, start, hi, hello, hey, good morning, good afternoon, good evening, how does this work
command-menu = menu, main menu, show menu, show me the menu, topics, list, list topics, all topics, what can you do, what can i ask
command-topic = topic, open, show
command-language = language, languages, lang, change language, change language to, switch to, speak, do you speak, can you speak, can you answer in, answer in, reply in, translate to, i speak, in
command-region = state, region, my state, i live in, i am in
command-hotlines = hotlines, hotline, phone numbers, numbers, rapid response, rapid response numbers, help lines, who can help, who can help me
command-more = more, tell me more, details, more details, go on, continue, the law
command-sources = sources, source, where is this from, who says that, what is the source for that, source for that, show me the sources, proof, how do you know
command-privacy = privacy, my data, what do you store, what do you know about me
command-forget = forget me, forget, delete my data, delete me, erase me
command-about = about, who are you, who made you, who made this bot, who made this, who runs this, what is kyr, what are you, version
command-thanks = thanks, thank you, thx, ty, thank u, thanks a lot, thank you so much, ok thanks, okay thank you, ok, okay, yes, got it, bye, goodbye, thanks that helps, that helps, thank you for listening, god bless you
command-none = none, none of these, none of them, neither, no, 0
# The first is shown to people. In a room, a message that begins with one of them is for Kyr.
command-prefix = !kyr, !rights
command-settings = settings, setting, room settings
settings-answers = answers, answer
settings-clear = clear, clear questions
settings-addressed = addressed, only when addressed, when addressed

## Words for what was offered, by place

first = one, first, the first, first one, the first one, number one, number 1, option 1, option one
second = two, second, the second, second one, the second one, number two, number 2, option 2, option two
third = three, third, the third, third one, the third one, number three, number 3, option 3, option three
fourth = four, fourth, the fourth, fourth one, the fourth one, the last one, number 4, option 4

## Small words around the name of a language or a state

fillers = in, for, near, of, the, to, around, please, plz, pls

## Beginnings of questions about the meaning of a word, longest first

what-is = what is the meaning of, what's the meaning of, what is meant by, what does the word, what does the, what does an, what does a, what does, what do they call, what is the, what is an, what is a, what are the, what are, what is, what's the, what's an, what's a, what's, whats the, whats an, whats a, whats, who is, who are, meaning of, define, explain, tell me about the, tell me about
what-is-end = mean, means, stand for, exactly, please
