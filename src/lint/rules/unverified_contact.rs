//! # unverified-contact
//!
//! A directory entry has no `evidence`, or its `verified_on` is in the future (errors); or it was
//! verified more than 365 days ago (warning).
//!
//! **Why.** A hotline that nobody answers any more costs somebody the only call they have.
//!
//! **What to do.** Read the number or the address on the organisation's own page, put that page under
//! `evidence`, and write today's date under `verified_on`.

use crate::content::Contact;
use crate::diagnostic::{Diagnostic, Span};
use crate::lint::Subject;

const MAX_DAYS: i32 = 365;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for contact in &subject.pack.directory {
        if contact.evidence.is_empty() {
            found.push(fault(contact, contact.id.span, "has no evidence"));
        }
        // A date that is missing was reported already; it has no place.
        let date = contact.verified_on.value;
        let days = subject.today.since(date).map_or(0, |age| age.get_days());
        if contact.verified_on.span.line == 0 {
            continue;
        } else if date > subject.today {
            found.push(fault(contact, contact.verified_on.span, "was verified in the future"));
        } else if days > MAX_DAYS {
            let place = contact.verified_on.span;
            found.push(fault(contact, place, &format!("was verified {days} days ago")).into_warning());
        }
    }
}

fn fault(contact: &Contact, place: Span, what: &str) -> Diagnostic {
    let message = format!("the directory entry `{}` {what}", contact.id.value);
    let help = "read it on the organisation's own page, name that page under `evidence`, and date it today";
    Diagnostic::error("unverified-contact", "directory.yaml", place, message, help)
}
