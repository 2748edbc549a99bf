//! One event of a room, as far as Kyr cares. Read leniently from JSON, because anybody can send anything:
//! what is not as it should be counts as absent. It must not know rooms, answers or the network.

use std::time::Duration;

use serde_json::Value;

/// The field of Kyr's own messages that says what they offer.
pub const REPLY_FIELD: &str = "kyr.reply";

/// An event with what every event has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub id: String,
    pub sender: String,
    /// Milliseconds on the sender's clock; good only for comparing two events of one sender.
    pub sent: u64,
    /// Since it was sent, by the homeserver's clock.
    pub age: Option<Duration>,
    pub relation: Relation,
    pub body: Body,
}

/// Where in the room it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Relation {
    /// The first event of the thread.
    pub thread: Option<String>,
    /// What it replies to; in a thread only if the person chose to reply.
    pub reply_to: Option<String>,
    /// What it replies to, also where a client adds that only for those that know no threads.
    pub in_reply_to: Option<String>,
    /// It refers to an event in a way of its own (a reference, a poll's answer): no thread can begin at it.
    pub refers: bool,
}

#[derive(Clone, PartialEq, Eq)]
pub enum Body {
    Said(Said),
    /// A new text for an earlier message.
    Edited {
        target: String,
        said: Said,
    },
    Reacted {
        target: String,
        key: String,
    },
    /// A picture, a voice message, a file: nothing that can be read.
    Media,
    /// Encrypted, and the key is not there.
    Unreadable,
    /// Somebody joined who was not in the room before.
    Joined {
        who: String,
    },
    /// Sent by a program, or nothing to answer.
    Other,
}

/// A text message.
#[derive(Clone, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    /// Whom it mentions; `None` from clients that do not say.
    pub mentions: Option<Vec<String>>,
}

/// Says nothing of the text: a message must not reach a log by accident.
impl std::fmt::Debug for Body {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Said(_) => "Said(…)",
            Self::Edited { .. } => "Edited(…)",
            Self::Reacted { .. } => "Reacted(…)",
            Self::Media => "Media",
            Self::Unreadable => "Unreadable",
            Self::Joined { .. } => "Joined(…)",
            Self::Other => "Other",
        })
    }
}

impl Event {
    /// `None` when it has no id or no sender.
    pub fn read(json: &Value) -> Option<Self> {
        let content = &json["content"];
        Some(Self {
            id: text(&json["event_id"])?,
            sender: text(&json["sender"])?,
            sent: json["origin_server_ts"].as_u64().unwrap_or_default(),
            age: json["unsigned"]["age"].as_i64().map(|age| Duration::from_millis(age.max(0).unsigned_abs())),
            relation: relation(&content["m.relates_to"]),
            body: body(json, content),
        })
    }
}

fn relation(json: &Value) -> Relation {
    let reply = text(&json["m.in_reply_to"]["event_id"]);
    let thread = text(&json["event_id"]).filter(|_| json["rel_type"] == "m.thread");
    let fallback = thread.is_some() && json["is_falling_back"] == true;
    let refers = thread.is_none() && !json["rel_type"].is_null();
    Relation { reply_to: reply.clone().filter(|_| !fallback), in_reply_to: reply, thread, refers }
}

fn body(json: &Value, content: &Value) -> Body {
    let relates = &content["m.relates_to"];
    match json["type"].as_str() {
        Some("m.room.message") if relates["rel_type"] == "m.replace" => {
            let new = &content["m.new_content"];
            match (text(&relates["event_id"]), said(new)) {
                (Some(target), Body::Said(said)) => Body::Edited { target, said },
                _ => Body::Other,
            }
        }
        Some("m.room.message") => said(content),
        Some("m.sticker") => Body::Media,
        Some("m.reaction") => match (text(&relates["event_id"]), text(&relates["key"])) {
            (Some(target), Some(key)) if relates["rel_type"] == "m.annotation" => Body::Reacted { target, key },
            _ => Body::Other,
        },
        // A redacted event has no content left; an edit's target decides, not the edit.
        Some("m.room.encrypted") if content["ciphertext"].is_null() || relates["rel_type"] == "m.replace" => {
            Body::Other
        }
        Some("m.room.encrypted") => Body::Unreadable,
        Some("m.room.member") if content["membership"] == "join" && !was_member(json) => {
            text(&json["state_key"]).map_or(Body::Other, |who| Body::Joined { who })
        }
        _ => Body::Other,
    }
}

/// A new name or picture is a membership event too.
fn was_member(json: &Value) -> bool {
    [&json["unsigned"]["prev_content"], &json["prev_content"]].iter().any(|before| before["membership"] == "join")
}

