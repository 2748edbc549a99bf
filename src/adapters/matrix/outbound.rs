//! A reply as the content of Matrix events: plain text and HTML from the same page, the relation to the
//! question, and what can be chosen. It must not know how events are sent.

use serde_json::{Value, json};

use super::event::REPLY_FIELD;
use super::html;
use crate::engine::paginate::paginate;
use crate::engine::{Kind, Offer, Reply, plain};

/// Bytes of a page's text and HTML. An event may have 65,536 bytes; encrypting makes a third more of them.
const LONGEST_PAGE: usize = 30_000;
/// Choices that get a reaction to tap on.
const MOST_REACTIONS: usize = 4;

/// What a reply is a reply to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Target {
    pub event: Option<String>,
    /// The thread to answer in.
    pub thread: Option<String>,
    /// The person to mention: the asker in a group.
    pub mention: Option<String>,
}

/// The contents of the messages that say `reply`: one, unless it is very long.
pub fn messages(reply: &Reply, target: &Target) -> Vec<Value> {
    let size = |document: &_| plain::write(document).len() + html::write(document).len();
    let pages = paginate(&reply.document, LONGEST_PAGE, size);
    pages
        .iter()
        .map(|page| {
            let offers = if page.offers() { reply.offers.as_slice() } else { &[] };
            let mut content = json!({
                "msgtype": "m.notice",
                "body": plain::write(page),
                "format": "org.matrix.custom.html",
                "formatted_body": html::write(page),
            });
            // Where nobody else is, nobody else can be pinged; and checking this field takes Synapse as long as all
            // the rest of a message.
            if let Some(user) = &target.mention {
                content["m.mentions"] = json!({ "user_ids": [user] });
            }
            content[REPLY_FIELD] = described(reply, offers);
            if let Some(relation) = relation(target) {
                content["m.relates_to"] = relation;
            }
            content
        })
        .collect()
}

/// The content of an event that replaces the text of `answer`; clients that know no edits show the text anew.
pub fn edit(mut content: Value, answer: &str) -> Value {
    content.as_object_mut().map(|content| content.remove("m.relates_to"));
    let mut edit = content.clone();
    let body = content["body"].as_str().unwrap_or_default();
    edit["body"] = json!(format!("* {body}"));
    edit["m.new_content"] = content;
    edit["m.relates_to"] = json!({ "rel_type": "m.replace", "event_id": answer });
    edit
}

/// The contents of the reactions under a message that asks to choose.
pub fn reactions(reply: &Reply, message: &str) -> Vec<Value> {
    let count = match reply.kind {
        Kind::Choices(_) => reply.offers.len().min(MOST_REACTIONS),
        _ => 0,
    };
    let reaction = |number| json!({ "rel_type": "m.annotation", "event_id": message, "key": keycap(number) });
    (1..=count).map(|number| json!({ "m.relates_to": reaction(number) })).collect()
}

/// The place in the list of what was offered that a reaction stands for, from 0.
pub fn picked(key: &str) -> Option<usize> {
    (1..=9)
        .find(|number| key.trim_end_matches('\u{fe0f}') == keycap(*number) || key == format!("{number}\u{20e3}"))
        .map(|n| n - 1)
}

fn keycap(number: usize) -> String {
    format!("{number}\u{fe0f}\u{20e3}")
}

fn relation(target: &Target) -> Option<Value> {
    let event = target.event.as_ref()?;
    let reply = json!({ "event_id": event });
    Some(match &target.thread {
        Some(thread) => {
            json!({ "rel_type": "m.thread", "event_id": thread, "is_falling_back": true, "m.in_reply_to": reply })
        }
        None => json!({ "m.in_reply_to": reply }),
    })
}

/// For reactions to this message, also after a restart, and for tools of moderators: ids only.
fn described(reply: &Reply, offers: &[Offer]) -> Value {
    let (kind, topics) = match &reply.kind {
        Kind::Answer(topic) => ("answer", vec![topic.clone()]),
        Kind::Choices(topics) => ("choices", topics.clone()),
        Kind::Withdrawn(topic) => ("withdrawn", vec![topic.clone()]),
        Kind::NotCovered => ("not_covered", Vec::new()),
        Kind::Unserved(_) => ("unserved", Vec::new()),
        Kind::Command => ("command", Vec::new()),
    };
    let offers: Vec<String> = offers.iter().map(Offer::to_string).collect();
    json!({ "kind": kind, "locale": reply.locale.as_str(), "topics": topics, "offers": offers })
}

/// What a message of Kyr's offered, read back from its content.
pub fn offers(content: &Value) -> Vec<Offer> {
    let offers = content[REPLY_FIELD]["offers"].as_array().into_iter().flatten().filter_map(Value::as_str);
    offers.filter_map(Offer::parse).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::document::{Block, Document, text};
    use crate::locale::Locale;

    fn choices() -> Reply {
        let mut document = Document::new(false);
        document.push(Block::Choices { start: 1, items: vec![text("a"), text("b")] });
        let kind = Kind::Choices(vec!["a".into(), "b".into()]);
        let offers = vec![Offer::Topic("a".into()), Offer::Section("b".into())];
        Reply { offers, ..Reply::new(Locale::default(), kind, document) }
    }

    #[test]
    fn says_what_can_be_chosen_and_reads_it_back() {
        let content = &messages(&choices(), &Target::default())[0];
        assert_eq!(offers(content), choices().offers);
        assert_eq!(content["body"], "1. a\n2. b");
        assert!(content["m.relates_to"].is_null());
    }

    #[test]
    fn stands_in_the_thread_of_its_question() {
        let target = Target { event: Some("$q".into()), thread: Some("$r".into()), mention: Some("@ana:x".into()) };
        let content = &messages(&choices(), &target)[0];
        assert_eq!(content["m.relates_to"]["event_id"], "$r");
        assert_eq!(content["m.relates_to"]["m.in_reply_to"]["event_id"], "$q");
        assert_eq!(content["m.mentions"]["user_ids"][0], "@ana:x");
        let edit = edit(content.clone(), "$a");
        assert_eq!(edit["m.relates_to"], json!({ "rel_type": "m.replace", "event_id": "$a" }));
        assert!(edit["m.new_content"]["m.relates_to"].is_null());
    }

    #[test]
    fn reactions_count_from_one_and_are_recognized() {
        let keys: Vec<Value> = reactions(&choices(), "$m");
        assert_eq!(keys.len(), 2);
        assert_eq!(keys[1]["m.relates_to"]["key"], "2\u{fe0f}\u{20e3}");
        assert_eq!(picked("2\u{fe0f}\u{20e3}"), Some(1));
        assert_eq!(picked("2\u{20e3}"), Some(1));
        assert_eq!(picked("👍"), None);
    }
}
