//! Typed reading of one YAML mapping: every wrong, missing or unknown field becomes a diagnostic,
//! and reading goes on. It must not know which file or record it reads.

use std::str::FromStr;

use jiff::civil::Date;

use super::node::{Kind, Node};
use crate::diagnostic::{Diagnostic, Located, Span, did_you_mean};

/// The faults of one file as they are found.
pub struct Faults {
    pub file: String,
    pub found: Vec<Diagnostic>,
}

impl Faults {
    pub fn new(file: &str) -> Self {
        Self { file: file.to_owned(), found: Vec::new() }
    }

    pub fn error(&mut self, rule: &'static str, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Diagnostic::error(rule, self.file.clone(), span, message, help));
    }

    fn wrong_kind(&mut self, key: &str, node: &Node, wanted: &str) {
        self.error(
            "invalid-value",
            node.span,
            format!("`{key}` is {}, but should be {wanted}", node.kind.noun()),
            "put a text in double quotes; begin each item of a list with `- `",
        );
    }
}

/// A mapping whose keys are taken one by one; `finish` reports those that nobody took.
pub struct Fields {
    pub span: Span,
    entries: Vec<(Located<String>, Node)>,
    known: Vec<&'static str>,
}

impl Fields {
    /// `None`, with a fault, when `node` is not a mapping.
    pub fn of(node: Node, what: &str, faults: &mut Faults) -> Option<Self> {
        let Kind::Map(pairs) = node.kind else {
            faults.wrong_kind(what, &node, "a mapping of `key: value` lines");
            return None;
        };
        let mut entries = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            match key.kind {
                Kind::Text(name) | Kind::Number(name) => entries.push((Located::new(name, key.span), value)),
                _ => faults.wrong_kind("key", &key, "a text"),
            }
        }
        Some(Self { span: node.span, entries, known: Vec::new() })
    }

    /// All entries, for mappings whose keys are ids.
    pub fn into_entries(self) -> Vec<(Located<String>, Node)> {
        self.entries
    }

    pub fn take(&mut self, key: &'static str) -> Option<Node> {
        self.known.push(key);
        let at = self.entries.iter().position(|(name, _)| name.value == key)?;
        Some(self.entries.remove(at).1)
    }

    /// Whether the field is there and says nothing.
    pub fn is_blank(&self, key: &str) -> bool {
        let named = self.entries.iter().find(|(name, _)| name.value == key);
        named.is_some_and(|(_, node)| match &node.kind {
            Kind::Text(text) => text.trim().is_empty(),
            kind => matches!(kind, Kind::Null),
        })
    }

    fn required(&mut self, key: &'static str, faults: &mut Faults) -> Option<Node> {
        let node = self.take(key);
        if node.is_none() {
            faults.error(
                "missing-field",
                self.span,
                format!("the field `{key}` is missing"),
                format!("add `{key}:` to this record"),
            );
        }
        node
    }

    /// An optional text; `null` counts as absent.
    pub fn text(&mut self, key: &'static str, faults: &mut Faults) -> Option<Located<String>> {
        let node = self.take(key)?;
        text_of(node, key, faults)
    }

    pub fn required_text(&mut self, key: &'static str, faults: &mut Faults) -> Located<String> {
        self.required(key, faults).and_then(|node| text_of(node, key, faults)).unwrap_or_default()
    }

    pub fn flag(&mut self, key: &'static str, faults: &mut Faults) -> bool {
        match self.take(key) {
            None => false,
            Some(Node { kind: Kind::Flag(value), .. }) => value,
            Some(node) => {
                faults.wrong_kind(key, &node, "true or false");
                false
            }
        }
    }

    /// A text of a closed set, by its `FromStr`; the error text lists what is allowed.
    pub fn parsed<T: FromStr<Err = String>>(&mut self, key: &'static str, faults: &mut Faults) -> Option<Located<T>> {
        let text = self.text(key, faults)?;
        match text.value.parse() {
            Ok(value) => Some(Located::new(value, text.span)),
            Err(allowed) => {
                faults.error("invalid-value", text.span, format!("`{key}` has the value `{}`", text.value), allowed);
                None
            }
        }
    }

    pub fn required_date(&mut self, key: &'static str, faults: &mut Faults) -> Located<Date> {
        self.required(key, faults).and_then(|node| date_of(node, key, faults)).unwrap_or_default()
    }

    /// Texts of a list; an absent list is empty.
    pub fn texts(&mut self, key: &'static str, faults: &mut Faults) -> Vec<Located<String>> {
        self.items(key, faults).into_iter().filter_map(|node| text_of(node, key, faults)).collect()
    }

    /// Mappings of a list; an absent list is empty.
    pub fn records(&mut self, key: &'static str, faults: &mut Faults) -> Vec<Fields> {
        self.items(key, faults).into_iter().filter_map(|node| Fields::of(node, key, faults)).collect()
    }

    /// A nested mapping; `null` counts as absent.
    pub fn record(&mut self, key: &'static str, faults: &mut Faults) -> Option<Fields> {
        match self.take(key) {
            None | Some(Node { kind: Kind::Null, .. }) => None,
            Some(node) => Fields::of(node, key, faults),
        }
    }

    fn items(&mut self, key: &'static str, faults: &mut Faults) -> Vec<Node> {
        match self.take(key) {
            None | Some(Node { kind: Kind::Null, .. }) => Vec::new(),
            Some(Node { kind: Kind::List(items), .. }) => items,
            Some(node) => {
                faults.wrong_kind(key, &node, "a list");
                Vec::new()
            }
        }
    }

    /// Reports the keys that nobody asked for.
    pub fn finish(self, faults: &mut Faults) {
        for (name, _) in &self.entries {
            let hint = did_you_mean(name, self.known.iter().copied());
            let help = match hint {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!("known fields here: {}", self.known.join(", ")),
            };
            faults.error("unknown-field", name.span, format!("unknown field `{}`", name.value), help);
        }
    }
}

/// A text or, for ids and versions that look like one, a number as written.
pub fn text_of(node: Node, key: &str, faults: &mut Faults) -> Option<Located<String>> {
    match node.kind {
        Kind::Text(text) if text.trim().is_empty() => {
            faults.error("invalid-value", node.span, format!("`{key}` is empty"), "write the text or remove the field");
            None
        }
        Kind::Text(text) => Some(Located::new(text.trim().to_owned(), node.span)),
        Kind::Null => None,
        _ => {
            faults.wrong_kind(key, &node, "a text");
            None
        }
    }
}

fn date_of(node: Node, key: &str, faults: &mut Faults) -> Option<Located<Date>> {
    let text = text_of(node, key, faults)?;
    match text.value.parse() {
        Ok(date) => Some(Located::new(date, text.span)),
        Err(_) => {
            faults.error(
                "invalid-value",
                text.span,
                format!("`{key}` is not a date: `{}`", text.value),
                "write it as year-month-day, for example 2026-11-21",
            );
            None
        }
    }
}
