//! A document as pages that fit a platform, split only between blocks. It must not know which platform:
//! the measure is the caller's.

use super::document::{Block, Document};

/// Fills pages in order while `measure(page) <= limit`. A block that is too large by itself is broken
/// into its items, or its text at sentence ends, so that nothing is ever dropped.
pub fn paginate(document: &Document, limit: usize, measure: impl Fn(&Document) -> usize) -> Vec<Document> {
    let fits = |blocks: &[Block]| measure(&Document { rtl: document.rtl, blocks: blocks.to_vec() }) <= limit;
    let mut pages: Vec<Vec<Block>> = vec![Vec::new()];
    for block in document.blocks.iter().flat_map(|block| pieces(block, &fits)) {
        let page = pages.last_mut().expect("there is always a page");
        page.push(block);
        if page.len() > 1 && !fits(page) {
            let block = page.pop().expect("a block was just pushed");
            // A heading alone at the foot of a page belongs to the next one.
            let heading = match page.last() {
                Some(Block::Heading(_)) if page.len() > 1 => page.pop(),
                _ => None,
            };
            pages.push(heading.into_iter().chain([block]).collect());
        }
    }
    pages.into_iter().map(|blocks| Document { rtl: document.rtl, blocks }).collect()
}

/// The block itself, or smaller blocks when it does not fit a page.
fn pieces(block: &Block, fits: &impl Fn(&[Block]) -> bool) -> Vec<Block> {
    if fits(std::slice::from_ref(block)) {
        return vec![block.clone()];
    }
    match block {
        Block::Steps { start, items } if items.len() > 1 => {
            each(items, |at, items| Block::Steps { start: start + at, items })
        }
        Block::Choices { start, items } if items.len() > 1 => {
            each(items, |at, items| Block::Choices { start: start + at, items })
        }
        Block::Bullets(items) if items.len() > 1 => each(items, |_, items| Block::Bullets(items)),
        Block::Paragraph(content) => match content.as_slice() {
            [inline] => sentences(inline.as_str())
                .into_iter()
                .map(|text| Block::Paragraph(super::document::text(text)))
                .collect(),
            _ => vec![block.clone()],
        },
        _ => vec![block.clone()],
    }
}

fn each<T: Clone>(items: &[T], block: impl Fn(usize, Vec<T>) -> Block) -> Vec<Block> {
    items.iter().enumerate().map(|(at, item)| block(at, vec![item.clone()])).collect()
}

/// Splits after sentence-ending punctuation.
fn sentences(text: &str) -> Vec<String> {
    text.split_inclusive(['.', '!', '?', '。', '؟', '۔'])
        .map(|sentence| sentence.trim().to_owned())
        .filter(|sentence| !sentence.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::document::text;
    use crate::engine::plain;

    fn length(document: &Document) -> usize {
        plain::write(document).chars().count()
    }

    #[test]
    fn splits_between_blocks_and_keeps_headings_with_their_text() {
        let mut document = Document::new(false);
        document.push(Block::Paragraph(text("a".repeat(30))));
        document.push(Block::Heading(text("h")));
        document.push(Block::Paragraph(text("b".repeat(30))));
        let pages = paginate(&document, 40, length);
        assert_eq!(pages.len(), 2);
        assert_eq!(pages[1].blocks[0], Block::Heading(text("h")));
        assert!(pages.iter().all(|page| length(page) <= 40));
    }

    #[test]
    fn breaks_a_block_that_fits_no_page() {
        let mut document = Document::new(false);
        document.push(Block::Bullets(vec![text("x".repeat(15)), text("y".repeat(15))]));
        document.push(Block::Paragraph(text("One is here. Two is here.")));
        let pages = paginate(&document, 20, length);
        assert_eq!(pages.len(), 4);
        assert!(pages.iter().all(|page| length(page) <= 20));
    }
}
