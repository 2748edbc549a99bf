//! Documents from the pack's texts and the catalog's messages. It must not decide what was asked,
//! and it must not know any platform.

mod answer;
mod contacts;
mod dates;
mod menu;
mod notices;
mod settings;

pub use answer::{answer, more, sources, withdrawn};
pub use contacts::hotlines;
pub use menu::{choices, menu, section};
pub use notices::{about, greeting, help, introduction, language_list, not_covered, note, privacy, remove, unserved};
pub use settings::settings;

use super::Engine;
use super::document::{Block, Document, Inline, text};
use crate::content::Region;
use crate::locale::{Locale, Manner, Message};

/// What every composer needs: the engine's texts and for whom it writes.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub engine: &'a Engine,
    pub locale: &'a Locale,
    pub region: Option<Region>,
    pub manner: Manner,
    pub today: jiff::civil::Date,
}

impl Context<'_> {
    fn say(&self, message: Message<'_>) -> String {
        self.engine.catalog.text(self.locale, message, self.manner)
    }

    fn document(&self) -> Document {
        Document::new(self.locale.is_rtl())
    }

    fn title(&self, message: Message<'_>) -> Block {
        Block::Title(vec![Inline::Strong(self.say(message))])
    }

    fn heading(&self, message: Message<'_>) -> Block {
        Block::Heading(vec![Inline::Strong(self.say(message))])
    }

    fn paragraph(&self, message: Message<'_>) -> Block {
        Block::Paragraph(text(self.say(message)))
    }

    fn note(&self, message: Message<'_>) -> Block {
        Block::Note(text(self.say(message)))
    }

    /// The names of the served languages, each in itself.
    fn languages(&self) -> String {
        let served = &self.engine.pack.manifest.languages;
        let names: Vec<String> =
            served.iter().map(|locale| self.engine.catalog.language_name(locale, locale)).collect();
        self.list(&names)
    }

    /// Names one after another, with the comma of the language's script.
    fn list(&self, names: &[String]) -> String {
        names.join(if self.locale.is_rtl() { "، " } else { ", " })
    }
}
