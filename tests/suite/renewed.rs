//! An engine with texts that are newer than what was learned: nothing that is gone may be said, and nothing may break.

use kyr::content::parse::parse;
use kyr::content::{Compiled, Pack};
use kyr::diagnostic::Files;
use kyr::engine::{Asked, Conversation, Engine, Kind, Query, Reply, Trained};

use crate::lint::base;
use crate::talk::{ANSWER, DOOR, DOOR_FILE, small_pack};

const HOTLINES: &str = "topics/help/hotlines.yaml";

fn read(files: &Files) -> Pack {
    let (pack, faults) = parse(files);
    assert!(faults.is_empty(), "{faults:?}");
    pack
}

fn engine(pack: &Pack, trained: &Trained) -> Engine {
    Engine::new(Compiled::new(pack).expect("a pack that can be packed"), &base(), trained.renewed(pack))
}

fn ask(engine: &Engine, words: &str, talk: &Conversation) -> Reply {
    engine.reply(&Query::new(Asked::Words(words.to_owned()), "2026-11-22".parse().expect("a date"), 0), talk).0
}

/// All words that any pack of this test knows, and some that none does.
fn questions() -> Vec<String> {
    let files = small_pack();
    let words = files.values().flat_map(|text| text.lines()).flat_map(|line| line.split(['"', ':', '-']));
    let fixed = ["menu", "1", "2", "idioma español", "language spanish", "hotlines", "more", "new door", "zebra"];
    words.chain(fixed).map(|words| words.trim().to_owned()).filter(|words| !words.is_empty()).collect()
}

#[test]
fn whatever_changes_old_lessons_never_name_what_is_gone() {
    let before = small_pack();
    let trained = Trained::train(&read(&before));
    let mut gone = before.clone();
    gone.retain(|path, _| !path.contains("hotlines"));
    gone.insert("pack.yaml".to_owned(), before["pack.yaml"].replace("[hotlines]", "[]"));
    let mut reordered = before.clone();
    let sections = "  - id: help\n    topics: [hotlines]\n  - id: rights\n    topics: [new-door, home-visit]\n";
    let head = before["pack.yaml"].split("  - id").next().expect("a head").to_owned();
    reordered.insert("pack.yaml".to_owned(), head + sections);
    reordered.insert("topics/rights/new-door.yaml".to_owned(), before["topics/rights/home-visit.yaml"].clone());
    let new = before[DOOR_FILE].replace(DOOR, "A new door").replace("I-205", "I-999").replace(ANSWER, "A new answer.");
    reordered.insert("text/en/rights/new-door.yaml".to_owned(), new);
    let mut english = before.clone();
    english.insert("pack.yaml".to_owned(), before["pack.yaml"].replace("[en, es]", "[en]"));
    // Listed no more, but still there.
    let mut unlisted = before.clone();
    unlisted.insert("pack.yaml".to_owned(), before["pack.yaml"].replace("[hotlines]", "[]"));
    for files in [&before, &gone, &reordered, &english, &unlisted] {
        let pack = read(files);
        let engine = engine(&pack, &trained);
        let listed: Vec<&str> = pack.manifest.topics().map(|topic| topic.as_str()).collect();
        for question in questions() {
            let locale = Some("es".parse().expect("a language")).filter(|_| question.len() % 2 == 0);
            let talk = Conversation { locale, ..Conversation::default() };
            let reply = ask(&engine, &question, &talk);
            let named = match &reply.kind {
                Kind::Answer(topic) => vec![topic.as_str()],
                Kind::Choices(topics) => topics.iter().map(String::as_str).collect(),
                _ => Vec::new(),
            };
            assert!(named.iter().all(|topic| listed.contains(topic)), "“{question}” names {named:?} of {listed:?}");
            assert!(pack.manifest.languages.contains(&reply.locale), "“{question}” is answered in {}", reply.locale);
        }
    }
    let pack = read(&reordered);
    let engine = engine(&pack, &trained);
    for (question, topic) in [(DOOR, "home-visit"), ("A new door", "new-door"), ("I-999", "new-door")] {
        assert_eq!(ask(&engine, question, &Conversation::default()).kind, Kind::Answer(topic.to_owned()), "{question}");
    }
}

#[test]
fn a_pack_is_near_when_its_languages_and_most_of_its_topics_are_known() {
    let files = small_pack();
    let pack = read(&files);
    let trained = Trained::train(&pack);
    assert!(trained.is_near(&pack));
    let mut fewer = pack.clone();
    fewer.manifest.languages.truncate(1);
    assert!(trained.is_near(&fewer));
    let mut other_language = pack.clone();
    other_language.manifest.languages.push("vi".parse().expect("a language"));
    assert!(!trained.is_near(&other_language));
    let mut other_topics = files.clone();
    other_topics.insert("pack.yaml".to_owned(), files["pack.yaml"].replace("[home-visit]", "[home-visit, new-door]"));
    other_topics.insert("topics/rights/new-door.yaml".to_owned(), files["topics/rights/home-visit.yaml"].clone());
    assert!(!trained.is_near(&parse(&other_topics).0), "a third of its topics is new");
    assert!(!Trained::default().is_near(&pack));
}

#[test]
fn only_what_teaches_has_to_be_learned() {
    let files = small_pack();
    let trained = Trained::train(&read(&files));
    assert!(trained.fits(&read(&files)));
    let kept = Trained::from_bytes(trained.to_bytes().expect("bytes").into()).expect("whole models");
    let change = |path: &str, from: &str, to: &str| {
        let mut changed = files.clone();
        assert!(changed[path].contains(from), "no “{from}” in {path}");
        changed.insert(path.to_owned(), files[path].replace(from, to));
        kept.fits(&read(&changed))
    };
    assert!(change(DOOR_FILE, ANSWER, "Keep it shut."), "an answer");
    assert!(change(HOTLINES, "reviewed: 2026", "reviewed: 2025"), "a date");
    assert!(change("text/en/language.yaml", "Your rights", "All rights"), "the title of a section");
    let sections = ["  - id: rights\n    topics: [home-visit]\n", "  - id: help\n    topics: [hotlines]\n"];
    let [rights, help] = sections;
    assert!(change("pack.yaml", &sections.concat(), &[help, rights].concat()), "the order of topics");
    assert!(!change(DOOR_FILE, DOOR, "Somebody knocks"), "a title");
    assert!(!change(DOOR_FILE, "I-205", "I-206"), "a word of the glossary");
    assert!(!change(DOOR_FILE, "they want to come in", "they want in"), "an example");
    assert!(!change("text/en/none.yaml", "bread", "cake"), "what no topic answers");
    assert!(!change("pack.yaml", "[en, es]", "[en]"), "a language");
    assert!(!change("pack.yaml", "[hotlines]", "[]"), "a topic");
}
