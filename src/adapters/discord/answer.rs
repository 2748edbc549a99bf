//! From an interaction to its reply: the one function that both transports share. It reads and writes nothing but
//! the bot's memory and preferences, and it must not know how an interaction came or how the reply goes out.

use serenity::builder::{CreateAutocompleteResponse, CreateInteractionResponse, CreateInteractionResponseMessage};
use serenity::model::application::{
    CommandDataOptionValue, CommandInteraction, CommandType, ComponentInteraction, ComponentInteractionDataKind,
    Interaction, ResolvedTarget,
};

use super::commands::EMERGENCY;
use super::components::{self, Offered};
use super::custom_id::{CustomId, Press};
use super::kyr::Kyr;
use super::outbound;
use super::whence::Whence;
use super::{autocomplete, configure, limits, locales};
use crate::content::Region;
use crate::engine::{Asked, Command, Kind, Manner, Offer, Query, Reply};
use crate::locale::Message;

/// The first reply, which Discord waits three seconds for, and the pages after it.
pub struct Answer {
    pub first: CreateInteractionResponse,
    pub rest: Vec<CreateInteractionResponseMessage>,
}

impl Answer {
    pub fn one(first: CreateInteractionResponse) -> Self {
        Self { first, rest: Vec::new() }
    }
}

/// Answers an interaction.
pub fn answer(kyr: &Kyr, interaction: &Interaction) -> Answer {
    if let Some(refused) = limits::refused(kyr, interaction) {
        return refused;
    }
    match interaction {
        Interaction::Command(command) => of_command(kyr, command),
        Interaction::Autocomplete(command) => Answer::one(CreateInteractionResponse::Autocomplete(
            CreateAutocompleteResponse::new().set_choices(autocomplete::choices(kyr, command)),
        )),
        Interaction::Component(component) => of_component(kyr, component),
        // A form cannot come: Kyr shows none. A ping is answered before.
        _ => Answer::one(CreateInteractionResponse::Pong),
    }
}

/// What is left to say when an answer failed or took too long; asks nothing that may fail again. Suggestions are left out.
pub fn trouble(kyr: &Kyr, interaction: &Interaction) -> Option<Answer> {
    let client = match interaction {
        Interaction::Command(command) => &command.locale,
        Interaction::Component(component) => &component.locale,
        _ => return None,
    };
    let hint = locales::served(&kyr.bot.engine(), client).or_else(|| kyr.home.locale.clone());
    let nothing = Query::new(Asked::Words(String::new()), kyr.clock.today(), kyr.clock.now());
    let reply = kyr.bot.trouble(&Query { hint, manner: Manner::Buttons, ..nothing });
    Some(paged(outbound::pages(&reply.document, Vec::new()), true))
}

/// The text given for an option of a command.
pub fn option<'a>(command: &'a CommandInteraction, name: &str) -> Option<&'a str> {
    command.data.options.iter().find(|option| option.name == name).and_then(|option| match &option.value {
        CommandDataOptionValue::String(value) | CommandDataOptionValue::Autocomplete { value, .. } => {
            Some(value.trim()).filter(|value| !value.is_empty())
        }
        _ => None,
    })
}

fn of_command(kyr: &Kyr, command: &CommandInteraction) -> Answer {
    let whence = Whence::of_command(kyr, command);
    let engine = kyr.bot.engine();
    let obey = |command| Asked::Command { command, about: None };
    if command.data.kind != CommandType::ChatInput {
        let words = match command.data.target() {
            Some(ResolvedTarget::Message(message)) => message.content.clone(),
            _ => String::new(),
        };
        if words.trim().is_empty() {
            return written(kyr, &whence, say(kyr, &whence, Message::OnlyText), Offered::default());
        }
        return spoken(kyr, &whence, Asked::Words(words));
    }
    match command.data.name.as_str() {
        "ask" => spoken(kyr, &whence, Asked::Words(option(command, "question").unwrap_or_default().to_owned())),
        "rights" => {
            let topic = option(command, "topic").map(|topic| match engine.pack().topics.contains_key(topic) {
                true => Asked::Offer(Offer::Topic(topic.to_owned())),
                false => Asked::Words(topic.to_owned()),
            });
            let section = || option(command, "section").map(|section| Offer::Section(section.to_owned()));
            let section = || section().filter(|section| engine.has(section)).map(Asked::Offer);
            let asked = topic.or_else(section).unwrap_or_else(|| obey(Command::Menu));
            spoken(kyr, &whence, asked)
        }
        "emergency" => spoken(kyr, &whence, Asked::Offer(Offer::Topic(EMERGENCY.to_owned()))),
        "hotlines" => hotlines(kyr, &whence, option(command, "state")),
        "language" => {
            let language = option(command, "language").unwrap_or_default();
            let known = engine.suggest_languages(language).into_iter().next().map(|(locale, _)| locale);
            spoken(kyr, &whence, obey(Command::Language(Some(known))))
        }
        "privacy" => {
            let reply = kyr.bot.handle(&whence.asker(), &whence.query(kyr, obey(Command::Privacy)));
            written(kyr, &whence, reply, Offered { forget: true, ..Offered::default() })
        }
        "about" => spoken(kyr, &whence, obey(Command::About)),
        "settings" => {
            let reply = configure::configure(kyr, &whence, command);
            written(kyr, &whence, reply, Offered::default())
        }
        // `help`, and what another version has registered.
        _ => spoken(kyr, &whence, obey(Command::Help)),
    }
}

