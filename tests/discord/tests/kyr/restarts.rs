//! Kyr ends, in order or not, in the middle of its work: nothing is lost, nothing is answered twice.

use std::time::Duration;

use kyr_discord_tests::fake::{Exchange, Fault, Route, Said};
use kyr_discord_tests::harness::Stage;
use kyr_discord_tests::harness::questions::*;
use serde_json::json;

use crate::answers;

const PATIENCE: Duration = Duration::from_secs(30);

/// Asks in all ways while Kyr is ended and started again.
async fn interrupted(orderly: bool) {
    let mut stage = Stage::start().await;
    let people: Vec<_> = (0..4).map(|_| stage.person("en-US")).collect();
    let channel = stage.channel;
    let asking = tokio::spawn(async move {
        let mut said: Vec<(Said, &str)> = Vec::new();
        let mut used: Vec<Exchange> = Vec::new();
        for round in 0..15 {
            for (number, person) in people.iter().enumerate() {
                let (question, topic) = ENGLISH[(round + number) % ENGLISH.len()];
                match number {
                    0 => said.push((person.mention(channel, question), topic)),
                    1 => used.push(person.command(channel, "ask", json!({"question": question}))),
                    _ => said.push((person.tell(question), topic)),
                }
            }
            tokio::time::sleep(Duration::from_millis(150)).await;
        }
        (said, used)
    });
    for moment in [400, 530, 310] {
        tokio::time::sleep(Duration::from_millis(moment)).await;
        if orderly {
            assert_eq!(stage.kyr.stop().await, 0);
        } else {
            stage.kyr.kill().await;
        }
        stage.kyr.start().await;
    }
    let (said, used) = asking.await.unwrap();
    for (said, topic) in &said {
        answers(&said.reply_within(PATIENCE).await, topic, "en");
    }
    for exchange in &used {
        exchange.reply_within(PATIENCE).await;
    }
    stage.pause().await;
    for (said, _) in &said {
        assert_eq!(said.times_answered(), 1, "{}", said.message().content());
    }
    let (identified, resumed) = stage.discord.sessions(|sessions| (sessions.identified, sessions.resumed));
    assert_eq!((identified, resumed), (1, 3), "it takes its session up again");
    stage.end().await;
}

#[tokio::test]
async fn killed() {
    interrupted(false).await;
}

#[tokio::test]
async fn stopped_in_order() {
    interrupted(true).await;
}

#[tokio::test]
async fn what_was_asked_while_it_was_away_is_answered() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    let before = ana.tell(DOOR);
    before.reply().await;
    for orderly in [true, false] {
        if orderly {
            assert_eq!(stage.kyr.stop().await, 0);
        } else {
            stage.kyr.kill().await;
        }
        let away = [ana.tell(FILM), ana.mention(stage.channel, DOOR)];
        tokio::time::sleep(Duration::from_millis(300)).await;
        stage.kyr.start().await;
        for said in &away {
            said.reply_within(PATIENCE).await;
            assert_eq!(said.times_answered(), 1);
        }
    }
    assert_eq!(before.times_answered(), 1);
    stage.end().await;
}

#[tokio::test]
async fn what_it_has_begun_it_finishes() {
    let mut stage = Stage::start().await;
    let people: Vec<_> = (0..30).map(|_| stage.person("en-US")).collect();
    let asked: Vec<_> = people.iter().map(|person| person.tell(DOOR)).collect();
    assert_eq!(stage.kyr.stop().await, 0);
    stage.kyr.start().await;
    for said in &asked {
        said.reply_within(PATIENCE).await;
    }
    stage.pause().await;
    assert!(asked.iter().all(|said| said.times_answered() == 1));
    stage.end().await;
}

/// Longer than Kyr's place in the stream lies behind what it has just read.
#[tokio::test]
async fn what_it_could_not_send_for_long_is_not_lost_with_it() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    ana.tell(DOOR).reply().await;
    stage.discord.fail(Route::Messages, usize::MAX, Fault::Status(503));
    let asked = [ana.tell(FILM), ana.mention(stage.channel, DOOR)];
    tokio::time::sleep(Duration::from_secs(8)).await;
    stage.kyr.kill().await;
    stage.discord.heal();
    stage.kyr.start().await;
    for said in &asked {
        said.reply_within(PATIENCE).await;
    }
    stage.pause().await;
    assert!(asked.iter().all(|said| said.times_answered() == 1));
    stage.end().await;
}

/// A connection that failed must not end the keeping of places: Discord knows the last few thousand events only.
#[tokio::test]
async fn after_an_outage_its_place_is_kept_as_before() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    ana.tell(DOOR).reply().await;
    stage.discord.set_down(true);
    stage.kyr.logged(&["lost the gateway"]).await;
    tokio::time::sleep(Duration::from_secs(1)).await;
    stage.discord.set_down(false);
    assert!(stage.discord.connected(1, PATIENCE).await);
    for (question, _) in ENGLISH {
        stage.person("en-US").tell(question).reply_within(PATIENCE).await;
    }
    // Longer than two looks at the place.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let counts =
        |stage: &Stage| stage.discord.sessions(|sessions| (sessions.again, sessions.resumed, sessions.identified));
    let before = counts(&stage);
    stage.kyr.kill().await;
    stage.kyr.start().await;
    let after = counts(&stage);
    assert!(after.0 - before.0 <= 2, "{} events came again", after.0 - before.0);
    assert_eq!((after.1, after.2), (before.1 + 1, before.2), "it takes its session up again");
    stage.end().await;
}

#[tokio::test]
async fn without_its_session_it_begins_anew() {
    for damage in ["missing", "garbage", "empty"] {
        let mut stage = Stage::start().await;
        let ana = stage.person("en-US");
        ana.tell(DOOR).reply().await;
        assert_eq!(stage.kyr.stop().await, 0);
        let entries = std::fs::read_dir(stage.kyr.data()).unwrap().map(|entry| entry.unwrap().path());
        let sessions: Vec<_> = entries.filter(|path| path.to_string_lossy().contains("session")).collect();
        assert!(!sessions.is_empty(), "no session is kept");
        for path in sessions {
            match damage {
                "missing" => std::fs::remove_file(path).unwrap(),
                "garbage" => std::fs::write(path, "{nonsense").unwrap(),
                _ => std::fs::write(path, "").unwrap(),
            }
        }
        stage.kyr.start().await;
        answers(&ana.tell(FILM).reply().await, "recording-officers", "en");
        assert_eq!(stage.discord.sessions(|sessions| sessions.identified), 2, "{damage}");
        stage.end().await;
    }
}

#[tokio::test]
async fn an_old_session_is_not_taken_up() {
    let mut stage = Stage::start().await;
    assert_eq!(stage.kyr.stop().await, 0);
    stage.discord.advance(Duration::from_secs(600));
    stage.kyr.start().await;
    let ana = stage.person("en-US");
    answers(&ana.tell(DOOR).reply().await, "home-visit", "en");
    assert_eq!(stage.discord.sessions(|sessions| sessions.identified), 2);
    stage.end().await;
}

#[tokio::test]
async fn interrupted_by_ctrl_c() {
    let mut stage = Stage::start().await;
    stage.kyr.signal("INT").await;
    assert_eq!(stage.kyr.ended(PATIENCE).await, 0);
    stage.end().await;
}
