//! What rows, buttons and select menus may be. It knows only the first form of components, in rows.

use std::collections::HashSet;

use serde_json::Value;

use super::form::{Form, join};

const ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const OTHER_SELECTS: std::ops::RangeInclusive<u64> = 5..=8;

/// Checks the key `components` of a message.
pub fn check(body: &Value, at: &str, form: &mut Form) {
    let mut custom_ids = HashSet::new();
    for (number, row) in form.list(body, at, "components", 0..=5).iter().enumerate() {
        let at = join(&join(at, "components"), number);
        if row["type"].as_u64() != Some(ROW) {
            form.refuse(&join(&at, "type"), "BASE_TYPE_CHOICES", "Value of field \"type\" must be one of (1,).");
            continue;
        }
        let parts = form.list(row, &at, "components", 1..=5);
        let selects = parts.iter().filter(|part| part["type"].as_u64() != Some(BUTTON)).count();
        if selects > 0 && parts.len() > 1 {
            let message = "The specified component exceeds the maximum width";
            form.refuse(&join(&at, "components"), "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
        }
        for (number, part) in parts.iter().enumerate() {
            let at = join(&join(&at, "components"), number);
            match part["type"].as_u64() {
                Some(BUTTON) => button(part, &at, form),
                Some(STRING_SELECT) => select(part, &at, form),
                Some(kind) if OTHER_SELECTS.contains(&kind) => drop(form.text(part, &at, "custom_id", 1..=100, true)),
                _ => form.refuse(&join(&at, "type"), "BASE_TYPE_CHOICES", "Not a component of a row."),
            }
            if let Some(id) = part["custom_id"].as_str()
                && !custom_ids.insert(id)
            {
                let message = "Component custom id cannot be duplicated";
                form.refuse(&join(&at, "custom_id"), "COMPONENT_CUSTOM_ID_DUPLICATED", message);
            }
        }
    }
}

fn button(button: &Value, at: &str, form: &mut Form) {
    form.text(button, at, "label", 1..=80, false);
    let (id, url) = (!button["custom_id"].is_null(), !button["url"].is_null());
    let premium = button["style"] == 6;
    match button["style"].as_u64() {
        Some(1..=4) => {
            form.text(button, at, "custom_id", 1..=100, true);
            if url {
                let message = "A custom id and url cannot both be specified";
                form.refuse(at, "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", message);
            }
        }
        Some(5) => {
            let address = form.text(button, at, "url", 1..=512, true);
            let known = ["https://", "http://", "discord://"];
            if address.is_some_and(|url| !known.iter().any(|scheme| url.starts_with(scheme))) {
                form.refuse(&join(at, "url"), "URL_TYPE_INVALID_SCHEME", "Scheme must be one of http, https, discord.");
            }
            if id {
                let message = "A custom id and url cannot both be specified";
                form.refuse(at, "BUTTON_COMPONENT_CUSTOM_ID_AND_URL", message);
            }
        }
        Some(6) if !button["sku_id"].is_null() => {}
        _ => form.refuse(&join(at, "style"), "BASE_TYPE_CHOICES", "Not a style of buttons."),
    }
    if button["label"].is_null() && button["emoji"].is_null() && !premium {
        form.refuse(at, "BUTTON_COMPONENT_INVALID", "A button needs a label or an emoji");
    }
}

fn select(select: &Value, at: &str, form: &mut Form) {
    form.text(select, at, "custom_id", 1..=100, true);
    form.text(select, at, "placeholder", 0..=150, false);
    let options = form.list(select, at, "options", 1..=25);
    let mut values = HashSet::new();
    for (number, option) in options.iter().enumerate() {
        let at = join(&join(at, "options"), number);
        form.text(option, &at, "label", 1..=100, true);
        form.text(option, &at, "description", 0..=100, false);
        if let Some(value) = form.text(option, &at, "value", 1..=100, true)
            && !values.insert(value)
        {
            let message = "The specified option value is already used";
            form.refuse(&join(&at, "value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
        }
    }
    let least = select["min_values"].as_u64().unwrap_or(1);
    let most = select["max_values"].as_u64().unwrap_or(1);
    if least > most || most == 0 || most as usize > options.len().max(1) {
        form.refuse(&join(at, "max_values"), "SELECT_COMPONENT_MAX_VALUES", "Not so many options can be chosen.");
    }
    if options.iter().filter(|option| option["default"] == true).count() as u64 > most {
        form.refuse(at, "SELECT_COMPONENT_MAX_DEFAULTS", "More defaults than options can be chosen.");
    }
}
