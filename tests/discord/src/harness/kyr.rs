//! One Kyr: its configuration and secrets in a folder, its process, its log.
//! It runs the program that the environment variable KYR names and sees of it only what an operator sees.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep, timeout};

use super::repository;
use crate::fake::Discord;

/// What stands in the log when it serves.
pub const READY: &str = "discord: ready";
const POLL: Duration = Duration::from_millis(15);

pub struct Kyr {
    folder: PathBuf,
    /// The content of kyr.yaml.
    pub settings: Value,
    /// What is added to its environment.
    pub environment: Vec<(String, String)>,
    process: Option<Child>,
    read_from: usize,
}

/// The program under test.
fn program() -> PathBuf {
    let named = std::env::var_os("KYR").map_or_else(|| repository().join("target/release/kyr"), PathBuf::from);
    let path = std::path::absolute(named).expect("a path");
    assert!(path.exists(), "{} is not there: build it, or set KYR", path.display());
    path
}

/// From now on this process is killed when the thread that started it ends, however that happens.
fn die_with_parent() -> std::io::Result<()> {
    // SAFETY: it takes and leaves no memory.
    match unsafe { libc::prctl(libc::PR_SET_PDEATHSIG, libc::SIGKILL) } {
        0 => Ok(()),
        _ => Err(std::io::Error::last_os_error()),
    }
}

impl Kyr {
    /// A Kyr for this Discord, with its configuration in this folder; not started yet.
    pub fn new(folder: &Path, discord: &Discord) -> Self {
        std::fs::create_dir_all(folder).expect("a folder can be made");
        let settings = json!({
            "discord": {
                "application_id": discord.application_id().to_string(),
                "token_file": "discord-token",
                "test_api": discord.api()
            }
        });
        let kyr = Self { folder: folder.to_owned(), settings, environment: Vec::new(), process: None, read_from: 0 };
        kyr.write("discord-token", &format!("{}\n", discord.token()));
        kyr
    }

    /// Listens for POSTs on a free port instead of using the gateway.
    pub fn as_endpoint(mut self, discord: &Discord) -> Self {
        self.settings["discord"]["endpoint"] = json!({"listen": "127.0.0.1:0", "public_key": discord.public_key()});
        self
    }

