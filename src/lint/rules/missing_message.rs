//! # missing-message
//!
//! A served language lacks one of the messages that Kyr needs: something that it says itself, the name
//! of a served language, or the name of a US state.
//!
//! **Why.** People would see this sentence in the default language, or its bare key.
//!
//! **What to do.** Add the message to the file that is named. Copy the line from the default language
//! and translate what stands behind ` = `; leave `{ $name }` as it is.

use crate::diagnostic::{Diagnostic, Span};
use crate::lint::Subject;
use crate::lint::messages::asked_for;
use crate::locale::Locale;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    let wanted = asked_for(subject.pack);
    for locale in &subject.pack.manifest.languages {
        let Some(known) = subject.messages.of.get(locale) else {
            let file = format!("locales/{locale}/kyr.ftl");
            let help = "copy the folder of the default language and translate it";
            found.push(missing(file, format!("there are no messages in `{locale}`"), help));
            continue;
        };
        for key in wanted.iter().filter(|key| known.get(*key).is_none_or(|entry| !entry.has_text)) {
            let help = format!("add `{key} = …`");
            found.push(missing(home(subject, locale, key), format!("the message `{key}` is missing"), &help));
        }
    }
}

fn missing(file: String, message: String, help: &str) -> Diagnostic {
    Diagnostic::error("missing-message", file, Span::default(), message, help)
}

/// The counterpart of the file in which the default language has the message.
fn home(subject: &Subject<'_>, locale: &Locale, key: &str) -> String {
    let default = subject.messages.of.get(&subject.pack.manifest.default_locale);
    let file = default.and_then(|known| known.get(key)).and_then(|entry| entry.file.rsplit('/').next());
    format!("locales/{locale}/{}", file.unwrap_or("kyr.ftl"))
}
