//! # insecure-link
//!
//! The address of a source or of a directory entry does not begin with `https://`, holds a user name,
//! or names no host that a browser would find: no dot, other letters than plain ones, a bare number.
//! For a page under `evidence`, which readers never see, it is a warning.
//!
//! **Why.** On an open network, whoever runs it can read and change a page that is not `https`. A user
//! name or look-alike letters before the host send people to another place than the one they see.
//!
//! **What to do.** Open the address in a browser, and copy the `https` address that it shows.

use crate::diagnostic::Diagnostic;
use crate::lint::Subject;
use crate::lint::link::{Link, links};

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for link in links(subject.pack) {
        if let Some(reason) = reason(&link) {
            let help = "open the page in a browser and copy the https address that it shows";
            found.push(link.fault("insecure-link", format!("the address {reason}"), help));
        }
    }
}

fn reason(link: &Link<'_>) -> Option<&'static str> {
    let host = link.host();
    if link.scheme() != "https" {
        Some("does not begin with https://")
    } else if link.authority().contains('@') {
        Some("holds a user name before the host")
    } else if link.url.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        Some("holds a character that no address has")
    } else if !host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.')) || host.contains("xn--") {
        Some("has a host with other letters than plain ones")
    } else if !host.contains('.') || host.split('.').any(str::is_empty) {
        Some("has no host with a dot")
    } else if !host.contains(|c: char| c.is_ascii_alphabetic()) {
        Some("has a number as its host")
    } else {
        None
    }
}
