//! Hostile messages, choices and half-written names against the bot. It must not know which answers are right.

use kyr::bot::{Asker, Bot};
use kyr::content::Region;
use kyr::engine::document::Document;
use kyr::engine::paginate::paginate;
use kyr::engine::{Asked, Command, ConversationId, Manner, Offer, PersonId, Query, plain};
use kyr::locale::Locale;
use kyr::metrics::About;
use kyr::preferences::Preferences;

use super::random::Random;
use super::words::{horror, message};
use super::{Kind, LIMIT};
use crate::{files_under, root};

/// The shortest message that a platform takes is Discord's.
const PAGE: usize = 2_000;
/// People who send them; a conversation goes on through many.
const PEOPLE: usize = 40;

pub struct Answering {
    bot: Bot,
    real: Vec<String>,
}

impl Answering {
    pub fn new() -> Self {
        let real = files_under(&root().join("tests/eval"), "tsv").into_iter().flat_map(|file| {
            let text = std::fs::read_to_string(file).expect("a readable list");
            text.lines().filter_map(|line| line.split('\t').next()).map(str::to_owned).collect::<Vec<_>>()
        });
        Self { bot: Bot::new(crate::transcripts::engine(), Preferences::in_memory()), real: real.collect() }
    }

    /// What people write.
    pub fn messages(&self) -> Kind {
        let mut kind = Kind::new("messages", 5_000);
        kind.each(|kind, random| {
            let text = message(&self.real, random);
            self.answered(kind, Asked::Words(text), random);
        });
        self.unbroken();
        kind
    }

    /// What people press, or what somebody else sends in their place, and what they are still writing.
    pub fn choices(&self) -> Kind {
        let mut kind = Kind::new("choices", 800);
        kind.each(|kind, random| match random.below(6) {
            0 => self.answered(kind, Asked::Offer(Offer::Topic(horror(random))), random),
            1 => self.answered(kind, Asked::Offer(Offer::Section(horror(random))), random),
            2 => {
                let about = Some(message(&self.real, random));
                let command = [Command::More, Command::Sources, Command::Pick(usize::MAX)][random.below(3)].clone();
                self.answered(kind, Asked::Command { command, about }, random);
            }
            3 => self.answered(kind, Asked::Command { command: Command::Topic(horror(random)), about: None }, random),
            _ => {
                let (text, engine) = (message(&self.real, random), self.bot.engine());
                let locale = self.locale(random);
                let offered = kind.timed(LIMIT, || {
                    let topics = engine.suggest_topics(&text, None, &locale, 25);
                    let regions = engine.suggest_regions(&text, &locale, 25);
                    topics.len() + regions.len() + engine.suggest_languages(&text).len()
                });
                assert!(offered <= 25 + 25 + engine.pack().manifest.languages.len());
                assert!(Offer::parse(&text).is_none_or(|offer| offer.to_string() == text));
            }
        });
        self.unbroken();
        kind
    }

    fn answered(&self, kind: &mut Kind, asked: Asked, random: &mut Random) {
        let name = format!("mallory {}", random.below(PEOPLE));
        let asker = Asker { person: PersonId::new(name.as_str()), place: ConversationId::new(name) };
        let query = Query {
            hint: (random.below(2) == 0).then(|| self.locale(random)),
            reading: (random.below(8) == 0).then(|| self.locale(random)),
            manner: [Manner::Words, Manner::Buttons][random.below(2)],
            region: (random.below(4) == 0).then(|| Region::all().nth(random.below(50)).expect("fifty")),
            ..Query::new(asked, "2026-11-22".parse().expect("a date"), random.below(9_000) as u64)
        };
        let reply = kind.timed(LIMIT, || {
            drop(self.bot.admit(&asker, None, &query));
            self.bot.handle(&asker, &query)
        });
        let length = |page: &Document| plain::write(page).chars().count();
        let pages = kind.timed(LIMIT, || paginate(&reply.document, PAGE, length));
        for page in &pages {
            let text = plain::write(page);
            assert!(!text.is_empty() && length(page) <= PAGE, "a page of {} characters", length(page));
            // Whatever was written, nothing of it comes back that changes how a screen is read.
            let foul = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}');
            assert!(!text.contains(foul), "{text:?}");
        }
    }

    fn locale(&self, random: &mut Random) -> Locale {
        match random.below(9) {
            0 => Locale::parse(["xx", "he", "zh-Hant-TW", "und"][random.below(4)]).expect("a tag"),
            _ => {
                let engine = self.bot.engine();
                let languages = &engine.pack().manifest.languages;
                languages[random.below(languages.len())].clone()
            }
        }
    }

    /// A guard catches what breaks; it would be counted.
    fn unbroken(&self) {
        let page = self.bot.metrics().write(&About { pack: "test", pack_version: "1", resident_memory: None });
        assert!(page.contains("kyr_faults_total{kind=\"panic\"} 0"), "{page}");
    }
}
