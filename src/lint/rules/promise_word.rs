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
    for (locale, texts) in &subject.pack.texts {
        let Some(language) = subject.pack.languages.get(locale) else { continue };
        let promises: Vec<String> = language.promises.iter().map(|word| format!(" {} ", fold(word))).collect();
        for (topic, text) in texts {
            for sentence in text.sentences() {
                let padded = format!(" {} ", fold(sentence));
                let Some(word) = promises.iter().find(|word| padded.contains(word.as_str())) else { continue };
                found.push(Diagnostic::error(
                    "promise-word",
                    subject.pack.text_path(locale, topic),
                    sentence.span,
                    format!("“{}” promises what nobody can keep", word.trim()),
                    "say what the step does and where it ends",
                ));
            }
        }
    }
}
