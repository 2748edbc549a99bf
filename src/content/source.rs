//! A source: what an answer can be checked against. It must not know which topics cite it.

use serde::{Deserialize, Serialize};

use super::fields::{Faults, Fields};
use crate::diagnostic::Located;

/// `content/sources.yaml` maps ids to these.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Source {
    pub publisher: Located<String>,
    pub title: Located<String>,
    /// As exact as the publisher gives it: `2025-10-03`, `2025-10`, `2025`; absent when undated.
    pub date: Option<Located<String>>,
    pub url: Located<String>,
    pub note: Option<Located<String>>,
}

impl Source {
    pub fn read(mut fields: Fields, faults: &mut Faults) -> Self {
        let source = Self {
            publisher: fields.required_text("publisher", faults),
            title: fields.required_text("title", faults),
            date: fields.text("date", faults),
            url: fields.required_text("url", faults),
            note: fields.text("note", faults),
        };
        if let Some(date) = source.date.as_ref().filter(|date| !is_partial_date(date)) {
            faults.error(
                "invalid-value",
                date.span,
                format!("`date` is not a date: `{}`", date.value),
                "write 2025-10-03, \"2025-10\" or \"2025\", in quotes; leave it out when the page has no date",
            );
        }
        fields.finish(faults);
        source
    }
}

/// `2025`, `2025-10` or `2025-10-03`, and a real day.
fn is_partial_date(text: &str) -> bool {
    let full = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    full.len() == 10 && full.parse::<jiff::civil::Date>().is_ok()
}
