//! Diagnostics as text for a terminal: rule, place, excerpt with a caret, and what to do.
//! It must not know where the files came from.

use super::{Diagnostic, Excerpts, Files};

/// At most this many characters of a line are shown around the fault.
const EXCERPT_CHARS: usize = 76;

/// One block a diagnostic, a blank line between them.
pub fn to_text(diagnostics: &[Diagnostic], files: &Files) -> String {
    let mut excerpts = Excerpts::new(files);
    let mut before = "";
    let mut line: Vec<char> = Vec::new();
    let blocks = diagnostics.iter().map(|diagnostic| {
        // Many faults may stand on one long line, which is taken apart once.
        let excerpt = excerpts.of(diagnostic);
        if !std::ptr::eq(excerpt, before) {
            line = excerpt.chars().map(|c| if c == '\t' { ' ' } else { c }).collect();
            before = excerpt;
        }
        block(diagnostic, &line)
    });
    blocks.collect::<Vec<_>>().join("\n")
}

fn block(diagnostic: &Diagnostic, line: &[char]) -> String {
    let Diagnostic { rule, severity, file, span, message, help } = diagnostic;
    let mut out = format!("{}[{rule}]: {message}\n", severity.as_str());
    let place = match span.line {
        0 => file.clone(),
        line => format!("{file}:{line}:{}", span.column),
    };
    out.push_str(&format!("  --> {place}\n"));
    let (excerpt, caret) = window(line, span.column as usize);
    if !excerpt.is_empty() {
        let number = span.line.to_string();
        let margin = " ".repeat(number.len());
        out.push_str(&format!("{number} | {excerpt}\n{margin} | {}^\n", " ".repeat(caret)));
    }
    if !help.is_empty() {
        out.push_str(&format!("  help: {help}\n"));
    }
    // A pack may hold escape sequences; they must not reach a terminal.
    out.replace(|c: char| c.is_control() && c != '\n', "·")
}

/// The part of a line around `column` (from 1), and how many characters stand before the caret.
fn window(line: &[char], column: usize) -> (String, usize) {
    let at = column.saturating_sub(1).min(line.len());
    let start = at.saturating_sub(EXCERPT_CHARS / 2).min(line.len().saturating_sub(EXCERPT_CHARS));
    let end = (start + EXCERPT_CHARS).min(line.len());
    (line[start..end].iter().collect(), at - start)
}
