//! Very many questions, and what became of each. It must not know what goes wrong meanwhile, only when.

use std::cell::Cell;
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;
use std::time::{Duration, Instant};

use kyr_discord_tests::fake::{Discord, Fate, Id, Person, Place};
use kyr_discord_tests::harness::repository;
use serde_json::json;

use super::away::{Away, ENOUGH, FIRST_REPLY};
use super::chance::Chance;

const PEOPLE: usize = 500;
const CHANNELS: usize = 50;
/// Discord's, as far as Kyr's languages have one.
const LOCALES: [&str; 8] = ["en-US", "es-ES", "pt-BR", "fr", "zh-CN", "vi", "ko", "ru"];
/// So many questions wait for their answers at once, if the machine can do that and more besides.
const AT_ONCE: usize = 60;
/// The machine cannot when an answer takes so long.
const SLOW: Duration = Duration::from_millis(800);
const A_SECOND: u32 = 400;
const SWEEP: Duration = Duration::from_millis(100);
/// After this an interaction gets neither the rest of an answer nor a second one.
const OVER: Duration = Duration::from_secs(40);
/// Longer than Discord knows a nonce.
const FORGOTTEN: Duration = Duration::from_secs(6 * 60);
const SETTLE: Duration = Duration::from_secs(5);
/// Messages can be answered for long.
const PATIENCE: Duration = Duration::from_secs(120);

struct Asked {
    id: Id,
    number: usize,
    sent: Instant,
    interaction: bool,
    /// The sessions that it was delivered to.
    sessions: BTreeSet<usize>,
}

impl Asked {
    fn kind(&self) -> &'static str {
        if self.interaction { "an interaction" } else { "a message" }
    }
}

/// What became of the questions.
#[derive(Default)]
pub struct Fates {
    pub once: usize,
    /// Of which one page came twice, because Discord took it and could not say so.
    pub again: usize,
    pub twice: usize,
    /// Discord had delivered it, or would have again.
    pub lost: usize,
    /// Questions without an answer that came while there was no session that Kyr could know of: Discord sends them to
    /// nobody.
    pub undelivered: usize,
    /// Messages without an answer that a killed Kyr had been sent in a session that Discord had then ended for good:
    /// Discord sends them to nobody again.
    pub stranded: usize,
    /// Interactions without an answer, of whose three seconds Kyr was away for too many; or that came by HTTPS, where
    /// Discord calls once, when it was away.
    pub expired: usize,
}

/// Who asks, and the book of it.
pub struct Asking<'a> {
    discord: &'a Discord,
    away: &'a Away,
    people: Vec<(Person, Place)>,
    channels: Vec<Place>,
    questions: Vec<String>,
    /// Over the gateway there are messages; without it all are interactions.
    gateway: bool,
    pub asked: Rc<Cell<usize>>,
    pub fates: Fates,
    /// How many of [`AT_ONCE`] now: as many as the machine sustains.
    at_once: usize,
    slowed: Instant,
    /// Sessions in which Kyr has answered.
    known: BTreeSet<usize>,
    open: VecDeque<Asked>,
    answered: VecDeque<Asked>,
    forgot: Instant,
}

impl<'a> Asking<'a> {
    pub fn new(discord: &'a Discord, guild: Id, away: &'a Away, gateway: bool) -> Self {
        let person = |number: usize| {
            let person = discord.person("ana", LOCALES[number % LOCALES.len()]);
            let direct = person.direct();
            (person, direct)
        };
        Self {
            discord,
            away,
            people: (0..PEOPLE).map(person).collect(),
            channels: (0..CHANNELS).map(|_| discord.channel(guild, "general")).collect(),
            questions: questions(),
            gateway,
            asked: Rc::default(),
            fates: Fates::default(),
            at_once: 4,
            slowed: Instant::now(),
            known: BTreeSet::new(),
            open: VecDeque::new(),
            answered: VecDeque::new(),
            forgot: Instant::now(),
        }
    }

    /// Asks until there have been so many questions in all.
    pub async fn ask(&mut self, end: usize, chance: &mut Chance) {
        let (mut due, mut swept) = (Instant::now(), Instant::now());
        while self.asked.get() < end {
            if swept.elapsed() > SWEEP || self.waiting() >= self.at_once {
                self.sweep();
                swept = Instant::now();
            }
            if self.waiting() >= self.at_once {
                tokio::time::sleep(Duration::from_millis(5)).await;
                continue;
            }
            due = (due + Duration::from_secs(1) / A_SECOND).max(Instant::now() - SWEEP);
            tokio::time::sleep_until(due.into()).await;
            self.one(chance);
        }
    }

    /// Those that the asker still waits for.
    fn waiting(&self) -> usize {
        self.open.iter().rev().take_while(|asked| asked.sent.elapsed() < FIRST_REPLY).count()
    }

