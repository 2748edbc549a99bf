//! # fluent-syntax
//!
//! A file of `locales/` cannot be read: most often a `{` without its `}`, a line that continues a
//! message but is not indented, or a key that is not followed by ` = `.
//!
//! **Why.** The broken message is left out, and people see it in another language or not at all.
//!
//! **What to do.** Mend the line that the message names. A message is `key = text`; further lines of
//! it begin with spaces. What stands in `{ }` is copied as it is from the default language.

use crate::diagnostic::Diagnostic;
use crate::lint::Subject;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for fault in &subject.messages.faults {
        found.push(Diagnostic::error(
            "fluent-syntax",
            fault.file,
            fault.span,
            fault.message.clone(),
            "write `key = text`, indent further lines, and close each `{` with a `}`",
        ));
    }
}
