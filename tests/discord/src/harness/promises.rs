//! What each message of Kyr's must be besides what Discord asks: it pings nobody, has no boxes and no previews.

use serde_json::Value;

use crate::fake::{Discord, Route};

const SUPPRESS_EMBEDS: u64 = 1 << 2;

/// Fails when a request of Kyr's breaks a promise.
pub fn check(discord: &Discord) {
    let mut broken = Vec::new();
    for request in discord.requests() {
        let message = match (request.route, request.method.as_str()) {
            (Route::Callback, _) if matches!(request.body["type"].as_u64(), Some(4 | 7)) => &request.body["data"],
            (Route::FollowUp | Route::Messages, "POST") | (Route::Original, "PATCH") => &request.body,
            _ => continue,
        };
        broken.extend(faults(message).into_iter().map(|fault| format!("{:?}: {fault}: {message}", request.route)));
        if request.route == Route::Messages {
            let enforced = message["enforce_nonce"] == true && !message["nonce"].is_null();
            broken.extend((!enforced).then(|| format!("an answer without an enforced nonce: {message}")));
        }
    }
    assert!(broken.is_empty(), "{} promises are broken:\n{}", broken.len(), broken[..broken.len().min(10)].join("\n"));
    let pings = discord.bot_messages().into_iter().filter(|message| message.pings()).count();
    assert_eq!(pings, 0, "somebody was pinged");
}

fn faults(message: &Value) -> Vec<&'static str> {
    let empty = |value: &Value| value.as_array().is_none_or(Vec::is_empty);
    let allowed = &message["allowed_mentions"];
    let mut faults = Vec::new();
    if allowed["parse"].as_array().is_none_or(|parse| !parse.is_empty()) {
        faults.push("allowed_mentions does not say `parse: []`");
    }
    if allowed["replied_user"] == true || !empty(&allowed["users"]) || !empty(&allowed["roles"]) {
        faults.push("allowed_mentions lets somebody be pinged");
    }
    if !empty(&message["embeds"]) {
        faults.push("embeds");
    }
    if message["flags"].as_u64().unwrap_or_default() & SUPPRESS_EMBEDS == 0 {
        faults.push("previews of links are not suppressed");
    }
    faults
}
