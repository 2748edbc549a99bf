//! A room's settings as a list, with how to change them. It must not know who may.

use super::Context;
use crate::engine::document::{Block, Document, text};
use crate::engine::settings::{Listening, Settings};
use crate::locale::Message;

/// The settings; `notice` says first what became of a change.
pub fn settings(context: Context<'_>, settings: &Settings, notice: Option<Message<'_>>) -> Document {
    let mut document = context.document();
    if let Some(notice) = notice {
        document.push(context.paragraph(notice));
    }
    let catalog = &context.engine.catalog;
    let unset = || context.say(Message::SettingsUnset);
    let language = settings.locale.as_ref().map_or_else(unset, |locale| catalog.language_name(context.locale, locale));
    let region = settings.region.map_or_else(unset, |region| catalog.region_name(context.locale, region.code()));
    let answers = context.say(match settings.listening {
        Listening::Addressed => Message::SettingsAddressedMeaning,
        Listening::ClearQuestions => Message::SettingsClearMeaning,
    });
    document.push(context.title(Message::SettingsTitle));
    let lines = [
        Message::SettingsLanguageLine { language: &language },
        Message::SettingsRegionLine { region: &region },
        Message::SettingsAnswersLine { answers: &answers },
    ];
    document.push(Block::Bullets(lines.into_iter().map(|line| text(context.say(line))).collect()));
    document.push(context.note(Message::SettingsHint));
    document
}
