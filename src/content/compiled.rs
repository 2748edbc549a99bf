//! A pack as it is answered from, and as bytes together with what was learned from it: how the shipped pack gets
//! into the binary. It must not know how a pack is read or trained.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::directory::Contact;
use super::language::{Language, Unserved};
use super::pack::{Manifest, Pack};
use super::source::Source;
use super::texts::Texts;
use super::topic::Topic;
use crate::diagnostic::Files;
use crate::locale::Locale;

/// A pack without what only training and checking need, and without languages that are prepared but not served yet.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Compiled<'a> {
    pub manifest: Manifest,
    pub sources: BTreeMap<String, Source>,
    pub directory: Vec<Contact>,
    pub topics: BTreeMap<String, Topic>,
    #[serde(borrow)]
    pub texts: Texts<'a>,
    pub languages: BTreeMap<Locale, Language>,
    pub unserved: Vec<Unserved>,
}

/// What the program carries.
#[derive(Serialize, Deserialize)]
pub struct Shipped<'a> {
    #[serde(borrow)]
    pub pack: Compiled<'a>,
    /// The `locales/` files.
    pub catalogs: Files,
    /// What was trained from the pack, left where it lies.
    pub trained: &'a [u8],
}

impl Compiled<'static> {
    pub fn new(pack: &Pack) -> anyhow::Result<Self> {
        let Pack { manifest, sources, directory, topics, languages, unserved, .. } = pack.clone();
        let served = |(locale, language): (Locale, Language)| {
            manifest.languages.contains(&locale).then_some((locale, Language { none: Vec::new(), ..language }))
        };
        let languages = languages.into_iter().filter_map(served).collect();
        let unserved = unserved.into_iter().map(|known| Unserved { samples: Vec::new(), ..known }).collect();
        Ok(Self { texts: Texts::new(pack)?, manifest, sources, directory, topics, languages, unserved })
    }
}

impl Compiled<'_> {
    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.directory.iter().find(|contact| contact.id.value == id)
    }

    /// A topic's title in `locale`, else in the default language, else its id.
    pub fn title(&self, locale: &Locale, topic: &str) -> String {
        let written = [locale, &self.manifest.default_locale].into_iter();
        written.filter_map(|locale| self.texts.title(locale, topic)).next().unwrap_or_else(|| topic.to_owned())
    }

    /// A section's title in `locale`, else in the default language, else its id.
    pub fn section_title(&self, locale: &Locale, section: &str) -> String {
        [locale, &self.manifest.default_locale]
            .into_iter()
            .find_map(|locale| self.languages.get(locale)?.sections.get(section))
            .map_or_else(|| section.to_owned(), |title| title.value.clone())
    }
}

impl<'a> Shipped<'a> {
    pub fn to_bytes(&self) -> anyhow::Result<Vec<u8>> {
        Ok(postcard::to_stdvec(self)?)
    }

    pub fn from_bytes(bytes: &'a [u8]) -> anyhow::Result<Self> {
        Ok(postcard::from_bytes(bytes)?)
    }
}
