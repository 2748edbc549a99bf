//! In a guild Kyr answers who addresses it, and nobody else; it never pings.

use kyr_discord_tests::fake::{Fault, Person, Route, Say};
use kyr_discord_tests::harness::Stage;
use kyr_discord_tests::harness::questions::*;
use serde_json::{Value, json};

use crate::{answers, says};

#[tokio::test]
async fn a_mention_is_answered_where_it_stands() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let asked = ana.mention(stage.channel, DOOR);
    let reply = asked.reply().await;
    answers(&reply, "home-visit", "en");
    assert_eq!(reply.messages[0].replies_to(), Some(asked.id));
    assert!(reply.messages.iter().all(|message| !message.ephemeral() && !message.pings()));
    let bot = stage.discord.application_id();
    for text in [format!("{FILM} <@{bot}>"), format!("hey <@!{bot}>, {FILM}?")] {
        let said = Say { text, ..Say::default() };
        answers(&ana.write(stage.channel, said).reply().await, "recording-officers", "en");
    }
    stage.end().await;
}

#[tokio::test]
async fn a_reply_to_it_is_answered() {
    let stage = Stage::start().await;
    let (ana, bob) = (stage.person("en-US"), stage.person("en-US"));
    let first = ana.mention(stage.channel, DOOR).reply().await;
    answers(&bob.respond(stage.channel, first.last(), FILM).reply().await, "recording-officers", "en");
    stage.end().await;
}

#[tokio::test]
async fn what_is_not_for_it_stays_unanswered() {
    let stage = Stage::start().await;
    let (ana, bob) = (stage.person("en-US"), stage.person("en-US"));
    let first = ana.mention(stage.channel, DOOR).reply().await;
    let theirs = ana.say(stage.channel, "hello everybody").message();
    let robot = stage.discord.bot("robot");
    let with = |person: &Person, change: fn(&mut Value)| {
        let say = Say { text: DOOR.to_owned(), mentions_bot: true, change: Some(change), ..Say::default() };
        person.write(stage.channel, say)
    };
    let unaddressed = [
        ana.say(stage.channel, DOOR),
        ana.say(stage.channel, &format!("@everyone {DOOR}")),
        ana.say(stage.channel, &format!("<@&77> {DOOR}")),
        ana.say(stage.channel, &format!("<@{}> {DOOR}", bob.id)),
        ana.say(stage.channel, &format!("Kyr, {DOOR}")),
        bob.respond(stage.channel, &theirs, DOOR),
        robot.mention(stage.channel, DOOR),
        robot.respond(stage.channel, first.last(), DOOR),
        robot.tell(DOOR),
        with(&ana, |message| message["webhook_id"] = "123".into()),
        with(&ana, |message| message["type"] = 7.into()),
        with(&ana, |message| message["type"] = 6.into()),
        with(&ana, |message| message["author"]["system"] = true.into()),
    ];
    answers(&ana.mention(stage.channel, FILM).reply().await, "recording-officers", "en");
    stage.pause().await;
    for said in unaddressed {
        assert_eq!(said.times_answered(), 0, "it answers {}", said.message().body());
    }
    stage.end().await;
}

#[tokio::test]
async fn a_bare_mention_is_answered_with_help() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let reply = ana.mention(stage.channel, "").reply().await;
    assert!(!reply.text().is_empty());
    stage.end().await;
}

#[tokio::test]
async fn what_was_edited_is_not_answered_again() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let asked = ana.mention(stage.channel, DOOR);
    asked.reply().await;
    let mut edited = asked.message().body().clone();
    edited["content"] = format!("{} {FILM}", edited["content"].as_str().unwrap()).into();
    stage.discord.dispatch("MESSAGE_UPDATE", edited);
    answers(&ana.mention(stage.channel, FILM).reply().await, "recording-officers", "en");
    assert_eq!(asked.times_answered(), 1);
    stage.end().await;
}

#[tokio::test]
async fn where_it_may_not_write_it_goes_on_elsewhere() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let closed = stage.another_channel();
    stage.discord.permit(closed, false);
    let asked = ana.mention(closed, DOOR);
    answers(&ana.mention(stage.channel, DOOR).reply().await, "home-visit", "en");
    stage.pause().await;
    assert_eq!(asked.times_answered(), 0);
    let tries = stage.discord.refusals().into_iter().filter(|(_, code)| *code == 50013).count();
    assert!(tries <= 4, "it tried {tries} times what is forbidden");
    stage.end().await;
}

#[tokio::test]
async fn a_question_that_is_deleted_meanwhile_does_no_harm() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    stage.discord.fail(Route::Messages, 1, Fault::Status(500));
    let asked = ana.mention(stage.channel, DOOR);
    stage.discord.delete(asked.id);
    answers(&ana.mention(stage.channel, FILM).reply().await, "recording-officers", "en");
    stage.end().await;
}

#[tokio::test]
async fn words_in_a_question_ping_nobody() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for text in ["@everyone", "@here", "<@&77>", &format!("<@{}>", ana.id)] {
        let question = format!("{text} {BREAD} {text}");
        assert!(!ana.mention(stage.channel, &question).reply().await.last().pings());
        let reply = ana.command(stage.channel, "ask", json!({"question": question})).reply().await;
        says(&reply, "not-covered-title", "en");
        assert!(!reply.text().contains("@everyone"));
    }
    stage.end().await;
}
