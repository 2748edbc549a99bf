//! # missing-english
//!
//! A phrase under `say` lacks its English sentence (`en`), in another language than English also what
//! it means (`text`), and in a language that is not written in Latin letters also how the English
//! sounds (`sounds`).
//!
//! **Why.** Officers understand the English sentence; the person must know what they say, and must be
//! able to read it aloud.
//!
//! **What to do.** Copy `en` unchanged from the English text, say in `text` what it means, and write
//! in `sounds` the English in the letters of your language, as it is spoken.

use crate::content::Text;
use crate::content::text::Phrase;
use crate::diagnostic::Diagnostic;
use crate::lint::Subject;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for written in subject.texts() {
        let is_english = written.locale.as_str().split('-').next() == Some("en");
        let needs_sounds = !is_english && !is_latin(written.text);
        for phrase in &written.text.say {
            for (field, help) in lacks(phrase, is_english, needs_sounds) {
                found.push(Diagnostic::error(
                    "missing-english",
                    written.file,
                    phrase.place(),
                    format!("the phrase has no `{field}`"),
                    help,
                ));
            }
        }
    }
}

fn lacks(phrase: &Phrase, is_english: bool, needs_sounds: bool) -> Vec<(&'static str, &'static str)> {
    [
        (phrase.en.is_none(), "en", "copy the English sentence unchanged from the English text"),
        (phrase.text.is_none() && !is_english, "text", "say in your language what the English sentence means"),
        (phrase.sounds.is_none() && needs_sounds, "sounds", "write how the English sounds, in your own letters"),
    ]
    .into_iter()
    .filter(|(is_lacking, ..)| *is_lacking)
    .map(|(_, field, help)| (field, help))
    .collect()
}

/// Whether most letters of the answer are Latin, with or without marks.
fn is_latin(text: &Text) -> bool {
    let letters = || text.answer.chars().filter(|c| c.is_alphabetic());
    let latin = letters().filter(|c| matches!(c, 'A'..='ʯ' | 'Ḁ'..='ỿ')).count();
    latin * 2 >= letters().count()
}
