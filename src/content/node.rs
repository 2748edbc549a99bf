//! A YAML document as a tree with positions, read within a budget.
//! It must not know what the keys mean; `fields` gives them types.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::{DuplicateKeyPolicy, Spanned};

use crate::diagnostic::{Diagnostic, Span};

/// Bytes of one file; a whole language's examples of one topic take a hundredth of it.
pub const MAX_FILE_BYTES: usize = 1 << 20;
const MAX_DEPTH: usize = 8;
const MAX_NODES: usize = 100_000;

/// A value in a YAML file and where it begins.
#[derive(Debug)]
pub struct Node {
    pub span: Span,
    pub kind: Kind,
}

#[derive(Debug)]
pub enum Kind {
    Map(Vec<(Node, Node)>),
    List(Vec<Node>),
    Text(String),
    Flag(bool),
    Number(String),
    Null,
}

impl Kind {
    /// What a person would call it.
    pub fn noun(&self) -> &'static str {
        match self {
            Self::Map(_) => "a mapping",
            Self::List(_) => "a list",
            Self::Text(_) => "a text",
            Self::Flag(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Null => "nothing",
        }
    }
}

/// Reads one document; the single fault of a document that is not YAML, or that is built to exhaust us.
pub fn read(file: &str, text: &str) -> Result<Node, Diagnostic> {
    let hostile = |message: String| {
        Diagnostic::error(
            "hostile-yaml",
            file,
            Span::default(),
            message,
            "write plain YAML: no anchors or aliases, at most 8 levels, at most 1 MiB a file",
        )
    };
    if text.len() > MAX_FILE_BYTES {
        return Err(hostile(format!("the file has {} bytes, more than {MAX_FILE_BYTES}", text.len())));
    }
    let options = serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_aliases: 0,
            max_anchors: 0,
            max_depth: MAX_DEPTH,
            max_nodes: MAX_NODES,
            max_documents: 1,
        },
        duplicate_keys: DuplicateKeyPolicy::Error,
        strict_booleans: true,
        reject_unsupported_tags: true,
        with_snippet: false,
    };
    serde_saphyr::from_str_with_options::<Node>(text, options).map_err(|error| {
        let place = error.location().map_or(Span::default(), span_of);
        let message = first_line(&error.to_string());
        if is_hostile(&message) {
            Diagnostic { span: place, ..hostile(exceeded(&message)) }
        } else {
            Diagnostic::error(
                "yaml-syntax",
                file,
                place,
                message,
                "mend the YAML at this place; texts with a colon, a quote or a # belong in double quotes",
            )
        }
    })
}

fn span_of(location: serde_saphyr::Location) -> Span {
    Span { line: u32::try_from(location.line()).unwrap_or(0), column: u32::try_from(location.column()).unwrap_or(0) }
}

/// The parser's sentence without its place and its advice to programmers.
fn first_line(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    let line = line.split(" at line ").next().unwrap_or(line).trim_start_matches("error: ");
    match line.strip_prefix("duplicate mapping key: ") {
        Some(rest) => format!("the field `{}` stands here twice", rest.split(',').next().unwrap_or(rest)),
        None => line.to_owned(),
    }
}

/// An exceeded budget in words for people.
fn exceeded(message: &str) -> String {
    let lower = message.to_lowercase();
    let what = if lower.contains("alias") || lower.contains("anchor") {
        "the file uses a YAML anchor or alias (& or *)"
    } else if lower.contains("depth") || lower.contains("nesting") || lower.contains("recursion") {
        "the file is nested too deeply"
    } else {
        "the file is larger than any pack's file may be"
    };
    what.to_owned()
}

/// The parser reports an exceeded budget as text only.
fn is_hostile(message: &str) -> bool {
    ["budget", "limit", "alias", "anchor", "nesting", "recursion", "depth"]
        .iter()
        .any(|word| message.to_lowercase().contains(word))
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let spanned = Spanned::<Kind>::deserialize(deserializer)?;
        Ok(Self { span: span_of(spanned.referenced), kind: spanned.value })
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyKind)
    }
}

struct AnyKind;

impl<'de> Visitor<'de> for AnyKind {
    type Value = Kind;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a YAML value")
    }

    fn visit_str<E>(self, value: &str) -> Result<Kind, E> {
        Ok(Kind::Text(value.to_owned()))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Kind, E> {
        Ok(Kind::Flag(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Kind, E> {
        Ok(Kind::Number(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Kind, E> {
        Ok(Kind::Number(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Kind, E> {
        Ok(Kind::Number(value.to_string()))
    }

    fn visit_unit<E>(self) -> Result<Kind, E> {
        Ok(Kind::Null)
    }

    fn visit_none<E>(self) -> Result<Kind, E> {
        Ok(Kind::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Kind, D::Error> {
        Kind::deserialize(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Kind, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Kind::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Kind, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = access.next_entry()? {
            entries.push(entry);
        }
        Ok(Kind::Map(entries))
    }
}
