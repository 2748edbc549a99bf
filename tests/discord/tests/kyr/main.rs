//! Kyr on Discord, from outside: its process against the fake, one module for each area.

mod addressing;
mod asking;
mod components;
mod doctor;
mod endpoint;
mod faults;
mod gateway;
mod hostile;
mod languages;
mod load;
mod operations;
mod operators;
mod privacy;
mod registration;
mod reload;
mod replicas;
mod restarts;
mod settings;
mod setup;
mod topics;
mod transcripts;

use std::sync::LazyLock;

use kyr_discord_tests::fake::Reply;
use kyr_discord_tests::harness::{Pack, contains};

static PACK: LazyLock<Pack> = LazyLock::new(Pack::load);

/// Fails unless the reply is this topic's answer in this language.
#[track_caller]
fn answers(reply: &Reply, topic: &str, language: &str) {
    assert_eq!(PACK.answered(reply), Some((topic, language)), "{}", reply.text());
}

/// Fails unless the reply says what stands under this key in this language.
#[track_caller]
fn says(reply: &Reply, key: &str, language: &str) {
    let words = PACK.own(key, language);
    assert!(contains(&reply.text(), words), "“{words}” is missing in:\n{}", reply.text());
}
