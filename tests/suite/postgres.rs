//! What goes wrong with a PostgreSQL, tried on a real one: restarts, silence, refusals; and how it is chosen.
//! It must not know what is kept.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use kyr::bot::Bot;
use kyr::engine::PersonId;
use kyr::locale::Locale;
use kyr::preferences::{Address, Postgres, Preferences, Store};

use crate::cli::kyr;
use crate::preferences::{asker, query};
use crate::root;
use crate::server::Server;
use crate::transcripts::engine;

/// The longest that asking may take, with some air for a busy machine.
const AT_MOST: Duration = Duration::from_millis(2_300);
/// What fails at once.
const AT_ONCE: Duration = Duration::from_millis(300);

pub fn open(address: &str) -> Postgres {
    Postgres::open(&Address::parse(address, None).expect("an address"), || false).expect("a database")
}

fn fault(address: &str) -> String {
    let address = Address::parse(address, None).expect("an address");
    let began = Instant::now();
    let fault = Postgres::open(&address, || false).map(|_| ()).expect_err("a fault");
    assert!(began.elapsed() < AT_MOST, "{:?}", began.elapsed());
    format!("{fault:#}")
}

/// Asks until it works.
fn comes_back<T>(mut ask: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(began.elapsed() < Duration::from_secs(20), "it does not come back");
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn faults_say_what_to_do() {
    let Some(server) = Server::shared() else { return };
    let kyr = |database| server.address("kyr:kyr-password", database);
    let port = server.port();
    for (address, wanted) in [
        ("postgres://kyr:kyr-password@nowhere.invalid/kyr".to_owned(), "no host of this name: nowhere.invalid:5432"),
        ("postgres://kyr:kyr-password@127.0.0.1:1/kyr".to_owned(), "nothing answers at 127.0.0.1:1"),
        (format!("postgres:///kyr?host=/nowhere&port={port}"), "nothing answers at /nowhere"),
        (server.address("kyr:kyr-passwort", "postgres"), "the password of kyr is wrong"),
        (server.address("nobody:kyr-password", "postgres"), "the password of nobody is wrong"),
        (server.address("kyr", "postgres"), "KYR_DATABASE_PASSWORD"),
        (kyr("nothing"), "CREATE DATABASE \"nothing\" OWNER \"kyr\""),
        (server.address("guest:guest-password", "closed"), "GRANT CREATE, USAGE ON SCHEMA public TO \"guest\""),
        (kyr("tls"), "leave out sslmode=disable"),
        (format!("postgres://kyr:kyr-password@localhost:{port}/tls"), "SSL_CERT_FILE"),
    ] {
        let said = fault(&address);
        assert!(said.contains(wanted), "{wanted}: {said}");
        assert!(!said.contains("password@") && !said.contains("kyr-passwor"), "{said}");
    }
}

#[test]
fn a_server_without_tls_where_it_is_wanted() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let _ = (&stream).read(&mut [0; 8]);
            let _ = (&stream).write_all(b"N");
        }
    });
    let said = fault(&format!("postgres://kyr@{address}/kyr?sslmode=require"));
    assert!(said.contains("has no TLS") && said.contains("leave out sslmode=require"), "{said}");
}

#[test]
fn a_server_that_says_nothing() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let said = fault(&format!("postgres://kyr@{}/kyr", listener.local_addr().expect("an address")));
    assert!(said.contains("does not answer in time"), "{said}");
}

#[test]
fn whoever_may_not_make_tables_can_use_those_that_are_there() {
    let Some(server) = Server::shared() else { return };
    let owner = open(&server.database("granted"));
    owner.put(&[1; 32], b"1").expect("writable");
    server.administrate("granted", "GRANT SELECT, INSERT, UPDATE, DELETE ON kyr_preferences, kyr_mark TO guest");
    let guest = open(&server.address("guest:guest-password", "granted"));
    assert_eq!(guest.get(&[1; 32]).expect("readable"), Some(b"1".to_vec()));
    guest.remove(&[1; 32]).expect("removed");
    assert_eq!(owner.count().expect("readable"), 0);
}

