//! The application: its id, its bot, its token and its keys.

use ed25519_dalek::SigningKey;
use serde_json::{Value, json};

use super::ids::{Id, snowflake, token};

pub struct Application {
    /// Also the id of its bot.
    pub id: Id,
    pub name: String,
    pub token: String,
    pub key: SigningKey,
    /// The privileged intents that it was granted.
    pub privileged: u64,
    /// Where the operator has it called, as the portal keeps it.
    pub interactions_url: Option<String>,
    /// How often it may still identify today.
    pub starts_left: u32,
}

impl Application {
    /// A new one, with an id, a token and keys of its own.
    pub fn register() -> Self {
        let id = snowflake();
        let mut seed = [7; 32];
        seed[..8].copy_from_slice(&id.to_le_bytes());
        Self {
            id,
            name: "Kyr".to_owned(),
            token: format!("{}.{}.{}", token(26), token(6), token(38)),
            key: SigningKey::from_bytes(&seed),
            privileged: 0,
            interactions_url: None,
            starts_left: 1000,
        }
    }

    /// The key with which requests to an endpoint are proved, as 64 hex digits.
    pub fn public_key(&self) -> String {
        self.key.verifying_key().as_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The bot's user.
    pub fn user(&self) -> Value {
        let mut user = user(self.id, &self.name, true);
        user["global_name"] = Value::Null;
        user
    }

    /// What `GET /applications/@me` answers.
    pub fn body(&self) -> Value {
        json!({
            "id": self.id.to_string(),
            "name": self.name,
            "icon": null,
            "description": "",
            "type": null,
            "bot": self.user(),
            "summary": "",
            "bot_public": true,
            "bot_require_code_grant": false,
            "integration_types_config": {"0": {}, "1": {}},
            "verify_key": self.public_key(),
            "flags": 0,
            "flags_new": "0",
            "hook": true,
            "redirect_uris": [],
            "interactions_endpoint_url": self.interactions_url,
            "role_connections_verification_url": null,
            "owner": user(self.id + 1, "operator", false),
            "approximate_guild_count": 1,
            "approximate_user_install_count": 0,
            "approximate_user_authorization_count": 0,
            "eligible_oauth2_scopes": [],
            "interactions_event_types": [],
            "interactions_version": 1,
            "explicit_content_filter": 0,
            "rpc_application_state": 0,
            "store_application_state": 1,
            "verification_state": 1,
            "integration_public": true,
            "integration_require_code_grant": false,
            "discoverability_state": 1,
            "discovery_eligibility_flags": 2240,
            "monetization_state": 1,
            "monetization_eligibility_flags": 0,
            "team": null
        })
    }
}

/// A user as it stands in messages and interactions.
pub fn user(id: Id, name: &str, bot: bool) -> Value {
    let mut user = json!({
        "id": id.to_string(),
        "username": name,
        "global_name": name,
        "avatar": null,
        "discriminator": if bot { "4711" } else { "0" },
        "public_flags": 0,
        "flags": 0,
        "banner": null,
        "accent_color": null,
        "avatar_decoration_data": null,
        "collectibles": null,
        "display_name_styles": null,
        "banner_color": null,
        "clan": null,
        "primary_guild": null
    });
    if bot {
        user["bot"] = true.into();
    }
    user
}
