//! Learning from a pack in a process of its own: with a large pack it takes hundreds of megabytes and some minutes of a
//! processor, and those who ask must miss neither. If memory runs out, that process is the one to go.
//! It must not know why something is learned.

use std::borrow::Cow;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};

use crate::content::Pack;
use crate::engine::Trained;

/// `kyr learn`: a pack comes in, what it teaches goes out; only Kyr itself calls it.
#[derive(clap::Args)]
pub struct Arguments {}

impl Arguments {
    pub fn run(self) -> Result<ExitCode> {
        step_back();
        let mut bytes = Vec::new();
        std::io::stdin().read_to_end(&mut bytes).context("cannot read the pack")?;
        let pack: Pack = postcard::from_bytes(&bytes).context("this is no pack: only Kyr itself calls `kyr learn`")?;
        drop(bytes);
        std::io::stdout().write_all(&Trained::train_aside(&pack).to_bytes()?)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Lets another process learn, and waits for it.
///
/// # Errors
/// When it cannot be started, or ends without a result.
pub fn learn(pack: &Pack) -> Result<Trained> {
    let mut command = Command::new(program()?);
    command.arg("learn").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    // Ctrl-C is for whoever waits for it, who takes it along.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().context("cannot start a process that learns")?;
    let written = child.stdin.take().context("no way in")?.write_all(&postcard::to_stdvec(pack)?);
    let mut bytes = Vec::new();
    let read = child.stdout.take().context("no way out")?.read_to_end(&mut bytes);
    let status = child.wait()?;
    if !status.success() || written.is_err() || read.is_err() {
        bail!("the process that learns ended with {status}: is there enough memory?");
    }
    Trained::from_bytes(Cow::Owned(bytes))
}

/// This very program, also when its file has been replaced by a newer one.
fn program() -> Result<PathBuf> {
    if cfg!(target_os = "linux") {
        return Ok(PathBuf::from("/proc/self/exe"));
    }
    std::env::current_exe().context("cannot find the program itself")
}

/// Leaves processor and memory to whoever answers, and ends when they do.
fn step_back() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{Signal, nice, set_parent_process_death_signal};
        let _ = nice(10);
        let _ = set_parent_process_death_signal(Some(Signal::KILL));
        // When memory runs out, the system ends this one first.
        let _ = std::fs::write("/proc/self/oom_score_adj", "1000");
    }
}
