//! What looks like a phone number in a sentence. Years, dates, amounts, forms and cases do not.
//! It must not know where phone numbers may stand.

/// Byte offsets at which a phone number begins.
pub fn phones(text: &str) -> Vec<usize> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let end = run_end(&chars, at);
        let before = at.checked_sub(1).map_or(' ', |before| chars[before].1);
        if end > at && is_free(&chars, at, end) && is_phone(&chars[at..end], before) {
            found.push(chars[at].0);
        }
        at = end.max(at + 1);
    }
    found
}

/// The end of the digits that begin at `at`, with at most two separators between them.
fn run_end(chars: &[(usize, char)], at: usize) -> usize {
    let mut end = at;
    while chars.get(end).is_some_and(|(_, c)| is_digit(*c)) {
        end += 1;
        let gap = chars[end..].iter().take_while(|(_, c)| is_separator(*c)).count();
        if gap <= 2 && chars.get(end + gap).is_some_and(|(_, c)| is_digit(*c)) {
            end += gap;
        }
    }
    end
}

/// Whether no letter, amount, path or identifier holds the number: `I-205`, `25A169`, `$2,000,000`.
fn is_free(chars: &[(usize, char)], at: usize, end: usize) -> bool {
    let char_at = |index: Option<usize>| index.and_then(|index| chars.get(index)).map_or(' ', |(_, c)| *c);
    let before = char_at(at.checked_sub(1));
    let joined = is_separator(before) && before != ' ' && before != '(' && char_at(at.checked_sub(2)).is_alphanumeric();
    !before.is_alphanumeric()
        && !matches!(before, '$' | '€' | '#' | '/' | ',' | '_' | '=')
        && !joined
        && !char_at(Some(end)).is_alphabetic()
}

fn is_phone(run: &[(usize, char)], before: char) -> bool {
    let text: String = run.iter().map(|(_, c)| if is_digit(*c) { '0' } else { *c }).collect();
    let groups: Vec<usize> = text.split(is_separator).map(str::len).filter(|length| *length > 0).collect();
    let digits: usize = groups.iter().sum();
    let dashed = text.contains(['-', '‑', '–', '.']);
    match groups.as_slice() {
        _ if before == '+' => (8..=15).contains(&digits),
        [7 | 10 | 11] => true,
        [3, 4] => dashed,
        [1, 3, 7] | [3, 7] | [2, 4, 4] | [2, 2, 2, 2, 2] => true,
        [.., 3 | 4, 4] => (10..=15).contains(&digits) && groups.len() > 2 && groups.contains(&3),
        _ => false,
    }
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '٠'..='٩' | '۰'..='۹' | '०'..='९' | '０'..='９')
}

fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '-' | '‑' | '–' | '.' | '(' | ')')
}

#[cfg(test)]
mod tests {
    use super::phones;

    #[test]
    fn finds_phone_numbers() {
        for text in [
            "1-844-363-1423",
            "call (213) 555-0123.",
            "213.555.0123",
            "+52 55 1234 5678",
            "55 1234 5678",
            "2135550123",
            "555-0123",
            "٢١٣-٥٥٥-٠١٢٣",
            "1 (800) 898-7180",
            "213–555–0123",
        ] {
            assert_eq!(phones(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn leaves_other_numbers_alone() {
        for text in [
            "call 911, 988 or 311",
            "form I-205",
            "2025-2026",
            "2026-11-21",
            "case 25A169",
            "$1234567",
            "$2,000,000",
            "12,797 people",
            "8 CFR 287.8",
            "8 U.S.C. 1226",
            "A-123-456-789",
            "123-45-6789",
            "2024 2025 2026",
            "1 2 3 4 5 6 7",
            "No. 3:25-cv-01234",
            "No. 25-365",
            "20,000 to 30,000",
            "100 miles in 48 hours",
            "123456789",
        ] {
            assert!(phones(text).is_empty(), "{text}");
        }
    }
}
