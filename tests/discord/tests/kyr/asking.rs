//! Words in, answer out: by slash command, message command, direct message, and all other commands.

use std::time::Duration;

use kyr_discord_tests::fake::{Person, Place, Reply};
use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Menu, Role, Stage, Text, button, contains, related};
use serde_json::json;

use crate::{PACK, answers, says};

async fn ask(person: &Person, place: Place, question: &str) -> Reply {
    person.command(place, "ask", json!({"question": question})).reply().await
}

#[tokio::test]
async fn a_question_gets_its_answer_which_only_the_asker_sees() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for (question, topic) in ENGLISH {
        let asked = ana.command(stage.channel, "ask", json!({"question": question}));
        let reply = asked.reply().await;
        answers(&reply, topic, "en");
        assert!(reply.ephemeral(), "others see the answer to {question}");
        assert!(asked.now().took().is_some_and(|took| took < Duration::from_secs(2)));
    }
    let bea = stage.person("es-419");
    for (question, topic) in SPANISH {
        answers(&ask(&bea, stage.channel, question).await, topic, "es");
    }
    stage.end().await;
}

#[tokio::test]
async fn the_plain_text_is_complete() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let reply = ask(&ana, stage.channel, DOOR).await;
    let lacking = Text::lacking(&PACK.topic("home-visit").texts["en"].shown_first(), &reply.text());
    assert!(lacking.is_empty(), "{lacking:#?} is missing in:\n{}", reply.text());
    says(&reply, "label-say", "en");
    says(&reply, "label-sources", "en");
    says(&reply, "label-contacts", "en");
    says(&reply, "disclaimer", "en");
    assert!(contains(&reply.text(), "1-844-363-1423"), "a number to call");
    assert!(reply.text().contains("https://"), "addresses of sources");
    stage.end().await;
}

#[tokio::test]
async fn choices_when_it_is_not_sure_and_none_when_it_has_no_answer() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let choices = ask(&ana, stage.channel, PHONE).await;
    says(&choices, "choices-title", "en");
    let Menu { message, custom_id, options } = related(&choices, &PACK).expect("a menu");
    assert!((2..=4).contains(&options.len()), "{options:?}");
    let (topic, value) = &options[1];
    answers(&ana.select(message, &custom_id, value).reply().await, topic, "en");
    let declined = ask(&ana, stage.channel, BREAD).await;
    says(&declined, "not-covered-title", "en");
    assert!(declined.text().contains("https://"), "people to turn to");
    let unserved = ask(&ana, stage.channel, ITALIAN).await;
    assert!(contains(&unserved.text(), NOT_IN_ITALIAN));
    stage.end().await;
}

#[tokio::test]
async fn everywhere_where_commands_are() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for place in [stage.channel, ana.direct(), stage.discord.group_chat()] {
        answers(&ask(&ana, place, DOOR).await, "home-visit", "en");
    }
    stage.end().await;
}

#[tokio::test]
async fn the_command_of_a_message_explains_what_it_is_about() {
    let stage = Stage::start().await;
    let (ana, bob) = (stage.person("en-US"), stage.person("es-ES"));
    let question = ana.say(stage.channel, FILM).message();
    let reply = bob.message_command("Ask Kyr", &question).reply().await;
    answers(&reply, "recording-officers", "en");
    assert!(reply.ephemeral());
    let empty = ana.say(stage.channel, "").message();
    let reply = bob.message_command("Ask Kyr", &empty).reply().await;
    assert!(!reply.text().trim().is_empty());
    assert!(reply.ephemeral());
    stage.end().await;
}

#[tokio::test]
async fn every_direct_message_is_a_question() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for (question, topic) in ENGLISH {
        let asked = ana.tell(question);
        let reply = asked.reply().await;
        answers(&reply, topic, "en");
        assert_eq!(reply.messages[0].replies_to(), Some(asked.id));
        assert!(!reply.last().ephemeral());
    }
    for (question, topic) in SPANISH {
        answers(&ana.tell(question).reply().await, topic, "es");
    }
    stage.end().await;
}

#[tokio::test]
async fn the_other_commands() {
    let stage = Stage::start().await;
    for (locale, language) in [("en-US", "en"), ("es-ES", "es")] {
        let ana = stage.person(locale);
        for (name, key) in [
            ("help", "help-title"),
            ("about", "about-title"),
            ("privacy", "privacy-title"),
            ("hotlines", "hotlines-title"),
            ("rights", "menu-title"),
        ] {
            for place in [stage.channel, ana.direct()] {
                let reply = ana.command(place, name, json!({})).reply().await;
                says(&reply, key, language);
            }
            assert!(ana.command(stage.channel, name, json!({})).reply().await.ephemeral(), "/{name}");
        }
        let emergency = ana.command(stage.channel, "emergency", json!({})).reply().await;
        answers(&emergency, "emergency-help", language);
        assert!(contains(&emergency.text(), "911"));
    }
    stage.end().await;
}

