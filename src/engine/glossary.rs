//! The names that a pack gives: titles, ids and glossary terms in every served language, folded, as one run of text
//! that is searched where it lies. It must not know questions: a name is exact or nearly so.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::normalize::fold;
use crate::content::Pack;
use crate::content::text::Term;
use crate::diagnostic::edit_distance;
use crate::locale::Locale;

/// A name that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    pub folded: &'a str,
    /// Index among the pack's topics.
    pub topic: usize,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A topic's title or id.
    Topic,
    Term,
    /// A term that is written with a capital or a digit. "Accurint" in a sentence tells what the sentence is
    /// about, "consent" does not.
    ProperTerm,
}

/// All names, ascending.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Glossary {
    text: String,
    entries: Vec<Entry>,
    /// Words of proper names that several languages share ("Palantir", "detainer"): they tell no language.
    shared: BTreeSet<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Entry {
    /// Where the name ends in the text; it begins where the one before ends.
    end: u32,
    topic: u16,
    kind: Kind,
}

impl Glossary {
    /// `topics` gives the topics their indices.
    pub fn new(pack: &Pack, topics: &[String]) -> Self {
        let mut names: BTreeMap<String, (usize, Kind)> = BTreeMap::new();
        let mut users: BTreeMap<String, BTreeSet<&Locale>> = BTreeMap::new();
        let default = &pack.manifest.default_locale;
        let others = pack.manifest.languages.iter().filter(|locale| *locale != default);
        // First come, first served: the default language's names win over another's.
        for locale in [default].into_iter().chain(others) {
            for (id, text) in pack.texts.get(locale).into_iter().flatten() {
                let Some(topic) = topics.iter().position(|topic| topic == id) else { continue };
                names.entry(fold(&text.title)).or_insert((topic, Kind::Topic));
                names.entry(fold(id)).or_insert((topic, Kind::Topic));
                for name in text.terms.iter().flat_map(Term::names) {
                    let proper = name.chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
                    for word in fold(name).split(' ').filter(|_| proper) {
                        users.entry(word.to_owned()).or_default().insert(locale);
                    }
                    let kind = if proper { Kind::ProperTerm } else { Kind::Term };
                    names.entry(fold(name)).or_insert((topic, kind));
                }
            }
        }
        let shared = users.into_iter().filter(|(_, users)| users.len() >= SHARING).map(|(word, _)| word).collect();
        let mut glossary = Self { shared, ..Self::default() };
        for (name, (topic, kind)) in names {
            glossary.text.push_str(&name);
            glossary.entries.push(Entry { end: glossary.text.len() as u32, topic: topic as u16, kind });
        }
        glossary
    }

    /// All of them, ascending.
    pub fn names(&self) -> impl Iterator<Item = Name<'_>> {
        (0..self.entries.len()).map(|at| self.name(at))
    }

    /// The name with one slip in it that `word` is, if only one topic has a name so near.
    pub fn misspelled(&self, word: &str) -> Option<Name<'_>> {
        let first = word.chars().next();
        // One slip is one character more, less or other; a word may be hostile and long.
        let as_long = |name: &Name<'_>| name.folded.len().abs_diff(word.len()) <= char::MAX.len_utf8();
        let alike = |name: &Name<'_>| name.folded.chars().next() == first && edit_distance(word, name.folded) == 1;
        let mut near = self.names().filter(as_long).filter(alike);
        let found = near.next()?;
        near.all(|other| other.topic == found.topic).then_some(found)
    }

    /// Whether all of it is names that several languages share: it tells no language.
    pub fn is_shared(&self, folded: &str) -> bool {
        folded.split(' ').all(|word| self.shared.contains(word))
    }

    /// The name at a place among all.
    pub fn name(&self, at: usize) -> Name<'_> {
        let begin = at.checked_sub(1).map_or(0, |before| self.entries[before].end);
        let Entry { end, topic, kind } = self.entries[at];
        Name { folded: &self.text[begin as usize..end as usize], topic: topic.into(), kind }
    }
}

/// A name in so many languages' glossaries is borrowed by most of them.
const SHARING: usize = 3;
