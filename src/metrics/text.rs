//! The counts in Prometheus' text format, version 0.0.4. It must not know who asks for them.

use std::fmt::{Display, Write};
use std::time::Duration;

use super::crowd::Crowd;
use super::{Fault, Metrics};
use crate::limits::Of;

/// What is known only at the moment of writing.
pub struct About<'a> {
    pub pack: &'a str,
    pub pack_version: &'a str,
    /// Bytes; `None` where the system doesn't say.
    pub resident_memory: Option<u64>,
}

impl Metrics {
    /// All counts as text.
    pub fn write(&self, about: &About<'_>) -> String {
        let mut page = Page::default();
        let build =
            [("version", env!("CARGO_PKG_VERSION")), ("pack", about.pack), ("pack_version", about.pack_version)];
        page.family("kyr_info", "gauge", "Which Kyr and which pack answer.");
        page.sample("kyr_info", &build, 1);
        let uptime = self.started.elapsed();
        page.family("kyr_uptime_seconds", "gauge", "Since the start.");
        page.sample("kyr_uptime_seconds", &[], uptime.as_secs());
        if let Some(bytes) = about.resident_memory {
            page.family("process_resident_memory_bytes", "gauge", "Memory that the program holds.");
            page.sample("process_resident_memory_bytes", &[], bytes);
        }
        self.write_links(&mut page);
        self.write_counts(&mut page, uptime);
        page.0
    }

    fn write_links(&self, page: &mut Page) {
        let links = self.links();
        page.family("kyr_connected", "gauge", "1 when all connections to the platform are there.");
        for (platform, link) in &*links {
            page.sample("kyr_connected", &[("platform", platform)], u8::from(link.is_up()));
        }
        page.family("kyr_connections_lost_total", "counter", "Connections to the platform that were lost.");
        for (platform, link) in &*links {
            page.sample("kyr_connections_lost_total", &[("platform", platform)], link.lost());
        }
    }

    fn write_counts(&self, page: &mut Page, uptime: Duration) {
        let mut counts = self.counts();
        page.family("kyr_replies_total", "counter", "Replies by kind.");
        for (kind, count) in &counts.replies {
            page.sample("kyr_replies_total", &[("kind", kind)], count);
        }
        page.family(
            "kyr_replies_by_language_total",
            "counter",
            "Replies by kind and language, each in steps that ten different people stand behind, an hour late.",
        );
        page.crowd("kyr_replies_by_language_total", ["kind", "language"], &mut counts.languages, uptime);
        page.family(
            "kyr_unanswered_total",
            "counter",
            "Questions without an answer by language and the section that they seem to belong to, in the same steps.",
        );
        page.crowd("kyr_unanswered_total", ["language", "section"], &mut counts.unanswered, uptime);
        page.family("kyr_reply_seconds", "histogram", "From a question's arrival until its answer was delivered.");
        for (platform, times) in &counts.times {
            let platform = ("platform", *platform);
            for (end, count) in times.cumulative().chain([("+Inf", times.count)]) {
                page.sample("kyr_reply_seconds_bucket", &[platform, ("le", end)], count);
            }
            page.sample("kyr_reply_seconds_sum", &[platform], times.sum.as_secs_f64());
            page.sample("kyr_reply_seconds_count", &[platform], times.count);
        }
        page.family("kyr_limited_total", "counter", "Questions that were not answered because of too many before.");
        for (of, name) in [(Of::Person, "person"), (Of::Room, "room")] {
            let count = counts.limited.get(&of).copied().unwrap_or_default();
            page.sample("kyr_limited_total", &[("of", name)], count);
        }
        page.family("kyr_faults_total", "counter", "What went wrong inside of Kyr.");
        let faults = [(Fault::Panic, "panic"), (Fault::Deadline, "deadline"), (Fault::Undelivered, "undelivered")];
        for (fault, name) in faults {
            page.sample("kyr_faults_total", &[("kind", name)], counts.faults.get(&fault).copied().unwrap_or_default());
        }
    }
}

#[derive(Default)]
struct Page(String);

impl Page {
    fn family(&mut self, name: &str, kind: &str, help: &str) {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
    }

    fn sample(&mut self, name: &str, labels: &[(&str, &str)], value: impl Display) {
        self.0.push_str(name);
        for (at, (label, text)) in labels.iter().enumerate() {
            let text = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
            let _ = write!(self.0, "{}{label}=\"{text}\"", if at == 0 { '{' } else { ',' });
        }
        let _ = writeln!(self.0, "{} {value}", if labels.is_empty() { "" } else { "}" });
    }

    fn crowd(&mut self, name: &str, labels: [&str; 2], crowd: &mut Crowd<[String; 2]>, uptime: Duration) {
        for ([one, other], count) in crowd.shown(uptime) {
            self.sample(name, &[(labels[0], one), (labels[1], other)], count);
        }
    }
}