fn said(content: &Value) -> Body {
    let Some(body) = content["body"].as_str() else { return Body::Other };
    match content["msgtype"].as_str() {
        Some("m.text" | "m.emote") => {
            let replied = !content["m.relates_to"]["m.in_reply_to"].is_null();
            let text = if replied { without_quote(body) } else { body };
            Body::Said(Said { text: text.to_owned(), mentions: mentions(content) })
        }
        // With a file name of its own, the body is what the person wrote beside the picture.
        Some("m.image" | "m.file" | "m.audio" | "m.video") => match content["filename"].as_str() {
            Some(name) if name != body => Body::Said(Said { text: body.to_owned(), mentions: mentions(content) }),
            _ => Body::Media,
        },
        Some("m.location") => Body::Media,
        _ => Body::Other,
    }
}

/// Older clients put the message that is replied to before the text, each line behind a `>`.
fn without_quote(body: &str) -> &str {
    let mut rest = body;
    while let Some((line, after)) = rest.split_once('\n') {
        if !line.starts_with('>') {
            break;
        }
        rest = after;
    }
    rest.trim_start()
}

fn mentions(content: &Value) -> Option<Vec<String>> {
    let users = content["m.mentions"].as_object()?.get("user_ids");
    Some(users.and_then(Value::as_array).into_iter().flatten().filter_map(text).collect())
}

fn text(json: &Value) -> Option<String> {
    json.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(kind: &str, content: Value) -> Event {
        let json = json!({"type": kind, "event_id": "$e", "sender": "@ana:x", "origin_server_ts": 7, "content": content,
            "unsigned": {"age": 1500}});
        Event::read(&json).expect("an event")
    }

    #[test]
    fn reads_a_message_in_a_thread() {
        let relates = json!({"rel_type": "m.thread", "event_id": "$root", "is_falling_back": true,
            "m.in_reply_to": {"event_id": "$last"}});
        let event = read("m.room.message", json!({"msgtype": "m.text", "body": "hi", "m.relates_to": relates}));
        assert_eq!(event.relation.thread.as_deref(), Some("$root"));
        assert_eq!(event.relation.reply_to, None);
        assert_eq!(event.relation.in_reply_to.as_deref(), Some("$last"));
        assert_eq!(event.age, Some(Duration::from_millis(1500)));
        assert!(matches!(event.body, Body::Said(said) if said.text == "hi" && said.mentions.is_none()));
    }

    #[test]
    fn tells_where_no_thread_can_begin() {
        for (relates, refers) in [
            (json!({"rel_type": "m.reference", "event_id": "$e"}), true),
            (json!({"rel_type": "m.thread", "event_id": "$e"}), false),
            (json!({"m.in_reply_to": {"event_id": "$e"}}), false),
            (json!(null), false),
        ] {
            let content = json!({"msgtype": "m.text", "body": "hi", "m.relates_to": relates});
            assert_eq!(read("m.room.message", content).relation.refers, refers, "{relates}");
        }
    }

    #[test]
    fn takes_the_quote_off_a_reply() {
        let content = json!({"msgtype": "m.text", "body": "> <@kyr:x> Hello\n> there\n\nand at work?",
            "m.relates_to": {"m.in_reply_to": {"event_id": "$k"}}});
        assert!(matches!(read("m.room.message", content).body, Body::Said(said) if said.text == "and at work?"));
    }

    #[test]
    fn programs_and_nonsense_are_nothing_to_answer() {
        for content in [
            json!({"msgtype": "m.notice", "body": "beep"}),
            json!({"msgtype": "org.example.bot", "body": "beep"}),
            json!({"msgtype": "m.notice", "body": "* beep", "m.new_content": {"msgtype": "m.notice", "body": "beep"},
                "m.relates_to": {"rel_type": "m.replace", "event_id": "$e"}}),
            json!({"msgtype": 4, "body": "x"}),
            json!({"msgtype": "m.text", "body": ["x"]}),
            json!("text"),
            json!(null),
            json!({"msgtype": "m.text", "body": "* x", "m.relates_to": {"rel_type": "m.replace", "event_id": 3}}),
        ] {
            assert!(matches!(read("m.room.message", content).body, Body::Other));
        }
        assert!(Event::read(&json!({"event_id": 1, "sender": "@a:x"})).is_none());
        assert!(Event::read(&json!([])).is_none());
    }

    #[test]
    fn a_caption_is_a_question_and_a_bare_picture_is_not() {
        let picture = json!({"msgtype": "m.image", "body": "paper.jpg", "filename": "paper.jpg"});
        assert_eq!(read("m.room.message", picture).body, Body::Media);
        let caption = json!({"msgtype": "m.image", "body": "is this signed?", "filename": "paper.jpg"});
        assert!(matches!(read("m.room.message", caption).body, Body::Said(_)));
    }

    #[test]
    fn a_change_of_name_is_no_joining() {
        let mut json = json!({"type": "m.room.member", "event_id": "$e", "sender": "@kyr:x", "state_key": "@kyr:x",
            "content": {"membership": "join"}});
        assert!(matches!(Event::read(&json).expect("an event").body, Body::Joined { .. }));
        json["unsigned"] = json!({"prev_content": {"membership": "join"}});
        assert_eq!(Event::read(&json).expect("an event").body, Body::Other);
    }
}
