//! The lints against small packs: `tests/fixtures/lint/base` is a pack without a fault, and each rule's
//! folder holds files that replace some of the base's, in `good/` without and in `bad/` with that fault.
//! An empty file there removes the base's file. `KYR_BLESS=1` rewrites each `expected.txt`.
//!
//! What would only be long is added here instead of standing on disk: `locales/` of the repository; 20
//! examples for each text and 400 messages for each `none.yaml`, unless the file says `# nothing is
//! added`; and the fingerprint of the original for each `of: current`.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::{Date, date};
use kyr::content::parse::parse;
use kyr::diagnostic::{Diagnostic, Excerpts, Files, to_text};
use kyr::lint;

/// The day on which the base pack is without fault.
pub const TODAY: Date = date(2026, 11, 21);

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn fixtures() -> PathBuf {
    repository().join("tests/fixtures/lint")
}

/// All files under `root`, by their path relative to it.
fn read_tree(root: &Path, prefix: &str, files: &mut Files) {
    for entry in fs::read_dir(root).unwrap_or_else(|error| panic!("{}: {error}", root.display())) {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            read_tree(&path, &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read_to_string(&path).unwrap());
        }
    }
}

/// The base pack as it stands on disk, with the repository's catalogs.
pub fn base() -> Files {
    let mut files = Files::new();
    read_tree(&fixtures().join("base"), "", &mut files);
    for locale in SERVED {
        read_tree(&repository().join("locales").join(locale), &format!("locales/{locale}/"), &mut files);
        let names = files.get_mut(&format!("locales/{locale}/names.ftl")).expect("names of languages");
        *names = only_served(names);
    }
    files
}

/// The languages of the base pack.
const SERVED: [&str; 2] = ["en", "es"];

/// The catalog without the names of other languages, which nothing would ask for.
fn only_served(names: &str) -> String {
    let mut kept = true;
    let mut is_kept = |line: &&str| {
        let tag = line.strip_prefix("language-").and_then(|rest| rest.split(' ').next());
        kept = tag.map_or(kept || !line.starts_with(' '), |tag| SERVED.contains(&tag));
        kept
    };
    names.lines().filter(|line| is_kept(line)).map(|line| format!("{line}\n")).collect()
}

/// The base pack with the files of `tests/fixtures/lint/<overlay>` laid over it, made complete.
fn pack(overlay: Option<&str>) -> Files {
    let mut files = base();
    if let Some(overlay) = overlay {
        let mut over = Files::new();
        read_tree(&fixtures().join(overlay), "", &mut over);
        files.extend(over);
    }
    files.retain(|_, text| !text.is_empty());
    complete(&mut files);
    files
}

/// Adds the examples and the fingerprints.
pub fn complete(files: &mut Files) {
    for locale in SERVED {
        let none = files.entry(format!("text/{locale}/none.yaml")).or_insert_with(|| "examples:\n".to_owned());
        add_examples(none, 400, &format!("{locale} none"));
    }
    for (path, text) in files.iter_mut().filter(|(path, _)| path.starts_with("text/") && path.split('/').count() == 4) {
        let name = path.trim_start_matches("text/").trim_end_matches(".yaml");
        let (locale, topic) = (name.split('/').next().unwrap(), name.rsplit('/').next().unwrap());
        add_examples(text, 20, &format!("{locale} {topic}"));
    }
    let (parsed, _) = parse(files);
    for (path, text) in files.iter_mut().filter(|(_, text)| text.contains("of: current")) {
        let topic = path.trim_end_matches(".yaml").rsplit('/').next().unwrap();
        if let Some(original) = parsed.text(&parsed.manifest.default_locale, topic) {
            *text = text.replace("of: current", &format!("of: \"{}\"", original.fingerprint()));
        }
    }
}

fn add_examples(text: &mut String, count: usize, of: &str) {
    if text.contains("# nothing is added") {
        return;
    }
    if !text.contains("examples:\n") {
        text.push_str("examples:\n");
    }
    (0..count).for_each(|number| text.push_str(&format!("  - \"example {number} of {of}\"\n")));
}

fn check(overlay: Option<&str>) -> (Vec<Diagnostic>, Files) {
    let files = pack(overlay);
    (lint::check(&files, TODAY), files)
}

fn ids() -> Vec<&'static str> {
    lint::RULES.iter().map(|rule| rule.id).collect()
}

#[test]
fn the_base_pack_has_no_fault() {
    let (found, files) = check(None);
    assert!(found.is_empty(), "{}", to_text(&found, &files));
}

#[test]
fn good_packs_have_no_fault() {
    for id in ids() {
        let (found, files) = check(Some(&format!("{id}/good")));
        assert!(found.is_empty(), "{id}/good:\n{}", to_text(&found, &files));
    }
}

#[test]
fn bad_packs_have_the_expected_faults() {
    let mut differing = Vec::new();
    for id in ids() {
        let (mut found, files) = check(Some(&format!("{id}/bad")));
        found.retain(|fault| fault.rule == id);
        assert!(!found.is_empty(), "{id}/bad has no fault of this rule");
        let shown = to_text(&found, &files);
        let expected = fixtures().join(id).join("expected.txt");
        if std::env::var_os("KYR_BLESS").is_some() {
            fs::write(&expected, shown).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != shown {
            differing.push(format!("{}:\n{shown}", expected.display()));
        }
    }
    assert!(differing.is_empty(), "with KYR_BLESS=1 these become the expected ones:\n\n{}", differing.join("\n"));
}

#[test]
fn faults_are_written_alike() {
    for id in ids() {
        for fault in check(Some(&format!("{id}/bad"))).0 {
            for text in [&fault.message, &fault.help] {
                assert!(!text.ends_with('.') && !text.contains('\n'), "{id}: {text}");
                assert!(!text.starts_with(|c: char| c.is_ascii_uppercase()), "{id}: {text}");
            }
            assert!(!fault.help.is_empty(), "{id}: {} has no help", fault.message);
            assert!(ids().contains(&fault.rule), "`{}` is no rule", fault.rule);
        }
    }
}

#[test]
fn places_point_into_the_files() {
    for id in ids() {
        let (found, files) = check(Some(&format!("{id}/bad")));
        for fault in found.iter().filter(|fault| fault.span.line > 0) {
            let width = Excerpts::new(&files).of(fault).chars().count();
            assert!(fault.span.column as usize <= width + 1, "{id}: {}", to_text(std::slice::from_ref(fault), &files));
        }
    }
}

#[test]
fn rules_are_sorted_and_documented() {
    assert!(ids().is_sorted());
    for id in ids() {
        let text = lint::explain(id).unwrap_or_default();
        assert_eq!(text.lines().next(), Some(format!("# {id}").as_str()));
        for part in ["**Why.**", "**What to do.**"] {
            assert!(text.contains(part), "the documentation of {id} has no {part}");
        }
    }
}

#[test]
fn every_rule_has_fixtures_and_every_fixture_a_rule() {
    let folders = fs::read_dir(fixtures()).unwrap();
    let mut folders: Vec<String> = folders.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    folders.retain(|name| name != "base");
    folders.sort();
    assert_eq!(folders, ids());
}
