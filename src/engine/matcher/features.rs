//! A folded message as weighted features: words, pairs of words, and character n-grams that
//! forgive typing errors. It must not know classes, topics or languages.

use rustc_hash::{FxBuildHasher, FxHashMap};

use crate::engine::script::Script;

/// Which features a classifier looks at.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Character n-grams inside words, with a mark at both ends.
    pub chars: (usize, usize),
    pub pairs: bool,
    /// Features of fewer examples are forgotten.
    pub rarest: u32,
}

/// Topics: meaning sits in words and their stems.
pub const TOPIC: Shape = Shape { chars: (3, 5), pairs: true, rarest: 3 };
/// Languages: short words and letter sequences.
pub const LANGUAGE: Shape = Shape { chars: (2, 4), pairs: false, rarest: 4 };

/// Each feature once and how often it occurs; words and pairs apart from
/// character n-grams, because each group is normalized by itself.
pub struct Counts {
    pub words: Vec<(u32, f32)>,
    pub chars: Vec<(u32, f32)>,
}

/// Counts the features of a folded text.
pub fn count(folded: &str, shape: Shape) -> Counts {
    let (mut words, mut chars) = (Vec::new(), Vec::with_capacity(folded.len() * (shape.chars.1 - shape.chars.0 + 1)));
    let mut previous = "";
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        words.push(hash(&[b"w", word.as_bytes()]));
        push_syllables(word, &mut words);
        if shape.pairs {
            words.push(hash(&[b"p", previous.as_bytes(), b" ", word.as_bytes()]));
            previous = word;
        }
        push_chars(word, shape, &mut chars);
    }
    Counts { words: tally(words), chars: tally(chars) }
}

/// Where words are not set apart (Chinese) or carry what modifies them (Korean), runs of one to three characters or
/// syllables stand for words.
fn push_syllables(word: &str, words: &mut Vec<u32>) {
    if word.is_ascii() {
        return;
    }
    let begins = |c: char| matches!(Script::of(c), Some(Script::Han | Script::Kana)) || is_initial(c);
    let starts: Vec<usize> = word.char_indices().filter(|(_, c)| begins(*c)).map(|(at, _)| at).collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([word.len()]).collect();
    for (at, start) in starts.iter().enumerate() {
        words.extend(ends[at..].iter().take(LONGEST_RUN).map(|end| hash(&[b"s", &word.as_bytes()[*start..*end]])));
    }
}

/// Whether a Korean syllable begins here; folding has taken them apart.
fn is_initial(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{1112}')
}

/// Syllables of the longest run.
const LONGEST_RUN: usize = 3;

/// Each n-gram's hash goes on from that of the one shorter by a character.
fn push_chars(word: &str, shape: Shape, chars: &mut Vec<u32>) {
    let marked = format!("\u{2}{word}\u{3}");
    for (start, _) in marked.char_indices() {
        let mut state = extend(START, b"c");
        for (length, c) in (1..=shape.chars.1).zip(marked[start..].chars()) {
            state = extend(state, c.encode_utf8(&mut [0; 4]).as_bytes());
            if length >= shape.chars.0 {
                chars.push(finish(state));
            }
        }
    }
}

/// In the order in which they come first, so that sums over features are the same on every run.
fn tally(features: Vec<u32>) -> Vec<(u32, f32)> {
    let mut places: FxHashMap<u32, usize> = FxHashMap::with_capacity_and_hasher(features.len(), FxBuildHasher);
    let mut tallied: Vec<(u32, f32)> = Vec::with_capacity(features.len());
    for feature in features {
        let place = *places.entry(feature).or_insert(tallied.len());
        match tallied.get_mut(place) {
            Some((_, times)) => *times += 1.0,
            None => tallied.push((feature, 1.0)),
        }
    }
    tallied
}

/// FNV-1a over the parts, folded to 32 bits; stable across machines and versions of Rust.
fn hash(parts: &[&[u8]]) -> u32 {
    finish(parts.iter().fold(START, |state, part| extend(state, part)))
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

fn extend(state: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(state, |state, byte| (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn finish(state: u64) -> u32 {
    (state ^ (state >> 32)) as u32
}
