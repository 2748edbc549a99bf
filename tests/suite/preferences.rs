//! What every store of preferences must do, tried on all of them: in memory, in a file, in a real PostgreSQL.
//! It must not know how a store works; what only one can do is tried beside it.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Barrier;

use kyr::bot::{Asker, Bot};
use kyr::engine::{Asked, ConversationId, PersonId, Query, Settings};
use kyr::locale::Locale;
use kyr::preferences::{File, Memory, Preferences, Store, WrongKey};

use crate::server::Server;
use crate::transcripts::engine;

/// Opens the same store each time.
type Open = Box<dyn Fn() -> Box<dyn Store> + Sync>;

/// The stores that outlive the program, each empty.
fn kept(folder: &Path, name: &str) -> Vec<Open> {
    let folder = folder.to_owned();
    let mut stores: Vec<Open> = vec![Box::new(move || Box::new(File::open(&folder).expect("a store")))];
    if let Some(server) = Server::shared() {
        let address = server.database(name);
        stores.push(Box::new(move || Box::new(crate::postgres::open(&address))));
    }
    stores
}

/// One of each.
fn all(folder: &Path, name: &str) -> Vec<Box<dyn Store>> {
    let memory: Box<dyn Store> = Box::new(Memory::default());
    std::iter::once(memory).chain(kept(folder, name).iter().map(|open| open())).collect()
}

fn settings(tag: &str) -> Settings {
    Settings { locale: Some(Locale::parse(tag).expect("a tag")), ..Settings::default() }
}

pub fn asker(id: &str) -> Asker {
    Asker { person: PersonId::new(id), place: ConversationId::new(id) }
}

pub fn query(text: &str) -> Query {
    Query::new(Asked::Words(text.to_owned()), "2026-11-22".parse().expect("a date"), 0)
}

#[test]
fn bytes_are_kept_replaced_and_removed() {
    let folder = tempfile::tempdir().expect("a folder");
    for store in all(folder.path(), "bytes") {
        let every: Vec<u8> = (0..=255).cycle().take(100_000).collect();
        let keys: [[u8; 32]; 4] = [[0; 32], [255; 32], [b'\''; 32], std::array::from_fn(|at| at as u8)];
        for (key, value) in keys.iter().zip([&b""[..], b"{}", &every, b"\0"]) {
            assert_eq!(store.get(key).expect("readable"), None);
            store.put(key, b"before").expect("writable");
            store.put(key, value).expect("writable");
            assert_eq!(store.get(key).expect("readable").as_deref(), Some(value));
        }
        assert_eq!(store.count().expect("readable"), 4);
        for _ in 0..2 {
            store.remove(&keys[1]).expect("removed, and once more");
            assert_eq!(store.get(&keys[1]).expect("readable"), None);
            assert_eq!(store.count().expect("readable"), 3);
        }
        assert_eq!(store.get(&keys[2]).expect("readable"), Some(every));
    }
}

#[test]
fn values_are_kept_under_names_and_forgotten() {
    let folder = tempfile::tempdir().expect("a folder");
    for store in all(folder.path(), "names") {
        let preferences = Preferences::kept(store, [1; 32]).expect("a new store");
        assert_eq!(preferences.load::<Settings>("room 1"), None);
        assert!(preferences.save("room 1", &settings("es")));
        assert!(preferences.save("room 1", &settings("fr")));
        assert_eq!(preferences.load("room 1"), Some(settings("fr")));
        assert_eq!(preferences.load::<Settings>("room 2"), None);
        assert!(preferences.save("room 1", &Settings::default()));
        assert_eq!(preferences.load::<Settings>("room 1"), None);
    }
}

#[test]
fn another_key_is_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    for open in kept(folder.path(), "another_key") {
        assert_eq!(open().mark().expect("readable"), None);
        let first = Preferences::kept(open(), [1; 32]).expect("a new store");
        assert!(first.save("room 1", &settings("es")));
        let wrong = Preferences::kept(open(), [2; 32]).map(|_| ()).expect_err("another key");
        assert!(wrong.is::<WrongKey>(), "{wrong:#}");
        assert_eq!(Preferences::kept(open(), [1; 32]).expect("the same key").load("room 1"), Some(settings("es")));
    }
}

#[test]
fn two_that_share_a_store_see_the_same() {
    let folder = tempfile::tempdir().expect("a folder");
    for open in kept(folder.path(), "two") {
        let one = Preferences::kept(open(), [1; 32]).expect("a store");
        let other = Preferences::kept(open(), [1; 32]).expect("a store");
        assert!(one.save("room 1", &settings("es")));
        assert_eq!(other.load("room 1"), Some(settings("es")));
        assert!(other.save("room 1", &settings("fr")));
        assert_eq!(one.load("room 1"), Some(settings("fr")));
        drop((one, other));
        assert_eq!(Preferences::kept(open(), [1; 32]).expect("a store").load("room 1"), Some(settings("fr")));
    }
}

#[test]
fn of_many_that_start_at_once_one_key_wins() {
    let folder = tempfile::tempdir().expect("a folder");
    for open in kept(folder.path(), "start") {
        let all = Barrier::new(6);
        let claimed: Vec<_> = std::thread::scope(|scope| {
            let start = |own: u8| {
                let (open, all) = (&open, &all);
                scope.spawn(move || {
                    all.wait();
                    open().claim(&[own; 32]).expect("a mark")
                })
            };
            let started: Vec<_> = (1..=6).map(start).collect();
            started.into_iter().map(|thread| thread.join().expect("no panic")).collect()
        });
        assert!(claimed.iter().all(|mark| *mark == claimed[0]), "{claimed:?}");
        assert_eq!(open().mark().expect("readable"), Some(claimed[0]));
    }
}

