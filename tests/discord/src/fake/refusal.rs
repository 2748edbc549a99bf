//! How Discord says no: status, code, message, and for broken forms what is wrong where.

use serde_json::{Value, json};

/// An answer other than 2xx.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub status: u16,
    pub code: u32,
    pub message: String,
    pub errors: Value,
    /// The request could never have been right: a fault of the program, not of the moment.
    pub broken: bool,
}

/// A request that broke a rule, and which.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    pub request: String,
    pub code: u32,
    pub why: String,
}

impl std::fmt::Display for Violation {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(out, "{} [{}]: {}", self.request, self.code, self.why)
    }
}

impl Refusal {
    pub const NOT_FOUND: u32 = 0;
    pub const UNKNOWN_CHANNEL: u32 = 10003;
    pub const UNKNOWN_MESSAGE: u32 = 10008;
    pub const UNKNOWN_WEBHOOK: u32 = 10015;
    pub const UNKNOWN_INTERACTION: u32 = 10062;
    pub const NOT_YOUR_APPLICATION: u32 = 20012;
    pub const ACKNOWLEDGED: u32 = 40060;
    pub const TOO_MANY_FOLLOW_UPS: u32 = 40094;
    pub const MISSING_ACCESS: u32 = 50001;
    pub const NOT_THE_AUTHOR: u32 = 50005;
    pub const EMPTY_MESSAGE: u32 = 50006;
    pub const MISSING_PERMISSIONS: u32 = 50013;
    pub const INVALID_WEBHOOK_TOKEN: u32 = 50027;
    pub const INVALID_FORM: u32 = 50035;
    pub const INVALID_JSON: u32 = 50109;

    /// The refusal with one of the codes above.
    pub fn of(code: u32) -> Self {
        let (status, message, broken) = match code {
            Self::UNKNOWN_CHANNEL => (404, "Unknown Channel", false),
            Self::UNKNOWN_MESSAGE => (404, "Unknown Message", false),
            Self::UNKNOWN_WEBHOOK => (404, "Unknown Webhook", false),
            Self::UNKNOWN_INTERACTION => (404, "Unknown interaction", false),
            Self::NOT_YOUR_APPLICATION => {
                (403, "You are not authorized to perform this action on this application", false)
            }
            Self::ACKNOWLEDGED => (400, "Interaction has already been acknowledged.", false),
            Self::TOO_MANY_FOLLOW_UPS => (400, "Maximum number of follow up messages has been reached", false),
            Self::MISSING_ACCESS => (403, "Missing Access", false),
            Self::NOT_THE_AUTHOR => (403, "Cannot edit a message authored by another user", false),
            Self::EMPTY_MESSAGE => (400, "Cannot send an empty message", true),
            Self::MISSING_PERMISSIONS => (403, "Missing Permissions", false),
            Self::INVALID_WEBHOOK_TOKEN => (401, "Invalid Webhook Token", false),
            Self::INVALID_FORM => (400, "Invalid Form Body", true),
            Self::INVALID_JSON => (400, "The request body contains invalid JSON.", true),
            _ => (404, "404: Not Found", true),
        };
        Self { status, code, message: message.to_owned(), errors: Value::Null, broken }
    }

    pub fn unauthorized() -> Self {
        let message = "401: Unauthorized".to_owned();
        Self { status: 401, code: 0, message, errors: Value::Null, broken: false }
    }

    /// One fault of a form, at this path.
    pub fn form(at: &str, code: &'static str, message: impl Into<String>) -> Self {
        let mut form = super::form::Form::default();
        form.refuse(at, code, message);
        form.finish().expect_err("it has a fault")
    }

    pub fn body(&self) -> Value {
        let mut body = json!({"message": self.message, "code": self.code});
        if !self.errors.is_null() {
            body["errors"] = self.errors.clone();
        }
        body
    }

    pub fn why(&self) -> String {
        if self.errors.is_null() { self.message.clone() } else { format!("{}: {}", self.message, self.errors) }
    }
}
