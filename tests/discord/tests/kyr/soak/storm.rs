//! What goes wrong around a Kyr on Discord, one thing after the other, when and how as drawn before.
//! It must not know who asks what.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use kyr_discord_tests::fake::{Discord, Fault, Route};
use kyr_discord_tests::harness::{Kyr, copy, repository};
use serde_json::json;
use tokio::process::Command;
use tokio::time::sleep;

use super::away::Away;
use super::chance::Chance;

/// So long a changed pack or a lost connection may take to be noticed on a busy machine.
const NOTICED: Duration = Duration::from_secs(120);
const SERVER: &str = "tests/postgres/server";
const GOOD: &str = "version: ";
const BAD: &str = "versoin: ";

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    Kill,
    /// Discord takes no messages for some seconds, and then Kyr is killed with all that it could not send.
    KillInOutage,
    Drop,
    Reconnect,
    Invalid,
    InvalidForGood,
    Errors,
    Limits,
    Cuts,
    Down,
    Database,
    GoodPack,
    BadPack,
}

impl Event {
    pub const GATEWAY: [Self; 4] = [Self::Drop, Self::Reconnect, Self::Invalid, Self::InvalidForGood];
    pub const OTHERS: [Self; 7] =
        [Self::Errors, Self::Limits, Self::Cuts, Self::Down, Self::Database, Self::GoodPack, Self::BadPack];
}

pub struct Storm<'a> {
    pub discord: &'a Discord,
    pub kyr: &'a mut Kyr,
    pub away: &'a Away,
    pub database: Option<Database>,
    pub gateway: bool,
    pub chance: Chance,
    pub done: BTreeMap<Event, usize>,
    pack: PathBuf,
    version: usize,
}

impl<'a> Storm<'a> {
    /// Prepares a Kyr that is not started yet: a copy of the shipped pack that can change, and a database if there is one.
    pub async fn new(discord: &'a Discord, kyr: &'a mut Kyr, away: &'a Away, gateway: bool, chance: Chance) -> Self {
        let pack = kyr.folder().join("pack");
        copy(&repository().join("content"), &pack);
        kyr.settings["content"] = json!({"dir": pack.to_str().expect("UTF-8")});
        let database = Database::new().await;
        if let Some(database) = &database {
            kyr.settings["database"] = database.address().into();
            let trusted = repository().join("tests/postgres/ca.pem");
            kyr.environment.push(("SSL_CERT_FILE".to_owned(), trusted.to_str().expect("UTF-8").to_owned()));
        }
        Self { discord, kyr, away, database, gateway, chance, done: BTreeMap::new(), pack, version: 0 }
    }

    /// When what happens while these questions are asked.
    pub fn plan(&mut self, first: usize, end: usize, events: &[(Event, usize)]) -> Vec<(usize, Event)> {
        let all = events.iter().flat_map(|(event, count)| std::iter::repeat_n(*event, *count));
        let mut plan: Vec<(usize, Event)> = all.map(|event| (self.chance.within(first..end), event)).collect();
        plan.sort();
        plan
    }

    /// Carries the plan out; `asked` is how many questions there have been.
    pub async fn rage(&mut self, plan: &[(usize, Event)], asked: impl Fn() -> usize) {
        for (number, event) in plan {
            while asked() < *number {
                sleep(Duration::from_millis(10)).await;
            }
            let begun = Instant::now();
            self.happen(*event).await;
            eprintln!("soak: {event:?} at {number}, over after {:.1?}", begun.elapsed());
            *self.done.entry(*event).or_default() += 1;
        }
    }

    async fn happen(&mut self, event: Event) {
        let many = self.chance.within(5..60);
        match event {
            Event::Kill => self.kill(Instant::now()).await,
            Event::KillInOutage => {
                let begun = Instant::now();
                self.discord.fail(Route::Messages, usize::MAX, Fault::Status(503));
                sleep(Duration::from_secs(7)).await;
                self.kill(begun).await;
            }
            Event::Drop => self.discord.drop_connections(),
            Event::Reconnect => self.discord.ask_to_reconnect(),
            Event::Invalid => self.discord.invalidate(true),
            Event::InvalidForGood => {
                self.away.begins();
                self.away.session_ends();
                self.discord.invalidate(false);
                self.back().await;
            }
            Event::Errors => {
                let status = *self.chance.one(&[500, 502, 503]);
                self.burst(many, Fault::Status(status)).await;
            }
            Event::Limits => {
                let global = self.chance.within(0..2) == 0;
                self.burst(many.min(10), Fault::RateLimited { retry_after: 0.3, global }).await;
            }
            Event::Cuts => {
                let fault = self.chance.one(&[Fault::CutBefore, Fault::CutAfter]).clone();
                self.burst(many, fault).await;
            }
            Event::Down => {
                self.away.begins();
                self.discord.set_down(true);
                self.pause(3_000).await;
                self.discord.set_down(false);
                self.back().await;
            }
            Event::Database => {
                let away = self.chance.within(0..3_000) as u64;
                if let Some(database) = &self.database {
                    database.restart(Duration::from_millis(away)).await;
                }
            }
            Event::GoodPack => self.better_pack().await,
            Event::BadPack => {
                let refusals = self.count("pack: refused");
                self.write_version(BAD, "1");
                self.until("a pack is refused", |storm| storm.count("pack: refused") > refusals).await;
                // A Kyr that is killed now would not start.
                self.better_pack().await;
            }
        }
    }

