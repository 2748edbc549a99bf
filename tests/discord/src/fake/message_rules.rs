//! What a message may hold: lengths, totals, flags, mentions. Rows of components have rules of their own.

use serde_json::Value;

use super::component_rules;
use super::form::{Form, join};
use super::refusal::Refusal;

pub const SUPPRESS_EMBEDS: u64 = 1 << 2;
pub const EPHEMERAL: u64 = 1 << 6;
const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;

const CONTENT: usize = 2000;
const EMBEDS_TOTAL: usize = 6000;
const NONCE: usize = 25;

/// Where a message comes from, which decides what its flags may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Channel,
    Reply,
    FollowUp,
    /// The reply to a component that changes its message.
    Update,
    Edit,
}

impl Kind {
    fn flags(self) -> u64 {
        match self {
            Kind::Channel => SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS,
            Kind::Reply | Kind::FollowUp => SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS,
            Kind::Update => SUPPRESS_EMBEDS | EPHEMERAL,
            Kind::Edit => SUPPRESS_EMBEDS,
        }
    }
}

/// Refuses a body that breaks a rule; `at` is the path of the body in the request.
pub fn check(body: &Value, kind: Kind, at: &str) -> Result<(), Refusal> {
    let mut form = Form::default();
    if !body.is_object() {
        form.refuse(at, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType");
        return form.finish();
    }
    form.text(body, at, "content", 0..=CONTENT, false);
    flags(body, kind.flags(), at, &mut form);
    embeds(body, at, &mut form);
    mentions(body, at, &mut form);
    component_rules::check(body, at, &mut form);
    if kind == Kind::Channel {
        nonce(body, at, &mut form);
    }
    form.finish()
}

/// Whether the message would show nothing at all.
pub fn is_empty(body: &Value) -> bool {
    let blank = |key: &str| body[key].as_array().is_none_or(Vec::is_empty);
    let lists = ["embeds", "components", "attachments", "sticker_ids"];
    body["content"].as_str().is_none_or(|text| text.trim().is_empty())
        && lists.into_iter().all(blank)
        && body["poll"].is_null()
}

/// A deferral may say that it is ephemeral, and nothing else.
pub fn check_deferral(data: &Value) -> Result<(), Refusal> {
    let mut form = Form::default();
    flags(data, EPHEMERAL, "data", &mut form);
    for key in data.as_object().into_iter().flatten().map(|(key, _)| key).filter(|key| *key != "flags") {
        form.refuse(&join("data", key), "UNEXPECTED_FIELD", "A deferral carries only the EPHEMERAL flag");
    }
    form.finish()
}

fn flags(body: &Value, allowed: u64, at: &str, form: &mut Form) {
    match &body["flags"] {
        Value::Null => {}
        flags => match flags.as_u64() {
            Some(bits) if bits & !allowed == 0 => {}
            Some(bits) => form.refuse(&join(at, "flags"), "INVALID_FLAGS", format!("{bits} may not be set here")),
            None => form.refuse(&join(at, "flags"), "NUMBER_TYPE_COERCE", "Value is not int."),
        },
    }
}

fn embeds(body: &Value, at: &str, form: &mut Form) {
    let mut total = 0;
    for (number, embed) in form.list(body, at, "embeds", 0..=10).iter().enumerate() {
        let at = join(&join(at, "embeds"), number);
        total += length(form.text(embed, &at, "title", 0..=256, false));
        total += length(form.text(embed, &at, "description", 0..=4096, false));
        total += length(form.text(&embed["footer"], &join(&at, "footer"), "text", 0..=2048, false));
        total += length(form.text(&embed["author"], &join(&at, "author"), "name", 0..=256, false));
        for (number, field) in form.list(embed, &at, "fields", 0..=25).iter().enumerate() {
            let at = join(&join(&at, "fields"), number);
            total += length(form.text(field, &at, "name", 1..=256, true));
            total += length(form.text(field, &at, "value", 1..=1024, true));
        }
    }
    if total > EMBEDS_TOTAL {
        form.refuse(&join(at, "embeds"), "MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000");
    }
}

fn length(text: Option<&str>) -> usize {
    text.map_or(0, |text| text.chars().count())
}

fn mentions(body: &Value, at: &str, form: &mut Form) {
    let allowed = &body["allowed_mentions"];
    let at = join(at, "allowed_mentions");
    for (number, parse) in form.list(allowed, &at, "parse", 0..=3).iter().enumerate() {
        let place = join(&join(&at, "parse"), number);
        let Some(kind @ ("users" | "roles" | "everyone")) = parse.as_str() else {
            form.refuse(&place, "BASE_TYPE_CHOICES", "Value must be one of ('users', 'roles', 'everyone').");
            continue;
        };
        if allowed[kind].as_array().is_some_and(|ids| !ids.is_empty()) {
            let message = format!("parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive.");
            form.refuse(&at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
        }
    }
}

fn nonce(body: &Value, at: &str, form: &mut Form) {
    match &body["nonce"] {
        Value::Null if body["enforce_nonce"] == true => {
            form.refuse(&join(at, "nonce"), "BASE_TYPE_REQUIRED", "enforce_nonce needs a nonce");
        }
        Value::Null | Value::Number(_) => {}
        _ => drop(form.text(body, at, "nonce", 1..=NONCE, false)),
    }
}
