//! Buttons and lists under a reply. It must not know what happens when they are used.

use serenity::builder::{
    CreateActionRow, CreateButton, CreateSelectMenu, CreateSelectMenuKind, CreateSelectMenuOption,
};
use serenity::model::application::ButtonStyle;

use super::custom_id::{CustomId, Press};
use super::markdown;
use crate::engine::{Engine, Kind, Manner, Offer, Reply, plain};
use crate::locale::Message;

/// Options of one list.
const MOST_OPTIONS: usize = 25;
/// Rows of components under one message.
const MOST_ROWS: usize = 5;
/// Characters of an option's label.
const LONGEST_LABEL: usize = 100;
/// Characters of a button's label.
const LONGEST_BUTTON: usize = 80;

/// For whom the components are, and what they may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offered<'a> {
    /// The topic that `more` and `sources` would be about.
    pub topic: Option<&'a str>,
    /// The press that led here needs no button of its own.
    pub except: Option<&'a Press>,
    /// Whether the answer may be shown to everybody from here.
    pub show: bool,
    /// Whether what is kept can be deleted from here.
    pub forget: bool,
    /// Everybody sees the message: whoever presses is answered in a language of their own.
    pub public: bool,
}

/// The rows under the last page of `reply`.
pub fn rows(engine: &Engine, reply: &Reply, offered: Offered<'_>) -> Vec<CreateActionRow> {
    let buttons = buttons(engine, reply, offered);
    let mut rows: Vec<CreateActionRow> = Vec::new();
    if !buttons.is_empty() {
        rows.push(CreateActionRow::Buttons(buttons));
    }
    rows.extend(lists(engine, reply, offered));
    rows.truncate(MOST_ROWS);
    rows
}

fn buttons(engine: &Engine, reply: &Reply, offered: Offered<'_>) -> Vec<CreateButton> {
    let say = |message| engine.catalog().text(&reply.locale, message, Manner::Buttons);
    let spoken = (!offered.public).then_some(&reply.locale);
    let button = |press: Press, label: String| {
        let id = CustomId::new(press, spoken).write();
        CreateButton::new(id).label(cut(&label, LONGEST_BUTTON)).style(ButtonStyle::Secondary)
    };
    let mut buttons = Vec::new();
    if let Some(topic) = offered.topic {
        let own = |press: &Press| offered.except != Some(press);
        let (more, sources) = (Press::More(topic.to_owned()), Press::Sources(topic.to_owned()));
        if own(&more) {
            buttons.push(button(more, say(Message::ButtonMore)));
        }
        if own(&sources) {
            buttons.push(button(sources, say(Message::ButtonSources)));
        }
        let default = &engine.pack().manifest.default_locale;
        if reply.locale != *default && matches!(reply.kind, Kind::Answer(_)) {
            let name = engine.catalog().language_name(default, default);
            let id = CustomId::new(Press::Topic(topic.to_owned()), Some(default)).write();
            buttons.push(CreateButton::new(id).label(cut(&name, LONGEST_BUTTON)).style(ButtonStyle::Secondary));
        }
        if offered.show && matches!(reply.kind, Kind::Answer(_)) {
            // The public copy is in the language of this one.
            let id = CustomId::new(Press::Show(topic.to_owned()), Some(&reply.locale)).write();
            let label = cut(&say(Message::ButtonShow), LONGEST_BUTTON);
            buttons.push(CreateButton::new(id).label(label).style(ButtonStyle::Primary));
        }
    }
    if offered.forget {
        buttons.push(button(Press::Forget, say(Message::ButtonForget)).style(ButtonStyle::Danger));
    }
    buttons
}

/// What is offered, as lists to pick from.
fn lists(engine: &Engine, reply: &Reply, offered: Offered<'_>) -> Vec<CreateActionRow> {
    let chunks = reply.offers.chunks(MOST_OPTIONS).enumerate();
    chunks
        .map(|(part, offers)| {
            let placeholder = match offers.first() {
                Some(Offer::Section(_)) => Message::PickSection,
                _ => Message::PickTopic,
            };
            let mut label = engine.catalog().text(&reply.locale, placeholder, Manner::Buttons);
            if reply.offers.len() > MOST_OPTIONS {
                let first = part * MOST_OPTIONS + 1;
                label.push_str(&format!(" ({first}–{})", first + offers.len() - 1));
            }
            let spoken = (!offered.public).then_some(&reply.locale);
            let id = CustomId { part, ..CustomId::new(Press::Pick, spoken) };
            let rtl = reply.locale.is_rtl();
            let option = |offer: &Offer| {
                let title = plain::label(&engine.offer_title(&reply.locale, offer), rtl);
                CreateSelectMenuOption::new(cut(&title, LONGEST_LABEL), offer.to_string())
            };
            let options = offers.iter().map(option).collect();
            let list = CreateSelectMenu::new(id.write(), CreateSelectMenuKind::String { options });
            CreateActionRow::SelectMenu(list.placeholder(cut(&plain::label(&label, rtl), LONGEST_LABEL)))
        })
        .collect()
}

/// At most `most` characters as Discord counts them, cut with an ellipsis.
pub fn cut(text: &str, most: usize) -> String {
    if markdown::units(text) <= most {
        return text.to_owned();
    }
    let mut cut = String::new();
    for c in text.chars() {
        if markdown::units(&cut) + c.len_utf16() >= most {
            break;
        }
        cut.push(c);
    }
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_cut_by_what_discord_counts() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcd", 3), "ab…");
        assert_eq!(cut("😀😀😀", 4), "😀…");
    }
}
