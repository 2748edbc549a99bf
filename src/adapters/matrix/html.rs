//! A document as HTML for Matrix: the tags that its specification allows, and every word of the plain text;
//! only addresses are behind what they lead to.
//! It must not know rooms or events.

use crate::engine::document::{Block, Document, Inline};
use crate::engine::{direction, plain};

/// The whole document.
pub fn write(document: &Document) -> String {
    // The line ends are for those who strip the tags: clients do in previews.
    document.blocks.iter().map(|block| write_block(block, document.rtl)).collect::<Vec<_>>().join("\n")
}

fn write_block(block: &Block, rtl: bool) -> String {
    // Clients take the direction of a message from its first letter, which may be Latin, or have none.
    let line = |content: &[Inline]| direction::line(&inlines(content, rtl), rtl);
    match block {
        Block::Title(content) => format!("<h4>{}</h4>", line(content)),
        Block::Heading(content) => {
            let heading = format!("<strong>{}:</strong>", bare(content, rtl).trim_end_matches(':'));
            format!("<p>{}</p>", direction::line(&heading, rtl))
        }
        Block::Paragraph(content) => format!("<p>{}</p>", line(content)),
        Block::Note(content) => format!("<p><em>{}</em></p>", line(content)),
        Block::Warning(content) => {
            let warning = format!("⚠ <strong>{}</strong>", bare(content, rtl));
            format!("<p>{}</p>", direction::line(&warning, rtl))
        }
        Block::Steps { start, items } | Block::Choices { start, items } => {
            format!("<ol start=\"{start}\">{}</ol>", list(items, rtl))
        }
        Block::Bullets(items) => format!("<ul>{}</ul>", list(items, rtl)),
    }
}

fn list(items: &[Vec<Inline>], rtl: bool) -> String {
    let line = |item: &Vec<Inline>| direction::line(&inlines(item, rtl), rtl);
    items.iter().map(|item| format!("<li>{}</li>", line(item))).collect::<Vec<_>>().join("\n")
}

fn inlines(content: &[Inline], rtl: bool) -> String {
    // A source: its description is the link, because an address of four lines hides the answer on a phone.
    if let [Inline::Text(text), Inline::Link(link)] = content
        && let Some(opening) = anchor(link)
    {
        let text = plain::write_inline(&Inline::Text(text.trim().to_owned()), rtl);
        return format!("{opening}{}</a>", escape(&text));
    }
    content
        .iter()
        .map(|inline| {
            let text = escape(&plain::write_inline(inline, rtl));
            match inline {
                Inline::Text(_) | Inline::Other { .. } => text,
                Inline::Strong(_) | Inline::English(_) | Inline::Phone(_) => format!("<strong>{text}</strong>"),
                Inline::Link(link) => match anchor(link) {
                    Some(opening) => {
                        let site = plain::write_inline(&Inline::Link(site(link).to_owned()), rtl);
                        format!("{opening}{}</a>", escape(&site))
                    }
                    None => text,
                },
            }
        })
        .collect()
}

/// Other schemes are not allowed in a message.
fn anchor(link: &str) -> Option<String> {
    link.starts_with("https://").then(|| format!("<a href=\"{}\">", escape(link)))
}

/// The name of the site that a link leads to.
fn site(link: &str) -> &str {
    let rest = link.trim_start_matches("https://");
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// For places that are bold already.
fn bare(content: &[Inline], rtl: bool) -> String {
    content.iter().map(|inline| escape(&plain::write_inline(inline, rtl))).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::document::text;

    #[test]
    fn writes_each_block_and_escapes() {
        let mut document = Document::new(false);
        document.push(Block::Title(text("A < B & C")));
        document.push(Block::Steps { start: 3, items: vec![text("one")] });
        document.push(Block::Paragraph(vec![
            Inline::Link("https://x.org/?a=\"b\"".into()),
            Inline::Link("javascript:alert(1)".into()),
        ]));
        assert_eq!(
            write(&document),
            "<h4>A &lt; B &amp; C</h4>\n<ol start=\"3\"><li>one</li></ol>\n\
             <p><a href=\"https://x.org/?a=&quot;b&quot;\">x.org</a>javascript:alert(1)</p>"
        );
    }

    #[test]
    fn a_source_is_a_link_by_its_description() {
        let source = vec![Inline::Text("EFF, “Protest”, 2024 ".into()), Inline::Link("https://www.eff.org/x".into())];
        let document = Document { rtl: false, blocks: vec![Block::Bullets(vec![source])] };
        assert_eq!(write(&document), "<ul><li><a href=\"https://www.eff.org/x\">EFF, “Protest”, 2024</a></li></ul>");
    }

    #[test]
    fn isolates_what_reads_from_left_to_right() {
        let mut document = Document::new(true);
        document.push(Block::Paragraph(vec![Inline::Phone("1-888-351-4024".into())]));
        assert_eq!(write(&document), "<p>\u{200f}\u{2067}<strong>\u{2066}1-888-351-4024\u{2069}</strong>\u{2069}</p>");
    }
}