#[test]
fn a_restart_of_the_server_is_survived() {
    let Some(server) = Server::own() else { return };
    let address = server.database("restarted");
    let kept = |store| Preferences::kept(Box::new(store), [1; 32]).expect("its key");
    let (bot, watcher) = (Bot::new(engine(), kept(open(&address))), open(&address));
    let spoken = || bot.locale(&PersonId::new("4711"), None);
    let [english, spanish] = ["en", "es"].map(|tag| Locale::parse(tag).expect("a tag"));
    bot.handle(&asker("4711"), &query("idioma español"));
    assert_eq!(spoken(), spanish);

    server.run("stop");
    let began = Instant::now();
    assert_eq!(spoken(), english, "what was chosen is not known");
    assert!(began.elapsed() < AT_MOST, "{:?}", began.elapsed());
    let began = Instant::now();
    let forgotten = bot.handle(&asker("4711"), &query("forget me"));
    assert!(began.elapsed() < AT_ONCE, "{:?}", began.elapsed());
    let said = kyr::engine::plain::write(&forgotten.document);
    assert!(said.contains("Something went wrong"), "what could not be deleted is not said to be: {said}");

    server.run("start");
    assert_eq!(comes_back(|| Some(spoken()).filter(|locale| *locale == spanish)), spanish);
    let said = kyr::engine::plain::write(&bot.handle(&asker("4711"), &query("forget me")).document);
    assert!(said.contains("forgotten your language"), "{said}");
    assert_eq!(comes_back(|| watcher.count().ok()), 0);

    // A quick one is not even noticed, or only as long as the server is away.
    watcher.put(&[1; 32], b"1").expect("writable");
    server.run("stop");
    server.run("start");
    assert_eq!(comes_back(|| watcher.get(&[1; 32]).ok()), Some(b"1".to_vec()));
    assert_eq!(open(&address).count().expect("readable"), 1);
}

/// Passes everything on to the server until it is frozen; what was connected then never answers again.
fn between(server: &Server) -> (String, Arc<AtomicBool>) {
    let (to, frozen) = (server.socket(), Arc::new(AtomicBool::new(false)));
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let gate = frozen.clone();
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let Ok(server) = TcpStream::connect(&to) else { continue };
            for (from, into) in [(&client, &server), (&server, &client)] {
                let (mut from, mut into) = (from.try_clone().expect("a handle"), into.try_clone().expect("a handle"));
                let gate = gate.clone();
                std::thread::spawn(move || {
                    let mut buffer = [0; 4096];
                    while let Ok(read @ 1..) = from.read(&mut buffer) {
                        while gate.load(Ordering::Relaxed) {
                            std::thread::sleep(Duration::from_millis(20));
                        }
                        let _ = into.write_all(&buffer[..read]);
                    }
                });
            }
        }
    });
    (address, frozen)
}