#[test]
fn many_threads_share_a_store() {
    let folder = tempfile::tempdir().expect("a folder");
    for store in all(folder.path(), "threads") {
        std::thread::scope(|scope| {
            for thread in 0..8_u8 {
                let store = &store;
                scope.spawn(move || {
                    for at in 0..25_u8 {
                        let key = [thread ^ (at << 3); 32];
                        store.put(&key, &[at]).expect("writable");
                        assert!(store.get(&key).expect("readable").is_some());
                    }
                });
            }
        });
    }
}

#[test]
fn forget_me_deletes_what_a_person_chose() {
    let folder = tempfile::tempdir().expect("a folder");
    for open in kept(folder.path(), "forget") {
        let bot = Bot::new(engine(), Preferences::kept(open(), [1; 32]).expect("a store"));
        for ask in ["idioma español", "estado CA"] {
            bot.handle(&asker("4711"), &query(ask));
            bot.handle(&asker("4712"), &query(ask));
        }
        assert_eq!(open().count().expect("readable"), 2);
        assert_eq!(bot.locale(&PersonId::new("4711"), None), Locale::parse("es").expect("a tag"));
        bot.handle(&asker("4711"), &query("forget me"));
        assert_eq!(open().count().expect("readable"), 1);
        assert_eq!(bot.locale(&PersonId::new("4711"), None), Locale::parse("en").expect("a tag"));
        assert_eq!(bot.locale(&PersonId::new("4712"), None), Locale::parse("es").expect("a tag"));
    }
}

/// Reads the raw bytes of all files: free pages, log and all.
fn files_hold(folder: &Path, part: &[u8]) -> bool {
    std::fs::read_dir(folder).expect("the folder").any(|entry| {
        let bytes = std::fs::read(entry.expect("an entry").path()).expect("a file");
        bytes.windows(part.len()).any(|window| window == part)
    })
}

#[test]
fn the_file_shows_no_name_and_nothing_of_what_was_forgotten() {
    let folder = tempfile::tempdir().expect("a folder");
    let open = || Preferences::kept(Box::new(File::open(folder.path()).expect("a store")), [1; 32]).expect("its key");
    let preferences = open();
    assert!(preferences.save("room 4711", &settings("es")) && preferences.save("room 4712", &settings("fr")));
    assert!(!files_hold(folder.path(), b"4711"));
    let digits = preferences.mark("room 4711");
    let begin: Vec<u8> =
        (0..8).map(|at| u8::from_str_radix(&digits[2 * at..2 * at + 2], 16).expect("hexadecimal")).collect();
    assert!(files_hold(folder.path(), &begin) && files_hold(folder.path(), br#""es""#), "kept under the mark");
    assert!(preferences.save("room 4711", &Settings::default()));
    assert!(!files_hold(folder.path(), &begin) && !files_hold(folder.path(), br#""es""#));
    assert!(files_hold(folder.path(), br#""fr""#));
}

/// SQLite overwrites deleted rows, but where it moves rows from one page to another it leaves copies, which it will not
/// overwrite: of some rows there are two in the file.
#[test]
fn no_copy_of_a_forgotten_entry_is_left_in_the_file() {
    use sha2::Digest;
    let folder = tempfile::tempdir().expect("a folder");
    let store = File::open(folder.path()).expect("a store");
    let keys: Vec<[u8; 32]> = (0..8_000_u32).map(|at| sha2::Sha256::digest(at.to_le_bytes()).into()).collect();
    for key in &keys {
        store.put(key, br#"{"locale":"es","region":"CA"}"#).expect("writable");
    }
    for key in keys.iter().step_by(3) {
        store.put(key, br#"{"locale":"zh-Hans","region":"CA","public":["0011223344556677"]}"#).expect("writable");
    }
    // Closed, the log is empty: all is in the file.
    drop(store);
    let store = File::open(folder.path()).expect("a store");
    let count = || {
        let raw = std::fs::read(File::place(folder.path())).expect("the file");
        let mut found: HashMap<[u8; 8], usize> = keys.iter().map(|key| (begin(key), 0)).collect();
        for part in raw.windows(8) {
            if let Some(count) = found.get_mut(part) {
                *count += 1;
            }
        }
        found
    };
    let before = count();
    let twice: Vec<_> = keys.iter().filter(|key| before[&begin(key)] > 1).take(4).collect();
    assert!(!twice.is_empty(), "this SQLite leaves no copies; then nothing is tried here");
    for key in &twice {
        store.remove(key).expect("removed");
    }
    let after = count();
    assert!(twice.iter().all(|key| after[&begin(key)] == 0));
    assert!(keys.iter().all(|key| after[&begin(key)] > 0 || twice.contains(&key)), "all others are still there");
    let log = std::fs::metadata(folder.path().join("preferences.sqlite-wal")).expect("the log").len();
    assert_eq!(log, 0);
}

/// Enough of a key to find it.
fn begin(key: &[u8; 32]) -> [u8; 8] {
    std::array::from_fn(|at| key[at])
}
