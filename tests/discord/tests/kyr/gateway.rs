//! A gateway that is restless: whatever happens to the connection, each question is answered once.

use std::time::Duration;

use kyr_discord_tests::fake::{Discord, Said};
use kyr_discord_tests::harness::Stage;
use kyr_discord_tests::harness::questions::*;
use serde_json::json;

use crate::answers;

const PATIENCE: Duration = Duration::from_secs(30);

/// Does something to the connection, asks meanwhile, and expects each question to be answered once.
async fn survives(disturb: fn(&Discord), resumes: bool) {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let before = ana.tell(DOOR);
    before.reply().await;
    disturb(&stage.discord);
    let during = if resumes { vec![ana.tell(FILM), ana.mention(stage.channel, FILM)] } else { Vec::new() };
    let wanted = |discord: &Discord| {
        discord.sessions(|sessions| {
            let again = if resumes { sessions.resumed >= 1 } else { sessions.identified >= 2 };
            (again && sessions.connected() == 1).then_some(())
        })
    };
    let back = stage.discord.wait(PATIENCE, wanted).await;
    assert!(back.is_some(), "it did not come back");
    let slash = ana.command(stage.channel, "ask", json!({"question": DOOR}));
    answers(&slash.reply().await, "home-visit", "en");
    let after = ana.tell(FILM);
    answers(&after.reply().await, "recording-officers", "en");
    for said in during.iter().chain([&before, &after]) {
        said.reply().await;
        assert_eq!(said.times_answered(), 1, "{}", said.message().content());
    }
    stage.discord.sessions(|sessions| {
        assert_eq!(sessions.resumed_elsewhere, 0, "it did not resume where READY told it to");
        assert_eq!(sessions.identified, if resumes { 1 } else { 2 });
    });
    stage.end().await;
}

#[tokio::test]
async fn asked_to_reconnect() {
    survives(Discord::ask_to_reconnect, true).await;
}

#[tokio::test]
async fn invalid_but_resumable() {
    survives(|discord| discord.invalidate(true), true).await;
}

#[tokio::test]
async fn invalid() {
    survives(|discord| discord.invalidate(false), false).await;
}

#[tokio::test]
async fn dropped() {
    survives(Discord::drop_connections, true).await;
}

#[tokio::test]
async fn closed_with_codes_after_which_one_resumes() {
    survives(|discord| discord.close(4000), true).await;
    survives(|discord| discord.close(4001), true).await;
    survives(|discord| discord.close(4008), true).await;
    survives(|discord| discord.close(1001), true).await;
}

#[tokio::test]
async fn closed_with_codes_after_which_one_begins_anew() {
    survives(|discord| discord.close(4007), false).await;
    survives(|discord| discord.close(4009), false).await;
}

#[tokio::test]
async fn dropped_again_and_again() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let mut asked: Vec<Said> = Vec::new();
    for number in 0..10 {
        stage.discord.drop_connections();
        asked.push(ana.tell(ENGLISH[number % ENGLISH.len()].0));
        tokio::time::sleep(Duration::from_millis(150)).await;
    }
    for said in &asked {
        said.reply_within(PATIENCE).await;
        assert_eq!(said.times_answered(), 1);
    }
    assert_eq!(stage.discord.sessions(|sessions| sessions.identified), 1);
    stage.end().await;
}

#[tokio::test]
async fn heartbeats_that_nobody_acknowledges() {
    let mut stage = Stage::prepare().await;
    stage.discord.set_heartbeat_interval(Duration::from_millis(500));
    stage.kyr.start().await;
    let ana = stage.person("en-US");
    stage.discord.ask_for_heartbeat();
    tokio::time::sleep(Duration::from_millis(1500)).await;
    assert_eq!(stage.discord.sessions(|sessions| sessions.resumed), 0, "it beats in time");
    stage.discord.withhold_acks(true);
    let resumed = stage.discord.until(PATIENCE, |sessions| sessions.resumed >= 1).await;
    assert!(resumed, "it did not notice that nobody hears it");
    stage.discord.withhold_acks(false);
    let codes = stage.discord.sessions(|sessions| sessions.closed_with.clone());
    assert!(codes.iter().all(|code| ![1000, 1001].contains(code)), "it gave its session up: {codes:?}");
    answers(&ana.tell(DOOR).reply_within(PATIENCE).await, "home-visit", "en");
    assert_eq!(stage.discord.sessions(|sessions| sessions.identified), 1);
    stage.end().await;
}

#[tokio::test]
async fn a_session_that_is_too_old() {
    let stage = Stage::start().await;
    stage.discord.set_session_life(Duration::ZERO);
    stage.discord.drop_connections();
    assert!(stage.discord.until(PATIENCE, |sessions| sessions.identified == 2).await);
    assert_eq!(stage.discord.sessions(|sessions| sessions.refused_resumes), 1);
    let ana = stage.person("en-US");
    answers(&ana.tell(DOOR).reply_within(PATIENCE).await, "home-visit", "en");
    stage.end().await;
}

#[tokio::test]
async fn everything_is_gone_for_a_while() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    stage.discord.set_down(true);
    assert!(stage.discord.connected(0, PATIENCE).await);
    let asked = [ana.tell(DOOR), ana.mention(stage.channel, FILM)];
    stage.kyr.logged(&["lost the gateway"]).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert!(stage.kyr.running());
    stage.discord.set_down(false);
    for said in &asked {
        said.reply_within(PATIENCE).await;
        assert_eq!(said.times_answered(), 1);
    }
    assert_eq!(stage.discord.sessions(|sessions| sessions.identified), 1);
    stage.end().await;
}

#[tokio::test]
async fn it_does_not_knock_too_often() {
    let stage = Stage::start().await;
    for _ in 0..4 {
        stage.discord.invalidate(false);
        tokio::time::sleep(Duration::from_millis(700)).await;
    }
    let identified = stage.discord.sessions(|sessions| sessions.identified);
    assert!(identified <= 5, "{identified} times in three seconds");
    assert!(stage.discord.connected(1, PATIENCE).await);
    stage.end().await;
}
