//! The command line: one subcommand a file, and the only place where the parts are put together.
//! It must not hold rules, texts or decisions about answers.

mod ask;
mod chat;
mod check;
mod coverage;
#[cfg(feature = "service")]
mod doctor;
mod engines;
mod eval;
mod explain;
mod folder;
#[cfg(feature = "service")]
mod health;
mod learning;
mod pack;
#[cfg(feature = "service")]
mod privacy;
mod reload;
#[cfg(feature = "service")]
mod run;
#[cfg(feature = "service")]
mod setup;
#[cfg(feature = "service")]
mod store;
mod trainings;
mod translate;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};

/// Know-your-rights answers that people wrote, checked, dated and cited.
#[derive(Parser)]
#[command(name = "kyr", version, max_term_width = 100)]
struct Arguments {
    /// Read the pack from this folder instead of the one inside the program
    #[arg(long, global = true, value_name = "DIR")]
    content: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the platforms of a configuration
    #[cfg(feature = "service")]
    Run(run::Arguments),
    /// Say what Kyr keeps where, and how to delete it
    #[cfg(feature = "service")]
    Privacy(privacy::Arguments),
    /// Write a first configuration by answering five questions
    #[cfg(feature = "service")]
    Setup(setup::Arguments),
    /// Find what stands in the way of serving, and how to mend it
    #[cfg(feature = "service")]
    Doctor(doctor::Arguments),
    /// Ask the Kyr that runs whether it lives
    #[cfg(feature = "service")]
    Health(health::Arguments),
    /// Talk to Kyr in the terminal
    Chat(chat::Arguments),
    /// Answer one question, or each line of the standard input
    Ask(ask::Arguments),
    /// Find all faults of a pack or of a configuration
    Check(check::Arguments),
    /// Explain a rule of `kyr check`
    Explain(explain::Arguments),
    /// Measure the answers to questions with known topics
    Eval(eval::Arguments),
    /// Show which texts are complete, stale, unreviewed or missing in each language
    Coverage(coverage::Arguments),
    #[command(hide = true)]
    Learn(learning::Arguments),
    /// Sign packs, and check signed ones
    Pack(pack::Arguments),
    /// List what a translation lacks, or begin a new one
    Translate(translate::Arguments),
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Parses the arguments, runs the subcommand, reports what went wrong.
pub fn main() -> ExitCode {
    silence_panics(|line| eprintln!("{line}"));
    let arguments = Arguments::parse();
    let content = arguments.content;
    let result = match arguments.command {
        #[cfg(feature = "service")]
        Command::Run(arguments) => arguments.run(content),
        #[cfg(feature = "service")]
        Command::Privacy(arguments) => arguments.run(),
        #[cfg(feature = "service")]
        Command::Setup(arguments) => arguments.run(content),
        #[cfg(feature = "service")]
        Command::Doctor(arguments) => arguments.run(content),
        #[cfg(feature = "service")]
        Command::Health(arguments) => arguments.run(),
        Command::Chat(arguments) => arguments.run(content),
        Command::Ask(arguments) => arguments.run(content),
        Command::Check(arguments) => arguments.run(content),
        Command::Explain(arguments) => arguments.run(),
        Command::Eval(arguments) => arguments.run(content),
        Command::Coverage(arguments) => arguments.run(content),
        Command::Learn(arguments) => arguments.run(),
        Command::Pack(arguments) => arguments.run(),
        Command::Translate(arguments) => arguments.run(content),
    };
    result.unwrap_or_else(|error| {
        if is_broken_pipe(&error) {
            return ExitCode::SUCCESS;
        }
        eprintln!("error: {error:#}");
        ExitCode::from(2)
    })
}

/// A panic's message may quote what a person wrote; only its place is reported.
fn silence_panics(report: fn(&str)) {
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
        report(&format!("internal fault at {place}; please report it with this line"));
    }));
}

/// The reader went away (`kyr ask … | head`): nothing is wrong.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.chain().find_map(|cause| cause.downcast_ref::<std::io::Error>());
    io.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

/// Writes to the standard output; a closed pipe is an error that `main` forgives.
fn print(text: &str) -> Result<()> {
    use std::io::Write;
    let mut output = std::io::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()?;
    Ok(())
}
