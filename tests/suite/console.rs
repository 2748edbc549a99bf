//! Every answer of the pack as a terminal shows it: no line too wide, none that changes the direction of the next,
//! nothing lost. It must not know how lines are broken.

use kyr::adapters::console::{Style, write_document};
use kyr::engine::{Asked, Conversation, Engine, Offer, Query, plain};
use kyr::locale::Locale;
use textwrap::core::display_width;

use crate::transcripts::engine;

const WIDTHS: [usize; 3] = [24, 40, 80];

/// The answers in `languages`, each with its text in full and as written at each width.
fn answers(engine: &Engine, languages: &[&str], check: impl Fn(&str, usize, &str)) {
    for language in languages {
        let locale = Locale::parse(language).expect("a tag");
        for topic in engine.pack().manifest.topics() {
            let asked = Asked::Offer(Offer::Topic(topic.value.clone()));
            let query =
                Query { reading: Some(locale.clone()), ..Query::new(asked, "2026-11-22".parse().expect("a day"), 0) };
            let (reply, _) = engine.reply(&query, &Conversation::default());
            assert_eq!(reply.locale, locale);
            for columns in WIDTHS {
                let written = write_document(&reply.document, Style { columns, bold: false });
                check(&plain::write(&reply.document), columns, &written);
            }
        }
    }
}

fn opens(c: &char) -> bool {
    matches!(c, '\u{2066}'..='\u{2068}')
}

fn is_mark(c: char) -> bool {
    opens(&c) || matches!(c, '\u{2069}' | '\u{200f}')
}

/// Without marks of direction and without breaks.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !is_mark(*c) && !c.is_whitespace()).collect()
}

/// A link and a long word are left whole.
fn fits(line: &str, columns: usize) -> bool {
    let words = line.replace(is_mark, "");
    display_width(line) <= columns || words.split_whitespace().filter(|word| *word != "•").count() == 1
}

#[test]
fn right_to_left_lines_stand_alone() {
    answers(&engine(), &["ar", "fa"], |whole, columns, written| {
        for line in written.lines().filter(|line| !line.is_empty()) {
            let mut open = 0_usize;
            for c in line.chars() {
                open += usize::from(opens(&c));
                assert!(c != '\u{2069}' || open > 0, "{columns}: closes what is not open: {line:?}");
                open -= usize::from(c == '\u{2069}');
            }
            assert_eq!(open, 0, "{columns}: left open: {line:?}");
            assert!(line.starts_with("\u{200f}\u{2067}"), "{columns}: has no direction: {line:?}");
            assert!(fits(line, columns), "{columns}: too wide: {line:?}");
        }
        assert_eq!(bare(written), bare(whole), "{columns}");
    });
}

#[test]
fn chinese_and_korean_lines_break_well() {
    let closing = ['，', '。', '、', '；', '：', '！', '？', '）', '》', '”', '’', '」', ',', '.', ')', '?', '!'];
    let opening = ['（', '《', '“', '「', '('];
    answers(&engine(), &["zh-Hans", "ko"], |whole, columns, written| {
        for line in written.lines() {
            let first = line.trim_start();
            // ".gov" begins a word.
            let word = first.starts_with('.') && first.chars().nth(1).is_some_and(|c| c.is_ascii_alphabetic());
            assert!(word || !first.starts_with(closing), "{columns}: begins with what closes: {line:?}");
            assert!(!line.trim_end().ends_with(opening), "{columns}: ends with what opens: {line:?}");
            assert!(fits(line, columns), "{columns}: too wide: {line:?}");
        }
        assert_eq!(bare(written), bare(whole), "{columns}");
    });
}
