//! Diagnostics as JSON for editors and CI. It must not know where the files came from.

use serde_json::{Value, json};

use super::{Diagnostic, Excerpts, Files, cut};

/// An array of `{rule, severity, file, line, column, message, excerpt, help}`.
pub fn to_json(diagnostics: &[Diagnostic], files: &Files) -> Value {
    let mut excerpts = Excerpts::new(files);
    diagnostics
        .iter()
        .map(|diagnostic| {
            json!({
                "rule": diagnostic.rule,
                "severity": diagnostic.severity.as_str(),
                "file": diagnostic.file,
                "line": diagnostic.span.line,
                "column": diagnostic.span.column,
                "message": diagnostic.message,
                "excerpt": cut(excerpts.of(diagnostic)),
                "help": diagnostic.help,
            })
        })
        .collect()
}
