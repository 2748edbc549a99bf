//! Setup's two questions about Discord. It must not know how Discord is asked.

use std::io::BufRead;

use anyhow::Result;

use super::dialogue::Question;
use super::draft::{Section, quoted};
use super::{Setup, refused};
use crate::adapters::discord::checkup;
use crate::config::discord::{api, token};
use crate::config::secret::Secret;

const FILE: &str = "discord-token";

pub fn ask<R: BufRead>(setup: &mut Setup<R>) -> Result<Section> {
    let api = api(setup.discord_test_api.as_deref())?;
    let source = token(Some(setup.config.with_file_name(FILE)));
    let known = source.read().ok().flatten();
    let default = known.as_ref().map(|_| format!("what is in {} or {} already", source.variable, source.place()));
    let question = Question {
        text: "The bot's token, from \"Bot\", \"Reset Token\" in discord.com/developers/applications. It is not shown \
               while you type, and goes into a file of its own",
        example: "MTIz….GxYz.… (three parts with dots between)",
        default: default.as_deref(),
        hidden: true,
    };
    let runtime = &setup.runtime;
    let (secret, application) = setup.dialogue.ask(&question, |answer| {
        let typed = answer.map(Secret::new);
        let Some(token) = typed.as_ref().or(known.as_ref()) else { return (None, Vec::new()) };
        let (found, application) = runtime.block_on(checkup::introduce(&api, token));
        (checkup::is_usable(&found).then_some((typed, application)), found)
    })?;
    let named = application.as_ref().and_then(|application| application["id"].as_str());
    let question = Question {
        text: "The application ID, from \"General Information\" of the same application",
        example: "1234567890123456789",
        default: named,
        hidden: false,
    };
    let id = setup.dialogue.ask(&question, |answer| {
        let id = answer.or(named).unwrap_or_default();
        match (id.parse::<u64>(), named) {
            (Ok(0) | Err(_), _) => {
                refused("application", format!("`{id}` is no number"), "write its digits, nothing else")
            }
            (Ok(_), Some(named)) if named != id => refused(
                "application",
                "the token belongs to another application",
                "copy both from the same application",
            ),
            (Ok(id), _) => (Some(id), Vec::new()),
        }
    })?;
    let test_api =
        setup.discord_test_api.as_ref().map_or_else(String::new, |_| format!("  test_api: {}\n", quoted(&api)));
    let yaml = format!(
        "discord:\n  application_id: {}\n  # The bot's token, alone in a file that only Kyr can read.\n  token_file: \
         {FILE}\n{test_api}",
        quoted(&id.to_string())
    );
    Ok(Section { yaml, file: FILE, secret })
}
