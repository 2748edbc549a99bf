//! What the operator's machine sees: counts, health, the log, systemd's notices, the end. Nothing of it tells of people.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::os::unix::fs::MetadataExt;
use std::time::{Duration, Instant};

use kyr_discord_tests::fake::{Fault, Route};
use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Stage, files};
use serde_json::{Value, json};
use tokio::net::UnixDatagram;

use crate::{answers, get, metrics_address};

const PATIENCE: Duration = Duration::from_secs(15);

/// A stage that is not started yet, with counts on a free port.
async fn watched() -> Stage {
    let mut stage = Stage::prepare().await;
    stage.kyr.settings["metrics"] = json!({"listen": "127.0.0.1:0"});
    stage
}

/// The value of a sample.
fn value(page: &str, sample: &str) -> Option<f64> {
    page.lines().find_map(|line| line.strip_prefix(sample)?.trim().parse().ok())
}

#[tokio::test]
async fn counts_hold_no_word_and_no_id() {
    let mut stage = watched().await;
    stage.kyr.start().await;
    let address = metrics_address(&mut stage).await;
    let said = [DOOR, PUERTA, BREAD, ITALIAN, "my A-number is A123456789", "Palantir", "none of these"];
    let people: Vec<_> = (0..4).map(|_| stage.person("es-ES")).collect();
    for person in &people {
        for text in said {
            person.tell(text).reply().await;
            person.command(stage.channel, "ask", json!({"question": text})).reply().await;
        }
    }
    let (status, page) = get(address, "/metrics").await;
    assert_eq!(status, 200);
    let told = |sample: &str| value(&page, sample).unwrap_or_else(|| panic!("no {sample} in:\n{page}"));
    assert!(told("kyr_replies_total{kind=\"answer\"}") >= 16.0);
    assert!(told("kyr_replies_total{kind=\"not_covered\"}") >= 8.0);
    assert_eq!(told("kyr_reply_seconds_count{platform=\"discord\"}"), (2 * people.len() * said.len()) as f64);
    assert_eq!(told("kyr_connected{platform=\"discord\"}"), 1.0);
    assert_eq!(told("kyr_faults_total{kind=\"panic\"}"), 0.0);
    assert!(told("process_resident_memory_bytes") > 1e6);
    let samples = page.lines().filter(|line| !line.starts_with('#'));
    let words: BTreeSet<&str> = samples.flat_map(|line| line.split(|c: char| !c.is_alphanumeric())).collect();
    for word in said.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())) {
        assert!(word.len() < 3 || !words.contains(word), "“{word}” in:\n{page}");
    }
    for id in people.iter().map(|person| person.id).chain([stage.guild]) {
        assert!(!page.contains(&id.to_string()), "an id in:\n{page}");
    }
    assert!(!page.contains("language="), "four people are too few to tell their languages:\n{page}");
    assert_eq!(get(address, "/").await.0, 404);
    stage.end().await;
}

#[tokio::test]
async fn ready_means_connected() {
    let mut stage = watched().await;
    stage.discord.set_down(true);
    stage.kyr.launch();
    let address = metrics_address(&mut stage).await;
    assert_eq!(get(address, "/healthz").await, (200, "ok\n".to_owned()));
    assert_eq!(get(address, "/readyz").await, (503, "discord: not connected\n".to_owned()));
    stage.discord.set_down(false);
    stage.kyr.logged(&["discord: ready"]).await;
    becomes(address, 200, "ready").await;
    stage.discord.set_down(true);
    stage.discord.drop_connections();
    becomes(address, 503, "discord: not connected").await;
    stage.discord.set_down(false);
    becomes(address, 200, "ready").await;
    assert_eq!(value(&get(address, "/metrics").await.1, "kyr_connections_lost_total{platform=\"discord\"}"), Some(1.0));
    stage.end().await;
}

#[tokio::test]
async fn health_can_be_asked_without_curl() {
    let mut stage = watched().await;
    // A port that is free, because the one who asks must know it.
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    stage.kyr.settings["metrics"]["listen"] = free.to_string().into();
    let (code, said) = stage.kyr.health(&[]).await;
    assert!(code == 1 && said.contains("so Kyr does not run"), "{said}");
    stage.discord.set_down(true);
    stage.kyr.launch();
    metrics_address(&mut stage).await;
    assert_eq!(stage.kyr.health(&[]).await, (0, "ok\n".to_owned()));
    assert_eq!(stage.kyr.health(&["--ready"]).await, (1, "discord: not connected\n".to_owned()));
    stage.discord.set_down(false);
    stage.kyr.logged(&["discord: ready"]).await;
    becomes(free, 200, "ready").await;
    assert_eq!(stage.kyr.health(&["--ready"]).await, (0, "ready\n".to_owned()));
    stage.end().await;
}

