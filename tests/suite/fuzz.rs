//! Damaged packs: whatever the files hold, checking them gives diagnostics and never a panic.
//! Deterministic: the same damage in the same order on every machine.

use std::time::{Duration, Instant};

use kyr::content::Compiled;
use kyr::content::parse::parse;
use kyr::diagnostic::{Diagnostic, Files, to_json, to_text};
use kyr::lint;

use crate::lint::{TODAY, base};

const ROUNDS: u64 = 3_000;
const MEAN_LIMIT: Duration = Duration::from_millis(50);

/// Marsaglia's xorshift64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// Below `end`; 0 when `end` is 0.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap()
    }

    fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// Says in which round a panic happened.
struct Round(u64);

impl Drop for Round {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the fuzz test failed in round {}", self.0);
        }
    }
}

#[test]
fn damaged_packs_never_panic() {
    let base = base();
    let mut spent = Duration::ZERO;
    for round in 1..=ROUNDS {
        let _round = Round(round);
        let mut random = Random(round.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        let mut files = base.clone();
        for _ in 0..=random.below(3) {
            damage(&mut files, &mut random);
        }
        let started = Instant::now();
        let found = lint::check(&files, TODAY);
        spent += started.elapsed();
        exercise(&files, &found);
    }
    let mean = spent / u32::try_from(ROUNDS).unwrap();
    assert!(mean < MEAN_LIMIT, "a damaged pack takes {mean:?} to check");
}

/// Everything else that a faulty pack goes through in `kyr check` and `kyr coverage`.
fn exercise(files: &Files, found: &[Diagnostic]) {
    assert_eq!(found.is_empty(), to_text(found, files).is_empty());
    assert_eq!(to_json(found, files).as_array().map(Vec::len), Some(found.len()));
    let (pack, _) = parse(files);
    for text in pack.texts.values().flat_map(|texts| texts.values()) {
        assert_eq!(text.fingerprint().len(), 12);
    }
    assert!(Compiled::new(&pack).is_ok());
}

fn damage(files: &mut Files, random: &mut Random) {
    let paths: Vec<String> = files.keys().cloned().collect();
    let path = random.pick(&paths.iter().map(String::as_str).collect::<Vec<_>>()).to_owned();
    let text = files.get(&path).cloned().unwrap_or_default();
    match random.below(8) {
        0 => {
            files.remove(&path);
        }
        1 => {
            files.remove(&path);
            files.insert(wrong_path(&path, random), text);
        }
        2 => {
            files.insert(path, flip_bytes(&text, random));
        }
        3 => {
            files.insert(path, shuffle_lines(&text, random));
        }
        4 => {
            files.insert(path, rename_key(&text, random));
        }
        5 => {
            files.insert(path, garbage(random));
        }
        _ => {
            files.insert(path, replace_value(&text, random));
        }
    }
    if files.is_empty() {
        files.insert("pack.yaml".to_owned(), garbage(random));
    }
}

fn wrong_path(path: &str, random: &mut Random) -> String {
    let folders = [
        "",
        "text/",
        "topics/",
        "text/en/",
        "text/zz-ZZ-zz-zz/",
        "text//",
        "topics/a/b/",
        "locales/",
        "locales/en/",
        "../",
        "text/\u{202e}/x/",
    ];
    match random.below(3) {
        0 => format!("{}{path}", random.pick(&folders)),
        1 => format!("{}{}", random.pick(&folders), path.rsplit('/').next().unwrap_or("")),
        _ => path.replace("/en/", "/es/").replace("rights", "help"),
    }
}

fn flip_bytes(text: &str, random: &mut Random) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << random.below(8);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn shuffle_lines(text: &str, random: &mut Random) -> String {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    for _ in 0..=random.below(4) {
        let (at, to) = (random.below(lines.len()), random.below(lines.len()));
        match (lines.get(at).copied(), random.below(3)) {
            (Some(_), 0) => drop(lines.remove(at)),
            (Some(line), 1) => lines.insert(to, line),
            (Some(_), _) => lines.swap(at, to),
            (None, _) => {}
        }
    }
    lines.concat()
}

/// The line numbers that have a key or a value to change.
fn field(text: &str, random: &mut Random) -> Option<(usize, usize)> {
    let lines: Vec<(usize, usize)> =
        text.lines().enumerate().filter_map(|(number, line)| Some((number, line.find([':', '='])?))).collect();
    lines.get(random.below(lines.len())).copied()
}

fn rename_key(text: &str, random: &mut Random) -> String {
    let Some((number, end)) = field(text, random) else { return text.to_owned() };
    let keys =
        ["", "?", "- ", "title", "id", "titel", "<<", "null", "1", "{a: b}", "\u{202e}key", "reviewed", "CA", "en"];
    edit_line(text, number, |line| {
        let indent = &line[..line.len() - line.trim_start_matches([' ', '-']).len()];
        format!("{indent}{}{}", random.pick(&keys), &line[end.max(indent.len())..])
    })
}

fn replace_value(text: &str, random: &mut Random) -> String {
    let Some((number, end)) = field(text, random) else { return text.to_owned() };
    edit_line(text, number, |line| format!("{} {}", &line[..=end], value(random)))
}

fn edit_line(text: &str, number: usize, edit: impl FnOnce(&str) -> String) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    lines[number] = edit(&lines[number]);
    lines.join("\n") + "\n"
}

fn value(random: &mut Random) -> String {
    let odd = [
        "",
        "[]",
        "{}",
        "[[], {}, null]",
        "null",
        "~",
        "true",
        "-1",
        "1e999",
        ".nan",
        "0x10",
        "2026-02-30",
        "9999-12-31",
        "-009999-01-01",
        "\"\"",
        "\" \"",
        "&a [*a]",
        "*a",
        "!!binary aGk=",
        "!x y",
        "|",
        ">-",
        "|9",
        "@",
        "`",
        "%",
        "\t",
        "\"\\u0000\\u202e\"",
        "\"\u{202e}\u{2066}مرحبا\u{200f}\"",
        "'\u{7}\u{1b}[31m'",
        "\u{feff}",
        "\"\\x\"",
        "{ $x }",
        "{ \"",
        "{ $x ->",
        "-term = { -term }",
        "https://",
        "https://@:@/",
        "\"https://a.b\u{130}/?u=http\"",
        "zh-Hans",
        "213-555-0123 ２１３-５５５-０１２３",
        "İİİİ ŉ ﬃ",
        "🎶",
        "---",
        "...",
        "a\n---\nb",
        "[en, es, fr, ar, not a tag]",
    ];
    match random.below(8) {
        0 => "x ".repeat(random.below(4_000)),
        1 => "字".repeat(random.below(4_000)),
        2 => ["[", "{", "{ F(", "- ", "(", "\""][random.below(6)].repeat(1 + random.below(3_000)),
        3 => format!("[{}]", "1-844-363-1423, ".repeat(random.below(100))),
        _ => random.pick(&odd).to_owned(),
    }
}

fn garbage(random: &mut Random) -> String {
    match random.below(3) {
        0 => String::new(),
        1 => (0..random.below(200)).filter_map(|_| char::from_u32(random.next() as u32 % 0x3000)).collect(),
        _ => value(random),
    }
}
