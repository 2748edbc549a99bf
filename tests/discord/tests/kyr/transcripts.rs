//! The conversations of tests/transcripts, spoken in direct messages: the same replies as in the terminal.

use kyr_discord_tests::fake::{Person, Reply};
use kyr_discord_tests::harness::questions::NOT_IN_ITALIAN;
use kyr_discord_tests::harness::{Stage, Transcript, contains, related, transcripts};

use crate::PACK;

#[tokio::test]
async fn they_hold_in_direct_messages() {
    let all = transcripts();
    let (timed, rest): (Vec<_>, Vec<_>) = all.iter().partition(|transcript| transcript.needs_another_clock());
    let (several, played): (Vec<_>, Vec<_>) = rest.into_iter().partition(|transcript| transcript.rooms().len() > 1);
    let mut failures = Vec::new();
    let mut turns = 0;
    for room in [None, Some("en"), Some("es")] {
        let own: Vec<&Transcript> =
            played.iter().copied().filter(|transcript| transcript.rooms().first().copied() == room).collect();
        if own.is_empty() {
            continue;
        }
        let mut stage = Stage::prepare().await;
        if let Some(language) = room {
            stage.kyr.settings["room"] = serde_json::json!({"language": language});
        }
        stage.kyr.start().await;
        for transcript in own {
            turns += transcript.turns.len();
            failures.extend(play(&stage.person("en-US"), transcript).await);
        }
        stage.end().await;
    }
    println!(
        "{turns} turns; not played: {} that need another clock, {} with several rooms",
        timed.len(),
        several.len()
    );
    assert!(turns >= 150, "only {turns} turns: are the transcripts there?");
    assert!(failures.is_empty(), "{} expectations failed:\n{}", failures.len(), failures.join("\n"));
}

async fn play(person: &Person, transcript: &Transcript) -> Vec<String> {
    let mut failures = Vec::new();
    for turn in &transcript.turns {
        let reply = person.tell(&turn.message).reply().await;
        for expectation in &turn.expectations {
            if !holds(expectation, &reply) {
                let text: String = reply.text().chars().take(200).collect();
                let place = format!("{}:{}: “{}”", transcript.name, turn.line, turn.message);
                failures.push(format!("{place}: expected `{expectation}`, got {}\n{text}", described(&reply)));
            }
        }
    }
    failures
}

/// The topics that the reply's menu offers.
fn offered(reply: &Reply) -> Vec<String> {
    let options = related(reply, &PACK).map(|menu| menu.options).unwrap_or_default();
    options.into_iter().map(|(topic, _)| topic).collect()
}

fn is(reply: &Reply, key: &str) -> bool {
    PACK.languages.iter().any(|language| contains(&reply.text(), PACK.own(key, language)))
}

fn described(reply: &Reply) -> String {
    format!("{:?}, offering {:?}", PACK.answered(reply), offered(reply))
}

fn holds(expectation: &str, reply: &Reply) -> bool {
    let (word, rest) = expectation.split_once(' ').unwrap_or((expectation, ""));
    let quoted = rest.trim_matches(['"', '“', '”']);
    let answered = PACK.answered(reply).map(|(topic, _)| topic);
    let choices = is(reply, "choices-title");
    match word {
        "answers" => answered == Some(rest),
        "offers" => choices && rest.split(", ").all(|topic| offered(reply).iter().any(|own| own == topic)),
        "finds" => rest
            .split(" or ")
            .any(|topic| answered == Some(topic) || choices && offered(reply).iter().any(|own| own == topic)),
        "withdraws" => answered == Some(rest) && is(reply, "withdrawn"),
        "declines" => is(reply, "not-covered-title"),
        "obeys" => !choices && !is(reply, "not-covered-title"),
        "unserved" => rest != "it" || contains(&reply.text(), NOT_IN_ITALIAN),
        "in" => match PACK.answered(reply) {
            Some((_, language)) => language == rest,
            None => PACK.language_of(&reply.text()).is_none_or(|language| language == rest),
        },
        "says" => contains(&flat(reply), quoted),
        "omits" => !contains(&flat(reply), quoted),
        "room" => true,
        _ => false,
    }
}

fn flat(reply: &Reply) -> String {
    reply.text().split_whitespace().collect::<Vec<_>>().join(" ")
}
