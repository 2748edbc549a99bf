//! `kyr doctor`: what stands in the way of serving, in words for somebody who does not program. Each kind of thing
//! that can be wrong has a file. It must not know a platform (their checks live with them), and it prints no secret.

pub mod clock;
pub mod configuration;
pub mod disk;
pub mod folder;
pub mod pack;
pub mod secret;

/// How a check came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    Ok,
    /// Kyr serves all the same.
    Warning,
    /// Kyr does not serve, or not everybody, or a secret lies open.
    Wrong,
}

impl Verdict {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warning => "warning",
            Self::Wrong => "wrong",
        }
    }
}

/// One check. `what` and `remedy` are lowercase without a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at, in a word or two.
    pub check: &'static str,
    pub verdict: Verdict,
    pub what: String,
    /// How to mend it; empty when all is well.
    pub remedy: String,
}

impl Finding {
    pub fn ok(check: &'static str, what: impl Into<String>) -> Self {
        Self { check, verdict: Verdict::Ok, what: what.into(), remedy: String::new() }
    }

    pub fn warning(check: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { check, verdict: Verdict::Warning, what: what.into(), remedy: remedy.into() }
    }

    pub fn wrong(check: &'static str, what: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { check, verdict: Verdict::Wrong, what: what.into(), remedy: remedy.into() }
    }

    /// The same under another name.
    pub fn of(mut self, check: &'static str) -> Self {
        self.check = check;
        self
    }

    /// A line, and below it how to mend what is not well.
    pub fn to_text(&self) -> String {
        let line = format!("{:<7}  {}: {}\n", self.verdict.as_str(), self.check, self.what);
        match self.verdict {
            Verdict::Ok => line,
            _ => format!("{line}         -> {}\n", self.remedy),
        }
    }
}

/// The worst of all; well when there are none.
pub fn worst(found: &[Finding]) -> Verdict {
    found.iter().map(|finding| finding.verdict).max().unwrap_or(Verdict::Ok)
}

/// How many are wrong, and how many warn.
pub fn summary(found: &[Finding]) -> String {
    let count = |verdict| found.iter().filter(|finding| finding.verdict == verdict).count();
    let warnings = things(count(Verdict::Warning), "warning", "warnings");
    match worst(found) {
        Verdict::Ok => format!("{} checks, all is well\n", found.len()),
        Verdict::Warning => format!("{} checks, nothing is wrong, {warnings}\n", found.len()),
        Verdict::Wrong => {
            let wrong = things(count(Verdict::Wrong), "thing is wrong", "things are wrong");
            format!("{} checks, {wrong}, {warnings}\n", found.len())
        }
    }
}

/// A number and what it counts.
fn things(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_says_what_to_do_only_when_there_is_something() {
        assert_eq!(Finding::ok("disk", "roomy").to_text(), "ok       disk: roomy\n");
        let wrong = Finding::wrong("disk", "full", "make room");
        assert_eq!(wrong.to_text(), "wrong    disk: full\n         -> make room\n");
    }

    #[test]
    fn the_summary_counts() {
        let ok = Finding::ok("a", "b");
        let warning = Finding::warning("a", "b", "c");
        let wrong = Finding::wrong("a", "b", "c");
        assert_eq!(summary(&[ok.clone(), ok.clone()]), "2 checks, all is well\n");
        assert_eq!(
            summary(&[ok.clone(), warning.clone(), warning.clone()]),
            "3 checks, nothing is wrong, 2 warnings\n"
        );
        assert_eq!(summary(&[ok, warning, wrong]), "3 checks, 1 thing is wrong, 1 warning\n");
    }
}
