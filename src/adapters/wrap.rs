//! Lines of a terminal: text broken to a width, each line whole in itself. It must not know blocks or styles.

use textwrap::core::{Word, display_width};

use crate::engine::direction::{PDI, opens};

/// Columns up to which a Korean word stays in one piece; less than the narrowest terminal has.
const KOREAN_WORD: usize = 16;

/// The text as lines of at most `columns`, those after the first behind `hanging`; only a link may be wider.
pub fn wrap(text: &str, columns: usize, hanging: &str) -> Vec<String> {
    // Texts of a pack on disk may hold escape sequences; they must not reach a terminal.
    let text = text.replace(|c: char| c.is_control() && c != '\n', "");
    let options = textwrap::Options::new(columns)
        .subsequent_indent(hanging)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::Custom(words))
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    text.lines().flat_map(|line| balanced(&textwrap::wrap(line, &options), hanging)).collect()
}

/// A terminal reads each line alone: an isolate that is open at the end of one is closed there and opened again on the
/// next.
fn balanced(lines: &[std::borrow::Cow<'_, str>], hanging: &str) -> Vec<String> {
    let mut open: Vec<char> = Vec::new();
    let mut balance = |(at, line): (usize, &std::borrow::Cow<'_, str>)| {
        let (indent, words) = line.split_at(if at == 0 { 0 } else { hanging.len() });
        let mut whole: String = indent.chars().chain(open.iter().copied()).chain(words.chars()).collect();
        for c in words.chars() {
            if opens(c) {
                open.push(c);
            } else if c == PDI {
                open.pop();
            }
        }
        whole.extend(open.iter().map(|_| PDI));
        whole
    };
    lines.iter().enumerate().map(&mut balance).collect()
}

/// Words as Unicode breaks lines, but never inside a link, which must stay one piece to be opened, nor inside a Korean
/// word, which Unicode would break anywhere.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let pieces = textwrap::WordSeparator::AsciiSpace.find_words(line);
    Box::new(pieces.flat_map(|piece| -> Vec<Word<'_>> {
        let korean = piece.word.chars().any(|c| matches!(c, '\u{ac00}'..='\u{d7a3}'));
        if piece.word.contains("://") || (korean && display_width(piece.word) <= KOREAN_WORD) {
            return vec![piece];
        }
        let whole = &line[offset(line, piece.word)..][..piece.word.len() + piece.whitespace.len()];
        textwrap::WordSeparator::UnicodeBreakProperties.find_words(whole).collect()
    }))
}

/// Where `part`, a slice of `line`, begins in it.
fn offset(line: &str, part: &str) -> usize {
    part.as_ptr() as usize - line.as_ptr() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_isolate_is_closed_at_the_break_and_opened_again() {
        let text = "• قل \u{2066}“I do not consent”\u{2069} ثم لا";
        assert_eq!(
            wrap(text, 12, "  "),
            ["• قل \u{2066}“I do\u{2069}", "  \u{2066}not\u{2069}", "  \u{2066}consent”\u{2069}", "  ثم لا"]
        );
    }

    #[test]
    fn no_line_begins_with_what_closes() {
        let text = "ICE 在我家门口，请不要开门。（除非有法官签名的令状）“真的”。";
        for columns in 20..40 {
            for line in wrap(text, columns, "") {
                assert!(!line.starts_with(['，', '。', '）', '”', '、']), "{columns}: {line}");
                assert!(display_width(&line) <= columns, "{columns}: {line}");
            }
        }
    }

    #[test]
    fn a_korean_word_stays_whole() {
        assert_eq!(wrap("문을 열지 않아도 됩니다.", 20, ""), ["문을 열지 않아도", "됩니다."]);
    }
}
