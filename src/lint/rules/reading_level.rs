//! # reading-level
//!
//! An English text reads at a school grade above 8.0. Title, answer, steps, `law`, `in_practice` and
//! `details` are judged together; texts of fewer than 30 words are not.
//!
//! The grade is Flesch and Kincaid's: `0.39 × words ÷ sentences + 11.8 × syllables ÷ words − 15.59`.
//! A sentence ends with `.`, `!` or `?`, with a paragraph, or with a field. A syllable is a group of
//! vowels, without a silent `e`, `es` or `ed` at the end; `ia`, `io` and a vowel before `ing` are two,
//! except in endings such as `-tion` and `-cial`. Acronyms, names of forms and numbers (`ICE`, `I-205`,
//! `U.S.C.`, `2026`) count as one syllable.
//!
//! **Why.** Many readers learned English late, and all of them are in a hurry.
//!
//! **What to do.** Cut long sentences in two and take everyday words. The help names the longest
//! sentence and the longest words. Do not drop what the person must know.

use crate::content::Text;
use crate::diagnostic::Diagnostic;
use crate::lint::Subject;
use crate::lint::reading::Reading;

const MAX_GRADE: f64 = 8.0;
const MIN_WORDS: usize = 30;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for written in subject.texts().filter(|written| written.locale.as_str() == "en") {
        let reading = read(written.text);
        let grade = (reading.grade() * 10.0).round() / 10.0;
        if reading.words >= MIN_WORDS && grade > MAX_GRADE {
            let (longest, words) = &reading.longest_sentence;
            let beginning: String = longest.chars().take(40).collect();
            found.push(Diagnostic::error(
                "reading-level",
                written.file,
                written.text.answer.span,
                format!("the text reads at grade {grade:.1}, at most {MAX_GRADE:.1}"),
                format!(
                    "cut the longest sentence (“{beginning}…”, {words} words) and replace long words: {}",
                    reading.hardest_words(4).join(", ")
                ),
            ));
        }
    }
}

fn read(text: &Text) -> Reading {
    let mut reading = Reading::default();
    let optional = text.law.iter().chain(&text.in_practice).chain(&text.details);
    for field in [&text.title, &text.answer].into_iter().chain(&text.steps).chain(optional) {
        field.split('\n').for_each(|paragraph| reading.add(paragraph));
    }
    reading
}
