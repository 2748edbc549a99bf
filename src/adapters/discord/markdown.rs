//! A document in Discord's markdown: complete as text, also for a screen reader and with embeds switched off,
//! which is why there are none. It must not know interactions or messages.

use crate::engine::document::{Block, Document, Inline};
use crate::engine::{direction, plain};

/// The whole document.
pub fn write(document: &Document) -> String {
    plain::join(document, |block| write_block(block, document.rtl))
}

/// The length of the whole document as Discord counts it.
pub fn length(document: &Document) -> usize {
    units(&write(document))
}

/// UTF-16 units, which are never fewer than what Discord counts.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

fn write_block(block: &Block, rtl: bool) -> String {
    // Discord's own client runs every line from left to right; marks of its markdown stand first.
    let line = |text: String| direction::line(&text, rtl);
    let item = |content: &Vec<Inline>| line(inlines(content, rtl));
    match block {
        Block::Title(content) => format!("### {}", line(bare(content, rtl))),
        Block::Heading(content) => line(format!("**{}:**", bare(content, rtl).trim_end_matches(':'))),
        Block::Paragraph(content) => item(content),
        Block::Note(content) => format!("-# {}", item(content)),
        Block::Warning(content) => line(format!("⚠ **{}**", bare(content, rtl))),
        Block::Steps { start, items } | Block::Choices { start, items } => {
            lines(items.iter().enumerate().map(|(at, content)| format!("{}. {}", start + at, item(content))))
        }
        Block::Bullets(items) => lines(items.iter().map(|content| format!("- {}", item(content)))),
    }
}

fn lines(items: impl Iterator<Item = String>) -> String {
    items.collect::<Vec<_>>().join("\n")
}

fn inlines(content: &[Inline], rtl: bool) -> String {
    // A source: its description is the link, because an address of four lines hides the answer on a phone.
    if let [Inline::Text(text), Inline::Link(link)] = content
        && is_web(link)
    {
        let text = plain::write_inline(&Inline::Text(text.trim().to_owned()), rtl);
        return format!("[{}](<{link}>)", escape(&text));
    }
    content
        .iter()
        .map(|inline| match inline {
            Inline::Text(_) | Inline::Other { .. } => escape(&plain::write_inline(inline, rtl)),
            Inline::Strong(_) | Inline::English(_) | Inline::Phone(_) => {
                format!("**{}**", escape(&plain::write_inline(inline, rtl)))
            }
            // In brackets an address brings no preview.
            Inline::Link(link) if is_web(link) && rtl => direction::isolate(&format!("<{link}>"), false),
            Inline::Link(link) if is_web(link) => format!("<{link}>"),
            Inline::Link(_) => escape(&plain::write_inline(inline, rtl)),
        })
        .collect()
}

/// For places that are bold or large already.
fn bare(content: &[Inline], rtl: bool) -> String {
    content.iter().map(|inline| escape(&plain::write_inline(inline, rtl))).collect()
}

fn is_web(link: &str) -> bool {
    link.starts_with("https://") && !link.contains(['<', '>', ' ', '\n'])
}

/// Puts a backslash before what would be read as a mark, a mention or a link.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let opens_line = at == 0 || text[..at].ends_with('\n');
        if matches!(c, '*' | '_' | '~' | '`' | '|' | '\\' | '[' | ']' | '<')
            || (opens_line && matches!(c, '#' | '>' | '-'))
        {
            escaped.push('\\');
        }
        escaped.push(c);
        if c == '@' {
            // A zero-width space keeps "@everyone" a word.
            escaped.push('\u{200b}');
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::document::text;

    #[test]
    fn writes_each_block_and_escapes() {
        let mut document = Document::new(false);
        document.push(Block::Title(text("A *B*")));
        document.push(Block::Heading(text("Sources")));
        document.push(Block::Bullets(vec![vec![
            Inline::Text("EFF, “[A]”, 2024 ".into()),
            Inline::Link("https://www.eff.org/a_b".into()),
        ]]));
        document.push(Block::Steps { start: 2, items: vec![text("one")] });
        document.push(Block::Note(text("small @everyone")));
        assert_eq!(
            write(&document),
            "### A \\*B\\*\n\n**Sources:**\n- [EFF, “\\[A\\]”, 2024](<https://www.eff.org/a_b>)\n\n2. one\n\n\
             -# small @\u{200b}everyone"
        );
    }

    /// The marks of direction stand behind those of markdown, or it would not be read.
    #[test]
    fn lines_read_from_right_to_left() {
        let document = Document {
            rtl: true,
            blocks: vec![
                Block::Title(text("ICE هنا")),
                Block::Bullets(vec![vec![Inline::Text("موقع: ".into()), Inline::Link("https://x.org/".into())]]),
                Block::Bullets(vec![vec![Inline::Strong("Red".into()), Inline::Link("https://x.org/".into())]]),
                Block::Note(text("لا")),
            ],
        };
        assert_eq!(
            write(&document),
            "### \u{200f}\u{2067}\u{2066}ICE\u{2069} هنا\u{2069}\n\n\
             - \u{200f}\u{2067}[موقع:](<https://x.org/>)\u{2069}\n\n\
             - \u{200f}\u{2067}**\u{2066}Red\u{2069}**\u{2066}<https://x.org/>\u{2069}\u{2069}\n\n\
             -# \u{200f}\u{2067}لا\u{2069}"
        );
    }

    #[test]
    fn a_line_begins_nothing_by_accident() {
        assert_eq!(escape("- a\n# b <@1>"), "\\- a\n\\# b \\<@\u{200b}1>");
    }
}
