//! Which sets of commands are refused.

use kyr_discord_tests::fake::Discord;
use serde_json::{Value, json};

use crate::client::{call, outcome, violated, violations};

fn option(name: &str) -> Value {
    json!({"type": 3, "name": name, "description": "what it is"})
}

fn command(change: impl FnOnce(&mut Value)) -> Value {
    let mut command = json!({"type": 1, "name": "ask", "description": "Ask", "options": [option("question")]});
    change(&mut command);
    command
}

async fn put(discord: &Discord, commands: Value) -> kyr_discord_tests::fake::Answer {
    call(discord, "PUT", &format!("applications/{}/commands", discord.application_id()), commands).await
}

#[tokio::test]
async fn a_right_set_is_kept_and_shown() {
    let discord = Discord::start().await;
    let set = json!([
        command(|it| {
            it["name_localizations"] = json!({"es-ES": "preguntar", "hi": "पूछो"});
            it["contexts"] = json!([0, 1, 2]);
            it["integration_types"] = json!([0, 1]);
            it["default_member_permissions"] = "32".into();
            it["options"][0]["autocomplete"] = true.into();
            it["options"][0]["required"] = true.into();
            it["options"].as_array_mut().unwrap().push(json!({
                "type": 3, "name": "kind", "description": "k", "choices": [{"name": "One", "value": "1"}]
            }));
        }),
        {"type": 3, "name": "Ask Kyr"}
    ]);
    let first = put(&discord, set.clone()).await;
    assert_eq!(first.status, 200, "{}", first.json());
    let path = format!("applications/{}/commands", discord.application_id());
    let plain = call(&discord, "GET", &path, Value::Null).await.json();
    assert_eq!(plain[0]["name_localizations"], Value::Null);
    let full = call(&discord, "GET", &format!("{path}?with_localizations=true"), Value::Null).await.json();
    assert_eq!(full[0]["name_localizations"]["es-ES"], "preguntar");
    assert_eq!(full[1]["type"], 3);
    let second = put(&discord, set).await.json();
    assert_eq!(second[0]["id"], first.json()[0]["id"], "a command that stays keeps its id");
    violations(&discord, 0);
}

#[tokio::test]
async fn every_rule_is_kept() {
    let discord = Discord::start().await;
    let long = "x".repeat(101);
    let cases: Vec<(&str, Value)> = vec![
        ("upper case", command(|it| it["name"] = "Ask".into())),
        ("a space", command(|it| it["name"] = "ask me".into())),
        ("an empty name", command(|it| it["name"] = "".into())),
        ("a long name", command(|it| it["name"] = "x".repeat(33).into())),
        ("a vowel sign", command(|it| it["name_localizations"] = json!({"id": "জিজ্ঞাসা"}))),
        ("upper case elsewhere", command(|it| it["name_localizations"] = json!({"el": "Ερώτηση"}))),
        ("not NFC", command(|it| it["name_localizations"] = json!({"vi": "ho\u{0309}i"}))),
        ("an unknown locale", command(|it| it["description_localizations"] = json!({"es": "Preguntar"}))),
        ("a locale without a setting", command(|it| it["description_localizations"] = json!({"tl": "Magtanong"}))),
        ("no description", command(|it| it["description"] = "".into())),
        ("a long description", command(|it| it["description"] = long.clone().into())),
        ("a long translation", command(|it| it["description_localizations"] = json!({"fr": long}))),
        ("a type", command(|it| it["type"] = 9.into())),
        ("permissions", command(|it| it["default_member_permissions"] = "all".into())),
        ("contexts", command(|it| it["contexts"] = json!([0, 0]))),
        ("integration types", command(|it| it["integration_types"] = json!([2]))),
        ("an option's name", command(|it| it["options"][0]["name"] = "A question".into())),
        ("an option's description", command(|it| it["options"][0]["description"] = Value::Null)),
        ("an option twice", command(|it| it["options"] = json!([option("a"), option("a")]))),
        ("26 options", command(|it| it["options"] = (0..26).map(|n| option(&format!("o{n}"))).collect())),
        (
            "required after optional",
            command(|it| {
                it["options"] = json!([option("a"), {"type": 3, "name": "b", "description": "b", "required": true}])
            }),
        ),
        (
            "26 choices",
            command(|it| {
                it["options"][0]["choices"] = (0..26).map(|n| json!({"name": n.to_string(), "value": "v"})).collect()
            }),
        ),
        ("a long choice", command(|it| it["options"][0]["choices"] = json!([{"name": "x".repeat(101), "value": "v"}]))),
        (
            "choices and autocompletion",
            command(|it| {
                it["options"][0]["choices"] = json!([{"name": "a", "value": "a"}]);
                it["options"][0]["autocomplete"] = true.into();
            }),
        ),
        ("a described menu command", json!({"type": 3, "name": "Ask Kyr", "description": "Ask"})),
        ("more than 8000 characters", large(true)),
    ];
    for (what, broken) in cases {
        let answer = put(&discord, json!([broken])).await;
        assert_eq!(outcome(&answer), (400, 50035), "{what}: {}", answer.json());
        assert!(answer.json()["errors"].is_object(), "{what}: no errors");
        violated(&discord, 50035);
    }
    assert_eq!(put(&discord, json!([large(false)])).await.status, 200);
    violations(&discord, 0);
}

/// A command just below or above the total.
fn large(too: bool) -> Value {
    let described = |n: usize| {
        let texts: serde_json::Map<_, _> =
            ["fr", "de", "ru"].into_iter().map(|locale| (locale.to_owned(), "x".repeat(100).into())).collect();
        json!({"type": 3, "name": format!("o{n:02}"), "description": "x".repeat(100), "description_localizations": texts})
    };
    command(|it| it["options"] = (0..if too { 20 } else { 19 }).map(described).collect())
}

#[tokio::test]
async fn names_are_unique_and_not_too_many() {
    let discord = Discord::start().await;
    let named = |kind: u64, n: usize| match kind {
        1 => json!({"type": 1, "name": format!("c{n}"), "description": "d"}),
        _ => json!({"type": kind, "name": format!("Command {n}")}),
    };
    let set = |kind: u64, count: usize| (0..count).map(|n| named(kind, n)).collect::<Vec<_>>();
    for (kind, most) in [(1, 100), (2, 15), (3, 15)] {
        assert_eq!(put(&discord, set(kind, most).into()).await.status, 200);
        violations(&discord, 0);
        assert_eq!(outcome(&put(&discord, set(kind, most + 1).into()).await), (400, 50035), "type {kind}");
        violated(&discord, 50035);
    }
    assert_eq!(outcome(&put(&discord, json!([named(1, 1), named(1, 1)])).await), (400, 50035));
    violated(&discord, 50035);
    let translated = |name: &str| json!({"name": name, "description": "d", "name_localizations": {"fr": "demander"}});
    assert_eq!(outcome(&put(&discord, json!([translated("a"), translated("b")])).await), (400, 50035));
    violated(&discord, 50035);
}
