//! A reply as structure, before any platform's dialect. It must not know how it will look.

/// A reply's content, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Written from right to left.
    pub rtl: bool,
    pub blocks: Vec<Block>,
}

/// A unit that is never split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Title(Vec<Inline>),
    Heading(Vec<Inline>),
    Paragraph(Vec<Inline>),
    /// Numbered from `start`.
    Steps {
        start: usize,
        items: Vec<Vec<Inline>>,
    },
    Bullets(Vec<Vec<Inline>>),
    /// Something that can be chosen by its number.
    Choices {
        start: usize,
        items: Vec<Vec<Inline>>,
    },
    /// Small print: dates, disclaimers, hints.
    Note(Vec<Inline>),
    /// Must not be overlooked.
    Warning(Vec<Inline>),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Strong(String),
    /// A sentence to be said in English, whatever the reply's language.
    English(String),
    Phone(String),
    Link(String),
    /// A text in another language than the reply's, and whether that one is written from right to left.
    Other {
        text: String,
        rtl: bool,
    },
}

impl Inline {
    pub fn as_str(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::English(text) | Self::Phone(text) | Self::Link(text) => text,
            Self::Other { text, .. } => text,
        }
    }
}

/// One text as a block's content.
pub fn text(text: impl Into<String>) -> Vec<Inline> {
    vec![Inline::Text(text.into())]
}

impl Document {
    pub fn new(rtl: bool) -> Self {
        Self { rtl, blocks: Vec::new() }
    }

    /// Whether something in it can be chosen by its number.
    pub fn offers(&self) -> bool {
        self.blocks.iter().any(|block| matches!(block, Block::Choices { .. }))
    }

    pub fn push(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// A block of one paragraph for each part of `body` between line breaks.
    pub fn paragraphs(&mut self, body: &str) {
        for part in body.split('\n').map(str::trim).filter(|part| !part.is_empty()) {
            self.push(Block::Paragraph(text(part)));
        }
    }
}
