//! # review-overdue
//!
//! A topic's `review_by` has passed (warning) or its `withdraw_after` has (error); or the three dates
//! do not follow each other: `reviewed`, `review_by`, `withdraw_after`; or `reviewed` is in the future.
//! A topic with `status: withdrawn` may be overdue, since it says so itself.
//!
//! **Why.** Law changes. After `review_by` the answer says that it is late; after `withdraw_after` Kyr
//! does not show it any more.
//!
//! **What to do.** Hold the texts against their sources, mend them, and then move the three dates on:
//! three months for what is contested, six for the rest. Never move a date without reading.

use jiff::civil::Date;

use crate::content::Topic;
use crate::content::topic::Status;
use crate::diagnostic::{Diagnostic, Located};
use crate::lint::Subject;

pub fn check(subject: &Subject<'_>, found: &mut Vec<Diagnostic>) {
    for topic in subject.pack.topics.values() {
        disorder(topic, subject.today, found);
        overdue(topic, subject.today, found);
    }
}

/// A date that is missing was reported already; it has no place.
fn is_written(date: &Located<Date>) -> bool {
    date.span.line > 0
}

fn disorder(topic: &Topic, today: Date, found: &mut Vec<Diagnostic>) {
    let Topic { reviewed, review_by, withdraw_after, .. } = topic;
    if is_written(reviewed) && reviewed.value > today {
        let help = "write the day on which the texts were held against their sources";
        found.push(fault(topic, reviewed, format!("`reviewed` is in the future: today is {today}"), help));
    }
    for (earlier, early, later, late) in
        [("reviewed", reviewed, "review_by", review_by), ("review_by", review_by, "withdraw_after", withdraw_after)]
    {
        if is_written(early) && is_written(late) && late.value < early.value {
            let message = format!("`{later}` is before `{earlier}`, which is {}", early.value);
            found.push(fault(topic, late, message, "write the dates in their order: reviewed, review_by, withdraw_after"));
        }
    }
}

fn overdue(topic: &Topic, today: Date, found: &mut Vec<Diagnostic>) {
    let has_passed = |date: &Located<Date>| is_written(date) && today > date.value && topic.status == Status::Current;
    let help = "hold the texts against their sources, mend them, then move the three dates on";
    if has_passed(&topic.withdraw_after) {
        let message = format!("the topic `{}` is withdrawn since it was not reviewed", topic.id);
        found.push(fault(topic, &topic.withdraw_after, message, help));
    } else if has_passed(&topic.review_by) {
        let message = format!("the review of the topic `{}` is overdue", topic.id);
        found.push(fault(topic, &topic.review_by, message, help).into_warning());
    }
}

fn fault(topic: &Topic, date: &Located<Date>, message: String, help: &str) -> Diagnostic {
    Diagnostic::error("review-overdue", topic.path(), date.span, message, help)
}
