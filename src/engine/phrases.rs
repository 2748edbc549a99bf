//! Words of the interface at the beginning of a text, for commands of several parts such as `settings`.
//! It must not know what the parts mean.

use super::lexicon::Lexicon;
use super::normalize::fold;
use crate::locale::{Catalog, Locale, Message};

/// Messages whose words are known here.
const KNOWN: [Message<'static>; 7] = [
    Message::CommandSettings,
    Message::SettingsAnswers,
    Message::SettingsClear,
    Message::SettingsAddressed,
    Message::CommandLanguage,
    Message::CommandRegion,
    Message::CommandNone,
];

/// The words of some messages in all served languages.
pub struct Phrases {
    /// By the message's key.
    words: Vec<(&'static str, Lexicon<Locale>)>,
}

impl Phrases {
    pub fn new(catalog: &Catalog, served: &[Locale]) -> Self {
        let words = |message: Message<'static>| {
            let folded = |locale: &Locale| catalog.words(locale, message).into_iter().map(|word| fold(&word));
            let all = served.iter().flat_map(|locale| folded(locale).map(|word| (word, locale.clone())));
            (message.key(), all.collect())
        };
        Self { words: KNOWN.into_iter().map(words).collect() }
    }

    /// What follows one of a message's words at the beginning of `folded`, and the languages of that word.
    pub fn after<'a>(&self, folded: &'a str, message: Message<'_>) -> Option<(&'a str, Vec<&Locale>)> {
        let (_, words) = self.words.iter().find(|(key, _)| *key == message.key())?;
        let rest = words.beginning(folded).next()?.rest;
        let same = words.beginning(folded).filter(|found| found.rest == rest);
        Some((rest, same.map(|found| found.meant).collect()))
    }

    /// Whether `folded` is one of a message's words.
    pub fn is(&self, folded: &str, message: Message<'_>) -> bool {
        self.after(folded, message).is_some_and(|(rest, _)| rest.is_empty())
    }
}
