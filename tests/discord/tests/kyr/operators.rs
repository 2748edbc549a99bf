//! Faults of the configuration: each an error that says what and what to do, and exit code 2.

use std::time::Duration;

use kyr_discord_tests::fake::{Discord, Fault, Route};
use kyr_discord_tests::harness::Stage;
use kyr_discord_tests::harness::questions::*;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::answers;

const PATIENCE: Duration = Duration::from_secs(30);

/// Starts Kyr, which must end by itself and say this.
async fn fails(stage: &mut Stage, words: &[&str]) {
    stage.kyr.launch();
    let code = stage.kyr.ended(PATIENCE).await;
    let log = stage.kyr.new_log();
    assert_eq!(code, 2, "{log}");
    let says = |line: &str| {
        let line = line.to_lowercase();
        line.contains("error") && words.iter().all(|word| line.contains(&word.to_lowercase()))
    };
    // An error may be told in several lines, the cause below it.
    assert!(log.lines().any(|line| line.to_lowercase().contains("error")), "no error in:\n{log}");
    assert!(says(&log.replace('\n', " ")), "no error with {words:?} in:\n{log}");
}

#[tokio::test]
async fn no_token_or_a_wrong_one() {
    let mut stage = Stage::prepare().await;
    stage.kyr.write("discord-token", "nonsense\n");
    fails(&mut stage, &["token"]).await;
    stage.kyr.write("discord-token", " \n");
    fails(&mut stage, &["token"]).await;
    stage.kyr.remove("discord-token");
    fails(&mut stage, &["discord-token"]).await;
    stage.kyr.settings["discord"].as_object_mut().unwrap().remove("token_file");
    fails(&mut stage, &["token", "KYR_DISCORD_TOKEN"]).await;
    stage.end().await;
}

#[tokio::test]
async fn the_environments_token_wins() {
    let mut stage = Stage::prepare().await;
    stage.kyr.write("discord-token", "nonsense\n");
    stage.kyr.environment.push(("KYR_DISCORD_TOKEN".to_owned(), stage.discord.token()));
    stage.kyr.start().await;
    stage.end().await;
}

#[tokio::test]
async fn a_gateway_that_sends_it_away() {
    for code in [4004, 4010, 4011, 4012, 4013, 4014] {
        let mut stage = Stage::prepare().await;
        stage.discord.refuse_identify(code);
        fails(&mut stage, &["discord"]).await;
        assert_eq!(stage.discord.sessions(|sessions| sessions.identified), 0, "code {code}");
        stage.end().await;
    }
}

#[tokio::test]
async fn a_wrong_application() {
    let mut stage = Stage::prepare().await;
    for wrong in [json!("kyr"), json!(""), json!("-5"), json!("12 34"), Value::Null] {
        stage.kyr.settings["discord"]["application_id"] = wrong;
        fails(&mut stage, &["application_id"]).await;
    }
    stage.kyr.settings["discord"].as_object_mut().unwrap().remove("application_id");
    fails(&mut stage, &["application_id"]).await;
    stage.kyr.settings["discord"]["application_id"] = "1234567890".into();
    fails(&mut stage, &["application_id"]).await;
    stage.end().await;
}

#[tokio::test]
async fn a_wrong_endpoint() {
    let mut stage = Stage::prepare().await;
    let another = Discord::start().await;
    let endpoint = |listen: &str, key: &str| json!({"listen": listen, "public_key": key});
    for key in ["", "nonsense", &"ab".repeat(31), &"zz".repeat(32), &another.public_key()] {
        stage.kyr.settings["discord"]["endpoint"] = endpoint("127.0.0.1:0", key);
        fails(&mut stage, &["public_key"]).await;
    }
    let taken = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = taken.local_addr().unwrap().to_string();
    stage.kyr.settings["discord"]["endpoint"] = endpoint(&address, &stage.discord.public_key());
    fails(&mut stage, &["listen", &address]).await;
    stage.kyr.settings["discord"]["endpoint"] = endpoint("nonsense", &stage.discord.public_key());
    fails(&mut stage, &["listen"]).await;
    stage.end().await;
}

#[tokio::test]
async fn settings_that_are_none() {
    let mut stage = Stage::prepare().await;
    stage.kyr.settings["discord"]["tokenfile"] = "x".into();
    fails(&mut stage, &["tokenfile"]).await;
    stage.kyr.settings["discord"].as_object_mut().unwrap().remove("tokenfile");
    for foreign in ["http://192.0.2.1/api/v10", "https://example.org/api/v10", "nonsense"] {
        stage.kyr.settings["discord"]["test_api"] = foreign.into();
        fails(&mut stage, &["test_api"]).await;
    }
    stage.end().await;
}

#[tokio::test]
async fn it_waits_for_a_discord_that_is_not_there_yet() {
    let mut stage = Stage::prepare().await;
    stage.discord.set_down(true);
    stage.kyr.launch();
    stage.kyr.logged(&["cannot reach discord"]).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert!(stage.kyr.running());
    stage.discord.set_down(false);
    stage.kyr.logged(&["discord: ready"]).await;
    let ana = stage.person("en-US");
    answers(&ana.tell(DOOR).reply().await, "home-visit", "en");
    stage.end().await;
}

#[tokio::test]
async fn it_waits_for_a_discord_that_is_ill() {
    for fault in [Fault::Status(500), Fault::Status(502), Fault::Status(503), Fault::CutBefore] {
        let mut stage = Stage::prepare().await;
        for route in [Route::Application, Route::Commands, Route::Gateway] {
            stage.discord.fail(route, 2, fault.clone());
        }
        stage.kyr.start().await;
        stage.end().await;
    }
    let mut stage = Stage::prepare().await;
    stage.discord.fail(Route::Application, 1, Fault::RateLimited { retry_after: 0.5, global: true });
    stage.discord.fail(Route::Commands, 1, Fault::Banned { retry_after: 1 });
    stage.kyr.start().await;
    stage.end().await;
}

#[tokio::test]
async fn it_can_be_stopped_while_it_waits() {
    let mut stage = Stage::prepare().await;
    stage.discord.set_down(true);
    stage.kyr.launch();
    stage.kyr.logged(&["cannot reach discord"]).await;
    assert_eq!(stage.kyr.stop().await, 0);
    stage.end().await;
}
