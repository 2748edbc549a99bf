//! The lines on the standard error: for people, for systemd's journal, or as JSON for programs. Kyr's own lines only:
//! what libraries log may hold ids of people and rooms. It must not know what is logged.

use std::fmt;
use std::io::{IsTerminal, stderr};

use tracing::{Event, Level, Subscriber};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::format::{Format, FormatEvent, FormatFields, JsonFields, Writer};
use tracing_subscriber::fmt::{FmtContext, layer};
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::registry::LookupSpan;
use tracing_subscriber::util::SubscriberInitExt;

use crate::config::Lines;

/// Begins to log, and says whether lines are for programs: then nothing else may be written between them.
pub fn start(lines: Lines) -> bool {
    let own = Targets::new().with_default(LevelFilter::OFF).with_target("kyr", LevelFilter::INFO);
    let registry = tracing_subscriber::registry().with(own);
    let journal = is_journal();
    let plain = layer().with_writer(stderr).with_target(false);
    match (lines, journal) {
        (Lines::Text, false) => {
            let ansi = stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
            registry.with(plain.with_ansi(ansi)).init();
        }
        (Lines::Text, true) => {
            let format = Journal(Format::default().without_time().with_level(false).with_target(false));
            registry.with(plain.with_ansi(false).event_format(format)).init();
        }
        (Lines::Json, false) => {
            let format = Format::default().json().flatten_event(true).with_target(false);
            registry.with(plain.with_ansi(false).fmt_fields(JsonFields::new()).event_format(format)).init();
        }
        (Lines::Json, true) => {
            let format = Format::default().json().flatten_event(true).without_time().with_target(false);
            registry.with(plain.with_ansi(false).fmt_fields(JsonFields::new()).event_format(Journal(format))).init();
        }
    }
    journal || lines == Lines::Json
}

/// Lines that the journal reads: how urgent first, and no time, because it has its own.
struct Journal<F>(F);

impl<S, N, F> FormatEvent<S, N> for Journal<F>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
    F: FormatEvent<S, N>,
{
    fn format_event(&self, context: &FmtContext<'_, S, N>, mut writer: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        writer.write_str(match *event.metadata().level() {
            Level::ERROR => "<3>",
            Level::WARN => "<4>",
            Level::INFO => "<6>",
            Level::DEBUG | Level::TRACE => "<7>",
        })?;
        self.0.format_event(context, writer, event)
    }
}

/// Whether the standard error is the journal's own: systemd names its device and inode, which a redirected one has not.
fn is_journal() -> bool {
    let Ok(named) = std::env::var("JOURNAL_STREAM") else { return false };
    let Ok(stat) = rustix::fs::fstat(stderr()) else { return false };
    named == format!("{}:{}", stat.st_dev, stat.st_ino)
}
