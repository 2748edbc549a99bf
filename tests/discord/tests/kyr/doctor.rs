//! `kyr doctor` against the fake: each fault on Discord's side has its line, and none tells a secret.

use std::os::unix::fs::PermissionsExt;

use kyr_discord_tests::fake::{Discord, Fault, Route};
use kyr_discord_tests::harness::Stage;
use serde_json::json;
use tokio::net::TcpListener;

/// A stage whose secrets are as they should be.
async fn healthy() -> Stage {
    let stage = Stage::prepare().await;
    close(&stage);
    stage
}

fn close(stage: &Stage) {
    let token = stage.kyr.folder().join("discord-token");
    std::fs::set_permissions(token, std::fs::Permissions::from_mode(0o600)).expect("the harness's own file");
}

/// The doctor must say this on one line of this verdict, with a remedy below it when it is not well.
async fn says(stage: &Stage, verdict: &str, words: &[&str]) -> String {
    let (code, said) = stage.kyr.doctor().await;
    assert!(!said.contains(&stage.discord.token()), "the token is in:\n{said}");
    assert_eq!(code, i32::from(said.lines().any(|line| line.starts_with("wrong "))), "{said}");
    let fits = |line: &str| {
        line.starts_with(verdict) && words.iter().all(|word| line.to_lowercase().contains(&word.to_lowercase()))
    };
    let lines: Vec<&str> = said.lines().collect();
    let Some(place) = lines.iter().position(|line| fits(line)) else { panic!("no {verdict} {words:?} in:\n{said}") };
    if verdict == "ok" {
        return String::new();
    }
    let remedy = lines.get(place + 1).filter(|line| line.trim_start().starts_with("-> "));
    (*remedy.unwrap_or_else(|| panic!("no remedy below {words:?} in:\n{said}"))).to_owned()
}

#[tokio::test]
async fn all_is_well() {
    let stage = healthy().await;
    let (code, said) = stage.kyr.doctor().await;
    assert_eq!(code, 0, "{said}");
    assert!(!said.contains("warning ") && !said.contains("wrong "), "{said}");
    for check in ["configuration", "pack", "reviews", "data folder", "disk", "data key"] {
        assert!(said.lines().any(|line| line.starts_with(&format!("ok       {check}: "))), "no {check} in:\n{said}");
    }
    for check in ["token", "reached", "clock", "application", "delivery"] {
        assert!(
            said.lines().any(|line| line.starts_with(&format!("ok       discord: {check}"))),
            "no {check}:\n{said}"
        );
    }
    assert!(!stage.kyr.data().exists(), "looking makes nothing");
    assert!(stage.discord.commands().is_empty(), "looking registers nothing");
    stage.end().await;
}

#[tokio::test]
async fn a_token() {
    let stage = healthy().await;
    let other = Discord::start().await;
    stage.kyr.write("discord-token", &other.token());
    assert!(says(&stage, "wrong", &["doesn't take the bot's token"]).await.contains("Reset Token"));
    let (_, said) = stage.kyr.doctor().await;
    assert!(!said.contains(&other.token()), "{said}");
    stage.kyr.write("discord-token", "nonsense-and-secret");
    says(&stage, "wrong", &["token", "no bot's token"]).await;
    assert!(!stage.kyr.doctor().await.1.contains("nonsense-and-secret"));
    stage.kyr.write("discord-token", &format!("  {}\n\n", stage.discord.token()));
    says(&stage, "warning", &["discord: token", "blanks or empty lines"]).await;
    stage.kyr.write("discord-token", "\n");
    says(&stage, "wrong", &["discord: token", "is empty"]).await;
    stage.kyr.remove("discord-token");
    assert!(says(&stage, "wrong", &["discord-token", "is not there"]).await.contains("KYR_DISCORD_TOKEN"));
    stage.end().await;
}

#[tokio::test]
async fn a_token_that_others_can_read() {
    let stage = healthy().await;
    let set = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("the harness's own");
    };
    let folder = stage.kyr.folder();
    set(&folder.join("discord-token"), 0o644);
    set(folder, 0o700);
    says(&stage, "ok", &["discord: token"]).await;
    set(folder.parent().expect("the stage's"), 0o755);
    set(folder, 0o755);
    assert!(says(&stage, "wrong", &["every user of this machine can read"]).await.contains("chmod 600"));
    set(&folder.join("discord-token"), 0o640);
    says(&stage, "warning", &["users of its group can read"]).await;
    stage.end().await;
}