#[tokio::test]
async fn hotlines_of_a_state() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let offered = ana.autocomplete(stage.channel, "hotlines", json!({"state": "cal"}), "state").await;
    assert_eq!(offered, [("California".to_owned(), json!("CA"))]);
    let all = ana.autocomplete(stage.channel, "hotlines", json!({"state": ""}), "state").await;
    assert!(!all.is_empty() && all.len() <= 25);
    for state in ["CA", "California", "california"] {
        let reply = ana.command(stage.channel, "hotlines", json!({"state": state})).reply().await;
        assert!(contains(&reply.text(), "California"), "{}", reply.text());
    }
    let unknown = ana.command(stage.channel, "hotlines", json!({"state": "Narnia"})).reply().await;
    assert!(!unknown.text().is_empty());
    stage.end().await;
}

#[tokio::test]
async fn from_the_sections_to_a_topic() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let sections = ana.command(stage.channel, "rights", json!({})).reply().await;
    let select = sections.selects().into_iter().next().expect("a menu of sections");
    let (_, value) = &select.options[2];
    let section = ana.select(sections.holding(&select.custom_id).unwrap(), &select.custom_id, value).reply().await;
    assert!(contains(&section.text(), PACK.section("privacy", "en")), "{}", section.text());
    let offered: Vec<String> = section.selects().into_iter().flat_map(|select| select.options).map(|it| it.0).collect();
    let titles = PACK.topics.iter().filter(|topic| topic.section == "privacy").map(|topic| &topic.texts["en"].title);
    assert!(titles.clone().all(|title| offered.contains(title)), "{offered:?}");
    let Menu { message, custom_id, options } = related(&section, &PACK).expect("a menu of topics");
    let (topic, value) = &options[0];
    answers(&ana.select(message, &custom_id, value).reply().await, topic, "en");
    let direct = ana.command(stage.channel, "rights", json!({"section": "help"})).reply().await;
    assert!(contains(&direct.text(), PACK.section("help", "en")));
    stage.end().await;
}

#[tokio::test]
async fn large_sections_are_offered_whole() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let reply = ana.command(stage.channel, "rights", json!({"section": "rights"})).reply().await;
    let mut offered: Vec<String> =
        reply.selects().into_iter().flat_map(|select| select.options).map(|it| it.0).collect();
    let all = PACK.topics.iter().filter(|topic| topic.section == "rights");
    let titles: Vec<&str> = all.map(|topic| topic.texts["en"].title.as_str()).collect();
    // What doesn't fit into menus stands in the text, or behind a button.
    for _ in 0..5 {
        let missing = titles.iter().filter(|title| !offered.iter().any(|own| own == *title)).count();
        let Some(next) = reply.buttons().into_iter().find(|_| missing > 0) else { break };
        let more = ana.press(reply.holding(&next.custom_id).unwrap(), &next.custom_id).reply().await;
        offered.extend(more.selects().into_iter().flat_map(|select| select.options).map(|it| it.0));
    }
    let missing: Vec<&&str> = titles.iter().filter(|title| !offered.iter().any(|own| own == *title)).collect();
    assert!(missing.is_empty(), "no menu offers {missing:?}");
    stage.end().await;
}

#[tokio::test]
async fn who_writes_too_much_is_asked_to_remove_it() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let question = "my A-number is A 123 456 789, can ICE come into my house without a warrant?";
    let reply = ana.tell(question).reply().await;
    says(&reply, "remove-title", "en");
    assert!(!reply.text().contains("456"), "it repeats the number");
    let reply = ask(&ana, stage.channel, question).await;
    assert!(!reply.text().contains("456"), "it repeats the number");
    stage.end().await;
}

#[tokio::test]
async fn long_questions_and_none_at_all() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let long = format!("{DOOR} {}", "and then they came back again ".repeat(62));
    assert!(!ask(&ana, stage.channel, &long).await.text().is_empty());
    for nothing in [" ", "?", "…", "\u{200b}", "👍", "`", "||x||", "<@5> <#6> <:a:7>"] {
        assert!(!ask(&ana, stage.channel, nothing).await.text().is_empty(), "{nothing:?}");
        assert!(!ana.tell(nothing).reply().await.text().is_empty(), "{nothing:?}");
    }
    stage.end().await;
}

#[tokio::test]
async fn buttons_stand_under_the_last_message_of_an_answer() {
    let stage = Stage::start().await;
    let ana = stage.person("es-ES");
    let reply = ask(&ana, stage.channel, PUERTA).await;
    for role in [Role::More, Role::Sources, Role::English, Role::Show] {
        let (message, _) = button(&reply, role, &PACK).unwrap_or_else(|| panic!("no button {role:?}"));
        assert_eq!(message.id(), reply.last().id(), "{role:?}");
    }
    let (before, _) = reply.messages.split_at(reply.messages.len() - 1);
    assert!(before.iter().all(|message| message.buttons().is_empty() && message.selects().is_empty()));
    stage.end().await;
}
