//! What must never stand in a log or in a file: who wrote, where, and what.

use regex::Regex;

use super::kyr::Kyr;
use super::traces::files;
use crate::fake::Discord;

/// Texts shorter than this could stand there by chance.
const SHORTEST: usize = 12;
const LONGEST: usize = 1000;

/// Each line of the log that tells too much, with the reason before it.
pub fn leaks(discord: &Discord, log: &str) -> Vec<String> {
    let snowflake = Regex::new(r"\b\d{17,20}\b").expect("an expression");
    let own = discord.application_id().to_string();
    let (texts, tokens) = discord.secrets();
    let mut found = Vec::new();
    for line in log.lines() {
        let ids = snowflake.find_iter(line).filter(|id| id.as_str() != own);
        found.extend(ids.map(|_| format!("an id: {line}")));
        found.extend(tokens.iter().filter(|token| line.contains(*token)).map(|_| format!("a token: {line}")));
        let said = texts.iter().filter(|text| telling(text) && line.contains(*text));
        found.extend(said.map(|text| format!("“{text}”: {line}")));
    }
    found
}

fn telling(text: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&text.len())
}

/// Fails when Kyr's log or its files tell something about a person.
pub fn check(discord: &Discord, kyr: &Kyr) {
    let found = leaks(discord, &kyr.log());
    assert!(
        found.is_empty(),
        "{} lines of the log tell too much:\n{}",
        found.len(),
        found[..found.len().min(10)].join("\n")
    );
    let (texts, tokens) = discord.secrets();
    let ids = discord.people().into_iter().map(|id| id.to_string());
    let secrets: Vec<String> = texts.into_iter().filter(|text| telling(text)).chain(tokens).chain(ids).collect();
    for file in files(&kyr.data()) {
        let Ok(bytes) = std::fs::read(&file) else { continue };
        for secret in &secrets {
            let there = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!there, "{} holds “{secret}”", file.display());
        }
    }
}
