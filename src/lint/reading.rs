//! How hard an English text is to read. It must not know which texts are judged, or what is too hard.

use std::collections::BTreeMap;

/// After these a full stop does not end a sentence; single letters and `U.S.` never do.
const ABBREVIATIONS: [&str; 12] = ["no", "nos", "vs", "mr", "mrs", "ms", "dr", "st", "inc", "co", "sec", "art"];

/// What was counted so far.
#[derive(Default)]
pub struct Reading {
    pub words: usize,
    sentences: usize,
    syllables: usize,
    /// The sentence with the most words, and how many.
    pub longest_sentence: (String, usize),
    hard: BTreeMap<String, usize>,
}

impl Reading {
    /// Counts a paragraph; its end is the end of a sentence.
    pub fn add(&mut self, paragraph: &str) {
        let mut sentence = Vec::new();
        for token in paragraph.split_whitespace() {
            sentence.push(token);
            if ends_sentence(token) {
                self.end(&std::mem::take(&mut sentence));
            }
        }
        self.end(&sentence);
    }

    fn end(&mut self, sentence: &[&str]) {
        let words: Vec<&str> = sentence.iter().flat_map(|token| words(token)).collect();
        if words.is_empty() {
            return;
        }
        for word in &words {
            let syllables = syllables(word);
            self.syllables += syllables;
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            self.hard.insert(bare.to_lowercase(), syllables);
        }
        self.words += words.len();
        self.sentences += 1;
        if words.len() > self.longest_sentence.1 {
            self.longest_sentence = (sentence.join(" "), words.len());
        }
    }

    /// Flesch-Kincaid grade; 0 for nothing.
    pub fn grade(&self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        let [words, sentences, syllables] = [self.words, self.sentences, self.syllables].map(|count| count as f64);
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }

    /// The words with the most syllables, at most `count`.
    pub fn hardest_words(&self, count: usize) -> Vec<&str> {
        let mut hard: Vec<(&String, &usize)> = self.hard.iter().collect();
        hard.sort_by_key(|(word, syllables)| (std::cmp::Reverse(**syllables), *word));
        hard.into_iter().take(count).map(|(word, _)| word.as_str()).collect()
    }
}

fn ends_sentence(token: &str) -> bool {
    let bare = token.trim_end_matches(['"', '”', '’', '\'', ')', ']']);
    let Some(stem) = bare.strip_suffix('.') else { return bare.ends_with(['!', '?']) };
    let stem = stem.trim_start_matches(['"', '“', '‘', '\'', '(', '[']);
    let is_initial = stem.chars().count() == 1 && stem.chars().all(char::is_alphabetic);
    !is_initial && !stem.contains('.') && !ABBREVIATIONS.contains(&stem.to_lowercase().as_str())
}

/// The words of what stands between two spaces: parts joined by hyphens or slashes count singly,
/// names of forms do not come apart.
fn words(token: &str) -> Vec<&str> {
    if is_name(token) {
        return vec![token];
    }
    token.split(['-', '‑', '–', '—', '/']).filter(|part| part.contains(char::is_alphanumeric)).collect()
}

/// Acronyms, names of forms, numbers.
fn is_name(token: &str) -> bool {
    token.contains(|c: char| c.is_ascii_digit()) || token.chars().filter(|c| c.is_uppercase()).count() > 1
}

fn syllables(word: &str) -> usize {
    if is_name(word) {
        return 1;
    }
    let letters: Vec<char> = word.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect();
    let groups = (0..letters.len()).filter(|at| is_vowel(&letters, *at) && (*at == 0 || !is_vowel(&letters, at - 1)));
    let count = groups.count() + splits(&letters);
    count.saturating_sub(usize::from(has_silent_ending(&letters))).max(1)
}

fn is_vowel(letters: &[char], at: usize) -> bool {
    matches!(letters[at], 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Groups of vowels that are two syllables: medi-a, peri-od, go-ing; but not spe-cial, na-tion.
fn splits(letters: &[char]) -> usize {
    let parts = (1..letters.len()).filter(|at| {
        let hidden = *at > 1 && matches!(letters[at - 2], 'c' | 'g' | 's' | 't' | 'x');
        letters[at - 1] == 'i' && matches!(letters[*at], 'a' | 'o') && !hidden
    });
    let length = letters.len();
    let before_ing = letters.ends_with(&['i', 'n', 'g']) && length > 3 && is_vowel(letters, length - 4);
    parts.count() + usize::from(before_ing)
}

/// A last `e`, `es` or `ed` that nobody speaks: rule, rules, asked; but not table, judges, needed.
fn has_silent_ending(letters: &[char]) -> bool {
    let (stem, ending) = match letters {
        [stem @ .., 'e'] => (stem, ' '),
        [stem @ .., 'e', ending @ ('s' | 'd')] => (stem, *ending),
        _ => return false,
    };
    let Some(last) = stem.len().checked_sub(1).filter(|last| !is_vowel(stem, *last)) else { return false };
    let spoken = match (stem[last], ending) {
        ('l', ' ' | 's') => last > 0 && !is_vowel(stem, last - 1),
        ('s' | 'x' | 'z' | 'c' | 'g' | 'h', 's') => true,
        ('t' | 'd', 'd') => true,
        _ => false,
    };
    !spoken && (0..stem.len()).any(|at| is_vowel(stem, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_syllables() {
        for (word, count) in [
            ("rule", 1),
            ("rules", 1),
            ("table", 2),
            ("tables", 2),
            ("judges", 2),
            ("asked", 1),
            ("needed", 2),
            ("immigration", 4),
            ("media", 3),
            ("period", 3),
            ("special", 2),
            ("going", 2),
            ("seeing", 2),
            ("the", 1),
            ("being", 2),
            ("lawyer", 2),
            ("officer", 3),
            ("detained", 2),
            ("studied", 2),
            ("people", 2),
            ("ICE", 1),
            ("I-205", 1),
            ("U.S.C.", 1),
            ("police", 2),
            ("signature", 3),
            ("you're", 1),
            ("rights", 1),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn grades_by_the_formula() {
        let mut reading = Reading::default();
        reading.add("The cat sat on the mat. See 8 U.S.C. 1226 v. it all.");
        // 13 words, 2 sentences, 13 syllables.
        assert!((reading.grade() - (0.39 * 6.5 + 11.8 - 15.59)).abs() < 1e-9);
    }
}