/// The hotlines of a state, which is remembered, or of everywhere.
fn hotlines(kyr: &Kyr, whence: &Whence, state: Option<&str>) -> Answer {
    let obey = |command| whence.query(kyr, Asked::Command { command, about: None });
    let asker = whence.asker();
    if let Some(state) = state {
        let Some(region) = region(kyr, whence, state) else {
            let reply = kyr.bot.handle(&asker, &obey(Command::Region(Some(None))));
            return written(kyr, whence, reply, Offered::default());
        };
        kyr.bot.handle(&asker, &obey(Command::Region(Some(Some(region)))));
    }
    let reply = kyr.bot.handle(&asker, &obey(Command::Hotlines(None)));
    written(kyr, whence, reply, Offered::default())
}

/// A state by its code or by its name in any served language, forgiving slips.
pub fn region(kyr: &Kyr, whence: &Whence, state: &str) -> Option<Region> {
    let locale = kyr.bot.locale(&whence.asker().person, whence.hint(kyr).as_ref());
    state.parse().ok().or_else(|| {
        let found = kyr.bot.engine().suggest_regions(state, &locale, 1);
        found.first().map(|(region, _)| *region)
    })
}

fn of_component(kyr: &Kyr, component: &ComponentInteraction) -> Answer {
    let whence = Whence::of_component(kyr, component);
    let engine = kyr.bot.engine();
    let old = || written(kyr, &whence, say(kyr, &whence, Message::OldButton), Offered::default());
    let Some(CustomId { press, locale, .. }) = CustomId::read(&component.data.custom_id) else { return old() };
    let reading = locale.filter(|locale| engine.pack().manifest.languages.contains(locale));
    let topic = match &press {
        Press::Topic(topic) | Press::More(topic) | Press::Sources(topic) | Press::Show(topic) => Some(topic.as_str()),
        Press::Pick | Press::Forget => None,
    };
    if topic.is_some_and(|topic| !engine.pack().topics.contains_key(topic)) {
        return old();
    }
    let about = |command, topic: &str| Asked::Command { command, about: Some(topic.to_owned()) };
    let asked = match &press {
        Press::Topic(topic) | Press::Show(topic) => Asked::Offer(Offer::Topic(topic.clone())),
        Press::More(topic) => about(Command::More, topic),
        Press::Sources(topic) => about(Command::Sources, topic),
        Press::Forget => Asked::Command { command: Command::Forget, about: None },
        Press::Pick => {
            let ComponentInteractionDataKind::StringSelect { values } = &component.data.kind else { return old() };
            let Some(offer) = values.first().and_then(|value| Offer::parse(value)) else { return old() };
            if !engine.has(&offer) {
                return old();
            }
            Asked::Offer(offer)
        }
    };
    let mut query = whence.query(kyr, asked);
    query.reading = reading;
    if matches!(press, Press::Show(_)) {
        return show(kyr, &whence, &query);
    }
    let reply = kyr.bot.handle(&whence.asker(), &query);
    written(kyr, &whence, reply, Offered { topic, except: Some(&press), ..Offered::default() })
}

/// An answer for everybody: in the language that the asker read it in, with nothing of the asker's in it.
fn show(kyr: &Kyr, whence: &Whence, query: &Query) -> Answer {
    if !whence.may_show(kyr) {
        return written(kyr, whence, say(kyr, whence, Message::ShowRefused), Offered::default());
    }
    let reply = kyr.bot.handle(&whence.everybody(), query);
    let topic = topic_of(&reply);
    let offered = Offered { topic: topic.as_deref(), public: true, ..Offered::default() };
    let rows = components::rows(&kyr.bot.engine(), &reply, offered);
    paged(outbound::pages(&reply.document, rows), false)
}

fn spoken(kyr: &Kyr, whence: &Whence, asked: Asked) -> Answer {
    let reply = kyr.bot.handle(&whence.asker(), &whence.query(kyr, asked));
    written(kyr, whence, reply, Offered::default())
}

/// One sentence of the interface in the person's language.
pub fn say(kyr: &Kyr, whence: &Whence, message: Message<'_>) -> Reply {
    kyr.bot.say(&whence.asker().person, whence.hint(kyr).as_ref(), message)
}

/// A reply that only the asker sees.
pub fn written(kyr: &Kyr, whence: &Whence, reply: Reply, offered: Offered<'_>) -> Answer {
    let answered = topic_of(&reply);
    let topic = answered.as_deref().or(offered.topic);
    let offered = Offered { topic, show: whence.may_show(kyr), ..offered };
    let rows = components::rows(&kyr.bot.engine(), &reply, offered);
    paged(outbound::pages(&reply.document, rows), true)
}

fn paged(pages: Vec<outbound::Page>, private: bool) -> Answer {
    let mut pages = pages.into_iter().map(|page| page.response(private));
    let first = pages.next().unwrap_or_default();
    Answer { first: CreateInteractionResponse::Message(first), rest: pages.collect() }
}

/// The topic that a reply answers.
pub fn topic_of(reply: &Reply) -> Option<String> {
    match &reply.kind {
        Kind::Answer(topic) => Some(topic.clone()),
        _ => None,
    }
}
