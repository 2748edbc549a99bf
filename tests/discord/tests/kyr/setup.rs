//! `kyr setup` against the fake: answers from a pipe and on a terminal, what is written, what is not.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use kyr_discord_tests::fake::Discord;
use kyr_discord_tests::harness::{READY, Stage};
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

/// A stage without a configuration.
async fn empty() -> Stage {
    let stage = Stage::prepare().await;
    stage.kyr.remove("discord-token");
    stage
}

fn setup(stage: &Stage) -> Command {
    let mut command = stage.kyr.command("setup");
    command.args(["--discord-test-api", &stage.discord.api()]);
    command
}

/// Gives these answers through a pipe; the exit code and what was said.
async fn answered(stage: &Stage, answers: &[&str]) -> (i32, String) {
    let pipes = || (Stdio::piped(), Stdio::piped(), Stdio::piped());
    let (input, output, errors) = pipes();
    let mut child = setup(stage).stdin(input).stdout(output).stderr(errors).spawn().expect("the program starts");
    let text: String = answers.iter().map(|answer| format!("{answer}\n")).collect();
    // It may end before it has read all.
    let _ = child.stdin.take().expect("piped").write_all(text.as_bytes()).await;
    let output = child.wait_with_output().await.expect("the program ends");
    let said = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    assert!(!said.contains(&stage.discord.token()), "the token is in:\n{said}");
    (output.status.code().unwrap_or(-1), said)
}

fn files(stage: &Stage) -> Vec<PathBuf> {
    let mut found: Vec<_> = stage.kyr.folder().read_dir().expect("a folder").flatten().map(|it| it.path()).collect();
    found.retain(|path| path.is_file());
    found.sort();
    found
}

#[tokio::test]
async fn five_answers_make_a_kyr_that_serves() {
    let mut stage = empty().await;
    let token = stage.discord.token();
    let (code, said) = answered(&stage, &["discord", &token, "", "es", "ca"]).await;
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("5 of 5.") && !said.contains("6 of"), "{said}");
    assert!(said.contains("all is well") && said.contains("kyr run --config"), "{said}");
    let folder = stage.kyr.folder().to_owned();
    assert_eq!(files(&stage), [folder.join("discord-token"), folder.join("kyr.yaml")]);
    let mode = folder.join("discord-token").metadata().expect("written").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let written = std::fs::read_to_string(folder.join("kyr.yaml")).expect("written");
    assert!(written.contains(&stage.discord.application_id().to_string()), "the id is the token's: {written}");
    stage.kyr.settings = serde_saphyr::from_str(&written).expect("YAML");
    assert_eq!(stage.kyr.settings["room"]["language"], "es");
    assert_eq!(stage.kyr.settings["room"]["state"], "CA");
    stage.kyr.start().await;
    stage.end().await;
}

#[tokio::test]
async fn answers_are_looked_at_at_once() {
    let stage = empty().await;
    let (token, other) = (stage.discord.token(), Discord::start().await);
    let answers =
        ["telegram", "discord", "", "nonsense", &other.token(), &token, "12x", "42", "", "xx", "en", "XX", "none"];
    let (code, said) = answered(&stage, &answers).await;
    assert_eq!(code, 0, "{said}");
    for wanted in [
        "`telegram` is none",
        "needs an answer",
        "no bot's token",
        "doesn't take the bot's token",
        "`12x` is no number",
        "belongs to another application",
        "no language `xx`",
        "`XX` is no state",
    ] {
        assert!(said.contains(wanted), "no “{wanted}” in:\n{said}");
    }
    assert!(!said.contains(&other.token()), "{said}");
    stage.end().await;
}

#[tokio::test]
async fn answers_that_end_early_leave_nothing() {
    let stage = empty().await;
    let token = stage.discord.token();
    let answers = ["discord", &token, "", "en"];
    for (given, number) in [(0, "question 1 of 5"), (1, "question 2"), (2, "question 3"), (4, "question 5")] {
        let (code, said) = answered(&stage, &answers[..given]).await;
        assert_eq!(code, 2, "{said}");
        assert!(said.contains(number) && said.contains("nothing was written"), "{said}");
        assert!(files(&stage).is_empty(), "{:?}", files(&stage));
    }
    stage.end().await;
}

#[tokio::test]
async fn nothing_is_replaced_unasked() {
    let stage = empty().await;
    stage.kyr.write("kyr.yaml", "mine");
    let (code, said) = answered(&stage, &["no"]).await;
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("Nothing was changed"), "{said}");
    stage.kyr.write("discord-token", "old\n");
    let token = stage.discord.token();
    let (code, said) = answered(&stage, &["yes", "discord", &token, "", "", "", "no"]).await;
    assert_eq!(code, 1, "{said}");
    let read = |name: &str| std::fs::read_to_string(stage.kyr.folder().join(name)).expect("there");
    assert_eq!((read("kyr.yaml").as_str(), read("discord-token").as_str()), ("mine", "old\n"));
    let (code, said) = answered(&stage, &["yes", "discord", &token, "", "", "", "yes"]).await;
    assert_eq!(code, 0, "{said}");
    assert_eq!(read("discord-token"), format!("{token}\n"));
    // What is there is the default.
    let (code, said) = answered(&stage, &["yes", "discord", "", "", "", ""]).await;
    assert_eq!(code, 0, "{said}");
    assert_eq!(read("discord-token"), format!("{token}\n"));
    stage.end().await;
}

