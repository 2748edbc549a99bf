//! A document as plain text: complete without any formatting, right in both directions of writing.
//! It must not know a terminal's width or a platform's limits.

use super::document::{Block, Document, Inline};

/// Isolate that takes its direction from its content, left-to-right isolate, and their end.
const FSI: char = '\u{2068}';
const LRI: char = '\u{2066}';
const PDI: char = '\u{2069}';

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
    match block {
        Block::Title(content) => inlines(content, rtl).to_string(),
        Block::Heading(content) => format!("{}:", inlines(content, rtl).trim_end_matches(':')),
        Block::Paragraph(content) | Block::Note(content) => inlines(content, rtl),
        Block::Warning(content) => format!("⚠ {}", inlines(content, rtl)),
        Block::Steps { start, items } | Block::Choices { start, items } => numbered(*start, items, rtl),
        Block::Bullets(items) => lines(items.iter().map(|item| format!("• {}", inlines(item, rtl)))),
    }
}

fn numbered(start: usize, items: &[Vec<Inline>], rtl: bool) -> String {
    lines(items.iter().enumerate().map(|(at, item)| format!("{}. {}", start + at, inlines(item, rtl))))
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("\n")
}

fn inlines(content: &[Inline], rtl: bool) -> String {
    content.iter().map(|inline| write_inline(inline, rtl)).collect()
}

/// One piece; what reads from left to right whatever surrounds it is isolated.
pub fn write_inline(inline: &Inline, rtl: bool) -> String {
    match inline {
        Inline::Text(text) | Inline::Strong(text) if rtl => isolate_foreign(text),
        Inline::Text(text) | Inline::Strong(text) => text.clone(),
        Inline::English(text) if rtl => format!("{LRI}“{text}”{PDI}"),
        Inline::English(text) => format!("“{text}”"),
        Inline::Phone(text) | Inline::Link(text) if rtl => format!("{LRI}{text}{PDI}"),
        Inline::Phone(text) | Inline::Link(text) => text.clone(),
    }
}

/// Isolates each run of Latin words and of numbers with separators inside right-to-left text,
/// so that "I-205" or "Form G-325R" keep their order and leave the sentence's alone.
fn isolate_foreign(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let chars: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < chars.len() {
        // The mark of a command belongs to its word: "/ask".
        let begun = is_foreign(chars[at]) || (chars[at] == '/' && chars.get(at + 1).is_some_and(|c| is_foreign(*c)));
        if !begun {
            out.push(chars[at]);
            at += 1;
            continue;
        }
        let end = run_end(&chars, at);
        out.push(FSI);
        out.extend(&chars[at..end]);
        out.push(PDI);
        at = end;
    }
    out
}

/// The end of the run that begins at `start`: foreign characters and what stands between two of them.
fn run_end(chars: &[char], start: usize) -> usize {
    let run = chars[start..].iter().take_while(|c| is_foreign(**c) || is_joint(**c)).count();
    let foreign = chars[start..start + run].iter().rposition(|c| is_foreign(*c));
    start + 1 + foreign.unwrap_or(0)
}

fn is_foreign(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'À'..='ɏ')
}

/// Stands inside a foreign run without ending it.
fn is_joint(c: char) -> bool {
    matches!(c, ' ' | '-' | '/' | '.' | ',' | ':' | '\'' | '’' | '&' | '+' | '@' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isolates_foreign_runs_in_right_to_left_text() {
        let content = vec![Inline::Text("النموذج I-205 من ICE.".into()), Inline::Phone("1-888-351-4024".into())];
        assert_eq!(
            inlines(&content, true),
            "النموذج \u{2068}I-205\u{2069} من \u{2068}ICE\u{2069}.\u{2066}1-888-351-4024\u{2069}"
        );
    }

    #[test]
    fn leaves_left_to_right_text_alone() {
        assert_eq!(inlines(&[Inline::English("I do not consent.".into())], false), "“I do not consent.”");
    }
}
