//! Hostile packs: damaged files, files that mean to be more than they look, folders that hold what no pack holds, and
//! catalogs that never end. Nobody waits for a pack as for an answer, but it may come from anybody.

use std::fs;
use std::time::Duration;

use kyr::content::load::{load, load_bytes};
use kyr::diagnostic::{Diagnostic, Files, lines, to_json, to_text};
use kyr::lint;
use kyr::locale::{Catalog, Locale, Manner, Message};

use super::files::{damaged, fluent, garbage, yaml};
use super::random::Random;
use super::{Kind, LIMIT};
use crate::fuzz::damage;
use crate::lint::{TODAY, base};

/// What a file may take to be checked: as long as an answer for each 100 kB that are begun.
fn limit(files: &Files) -> Duration {
    let bytes: usize = files.values().map(String::len).sum();
    LIMIT * u32::try_from(1 + bytes / 100_000).expect("a small pack")
}

/// All that `kyr check` does with texts.
fn checked(kind: &mut Kind, files: &Files) -> Vec<Diagnostic> {
    let (found, text) = kind.timed(limit(files), || {
        let found = lint::check(files, TODAY);
        let text = to_text(&found, files);
        assert_eq!(to_json(&found, files).as_array().map(Vec::len), Some(found.len()));
        (found, text)
    });
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "an escape sequence: {text:?}");
    for fault in &found {
        assert!(lint::RULES.iter().any(|rule| rule.id == fault.rule), "`{}` is no rule", fault.rule);
        assert!(!fault.file.is_empty() && !fault.message.is_empty() && !fault.help.is_empty(), "{fault:?}");
        let said = fault.message.chars().count().max(fault.help.chars().count());
        assert!(said <= 500, "{}: {said} characters: {:.200}", fault.rule, fault.message);
        let lines = files.get(&fault.file).map_or(0, |text| lines(text).count());
        assert!(fault.span.line as usize <= lines + 1, "{fault:?} in {lines} lines");
    }
    kind.refused += usize::from(!found.is_empty());
    found
}

pub fn packs() -> Kind {
    let mut kind = Kind::new("packs", 1_200);
    let base = base();
    kind.each(|kind, random| {
        let mut files = base.clone();
        if random.below(2) == 0 {
            damage(&mut files, random);
            checked(kind, &files);
            return;
        }
        let paths: Vec<String> = files.keys().filter(|path| path.ends_with(".yaml")).cloned().collect();
        let path = &paths[random.below(paths.len())];
        let own = if random.below(2) == 0 { files[path].clone() } else { String::new() };
        files.insert(path.clone(), own + yaml(random).as_str());
        let found = checked(kind, &files);
        assert!(found.iter().any(|fault| fault.file == *path), "{path}: {:.300}", files[path]);
    });
    kind
}

/// As they stand on a disk.
pub fn folders() -> Kind {
    let mut kind = Kind::new("folders", 300);
    kind.each(|kind, random| {
        let home = tempfile::tempdir().expect("a temporary folder");
        let pack = home.path().join("pack");
        let mut folder = pack.clone();
        for _ in 0..random.below(12) {
            folder.push(random.pick(&["text", "en", "topics", "\u{202e}", "a b", "locales", ".hidden"]));
        }
        fs::create_dir_all(&folder).expect("a folder can be made");
        for path in [pack.join("pack.yaml"), folder.join(random.pick(&["x.yaml", "en.ftl", "\u{1b}[2J.yaml", "y"]))] {
            let bytes: Vec<u8> = match random.below(4) {
                0 => (0..random.below(400)).map(|_| random.next() as u8).collect(),
                1 => vec![b'x'; if random.below(8) == 0 { 5 << 20 } else { 1 << 16 }],
                _ => garbage(random).into_bytes(),
            };
            fs::write(path, bytes).expect("writable");
        }
        #[cfg(unix)]
        for to in [folder.as_path(), pack.as_path(), "/".as_ref(), "nowhere".as_ref()] {
            if random.below(4) == 0 {
                let name = random.pick(&["link", "link.yaml", "l.ftl"]);
                drop(std::os::unix::fs::symlink(to, folder.join(name)));
            }
        }
        match kind.timed(LIMIT, || load(&pack).and_then(|files| load_bytes(&pack).map(|_| files))) {
            Ok(files) => drop(checked(kind, &files)),
            Err(error) => kind.refuse(&format!("{error:#}").replace(char::is_control, "·"), &place(&pack)),
        }
    });
    kind
}

fn place(pack: &std::path::Path) -> String {
    pack.display().to_string()
}

pub fn catalogs() -> Kind {
    let mut kind = Kind::new("catalogs", 700);
    let base = base();
    let english = Locale::default();
    let asked: [(Message<'static>, &str); 4] = [
        (Message::Greeting, "greeting"),
        (Message::Disclaimer, "disclaimer"),
        (Message::Date { day: "22", month: "11", year: "2026" }, "date"),
        (Message::CommandHelp, "command-help"),
    ];
    kind.each(|kind, random| {
        let mut files = base.clone();
        let text = files.get_mut("locales/en/kyr.ftl").expect("a catalog");
        match random.below(3) {
            0 => *text = damaged(text, random),
            _ => text.push_str(&format!("\n{}", fluent(asked[random.below(asked.len())].1, random))),
        }
        checked(kind, &files);
        let said = kind.timed(limit(&files), || {
            let (catalog, _) = Catalog::new(&files, english.clone());
            let texts = asked.map(|(message, _)| catalog.text(&english, message, Manner::Words).len());
            texts.iter().sum::<usize>() + catalog.words(&english, Message::CommandHelp).len()
        });
        // Whatever refers to itself or to much more than it says: a message is not longer than all that was written.
        let most: usize = files.values().map(String::len).sum();
        assert!((1..=most).contains(&said), "{said} bytes of {most}");
    });
    kind
}

/// Settings that were mistyped are no worse than packs; both are damaged alike.
pub fn worse(text: &str, random: &mut Random) -> String {
    match random.below(4) {
        0 => yaml(random),
        1 => format!("{text}{}", yaml(random)),
        _ => damaged(text, random),
    }
}
