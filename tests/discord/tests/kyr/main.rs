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
mod mutants;
mod operations;
mod operators;
mod privacy;
mod registration;
mod reload;
mod replicas;
mod restarts;
mod settings;
mod setup;
mod soak;
mod topics;
mod transcripts;
mod week;

use std::net::SocketAddr;
use std::sync::LazyLock;

use kyr_discord_tests::fake::{Reply, send};
use kyr_discord_tests::harness::{Pack, Stage, contains};

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

/// Where the started Kyr shows its counts and its health.
async fn metrics_address(stage: &mut Stage) -> SocketAddr {
    let line = stage.kyr.logged(&["metrics: listening on "]).await;
    let (_, address) = line.rsplit_once("listening on ").expect("just found");
    address.trim().trim_end_matches(['"', '}']).parse().expect("an address")
}

async fn get(address: SocketAddr, path: &str) -> (u16, String) {
    let answer = send(address, "GET", path, &[], "").await.unwrap();
    (answer.status, String::from_utf8(answer.body.to_vec()).unwrap())
}
