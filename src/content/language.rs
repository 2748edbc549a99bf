//! What a pack says about a whole language: section titles, directory wording, out-of-scope messages;
//! and the languages that it knows of but does not serve. It must not know topics.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::directory::Wording;
use super::fields::{Faults, Fields, text_of};
use super::node::Node;
use crate::diagnostic::Located;
use crate::locale::Locale;

/// `content/text/<lang>/{language,directory,none}.yaml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Language {
    /// Section id to its title.
    pub sections: BTreeMap<String, Located<String>>,
    /// Words that promise what nobody can keep; texts must not use them.
    pub promises: Vec<Located<String>>,
    /// Directory id to its wording.
    pub directory: BTreeMap<String, Wording>,
    /// Messages that no topic answers; like examples, not kept in a compiled pack.
    pub none: Vec<Located<String>>,
}

impl Language {
    /// Fields of `language.yaml`.
    pub fn read_titles(&mut self, mut fields: Fields, faults: &mut Faults) {
        self.promises = fields.texts("promises", faults);
        if let Some(record) = fields.record("sections", faults) {
            for (id, node) in record.into_entries() {
                if let Some(title) = text_of(node, &id, faults) {
                    self.sections.insert(id.value, title);
                }
            }
        }
        fields.finish(faults);
    }

    /// Entries of `directory.yaml`.
    pub fn read_directory(&mut self, fields: Fields, faults: &mut Faults) {
        for (id, node) in fields.into_entries() {
            if let Some(record) = Fields::of(node, &id, faults) {
                self.directory.insert(id.value, Wording::read(record, faults));
            }
        }
    }

    /// The `examples` of `none.yaml`.
    pub fn read_none(&mut self, mut fields: Fields, faults: &mut Faults) {
        self.none = fields.texts("examples", faults);
        fields.finish(faults);
    }
}

/// A language that Kyr recognizes in order to say that it does not speak it (`content/unserved.yaml`).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Unserved {
    pub locale: Locale,
    /// Its English name.
    pub name: Located<String>,
    /// "Kyr does not speak this language yet", in this language.
    pub sentence: Located<String>,
    /// Messages as people type them; they train detection and are not kept in a compiled pack.
    pub samples: Vec<Located<String>>,
}

impl Unserved {
    /// Reads one `tag: {…}` entry; `None` when the tag is no language tag.
    pub fn read(tag: &Located<String>, node: Node, faults: &mut Faults) -> Option<Self> {
        let mut fields = Fields::of(node, tag, faults)?;
        let locale = match Locale::parse(tag) {
            Ok(locale) => locale,
            Err(help) => {
                faults.error("invalid-value", tag.span, format!("unknown language tag `{}`", tag.value), help);
                return None;
            }
        };
        let unserved = Self {
            locale,
            name: fields.required_text("name", faults),
            sentence: fields.required_text("sentence", faults),
            samples: fields.texts("samples", faults),
        };
        fields.finish(faults);
        Some(unserved)
    }
}
