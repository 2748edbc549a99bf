//! Topics and words by name: what a message names, alone or inside a question or a sentence.
//! It must not know the matcher: a name is exact or it is none.

use std::cell::LazyCell;
use std::collections::HashSet;
use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::glossary::{Glossary, Kind, Name};
use super::lexicon::Lexicon;
use super::normalize::fold;
use crate::locale::{Catalog, Locale, Message};

/// The pack's names, and the beginnings and ends of questions that ask what a name means.
pub struct Names {
    glossary: Glossary,
    /// Where in it each name is, by the name's hash.
    places: FxHashMap<u64, u32>,
    /// First words of proper names: most words of a message begin none.
    first: FxHashSet<String>,
    beginnings: Lexicon<()>,
    ends: Lexicon<()>,
}

impl Names {
    pub fn new(glossary: Glossary, catalog: &Catalog, served: &[Locale]) -> Self {
        let words = |message: Message<'static>| {
            let all = served.iter().flat_map(|locale| catalog.words(locale, message));
            all.map(|words| (fold(&words), ())).collect()
        };
        let proper = glossary.names().filter(|name| name.kind == Kind::ProperTerm);
        let first = proper.filter_map(|name| Some(name.folded.split(' ').next()?.to_owned())).collect();
        let places = (0..).zip(glossary.names()).map(|(at, name)| (FxBuildHasher.hash_one(name.folded), at)).collect();
        Self { glossary, places, first, beginnings: words(Message::WhatIs), ends: words(Message::WhatIsEnd) }
    }

    /// "what is an I-205": a question that needs no mark.
    pub fn asks_for_meaning(&self, folded: &str) -> bool {
        self.beginnings.beginning(folded).any(|found| !found.rest.is_empty())
            || self.ends.ending(folded).any(|found| self.get(found.rest).is_some())
    }

    /// "I-205", "what is an I-205", "I-205 是什么": what remains without the question's beginning and end.
    pub fn find(&self, folded: &str) -> Option<Name<'_>> {
        let asked = self.beginnings.beginning(folded).map(|found| found.rest).next();
        let exact = [Some(folded), asked].into_iter().flatten().find_map(|name| self.look_up(name));
        exact.or_else(|| self.misspelled(asked.unwrap_or(folded)))
    }

    fn get(&self, folded: &str) -> Option<Name<'_>> {
        let at = self.places.get(&FxBuildHasher.hash_one(folded))?;
        Some(self.glossary.name(*at as usize)).filter(|name| name.folded == folded)
    }

    /// Whether all of it is names that several languages share: it tells no language.
    pub fn is_shared(&self, folded: &str) -> bool {
        self.glossary.is_shared(folded)
    }

    /// A single long word with one slip in it.
    fn misspelled(&self, word: &str) -> Option<Name<'_>> {
        let single = !word.contains(' ') && word.chars().count() >= SHORTEST_MISSPELLED;
        single.then(|| self.glossary.misspelled(word))?
    }

    fn look_up(&self, name: &str) -> Option<Name<'_>> {
        self.get(name).or_else(|| self.ends.ending(name).find_map(|found| self.get(found.rest)))
    }

    /// Proper names of the glossary that stand anywhere in the message, the longest at each place. Short ones ("DAS",
    /// "CASA") are everyday words of some language and count only in capitals.
    pub fn mentioned(&self, text: &str, folded: &str) -> Vec<Name<'_>> {
        let capitals = LazyCell::new(|| capitals(text));
        let is_name = |words: &str| words.len() >= SHORTEST_IN_LOWER_CASE || capitals.contains(words);
        // Where words end; they stand one space apart.
        let mut ends: Vec<usize> = folded.match_indices(' ').map(|(at, _)| at).collect();
        ends.push(folded.len());
        let (mut found, mut start, mut word) = (Vec::new(), 0, 0);
        while word < ends.len() {
            let longest = self.first.contains(&folded[start..ends[word]]).then(|| {
                (word..ends.len().min(word + LONGEST_NAME)).rev().find_map(|last| {
                    let name = self.get(&folded[start..ends[last]])?;
                    (name.kind == Kind::ProperTerm && is_name(name.folded)).then_some((last, name))
                })
            });
            let longest = longest.flatten();
            word = longest.map_or(word, |(last, _)| last) + 1;
            start = ends[word - 1] + 1;
            found.extend(longest.map(|(_, name)| name));
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

/// The words that are written in capitals, folded.
fn capitals(text: &str) -> HashSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let capital = |word: &&str| word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase);
    words.filter(capital).map(fold).collect()
}

/// Bytes from which on a name needs no capitals.
const SHORTEST_IN_LOWER_CASE: usize = 5;
/// Words of the longest name that is looked for inside a message.
const LONGEST_NAME: usize = 6;
/// Letters from which on one wrong letter still leaves no doubt.
const SHORTEST_MISSPELLED: usize = 6;