    fn one(&mut self, chance: &mut Chance) {
        let (person, direct) = chance.one(&self.people);
        let (channel, question) = (*chance.one(&self.channels), chance.one(&self.questions));
        let (before, sent) = (self.discord.sessions(|sessions| sessions.numbers()), Instant::now());
        let (id, interaction) = match chance.within(0..100) {
            0..25 if self.gateway => (person.say(*direct, question).id, false),
            25..40 if self.gateway => (person.mention(channel, question).id, false),
            // Something to be kept.
            40..42 => {
                let language = *chance.one(&["en", "es", "ko", "ar"]);
                (person.command(channel, "language", json!({"language": language})).id, true)
            }
            42..43 => (person.command(channel, "hotlines", json!({"state": "CA"})).id, true),
            _ => (person.command(channel, "ask", json!({"question": question})).id, true),
        };
        let sessions = &before & &self.discord.sessions(|sessions| sessions.numbers());
        self.open.push_back(Asked { id, number: self.asked.get(), sent, interaction, sessions });
        self.asked.set(self.asked.get() + 1);
    }

    /// Looks what has been answered, and what never will be.
    fn sweep(&mut self) {
        let ids: Vec<Id> = self.open.iter().map(|asked| asked.id).collect();
        let fates = self.discord.fates(&ids);
        let open = std::mem::take(&mut self.open);
        for (asked, fate) in open.into_iter().zip(fates) {
            match fate {
                Fate::Expired => self.unanswered(&asked),
                Fate::Open if asked.interaction && asked.sent.elapsed() > OVER => self.unanswered(&asked),
                Fate::Open => self.open.push_back(asked),
                Fate::Once | Fate::Again | Fate::Twice => {
                    if asked.sessions.len() == 1 {
                        self.known.extend(&asked.sessions);
                    }
                    self.pace(asked.sent.elapsed());
                    self.answered.push_back(asked);
                }
            }
        }
        if self.forgot.elapsed() > OVER {
            self.close(OVER);
            self.discord.forget_older(FORGOTTEN);
            self.forgot = Instant::now();
        }
    }

    /// Asks more at once while answers are quick, and half as much when one was slow.
    fn pace(&mut self, took: Duration) {
        if took < SLOW {
            self.at_once = AT_ONCE.min(self.at_once + 1);
        } else if self.slowed.elapsed() > SLOW {
            self.at_once = 1.max(self.at_once / 2);
            self.slowed = Instant::now();
        }
    }

    /// How long an interaction could be answered. A session is taken up again, and what it missed with it; a call is not
    /// made again.
    fn there(&self, sent: Instant) -> Duration {
        if self.gateway { self.away.longest_after(sent) } else { self.away.there_from(sent) }
    }

    fn unanswered(&mut self, asked: &Asked) {
        let known = |session: &usize| self.known.contains(session);
        let nobody = self.gateway
            && !asked.sessions.iter().any(known)
            && self.discord.sessions(|sessions| asked.sessions.is_subset(&sessions.unread));
        match asked {
            _ if nobody => self.fates.undelivered += 1,
            Asked { interaction: false, .. } if self.away.stranded(asked.sent) => self.fates.stranded += 1,
            Asked { interaction: true, .. } if self.there(asked.sent) < ENOUGH => self.fates.expired += 1,
            _ => {
                eprintln!("soak: lost: {}, number {}, {:.1?} ago", asked.kind(), asked.number, asked.sent.elapsed());
                self.fates.lost += 1;
            }
        }
    }

    /// Counts the answers of what was asked longer ago than this.
    fn close(&mut self, age: Duration) {
        let over = |asked: &Asked| asked.sent.elapsed() > if asked.interaction { age } else { age.mul_f32(5.0) };
        let (over, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut self.answered).into_iter().partition(over);
        self.answered = rest.into();
        let ids: Vec<Id> = over.iter().map(|asked| asked.id).collect();
        for (asked, fate) in over.iter().zip(self.discord.fates(&ids)) {
            match fate {
                Fate::Twice => {
                    eprintln!("soak: answered twice: {}, number {}", asked.kind(), asked.number);
                    self.fates.twice += 1;
                }
                Fate::Again => self.fates.again += 1,
                _ => self.fates.once += 1,
            }
        }
    }

    /// Waits for what is still open, and counts everything.
    pub async fn finish(&mut self) {
        let begun = Instant::now();
        while !self.open.is_empty() && begun.elapsed() < PATIENCE {
            self.sweep();
            tokio::time::sleep(SWEEP).await;
        }
        for asked in std::mem::take(&mut self.open) {
            self.unanswered(&asked);
        }
        // Second answers would have come by then.
        tokio::time::sleep(SETTLE).await;
        self.close(Duration::ZERO);
    }
}

/// The evaluation's questions in all languages.
fn questions() -> Vec<String> {
    let entries = std::fs::read_dir(repository().join("tests/eval")).expect("the evaluation's questions");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "tsv"));
    paths.sort();
    let texts = paths.iter().map(|path| std::fs::read_to_string(path).expect("questions"));
    let lines = texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
    lines.filter_map(|line| line.split('\t').next().map(str::to_owned)).collect()
}
