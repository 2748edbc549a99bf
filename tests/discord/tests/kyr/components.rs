//! Buttons and menus: what they do, for whom, after a restart, and when they are stale or forged.

use kyr_discord_tests::fake::{Message, Person, Reply};
use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Menu, Role, Stage, Text, button, related};
use serde_json::json;

use crate::{PACK, answers, says};

async fn asked(person: &Person, stage: &Stage, question: &str) -> Reply {
    person.command(stage.channel, "ask", json!({"question": question})).reply().await
}

async fn press(person: &Person, reply: &Reply, role: Role) -> Reply {
    let (message, custom_id) = button(reply, role, &PACK).unwrap_or_else(|| panic!("no button {role:?}"));
    person.press(message, &custom_id).reply().await
}

fn law(reply: &Reply, topic: &str, language: &str) {
    let text = &PACK.topic(topic).texts[language];
    let lacking = Text::lacking(&text.shown_with_more(), &reply.text());
    assert!(lacking.is_empty(), "{lacking:#?} is missing in:\n{}", reply.text());
}

#[tokio::test]
async fn more_and_sources() {
    let stage = Stage::start().await;
    for (locale, language, question) in [("en-US", "en", DOOR), ("es-ES", "es", PUERTA)] {
        let ana = stage.person(locale);
        let reply = asked(&ana, &stage, question).await;
        let more = press(&ana, &reply, Role::More).await;
        law(&more, "home-visit", language);
        assert!(more.ephemeral());
        let sources = press(&ana, &reply, Role::Sources).await;
        says(&sources, "label-sources", language);
        assert!(sources.text().matches("https://").count() >= 2, "{}", sources.text());
        assert!(sources.ephemeral());
    }
    stage.end().await;
}

#[tokio::test]
async fn the_same_in_english_only_where_it_is_not() {
    let stage = Stage::start().await;
    let (ana, bea) = (stage.person("en-US"), stage.person("es-ES"));
    assert!(button(&asked(&ana, &stage, DOOR).await, Role::English, &PACK).is_none());
    let reply = asked(&bea, &stage, PUERTA).await;
    answers(&press(&bea, &reply, Role::English).await, "home-visit", "en");
    // Reading one answer in English is no choice for all that follow.
    let elsewhere = bea.command(bea.direct(), "ask", json!({"question": EITHER})).reply().await;
    answers(&elsewhere, EITHER_TOPIC, "es");
    stage.end().await;
}

#[tokio::test]
async fn related_topics() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let reply = asked(&ana, &stage, DOOR).await;
    let Menu { message, custom_id, options } = related(&reply, &PACK).expect("a menu of related topics");
    assert!(options.len() >= 2, "{options:?}");
    for (topic, value) in &options {
        answers(&ana.select(message, &custom_id, value).reply().await, topic, "en");
    }
    stage.end().await;
}

#[tokio::test]
async fn shown_to_the_channel() {
    let stage = Stage::start().await;
    let (ana, bob) = (stage.person("es-ES"), stage.person("en-US"));
    let reply = asked(&ana, &stage, PUERTA).await;
    let before = stage.discord.messages(stage.channel).len();
    press(&ana, &reply, Role::Show).await;
    let public: Vec<Message> =
        stage.discord.messages(stage.channel).split_off(before).into_iter().filter(|it| !it.ephemeral()).collect();
    let copy = Reply { messages: public };
    answers(&copy, "home-visit", "es");
    assert!(bob.sees(stage.channel).contains(copy.last()));
    assert!(button(&copy, Role::Show, &PACK).is_none() && button(&copy, Role::Forget, &PACK).is_none());
    assert!(!copy.last().pings());
    // Whoever uses what stands under the copy gets an answer of their own.
    if let Some((message, custom_id)) = button(&copy, Role::More, &PACK) {
        let theirs = bob.press(message, &custom_id).reply().await;
        assert!(theirs.ephemeral(), "one person's reading is not the channel's");
    }
    stage.end().await;
}

