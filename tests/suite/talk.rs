//! A small pack on the disk that tests may change, and a conversation with the real program about it.
//! It must not know what is tested.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::{Duration, Instant};

use kyr::diagnostic::Files;

use crate::cli::kyr;
use crate::lint::base;

/// Longer than anything takes, on a machine that has other things to do and a program that is not optimized.
const PATIENCE: Duration = Duration::from_secs(400);

/// The title of a topic of the small pack, and how its answer begins.
pub const DOOR: &str = "ICE is at my door";
pub const ANSWER: &str = "You do not have to open the door.";
/// The file of that answer.
pub const DOOR_FILE: &str = "text/en/rights/home-visit.yaml";

/// A small pack without catalogs of its own, with examples to learn from.
pub fn small_pack() -> Files {
    let mut files = base();
    files.retain(|path, _| !path.starts_with("locales/"));
    for (path, text) in files.iter_mut().filter(|(path, _)| path.starts_with("text/") && path.split('/').count() == 4) {
        let words = if path.contains("hotlines") { "whom can I call for help" } else { "they want to come in" };
        text.push_str(&format!("examples:\n  - \"{words}\"\n  - \"please tell me: {words}\"\n"));
    }
    let none =
        "examples:\n  - \"how do I bake bread\"\n  - \"what is the weather like today\"\n  - \"who won the game\"\n";
    files.insert("text/en/none.yaml".to_owned(), none.to_owned());
    files
}

/// Writes all files under `root`.
pub fn write(root: &Path, files: &Files) {
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(path, text).expect("writable");
    }
}

/// `kyr chat` with a pack from a folder.
pub struct Talk {
    pub home: tempfile::TempDir,
    pub pack: PathBuf,
    child: Child,
    input: ChildStdin,
    said: Arc<Mutex<String>>,
    told: Arc<Mutex<String>>,
}

impl Drop for Talk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Talk {
    /// About the small pack, in a folder of its own.
    pub fn start() -> Self {
        let home = tempfile::tempdir().expect("a temporary folder");
        let pack = home.path().join("pack");
        write(&pack, &small_pack());
        Self::about(home, pack)
    }

    pub fn about(home: tempfile::TempDir, pack: PathBuf) -> Self {
        let mut child = kyr(home.path())
            .arg("--content")
            .arg(&pack)
            .args(["chat", "--lang", "en"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let input = child.stdin.take().expect("piped");
        let said = gather(child.stdout.take().expect("piped"));
        let told = gather(child.stderr.take().expect("piped"));
        let talk = Self { home, pack, child, input, said, told };
        talk.prompted(0);
        talk
    }

    /// What Kyr answers.
    pub fn ask(&mut self, question: &str) -> String {
        let from = self.said.lock().expect("whole").len();
        writeln!(self.input, "{question}").expect("the program reads");
        self.prompted(from)
    }

    /// Asks until the answer has `words` in it; how long that took.
    pub fn answers(&mut self, question: &str, words: &str) -> Duration {
        let begun = Instant::now();
        loop {
            let answer = self.ask(question);
            if answer.contains(words) {
                return begun.elapsed();
            }
            assert!(begun.elapsed() < PATIENCE, "no “{words}” in:\n{answer}\ntold: {}", self.told());
            sleep(Duration::from_millis(10));
        }
    }

    /// What was told beside the conversation.
    pub fn told(&self) -> String {
        self.told.lock().expect("whole").clone()
    }

    /// Waits until all of `words` were told on one line, `times` times.
    pub fn tells(&self, words: &[&str], times: usize) {
        let begun = Instant::now();
        let fits = |line: &&str| words.iter().all(|word| line.contains(word));
        while self.told().lines().filter(fits).count() < times {
            assert!(begun.elapsed() < PATIENCE, "no line {words:?} in:\n{}", self.told());
            sleep(Duration::from_millis(20));
        }
    }

    /// Changes a file of the pack in place.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let path = self.pack.join(path);
        let text = fs::read_to_string(&path).expect("a text");
        assert!(text.contains(from), "no “{from}” in {text}");
        fs::write(&path, text.replace(from, to)).expect("writable");
    }

    /// What is said from `from` on until the next prompt.
    fn prompted(&self, from: usize) -> String {
        let begun = Instant::now();
        loop {
            let said = self.said.lock().expect("whole")[from..].to_owned();
            if said.ends_with("\n\n> ") {
                return said;
            }
            assert!(begun.elapsed() < PATIENCE, "no prompt after: {said}\ntold: {}", self.told());
            sleep(Duration::from_millis(2));
        }
    }
}

/// Everything that comes out, as it comes.
fn gather(mut from: impl Read + Send + 'static) -> Arc<Mutex<String>> {
    let gathered = Arc::new(Mutex::new(String::new()));
    let into = gathered.clone();
    std::thread::spawn(move || {
        let mut rest = Vec::new();
        let mut buffer = [0; 4096];
        while let Ok(read @ 1..) = from.read(&mut buffer) {
            rest.extend_from_slice(&buffer[..read]);
            let whole = std::str::from_utf8(&rest).map_or_else(|error| error.valid_up_to(), str::len);
            let text: Vec<u8> = rest.drain(..whole).collect();
            into.lock().expect("whole").push_str(&String::from_utf8_lossy(&text));
        }
    });
    gathered
}
