//! In which language Kyr answers: the person's choice, the words, the client's language, the server's.

use kyr_discord_tests::fake::{Person, Place, Reply};
use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Role, Stage, button};
use serde_json::json;

use crate::{PACK, answers};

async fn ask(person: &Person, place: Place, question: &str) -> Reply {
    person.command(place, "ask", json!({"question": question})).reply().await
}

async fn choose(person: &Person, place: Place, language: &str) -> Reply {
    person.command(place, "language", json!({"language": language})).reply().await
}

#[tokio::test]
async fn the_clients_language_where_the_words_do_not_tell() {
    let stage = Stage::start().await;
    for (locale, language) in [
        ("en-US", "en"),
        ("en-GB", "en"),
        ("es-ES", "es"),
        ("es-419", "es"),
        ("fr", "fr"),
        ("ko", "ko"),
        ("pt-BR", "pt"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zh-Hans"),
        ("de", "en"),
    ] {
        answers(&ask(&stage.person(locale), stage.channel, EITHER).await, EITHER_TOPIC, language);
    }
    stage.end().await;
}

#[tokio::test]
async fn plain_words_come_before_the_client() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    for (question, topic) in SPANISH {
        answers(&ask(&ana, stage.channel, question).await, topic, "es");
    }
    let bea = stage.person("es-ES");
    for (question, topic) in &ENGLISH[..4] {
        answers(&ask(&bea, stage.channel, question).await, topic, "en");
    }
    stage.end().await;
}

#[tokio::test]
async fn a_choice_holds_everywhere_and_is_kept() {
    let mut stage = Stage::start().await;
    let (ana, bob) = (stage.person("en-US"), stage.person("en-US"));
    let reply = choose(&ana, stage.channel, "es").await;
    assert!(reply.text().contains("español"), "{}", reply.text());
    let elsewhere = stage.discord.channel(stage.discord.guild("en-US"), "elsewhere");
    for place in [stage.channel, elsewhere, ana.direct()] {
        answers(&ask(&ana, place, EITHER).await, EITHER_TOPIC, "es");
    }
    answers(&ana.tell(EITHER).reply().await, EITHER_TOPIC, "es");
    answers(&ana.mention(stage.channel, EITHER).reply().await, EITHER_TOPIC, "es");
    answers(&ask(&bob, stage.channel, EITHER).await, EITHER_TOPIC, "en");
    stage.kyr.restart().await;
    answers(&ask(&ana, stage.channel, EITHER).await, EITHER_TOPIC, "es");
    stage.kyr.kill().await;
    stage.kyr.start().await;
    answers(&ask(&ana, stage.channel, EITHER).await, EITHER_TOPIC, "es");
    choose(&ana, stage.channel, "en").await;
    answers(&ask(&ana.with_locale("es-ES"), stage.channel, EITHER).await, EITHER_TOPIC, "en");
    stage.end().await;
}

#[tokio::test]
async fn languages_are_offered_and_understood_by_their_names() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    let offered = ana.autocomplete(stage.channel, "language", json!({"language": ""}), "language").await;
    assert_eq!(offered.len(), PACK.languages.len().min(25), "{offered:?}");
    for written in ["esp", "Españ", "span", "ES"] {
        let offered = ana.autocomplete(stage.channel, "language", json!({"language": written}), "language").await;
        assert!(offered.iter().any(|(_, value)| value == "es"), "{written}: {offered:?}");
    }
    for name in ["español", "Spanish", "SPANISH", "es"] {
        choose(&ana, stage.channel, "en").await;
        choose(&ana, stage.channel, name).await;
        answers(&ask(&ana, stage.channel, EITHER).await, EITHER_TOPIC, "es");
    }
    for nonsense in ["klingon", "xx", "..", ""] {
        let bob = stage.person("en-US");
        choose(&bob, stage.channel, "en").await;
        assert!(!choose(&bob, stage.channel, nonsense).await.text().is_empty(), "{nonsense}");
        let reply = ask(&bob, stage.channel, EITHER).await;
        assert_eq!(PACK.answered(&reply), Some((EITHER_TOPIC, "en")), "after {nonsense:?}");
    }
    stage.end().await;
}

#[tokio::test]
async fn until_it_is_forgotten() {
    let stage = Stage::start().await;
    let ana = stage.person("en-US");
    choose(&ana, stage.channel, "es").await;
    let privacy = ana.command(stage.channel, "privacy", json!({})).reply().await;
    let (message, custom_id) = button(&privacy, Role::Forget, &PACK).expect("a button to forget");
    ana.press(message, &custom_id).reply().await;
    answers(&ask(&ana, stage.channel, EITHER).await, EITHER_TOPIC, "en");
    stage.end().await;
}

#[tokio::test]
async fn the_configured_language_and_state() {
    let mut stage = Stage::prepare().await;
    stage.kyr.settings["room"] = json!({"language": "es", "state": "CA"});
    stage.kyr.start().await;
    let ana = stage.person("en-US");
    answers(&ana.tell(EITHER).reply().await, EITHER_TOPIC, "es");
    let reply = ana.tell(REGIONAL).reply().await;
    assert!(reply.text().contains(IN_STATE), "{}", reply.text());
    stage.end().await;
}
