//! A Discord with one guild, one channel and one Kyr; at its end everything that must always hold is checked.

use std::time::Duration;

use tempfile::TempDir;

use super::kyr::Kyr;
use super::{privacy, promises};
use crate::fake::{Discord, Id, Person, Place};

pub struct Stage {
    pub discord: Discord,
    pub kyr: Kyr,
    pub guild: Id,
    pub channel: Place,
    folder: TempDir,
    ended: bool,
}

impl Drop for Stage {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let violations: Vec<String> = self.discord.take_violations().iter().map(ToString::to_string).collect();
            eprintln!("Broken rules:\n{}\nRefusals: {:?}", violations.join("\n"), self.discord.refusals());
            eprintln!("Last requests:\n{}\nKyr's log:\n{}", self.last_requests(), self.kyr.tail());
        } else {
            assert!(self.ended, "`end` was forgotten");
        }
    }
}

impl Stage {
    /// Kyr is not started yet.
    pub async fn prepare() -> Self {
        let discord = Discord::start().await;
        let folder = tempfile::tempdir().expect("a temporary folder");
        let guild = discord.guild("en-US");
        let channel = discord.channel(guild, "general");
        let kyr = Kyr::new(&folder.path().join("kyr"), &discord);
        Self { discord, kyr, guild, channel, folder, ended: false }
    }

    /// Kyr serves over the gateway.
    pub async fn start() -> Self {
        let mut stage = Self::prepare().await;
        stage.kyr.start().await;
        stage
    }

    /// Kyr serves as an endpoint, and interactions go there.
    pub async fn start_endpoint() -> Self {
        let mut stage = Self::prepare().await;
        stage.be_endpoint();
        stage.kyr.start().await;
        let address = stage.kyr.address().await;
        stage.discord.deliver_to(Some(address));
        // It serves before it has registered its commands.
        let registered = |discord: &Discord| (!discord.commands().is_empty()).then_some(());
        assert!(stage.discord.wait(Duration::from_secs(10), registered).await.is_some(), "no commands");
        stage
    }

    /// Kyr, not started yet, will take calls instead of using the gateway.
    pub fn be_endpoint(&mut self) {
        self.kyr = Kyr::new(self.kyr.folder(), &self.discord).as_endpoint(&self.discord);
    }

    /// Another Kyr, which shares the folder `data` with the first.
    pub fn replica(&self, name: &str) -> Kyr {
        let mut kyr = Kyr::new(&self.folder.path().join(name), &self.discord).as_endpoint(&self.discord);
        kyr.settings["data"] = self.kyr.data().to_str().expect("UTF-8").into();
        kyr
    }

    /// Somebody whose client has this language.
    pub fn person(&self, locale: &str) -> Person {
        self.discord.person("ana", locale)
    }

    /// Another channel of the guild.
    pub fn another_channel(&self) -> Place {
        self.discord.channel(self.guild, "another")
    }

    /// What must always hold at the end: no rule of Discord's and no promise broken, nothing told of people, and an
    /// orderly end.
    pub async fn end(self) {
        self.end_with(Vec::new()).await;
    }

    /// The same with further Kyrs.
    pub async fn end_with(mut self, mut others: Vec<Kyr>) {
        self.ended = true;
        for kyr in std::iter::once(&mut self.kyr).chain(&mut others) {
            if kyr.running() {
                assert_eq!(kyr.stop().await, 0, "an orderly end has the exit code 0:\n{}", kyr.tail());
            }
        }
        let violations: Vec<String> = self.discord.take_violations().iter().map(ToString::to_string).collect();
        assert!(violations.is_empty(), "{} rules are broken:\n{}", violations.len(), violations.join("\n"));
        promises::check(&self.discord);
        for kyr in std::iter::once(&self.kyr).chain(&others) {
            privacy::check(&self.discord, kyr);
        }
    }

    /// The last requests of Kyr's with their statuses.
    fn last_requests(&self) -> String {
        let requests = self.discord.requests();
        let last = requests[requests.len().saturating_sub(8)..].iter();
        last.map(|it| format!("{} {:?} -> {}\n", it.method, it.route, it.status)).collect()
    }

    /// A moment in which something unwanted might happen.
    pub async fn pause(&self) {
        tokio::time::sleep(Duration::from_millis(600)).await;
    }
}
