//! A scripted week: after it, everything that Kyr left is opened and searched for what people said and who they are.
//! A day is one run of Kyr in the same folder; the clock is not moved, because Kyr has no setting for that.

use std::path::{Path, PathBuf};
use std::process::Command;

use futures_util::future::join_all;
use kyr_discord_tests::fake::{Person, Reply};
use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Role, Secrets, Stage, button, files, repository, words_under};
use serde::Deserialize;
use serde_json::json;

use crate::{PACK, get, metrics_address, says};

/// tests/fixtures/week.yaml
#[derive(Deserialize)]
struct Script {
    people: Vec<String>,
    days: Vec<Day>,
}

#[derive(Deserialize)]
struct Day {
    name: String,
    says: Vec<String>,
}

const CHANNEL: &str = "xylophone-evenings";
const PLANTED: &str = "Knusperhexenhaus at 9 o'clock – ask Ždenko";
const TEXT: &str = "pack/text/en/rights/home-visit.yaml";

type Places = Vec<(String, Vec<u8>)>;

struct Week {
    stage: Stage,
    script: Script,
    people: Vec<Person>,
    /// What Kyr showed over HTTP.
    pages: Places,
}

impl Week {
    /// Kyr is not started yet.
    async fn prepare() -> Self {
        let mut stage = Stage::prepare().await;
        stage.channel = stage.discord.channel(stage.guild, CHANNEL);
        let text = std::fs::read_to_string(repository().join("tests/fixtures/week.yaml")).expect("the week");
        let script: Script = serde_saphyr::from_str(&text).expect("the week");
        let locales = ["en-US", "es-ES", "vi"];
        let people = script.people.iter().zip(locales).map(|(name, locale)| stage.discord.person(name, locale));
        let people = people.collect();
        let temporary = stage.kyr.folder().join("tmp");
        std::fs::create_dir(&temporary).expect("a folder");
        let temporary = temporary.to_str().expect("UTF-8");
        stage.kyr.settings["metrics"] = json!({"listen": "127.0.0.1:0"});
        // The most talkative that the environment can ask of programs of this kind.
        stage.kyr.environment =
            [("RUST_LOG", "trace"), ("RUST_BACKTRACE", "full"), ("TMPDIR", temporary), ("SQLITE_TMPDIR", temporary)]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into();
        Self { stage, script, people, pages: Places::new() }
    }

    /// All messages at once, going round among the people: told, mentioned, as a command. Kyr answers each.
    async fn talk(&self, messages: &[String]) {
        let one = async |(at, text): (usize, &String)| -> Reply {
            match (at % 3, &self.people[at % 3]) {
                (0, ana) => ana.tell(text).reply().await,
                (1, bob) => bob.mention(self.stage.channel, text).reply().await,
                (_, chi) => chi.command(self.stage.channel, "ask", json!({"question": text})).reply().await,
            }
        };
        join_all(messages.iter().enumerate().map(one)).await;
    }