#[test]
fn a_server_that_falls_silent_holds_nobody_up() {
    let Some(server) = Server::shared() else { return };
    let direct = server.database("silent");
    let (between, frozen) = between(&server);
    let store = Arc::new(open(&direct.replace(&server.socket(), &between)));
    store.put(&[1; 32], b"1").expect("writable");
    frozen.store(true, Ordering::Relaxed);
    // Two workers, four that ask: others must get their turn all the same, and nobody waits twice.
    let runtime =
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime");
    let began = Instant::now();
    runtime.block_on(async {
        let asking: Vec<_> = (0..4)
            .map(|_| {
                let store = store.clone();
                tokio::spawn(async move { [store.get(&[1; 32]).is_err(), store.get(&[1; 32]).is_err()] })
            })
            .collect();
        let turn = tokio::spawn(async {
            for _ in 0..10 {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        });
        turn.await.expect("a turn");
        assert!(began.elapsed() < Duration::from_millis(1_000), "others waited {:?}", began.elapsed());
        for asked in asking {
            assert_eq!(asked.await.expect("no panic"), [true, true]);
        }
    });
    assert!(began.elapsed() < AT_MOST, "{:?}", began.elapsed());
    frozen.store(false, Ordering::Relaxed);
    assert_eq!(comes_back(|| store.get(&[1; 32]).ok()), Some(b"1".to_vec()));
}

/// Runs the program with a configuration and an environment.
fn program(
    folder: &Path,
    arguments: &[&str],
    configuration: &str,
    variables: &[(&str, &str)],
) -> (Option<i32>, String) {
    let file = folder.join("kyr.yaml");
    std::fs::write(&file, configuration).expect("writable");
    let mut command = kyr(folder);
    command.args(arguments).arg("--config").arg(&file).envs(variables.iter().copied());
    let done = command.output().expect("the program starts");
    let text = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
    (done.status.code(), text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn one_line_chooses_the_database_and_the_password_comes_from_elsewhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str], text: &str, set: &[(&str, &str)]| program(folder.path(), arguments, text, set);
    let check = |text: &str| run(&["check"], text, &[]);
    assert_eq!(check("database: postgres://kyr:secret@db/kyr\n").0, Some(0));
    let (code, said) = check("database: mysql://kyr:secret@db/kyr\n");
    assert!(code == Some(2) && said.contains("kyr.yaml: database: ") && !said.contains("secret"), "{said}");
    let (code, said) = check("database: postgres://kyr@db/kyr\ndatabase_password_file: none\n");
    assert!(code == Some(2) && said.contains("database_password_file") && said.contains("none"), "{said}");

    let Some(server) = Server::shared() else { return };
    let port = server.port();
    let trusted = root().join("tests/postgres/ca.pem");
    let trust = ("SSL_CERT_FILE", trusted.to_str().expect("UTF-8"));
    let line = format!("database: postgres://kyr@localhost:{port}/tls\n");
    let (code, said) = run(&["privacy"], &line, &[trust, ("KYR_DATABASE_PASSWORD", "kyr-password")]);
    assert!(code == Some(0) && said.contains("0 entries are there now."), "{said}");
    let wanted = format!("The PostgreSQL database tls at localhost:{port}, as kyr");
    assert!(said.contains(&wanted) && !said.contains("kyr-password"), "{said}");

    std::fs::write(folder.path().join("password"), "kyr-password\n").expect("writable");
    let file = format!("{line}database_password_file: password\n");
    assert_eq!(run(&["privacy"], &file, &[trust]).0, Some(0));
    let whole = format!("postgres://kyr:kyr-password@localhost:{port}/tls");
    assert_eq!(run(&["privacy"], "room:\n", &[trust, ("KYR_DATABASE_URL", &whole)]).0, Some(0));
    let (code, said) = run(&["privacy"], &line, &[trust, ("KYR_DATABASE_PASSWORD", "wrong")]);
    assert!(code == Some(2) && said.contains("cannot be counted now") && said.contains("is wrong"), "{said}");
}

/// Without a token, so that a Kyr whose preferences are well ends with that.
#[cfg(feature = "discord")]
const NOWHERE: &str = "discord:\n  application_id: '1'\n";

#[cfg(feature = "discord")]
#[test]
fn replicas_need_the_same_data_key() {
    let Some(server) = Server::shared() else { return };
    let configuration = format!("{NOWHERE}database: {}\n", server.database("replicas"));
    let [first, second] = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    let run = |folder: &Path, set: &[(&str, &str)]| program(folder, &["run"], &configuration, set).1;
    let well = "KYR_DISCORD_TOKEN";
    let said = run(first.path(), &[]);
    assert!(said.contains(well) && first.path().join("data/key").exists(), "{said}");
    let said = run(second.path(), &[]);
    assert!(said.contains("the data key is missing") && !second.path().join("data/key").exists(), "{said}");
    let said = run(second.path(), &[("KYR_DATA_KEY", "another")]);
    assert!(said.contains("is not the one that") && said.contains("KYR_DATA_KEY"), "{said}");
    let key = std::fs::read_to_string(first.path().join("data/key")).expect("the key");
    let said = run(second.path(), &[("KYR_DATA_KEY", key.trim())]);
    assert!(said.contains(well), "{said}");
}
