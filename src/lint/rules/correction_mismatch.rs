//! # correction-mismatch
//!
//! A text has more or fewer `corrections` than its topic.
//!
//! **Why.** The topic file holds the date and source of each correction, the text says in words what
//! was wrong. They are put together by their order, so one too many or too few dates the wrong words.
//!
//! **What to do.** Write one item under `corrections` in the text for each one in the topic file, in
//! the same order.

use crate::diagnostic::{Diagnostic, Span};
use crate::lint::Subject;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for written in subject.texts() {
        let Some(topic) = subject.pack.topics.get(written.topic) else { continue };
        let (has, wanted) = (written.text.corrections.len(), topic.corrections.len());
        if has == wanted {
            continue;
        }
        let surplus = written.text.corrections.get(wanted).map(|correction| correction.span);
        let place = surplus.unwrap_or_else(|| match subject.key(written.file, "corrections") {
            Span { line: 0, .. } => written.text.title.span,
            span => span,
        });
        found.push(Diagnostic::error(
            "correction-mismatch",
            written.file,
            place,
            format!("the text has {has} corrections, its topic {wanted}"),
            format!("write one correction here for each one in {}, in the same order", topic.path()),
        ));
    }
}
