//! What very many people ask: the evaluation's questions in all languages, typed well and badly, and what else people
//! write to a bot. All of it is drawn from a seed. It must not know what is answered.

use std::path::Path;

/// Written as often as questions that are one in so many.
const COMMANDS: usize = 25;
const BROKEN: usize = 3;
/// Choices, commands and settings: some refer to what was said before, some are kept, some delete what was kept.
const WORDS: [&str; 16] = [
    "1",
    "2",
    "3",
    "more",
    "sources",
    "menu",
    "help",
    "about",
    "privacy",
    "hotlines Texas",
    "estado California",
    "idioma español",
    "language Korean",
    "langue français",
    "forget me",
    "A123456789",
];
/// What fingers and programs add: other scripts, marks, directions, nothing at all.
const STRANGE: [char; 14] =
    ['x', 'é', 'ñ', 'ệ', 'ق', 'ж', '門', '한', ' ', '\u{200f}', '\u{301}', '\u{200b}', '\u{1f600}', '\0'];

/// SplitMix64.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

pub struct Questions(Vec<String>);

impl Questions {
    /// From the folder of the evaluation's questions.
    pub fn read(folder: &Path) -> Self {
        let entries = std::fs::read_dir(folder).expect("the evaluation's questions");
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
        paths.sort();
        let mut all = Vec::new();
        for path in paths {
            let text = std::fs::read_to_string(path).expect("questions");
            all.extend(text.lines().filter_map(|line| line.split('\t').next()).map(str::to_owned));
        }
        Self(all)
    }

    pub fn draw(&self, chance: &mut Chance) -> String {
        if chance.below(COMMANDS) == 0 {
            return (*chance.one(&WORDS)).to_owned();
        }
        let question = chance.one(&self.0);
        if chance.below(BROKEN) == 0 { self.broken(question, chance) } else { question.clone() }
    }

    /// The question as somebody in a hurry types it, or a program that has a fault.
    fn broken(&self, question: &str, chance: &mut Chance) -> String {
        let mut letters: Vec<char> = question.chars().collect();
        for _ in 0..=chance.below(4) {
            let at = chance.below(letters.len().max(1));
            match chance.below(6) {
                0 if at + 1 < letters.len() => letters.swap(at, at + 1),
                1 if at < letters.len() => drop(letters.remove(at)),
                2 => letters.insert(at.min(letters.len()), *chance.one(&STRANGE)),
                3 => letters.truncate(at),
                4 => letters.extend(chance.one(&self.0).chars()),
                _ if chance.below(200) == 0 => letters = letters.repeat(40),
                _ => {}
            }
        }
        letters.into_iter().collect()
    }
}
