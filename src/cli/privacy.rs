//! `kyr privacy`: what Kyr keeps where, with the paths of a configuration, and how to delete it. Each sentence must be
//! true of the code; it must not change anything.

use std::path::{Path, PathBuf, absolute};
use std::process::ExitCode;

use anyhow::Result;

use super::{print, store, trainings};
use crate::bot;
use crate::config::secret::Source;
use crate::config::{Config, Database, Discord, Matrix};
use crate::engine::conversation::LIFETIME;
use crate::preferences::{File, Postgres, Store};
use crate::signed::Serials;

/// Columns of a label and of a line.
const LABEL: usize = 10;
const LINE: usize = 100;

#[derive(clap::Args)]
pub struct Arguments {
    /// The configuration that Kyr runs with
    #[arg(long, value_name = "FILE", default_value = "kyr.yaml")]
    config: PathBuf,
}

impl Arguments {
    /// Exit code 2 when the preferences could not be counted.
    pub fn run(self) -> Result<ExitCode> {
        let config = Config::load(&self.config)?;
        let counted = count(&config);
        let mut page = Page(format!("What Kyr keeps, as {} sets it up\n", shown(&self.config)));
        messages(&mut page);
        match &config.database {
            Some(database) => in_database(&mut page, &config, database, &counted),
            None => in_file(&mut page, &config, &counted),
        }
        memory(&mut page, &config);
        if let Some(discord) = &config.discord {
            of_discord(&mut page, discord);
        }
        if let Some(matrix) = &config.matrix {
            of_matrix(&mut page, matrix);
        }
        of_pack(&mut page, &config);
        log(&mut page);
        others(&mut page);
        print(&page.0)?;
        Ok(counted.map_or(ExitCode::from(2), |_| ExitCode::SUCCESS))
    }
}

/// Text with labels on the left.
struct Page(String);

impl Page {
    fn title(&mut self, title: &str) {
        self.0.push_str(&format!("\n{title}\n"));
    }

    fn line(&mut self, label: &str, text: &str) {
        let label = format!("  {label:<LABEL$}");
        let rest = " ".repeat(label.len());
        let options = textwrap::Options::new(LINE).initial_indent(&label).subsequent_indent(&rest).break_words(false);
        // A path is not broken at its dashes.
        let options = options.word_splitter(textwrap::WordSplitter::NoHyphenation);
        self.0.push_str(&textwrap::fill(text, options.word_separator(textwrap::WordSeparator::AsciiSpace)));
        self.0.push('\n');
    }
}

/// The entries that are there now; a file that is not there has none, and is not made.
fn count(config: &Config) -> Result<u64> {
    match &config.database {
        Some(database) => Postgres::open(&store::address(database)?, || false)?.count(),
        None if !File::place(&config.data).exists() => Ok(0),
        None => File::open(&config.data)?.count(),
    }
}

fn messages(page: &mut Page) {
    page.title("Messages");
    page.line("What:", "None. Kyr writes no question and no answer to a disk or to a log.");
}

fn in_file(page: &mut Page, config: &Config, counted: &Result<u64>) {
    let place = shown(&File::place(&config.data));
    chosen(page, config, &format!("The file {place}."), counted);
    page.line(
        "Deleted:",
        "An entry that is deleted is taken out of the file, and Kyr looks whether a copy is left in it. Kyr cannot reach \
         copies that the disk itself or a backup keeps.",
    );
    let all = format!("All of them: stop Kyr, then delete {place}, {place}-wal and {place}-shm.");
    page.line("Delete:", &format!("{}{all}", of_one(config)));
}

fn in_database(page: &mut Page, config: &Config, database: &Database, counted: &Result<u64>) {
    let address =
        store::address(database).map_or_else(|_| "that the configuration names".to_owned(), |a| a.to_string());
    chosen(
        page,
        config,
        &format!(
            "The PostgreSQL database {address}: the table kyr_preferences, and in the table kyr_mark a code \
                       that tells whether the key is the right one."
        ),
        counted,
    );
    page.line(
        "Deleted:",
        "An entry that is deleted is gone from the table at once. On the server's disk PostgreSQL may keep traces of it: \
         until it has cleaned up (VACUUM) and written over them, in its log of changes (WAL), and in backups.",
    );
    let all = "All of them: DELETE FROM kyr_preferences; VACUUM FULL kyr_preferences;";
    page.line("Delete:", &format!("{}{all}", of_one(config)));
}

fn chosen(page: &mut Page, config: &Config, place: &str, counted: &Result<u64>) {
    page.title("What people chose");
    let servers = match config.discord {
        Some(_) => " Of a server on Discord that set something: its language, its state and its public channels.",
        None => "",
    };
    page.line("What:", &format!("Of a person who chose a language or a state: these two.{servers}"));
    let now = match counted {
        Ok(1) => "1 entry is there now.".to_owned(),
        Ok(count) => format!("{count} entries are there now."),
        Err(error) => format!("They cannot be counted now: {error:#}."),
    };
    page.line("Where:", &format!("{place} {now}"));
    page.line(
        "Name:",
        &format!(
            "In place of the id there is a code (HMAC-SHA-256), which is made from the id with a secret key. {} Anyone \
             who has only the entries cannot tell whose they are. Anyone who also has the key and a person's id can find \
             that person's entry.",
            place_of(&config.data_key, "The key")
        ),
    );
    page.line("Until:", "Somebody deletes it. Kyr never deletes an entry by itself.");
}

