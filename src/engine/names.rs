//! Topics and words by name: titles, ids and glossary terms in every served language.
//! It must not know the matcher: a name is exact or it is none.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::affix;
use super::normalize::fold;
use crate::content::Pack;
use crate::content::text::Term;
use crate::diagnostic::edit_distance;
use crate::locale::{Catalog, Locale, Message};

/// A topic that was called by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    pub topic: String,
    /// The glossary name that was used, folded, when a term was named.
    pub term: Option<String>,
    /// The term is a proper name: it is written with a capital or a digit. "Accurint" in a sentence
    /// tells what the sentence is about, "consent" does not.
    proper: bool,
}

/// Folded names, and the beginnings and ends of questions that ask what a name means.
pub struct Names {
    names: HashMap<String, Named>,
    /// Words of proper names that several languages share ("Palantir", "detainer"): they tell no language.
    shared: HashSet<String>,
    beginnings: Vec<String>,
    ends: Vec<String>,
}

impl Names {
    pub fn new(pack: &Pack, catalog: &Catalog) -> Self {
        let mut names = HashMap::new();
        let mut users: HashMap<String, BTreeSet<&Locale>> = HashMap::new();
        let default = &pack.manifest.default_locale;
        let others = pack.manifest.languages.iter().filter(|locale| *locale != default);
        // First come, first served: the default language's names win over another's.
        for locale in [default].into_iter().chain(others) {
            for (id, text) in pack.texts.get(locale).into_iter().flatten() {
                let named = |term| Named { topic: id.clone(), term, proper: false };
                names.entry(fold(&text.title)).or_insert_with(|| named(None));
                names.entry(fold(id)).or_insert_with(|| named(None));
                for name in text.terms.iter().flat_map(Term::names) {
                    let proper = name.chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
                    let entry = |name| Named { proper, ..named(Some(name)) };
                    for word in fold(name).split(' ').filter(|_| proper) {
                        users.entry(word.to_owned()).or_default().insert(locale);
                    }
                    names.entry(fold(name)).or_insert_with_key(|name| entry(name.clone()));
                }
            }
        }
        let shared = users.into_iter().filter(|(_, users)| users.len() >= SHARING).map(|(word, _)| word).collect();
        let words = |message: Message<'static>| {
            let all = pack.manifest.languages.iter().flat_map(|locale| catalog.words(locale, message));
            let mut all: Vec<String> = all.map(|words| fold(&words)).collect();
            all.sort_by_key(|words| std::cmp::Reverse(words.len()));
            all
        };
        Self { names, shared, beginnings: words(Message::WhatIs), ends: words(Message::WhatIsEnd) }
    }

    /// "what is an I-205": a question that needs no mark.
    pub fn asks_for_meaning(&self, folded: &str) -> bool {
        let begun =
            self.beginnings.iter().any(|words| affix::after(folded, words).is_some_and(|rest| !rest.is_empty()));
        begun
            || self
                .ends
                .iter()
                .any(|words| affix::before(folded, words).is_some_and(|rest| self.names.contains_key(rest)))
    }

    /// "I-205", "what is an I-205", "I-205 是什么": what remains without the question's beginning and end.
    pub fn find(&self, folded: &str) -> Option<&Named> {
        let asked = self.beginnings.iter().find_map(|words| affix::after(folded, words));
        let exact = [Some(folded), asked].into_iter().flatten().find_map(|name| self.look_up(name));
        exact.or_else(|| self.misspelled(asked.unwrap_or(folded)))
    }

    /// Whether all of it is names that several languages share: it tells no language.
    pub fn is_shared(&self, folded: &str) -> bool {
        folded.split(' ').all(|word| self.shared.contains(word))
    }

    /// A single long word with one slip in it, if only one topic has a name so near.
    fn misspelled(&self, word: &str) -> Option<&Named> {
        if word.contains(' ') || word.chars().count() < SHORTEST_MISSPELLED {
            return None;
        }
        let mut near = self
            .names
            .iter()
            .filter(|(name, _)| name.chars().next() == word.chars().next() && edit_distance(word, name) == 1);
        let (_, found) = near.next()?;
        near.all(|(_, other)| other.topic == found.topic).then_some(found)
    }

    fn look_up(&self, name: &str) -> Option<&Named> {
        let mut ended = self.ends.iter().filter_map(|words| affix::before(name, words));
        self.names.get(name).or_else(|| ended.find_map(|name| self.names.get(name)))
    }

    /// Proper names of the glossary that stand anywhere in the message, the longest at each place. Short ones ("DAS",
    /// "CASA") are everyday words of some language and count only in capitals.
    pub fn mentioned(&self, text: &str, folded: &str) -> Vec<&Named> {
        let capitals: HashSet<String> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase))
            .map(fold)
            .collect();
        let is_name = |words: &str| words.len() >= SHORTEST_IN_LOWER_CASE || capitals.contains(words);
        let words: Vec<&str> = folded.split(' ').collect();
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let longest = (1..=LONGEST_NAME.min(words.len() - at)).rev().find_map(|length| {
                let name = words[at..at + length].join(" ");
                let named = self.names.get(&name).filter(|named| named.proper && is_name(&name))?;
                Some((length, named))
            });
            at += longest.map_or(1, |(length, _)| length);
            found.extend(longest.map(|(_, named)| named));
        }
        found
    }

    /// The only topic among `offered` whose title begins so; for choosing by a part of the name.
    pub fn complete<'a>(&self, folded: &str, offered: impl Iterator<Item = (&'a str, String)>) -> Option<&'a str> {
        if folded.chars().count() < 4 {
            return None;
        }
        let mut fitting = offered.filter(|(_, title)| fold(title).starts_with(folded));
        let found = fitting.next()?;
        fitting.next().is_none().then_some(found.0)
    }
}

/// A name in so many languages' glossaries is borrowed by most of them.
const SHARING: usize = 3;
/// Bytes from which on a name needs no capitals.
const SHORTEST_IN_LOWER_CASE: usize = 5;
/// Words of the longest name that is looked for inside a message.
const LONGEST_NAME: usize = 6;
/// Letters from which on one wrong letter still leaves no doubt.
const SHORTEST_MISSPELLED: usize = 6;

/// A topic's title in `locale`, else in the default language, else its id.
pub fn title(pack: &Pack, locale: &Locale, topic: &str) -> String {
    pack.text(locale, topic)
        .or_else(|| pack.text(&pack.manifest.default_locale, topic))
        .map_or_else(|| topic.to_owned(), |text| text.title.value.clone())
}
