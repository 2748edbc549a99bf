//! Diagnostics: what is wrong in a pack, where, and what to do about it.
//! Data only; it must not know topics, rules, locales or how a pack is read.

mod json;
mod text;

use std::collections::BTreeMap;
use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use json::to_json;
pub use text::to_text;

/// The files of a pack: path relative to its root, with `/`, to content.
pub type Files = BTreeMap<String, String>;

/// Where something begins: line and column, both counted from 1; 0 means unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    pub line: u32,
    pub column: u32,
}

/// A value and where it stands. It is (de)serialized as the bare value: a compiled pack has no spans.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Located<T> {
    pub value: T,
    pub span: Span,
}

impl<T> Located<T> {
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }
}

impl<T> Deref for Located<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: Serialize> Serialize for Located<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::new(T::deserialize(deserializer)?, Span::default()))
    }
}

/// An error refuses the pack; a warning does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

impl Severity {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One fault. `message` and `help` are lowercase without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub rule: &'static str,
    pub severity: Severity,
    /// Path relative to the pack's root.
    pub file: String,
    pub span: Span,
    pub message: String,
    pub help: String,
}

impl Diagnostic {
    pub fn error(
        rule: &'static str,
        file: impl Into<String>,
        span: Span,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let (message, help) = (cut(&message.into()), cut(&help.into()));
        Self { rule, severity: Severity::Error, file: file.into(), span, message, help }
    }

    /// The same fault as a warning.
    pub fn into_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

/// Characters that are shown of what a file says: it may be as long as the file, in each of many faults.
const LONGEST: usize = 400;

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The lines that faults point at. Each file is split once: it may have as many faults as lines.
pub struct Excerpts<'a> {
    files: &'a Files,
    lines: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Excerpts<'a> {
    pub fn new(files: &'a Files) -> Self {
        Self { files, lines: BTreeMap::new() }
    }

    /// The line that a fault points at, without its line end; empty when unknown.
    pub fn of(&mut self, fault: &Diagnostic) -> &'a str {
        let Some((file, text)) = self.files.get_key_value(&fault.file) else { return "" };
        let lines = self.lines.entry(file).or_insert_with(|| lines(text).collect());
        (fault.span.line as usize).checked_sub(1).and_then(|line| lines.get(line)).copied().unwrap_or("")
    }
}

/// As YAML counts them: a carriage return alone ends a line, too.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

/// File, then place, then rule: the order in which a person mends things.
pub fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| (&a.file, a.span, a.rule, &a.message).cmp(&(&b.file, b.span, b.rule, &b.message)));
}

/// The candidate nearest to `word`, when it is near enough to be a slip of the pen.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = |candidate: &str| 1 + candidate.len() / 4;
    candidates
        .into_iter()
        // A length that differs by more cannot be near; words may be hostile and long.
        .filter(|candidate| candidate.len().abs_diff(word.len()) <= 4 * allowed(candidate))
        .map(|candidate| (edit_distance(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= allowed(candidate))
        .min()
        .map(|(_, candidate)| candidate)
}

/// Levenshtein distance, in characters.
pub fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let substituted = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = substituted.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
