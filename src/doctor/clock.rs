//! This machine's clock against that of a server, which says its time with each answer.
//! It must not know what the server is.

use jiff::Timestamp;
use jiff::fmt::rfc2822::DateTimeParser;

use super::Finding;

/// Seconds from which somebody should look at the clock.
const WARN: i64 = 30;
/// Seconds from which Kyr takes calls of Discord's for copies of old ones.
const WRONG: i64 = 5 * 60;

/// `date` is the server's header `Date`; nothing when it sent none that can be read.
pub fn examine(check: &'static str, date: Option<&str>, now: Timestamp) -> Option<Finding> {
    let servers = DateTimeParser::new().parse_timestamp(date?).ok()?;
    Some(judge(check, now.as_second() - servers.as_second()))
}

/// `ahead` is by how many seconds this machine's clock is before the server's.
fn judge(check: &'static str, ahead: i64) -> Finding {
    let off = ahead.abs();
    if off < WARN {
        return Finding::ok(check, "this machine's clock agrees with the server's");
    }
    let amount = if off < 2 * 60 { format!("{off} seconds") } else { format!("{} minutes", off / 60) };
    let side = if ahead > 0 { "ahead of" } else { "behind" };
    let what = format!("this machine's clock is {amount} {side} the server's");
    let remedy = "let the machine set its clock by itself: sudo timedatectl set-ntp true (then look: timedatectl)";
    match off < WRONG {
        true => Finding::warning(check, what, remedy),
        false => {
            let what = format!("{what}. Kyr and Discord refuse each other's calls, and dates in answers are wrong");
            Finding::wrong(check, what, remedy)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doctor::Verdict;

    #[test]
    fn thirty_seconds_warn_and_five_minutes_are_wrong() {
        let verdicts = [0, 29, -29, 30, -30, 299, 300, -86_400].map(|ahead| judge("clock", ahead).verdict);
        use Verdict::{Ok, Warning, Wrong};
        assert_eq!(verdicts, [Ok, Ok, Ok, Warning, Warning, Warning, Wrong, Wrong]);
        assert!(judge("clock", -45).what.contains("45 seconds behind"));
        assert!(judge("clock", 600).what.contains("10 minutes ahead of"));
    }

    #[test]
    fn the_header_is_read_as_servers_write_it() {
        let now: Timestamp = "1994-11-06T08:50:37Z".parse().expect("a time");
        let found = examine("clock", Some("Sun, 06 Nov 1994 08:49:37 GMT"), now).expect("a readable date");
        assert!(found.what.contains("60 seconds ahead of"), "{}", found.what);
        assert_eq!(examine("clock", Some("yesterday"), now), None);
        assert_eq!(examine("clock", None, now), None);
    }
}
