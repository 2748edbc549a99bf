//! Conversations in Markdown, run as tests: what people say is quoted (`> …`), and the list below it
//! says what the reply must be. `tests/transcripts/README.md` describes the form.
//! It must not know how answers are found.

use jiff::civil::Date;
use kyr::content::Compiled;
use kyr::content::compiled::Shipped;
use kyr::engine::{Asked, Conversation, Engine, Kind, Query, Reply, Trained, plain};
use kyr::locale::Locale;

use crate::{files_under, root};

/// The day on which transcripts happen unless they say otherwise.
const TODAY: &str = "2026-11-22";

/// One message, what is expected of the reply, and where it stands.
struct Turn {
    line: usize,
    message: String,
    expectations: Vec<String>,
}

#[test]
fn transcripts_hold() {
    let engine = engine();
    let files = files_under(&root().join("tests/transcripts"), "md");
    let mut failures = Vec::new();
    let mut turns = 0;
    for file in files.iter().filter(|file| !file.ends_with("README.md")) {
        let text = std::fs::read_to_string(file).expect("a readable transcript");
        let told = read(&text);
        assert!(!told.is_empty(), "{}: no messages", file.display());
        turns += told.len();
        for failure in run(&engine, &told) {
            failures.push(format!("{}:{failure}", file.strip_prefix(root()).unwrap_or(file).display()));
        }
    }
    assert!(turns >= 60, "only {turns} turns: are the transcripts there?");
    assert!(failures.is_empty(), "{} expectations failed:\n{}", failures.len(), failures.join("\n"));
}

/// The shipped pack, as the program embeds it.
pub fn engine() -> Engine {
    let files = kyr::content::load::load(&root().join("content")).expect("the shipped pack can be read");
    let (pack, faults) = kyr::content::parse::parse(&files);
    assert!(faults.is_empty(), "the shipped pack has faults: run kyr check");
    let bytes = std::fs::read(env!("KYR_PACK")).expect("the build left the compiled pack");
    let trained = Shipped::from_bytes(&bytes).expect("a compiled pack").trained.to_owned();
    let trained = Trained::from_bytes(trained.into()).expect("whole models");
    Engine::new(Compiled::new(&pack).expect("a pack that can be packed"), &files, trained)
}

fn read(text: &str) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if let Some(message) = line.strip_prefix("> ") {
            turns.push(Turn { line: number + 1, message: message.to_owned(), expectations: Vec::new() });
        } else if let (Some(expectation), Some(turn)) = (line.strip_prefix("- "), turns.last_mut()) {
            turn.expectations.push(expectation.to_owned());
        }
    }
    turns
}

fn run(engine: &Engine, turns: &[Turn]) -> Vec<String> {
    let mut talk = Conversation::default();
    let mut today: Date = TODAY.parse().expect("a date");
    let mut now = 0;
    let mut hint = None;
    let mut failures = Vec::new();
    for turn in turns {
        for expectation in &turn.expectations {
            match expectation.split_once(' ') {
                Some(("on", date)) => today = date.parse().expect("a date after `on`"),
                Some(("after", minutes)) => {
                    now += 60 * minutes.trim_end_matches(" minutes").parse::<u64>().expect("minutes")
                }
                Some(("room", tag)) => hint = Some(Locale::parse(tag).expect("a language tag")),
                _ => {}
            }
        }
        now += 5;
        let query = Query { hint: hint.clone(), ..Query::new(Asked::Words(turn.message.clone()), today, now) };
        let (reply, next) = engine.reply(&query, &talk);
        talk = next;
        let failed = turn.expectations.iter().filter_map(|expectation| failure(expectation, &reply));
        failures.extend(failed.map(|why| format!("{}: “{}”: {why}", turn.line, turn.message)));
        if turn.expectations.is_empty() {
            failures.push(format!("{}: nothing is expected of this reply", turn.line));
        }
    }
    failures
}

/// Why the expectation does not hold; `None` when it does.
fn failure(expectation: &str, reply: &Reply) -> Option<String> {
    let (word, rest) = expectation.split_once(' ').unwrap_or((expectation, ""));
    let text = plain::write(&reply.document);
    let quoted = rest.trim_matches(['"', '“', '”']);
    let holds = match word {
        "answers" => matches!(&reply.kind, Kind::Answer(topic) if topic == rest),
        "offers" => {
            matches!(&reply.kind, Kind::Choices(topics) if rest.split(", ").all(|id| topics.iter().any(|topic| topic == id)))
        }
        "finds" => rest.split(" or ").any(|wanted| match &reply.kind {
            Kind::Answer(topic) => topic == wanted,
            Kind::Choices(topics) => topics.iter().any(|topic| topic == wanted),
            _ => false,
        }),
        "withdraws" => matches!(&reply.kind, Kind::Withdrawn(topic) if topic == rest),
        "declines" => reply.kind == Kind::NotCovered,
        "obeys" => reply.kind == Kind::Command,
        "unserved" => matches!(&reply.kind, Kind::Unserved(locale) if locale.as_str() == rest),
        "in" => reply.locale.as_str() == rest,
        "says" => text.contains(quoted),
        "omits" => !text.contains(quoted),
        "on" | "after" | "room" => true,
        _ => return Some(format!("unknown expectation `{expectation}`")),
    };
    (!holds).then(|| format!("expected `{expectation}`, got {:?} in {}\n{text}", reply.kind, reply.locale))
}
