//! Every topic of the pack in every language: found by its title, complete, and within all limits.

use kyr_discord_tests::fake::{Person, Place, Reply};
use kyr_discord_tests::harness::{Role, Stage, Text, Topic, button, squeeze};
use serde_json::{Value, json};

use crate::PACK;

/// Each asks less than one person may at once.
const PEOPLE: usize = 16;

/// A client's language for one of the pack's.
fn locale(language: &str) -> &str {
    match language {
        "en" => "en-US",
        "es" => "es-419",
        "zh" => "zh-CN",
        "pt" => "pt-BR",
        other => other,
    }
}

async fn value_of(person: &Person, place: Place, title: &str) -> Option<Value> {
    let offered = person.autocomplete(place, "rights", json!({"topic": title}), "topic").await;
    offered.into_iter().find(|(name, _)| squeeze(name) == squeeze(title)).map(|(_, value)| value)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_is_complete_and_within_the_limits() {
    let stage = Stage::start().await;
    let mut failures = Vec::new();
    for language in &PACK.languages {
        let mut people = Vec::new();
        for start in 0..PEOPLE {
            let ana = stage.discord.person("ana", locale(language));
            let (place, language) = (stage.channel, language.clone());
            people.push(tokio::spawn(async move {
                ana.command(place, "language", json!({"language": language})).reply().await;
                let mut failures = Vec::new();
                for topic in PACK.topics.iter().skip(start).step_by(PEOPLE) {
                    failures.extend(check(&ana, place, topic, &language).await);
                }
                failures
            }));
        }
        for person in people {
            failures.extend(person.await.unwrap());
        }
    }
    let longest = stage.discord.bot_messages().iter().map(|message| message.content().chars().count()).max();
    println!("longest message: {longest:?} of 2000 characters");
    assert!(failures.is_empty(), "{} faults:\n{}", failures.len(), failures.join("\n"));
    stage.end().await;
}

async fn check(ana: &Person, place: Place, topic: &Topic, language: &str) -> Vec<String> {
    let Some(text) = topic.texts.get(language) else { return Vec::new() };
    let fault = |what: String| format!("{} in {language}: {what}", topic.id);
    let Some(value) = value_of(ana, place, &text.title).await else {
        return vec![fault("its title is not offered".to_owned())];
    };
    let reply = ana.command(place, "rights", json!({"topic": value})).reply().await;
    let mut failures = Vec::new();
    if PACK.answered(&reply) != Some((&topic.id, language)) {
        failures.push(fault(format!("another answer: {}", first_line(&reply))));
    }
    failures.extend(Text::lacking(&text.shown_first(), &reply.text()).iter().map(|it| fault(format!("lacks “{it}”"))));
    failures.extend(misplaced(&reply).map(fault));
    let expected = text.shown_with_more();
    match button(&reply, Role::More, &PACK) {
        None if expected.is_empty() => {}
        None => failures.push(fault("no button for more".to_owned())),
        Some((message, custom_id)) => {
            let more = ana.press(message, &custom_id).reply().await;
            let lacking = Text::lacking(&expected, &more.text());
            failures.extend(lacking.iter().map(|it| fault(format!("more lacks “{it}”"))));
            failures.extend(misplaced(&more).map(fault));
        }
    }
    if language != "en" && button(&reply, Role::English, &PACK).is_none() {
        failures.push(fault("no button for English".to_owned()));
    }
    failures
}

/// Components stand under the last message alone.
fn misplaced(reply: &Reply) -> Option<String> {
    let (_, before) = reply.messages.split_last()?;
    let misplaced = before.iter().any(|message| !message.buttons().is_empty() || !message.selects().is_empty());
    misplaced.then(|| "components above the last message".to_owned())
}

fn first_line(reply: &Reply) -> String {
    reply.text().lines().next().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn topics_are_offered_within_a_section_and_found_by_words() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for section in ["rights", "surveillance", "privacy", "help"] {
        let options = json!({"section": section, "topic": ""});
        let offered = ana.autocomplete(stage.channel, "rights", options, "topic").await;
        let titles: Vec<&str> = PACK
            .topics
            .iter()
            .filter(|topic| topic.section == section)
            .map(|it| it.texts["en"].title.as_str())
            .collect();
        assert_eq!(offered.len(), titles.len().min(25), "{section}");
        assert!(offered.iter().all(|(name, _)| titles.contains(&name.as_str())), "{section}: {offered:?}");
    }
    for (written, topic) in
        [("palan", "palantir"), ("PALANTIR", "palantir"), ("warrant", "warrants"), ("notario", "notario-fraud")]
    {
        let offered = ana.autocomplete(stage.channel, "rights", json!({"topic": written}), "topic").await;
        let title = PACK.title(topic, "en");
        assert!(offered.iter().any(|(name, _)| name == title), "{written}: {offered:?}");
    }
    for strange in ["", " ", "\u{0}", &"x".repeat(6000), "zzzzzz", "'; drop table topics"] {
        ana.autocomplete(stage.channel, "rights", json!({"topic": strange}), "topic").await;
    }
    stage.end().await;
}

#[tokio::test]
async fn what_is_written_instead_of_chosen() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for written in ["home-visit", "ICE is at my door", "ice is at my door"] {
        let reply = ana.command(stage.channel, "rights", json!({"topic": written})).reply().await;
        assert_eq!(PACK.answered(&reply), Some(("home-visit", "en")), "{written}: {}", reply.text());
    }
    for strange in ["no-such-topic", "../home-visit", &"x".repeat(6000)] {
        let reply = ana.command(stage.channel, "rights", json!({"topic": strange})).reply().await;
        assert!(!reply.text().is_empty());
    }
    stage.end().await;
}
