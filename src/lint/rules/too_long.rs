//! # too-long
//!
//! A text is longer than a frightened person can read on a phone. At most: title 70 characters; answer
//! and steps together 100 words; 5 steps of 24 words each; `law` and `in_practice` 75 words; `details`
//! 150; a region 50; the meaning of a term 50. Two characters of a script without spaces between words
//! (Chinese, Japanese, Thai, Lao, Burmese, Khmer) count as one word. No sentence field has more than
//! 1900 UTF-16 units.
//!
//! **Why.** People read it while somebody knocks. Beyond 1900 units a platform cuts the message off.
//!
//! **What to do.** Say less, not smaller: keep what changes what the person does, and move the rest
//! from the answer to `law`, `in_practice` or `details`.

use crate::content::Text;
use crate::diagnostic::{Diagnostic, Located};
use crate::lint::Subject;

const TITLE_CHARS: usize = 70;
const ANSWER_AND_STEPS_WORDS: usize = 100;
const STEPS: usize = 5;
const UTF16_UNITS: usize = 1_900;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for written in subject.texts() {
        for (sentence, message) in judge(written.text) {
            let help = "keep what changes what the person does; move or leave out the rest";
            found.push(Diagnostic::error("too-long", written.file, sentence.span, message, help));
        }
    }
}

fn judge(text: &Text) -> Vec<(&Located<String>, String)> {
    let mut long = Vec::new();
    let mut limit = |sentence, what: &str, has: usize, unit: &str, most: usize| {
        if has > most {
            long.push((sentence, format!("{what} {has} {unit}, at most {most}")));
        }
    };
    limit(&text.title, "the title has", text.title.chars().count(), "characters", TITLE_CHARS);
    let all = words(&text.answer) + text.steps.iter().map(|step| words(step)).sum::<usize>();
    limit(&text.answer, "answer and steps have", all, "words", ANSWER_AND_STEPS_WORDS);
    if let Some(surplus) = text.steps.get(STEPS) {
        limit(surplus, "there are", text.steps.len(), "steps", STEPS);
    }
    text.steps.iter().for_each(|step| limit(step, "the step has", words(step), "words", 24));
    text.law.iter().for_each(|law| limit(law, "`law` has", words(law), "words", 75));
    text.in_practice.iter().for_each(|practice| limit(practice, "`in_practice` has", words(practice), "words", 75));
    text.details.iter().for_each(|details| limit(details, "`details` has", words(details), "words", 150));
    text.regions.values().for_each(|region| limit(region, "the region has", words(region), "words", 50));
    text.terms.iter().for_each(|term| limit(&term.means, "the meaning has", words(&term.means), "words", 50));
    for sentence in text.sentences() {
        limit(sentence, "the text has", sentence.encode_utf16().count(), "UTF-16 units", UTF16_UNITS);
    }
    long
}

fn words(text: &str) -> usize {
    let dense = text.chars().filter(|c| is_unspaced(*c)).count();
    let spaced = text.split(|c: char| c.is_whitespace() || is_unspaced(c));
    spaced.filter(|word| word.contains(char::is_alphanumeric)).count() + dense.div_ceil(2)
}

/// Letters of scripts that put no space between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3041}'..='\u{30ff}')
        || matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
