//! # promise-word
//!
//! A text uses a word that promises what nobody can keep: "guaranteed", "untraceable", "100 % safe".
//!
//! **Why.** Whoever believes such a word takes a risk that they would not have taken otherwise.
//!
//! **What to do.** Say what a step does and where it ends: "lowers the risk", "hides the text, but not
//! whom you write to". Each language's words stand under `promises` in `text/<lang>/language.yaml`.

use crate::diagnostic::Diagnostic;
use crate::engine::normalize::fold;
use crate::lint::Subject;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for written in subject.texts() {
        let Some(language) = subject.pack.languages.get(written.locale) else { continue };
        let promises = language.promises.iter().map(|word| format!(" {} ", fold(word)));
        let promises: Vec<String> = promises.filter(|word| !word.trim().is_empty()).collect();
        for sentence in written.text.sentences() {
            let padded = format!(" {} ", fold(sentence));
            let Some(word) = promises.iter().find(|word| padded.contains(word.as_str())) else { continue };
            found.push(Diagnostic::error(
                "promise-word",
                written.file,
                subject.within(written.file, sentence, begin(sentence, word)),
                format!("“{}” promises what nobody can keep", word.trim()),
                "say what the step does and where it ends",
            ));
        }
    }
}

/// The byte at which the folded `word` begins in a sentence as written.
fn begin(sentence: &str, word: &str) -> usize {
    let is_start = |at: usize| {
        let (before, after) = sentence.split_at(at);
        after.starts_with(char::is_alphanumeric) && !before.ends_with(char::is_alphanumeric)
    };
    let fits = |at: &usize| is_start(*at) && format!(" {} ", fold(&sentence[*at..])).starts_with(word);
    sentence.char_indices().map(|(at, _)| at).find(fits).unwrap_or(0)
}