#[tokio::test]
async fn a_token_in_the_environment() {
    let mut stage = healthy().await;
    stage.kyr.remove("discord-token");
    stage.kyr.environment.push(("KYR_DISCORD_TOKEN".to_owned(), stage.discord.token()));
    says(&stage, "ok", &["environment variable KYR_DISCORD_TOKEN"]).await;
    stage.end().await;
}

#[tokio::test]
async fn another_application() {
    let mut stage = healthy().await;
    stage.kyr.settings["discord"]["application_id"] = "1234567890".into();
    says(&stage, "wrong", &["application_id", "not the id of the application"]).await;
    stage.end().await;
}

#[tokio::test]
async fn a_discord_that_cannot_be_asked() {
    let stage = healthy().await;
    stage.discord.set_down(true);
    assert!(says(&stage, "wrong", &["discord: reached"]).await.contains("internet"));
    stage.discord.set_down(false);
    stage.discord.fail(Route::Application, 1, Fault::Status(503));
    says(&stage, "wrong", &["Discord has a fault (503)"]).await;
    stage.discord.fail(Route::Application, 1, Fault::RateLimited { retry_after: 2.0, global: true });
    says(&stage, "warning", &["asks for patience"]).await;
    stage.end().await;
}

#[tokio::test]
async fn a_clock() {
    let stage = healthy().await;
    stage.discord.set_date_ahead(45);
    assert!(says(&stage, "warning", &["discord: clock", "behind"]).await.contains("timedatectl"));
    stage.discord.set_date_ahead(-600);
    says(&stage, "wrong", &["discord: clock", "minutes ahead of"]).await;
    stage.end().await;
}

#[tokio::test]
async fn calls_and_where_they_go() {
    let mut stage = healthy().await;
    stage.discord.set_interactions_url(Some("https://kyr.example.org/"));
    assert!(says(&stage, "wrong", &["discord: delivery", "https://kyr.example.org/"]).await.contains("portal"));
    let endpoint = |listen: &str, key: &str| json!({"listen": listen, "public_key": key});
    let key = stage.discord.public_key();
    stage.kyr.settings["discord"]["endpoint"] = endpoint("127.0.0.1:0", &key);
    says(&stage, "ok", &["discord: delivery", "https://kyr.example.org/"]).await;
    says(&stage, "ok", &["discord: public key"]).await;
    says(&stage, "ok", &["discord: listen", "is free"]).await;
    stage.discord.set_interactions_url(None);
    assert!(says(&stage, "warning", &["discord: delivery", "no address to call"]).await.contains("start Kyr"));
    let another = Discord::start().await;
    stage.kyr.settings["discord"]["endpoint"] = endpoint("127.0.0.1:0", &another.public_key());
    says(&stage, "wrong", &["public_key is not this application's"]).await;
    stage.kyr.settings["discord"]["endpoint"] = endpoint("127.0.0.1:0", &"zz".repeat(32));
    says(&stage, "wrong", &["configuration", "public_key"]).await;
    let taken = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = taken.local_addr().expect("bound").to_string();
    drop(tokio::spawn(async move { while taken.accept().await.is_ok() {} }));
    stage.kyr.settings["discord"]["endpoint"] = endpoint(&address, &key);
    assert!(says(&stage, "wrong", &["discord: listen", &address]).await.contains("another program"));
    stage.end().await;
}

#[tokio::test]
async fn a_kyr_that_runs_already() {
    let mut stage = Stage::start_endpoint().await;
    close(&stage);
    let address = stage.kyr.address().await.to_string();
    stage.kyr.settings["discord"]["endpoint"]["listen"] = address.as_str().into();
    says(&stage, "ok", &["discord: listen", "a Kyr is listening", &address]).await;
    says(&stage, "ok", &["data folder"]).await;
    says(&stage, "ok", &["data key"]).await;
    std::fs::remove_file(stage.kyr.data().join("key")).expect("it was made");
    says(&stage, "warning", &["data key", "is gone"]).await;
    stage.end().await;
}
