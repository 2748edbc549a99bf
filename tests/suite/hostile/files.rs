//! Files that no editor of a pack writes: damaged ones, and those that are built to exhaust whoever reads them.
//! It must not know what reads them.

use super::random::Random;
use super::words::{flipped, horror};

/// A file like `text`, damaged in one place or more.
pub fn damaged(text: &str, random: &mut Random) -> String {
    let mut text = text.to_owned();
    for _ in 0..=random.below(3) {
        text = match random.below(8) {
            0 => flipped(&text, random),
            1 => shuffle_lines(&text, random),
            2 => rename_key(&text, random),
            3 => garbage(random),
            4 => text.replace('\n', random.pick(&["\r\n", "\r", "\n\t", "\n\n", "\u{2028}", "\u{85}"])),
            5 => {
                format!("{}{text}", random.pick(&["\u{feff}", "\u{feff}\u{feff}", "%YAML 9.9\n---\n", "--- |\n", "#"]))
            }
            _ => replace_value(&text, random),
        };
    }
    text
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
    match random.below(10) {
        0 => "x ".repeat(random.below(4_000)),
        1 => "字".repeat(random.below(4_000)),
        2 => ["[", "{", "{ F(", "- ", "(", "\""][random.below(6)].repeat(1 + random.below(3_000)),
        3 => format!("[{}]", "1-844-363-1423, ".repeat(random.below(100))),
        4 => format!("\"{}\"", horror(random).replace(['"', '\\', '\n'], "")),
        _ => random.pick(&ODD).to_owned(),
    }
}

const ODD: [&str; 46] = [
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
];

pub fn garbage(random: &mut Random) -> String {
    match random.below(4) {
        0 => String::new(),
        1 => (0..random.below(200)).filter_map(|_| char::from_u32(random.next() as u32 % 0x3000)).collect(),
        2 => horror(random),
        _ => value(random),
    }
}

/// YAML that means to be more than it looks.
pub fn yaml(random: &mut Random) -> String {
    let many = 1 + random.below(300);
    match random.below(12) {
        // Nine lists of nine times the one before.
        0 => (0..9).fold("a0: &a0 [x]\n".to_owned(), |all, at| {
            all + format!("a{}: &a{} [{}]\n", at + 1, at + 1, vec![format!("*a{at}"); 9].join(", ")).as_str()
        }),
        1 => format!("a: &a\n  b: *{}\n", random.pick(&["a", "b", ""])),
        2 => format!("<<: {}\n", vec!["{a: 1}"; many].join("\n<<: ")),
        3 => "a: 1\n".repeat(many + 1),
        4 => (0..many).map(|at| format!("{}- x:\n", "  ".repeat(at))).collect(),
        5 => format!("{}{}\n", "[".repeat(many * 9), "]".repeat(random.below(many * 9))),
        6 => format!("id: {}{}\n", "!".repeat(many), random.pick(&["!str x", "!binary x", "!set {a}", "!x"])),
        7 => format!("title: |{}\n{}", random.pick(&["", "9", "-", "+", "99"]), " \n".repeat(many)),
        8 => format!("title: \"{}\"\n", "\\u0000".repeat(many * 9)),
        9 => format!("? {}\n: x\n", "? ".repeat(many)),
        10 => (0..many * 9).map(|at| format!("k{at}: {}\n", random.pick(&ODD))).collect(),
        _ => format!("title: \"{}\"\n", "x".repeat(many * 3_000)),
    }
}

/// Fluent that means to be more than it looks; `key` is a message that is asked for.
pub fn fluent(key: &str, random: &mut Random) -> String {
    let many = 1 + random.below(300);
    match random.below(11) {
        0 => (0..9).fold(format!("{key} = {{ m0 }}\nm9 = x\n"), |all, at| {
            all + format!("m{at} = {}\n", format!("{{ m{} }}", at + 1).repeat(9)).as_str()
        }),
        1 => format!("{key} = {{ {key} }}\n"),
        2 => format!("{key} = {{ a }}\na = {{ b }}\nb = {{ a }} {{ {key} }}\n"),
        3 => format!("{key} = {{ -t }}\n-t = {{ -t }}\n"),
        4 => format!("{key} = {}x\n", "{ ".repeat(many)),
        5 => format!("{key} = {}{}\n", "{ F(".repeat(many), ") }".repeat(random.below(many))),
        6 => format!("{key} = {{ $x ->\n{}   *[o] y\n }}\n", "   [a] x\n".repeat(many)),
        7 => format!("{key} = {{ {}.{} }}\n", "9".repeat(many), "0".repeat(many * 9)),
        8 => format!("{key} = {{ NUMBER($day, minimumFractionDigits: {}) }}\n", "9".repeat(1 + random.below(20))),
        9 => format!("{key} = {}\n", "{ \"\\u202e\\u0000\" }".repeat(many)),
        _ => format!("{key} = {}\n", horror(random)),
    }
}
