//! A document as pages that fit a platform, split only between blocks. It must not know which platform:
//! the measure is the caller's.

use super::document::{Block, Document};

/// Fills pages in order while `measure(page) <= limit`. A block that is too large by itself is broken
/// into its items, or its text at sentence ends, so that nothing is ever dropped.
pub fn paginate(document: &Document, limit: usize, measure: impl Fn(&Document) -> usize) -> Vec<Document> {
    let fits = |blocks: &[Block]| measure(&Document { rtl: document.rtl, blocks: blocks.to_vec() }) <= limit;
    let mut pages: Vec<Vec<Block>> = vec![Vec::new()];
    let parts = document.blocks.iter().flat_map(|block| pieces(block, &fits).into_iter().enumerate());
    for (part, block) in parts {
        let page = pages.last_mut().expect("there is always a page");
        if part > 0
            && let Some(joined) = page.last().and_then(|last| join(last, &block))
        {
            let shorter = page.splice(page.len() - 1.., [joined]).next();
            if fits(page) {
                continue;
            }
            page.pop();
            page.extend(shorter);
        }
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

/// A part of a list behind the part before it, as the one list that they were.
fn join(last: &Block, next: &Block) -> Option<Block> {
    let chain = |one: &[_], other: &[_]| one.iter().chain(other).cloned().collect();
    Some(match (last, next) {
        (Block::Bullets(one), Block::Bullets(other)) => Block::Bullets(chain(one, other)),
        (Block::Steps { start, items }, Block::Steps { items: other, .. }) => {
            Block::Steps { start: *start, items: chain(items, other) }
        }
        (Block::Choices { start, items }, Block::Choices { items: other, .. }) => {
            Block::Choices { start: *start, items: chain(items, other) }
        }
        _ => return None,
    })
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
    fn a_broken_list_stays_one_list_on_each_page() {
        let mut document = Document::new(false);
        document.push(Block::Bullets(vec![text("x".repeat(10)), text("y".repeat(10)), text("z".repeat(10))]));
        let pages = paginate(&document, 30, length);
        let sizes: Vec<usize> = pages.iter().map(|page| page.blocks.len()).collect();
        assert_eq!(sizes, [1, 1]);
        assert_eq!(pages[0].blocks[0], Block::Bullets(vec![text("x".repeat(10)), text("y".repeat(10))]));
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
