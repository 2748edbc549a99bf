//! Where things stand in the files as written, so that a rule can point at the word it means.
//! It must not know any rule, nor judge what stands there.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Subject;
use crate::content::Text;
use crate::diagnostic::{Diagnostic, Files, Located, Span};
use crate::locale::Locale;

/// A topic's text with where it was read.
pub struct Written<'a> {
    pub file: &'a str,
    pub locale: &'a Locale,
    pub topic: &'a str,
    pub text: &'a Text,
}

/// What the paths of a pack say.
pub struct Places<'a> {
    /// Locale and topic to the text's file, which may stand in the wrong folder.
    texts: BTreeMap<(Locale, &'a str), &'a str>,
    unread: BTreeSet<String>,
    /// The keys of files that were asked for: there may be as many questions as keys.
    keys: RefCell<BTreeMap<&'a str, HashMap<&'a str, Span>>>,
}

impl<'a> Places<'a> {
    /// `found`: what reading the files reported.
    pub fn new(files: &'a Files, found: &[Diagnostic]) -> Self {
        let texts = files.keys().filter_map(|path| {
            let (tag, _, id) = text_parts(path)?;
            Some(((Locale::parse(tag).ok()?, id), path.as_str()))
        });
        let gave_up = ["yaml-syntax", "hostile-yaml", "missing-file"];
        let unread = found.iter().filter(|fault| gave_up.contains(&fault.rule)).map(|fault| fault.file.clone());
        Self { texts: texts.collect(), unread: unread.collect(), keys: RefCell::default() }
    }
}

/// Language tag, section and topic of `text/<lang>/<section>/<id>.yaml`.
pub fn text_parts(path: &str) -> Option<(&str, &str, &str)> {
    let mut parts = path.strip_prefix("text/")?.strip_suffix(".yaml")?.split('/');
    let found = (parts.next()?, parts.next()?, parts.next()?.trim_end_matches(".yaml"));
    parts.next().is_none().then_some(found)
}

impl<'a> Subject<'a> {
    /// All texts, also of languages that are not served yet.
    pub fn texts(&self) -> impl Iterator<Item = Written<'_>> {
        self.pack.texts.iter().flat_map(move |(locale, texts)| {
            texts.iter().filter_map(move |(topic, text)| {
                let file = self.text_file(locale, topic)?;
                Some(Written { file, locale, topic, text })
            })
        })
    }

    /// The file that holds a topic's text, read or not.
    pub fn text_file(&self, locale: &Locale, topic: &str) -> Option<&'a str> {
        self.places.texts.get(&(locale.clone(), topic)).copied()
    }

    /// Whether nothing of `file` could be read, so that what it holds must not be called missing.
    pub fn is_unread(&self, file: &str) -> bool {
        self.places.unread.contains(file)
    }

    /// Where `key:` stands first in a YAML file, at the beginning of a line or of a list item.
    pub fn key(&self, file: &str, key: &str) -> Span {
        let Some((file, text)) = self.files.get_key_value(file) else { return Span::default() };
        let mut keys = self.places.keys.borrow_mut();
        keys.entry(file).or_insert_with(|| first_keys(text)).get(key).copied().unwrap_or_default()
    }

    /// Where the part of a sentence from byte `at` on stands in its file; the sentence's own place
    /// when the file writes it in another way.
    pub fn within(&self, file: &str, sentence: &Located<String>, at: usize) -> Span {
        let word = sentence.get(at..).and_then(|rest| rest.split_whitespace().next()).unwrap_or("");
        let nth = sentence.match_indices(word).take_while(|(before, _)| *before < at).count();
        let found = self.files.get(file).and_then(|text| {
            let start = offset(text, sentence.span)?;
            // Indented lines take more room than the folded sentence.
            let region = floor(&text[start..], sentence.len() * 2 + 80);
            let (place, _) = region.match_indices(word).nth(nth)?;
            Some(Lines::new(text).span(start + place))
        });
        found.unwrap_or(sentence.span)
    }
}

/// What stands before a colon at the beginning of a line or of a list item, and where first.
fn first_keys(text: &str) -> HashMap<&str, Span> {
    let mut keys = HashMap::new();
    for (number, line) in text.lines().enumerate() {
        let begun = line.trim_start_matches([' ', '-', '"', '\'']);
        if let Some((key, _)) = begun.split_once(':') {
            let place = span(number, line.len() - begun.len());
            keys.entry(key.trim_end_matches(['"', '\''])).or_insert(place);
        }
    }
    keys
}

/// Where the lines of a text begin, for finding the line and column of many offsets.
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, starts: std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect() }
    }

    /// The place of a byte offset.
    pub fn span(&self, offset: usize) -> Span {
        let line = self.starts.partition_point(|start| *start <= offset).saturating_sub(1);
        let before = floor(&self.text[self.starts[line]..], offset.saturating_sub(self.starts[line]));
        span(line, before.chars().count())
    }

    /// The place of `part`, a slice of the text.
    pub fn span_of(&self, part: &str) -> Span {
        self.span((part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize))
    }
}

/// From a line and a column counted from 0.
pub fn span(line: usize, column: usize) -> Span {
    let from_one = |number: usize| u32::try_from(number + 1).unwrap_or(u32::MAX);
    Span { line: from_one(line), column: from_one(column) }
}

/// The beginning of `text`, at most `bytes` long.
fn floor(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Byte offset of a place; `None` when it is unknown or lies behind the end.
fn offset(text: &str, span: Span) -> Option<usize> {
    let line_index = (span.line as usize).checked_sub(1)?;
    let line_start: usize = text.split_inclusive('\n').take(line_index).map(str::len).sum();
    let line = text[line_start..].lines().next()?;
    let column: usize = line.chars().take((span.column as usize).saturating_sub(1)).map(char::len_utf8).sum();
    Some(line_start + column)
}
