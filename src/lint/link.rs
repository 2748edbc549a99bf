//! The parts of a web address that a rule judges. It must not know which hosts are good.

use crate::content::Pack;
use crate::diagnostic::{Diagnostic, Located};

/// An address that a pack holds, with its file.
pub struct Link<'a> {
    pub file: &'static str,
    pub url: &'a Located<String>,
    /// A page on which a directory entry was read; replies never show it.
    pub is_evidence: bool,
}

/// All addresses of sources and directory.
pub fn links(pack: &Pack) -> impl Iterator<Item = Link<'_>> {
    let sources = pack.sources.values().map(|source| ("sources.yaml", &source.url, false));
    let contacts = pack.directory.iter().flat_map(|contact| {
        let own = contact.url.iter().map(|url| ("directory.yaml", url, false));
        own.chain(contact.evidence.iter().map(|url| ("directory.yaml", url, true)))
    });
    sources.chain(contacts).filter(|(_, url, _)| !url.is_empty()).map(|(file, url, is_evidence)| Link {
        file,
        url,
        is_evidence,
    })
}

impl Link<'_> {
    /// What stands before `://`, in lower case.
    pub fn scheme(&self) -> String {
        self.url.split_once("://").map_or(String::new(), |(scheme, _)| scheme.to_lowercase())
    }

    /// What stands between `://` and the path: perhaps a user, the host, perhaps a port.
    pub fn authority(&self) -> &str {
        let rest = self.url.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', '?', '#', '\\']).next().unwrap_or("")
    }

    /// The host in lower case, without `www.` and port.
    pub fn host(&self) -> String {
        let named = self.authority().rsplit('@').next().unwrap_or("").to_lowercase();
        let host = named.split(':').next().unwrap_or("");
        host.strip_prefix("www.").unwrap_or(host).to_owned()
    }

    /// Path and query.
    pub fn tail(&self) -> &str {
        let start = self.url.find("://").map_or(0, |at| at + 3) + self.authority().len();
        self.url.get(start..).unwrap_or("")
    }

    /// A fault at this address: an error, or a warning when only reviewers follow it.
    pub fn fault(&self, rule: &'static str, message: String, help: &str) -> Diagnostic {
        let fault = Diagnostic::error(rule, self.file, self.url.span, message, help);
        if self.is_evidence { fault.into_warning() } else { fault }
    }
}
