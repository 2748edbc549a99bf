//! A room in the terminal: a line in, a reply out, wrapped to the terminal's width.
//! It must not know how answers are found.

use std::io::{BufRead, Write};
use std::time::Instant;

use anyhow::{Context, Result};

use super::wrap;
use crate::bot::{Asker, Bot};
use crate::content::Region;
use crate::engine::document::{Block, Document};
use crate::engine::{Asked, ConversationId, PersonId, Query, direction, plain};
use crate::locale::Locale;

/// Columns beyond which a line is hard to read.
const WIDEST: usize = 80;

/// How the console writes.
#[derive(Clone, Copy)]
pub struct Style {
    pub columns: usize,
    /// Bold titles by ANSI escapes.
    pub bold: bool,
}

impl Style {
    /// For a terminal; `bold` should be off when the output is no terminal or colours are unwanted.
    pub fn terminal(bold: bool) -> Self {
        // A pipe has no width; whoever reads it may say one.
        let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let columns: usize = said.unwrap_or_else(textwrap::termwidth);
        Self { columns: columns.clamp(20, WIDEST), bold }
    }
}

/// What the console's room is set to.
#[derive(Clone, Default)]
pub struct Room {
    pub locale: Option<Locale>,
    pub region: Option<Region>,
}

/// Talks until the input ends or somebody says goodbye.
pub fn run(bot: &Bot, room: &Room, mut input: impl BufRead, mut output: impl Write, style: Style) -> Result<()> {
    let started = Instant::now();
    let asker = Asker { person: PersonId::new("console"), place: ConversationId::new("console") };
    let engine = bot.engine();
    let greeting_locale = room.locale.as_ref().unwrap_or(&engine.pack().manifest.default_locale);
    let greeting = engine.greeting(greeting_locale, today());
    drop(engine);
    write!(output, "{}\n\n> ", write_document(&greeting, style)).context("cannot write to the terminal")?;
    output.flush().context("cannot write to the terminal")?;
    while let Some(text) = read_line(&mut input).context("cannot read the next line")? {
        if is_goodbye(&text) {
            break;
        }
        let now = started.elapsed().as_secs();
        let query =
            Query { hint: room.locale.clone(), region: room.region, ..Query::new(Asked::Words(text), today(), now) };
        let reply = bot.handle(&asker, &query);
        write!(output, "\n{}\n\n> ", write_document(&reply.document, style)).context("cannot write to the terminal")?;
        output.flush().context("cannot write to the terminal")?;
    }
    writeln!(output).context("cannot write to the terminal")
}

/// Bytes of a line that are kept; a question fits many times.
const LONGEST_LINE: usize = 16 * 1024;

/// The next line, cut to what a question needs; bytes that are no UTF-8 become replacement marks, so
/// that one bad line does not end a stream. `None` at the end of the input.
pub fn read_line(input: &mut impl BufRead) -> std::io::Result<Option<String>> {
    let mut line = Vec::new();
    let mut any = false;
    loop {
        let chunk = input.fill_buf()?;
        if chunk.is_empty() {
            break;
        }
        any = true;
        let end = chunk.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(chunk.len(), |end| end + 1);
        let room = LONGEST_LINE.saturating_sub(line.len());
        line.extend_from_slice(&chunk[..end.unwrap_or(used).min(room)]);
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    Ok(any.then(|| String::from_utf8_lossy(&line).into_owned()))
}

fn is_goodbye(text: &str) -> bool {
    let word = text.trim().trim_start_matches('/').trim_end_matches(['.', '!']).to_lowercase();
    matches!(word.as_str(), "exit" | "quit" | "salir")
}

/// Today in UTC: the one clock that the console reads.
pub fn today() -> jiff::civil::Date {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The document as text, wrapped, list items with a hanging indent.
pub fn write_document(document: &Document, style: Style) -> String {
    plain::join(document, |block| write_block(block, document.rtl, style))
}

fn write_block(block: &Block, rtl: bool, style: Style) -> String {
    let hanging = match block {
        Block::Steps { .. } | Block::Choices { .. } => "   ",
        Block::Bullets(_) | Block::Warning(_) => "  ",
        _ => "",
    };
    let lines: Vec<String> = plain::lines(block, rtl)
        .iter()
        .flat_map(|text| wrap::wrap(text, style.columns, hanging))
        .map(|line| direction::line(&line, rtl))
        .collect();
    let wrapped = lines.join("\n");
    match block {
        Block::Title(_) | Block::Heading(_) | Block::Warning(_) if style.bold => format!("\u{1b}[1m{wrapped}\u{1b}[0m"),
        Block::Note(_) if style.bold => format!("\u{1b}[2m{wrapped}\u{1b}[0m"),
        _ => wrapped,
    }
}
