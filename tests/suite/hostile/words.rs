//! Messages that nobody writes who wants an answer: real ones, mutated, and those of a small grammar of horrors.
//! It must not know what Kyr makes of them.

use super::random::Random;

/// Characters of the longest.
const LONGEST: usize = 100_000;

/// One message; `real` are what people could write.
pub fn message(real: &[String], random: &mut Random) -> String {
    match random.below(5) {
        0 | 1 => mutated(real, random),
        2 => horror(random),
        3 => format!("{} {} {}", horror(random), one(real, random), horror(random)),
        _ => {
            let glue = random.pick(&[" ", "", "\n", "\u{0}", "\u{200d}", "'"]);
            (0..2 + random.below(4)).map(|_| horror(random)).collect::<Vec<_>>().join(glue)
        }
    }
}

fn one<'a>(real: &'a [String], random: &mut Random) -> &'a str {
    &real[random.below(real.len())]
}

fn mutated(real: &[String], random: &mut Random) -> String {
    let mut text = one(real, random).to_owned();
    for _ in 0..=random.below(3) {
        let chars: Vec<char> = text.chars().collect();
        let at = random.below(chars.len() + 1);
        let (before, after): (String, String) = (chars[..at].iter().collect(), chars[at..].iter().collect());
        text = match random.below(9) {
            0 => flipped(&text, random),
            1 => before,
            2 => after + before.as_str(),
            3 => before + one(real, random),
            4 => format!("{before}{}{after}", horror(random)),
            5 => text.repeat(1 + random.below(40)),
            6 => chars.iter().rev().collect(),
            7 => text.replace(' ', random.pick(&["", "\u{a0}", "\u{200b}", ".", "\t\t", "'"])),
            _ => text.to_uppercase(),
        };
        text = text.chars().take(LONGEST).collect();
    }
    text
}

/// Some bits are not what they were.
pub fn flipped(text: &str, random: &mut Random) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << random.below(8);
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// How often something is repeated: mostly some times, seldom as often as no platform lets through.
fn often(random: &mut Random) -> usize {
    [1, 2, 9, 60, 300, 1_000, 4_000, 10_000][random.below(8)]
}

/// Something that is easy to write and hard to bear.
pub fn horror(random: &mut Random) -> String {
    let times = often(random);
    let some = |random: &mut Random, all: &[&str]| random.pick(all).to_owned();
    let text: String = match random.below(13) {
        0 if random.below(20) == 0 => LETTERS[random.below(LETTERS.len())].repeat(LONGEST),
        0 => LETTERS[random.below(LETTERS.len())].repeat(times),
        1 => (0..times).map(|_| some(random, &LETTERS)).collect(),
        2 => (0..times).map(|_| some(random, &WORDS) + " ").collect(),
        3 => (some(random, &WORDS) + " ").repeat(times),
        // Zalgo: letters under hills of accents.
        4 => (0..times).map(|at| if at % 40 == 0 { 'a' } else { combining(random) }).collect(),
        5 => (0..times).map(|_| some(random, &BIDI)).collect(),
        6 => (0..times).map(|_| some(random, &EMOJI)).collect(),
        // Syllables of Korean in pieces, that compose or do not.
        7 => (0..times).filter_map(|_| char::from_u32(0x1100 + random.below(0x100) as u32)).collect(),
        8 => (0..times).map(|_| some(random, &DIGITS)).collect(),
        9 => (0..times).map(|_| random.char()).collect(),
        10 => (0..times).map(|_| some(random, &MARKUP)).collect(),
        11 => (0..times).map(|_| char::from(random.below(0x21) as u8)).collect(),
        _ => {
            let open = random.pick(&["[", "{", "(", "<div>", "\"", "$(", "**", "||", "> ", "\\"]);
            open.repeat(times) + some(random, &WORDS).as_str()
        }
    };
    text.chars().take(LONGEST).collect()
}

fn combining(random: &mut Random) -> char {
    let (start, length) = [(0x300, 0x70), (0x483, 7), (0x591, 0x2d), (0x64b, 0x15), (0x1dc0, 0x40)][random.below(5)];
    char::from_u32(start + random.below(length) as u32).unwrap_or('\u{301}')
}

/// Single characters, some of which are many when they are taken apart or written small.
const LETTERS: [&str; 28] = [
    "a",
    "e",
    "i",
    "s",
    "c",
    "p",
    "Z",
    "ﷺ",
    "ﷻ",
    "㎭",
    "㏒",
    "ﬃ",
    "㌖",
    "½",
    "Ǆ",
    "İ",
    "ŉ",
    "ß",
    "ΐ",
    "ᾧ",
    "한",
    "驱",
    "ｐ",
    "ﾊﾞ",
    "क्ष",
    "ـ",
    "\u{fffd}",
    "𝕴",
];
const WORDS: [&str; 36] = [
    "ice",
    "door",
    "a",
    "in",
    "I",
    "l'",
    "what is",
    "¿qué es",
    "什么是",
    "의",
    "hotlines",
    "language",
    "state",
    "CA",
    "texas",
    "menu",
    "more",
    "please",
    "topic",
    "forget me",
    "settings",
    "none",
    "1",
    "99",
    "٣",
    "²",
    "/ask",
    "!kyr",
    "notario",
    "I-205",
    "A-number",
    "palantir",
    "español",
    "中文",
    "st",
    "calle",
];
const BIDI: [&str; 14] = [
    "\u{202a}",
    "\u{202b}",
    "\u{202c}",
    "\u{202d}",
    "\u{202e}",
    "\u{2066}",
    "\u{2067}",
    "\u{2068}",
    "\u{2069}",
    "\u{200f}",
    "\u{200e}",
    "abc ",
    "שלום ",
    "12 ",
];
const EMOJI: [&str; 8] = ["👩‍❤️‍💋‍👨", "🏳️‍🌈", "👨‍👩‍👧‍👦", "\u{200d}", "\u{fe0f}", "🇺🇸", "1️⃣", "\u{e0067}"];
/// For whoever looks for numbers that nobody should post.
const DIGITS: [&str; 26] = [
    "1",
    "12",
    "123",
    "123-45-",
    "6789",
    "555-0123",
    "(213)",
    " ",
    "-",
    "--",
    ".",
    "/",
    "_",
    "\u{200b}",
    "+",
    "A",
    "ssn ",
    "٣",
    "۴",
    "５",
    "\u{2011}",
    "\u{2212}",
    "n st ",
    "calle ",
    "1-844-363-1423 ",
    "२",
];
const MARKUP: [&str; 16] = [
    "<@123>",
    "<@!1",
    "@everyone ",
    "@a:b ",
    "```\n",
    "[x](javascript:alert(1))",
    "https://a.b/",
    "<script>",
    "</div>",
    "{$x}",
    "{{x}}",
    "%s%n",
    "<mx-reply>",
    "\\u0000",
    "&#0;",
    "\r\n",
];