    /// Passes soon enough for a first reply that was begun before.
    async fn burst(&mut self, requests: usize, fault: Fault) {
        self.discord.fail_any(requests, fault);
        self.pause(1_000).await;
        self.discord.heal();
    }

    /// Kills Kyr, which could not send all its answers since `hindered`.
    async fn kill(&mut self, hindered: Instant) {
        self.away.begins();
        self.away.killed(hindered);
        self.kyr.kill().await;
        self.discord.heal();
        self.pause(1_500).await;
        self.kyr.start().await;
        if !self.gateway {
            let address = self.kyr.address().await;
            self.discord.deliver_to(Some(address));
        }
        self.back().await;
    }

    /// Waits until Kyr is connected again.
    async fn back(&mut self) {
        if self.gateway {
            assert!(self.discord.connected(1, NOTICED).await, "it did not come back");
        }
        self.away.ends();
    }

    async fn better_pack(&mut self) {
        self.version += 1;
        let version = format!("soak-{}", self.version);
        self.write_version(GOOD, &version);
        self.until("a pack is taken", |storm| storm.kyr.new_log().contains(&version)).await;
    }

    fn write_version(&self, key: &str, version: &str) {
        let path = self.pack.join("pack.yaml");
        let text = std::fs::read_to_string(&path).expect("a pack");
        let is_version = |line: &&str| line.starts_with(GOOD) || line.starts_with(BAD);
        let old = text.lines().find(is_version).expect("a version");
        std::fs::write(&path, text.replace(old, &format!("{key}{version}"))).expect("writable");
    }

    fn count(&self, words: &str) -> usize {
        self.kyr.new_log().matches(words).count()
    }

    async fn until(&mut self, what: &str, found: impl Fn(&Self) -> bool) {
        let limit = Instant::now() + NOTICED;
        while !found(self) {
            assert!(Instant::now() < limit, "waited in vain until {what}:\n{}", self.kyr.tail());
            sleep(Duration::from_millis(50)).await;
        }
    }

    async fn pause(&mut self, most: usize) {
        sleep(Duration::from_millis(self.chance.within(0..most) as u64)).await;
    }
}

/// A PostgreSQL that nobody else uses.
pub struct Database {
    folder: PathBuf,
}

impl Database {
    /// None where the tests have none.
    async fn new() -> Option<Self> {
        if std::env::var_os("KYR_TEST_POSTGRES").is_none() {
            eprintln!("SKIPPED: without KYR_TEST_POSTGRES no database restarts; preferences are in a file");
            return None;
        }
        Some(Self { folder: control("new", None).await.trim().into() })
    }

    fn address(&self) -> String {
        let socket = std::fs::read_to_string(self.folder.join("address")).expect("an address");
        let port = socket.trim().rsplit(':').next().unwrap_or_default().to_owned();
        format!("postgres://kyr:kyr-password@localhost:{port}/tls")
    }

    async fn restart(&self, away: Duration) {
        control("stop", Some(&self.folder)).await;
        sleep(away).await;
        control("start", Some(&self.folder)).await;
    }
}

/// Also when the soak fails.
impl Drop for Database {
    fn drop(&mut self) {
        let _ = std::process::Command::new(repository().join(SERVER)).arg("remove").arg(&self.folder).status();
    }
}

async fn control(what: &str, folder: Option<&Path>) -> String {
    let mut command = Command::new(repository().join(SERVER));
    let done = command.arg(what).args(folder).output().await.expect("the server's script starts");
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success(), "{said}{}", String::from_utf8_lossy(&done.stderr));
    said
}
