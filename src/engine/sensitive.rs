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

/// The kinds found in `text`, each once. `published` are phone numbers that anybody may write.
pub fn find(text: &str, published: &[String]) -> Vec<Sensitive> {
    let lower = text.to_lowercase();
    let mut kinds: Vec<Sensitive> = numbers(&lower)
        .iter()
        .filter(|number| !published.contains(&national(&number.digits)))
        .filter_map(kind)
        .chain(has_address(&lower).then_some(Sensitive::Address))
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// Digits of a US phone number without the country code, for comparing.
pub fn national(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    match digits.strip_prefix('1') {
        Some(rest) if rest.len() == 10 => rest.to_owned(),
        _ => digits,
    }
}

/// A run of digits and separators, and what stands before it.
struct Number {
    digits: String,
    /// Lengths of the groups between separators.
    groups: Vec<usize>,
    plus: bool,
    /// The word before, without punctuation.
    before: String,
}

fn numbers(lower: &str) -> Vec<Number> {
    let chars: Vec<char> = lower.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < chars.len() && (chars[end].is_ascii_digit() || joins(&chars, end)) {
            end += 1;
        }
        let run: String = chars[at..end].iter().collect();
        let groups: Vec<usize> =
            run.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|length| *length > 0).collect();
        found.push(Number {
            digits: run.chars().filter(char::is_ascii_digit).collect(),
            groups,
            plus: at > 0 && chars[at - 1] == '+',
            before: word_before(&chars, at),
        });
        at = end;
    }
    found
}

/// A separator inside a number: at most two of them, with a digit after.
fn joins(chars: &[char], at: usize) -> bool {
    let separator = |c: &char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '–');
    separator(&chars[at])
        && chars[at + 1..].iter().take(2).find(|c| !separator(c)).is_some_and(char::is_ascii_digit)
}

fn word_before(chars: &[char], at: usize) -> String {
    let before: String = chars[..at].iter().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
    before
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .next_back()
        .unwrap_or_default()
        .to_owned()
}

fn kind(number: &Number) -> Option<Sensitive> {
    let length = number.digits.len();
    let named = |words: &[&str]| words.contains(&number.before.as_str());
    if matches!(length, 8 | 9) && named(&["a", "alien", "anumber", "numero", "número", "number", "uscis"]) {
        return Some(Sensitive::ANumber);
    }
    if length == 9 && (number.groups == [3, 2, 4] || named(&["ssn", "social", "security", "seguro", "itin"])) {
        return Some(Sensitive::Ssn);
    }
    let us_phone = length == 10 || (length == 11 && number.digits.starts_with('1'));
    let foreign_phone = number.plus && (8..=15).contains(&length);
    let local_phone = length == 7 && number.groups == [3, 4];
    (us_phone || foreign_phone || local_phone).then_some(Sensitive::Phone)
}

const STREETS: [&str; 16] = [
    "st", "street", "ave", "avenue", "blvd", "boulevard", "rd", "road", "drive", "ln", "lane", "hwy", "highway", "pkwy",
    "parkway", "avenida",
];
const STREETS_FIRST: [&str; 6] = ["calle", "avenida", "av", "carrera", "rue", "rua"];
/// Words that no street is named after; "2 men on the street" is no address.
const NOT_NAMES: [&str; 22] = [
    "on", "in", "the", "at", "of", "to", "from", "by", "a", "an", "and", "is", "are", "en", "la", "el", "los", "las", "y",
    "de", "por", "mi",
];

/// "1234 north main street", "calle ocho 1234", "avenida juárez #55".
fn has_address(lower: &str) -> bool {
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let is_number = |word: &&str| word.len() <= 6 && word.chars().all(|c| c.is_ascii_digit());
    words.iter().enumerate().any(|(at, word)| {
        let after: Vec<&str> = words[at + 1..].iter().take(4).copied().collect();
        if is_number(word) && word.len() >= 2 {
            let street = after.iter().position(|next| STREETS.contains(next));
            return street.is_some_and(|street| street > 0 && !after[..street].iter().any(|next| NOT_NAMES.contains(next)));
        }
        STREETS_FIRST.contains(word) && after.len() > 1 && after[1..].iter().take(3).any(|next| is_number(next))
    })
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
            ("ssn 123-45-6789", vec![Ssn]),
            ("llámame al (213) 555-0123", vec![Phone]),
            ("+52 55 1234 5678", vec![Phone]),
            ("i live at 1420 W Maple Street apt 3", vec![Address]),
            ("vivo en la calle Hidalgo 118", vec![Address]),
            ("call 2135550123 at 77 Oak Ave", vec![Phone, Address]),
        ] {
            assert_eq!(find(text, &[]), kinds, "{text}");
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
            "in 48 hours they came down the street",
            "estuve 10 años en la calle",
        ] {
            assert_eq!(find(text, &[]), [], "{text}");
        }
    }

    #[test]
    fn a_published_number_is_no_secret() {
        assert_eq!(find("is 1-844-363-1423 real?", &["8443631423".into()]), []);
    }
}
