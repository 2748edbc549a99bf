//! The commands: registered once and again only when they change, with all translations, within all limits.

use kyr_discord_tests::fake::{Discord, Route};
use kyr_discord_tests::harness::Stage;
use serde_json::{Value, json};

const NAMES: [&str; 9] = ["about", "ask", "emergency", "help", "hotlines", "language", "privacy", "rights", "settings"];

fn registrations(discord: &Discord) -> usize {
    discord.requests_of(Route::Commands).iter().filter(|request| request.method == "PUT").count()
}

fn command<'a>(commands: &'a [Value], name: &str) -> &'a Value {
    commands.iter().find(|command| command["name"] == name).unwrap_or_else(|| panic!("no command {name}"))
}

/// Names of the options, whether they are required, and whether they autocomplete.
fn options(command: &Value) -> Vec<(&str, bool, bool)> {
    let options = command["options"].as_array().into_iter().flatten();
    options
        .map(|one| (one["name"].as_str().unwrap_or_default(), one["required"] == true, one["autocomplete"] == true))
        .collect()
}

#[tokio::test]
async fn the_whole_set() {
    let stage = Stage::start().await;
    let commands = stage.discord.commands();
    let mut names: Vec<&str> =
        commands.iter().filter(|command| command["type"] == 1).filter_map(|command| command["name"].as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, NAMES);
    assert_eq!(command(&commands, "Ask Kyr")["type"], 3);
    for one in &commands {
        let settings = one["name"] == "settings";
        assert_eq!(one["contexts"], if settings { json!([0]) } else { json!([0, 1, 2]) }, "{}", one["name"]);
        assert_eq!(one["default_member_permissions"], if settings { json!("32") } else { Value::Null });
        if !settings {
            assert_eq!(one["integration_types"], json!([0, 1]), "{}", one["name"]);
        }
    }
    assert_eq!(options(command(&commands, "ask")), [("question", true, false)]);
    let rights = options(command(&commands, "rights"));
    assert_eq!(rights.iter().map(|(name, ..)| *name).collect::<Vec<_>>(), ["section", "topic"]);
    assert!(rights[1].2, "topics are offered while one writes");
    assert_eq!(options(command(&commands, "hotlines")), [("state", false, true)]);
    assert_eq!(options(command(&commands, "language")), [("language", true, true)]);
    let settings = options(command(&commands, "settings"));
    assert_eq!(settings.iter().map(|(name, ..)| *name).collect::<Vec<_>>(), ["language", "state", "channel", "public"]);
    assert!(settings.iter().all(|(_, required, _)| !required));
    stage.end().await;
}

#[tokio::test]
async fn every_name_and_description_is_translated() {
    let stage = Stage::start().await;
    for command in stage.discord.commands() {
        check_translations(&command, command["type"] == 1);
    }
    stage.end().await;
}

fn check_translations(of: &Value, described: bool) {
    let spanish = ["es-ES", "es-419"];
    let keys = if described { &["name", "description"][..] } else { &["name"][..] };
    for key in keys {
        let texts = &of[format!("{key}_localizations")];
        for locale in spanish {
            assert!(texts[locale].as_str().is_some_and(|text| !text.is_empty()), "{key} of {} in {locale}", of["name"]);
        }
    }
    for option in of["options"].as_array().into_iter().flatten() {
        check_translations(option, true);
        for choice in option["choices"].as_array().into_iter().flatten() {
            check_translations(choice, false);
        }
    }
}

#[tokio::test]
async fn registered_once_and_again_only_when_something_differs() {
    let mut stage = Stage::start().await;
    assert_eq!(registrations(&stage.discord), 1);
    let ids: Vec<Value> = stage.discord.commands().iter().map(|command| command["id"].clone()).collect();
    stage.kyr.restart().await;
    assert_eq!(registrations(&stage.discord), 1, "nothing had changed");
    stage.discord.ask_to_reconnect();
    stage.discord.invalidate(false);
    assert!(stage.discord.until(std::time::Duration::from_secs(20), |sessions| sessions.identified >= 2).await);
    assert_eq!(registrations(&stage.discord), 1, "another session is no reason");
    let changes: [fn(&mut Vec<Value>); 4] = [
        |commands| drop(commands.pop()),
        |commands| commands[0]["description"] = "Something else".into(),
        |commands| commands[1]["name_localizations"]["es-ES"] = "otro".into(),
        |commands| commands[0]["options"][0]["description"] = "Something else".into(),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let mut commands = stage.discord.commands();
        change(&mut commands);
        stage.discord.set_commands(&commands.into());
        stage.kyr.restart().await;
        assert_eq!(registrations(&stage.discord), number + 2, "change {number}");
        let now: Vec<Value> = stage.discord.commands().iter().map(|command| command["id"].clone()).collect();
        assert_eq!(now.len(), ids.len());
    }
    stage.end().await;
}

#[tokio::test]
async fn it_asks_for_two_intents_and_nothing_else() {
    let stage = Stage::start().await;
    assert_eq!(stage.discord.sessions(|sessions| sessions.intents()), [4608]);
    stage.end().await;
}

#[tokio::test]
async fn the_endpoint_registers_too_and_opens_no_gateway() {
    let stage = Stage::start_endpoint().await;
    assert_eq!(registrations(&stage.discord), 1);
    assert_eq!(stage.discord.commands().len(), NAMES.len() + 1);
    assert_eq!(stage.discord.sessions(|sessions| sessions.identified), 0);
    stage.end().await;
}
