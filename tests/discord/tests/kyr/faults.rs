//! An API that limits, errs and cuts connections: nothing is lost, nothing is said twice.

use std::time::Duration;

use kyr_discord_tests::fake::{Discord, Fault, Route};
use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Stage, Text};
use serde_json::json;

use crate::{PACK, answers};

fn passing() -> Vec<Fault> {
    vec![
        Fault::RateLimited { retry_after: 0.3, global: false },
        Fault::RateLimited { retry_after: 0.3, global: true },
        Fault::Status(500),
        Fault::Status(502),
        Fault::Status(503),
        Fault::CutBefore,
        Fault::CutAfter,
    ]
}

#[tokio::test]
async fn first_replies() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for fault in passing() {
        stage.discord.fail(Route::Callback, 1, fault.clone());
        let asked = ana.command(stage.channel, "ask", json!({"question": DOOR}));
        answers(&asked.reply().await, "home-visit", "en");
        assert!(asked.now().took().is_some_and(|took| took < Duration::from_secs(3)), "{fault:?}");
        let lacking = Text::lacking(&PACK.topic("home-visit").texts["en"].shown_first(), &asked.reply().await.text());
        assert!(lacking.is_empty(), "{fault:?}: {lacking:?}");
    }
    stage.end().await;
}

#[tokio::test]
async fn answers_to_messages() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let mut faults = passing();
    faults.push(Fault::Banned { retry_after: 1 });
    for fault in faults {
        for times in [1, 2] {
            stage.discord.fail(Route::Messages, times, fault.clone());
            let asked = ana.tell(DOOR);
            answers(&asked.reply().await, "home-visit", "en");
            stage.pause().await;
            assert_eq!(asked.times_answered(), 1, "{fault:?} {times} times");
            stage.discord.heal();
        }
    }
    stage.end().await;
}

#[tokio::test]
async fn long_answers_are_complete() {
    let stage = Stage::start().await;
    let ana = stage.person("es-ES");
    for fault in passing().into_iter().filter(|fault| *fault != Fault::CutAfter) {
        stage.discord.fail(Route::FollowUp, 1, fault.clone());
        let asked = ana.command(stage.channel, "hotlines", json!({}));
        let whole = |_: &Discord| (asked.now().replies.len() > 1).then_some(());
        assert!(stage.discord.wait(Duration::from_secs(10), whole).await.is_some(), "{fault:?}: the rest is missing");
        stage.discord.heal();
    }
    stage.end().await;
}

#[tokio::test]
async fn what_has_expired_is_given_up() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    stage.discord.fail(Route::Callback, 1, Fault::Status(500));
    let asked = ana.command(stage.channel, "ask", json!({"question": DOOR}));
    stage.discord.advance(Duration::from_secs(4));
    let given_up = |discord: &Discord| discord.refusals().contains(&(404, 10062)).then_some(());
    assert!(stage.discord.wait(Duration::from_secs(10), given_up).await.is_some());
    stage.pause().await;
    let tries = stage.discord.refusals().into_iter().filter(|(_, code)| *code == 10062).count();
    assert_eq!(tries, 1, "it goes on trying");
    assert!(asked.now().first.is_none());
    answers(&ana.tell(FILM).reply().await, "recording-officers", "en");
    stage.end().await;
}

#[tokio::test]
async fn what_never_gets_well_does_not_hold_others_up() {
    let stage = Stage::start().await;
    let (ana, bob) = (stage.person("en-US"), stage.person("en-US"));
    stage.discord.fail(Route::Callback, 1, Fault::RateLimited { retry_after: 30.0, global: false });
    ana.command(stage.channel, "ask", json!({"question": DOOR}));
    tokio::time::sleep(Duration::from_millis(200)).await;
    answers(&bob.tell(FILM).reply().await, "recording-officers", "en");
    stage.end().await;
}

#[tokio::test]
async fn slow_answers_of_the_api_hold_nobody_up() {
    let stage = Stage::start().await;
    let people: Vec<_> = (0..20).map(|_| stage.person("en-US")).collect();
    stage.discord.fail(Route::Callback, 20, Fault::Slow(Duration::from_secs(1)));
    let asked: Vec<_> =
        people.iter().map(|person| person.command(stage.channel, "ask", json!({"question": DOOR}))).collect();
    for question in &asked {
        answers(&question.reply().await, "home-visit", "en");
        assert!(question.now().took().unwrap() < Duration::from_secs(2));
    }
    stage.end().await;
}

#[tokio::test]
async fn fifty_requests_a_second_are_enough() {
    let stage = Stage::start().await;
    stage.discord.limit_rate(true);
    let people: Vec<_> = (0..80).map(|_| stage.person("en-US")).collect();
    let asked: Vec<_> = people.iter().map(|person| person.tell(DOOR)).collect();
    for said in &asked {
        answers(&said.reply_within(Duration::from_secs(30)).await, "home-visit", "en");
        assert_eq!(said.times_answered(), 1);
    }
    stage.end().await;
}