    /// Writes a file beside the configuration.
    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.folder.join(name), text).expect("the folder can be written");
    }

    pub fn remove(&self, name: &str) {
        std::fs::remove_file(self.folder.join(name)).expect("a file that was there");
    }

    // ---- life

    /// Starts the process and waits for nothing.
    pub fn launch(&mut self) {
        self.configure();
        self.read_from = self.log().len();
        let log = OpenOptions::new().create(true).append(true).open(self.log_file()).expect("a log");
        let child =
            self.command("run").stdin(Stdio::null()).stdout(log.try_clone().expect("a log")).stderr(log).spawn();
        self.process = Some(child.expect("the program starts"));
    }

    /// Writes the configuration.
    pub fn configure(&self) {
        // JSON is YAML.
        self.write("kyr.yaml", &self.settings.to_string());
    }

    /// The program with this subcommand and the configuration, not started yet.
    pub fn command(&self, subcommand: &str) -> Command {
        let inherited = ["PATH", "LANG", "RUST_BACKTRACE"];
        let inherited = inherited.into_iter().filter_map(|name| Some((name.to_owned(), std::env::var(name).ok()?)));
        let mut command = Command::new(program());
        // SAFETY: the call is one system call without memory of its own.
        unsafe { command.pre_exec(die_with_parent) };
        command
            .args([subcommand, "--config"])
            .arg(self.folder.join("kyr.yaml"))
            .current_dir(std::env::temp_dir())
            .env_clear()
            .envs(inherited)
            .env("HOME", &self.folder)
            .envs(self.environment.iter().cloned())
            .kill_on_drop(true);
        command
    }

    /// What the doctor says of it, and its exit code.
    pub async fn doctor(&self) -> (i32, String) {
        self.configure();
        self.said("doctor", &[]).await
    }

    /// What `kyr health` says of it, and its exit code.
    pub async fn health(&self, arguments: &[&str]) -> (i32, String) {
        self.configure();
        self.said("health", arguments).await
    }

    async fn said(&self, subcommand: &str, arguments: &[&str]) -> (i32, String) {
        let mut command = self.command(subcommand);
        let output = command.args(arguments).stdin(Stdio::null()).output().await.expect("the program starts");
        let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
        (output.status.code().unwrap_or(-1), said)
    }

    /// Starts the process and waits until it says that it is ready.
    pub async fn start(&mut self) {
        self.launch();
        self.logged(&[READY]).await;
    }

    /// SIGTERM; returns the exit code.
    pub async fn stop(&mut self) -> i32 {
        self.signal("TERM").await;
        self.ended(Duration::from_secs(15)).await
    }

    /// Sends a signal by its name.
    pub async fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        let sent = Command::new("kill").args(["-s", name, &pid]).status().await.expect("kill");
        assert!(sent.success(), "the process has ended already:\n{}", self.tail());
    }

    /// SIGKILL: it has no chance to tidy up.
    pub async fn kill(&mut self) {
        self.process.as_mut().expect("it was started").kill().await.expect("it can be killed");
    }

    /// Ends it in order and starts it again.
    pub async fn restart(&mut self) {
        assert_eq!(self.stop().await, 0);
        self.start().await;
    }

    /// Waits until it has ended by itself; returns the exit code.
    pub async fn ended(&mut self, patience: Duration) -> i32 {
        let process = self.process.as_mut().expect("it was started");
        match timeout(patience, process.wait()).await {
            Ok(status) => status.expect("a child").code().unwrap_or(-1),
            Err(_) => panic!("still running after {patience:?}; its log:\n{}", self.tail()),
        }
    }

    pub fn running(&mut self) -> bool {
        self.process.as_mut().is_some_and(|process| matches!(process.try_wait(), Ok(None)))
    }

    pub fn pid(&self) -> u32 {
        self.process.as_ref().and_then(Child::id).expect("it is running")
    }

    /// The processes that it has started.
    pub fn children(&self) -> Vec<u32> {
        let parent = self.pid().to_string();
        let processes =
            std::fs::read_dir("/proc").expect("Linux").filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        // After the name in brackets: the state, and the parent.
        let is_child = |pid: &u32| {
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
            stat.rsplit(") ").next().and_then(|rest| rest.split(' ').nth(1)) == Some(&parent)
        };
        processes.filter_map(|name| name.parse().ok()).filter(is_child).collect()
    }

    /// Processor time since its start.
    pub fn processor_time(&self) -> Duration {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid())).expect("it runs");
        // The second field is the program's name in brackets; the fourteenth and the next are ticks of 10 ms.
        let (_, fields) = stat.rsplit_once(") ").expect("a name");
        let ticks = fields.split(' ').skip(11).take(2).map(|ticks| ticks.parse::<u64>().expect("a number"));
        Duration::from_millis(10 * ticks.sum::<u64>())
    }

    /// Resident memory in bytes.
    pub fn rss(&self) -> u64 {
        let path = format!("/proc/{}/status", self.pid());
        let status = std::fs::read_to_string(path).expect("it is running");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("it has memory");
        let kilobytes: u64 = line.split_whitespace().next().and_then(|number| number.parse().ok()).expect("a number");
        kilobytes * 1024
    }

    /// How long its threads have worked: what others do on the machine does not count.
    pub fn worked(&self) -> Duration {
        let threads = std::fs::read_dir(format!("/proc/{}/task", self.pid())).expect("it is running");
        let told = threads.flatten().filter_map(|thread| std::fs::read_to_string(thread.path().join("schedstat")).ok());
        let nanos = told.filter_map(|told| told.split(' ').next()?.parse::<u64>().ok());
        Duration::from_nanos(nanos.sum())
    }

    // ---- what it leaves behind

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where it keeps what must outlive it.
    pub fn data(&self) -> PathBuf {
        self.folder.join(self.settings["data"].as_str().unwrap_or("data"))
    }

    fn log_file(&self) -> PathBuf {
        self.folder.join("kyr.log")
    }

    /// Everything that it has logged in all its lives.
    pub fn log(&self) -> String {
        let bytes = std::fs::read(self.log_file()).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// What it has logged since its last start.
    pub fn new_log(&self) -> String {
        self.log()[self.read_from..].to_owned()
    }

    /// The end of the log, for messages of failures.
    pub fn tail(&self) -> String {
        let log = self.log();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(40)..].join("\n")
    }

    /// Waits for a line of this life that contains all these words, in whatever case.
    pub async fn logged(&mut self, words: &[&str]) -> String {
        let limit = Instant::now() + Duration::from_secs(30);
        loop {
            let running = self.running();
            let log = self.new_log();
            let fits = |line: &&str| {
                let line = line.to_lowercase();
                words.iter().all(|word| line.contains(&word.to_lowercase()))
            };
            if let Some(line) = log.lines().find(fits) {
                return line.to_owned();
            }
            assert!(running, "ended before it logged {words:?}:\n{}", self.tail());
            assert!(Instant::now() < limit, "no line {words:?}:\n{}", self.tail());
            sleep(POLL).await;
        }
    }

    /// The address that it listens on as an endpoint.
    pub async fn address(&mut self) -> std::net::SocketAddr {
        let line = self.logged(&["discord: listening on "]).await;
        let (_, address) = line.rsplit_once("listening on ").expect("just found");
        let address = address.split_whitespace().next().unwrap_or_default();
        address.parse().unwrap_or_else(|error| panic!("{line}: {error}"))
    }
}
