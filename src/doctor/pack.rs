//! The pack: whether it has faults, and whether people have looked at it lately. It must not read it from anywhere.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Finding, things};
use crate::content::Topic;
use crate::content::topic::Status;
use crate::diagnostic::{Files, Severity};
use crate::lint;

const REVIEWS: &str = "reviews";

/// A pack on disk: its faults. `folder` is its name for messages.
pub fn faults(files: &Files, today: Date, folder: &str) -> Finding {
    let check = "pack";
    // Overdue reviews have a line of their own.
    let found: Vec<_> = lint::check(files, today).into_iter().filter(|fault| fault.rule != "review-overdue").collect();
    let errors = found.iter().filter(|fault| fault.severity == Severity::Error).count();
    let remedy = format!("see each of them and what to do: kyr check {folder}");
    match (errors, found.len() - errors) {
        (0, 0) => Finding::ok(check, format!("the pack in {folder} has no faults")),
        (0, warnings) => {
            let warnings = things(warnings, "warning", "warnings");
            Finding::warning(check, format!("the pack in {folder} has {warnings}"), remedy)
        }
        (errors, _) => {
            let errors = things(errors, "error", "errors");
            Finding::wrong(check, format!("the pack in {folder} has {errors}"), remedy)
        }
    }
}

/// The topics' dates. `remedy` says how somebody gets a pack with newer ones.
pub fn reviews(topics: &BTreeMap<String, Topic>, today: Date, remedy: &str) -> Finding {
    let current = || topics.values().filter(|topic| topic.status == Status::Current);
    let gone = current().filter(|topic| today > topic.withdraw_after.value).count();
    let late = current().filter(|topic| today > topic.review_by.value).count();
    let count = |number| things(number, "answer", "answers");
    if gone > 0 {
        let what = format!("{} past the last date: Kyr does not show this any more", count(gone));
        return Finding::wrong(REVIEWS, what, remedy);
    }
    if late > 0 {
        let what = format!("the review of {} is overdue: Kyr says so under each", count(late));
        return Finding::warning(REVIEWS, what, remedy);
    }
    let next = current().map(|topic| topic.review_by.value).min();
    let next = next.map_or_else(String::new, |date| format!("; the next is due by {date}"));
    Finding::ok(REVIEWS, format!("none is overdue{next}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Located, Span};
    use crate::doctor::Verdict;

    fn topics(status: Status) -> BTreeMap<String, Topic> {
        let date = |text: &str| Located::new(text.parse().expect("a date"), Span::default());
        let (review_by, withdraw_after) = (date("2026-06-01"), date("2026-09-01"));
        BTreeMap::from([("door".to_owned(), Topic { review_by, withdraw_after, status, ..Topic::default() })])
    }

    #[test]
    fn a_late_review_warns_and_a_withdrawn_answer_is_wrong() {
        let on = |today: &str| reviews(&topics(Status::Current), today.parse().expect("a date"), "read them");
        assert_eq!(on("2026-06-01").verdict, Verdict::Ok);
        assert!(on("2026-06-01").what.contains("due by 2026-06-01"));
        assert_eq!(on("2026-06-02").verdict, Verdict::Warning);
        assert_eq!(on("2026-09-01").verdict, Verdict::Warning);
        assert_eq!(on("2026-09-02").verdict, Verdict::Wrong);
        let said_so_itself = reviews(&topics(Status::Withdrawn), "2027-01-01".parse().expect("a date"), "read them");
        assert_eq!(said_so_itself.verdict, Verdict::Ok);
    }

    #[test]
    fn a_broken_pack_is_wrong() {
        let files = Files::from([("pack.yaml".to_owned(), "id: x\nverzion: 1\n".to_owned())]);
        let found = faults(&files, "2026-06-01".parse().expect("a date"), "my-pack");
        assert_eq!(found.verdict, Verdict::Wrong);
        assert!(found.remedy.contains("kyr check my-pack"), "{}", found.remedy);
    }
}
