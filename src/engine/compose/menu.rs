//! Lists to choose from: sections, the topics of one, and what a message may have meant.
//! It must not know how the likely topics were found.

use super::Context;
use crate::engine::document::{Block, Document, text};
use crate::locale::{Manner, Message};

/// The sections of the pack.
pub fn menu(context: Context<'_>) -> Document {
    let mut document = context.document();
    document.push(context.title(Message::MenuTitle));
    document.push(context.sections());
    document.push(context.note(Message::MenuHint));
    document
}

/// The topics of a section.
pub fn section(context: Context<'_>, section: &str, topics: &[String]) -> Document {
    let mut document = context.document();
    document.push(Block::Title(text(context.engine.pack.section_title(context.locale, section))));
    document.push(context.topics(topics));
    document.push(context.note(Message::SectionHint));
    document
}

/// Two to four topics that the message may have asked about.
pub fn choices(context: Context<'_>, topics: &[String]) -> Document {
    let mut document = context.document();
    document.push(context.title(Message::ChoicesTitle));
    document.push(context.topics(topics));
    document.push(context.note(Message::ChoicesHint));
    document
}

impl Context<'_> {
    /// The titles of the sections, numbered from 1.
    pub(super) fn sections(&self) -> Block {
        let sections = self.engine.pack.manifest.sections.iter();
        let items = sections.map(|section| text(self.engine.pack.section_title(self.locale, &section.id))).collect();
        Block::Choices { start: 1, items }
    }

    /// Titles, numbered from 1.
    pub(in crate::engine) fn topics(&self, topics: &[String]) -> Block {
        let title = |topic: &String| text(self.engine.pack.title(self.locale, topic));
        Block::Choices { start: 1, items: topics.iter().map(title).collect() }
    }

    /// The related topics under an answer; where there are buttons and lists, they say it.
    pub(in crate::engine) fn related(&self, document: &mut Document, topics: &[String]) {
        if !topics.is_empty() && self.manner == Manner::Words {
            document.push(self.heading(Message::LabelRelated));
            document.push(self.topics(topics));
        }
    }
}
