//! # unused-message
//!
//! A file of `locales/` has a message that nothing asks for (warning).
//!
//! **Why.** Most often its key is a slip of the pen, and the message that was meant is missing. Else
//! translators work for nothing.
//!
//! **What to do.** Correct the key, or remove the message in every language.

use crate::diagnostic::{Diagnostic, did_you_mean};
use crate::lint::Subject;
use crate::lint::messages::asked_for;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let wanted = asked_for(subject.pack);
    for known in subject.messages.of.values() {
        let is_used = |key: &String| wanted.contains(key) || known.values().any(|entry| entry.refers_to.contains(key));
        for (key, entry) in known.iter().filter(|(key, _)| !is_used(key)) {
            let near = did_you_mean(key, wanted.iter().map(String::as_str).filter(|near| !known.contains_key(*near)));
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => "correct the key, or remove the message in every language".to_owned(),
            };
            let message = format!("nothing asks for the message `{key}`");
            found.push(Diagnostic::error("unused-message", entry.file, entry.span, message, help).into_warning());
        }
    }
}
