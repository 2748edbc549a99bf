//! # mirror-link
//!
//! The address of a source or of a directory entry leads to an archive, a mirror, a proxy, a link
//! shortener, a news aggregator or a post, instead of the publisher's own page. For a page under
//! `evidence`, which readers never see, it is a warning.
//!
//! **Why.** A reader must be able to see who says it. A copy may be old or changed, a shortener hides
//! where it leads, and each of them learns who looked.
//!
//! **What to do.** Find the page at its publisher and cite that. If it is gone, cite a page that still
//! stands, or say in `note` that the page was removed and leave the topic to review.

use crate::diagnostic::Diagnostic;
use crate::lint::Subject;
use crate::lint::link::{Link, links};

/// Hosts, and everything below them.
const COPIES: [&str; 36] = [
    "12ft.io", "academia.edu", "apple.news", "archive.fo", "archive.is", "archive.li", "archive.md", "archive.org",
    "archive.ph", "archive.today", "archive.vn", "bit.ly", "buff.ly", "cc.bingj.com", "docslib.org", "dokumen.tips",
    "feedburner.com", "flipboard.com", "ghostarchive.org", "is.gd", "lnkd.in", "msn.com",
    "news.google.com", "ow.ly", "pdfcoffee.com", "perma.cc", "pressreader.com", "reddit.com", "scribd.com",
    "slideshare.net", "smartnews.com", "t.co", "tinyurl.com", "twitter.com", "webcache.googleusercontent.com", "x.com",
];
/// Proxies put their own name behind the publisher's: `www-ice-gov.translate.goog`.
const PROXIES: [&str; 4] = ["translate.goog", "ezproxy", "libproxy", "outline.com"];

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for link in links(subject.pack).filter(is_copy) {
        let help = "cite the page at its own publisher";
        found.push(link.fault("mirror-link", format!("{} does not publish this, it passes it on", link.host()), help));
    }
}

fn is_copy(link: &Link<'_>) -> bool {
    let host = link.host();
    let tail = link.tail().to_lowercase();
    let under = |copy: &str| host.strip_suffix(copy).is_some_and(|left| left.is_empty() || left.ends_with('.'));
    COPIES.iter().any(|copy| under(copy))
        || PROXIES.iter().any(|proxy| under(proxy) || host.split('.').any(|part| part == *proxy))
        || ["=http:", "=https:", "=http%3a", "=https%3a", "/http:/", "/https:/"].iter().any(|mark| tail.contains(mark))
}
