//! A document as plain text: complete without any formatting, right in both directions of writing.
//! It must not know a terminal's width or a platform's limits.

use super::direction::{isolate, isolate_foreign, line};
use super::document::{Block, Document, Inline};

/// The whole document.
pub fn write(document: &Document) -> String {
    join(document, |block| write_block(block, document.rtl))
}

/// Blocks as `write` gives them, separated by a blank line; a heading stands close to what it heads.
pub fn join(document: &Document, write: impl Fn(&Block) -> String) -> String {
    let mut out = String::new();
    for (at, block) in document.blocks.iter().enumerate() {
        if at > 0 {
            let headed = matches!(document.blocks[at - 1], Block::Heading(_));
            out.push_str(if headed { "\n" } else { "\n\n" });
        }
        out.push_str(&write(block));
    }
    out
}

/// One block, without a line end.
pub fn write_block(block: &Block, rtl: bool) -> String {
    lines(block, rtl).iter().map(|text| line(text, rtl)).collect::<Vec<_>>().join("\n")
}

/// The lines of a block before they are given a direction.
pub fn lines(block: &Block, rtl: bool) -> Vec<String> {
    let one = |text: String| vec![text];
    match block {
        Block::Heading(content) => one(format!("{}:", inlines(content, rtl).trim_end_matches(':'))),
        Block::Title(content) | Block::Paragraph(content) | Block::Note(content) => one(inlines(content, rtl)),
        Block::Warning(content) => one(format!("⚠ {}", inlines(content, rtl))),
        Block::Steps { start, items } | Block::Choices { start, items } => {
            items.iter().enumerate().map(|(at, item)| format!("{}. {}", start + at, inlines(item, rtl))).collect()
        }
        Block::Bullets(items) => items.iter().map(|item| format!("• {}", inlines(item, rtl))).collect(),
    }
}

fn inlines(content: &[Inline], rtl: bool) -> String {
    content.iter().map(|inline| write_inline(inline, rtl)).collect()
}

/// A short text that stands alone: a button, an option of a list.
pub fn label(text: &str, rtl: bool) -> String {
    line(&words(text, rtl), rtl)
}

/// One piece; what reads in another direction than the line is isolated.
pub fn write_inline(inline: &Inline, rtl: bool) -> String {
    match inline {
        Inline::Text(text) | Inline::Strong(text) => words(text, rtl),
        Inline::Other { text, rtl: own } if *own != rtl => isolate(&words(text, *own), *own),
        Inline::Other { text, .. } => words(text, rtl),
        Inline::English(text) => left_to_right(format!("“{text}”"), rtl),
        Inline::Phone(text) | Inline::Link(text) => left_to_right(text.clone(), rtl),
    }
}

fn words(text: &str, rtl: bool) -> String {
    if rtl { isolate_foreign(text) } else { text.to_owned() }
}

/// What reads from left to right, in one piece.
fn left_to_right(text: String, rtl: bool) -> String {
    if rtl { isolate(&text, false) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::document::text;

    #[test]
    fn isolates_foreign_runs_in_right_to_left_text() {
        let content = vec![Inline::Text("النموذج I-205 من ICE.".into()), Inline::Phone("1-888-351-4024".into())];
        assert_eq!(
            inlines(&content, true),
            "النموذج \u{2066}I-205\u{2069} من \u{2066}ICE\u{2069}.\u{2066}1-888-351-4024\u{2069}"
        );
    }

    #[test]
    fn a_sentence_in_another_language_keeps_its_direction() {
        let other = |text: &str, rtl| Inline::Other { text: text.to_owned(), rtl };
        assert_eq!(write_inline(&other("Not yet.", false), true), "\u{2066}Not yet.\u{2069}");
        assert_eq!(write_inline(&other("نه 911.", true), false), "\u{2067}نه \u{2066}911\u{2069}.\u{2069}");
        assert_eq!(write_inline(&other("Noch nicht.", false), false), "Noch nicht.");
    }

    #[test]
    fn each_line_has_its_direction() {
        let items = vec![text("ICE هنا"), text("لا")];
        assert_eq!(
            write_block(&Block::Steps { start: 1, items }, true),
            "\u{200f}\u{2067}1. \u{2066}ICE\u{2069} هنا\u{2069}\n\u{200f}\u{2067}2. لا\u{2069}"
        );
    }

    #[test]
    fn leaves_left_to_right_text_alone() {
        assert_eq!(inlines(&[Inline::English("I do not consent.".into())], false), "“I do not consent.”");
    }
}
