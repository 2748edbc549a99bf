//! What a set of global commands may be: names, localizations, options, choices, totals.

use std::collections::HashSet;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;
use unicode_normalization::is_nfc;

use super::form::{Form, join};
use super::locales::LOCALES;
use super::refusal::Refusal;

const CHAT_INPUT: u64 = 1;
const TOTAL: usize = 8000;
/// How many commands of each type an application may have, from type 1 on.
const MOST: [usize; 3] = [100, 15, 15];
const SUBCOMMANDS: RangeInclusive<u64> = 1..=2;
const STRING: u64 = 3;
const CHANNEL: u64 = 7;

static NAME: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$").expect("Discord's own expression"));

/// Refuses a set of commands that breaks a rule.
pub fn check(commands: &Value) -> Result<(), Refusal> {
    let Some(commands) = commands.as_array() else {
        return Err(Refusal::form("", "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"));
    };
    let mut form = Form::default();
    let mut counts = [0; MOST.len()];
    let mut names = HashSet::new();
    for (number, command) in commands.iter().enumerate() {
        let at = number.to_string();
        let kind = command["type"].as_u64().unwrap_or(CHAT_INPUT);
        match counts.get_mut((kind as usize).wrapping_sub(1)) {
            Some(count) => *count += 1,
            None => form.refuse(&join(&at, "type"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3)."),
        }
        for (locale, name) in all(command, "name") {
            if !names.insert((kind, locale, name)) {
                form.refuse(&at, "APPLICATION_COMMANDS_DUPLICATE_NAME", format!("{name:?} is not unique"));
            }
        }
        check_command(command, kind, &at, &mut form);
    }
    for (kind, (count, most)) in counts.into_iter().zip(MOST).enumerate() {
        if count > most {
            let message = format!("Maximum number of application commands of type {} reached ({most})", kind + 1);
            form.refuse("", "APPLICATION_COMMANDS_TOO_MANY", message);
        }
    }
    form.finish()
}

fn check_command(command: &Value, kind: u64, at: &str, form: &mut Form) {
    check_names(command, kind == CHAT_INPUT, at, form);
    if kind == CHAT_INPUT {
        check_texts(command, "description", 1..=100, at, form);
        check_options(command, at, form);
    } else if command["description"].as_str().is_some_and(|text| !text.is_empty()) {
        let message = "Context menu commands cannot have description";
        form.refuse(&join(at, "description"), "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_EMPTY", message);
    }
    let permissions = &command["default_member_permissions"];
    let digits = permissions.as_str().is_some_and(|text| text.parse::<u64>().is_ok());
    if !permissions.is_null() && !digits {
        form.refuse(&join(at, "default_member_permissions"), "BITFIELD_TYPE_CONVERT", "Not a set of permissions.");
    }
    for (key, largest) in [("contexts", 2), ("integration_types", 1)] {
        let list = command[key].as_array().map_or(&[][..], Vec::as_slice);
        let mut seen = HashSet::new();
        if !list.iter().all(|one| one.as_u64().is_some_and(|number| number <= largest && seen.insert(number))) {
            form.refuse(&join(at, key), "BASE_TYPE_CHOICES", "Not a set of the known numbers.");
        }
    }
    let characters = characters(command);
    if characters > TOTAL {
        let message = format!("Command exceeds maximum size ({TOTAL}): {characters}");
        form.refuse(at, "APPLICATION_COMMAND_TOO_LARGE", message);
    }
}

fn check_options(of: &Value, at: &str, form: &mut Form) {
    let options = form.list(of, at, "options", 0..=25);
    let mut names = HashSet::new();
    let mut optional = false;
    let nesting = options.iter().filter(|option| is_nesting(option)).count();
    if nesting > 0 && nesting < options.len() {
        let message = "Sub-command and sub-command group option types are mutually exclusive to all other types";
        form.refuse(&join(at, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
    }
    for (number, option) in options.iter().enumerate() {
        let at = join(&join(at, "options"), number);
        let kind = option["type"].as_u64().unwrap_or(0);
        if !(1..=11).contains(&kind) {
            form.refuse(&join(&at, "type"), "BASE_TYPE_CHOICES", "Not a type of options.");
        }
        check_names(option, true, &at, form);
        check_texts(option, "description", 1..=100, &at, form);
        for (locale, name) in all(option, "name") {
            if !names.insert((locale, name)) {
                let message = format!("{name:?} is not unique");
                form.refuse(&at, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", message);
            }
        }
        let required = option["required"] == true;
        if required && optional {
            let message = "Required options must be placed before non-required options";
            form.refuse(&at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message);
        }
        optional |= !required && !is_nesting(option);
        check_choices(option, kind, &at, form);
        if kind != CHANNEL && option["channel_types"].as_array().is_some_and(|types| !types.is_empty()) {
            form.refuse(&join(&at, "channel_types"), "UNEXPECTED_FIELD", "Only channel options have channel types.");
        }
        if is_nesting(option) {
            check_options(option, &at, form);
        }
    }
}

fn check_choices(option: &Value, kind: u64, at: &str, form: &mut Form) {
    let choices = form.list(option, at, "choices", 0..=25);
    let may_choose = matches!(kind, 3 | 4 | 10);
    let autocomplete = option["autocomplete"] == true;
    if !may_choose && (autocomplete || !choices.is_empty()) {
        form.refuse(at, "APPLICATION_COMMAND_OPTIONS_CHOICES_INVALID", "Options of this type have no choices.");
    }
    if autocomplete && !choices.is_empty() {
        let message = "autocomplete may not be set to true if choices are present";
        form.refuse(at, "APPLICATION_COMMAND_AUTOCOMPLETE_WITH_CHOICES", message);
    }
    let mut names = HashSet::new();
    for (number, choice) in choices.iter().enumerate() {
        let at = join(&join(at, "choices"), number);
        check_texts(choice, "name", 1..=100, &at, form);
        if !names.insert(&choice["name"]) {
            form.refuse(&at, "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS", "Choice names are not unique");
        }
        if kind == STRING {
            form.text(choice, &at, "value", 1..=100, true);
        }
    }
}

fn is_nesting(option: &Value) -> bool {
    option["type"].as_u64().is_some_and(|kind| SUBCOMMANDS.contains(&kind))
}

fn check_names(of: &Value, strict: bool, at: &str, form: &mut Form) {
    check_texts(of, "name", 1..=32, at, form);
    for (locale, name) in all(of, "name") {
        let fits = if strict {
            NAME.is_match(name) && name.to_lowercase() == name && is_nfc(name)
        } else {
            name.trim() == name
        };
        if !fits {
            let place = locale.map_or(join(at, "name"), |locale| join(&join(at, "name_localizations"), locale));
            form.refuse(&place, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }
}

fn check_texts(of: &Value, key: &str, range: RangeInclusive<usize>, at: &str, form: &mut Form) {
    form.text(of, at, key, range.clone(), true);
    let localizations = format!("{key}_localizations");
    let place = join(at, &localizations);
    match &of[&localizations] {
        Value::Null => {}
        Value::Object(texts) => {
            for (locale, text) in texts {
                if !LOCALES.contains(&locale.as_str()) {
                    form.refuse(&join(&place, locale), "ENUM_TYPE_COERCE", "Not a locale of Discord's.");
                }
                if !text.is_null() {
                    form.text(&of[&localizations], &place, locale, range.clone(), true);
                }
            }
        }
        _ => form.refuse(&place, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType"),
    }
}

/// The text at `key` and all its localizations, with their locales.
fn all<'a>(of: &'a Value, key: &str) -> Vec<(Option<&'a str>, &'a str)> {
    let own = of[key].as_str().map(|text| (None, text));
    let localized = of[format!("{key}_localizations")].as_object().into_iter().flatten();
    own.into_iter()
        .chain(localized.filter_map(|(locale, text)| Some((Some(locale.as_str()), text.as_str()?))))
        .collect()
}

/// All characters of names, descriptions and values, with every localization.
fn characters(of: &Value) -> usize {
    let length = |key| all(of, key).iter().map(|(_, text)| text.chars().count()).sum::<usize>();
    let below = ["options", "choices"].into_iter().filter_map(|key| of[key].as_array()).flatten();
    length("name") + length("description") + length("value") + below.map(characters).sum::<usize>()
}
