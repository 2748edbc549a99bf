//! Finds what nobody should post: A-numbers, Social Security numbers, phone numbers, street addresses.
//! It reports kinds only; it must never keep or repeat what it found.

/// What a message seems to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sensitive {
    ANumber,
    Ssn,
    Phone,
    Address,
}

/// The kinds found in `text`, each once, and the text without the numbers, so that they do not lead
/// the matcher astray. `published` are phone numbers that anybody may write.
pub fn find(text: &str, published: &[String]) -> (Vec<Sensitive>, String) {
    let chars: Vec<char> = text.chars().map(plain).collect();
    if !chars.iter().any(char::is_ascii_digit) {
        return (Vec::new(), text.to_owned());
    }
    let mut kinds = Vec::new();
    let mut rest: Vec<char> = text.chars().collect();
    for number in numbers(&chars).iter().filter(|number| !published.contains(&national(&number.digits))) {
        if let Some(kind) = kind(number) {
            kinds.push(kind);
            rest[number.start..number.end].fill(' ');
        }
    }
    if has_address(&chars.iter().collect::<String>()) {
        kinds.push(Sensitive::Address);
    }
    kinds.sort_unstable();
    kinds.dedup();
    (kinds, rest.into_iter().collect())
}

/// Lower case, ASCII digits and hyphens for those of other scripts and keyboards; one for one.
fn plain(c: char) -> char {
    match c as u32 {
        0x2010..=0x2015 | 0x2212 => '-',
        0x660..=0x669 => char::from(b'0' + (c as u32 - 0x660) as u8),
        0x6f0..=0x6f9 => char::from(b'0' + (c as u32 - 0x6f0) as u8),
        0xff10..=0xff19 => char::from(b'0' + (c as u32 - 0xff10) as u8),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Digits of a US phone number without the country code, for comparing.
pub fn national(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => digits,
    }
}

/// A run of digits and separators, and the words before it.
struct Number {
    start: usize,
    end: usize,
    digits: String,
    /// Lengths of the groups between separators.
    groups: Vec<usize>,
    plus: bool,
    /// A letter stands directly before.
    glued: bool,
    /// Up to four words before, the nearest first.
    before: Vec<String>,
}

fn numbers(chars: &[char]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < chars.len() && (chars[end].is_ascii_digit() || joins(chars, end)) {
            end += 1;
        }
        let run: String = chars[at..end].iter().collect();
        let groups: Vec<usize> =
            run.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|length| *length > 0).collect();
        found.push(Number {
            start: at,
            end,
            digits: run.chars().filter(char::is_ascii_digit).collect(),
            groups,
            plus: at > 0 && chars[at - 1] == '+',
            glued: at > 0 && chars[at - 1].is_alphabetic(),
            before: words_before(chars, at),
        });
        at = end;
    }
    found
}

/// A separator inside a number: at most three of them (" - "), with a digit after.
fn joins(chars: &[char], at: usize) -> bool {
    let separator = |c: &char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '_' | '/' | '\u{200b}'..='\u{200d}');
    separator(&chars[at]) && chars[at + 1..].iter().take(3).find(|c| !separator(c)).is_some_and(char::is_ascii_digit)
}

fn words_before(chars: &[char], at: usize) -> Vec<String> {
    let before: String = chars[at.saturating_sub(40)..at].iter().collect();
    let words = before.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.rev().take(4).map(str::to_owned).collect()
}

const ALIEN_WORDS: [&str; 8] = ["a", "alien", "anumber", "uscis", "extranjero", "étranger", "estrangeiro", "file"];
const SOCIAL_WORDS: [&str; 11] =
    ["ssn", "social", "security", "seguro", "itin", "ss", "sekirite", "sosyal", "社安号", "소셜", "сошиал"];

fn kind(number: &Number) -> Option<Sensitive> {
    let length = number.digits.len();
    let named = |words: &[&str]| number.before.iter().any(|word| words.contains(&word.as_str()));
    if length == 9 && (number.groups == [3, 2, 4] || named(&SOCIAL_WORDS)) {
        return Some(Sensitive::Ssn);
    }
    // Nine bare digits are hardly anything else; 5+4 is a postal code.
    let bare = length == 9 && (number.groups == [9] || number.groups == [3, 3, 3]);
    if bare || (matches!(length, 8 | 9) && number.groups != [5, 4] && named(&ALIEN_WORDS)) {
        return Some(Sensitive::ANumber);
    }
    // 2026-11-21 14:30 is a time, MSC2190012345 a receipt.
    if number.glued || matches!(number.groups[..], [4, 2, 2, ..]) {
        return None;
    }
    let us_phone = length == 10 || (length == 11 && number.digits.starts_with('1'));
    let foreign_phone = number.plus && (8..=15).contains(&length);
    let local_phone = length == 7 && number.groups == [3, 4];
    (us_phone || foreign_phone || local_phone).then_some(Sensitive::Phone)
}