async fn becomes(address: SocketAddr, status: u16, words: &str) {
    let begun = Instant::now();
    while get(address, "/readyz").await != (status, format!("{words}\n")) {
        assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", get(address, "/readyz").await);
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn an_address_that_is_taken_or_none() {
    let mut stage = watched().await;
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    for (listen, words) in [(taken.local_addr().unwrap().to_string(), "cannot listen"), ("9464".into(), "no address")] {
        stage.kyr.settings["metrics"] = json!({"listen": listen});
        stage.kyr.launch();
        assert_eq!(stage.kyr.ended(PATIENCE).await, 2);
        let log = stage.kyr.new_log();
        assert!(log.contains(words) && log.contains("metrics.listen"), "{log}");
    }
    stage.end().await;
}

#[tokio::test]
async fn too_many_questions_of_one_person() {
    let mut stage = watched().await;
    stage.kyr.start().await;
    let address = metrics_address(&mut stage).await;
    let (ana, bob) = (stage.person("en-US"), stage.person("en-US"));
    let asked: Vec<_> = (0..240).map(|_| ana.tell("what is a red card")).collect();
    let mut replies = 0;
    for said in &asked {
        stage.discord.wait(Duration::from_secs(3), |_| (said.times_answered() > 0).then_some(())).await;
        replies += usize::from(said.times_answered() > 0);
        if value(&get(address, "/metrics").await.1, "kyr_limited_total{of=\"person\"}") >= Some(25.0) {
            break;
        }
    }
    stage.pause().await;
    replies = asked.iter().filter(|said| said.times_answered() > 0).count().max(replies);
    assert!((201..=215).contains(&replies), "two hundred answers, one sentence, and what the time gave: {replies}");
    // The sentence only they see is repeated, because Discord would say that Kyr is broken.
    let mut refused = 0;
    for _ in 0..6 {
        let reply = ana.command(stage.channel, "ask", json!({"question": "what is a red card"})).reply().await;
        refused += usize::from(reply.text().contains("/emergency and /hotlines always work"));
    }
    assert!(refused >= 2, "there is room for one a second: {refused}");
    answers(&ana.tell(DOOR).reply().await, "home-visit", "en");
    assert!(!ana.command(stage.channel, "emergency", json!({})).reply().await.text().contains("many questions"));
    answers(&bob.tell("what is a red card").reply().await, "rights-card", "en");
    stage.end().await;
}

#[tokio::test]
async fn lines_for_programs() {
    let mut stage = watched().await;
    stage.kyr.settings["log"] = "json".into();
    stage.kyr.start().await;
    let ana = stage.person("en-US");
    answers(&ana.tell(DOOR).reply().await, "home-visit", "en");
    assert_eq!(stage.kyr.stop().await, 0);
    stage.kyr.settings["discord"]["application_id"] = "5".into();
    stage.kyr.launch();
    assert_eq!(stage.kyr.ended(PATIENCE).await, 2);
    stage.kyr.settings["discord"]["token_file"] = Value::Null;
    stage.kyr.settings["room"] = json!({"language": "it"});
    stage.kyr.launch();
    assert_eq!(stage.kyr.ended(PATIENCE).await, 2);
    let log = stage.kyr.log();
    let lines: Vec<Value> =
        log.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"))).collect();
    assert!(lines.iter().all(|line| line["message"].is_string() && line["timestamp"].is_string()));
    let errors: Vec<&Value> = lines.iter().filter(|line| line["level"] == "ERROR").collect();
    assert_eq!(errors.len(), 2, "{log}");
    stage.end().await;
}

#[tokio::test]
async fn lines_for_the_journal() {
    let mut stage = Stage::prepare().await;
    stage.kyr.write("kyr.log", "");
    let log = std::fs::metadata(stage.kyr.folder().join("kyr.log")).unwrap();
    stage.kyr.environment.push(("JOURNAL_STREAM".to_owned(), format!("{}:{}", log.dev(), log.ino())));
    stage.discord.set_down(true);
    stage.kyr.launch();
    stage.kyr.logged(&["cannot reach discord"]).await;
    stage.discord.set_down(false);
    stage.kyr.logged(&["discord: ready"]).await;
    assert_eq!(stage.kyr.stop().await, 0);
    let log = stage.kyr.log();
    assert!(log.lines().any(|line| line == "<6>discord: ready"), "{log}");
    assert!(log.lines().any(|line| line.starts_with("<4>discord: cannot reach Discord yet")), "{log}");
    assert!(log.lines().all(|line| line.starts_with('<')), "{log}");
    // Of another stream nothing is assumed.
    stage.kyr.environment = vec![("JOURNAL_STREAM".to_owned(), "1:2".to_owned())];
    stage.kyr.start().await;
    assert!(stage.kyr.new_log().lines().all(|line| line.contains("INFO") && !line.starts_with('<')));
    stage.end().await;
}

#[tokio::test]
async fn systemd_is_told() {
    let mut stage = Stage::prepare().await;
    let path = stage.kyr.folder().join("notify");
    let socket = UnixDatagram::bind(&path).unwrap();
    stage.kyr.environment = vec![
        ("NOTIFY_SOCKET".to_owned(), path.to_str().unwrap().to_owned()),
        ("WATCHDOG_USEC".to_owned(), "2000000".to_owned()),
    ];
    stage.discord.set_down(true);
    stage.kyr.launch();
    let first = until(&socket, "STATUS=").await;
    assert_eq!(first.last().unwrap(), "STATUS=discord: not connected");
    assert!(!first.iter().any(|line| line == "READY=1"), "{first:?}");
    stage.discord.set_down(false);
    let told = until(&socket, "READY=1").await;
    assert!(told.iter().any(|line| line == "STATUS=discord: connected"), "{told:?}");
    let begun = Instant::now();
    for _ in 0..3 {
        until(&socket, "WATCHDOG=1").await;
    }
    assert!(begun.elapsed() < Duration::from_millis(4_500), "in less than the limit each: {:?}", begun.elapsed());
    stage.kyr.signal("TERM").await;
    until(&socket, "STOPPING=1").await;
    assert_eq!(stage.kyr.ended(PATIENCE).await, 0);
    stage.end().await;
}

/// What is told until this is.
async fn until(socket: &UnixDatagram, wanted: &str) -> Vec<String> {
    let mut told = Vec::new();
    let mut buffer = [0; 4096];
    while !told.iter().any(|line: &String| line.starts_with(wanted)) {
        let received = tokio::time::timeout(PATIENCE, socket.recv(&mut buffer)).await;
        let length = received.unwrap_or_else(|_| panic!("no {wanted}, only {told:?}")).unwrap();
        told.extend(String::from_utf8_lossy(&buffer[..length]).lines().map(str::to_owned));
    }
    told
}

#[tokio::test]
async fn a_crash_leaves_nothing_on_the_disk() {
    let mut stage = Stage::start().await;
    let limits = std::fs::read_to_string(format!("/proc/{}/limits", stage.kyr.pid())).unwrap();
    let cores = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(cores.split_whitespace().skip(4).take(2).collect::<Vec<_>>(), ["0", "0"], "{cores}");
    stage.kyr.signal("ABRT").await;
    assert_eq!(stage.kyr.ended(PATIENCE).await, -1);
    stage.end().await;
}

/// Root may look at everything, so Kyr and the other run as nobody then.
#[tokio::test]
async fn its_memory_is_closed_to_its_own_user() {
    const NOBODY: u32 = 65_534;
    let stage = Stage::prepare().await;
    stage.kyr.configure();
    let folder = stage.kyr.folder().to_owned();
    let mine = std::fs::metadata(&folder).unwrap().uid();
    let user = if mine == 0 { NOBODY } else { mine };
    if mine == 0 {
        std::fs::set_permissions(folder.parent().unwrap(), std::os::unix::fs::PermissionsExt::from_mode(0o755))
            .unwrap();
        for path in files(&folder).iter().chain([&folder]) {
            std::os::unix::fs::chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    let mut command = stage.kyr.command("run");
    if mine == 0 {
        command.uid(NOBODY).gid(NOBODY);
    }
    let mut kyr = match command.spawn() {
        Ok(kyr) => kyr,
        Err(error) => {
            eprintln!("SKIPPED: nobody may not run the program here: {error}");
            return stage.end().await;
        }
    };
    let mut other = tokio::process::Command::new("sleep").arg("60").uid(user).kill_on_drop(true).spawn().unwrap();
    let owner = |pid: u32| std::fs::metadata(format!("/proc/{pid}/mem")).map(|memory| memory.uid()).ok();
    assert_eq!(owner(other.id().unwrap()), Some(user), "another program's memory is its user's");
    let begun = Instant::now();
    while owner(kyr.id().expect("it runs")) != Some(0) {
        assert!(begun.elapsed() < PATIENCE && kyr.try_wait().unwrap().is_none(), "its memory is its user's");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    kyr.kill().await.unwrap();
    other.kill().await.unwrap();
    stage.end().await;
}

#[tokio::test]
async fn the_end_is_orderly_but_not_endless() {
    let mut stage = Stage::start().await;
    let ana = stage.person("en-US");
    for twice in [false, true] {
        stage.discord.fail(Route::Messages, 10_000, Fault::Status(500));
        let told = ana.tell(DOOR);
        stage.pause().await;
        let begun = Instant::now();
        stage.kyr.signal("TERM").await;
        if twice {
            stage.kyr.logged(&["stopping"]).await;
            stage.kyr.signal("INT").await;
            assert_eq!(stage.kyr.ended(PATIENCE).await, 130);
            assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
        } else {
            assert_eq!(stage.kyr.ended(PATIENCE).await, 0);
            assert!((7..13).contains(&begun.elapsed().as_secs()), "{:?}", begun.elapsed());
            assert!(stage.kyr.new_log().contains("stopped before everything was answered"));
        }
        assert_eq!(told.times_answered(), 0);
        stage.discord.heal();
        stage.kyr.start().await;
    }
    stage.end().await;
}
