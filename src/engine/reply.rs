//! What the engine says: a document, its language, and what kind of reply it is.
//! It must not know how the document will be written.

use super::conversation::Offer;
use super::document::Document;
use crate::locale::Locale;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    pub locale: Locale,
    pub kind: Kind,
    pub document: Document,
    /// What the numbers in the document stand for; empty when it has none.
    pub offers: Vec<Offer>,
}

impl Reply {
    /// A reply that offers nothing to choose from.
    pub fn new(locale: Locale, kind: Kind, document: Document) -> Self {
        Self { locale, kind, document, offers: Vec::new() }
    }
}

/// For adapters that shape replies by kind, and for measuring; topics are named by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    Answer(String),
    /// The likeliest first.
    Choices(Vec<String>),
    /// The topic exists but its answer is withheld.
    Withdrawn(String),
    NotCovered,
    /// Asked in a language that Kyr does not serve.
    Unserved(Locale),
    /// Menus, settings, help and the like.
    Command,
}