    /// A day: Kyr starts, with a log for people or for programs, people talk, and it is looked at from outside.
    async fn day(&mut self, number: usize, log: &str) {
        self.stage.kyr.settings["log"] = log.into();
        self.stage.kyr.start().await;
        self.talk(&self.script.days[number].says).await;
        let address = metrics_address(&mut self.stage).await;
        for path in ["/metrics", "/readyz", "/healthz"] {
            let (status, page) = get(address, path).await;
            assert_eq!(status, 200, "{path}: {page}");
            self.pages.push((format!("{path} on {}", self.script.days[number].name), page.into_bytes()));
        }
        let limits = std::fs::read_to_string(format!("/proc/{}/limits", self.stage.kyr.pid())).expect("it runs");
        let cores = limits.lines().find(|line| line.starts_with("Max core file size")).expect("a limit");
        assert_eq!(cores.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{cores}");
    }

    async fn live(&mut self) {
        self.day(0, "text").await;
        self.stop().await;
        self.day(1, "json").await;
        self.choose().await;
        self.stop().await;
        self.day(2, "text").await;
        self.stop().await;
        self.faulty_pack().await;
        self.stop().await;
        self.day(4, "text").await;
        let stage = &mut self.stage;
        let asked: Vec<_> = self.people.iter().map(|person| person.tell("a warrant, asks Weltschmerzling")).collect();
        stage.kyr.kill().await;
        self.day(5, "json").await;
        join_all(asked.iter().map(|asked| asked.reply())).await;
        let privacy = self.people[0].command(self.people[0].direct(), "privacy", json!({})).reply().await;
        let (message, custom_id) = button(&privacy, Role::Forget, &PACK).expect("a button to forget");
        self.people[0].press(message, &custom_id).reply().await;
        says(&self.people[1].tell("olvídame").reply().await, "forgotten", "es");
        self.stop().await;
        self.stage.kyr.settings["content"] = json!({"dir": "pack"});
        self.day(6, "text").await;
    }

    async fn stop(&mut self) {
        assert_eq!(self.stage.kyr.stop().await, 0, "{}", self.stage.kyr.tail());
    }

    /// What people and the server choose, and buttons.
    async fn choose(&self) {
        let channel = self.stage.channel;
        join_all(self.people.iter().zip(["es", "en", "vi"]).map(async |(person, language)| {
            person.command(person.direct(), "language", json!({"language": language})).reply().await;
            person.command(channel, "hotlines", json!({"state": "CA"})).reply().await;
        }))
        .await;
        let manager = self.people[1].as_manager();
        manager.command(channel, "settings", json!({"language": "es", "state": "CA"})).reply().await;
        let public = json!({"channel": channel.0.to_string(), "public": true});
        manager.command(channel, "settings", public).reply().await;
        let answer = self.people[2].command(channel, "ask", json!({"question": DOOR})).reply().await;
        for role in [Role::More, Role::Sources, Role::Show] {
            if let Some((message, custom_id)) = button(&answer, role, &PACK) {
                self.people[2].press(message, &custom_id).reply().await;
            }
        }
    }

    /// A day with a small pack of the operator's, one text of which is broken while people ask.
    async fn faulty_pack(&mut self) {
        let folder = self.stage.kyr.folder().to_owned();
        let small = repository().join("tests/fixtures/lint/base");
        for file in files(&small) {
            let place = folder.join("pack").join(file.strip_prefix(&small).expect("below it"));
            std::fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
            std::fs::copy(&file, place).expect("a copy");
        }
        self.stage.kyr.settings["content"] = json!({"dir": "pack"});
        self.day(3, "json").await;
        let good = std::fs::read_to_string(folder.join(TEXT)).expect("a text");
        std::fs::write(folder.join(TEXT), good.replace("title:", "titel:")).expect("writable");
        self.stage.kyr.logged(&["error: pack: refused for"]).await;
        self.talk(&self.script.days[3].says).await;
        std::fs::write(folder.join(TEXT), good).expect("writable");
        self.stage.kyr.settings.as_object_mut().expect("settings").remove("content");
    }

    /// What was said, and the names and ids of who said it where.
    fn secrets(&self) -> Secrets {
        let mut secrets = Secrets::default();
        let mut known = words_under(&repository().join("content"));
        known.extend(words_under(&repository().join("locales")));
        known.extend(words_under(&repository().join("tests/fixtures/lint/base")));
        let (texts, tokens) = self.stage.discord.secrets();
        texts.iter().for_each(|text| secrets.add_message(text, &known));
        // The bot's own token is in the operator's file.
        tokens[1..].iter().for_each(|token| secrets.add("the token", token));
        self.stage.discord.ids().iter().for_each(|id| secrets.add("the id", &id.to_string()));
        self.script.people.iter().for_each(|name| secrets.add("the name", name));
        secrets.add("the channel", CHANNEL);
        secrets
    }

    /// Everything in Kyr's folder but the operator's pack, and the pages.
    fn left(&self) -> Places {
        let folder = self.stage.kyr.folder();
        let mut places = self.pages.clone();
        places.extend(read(folder).into_iter().filter(|(name, _)| !name.starts_with("pack/")));
        places
    }

    /// Nothing was left; the search sees what stands there rightly, and whatever is put there.
    async fn nothing_is_left(&self, further: Places) {
        let mut secrets = self.secrets();
        assert!(secrets.count() > 3_000, "{}", secrets.count());
        let mut places = self.left();
        places.extend(further);
        let leaks = secrets.leaks(&places);
        assert!(leaks.is_empty(), "{} traces:\n{}", leaks.len(), leaks[..leaks.len().min(20)].join("\n"));
        let own = self.stage.discord.application_id().to_string();
        secrets.add("Kyr's own", &own);
        let seen: Vec<String> =
            secrets.leaks(&places).iter().map(|leak| leak.split(':').next().unwrap().into()).collect();
        assert_eq!(seen, ["data/discord-session-0.json", "kyr.yaml"], "where Kyr's own id stands");
        secrets.add("the planted", PLANTED);
        let folder = self.stage.kyr.folder();
        for (writing, written) in kyr_discord_tests::harness::writings(PLANTED) {
            for name in ["data/preferences.sqlite", "kyr.log", "tmp/left"] {
                let before = std::fs::read(folder.join(name)).ok();
                let whole = [before.clone().unwrap_or_default(), b"before ".into(), written.clone(), b" after".into()];
                std::fs::write(folder.join(name), whole.concat()).expect("writable");
                let place = [(name.to_owned(), std::fs::read(folder.join(name)).expect("readable"))];
                assert!(secrets.leaks(&place).iter().any(|leak| leak.contains(PLANTED)), "{writing} in {name}");
                match before {
                    Some(before) => std::fs::write(folder.join(name), before),
                    None => std::fs::remove_file(folder.join(name)),
                }
                .expect("writable");
            }
        }
    }

    /// What `kyr privacy` says. Each file that Kyr made is named by it, or its folder, or its beginning.
    async fn told(&self) -> String {
        let output = self.stage.kyr.command("privacy").output().await.expect("the program starts");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let folder = self.stage.kyr.folder();
        let named: Vec<&str> = said.split_whitespace().map(|word| word.trim_end_matches(['.', ','])).collect();
        for (name, _) in self.left() {
            let path = folder.join(&name);
            let operators = ["kyr.yaml", "kyr.log", "discord-token"].contains(&name.as_str()) || name.starts_with('/');
            let fits = |word: &&str| {
                let (begin, end) = word.split_once('*').unwrap_or((word, ""));
                let path = path.to_str().expect("UTF-8");
                path == *word
                    || path.starts_with(&format!("{word}/")) && word.len() > folder.as_os_str().len()
                    || word.contains('*') && path.starts_with(begin) && path.ends_with(end)
            };
            assert!(operators || named.iter().any(fits), "{name} is not named:\n{said}");
        }
        said
    }
}

/// Every file below, by its name. The name is part of it.
fn read(folder: &Path) -> Places {
    let one = |path: PathBuf| {
        let name = path.strip_prefix(folder).expect("below it").display().to_string();
        let bytes = [name.as_bytes(), b"\n", &std::fs::read(&path).expect("readable")].concat();
        (name, bytes)
    };
    let mut all: Places = files(folder).into_iter().map(one).collect();
    all.sort();
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn leaves_nothing_in_its_folder() {
    let mut week = Week::prepare().await;
    week.live().await;
    let told = week.told().await;
    assert!(told.contains("data/preferences.sqlite"), "{told}");
    // A crash like that of a faulty program would leave a core beside it.
    week.stage.kyr.signal("ABRT").await;
    week.stage.kyr.ended(std::time::Duration::from_secs(15)).await;
    week.nothing_is_left(Places::new()).await;
    week.stage.end().await;
}

/// A PostgreSQL of this test's own, which goes with it.
struct Postgres(PathBuf);

impl Postgres {
    fn new() -> Self {
        Self(control(&["new"]).into())
    }

    fn run(&self, what: &str, further: &[&str]) -> String {
        control(&[&[what, self.0.to_str().expect("UTF-8")], further].concat())
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.run("remove", &[]);
    }
}

fn control(arguments: &[&str]) -> String {
    let done = Command::new(repository().join("tests/postgres/server")).args(arguments).output().expect("the script");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8_lossy(&done.stdout).trim().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn leaves_nothing_in_a_database() {
    if std::env::var_os("KYR_TEST_POSTGRES").is_none() {
        eprintln!("SKIPPED: PostgreSQL is not tried. Run: tests/postgres/with tests/discord/run kyr week");
        return;
    }
    let server = Postgres::new();
    let address = std::fs::read_to_string(server.0.join("address")).expect("an address");
    let port = address.trim().rsplit(':').next().expect("a port");
    let mut week = Week::prepare().await;
    week.stage.kyr.settings["database"] = format!("postgres://kyr@localhost:{port}/tls?sslmode=require").into();
    let authority = repository().join("tests/postgres/ca.pem").display().to_string();
    week.stage.kyr.environment.push(("SSL_CERT_FILE".to_owned(), authority));
    week.stage.kyr.environment.push(("KYR_DATABASE_PASSWORD".to_owned(), "kyr-password".to_owned()));
    week.live().await;
    let told = week.told().await;
    week.stop().await;
    server.run("stop", &[]);
    let tables = server.run("tables", &["tls"]);
    let made: Vec<&str> = tables.lines().filter_map(|line| line.strip_prefix("table ")).collect();
    assert_eq!(made, ["kyr_preferences", "kyr_mark"]);
    assert!(tables.contains("1: key = "), "{tables}");
    let mut places = read(&server.0.join("data"));
    places.push(("the tables".to_owned(), tables.clone().into_bytes()));
    places.push(("its log".to_owned(), std::fs::read(server.0.join("log")).expect("a log")));
    week.nothing_is_left(places).await;
    assert!(made.iter().all(|table| told.contains(table)), "{told}");
    week.stage.end().await;
}
