//! What a message wants: the order in which the engine's senses are asked. It must not write replies.

use super::Engine;
use super::command::Command;
use super::conversation::{Conversation, Offer};
use super::glossary::{Kind, Name};
use super::language::Heard;
use super::matcher::Match;
use super::normalize;
use super::query::Query;
use crate::locale::Locale;

/// What to reply to, and in which language.
pub struct Intent {
    pub locale: Locale,
    pub wish: Wish,
}

pub enum Wish {
    Greet,
    Command(Command),
    Section(String),
    /// A topic and, if a word of its glossary was asked for, that word.
    Topic(String, Option<String>),
    Choices(Vec<String>),
    NotCovered,
    Unserved(Locale),
}

/// Explicit things first (numbers, commands, names), because they need no guess; then the language;
/// then the matcher. `text` is the query's without what nobody should post.
pub fn read(engine: &Engine, query: &Query, text: &str, talk: &Conversation) -> Intent {
    let text = normalize::strip(text);
    let folded = normalize::fold(&text);
    let before: Vec<&Locale> =
        [&talk.locale, &talk.spoken, &query.hint].into_iter().flatten().filter(|known| engine.serves(known)).collect();
    let default = &engine.pack.manifest.default_locale;
    let current = before.first().copied().unwrap_or(default).clone();
    if folded.is_empty() {
        return Intent { locale: current, wish: Wish::Greet };
    }
    if let Some((command, spoken)) = engine.commands.parse(&text, &folded, talk.offers.len()) {
        let locale = if spoken.is_empty() || spoken.contains(&&current) { &current } else { spoken[0] }.clone();
        if let Some(wish) = explicit(engine, command, talk, &locale) {
            return Intent { locale, wish };
        }
    }
    let telling = if engine.names.is_shared(&folded) { "" } else { text.as_str() };
    let heard = match engine.detector.hear(telling, &before, default) {
        // The pack may have changed since the detector was trained.
        Heard::Served(locale) if !engine.serves(&locale) => Heard::Served(current.clone()),
        Heard::Unserved(locale) if engine.serves(&locale) => Heard::Served(locale),
        heard => heard,
    };
    let locale = match &heard {
        Heard::Served(locale) => locale.clone(),
        Heard::Unserved(_) => current.clone(),
    };
    if let Some(named) = engine.names.find(&folded) {
        // A name alone ("notario", "Clearview AI") says nothing about the language.
        let bare = !before.is_empty() && folded.split(' ').count() <= 2;
        let locale = if bare { current } else { locale };
        return Intent { locale, wish: called(engine, named) };
    }
    if let Some(wish) = offered_by_name(engine, talk, &folded, &current) {
        return Intent { locale: current, wish };
    }
    if let Heard::Unserved(language) = heard {
        return Intent { locale, wish: Wish::Unserved(language) };
    }
    Intent { locale, wish: matched(engine, &text, &folded) }
}

/// A wish without words: the language is the message's in which something was chosen, the person's, the room's or
/// the conversation's.
pub fn chosen(engine: &Engine, wish: Wish, query: &Query, talk: &Conversation) -> Intent {
    let mut known = [&query.reading, &talk.locale, &query.hint, &talk.spoken].into_iter().flatten();
    let known = known.find(|known| engine.serves(known));
    Intent { locale: known.unwrap_or(&engine.pack.manifest.default_locale).clone(), wish }
}

pub fn opened(offer: &Offer) -> Wish {
    match offer {
        Offer::Topic(topic) => Wish::Topic(topic.clone(), None),
        Offer::Section(section) => Wish::Section(section.clone()),
    }
}

/// A topic by its name, or by one of its words.
fn called(engine: &Engine, name: Name<'_>) -> Wish {
    let term = (name.kind != Kind::Topic).then(|| name.folded.to_owned());
    engine.topic(name.topic).map_or(Wish::NotCovered, |topic| Wish::Topic(topic.clone(), term))
}

/// A command, a picked offer, or a topic opened by name; `None` when the words were no command after all.
fn explicit(engine: &Engine, command: Command, talk: &Conversation, locale: &Locale) -> Option<Wish> {
    match command {
        Command::Pick(number) => match talk.offers.get(number - 1) {
            Some(offer) => Some(opened(offer)),
            None => Some(Wish::Command(Command::Menu)),
        },
        Command::NoneOfThese if talk.offers.is_empty() => Some(Wish::Command(Command::Thanks)),
        Command::NoneOfThese => Some(Wish::NotCovered),
        Command::Topic(name) => {
            if let Some(named) = engine.names.find(&name) {
                return Some(called(engine, named));
            }
            let all = engine.pack.manifest.topics().map(|id| (id.as_str(), engine.pack.title(locale, id)));
            let topic = engine.names.complete(&name, all)?;
            Some(Wish::Topic(topic.to_owned(), None))
        }
        command => Some(Wish::Command(command)),
    }
}

/// A section or topic that was just offered, by (the beginning of) its title.
fn offered_by_name(engine: &Engine, talk: &Conversation, folded: &str, locale: &Locale) -> Option<Wish> {
    let titles = talk.offers.iter().map(|offer| match offer {
        Offer::Topic(topic) => (topic.as_str(), engine.pack.title(locale, topic)),
        Offer::Section(section) => (section.as_str(), engine.pack.section_title(locale, section)),
    });
    let chosen = engine.names.complete(folded, titles)?;
    talk.offers.iter().find_map(|offer| match offer {
        Offer::Topic(topic) if topic == chosen => Some(Wish::Topic(topic.clone(), None)),
        Offer::Section(section) if section == chosen => Some(Wish::Section(section.clone())),
        _ => None,
    })
}

fn matched(engine: &Engine, text: &str, folded: &str) -> Wish {
    let mentioned = engine.names.mentioned(text, folded);
    let mut indices: Vec<usize> = mentioned.iter().map(|name| name.topic).collect();
    indices.sort_unstable();
    indices.dedup();
    let id = |index: usize| engine.topic(index).cloned();
    match engine.matcher.find(folded, &indices) {
        Match::Topic(index) => id(index).map_or(Wish::NotCovered, |topic| {
            let term = mentioned.iter().find(|name| name.topic == index);
            Wish::Topic(topic, term.map(|name| name.folded.to_owned()))
        }),
        Match::Choices(indices) => {
            let choices: Vec<String> = indices.into_iter().filter_map(id).collect();
            if choices.len() < 2 { Wish::NotCovered } else { Wish::Choices(choices) }
        }
        Match::Nothing => Wish::NotCovered,
    }
}