const STREETS: [&str; 24] = [
    "st",
    "street",
    "ave",
    "avenue",
    "blvd",
    "boulevard",
    "rd",
    "road",
    "drive",
    "dr",
    "ln",
    "lane",
    "hwy",
    "highway",
    "pkwy",
    "parkway",
    "avenida",
    "court",
    "ct",
    "place",
    "pl",
    "way",
    "cir",
    "ter",
];
const STREETS_FIRST: [&str; 14] = [
    "calle",
    "avenida",
    "av",
    "carrera",
    "rue",
    "rua",
    "улица",
    "улице",
    "ул",
    "đường",
    "شارع",
    "خیابان",
    "سرک",
    "kalye",
];
/// Words that no street is named after: "2 men on the street" and "15 people in court" are no addresses.
const NOT_NAMES: [&str; 40] = [
    "on", "in", "the", "at", "of", "to", "from", "by", "a", "an", "and", "is", "are", "en", "la", "el", "los", "las",
    "y", "de", "por", "mi", "my", "his", "her", "their", "people", "men", "officers", "agents", "kids", "minutes",
    "hours", "days", "weeks", "months", "years", "mile", "miles", "blocks",
];

/// "1234 north main street", "4500 s pulaski", "118 calle hidalgo", "avenida juárez #55".
fn has_address(lower: &str) -> bool {
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.len() <= 6 && word.chars().all(|c| c.is_ascii_digit());
    words.iter().enumerate().any(|(at, word)| {
        let after: Vec<&str> = words[at + 1..].iter().take(4).copied().collect();
        if is_number(word) && word.len() >= 2 {
            return numbered_street(word, &after);
        }
        STREETS_FIRST.contains(word) && after.len() > 1 && after[1..].iter().take(3).any(is_number)
    })
}

/// Whether the words after a house number name a street.
fn numbered_street(number: &str, after: &[&str]) -> bool {
    let Some(next) = after.first() else { return false };
    let direction = ["n", "s", "e", "w", "north", "south", "east", "west"].contains(next);
    if STREETS_FIRST.contains(next) || (direction && number.len() >= 3 && after.len() > 1) {
        return true;
    }
    let street = after.iter().position(|word| STREETS.contains(word));
    street.is_some_and(|street| street > 0 && !after[..street].iter().any(|word| NOT_NAMES.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Sensitive::*;

    #[test]
    fn finds_each_kind() {
        for (text, kinds) in [
            ("my A-number is A 123-456-789 ok", vec![ANumber]),
            ("his alien number A012345678", vec![ANumber]),
            ("her a number is 123456789", vec![ANumber]),
            ("ssn 123-45-6789", vec![Ssn]),
            ("mi seguro social es 123456789", vec![Ssn]),
            ("117 Elm Ct", vec![Address]),
            ("they live at 3300 N Clark", vec![Address]),
            ("es el 240 calle Morelos", vec![Address]),
            ("llámame al (213) 555-0123", vec![Phone]),
            ("A 123\u{2011}456\u{2011}789", vec![ANumber]),
            ("123 - 45 - 6789", vec![Ssn]),
            ("+52 55 1234 5678", vec![Phone]),
            ("i live at 1420 W Maple Street apt 3", vec![Address]),
            ("vivo en la calle Hidalgo 118", vec![Address]),
            ("call 2135550123 at 77 Oak Ave", vec![Phone, Address]),
        ] {
            assert_eq!(find(text, &[]).0, kinds, "{text}");
        }
    }

    #[test]
    fn leaves_ordinary_messages_alone() {
        for text in [
            "form I-205 or I-9",
            "100 mile zone",
            "2 men on the street",
            "since 2019 i have 3 kids",
            "call 911",
            "8 CFR 287.8",
            "15 people in court",
            "zip 60608-1234",
            "2026-11-21 14:30",
            "receipt MSC2190012345",
            "in 48 hours they came down the street",
            "estuve 10 años en la calle",
        ] {
            assert_eq!(find(text, &[]).0, [], "{text}");
        }
    }

    #[test]
    fn the_rest_of_the_message_stays() {
        assert_eq!(find("find him, A 123-456-789, please", &[]).1, "find him, A            , please");
    }

    #[test]
    fn a_published_number_is_no_secret() {
        assert_eq!(find("is 1-844-363-1423 real?", &["8443631423".into()]).0, []);
    }
}
