//! Phrases of all languages that are looked for as the whole, the beginning or the end of a folded text, found by their
//! first and last bytes: a thousand comparisons for each message would cost more than its answer.
//! It must not know what the phrases stand for.

use rustc_hash::FxHashMap;

use super::affix;

/// Phrases and what each stands for; of those that fit, the longer come first, so that "language" is not read as "lang".
pub struct Lexicon<T> {
    phrases: Vec<(String, T)>,
    /// Places among the phrases by their first and by their last bytes, ascending.
    first: FxHashMap<[u8; 2], Vec<u16>>,
    last: FxHashMap<[u8; 2], Vec<u16>>,
}

fn first(text: &str) -> [u8; 2] {
    outermost(text.bytes())
}

fn last(text: &str) -> [u8; 2] {
    outermost(text.bytes().rev())
}

/// Two bytes. A phrase of a single letter is a whole word: wherever it is found, a space stands beside it.
fn outermost(mut bytes: impl Iterator<Item = u8>) -> [u8; 2] {
    [(); 2].map(|()| bytes.next().unwrap_or(b' '))
}

impl<T> FromIterator<(String, T)> for Lexicon<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(phrases: I) -> Self {
        let mut phrases: Vec<(String, T)> = phrases.into_iter().filter(|(phrase, _)| !phrase.is_empty()).collect();
        phrases.sort_by_key(|(phrase, _)| std::cmp::Reverse(phrase.len()));
        let mut lexicon = Self { phrases, first: FxHashMap::default(), last: FxHashMap::default() };
        for (at, (phrase, _)) in (0..=u16::MAX).zip(&lexicon.phrases) {
            lexicon.first.entry(first(phrase)).or_default().push(at);
            lexicon.last.entry(last(phrase)).or_default().push(at);
        }
        lexicon
    }
}

/// A phrase that stands in a text.
pub struct Found<'a, 'b, T> {
    pub phrase: &'a str,
    pub meant: &'a T,
    /// The text without the phrase; empty when there is nothing else.
    pub rest: &'b str,
}

impl<T> Lexicon<T> {
    /// All that `folded` as a whole stands for.
    pub fn whole(&self, folded: &str) -> impl Iterator<Item = &T> {
        self.starting_like(folded).filter(move |(phrase, _)| *phrase == folded).map(|(_, meant)| meant)
    }

    /// Phrases at the beginning of `folded`.
    pub fn beginning<'b>(&self, folded: &'b str) -> impl Iterator<Item = Found<'_, 'b, T>> {
        let found = move |(phrase, meant)| Some(Found { phrase, meant, rest: affix::after(folded, phrase)? });
        self.starting_like(folded).filter_map(found)
    }

    /// Phrases at the end of `folded`.
    pub fn ending<'b>(&self, folded: &'b str) -> impl Iterator<Item = Found<'_, 'b, T>> {
        let found = move |(phrase, meant)| Some(Found { phrase, meant, rest: affix::before(folded, phrase)? });
        self.at(self.last.get(&last(folded))).filter_map(found)
    }

    /// Phrases that `begun`, two letters or more, is the beginning of, whole words or not.
    pub fn completing<'b>(&self, begun: &'b str) -> impl Iterator<Item = (&str, &T)> + use<'_, 'b, T> {
        self.starting_like(begun).filter(move |(phrase, _)| phrase.starts_with(begun))
    }

    fn starting_like(&self, folded: &str) -> impl Iterator<Item = (&str, &T)> + use<'_, T> {
        self.at(self.first.get(&first(folded)))
    }

    fn at<'a>(&'a self, places: Option<&'a Vec<u16>>) -> impl Iterator<Item = (&'a str, &'a T)> {
        let phrases = places.into_iter().flatten().map(|at| &self.phrases[usize::from(*at)]);
        phrases.map(|(phrase, meant)| (phrase.as_str(), meant))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_where_they_stand() {
        let phrases = [("lang", 1), ("language", 2), ("", 3), ("什么是", 4), ("hotlines", 5), ("lang", 6), ("a", 7)];
        let lexicon: Lexicon<u8> = phrases.into_iter().map(|(phrase, meant)| (phrase.to_owned(), meant)).collect();
        assert_eq!(lexicon.whole("lang").collect::<Vec<_>>(), [&1, &6]);
        assert_eq!(lexicon.whole("").count() + lexicon.whole("la").count(), 0);
        let beginning = |text| lexicon.beginning(text).map(|found| (*found.meant, found.rest)).collect::<Vec<_>>();
        assert_eq!(beginning("language es"), [(2, "es")]);
        assert_eq!(beginning("什么是驱逐令"), [(4, "驱逐令")]);
        let ending: Vec<_> = lexicon.ending("texas hotlines").map(|found| (found.phrase, found.rest)).collect();
        assert_eq!(ending, [("hotlines", "texas")]);
        assert_eq!((beginning("a language"), beginning("alas")), (vec![(7, "language")], vec![]));
        assert_eq!(lexicon.ending("is a").count() + lexicon.whole("a").count() + lexicon.ending("ia").count(), 2);
        assert_eq!(
            lexicon.completing("lan").map(|(phrase, _)| phrase).collect::<Vec<_>>(),
            ["language", "lang", "lang"]
        );
    }
}