fn of_one(config: &Config) -> String {
    let (button, server) = match config.discord {
        Some(_) => (
            " (on Discord also the button under /privacy)",
            " A server's: its managers set each thing back with /settings.",
        ),
        None => ("", ""),
    };
    format!("A person's: the person writes \"forget me\" to Kyr{button}.{server} ")
}

fn memory(page: &mut Page, config: &Config) {
    page.title("In memory while Kyr runs");
    let marks = match config.matrix {
        Some(_) => " On Matrix also the ids of the last messages in each room, so that each is answered once.",
        None => "",
    };
    page.line(
        "What:",
        &format!(
            "Of each talk: the last topic, the choices that were offered and the language. How much each person and each \
             room asked in the last minutes, and whom the counts by language have seen (up to ten for each). All of this \
             under hashes whose key is made at the start and kept nowhere. The words of a message only while it is \
             answered.{marks}"
        ),
    );
    page.line(
        "Until:",
        &format!(
            "A talk is of no use any more {} minutes after its last message. It is dropped with the next message from \
             anybody after that. At most {} talks are held.",
            LIFETIME / 60,
            bot::CAPACITY
        ),
    );
    page.line("Delete:", "\"forget me\" empties the talk it is written in. A restart of Kyr drops everything.");
}

fn of_discord(page: &mut Page, discord: &Discord) {
    if discord.endpoint.is_none() {
        page.title("Discord");
        page.line(
            "What:",
            "The place in Discord's stream of events: an id and a number of it, Kyr's own id, an address of Discord's.",
        );
        let files = files(&discord.data, "discord-session-");
        let place = shown(&discord.data.join("discord-session-*.json"));
        page.line("Where:", &format!("{place}. {} there now.", said(&files)));
        page.line("Until:", "It is written over while Kyr runs, and stays when Kyr stops.");
        page.line("Delete:", "Stop Kyr and delete the files. What was asked meanwhile is not answered then.");
    }
}

fn of_matrix(page: &mut Page, matrix: &Matrix) {
    page.title("Matrix");
    page.line(
        "What:",
        "Kyr's device: its sign-in and its keys; the keys to encrypted messages of its rooms, but not the messages; the \
         rooms it is in: their ids, names, topics and settings, and the ids, names and public keys of their members. \
         All of it is encrypted but for one list that the Matrix library needs (the table olm_hash): the public keys of \
         devices that sent Kyr a key, each with a hash of what they sent. The homeserver shows everybody whose a public \
         key is.",
    );
    let place = shown(&matrix.store);
    page.line("Where:", &format!("The folder {place}. {} there now.", said(&files(&matrix.store, ""))));
    page.line("Name:", &place_of(&matrix.store_key, "The key to the folder"));
    page.line(
        "Until:",
        "A room and its settings: until Kyr leaves it. The keys stay, with the ids of the rooms and people they are for.",
    );
    page.line(
        "Delete:",
        &format!(
            "Stop Kyr and delete the folder. Kyr then signs in as a new device; it needs its recovery key for that. {}",
            place_of(&matrix.recovery_key, "The recovery key")
        ),
    );
}

fn of_pack(page: &mut Page, config: &Config) {
    // From an earlier configuration there may be something left.
    let folder = trainings::folder().filter(|folder| config.content.is_some() || folder.exists());
    let Some(folder) = folder else { return };
    page.title("Your own texts");
    page.line("What:", "What Kyr learned from the example questions in your folder of texts; nothing that people ask.");
    page.line("Where:", &format!("The folder {}.", shown(&folder)));
    page.line("Delete:", "Delete the folder. Kyr learns again at its next start.");
    if config.trusted_keys.is_some() {
        page.line("Signed:", "The number and the hash of the newest pack that was taken, so that no older one is.");
        page.line("Where:", &format!("The file {}.", shown(&Serials::place(&config.data))));
    }
}

fn log(page: &mut Page) {
    page.title("Log");
    page.line("What:", "That Kyr starts and stops, and what goes wrong. No message, and no id of a person or a room.");
    page.line("Where:", "The standard error output. Whatever starts Kyr decides where that goes, and for how long.");
}

fn others(page: &mut Page) {
    page.title("What Kyr cannot delete");
    page.line(
        "",
        "The platform, everybody in the room and their phones may keep what was written. So may your backups.",
    );
}

/// Where a key is.
fn place_of(source: &Source, what: &str) -> String {
    let file = source.file.as_deref().map(shown).unwrap_or_default();
    format!("{what} is in the file {file}, or in {} if that is set.", source.variable)
}

/// The sizes of the files of a folder whose names begin so.
fn files(folder: &Path, begin: &str) -> Vec<u64> {
    let Ok(entries) = folder.read_dir() else { return Vec::new() };
    let named = entries.flatten().filter(|entry| entry.file_name().to_string_lossy().starts_with(begin));
    named.filter_map(|entry| entry.metadata().ok().filter(std::fs::Metadata::is_file)).map(|file| file.len()).collect()
}

fn said(files: &[u64]) -> String {
    match files {
        [] => "No file is".to_owned(),
        [size] => format!("1 file of {} KiB is", size.div_ceil(1024)),
        _ => format!("{} files with {} KiB are", files.len(), files.iter().sum::<u64>().div_ceil(1024)),
    }
}

fn shown(path: &Path) -> String {
    absolute(path).unwrap_or_else(|_| path.to_owned()).display().to_string()
}
