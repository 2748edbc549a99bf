//! # few-examples
//!
//! A topic has fewer than 20 examples in a served language, or the language has fewer than 400
//! messages in `none.yaml`.
//!
//! **Why.** Kyr learns from the examples what people mean. With few of them it misses questions that
//! it could answer; without enough messages of `none.yaml` it answers what nobody asked.
//!
//! **What to do.** Add messages under `examples`, each as a different person would type it: short and
//! long, with slips, in a hurry, mixed with English words. Do not vary one sentence.

use crate::diagnostic::Diagnostic;
use crate::lint::Subject;

const FOR_A_TOPIC: usize = 20;
const FOR_NONE: usize = 400;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let served = |locale| subject.pack.manifest.languages.contains(locale);
    for written in subject.texts().filter(|written| served(written.locale)) {
        judge(subject, written.file, written.text.examples.len(), FOR_A_TOPIC, found);
    }
    for locale in &subject.pack.manifest.languages {
        let file = format!("text/{locale}/none.yaml");
        let has = subject.pack.languages.get(locale).map_or(0, |language| language.none.len());
        if !subject.is_unread(&file) {
            judge(subject, &file, has, FOR_NONE, found);
        }
    }
}

fn judge(subject: &Subject<'_>, file: &str, has: usize, wanted: usize, found: &mut Vec<Diagnostic>) {
    if has < wanted {
        found.push(Diagnostic::error(
            "few-examples",
            file,
            subject.key(file, "examples"),
            format!("examples: {has}, at least {wanted} are needed"),
            "add messages under `examples`, each as a different person would type it",
        ));
    }
}
