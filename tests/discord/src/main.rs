//! A Discord beside other servers: says in one line of JSON what a configuration of Kyr needs, and serves until its
//! input ends. It must not know who talks to it.

use std::io::Read;

use kyr_discord_tests::fake::Discord;
use serde_json::json;

#[tokio::main]
async fn main() {
    let discord = Discord::start().await;
    discord.guild("en-US");
    let application = discord.application_id().to_string();
    println!("{}", json!({"application_id": application, "token": discord.token(), "test_api": discord.api()}));
    let ended = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
    ended.await.expect("no panic").expect("an input");
}