#[tokio::test]
async fn what_a_person_chose_is_not_shown_to_the_channel() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    ana.command(ana.direct(), "hotlines", json!({"state": "CA"})).reply().await;
    let reply = asked(&ana, &stage, REGIONAL).await;
    assert!(reply.text().contains(IN_STATE), "her own answer is of her state:\n{}", reply.text());
    press(&ana, &reply, Role::Show).await;
    let seen = stage.discord.messages(stage.channel);
    let public: Vec<Message> = seen.into_iter().filter(|it| !it.ephemeral()).collect();
    let copy = Reply { messages: public }.text();
    assert!(copy.contains("Sources") && !copy.contains(IN_STATE), "{copy}");
    stage.end().await;
}

#[tokio::test]
async fn nothing_to_show_where_there_is_no_channel() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for place in [ana.direct(), stage.discord.group_chat()] {
        let reply = ana.command(place, "ask", json!({"question": DOOR})).reply().await;
        if place == ana.direct() {
            assert!(button(&reply, Role::Show, &PACK).is_none());
        }
    }
    let told = ana.tell(DOOR).reply().await;
    assert!(button(&told, Role::Show, &PACK).is_none());
    stage.end().await;
}

#[tokio::test]
async fn under_a_public_answer_everybody_reads_in_their_own_language() {
    let stage = Stage::start().await;
    let (ana, bea) = (stage.person("en-US"), stage.person("es-ES"));
    let public = ana.mention(stage.channel, DOOR).reply().await;
    let more = press(&bea, &public, Role::More).await;
    assert!(more.ephemeral());
    law(&more, "home-visit", "es");
    law(&press(&ana, &public, Role::More).await, "home-visit", "en");
    stage.end().await;
}

#[tokio::test]
async fn they_work_after_restarts() {
    let mut stage = Stage::start().await;
    let ana = stage.person("es-ES");
    let answer = asked(&ana, &stage, PUERTA).await;
    let choices = asked(&ana, &stage, "teléfono").await;
    let told = ana.tell(DOOR).reply().await;
    stage.kyr.restart().await;
    law(&press(&ana, &answer, Role::More).await, "home-visit", "es");
    stage.kyr.kill().await;
    stage.kyr.start().await;
    law(&press(&ana, &answer, Role::More).await, "home-visit", "es");
    press(&ana, &told, Role::Sources).await;
    let Menu { message, custom_id, options } = related(&choices, &PACK).expect("a menu");
    let (topic, value) = &options[0];
    answers(&ana.select(message, &custom_id, value).reply().await, topic, "es");
    stage.end().await;
}

#[tokio::test]
async fn stale_and_forged_ones_get_a_polite_answer() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let reply = asked(&ana, &stage, DOOR).await;
    let message = reply.last();
    let own = message.buttons().remove(0).custom_id;
    let menu = message.selects().remove(0).custom_id;
    let broken: Vec<String> = vec![
        "x".into(),
        "|".into(),
        "nonsense".into(),
        "x".repeat(100),
        "é|".repeat(33),
        format!("9{own}"),
        format!("0{}", &own[1..]),
        own.replace("home-visit", "no-such-topic"),
        own.replace("|en|", "|xx|"),
        own.replace("|en|", "|../../etc/passwd|"),
        own.replace("|0", "|99999999999999999999"),
        own.replace("|0", "|-1"),
        own.replace("more", "destroy"),
        own.replace('|', "||"),
        own.replace('|', ""),
        "{\"action\": \"more\"}".into(),
        "\u{0}\u{1}".into(),
    ];
    for custom_id in &broken {
        let pressed = ana.forge(message, custom_id, None).reply().await;
        assert!(!pressed.text().trim().is_empty(), "{custom_id:?}");
        assert!(pressed.ephemeral(), "{custom_id:?}");
    }
    for value in ["", "x", "topic:", "topic:no-such", "section:no-such", "topic:home-visit|en", "99"] {
        let chosen = ana.forge(message, &menu, Some(&[value])).reply().await;
        assert!(!chosen.text().trim().is_empty(), "{value:?}");
    }
    let chosen = ana.forge(message, &menu, Some(&[])).reply().await;
    assert!(!chosen.text().trim().is_empty());
    says(&ana.forge(message, "nonsense", None).reply().await, "old-button", "en");
    answers(&asked(&ana, &stage, FILM).await, "recording-officers", "en");
    stage.end().await;
}
