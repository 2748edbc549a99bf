//! Whether a message is for Kyr, and what it asks when the address is taken off. Pure: what would need a
//! look at the server is named and left to the caller. It must not know how answers are found or sent.

use super::event::{Event, Said};

/// What is known of the room and of Kyr in it.
pub struct Surroundings<'a> {
    pub me: &'a str,
    /// Kyr's name in the room.
    pub name: Option<&'a str>,
    /// A room of Kyr and one person.
    pub direct: bool,
    /// Words that call Kyr, such as `!kyr`.
    pub prefixes: &'a [String],
}

/// How a message is addressed to Kyr.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    Surely,
    /// If what it replies to, or the thread that it stands in, is Kyr's.
    Perhaps,
    /// To somebody else by name.
    Others,
    /// To the room.
    Nobody,
}

/// How `said` is addressed, and its text without the address.
pub fn address(event: &Event, said: &Said, around: &Surroundings<'_>) -> (Address, String) {
    let (called, text) = take_off(said, around);
    let mentioned = said.mentions.as_ref().map(|mentions| mentions.iter().any(|user| user == around.me));
    let to_others = said.mentions.as_ref().is_some_and(|mentions| !mentions.is_empty()) && mentioned == Some(false);
    let related = event.relation.reply_to.is_some() || event.relation.thread.is_some();
    let address = if around.direct || called || mentioned == Some(true) {
        Address::Surely
    } else if to_others && event.relation.reply_to.is_none() {
        Address::Others
    } else if related {
        Address::Perhaps
    } else {
        Address::Nobody
    };
    (address, text)
}

/// Whether the text itself calls Kyr, and the rest of it.
fn take_off(said: &Said, around: &Surroundings<'_>) -> (bool, String) {
    let text = said.text.trim();
    if let Some(rest) = around.prefixes.iter().find_map(|prefix| after_word(text, prefix)) {
        return (true, rest.to_owned());
    }
    let local = around.me.trim_start_matches('@').split(':').next();
    let names = [Some(around.me), around.name, local].into_iter().flatten().filter(|name| !name.is_empty());
    let named = names.clone().find_map(|name| after_name(text, name));
    // A client that says whom it mentions is believed; from others the name before a colon must do.
    let silent = said.mentions.is_none();
    let called = silent && (named.is_some() || text.contains(around.me));
    let mentioned = said.mentions.as_ref().is_some_and(|mentions| mentions.iter().any(|user| user == around.me));
    match named {
        Some(rest) if called || mentioned => (called, rest.to_owned()),
        // "@kyr can they come in" without a colon: the mention is the client's.
        _ if mentioned => {
            let bare =
                names.clone().find_map(|name| after_word(text.trim_start_matches('@'), name.trim_start_matches('@')));
            (called, bare.unwrap_or(text).to_owned())
        }
        _ => (called, text.to_owned()),
    }
}

/// The rest after a word that ends there: `!kyr hello`, not `!kyrie`.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(word.len())?;
    let ends = rest.chars().next().is_none_or(|next| !next.is_alphanumeric());
    (head.eq_ignore_ascii_case(word) && ends).then(|| rest.trim_start_matches([':', ',']).trim())
}

/// The rest after a name and a colon or comma.
fn after_name<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(name.len())?;
    let rest = rest.strip_prefix([':', ','])?;
    head.eq_ignore_ascii_case(name).then(|| rest.trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adapters::matrix::event::{Body, Relation};

    fn judge(text: &str, mentions: Option<&[&str]>, relation: Relation, direct: bool) -> (Address, String) {
        let mentions = mentions.map(|users| users.iter().map(|user| (*user).to_owned()).collect());
        let said = Said { text: text.to_owned(), mentions };
        let event = Event {
            id: "$q".into(),
            sender: "@ana:x".into(),
            sent: 0,
            age: None,
            relation,
            body: Body::Said(said.clone()),
        };
        let prefixes = ["!kyr".to_owned(), "!derechos".to_owned()];
        address(&event, &said, &Surroundings { me: "@kyr:x", name: Some("Kyr"), direct, prefixes: &prefixes })
    }

    fn replying() -> Relation {
        Relation { reply_to: Some("$k".into()), ..Relation::default() }
    }

    #[test]
    fn is_called_by_prefix_mention_and_name() {
        let none = Relation::default;
        let told = |text, mentions| judge(text, mentions, none(), false);
        let sure = |rest: &str| (Address::Surely, rest.to_owned());
        assert_eq!(told("!kyr can they come in?", None), sure("can they come in?"));
        assert_eq!(told("!Derechos pueden entrar", Some(&[])), sure("pueden entrar"));
        assert_eq!(told("Kyr: hello", None), sure("hello"));
        assert_eq!(told("kyr, hello", None), sure("hello"));
        assert_eq!(told("@kyr:x: hello", Some(&["@kyr:x"])), sure("hello"));
        assert_eq!(told("@kyr hello", Some(&["@kyr:x"])), sure("hello"));
        assert_eq!(told("hey @kyr:x hello", None).0, Address::Surely);
    }

    #[test]
    fn is_not_called_by_what_only_looks_like_it() {
        let told = |text, mentions| judge(text, mentions, Relation::default(), false).0;
        assert_eq!(told("!kyrie eleison", None), Address::Nobody);
        assert_eq!(told("I told Kyr: hello", None), Address::Nobody);
        assert_eq!(told("kyr is a bot", None), Address::Nobody);
        // The impostor was mentioned, who bears the same name.
        assert_eq!(told("Kyr: hello", Some(&["@kyr2:x"])), Address::Others);
        assert_eq!(told("can they come in?", Some(&[])), Address::Nobody);
    }

    #[test]
    fn replies_and_threads_need_a_look() {
        let thread = Relation { thread: Some("$r".into()), ..Relation::default() };
        assert_eq!(judge("and at work?", Some(&["@bob:x"]), replying(), false).0, Address::Perhaps);
        assert_eq!(judge("and at work?", None, thread.clone(), false).0, Address::Perhaps);
        assert_eq!(judge("Bob, look", Some(&["@bob:x"]), thread, false).0, Address::Others);
    }

    #[test]
    fn everything_in_a_direct_chat_is_for_kyr() {
        assert_eq!(judge("hello", None, Relation::default(), true), (Address::Surely, "hello".to_owned()));
    }
}
