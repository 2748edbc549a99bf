//! # duplicate-example
//!
//! The same example message stands under two topics of a language, or under a topic and in
//! `none.yaml`. Twice under one topic is a warning. Capitals, accents and punctuation do not count.
//!
//! **Why.** Examples teach Kyr which topic a message belongs to. One message under two topics teaches
//! it that the answer does not matter; twice under one topic, nothing new.
//!
//! **What to do.** Leave the example where a person who asks it is helped best, and remove the other.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Located};
use crate::engine::normalize::fold;
use crate::lint::Subject;

/// An example, the file that it stands in, and what to call that file's subject.
type Example<'a> = (String, &'a str, &'a Located<String>);

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let mut locales: BTreeMap<&str, Vec<Example<'_>>> = BTreeMap::new();
    for written in subject.texts() {
        let examples = written.text.examples.iter().map(|example| (written.file.to_owned(), written.topic, example));
        locales.entry(written.locale.as_str()).or_default().extend(examples);
    }
    for (locale, language) in &subject.pack.languages {
        let file = format!("text/{locale}/none.yaml");
        let examples = language.none.iter().map(|example| (file.clone(), "none.yaml", example));
        locales.entry(locale.as_str()).or_default().extend(examples);
    }
    locales.into_values().for_each(|examples| compare(examples, found));
}

fn compare(examples: Vec<Example<'_>>, found: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<String, &str> = BTreeMap::new();
    for (file, place, example) in examples {
        let folded = fold(example);
        let Some(before) = first.get(&folded).filter(|_| !folded.is_empty()) else {
            first.insert(folded, place);
            continue;
        };
        let twice = |message: String, help: &str| {
            Diagnostic::error("duplicate-example", file.clone(), example.span, message, help)
        };
        found.push(if *before == place {
            twice(format!("“{}” stands twice here", example.value), "remove one of them").into_warning()
        } else {
            twice(
                format!("“{}” is an example of `{before}` too", example.value),
                "keep it where the person is helped best, and remove the other",
            )
        });
    }
}
