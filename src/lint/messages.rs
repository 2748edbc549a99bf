//! The messages of the catalogs as written, with places. It must not know what they are for;
//! `crate::locale::SPECS` does.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;
use fluent_syntax::parser::{ParserError, parse_runtime};

use super::places::Lines;
use crate::content::{Pack, Region};
use crate::diagnostic::{Files, Located, Span};
use crate::locale::{Locale, SPECS, too_deep};

/// One message or, with a leading `-`, one term of Fluent.
pub struct Entry<'a> {
    pub file: &'a str,
    pub span: Span,
    /// Whether it has a text, and not attributes alone.
    pub has_text: bool,
    pub variables: Vec<Located<&'a str>>,
    pub refers_to: Vec<String>,
}

/// Something that Fluent cannot read.
pub struct SyntaxFault<'a> {
    pub file: &'a str,
    pub span: Span,
    pub message: String,
}

/// All catalogs. Where two files of a language have a message, the later file counts.
#[derive(Default)]
pub struct Messages<'a> {
    pub of: BTreeMap<Locale, BTreeMap<String, Entry<'a>>>,
    /// Keys that stand in one file before.
    pub repeated: Vec<(String, &'a str, Span)>,
    pub faults: Vec<SyntaxFault<'a>>,
}

impl<'a> Messages<'a> {
    pub fn new(files: &'a Files) -> Self {
        let mut messages = Self::default();
        for (file, text) in files.iter().filter(|(path, _)| path.starts_with("locales/") && path.ends_with(".ftl")) {
            let fault = |span, message: &str| SyntaxFault { file, span, message: message.to_owned() };
            let locale = file.split('/').nth(1).and_then(|tag| Locale::parse(tag).ok());
            match (locale, too_deep(text)) {
                (None, _) => messages.faults.push(fault(Span::default(), "the folder's name is no language tag")),
                (Some(_), Some(at)) => {
                    messages.faults.push(fault(Lines::new(text).span(at), "brackets are nested too deep"));
                }
                (Some(locale), None) => messages.read(locale, file, text),
            }
        }
        messages
    }

    fn read(&mut self, locale: Locale, file: &'a str, text: &'a str) {
        let lines = Lines::new(text);
        let (resource, errors) = parse_runtime(text).map_or_else(|faulty| faulty, |resource| (resource, Vec::new()));
        self.faults.extend(errors.iter().map(|error| syntax_fault(file, &lines, error)));
        let known = self.of.entry(locale).or_default();
        for entry in &resource.body {
            let (id, prefix, pattern) = match entry {
                ast::Entry::Message(message) => (&message.id, "", message.value.as_ref()),
                ast::Entry::Term(term) => (&term.id, "-", Some(&term.value)),
                _ => continue,
            };
            let mut read = Entry {
                file,
                span: lines.span_of(id.name),
                has_text: pattern.is_some(),
                variables: Vec::new(),
                refers_to: Vec::new(),
            };
            if let Some(pattern) = pattern {
                read.pattern(&lines, pattern);
            }
            let (key, span) = (format!("{prefix}{}", id.name), read.span);
            if known.insert(key.clone(), read).is_some_and(|before| before.file == file) {
                self.repeated.push((key, file, span));
            }
        }
    }
}

impl<'a> Entry<'a> {
    fn pattern(&mut self, lines: &Lines<'_>, pattern: &ast::Pattern<&'a str>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.expression(lines, expression);
            }
        }
    }

    fn expression(&mut self, lines: &Lines<'_>, expression: &ast::Expression<&'a str>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(lines, inline),
            ast::Expression::Select { selector, variants } => {
                self.inline(lines, selector);
                variants.iter().for_each(|variant| self.pattern(lines, &variant.value));
            }
        }
    }

    fn inline(&mut self, lines: &Lines<'_>, inline: &ast::InlineExpression<&'a str>) {
        use ast::InlineExpression::{
            FunctionReference, MessageReference, NumberLiteral, Placeable, StringLiteral, TermReference,
            VariableReference,
        };
        match inline {
            VariableReference { id } => self.variables.push(Located::new(id.name, lines.span_of(id.name))),
            Placeable { expression } => self.expression(lines, expression),
            MessageReference { id, .. } => self.refers_to.push(id.name.to_owned()),
            TermReference { id, arguments, .. } => {
                self.refers_to.push(format!("-{}", id.name));
                arguments.iter().for_each(|arguments| self.arguments(lines, arguments));
            }
            FunctionReference { arguments, .. } => self.arguments(lines, arguments),
            StringLiteral { .. } | NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, lines: &Lines<'_>, arguments: &ast::CallArguments<&'a str>) {
        let named = arguments.named.iter().map(|argument| &argument.value);
        arguments.positional.iter().chain(named).for_each(|value| self.inline(lines, value));
    }
}

/// The keys that Kyr asks for when it serves the pack's languages.
pub fn asked_for(pack: &Pack) -> BTreeSet<String> {
    let languages = pack.manifest.languages.iter().map(|locale| format!("language-{locale}"));
    let states = Region::all().map(|region| format!("state-{}", region.code()));
    SPECS.iter().map(|spec| spec.key.to_owned()).chain(languages).chain(states).collect()
}

fn syntax_fault<'a>(file: &'a str, lines: &Lines<'_>, error: &ParserError) -> SyntaxFault<'a> {
    let said = error.to_string();
    let mut letters = said.chars();
    let message = letters.next().map(|first| first.to_lowercase().collect::<String>() + letters.as_str());
    SyntaxFault { file, span: lines.span(error.pos.start), message: message.unwrap_or_default() }
}
