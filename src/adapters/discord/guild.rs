//! What a guild is set to: its language, its state, and where answers may be shown to everybody.
//! It must not know who may change it; channels are kept as marks that nobody can read back.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::content::Region;
use crate::engine::document::{Block, Document, text};
use crate::engine::{Engine, Kind, Manner, Reply};
use crate::locale::{Locale, Message};
use crate::preferences::Preferences;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guild {
    pub locale: Option<Locale>,
    pub region: Option<Region>,
    /// Marks of the channels where answers may be public; with none, that is everywhere.
    public: BTreeSet<String>,
}

impl Guild {
    /// As it was saved; without a guild, as if nothing had been.
    pub fn load(preferences: &Preferences, id: Option<u64>) -> Self {
        id.and_then(|id| preferences.load(&name(id))).unwrap_or_default()
    }

    /// Whether that worked.
    pub fn save(&self, preferences: &Preferences, id: u64) -> bool {
        preferences.save(&name(id), self)
    }

    /// Whether everybody in the channel may see answers.
    pub fn may_show(&self, preferences: &Preferences, channel: u64) -> bool {
        self.public.is_empty() || self.public.contains(&mark(preferences, channel))
    }

    /// Allows public answers in a channel, or takes that back.
    pub fn allow(&mut self, preferences: &Preferences, channel: u64, public: bool) {
        let mark = mark(preferences, channel);
        if public {
            self.public.insert(mark);
        } else {
            self.public.remove(&mark);
        }
    }

    /// The settings as a reply, below what there is to say of them.
    pub fn reply(&self, engine: &Engine, locale: &Locale, notice: Option<Message<'_>>) -> Reply {
        let catalog = engine.catalog();
        let say = |message| catalog.text(locale, message, Manner::Buttons);
        let unset = say(Message::SettingsUnset);
        let language = self.locale.as_ref().map_or_else(|| unset.clone(), |known| catalog.language_name(locale, known));
        let region = self.region.map_or(unset, |region| catalog.region_name(locale, region.code()));
        let count = self.public.len().to_string();
        let channels = match self.public.is_empty() {
            true => say(Message::ServerSettingsEverywhere),
            false => say(Message::ServerSettingsSome { count: &count }),
        };
        let mut document = Document::new(locale.is_rtl());
        document.blocks.extend(notice.map(|notice| Block::Paragraph(text(say(notice)))));
        document.push(Block::Title(text(say(Message::ServerSettingsTitle))));
        let lines = [
            Message::SettingsLanguageLine { language: &language },
            Message::SettingsRegionLine { region: &region },
            Message::ServerSettingsPublicLine { channels: &channels },
        ];
        document.push(Block::Bullets(lines.into_iter().map(|line| text(say(line))).collect()));
        document.push(Block::Note(text(say(Message::ServerSettingsHint))));
        Reply::new(locale.clone(), Kind::Command, document)
    }
}

fn name(guild: u64) -> String {
    format!("discord guild {guild}")
}

fn mark(preferences: &Preferences, channel: u64) -> String {
    preferences.mark(&format!("discord channel {channel}"))
}
