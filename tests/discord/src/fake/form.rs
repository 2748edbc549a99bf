//! The faults of a body, collected with their places and written as Discord nests them.
//! It must not know what the body is for.

use std::ops::RangeInclusive;

use serde_json::{Map, Value, json};

use super::refusal::Refusal;

#[derive(Default)]
pub struct Form {
    faults: Vec<(String, &'static str, String)>,
}

impl Form {
    /// Notes a fault; `at` is a path with dots, such as `data.components.0.custom_id`.
    pub fn refuse(&mut self, at: &str, code: &'static str, message: impl Into<String>) {
        self.faults.push((at.to_owned(), code, message.into()));
    }

    /// The text at `key`, if there is one; a fault if its length is outside `range`, or if it is needed and missing.
    pub fn text<'a>(
        &mut self,
        of: &'a Value,
        at: &str,
        key: &str,
        range: RangeInclusive<usize>,
        needed: bool,
    ) -> Option<&'a str> {
        let place = join(at, key);
        match &of[key] {
            Value::Null if needed => self.refuse(&place, "BASE_TYPE_REQUIRED", "This field is required"),
            Value::Null => {}
            Value::String(text) => {
                self.length(&place, text, range);
                return Some(text);
            }
            _ => self.refuse(&place, "STRING_TYPE_CONVERT", "Could not interpret the value as string."),
        }
        None
    }

    /// A fault if the text has not that many characters.
    pub fn length(&mut self, at: &str, text: &str, range: RangeInclusive<usize>) {
        if !range.contains(&text.chars().count()) {
            let message = format!("Must be between {} and {} in length.", range.start(), range.end());
            self.refuse(at, "BASE_TYPE_BAD_LENGTH", message);
        }
    }

    /// The list at `key`, empty if there is none; a fault if its length is outside `range`.
    pub fn list<'a>(&mut self, of: &'a Value, at: &str, key: &str, range: RangeInclusive<usize>) -> &'a [Value] {
        let place = join(at, key);
        match &of[key] {
            Value::Null if range.contains(&0) => &[],
            Value::Null => {
                self.refuse(&place, "BASE_TYPE_REQUIRED", "This field is required");
                &[]
            }
            Value::Array(items) => {
                if !range.contains(&items.len()) {
                    let message = format!("Must be between {} and {} in length.", range.start(), range.end());
                    self.refuse(&place, "BASE_TYPE_BAD_LENGTH", message);
                }
                items
            }
            _ => {
                self.refuse(&place, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
                &[]
            }
        }
    }

    pub fn finish(self) -> Result<(), Refusal> {
        if self.faults.is_empty() {
            return Ok(());
        }
        let mut errors = json!({});
        for (at, code, message) in self.faults {
            let mut place = &mut errors;
            for step in at.split('.').filter(|step| !step.is_empty()) {
                place = place.as_object_mut().expect("an object").entry(step).or_insert_with(|| Map::new().into());
            }
            let list = place.as_object_mut().expect("an object").entry("_errors").or_insert_with(|| json!([]));
            list.as_array_mut().expect("a list").push(json!({"code": code, "message": message}));
        }
        Err(Refusal { errors, ..Refusal::of(Refusal::INVALID_FORM) })
    }
}

/// One step further along a path.
pub fn join(at: &str, step: impl std::fmt::Display) -> String {
    if at.is_empty() { step.to_string() } else { format!("{at}.{step}") }
}
