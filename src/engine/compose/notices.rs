//! Everything that Kyr says about itself: greeting, help, privacy, and what it cannot answer.
//! It must not know topics' texts.

use super::Context;
use crate::engine::document::{Block, Document, Inline, text};
use crate::engine::sensitive::Sensitive;
use crate::locale::{Locale, Message};

pub fn greeting(context: Context<'_>) -> Document {
    let mut document = context.document();
    document.push(context.paragraph(Message::Greeting));
    document.push(context.paragraph(Message::GreetingHint));
    document
}

/// The greeting of a room of people, with what is kept of what they write.
pub fn introduction(context: Context<'_>, prefix: Option<&str>) -> Document {
    let mut document = context.document();
    document.push(context.paragraph(Message::Greeting));
    document.push(context.paragraph(Message::GreetingHint));
    document.blocks.extend(prefix.map(|prefix| context.paragraph(Message::RoomHowToAsk { prefix })));
    document.push(context.note(Message::RoomPrivacy));
    document
}

pub fn help(context: Context<'_>) -> Document {
    let mut document = greeting(context);
    document.push(context.heading(Message::HelpTitle));
    let lines = [
        Message::HelpAsk,
        Message::HelpMenu,
        Message::HelpMore,
        Message::HelpHotlines,
        Message::HelpRegion,
        Message::HelpLanguage,
        Message::HelpPrivacy,
        Message::HelpForget,
        Message::HelpAbout,
    ];
    document.push(Block::Bullets(lines.into_iter().map(|line| text(context.say(line))).collect()));
    document.push(context.note(Message::LanguageList { languages: &context.languages() }));
    document
}

/// An honest no, and people who can help.
pub fn not_covered(context: Context<'_>) -> Document {
    let mut document = context.document();
    document.push(context.title(Message::NotCoveredTitle));
    document.push(context.paragraph(Message::NotCovered));
    document.push(context.paragraph(Message::NotCoveredHint));
    document.push(context.sections());
    document.push(context.heading(Message::LabelContacts));
    document.push(context.nationwide_contacts());
    document
}

/// In the asked language where the pack has the sentence, in the reader's, and in English.
pub fn unserved(context: Context<'_>, language: &Locale) -> Document {
    let mut document = context.document();
    let known = context.engine.pack.unserved.iter().find(|unserved| unserved.locale == *language);
    let name = known.map_or_else(|| language.to_string(), |unserved| unserved.name.value.clone());
    if let Some(unserved) = known {
        document.push(other(unserved.sentence.value.clone(), language));
    }
    let message = Message::Unserved { language: &name, languages: &context.languages() };
    document.push(context.paragraph(message));
    let default = &context.engine.pack.manifest.default_locale;
    if context.locale != default {
        let english = Context { locale: default, ..context };
        let message = Message::Unserved { language: &name, languages: &english.languages() };
        document.push(other(english.say(message), default));
    }
    document.push(context.nationwide_contacts());
    document
}

/// A paragraph in another language than the reply's.
fn other(text: String, locale: &Locale) -> Block {
    Block::Paragraph(vec![Inline::Other { text, rtl: locale.is_rtl() }])
}

pub fn privacy(context: Context<'_>) -> Document {
    let mut document = context.document();
    document.push(context.title(Message::PrivacyTitle));
    for message in [Message::PrivacyKept, Message::PrivacyPlatform, Message::PrivacyForget] {
        document.push(context.paragraph(message));
    }
    document
}

pub fn about(context: Context<'_>) -> Document {
    let mut document = context.document();
    let manifest = &context.engine.pack.manifest;
    document.push(context.title(Message::AboutTitle));
    document.push(context.paragraph(Message::About));
    let message = Message::AboutPack {
        pack: &manifest.id,
        version: &manifest.version,
        topics: &manifest.topics().count().to_string(),
        languages: &context.languages(),
    };
    document.push(context.paragraph(message));
    document.push(context.note(Message::Disclaimer));
    document
}

pub fn language_list(context: Context<'_>, known: bool) -> Document {
    let languages = context.languages();
    let languages = languages.as_str();
    note(context, if known { Message::LanguageList { languages } } else { Message::LanguageUnknown { languages } })
}

/// A document of one sentence.
pub fn note(context: Context<'_>, message: Message<'_>) -> Document {
    let mut document = context.document();
    document.push(context.paragraph(message));
    document
}

/// Asks to delete a message; it names kinds and repeats nothing.
pub fn remove(context: Context<'_>, kinds: &[Sensitive]) -> Vec<Block> {
    let names: Vec<String> = kinds
        .iter()
        .map(|kind| {
            context.say(match kind {
                Sensitive::ANumber => Message::KindANumber,
                Sensitive::Ssn => Message::KindSsn,
                Sensitive::Phone => Message::KindPhone,
                Sensitive::Address => Message::KindAddress,
            })
        })
        .collect();
    let request = context.say(Message::Remove { kinds: &context.list(&names) });
    vec![Block::Warning(text(format!("{}. {request}", context.say(Message::RemoveTitle))))]
}
