//! A whole pack as one value. It must not know files; `parse` builds it and `load` finds them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::directory::Contact;
use super::fields::{Faults, Fields};
use super::language::{Language, Unserved};
use super::source::Source;
use super::text::Text;
use super::topic::Topic;
use crate::diagnostic::Located;
use crate::locale::Locale;

/// `content/pack.yaml`: what the pack is and in which order topics are listed.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    pub id: Located<String>,
    pub version: Located<String>,
    pub default_locale: Locale,
    /// Served languages, the default among them.
    pub languages: Vec<Locale>,
    pub sections: Vec<Section>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Section {
    pub id: Located<String>,
    pub topics: Vec<Located<String>>,
}

impl Manifest {
    pub fn read(mut fields: Fields, faults: &mut Faults) -> Self {
        let default_locale = fields.required_text("default_locale", faults);
        let languages = fields.texts("languages", faults);
        let mut tag = |text: Located<String>| match Locale::parse(&text) {
            Ok(locale) => Some(locale),
            Err(help) => {
                faults.error("invalid-value", text.span, format!("unknown language tag `{}`", text.value), help);
                None
            }
        };
        let default_locale =
            if default_locale.is_empty() { Locale::default() } else { tag(default_locale).unwrap_or_default() };
        let mut languages: Vec<Locale> = languages.into_iter().filter_map(tag).collect();
        if !languages.contains(&default_locale) {
            languages.insert(0, default_locale.clone());
        }
        let sections = fields
            .records("sections", faults)
            .into_iter()
            .map(|mut record| {
                let section =
                    Section { id: record.required_text("id", faults), topics: record.texts("topics", faults) };
                record.finish(faults);
                section
            })
            .collect();
        let manifest = Self {
            id: fields.required_text("id", faults),
            version: fields.required_text("version", faults),
            default_locale,
            languages,
            sections,
        };
        fields.finish(faults);
        manifest
    }

    /// Topic ids in the order of the menu.
    pub fn topics(&self) -> impl Iterator<Item = &Located<String>> {
        self.sections.iter().flat_map(|section| &section.topics)
    }
}

/// Everything that Kyr can say, in every language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Pack {
    pub manifest: Manifest,
    pub sources: BTreeMap<String, Source>,
    pub directory: Vec<Contact>,
    pub topics: BTreeMap<String, Topic>,
    /// Locale, then topic id.
    pub texts: BTreeMap<Locale, BTreeMap<String, Text>>,
    pub languages: BTreeMap<Locale, Language>,
    pub unserved: Vec<Unserved>,
}

impl Pack {
    pub fn text(&self, locale: &Locale, topic: &str) -> Option<&Text> {
        self.texts.get(locale)?.get(topic)
    }

    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.directory.iter().find(|contact| contact.id.value == id)
    }

    /// Path of a topic's text, relative to the pack's root.
    pub fn text_path(&self, locale: &Locale, topic: &str) -> String {
        let section = self.topics.get(topic).map_or("unknown", |topic| topic.section.as_str());
        format!("text/{locale}/{section}/{topic}.yaml")
    }

    /// Whether a file of message catalogs is of a served language.
    pub fn has_catalog(&self, path: &str) -> bool {
        path.starts_with("locales/") && self.is_served(path)
    }

    /// Whether a file matters for answering: drafts of languages that are not served yet do not.
    pub fn is_served(&self, path: &str) -> bool {
        let tag = ["text/", "locales/"].iter().find_map(|folder| path.strip_prefix(folder)?.split('/').next());
        tag.is_none_or(|tag| self.manifest.languages.iter().any(|locale| locale.as_str() == tag))
    }
}
