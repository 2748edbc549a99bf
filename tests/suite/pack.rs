//! The shipped pack: complete, clean, and answered as the project's contract says.
//! What it needs from outside the repository it skips loudly.

use std::collections::{BTreeMap, BTreeSet};

use kyr::content::Pack;
use kyr::engine::normalize::fold;

use crate::root;

fn pack() -> Pack {
    let files = kyr::content::load::load(&root().join("content")).expect("the shipped pack can be read");
    kyr::content::parse::parse(&files).0
}

#[test]
fn the_pack_has_no_fault() {
    let files = kyr::content::load::load(&root().join("content")).expect("the shipped pack can be read");
    let found = kyr::lint::check(&files, "2026-11-22".parse().expect("a date"));
    let shown = kyr::diagnostic::to_text(&found, &files);
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), shown.chars().take(4000).collect::<String>());
}

#[test]
fn every_topic_is_there_in_every_language() {
    let pack = pack();
    let topics: BTreeSet<&str> = pack.manifest.topics().map(|topic| topic.as_str()).collect();
    assert_eq!(topics.len(), 97);
    for locale in &pack.manifest.languages {
        let texts: BTreeSet<&str> = pack.texts[locale].keys().map(String::as_str).collect();
        assert_eq!(topics, texts, "{locale}");
    }
}

#[test]
fn topics_are_those_of_the_contract() {
    let Ok(contract) = std::fs::read_to_string(root().join("../shared/topics.tsv")) else {
        eprintln!("SKIPPED: ../shared/topics.tsv is not there, so the topic ids were not compared");
        return;
    };
    let pack = pack();
    let wanted: BTreeMap<&str, &str> = contract
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once('\t'))
        .map(|(id, rest)| (id, rest.split('\t').next().unwrap_or("")))
        .collect();
    let found: BTreeMap<&str, &str> =
        pack.topics.values().map(|topic| (topic.id.as_str(), topic.section.as_str())).collect();
    assert_eq!(wanted, found);
}

#[test]
fn no_evaluation_question_is_an_example() {
    let pack = pack();
    for locale in &pack.manifest.languages {
        let read = |folder: &str| std::fs::read_to_string(root().join(format!("{folder}/{locale}.tsv")));
        let first = read("tests/eval").expect("evaluation questions of every language");
        let text = [first, read("tests/eval/second").unwrap_or_default()].concat();
        let questions: BTreeSet<String> = text.lines().filter_map(|line| line.split('\t').next()).map(fold).collect();
        assert!(questions.len() >= 2 * 97 + 60, "{locale}: only {} questions", questions.len());
        let texts = pack.texts[locale].values().flat_map(|text| &text.examples);
        let shared: Vec<&str> = texts
            .chain(&pack.languages[locale].none)
            .map(|example| example.as_str())
            .filter(|example| questions.contains(&fold(example)))
            .collect();
        assert!(shared.is_empty(), "{locale}: both example and question: {shared:?}");
    }
}

#[test]
fn every_glossary_term_leads_to_its_topic() {
    let engine = crate::transcripts::engine();
    let pack = pack();
    let mut lost = Vec::new();
    for locale in &pack.manifest.languages {
        for (topic, text) in &pack.texts[locale] {
            for term in &text.terms {
                let kind = crate::pack::ask(&engine, &term.name, locale);
                if kind != kyr::engine::Kind::Answer(topic.clone()) {
                    lost.push(format!("{locale} {topic}: {} -> {kind:?}", term.name.value));
                }
            }
        }
    }
    assert!(lost.is_empty(), "{} terms:\n{}", lost.len(), lost.join("\n"));
}

/// The kind of reply to one message in a room of this language.
fn ask(engine: &kyr::engine::Engine, text: &str, locale: &kyr::locale::Locale) -> kyr::engine::Kind {
    let asked = kyr::engine::Asked::Words(text.to_owned());
    let today = "2026-11-22".parse().expect("a date");
    let query = kyr::engine::Query { hint: Some(locale.clone()), ..kyr::engine::Query::new(asked, today, 0) };
    engine.reply(&query, &Default::default()).0.kind
}