#[tokio::test]
async fn without_discord_the_answers_are_kept_all_the_same() {
    let stage = empty().await;
    stage.discord.set_down(true);
    let id = stage.discord.application_id().to_string();
    let (code, said) = answered(&stage, &["discord", &stage.discord.token(), &id, "", ""]).await;
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("discord: reached") && said.contains("Mend what is wrong"), "{said}");
    assert_eq!(files(&stage).len(), 2);
    stage.discord.set_down(false);
    stage.end().await;
}

/// The two ends of a new terminal: the person's and the program's.
fn terminal() -> (File, OwnedFd) {
    let (mut ours, mut theirs) = (0, 0);
    let (name, kind, size) = (std::ptr::null_mut(), std::ptr::null(), std::ptr::null());
    // SAFETY: both places are valid, and the others may be null.
    let made = unsafe { libc::openpty(&mut ours, &mut theirs, name, kind, size) };
    assert_eq!(made, 0, "{}", std::io::Error::last_os_error());
    // SAFETY: both were just opened and belong to nobody else. A child must not keep the person's end.
    unsafe {
        libc::fcntl(ours, libc::F_SETFD, libc::FD_CLOEXEC);
        (File::from_raw_fd(ours), OwnedFd::from_raw_fd(theirs))
    }
}

/// From now on this process's terminal is its standard input.
fn take_terminal() -> std::io::Result<()> {
    // SAFETY: both take and leave no memory.
    match unsafe { libc::setsid() >= 0 && libc::ioctl(0, libc::TIOCSCTTY, 0) == 0 } {
        true => Ok(()),
        false => Err(std::io::Error::last_os_error()),
    }
}

/// Whether the terminal shows what is typed.
fn echoes(terminal: &File) -> bool {
    let mut settings = std::mem::MaybeUninit::<libc::termios>::uninit();
    // SAFETY: the settings are read only when the call has written them.
    unsafe {
        assert_eq!(libc::tcgetattr(terminal.as_raw_fd(), settings.as_mut_ptr()), 0);
        settings.assume_init().c_lflag & libc::ECHO != 0
    }
}

// The person waits for the screen, and Discord must answer meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn on_a_terminal_the_token_is_not_shown() {
    let stage = empty().await;
    let (mut person, theirs) = terminal();
    let mut command = setup(&stage);
    let end = || Stdio::from(theirs.try_clone().expect("a terminal"));
    command.stdin(end()).stdout(end()).stderr(end());
    // SAFETY: two system calls without memory of their own.
    unsafe { command.pre_exec(take_terminal) };
    let mut child = command.spawn().expect("the program starts");
    drop(command);
    drop(theirs);
    let (sender, said) = mpsc::channel();
    let mut screen = person.try_clone().expect("a terminal");
    std::thread::spawn(move || {
        let mut piece = [0; 1024];
        // Ends with an error when the program has gone.
        while let Ok(count @ 1..) = screen.read(&mut piece) {
            let _ = sender.send(String::from_utf8_lossy(&piece[..count]).into_owned());
        }
    });
    let mut shown = String::new();
    let mut wait_for = |question: &str| {
        while !shown.split(question).nth(1).is_some_and(|rest| rest.contains("> ")) {
            let piece = said.recv_timeout(Duration::from_secs(30));
            shown.push_str(&piece.unwrap_or_else(|_| panic!("no {question} in:\n{shown}")));
        }
        shown.clone()
    };
    let token = stage.discord.token();
    for (question, answer) in [("1 of 5", "discord"), ("2 of 5", &token), ("3 of 5", ""), ("4 of 5", "es")] {
        wait_for(question);
        // The prompt comes a moment before the echo is off: nobody types so soon.
        while answer == token && echoes(&person) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        person.write_all(format!("{answer}\n").as_bytes()).expect("the program reads");
    }
    let screen = wait_for("5 of 5");
    person.write_all(b"\n").expect("the program reads");
    let status = child.wait().await.expect("the program ends");
    assert_eq!(status.code(), Some(0), "{screen}");
    assert!(screen.contains("discord\r\n") && screen.contains("es\r\n"), "other answers are shown:\n{screen}");
    assert!(!screen.contains(&token), "the token is on the screen:\n{screen}");
    let written = std::fs::read_to_string(stage.kyr.folder().join("discord-token")).expect("written");
    assert_eq!(written, format!("{token}\n"));
    assert!(!screen.contains(READY));
    stage.end().await;
}
