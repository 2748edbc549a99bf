//! Which button is which, by the words on it; and which topics a menu offers.

use super::pack::Pack;
use super::words::squeeze;
use crate::fake::{Button, Message, Reply};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    More,
    Sources,
    /// The same in English.
    English,
    /// A copy that everybody sees.
    Show,
    Forget,
}

impl Role {
    fn fits(self, button: &Button, pack: &Pack) -> bool {
        let key = match self {
            Role::More => "button-more",
            Role::Sources => "button-sources",
            Role::English => return button.label.contains("English"),
            Role::Show => "button-show",
            Role::Forget => "button-forget",
        };
        pack.languages.iter().any(|language| pack.own(key, language) == button.label)
    }
}

/// The button of this role, and the message that holds it.
pub fn button<'a>(reply: &'a Reply, role: Role, pack: &Pack) -> Option<(&'a Message, String)> {
    let button = reply.buttons().into_iter().find(|button| role.fits(button, pack))?;
    let message = reply.holding(&button.custom_id)?;
    Some((message, button.custom_id))
}

/// A menu of topics, and the message that holds it.
pub struct Menu<'a> {
    pub message: &'a Message,
    pub custom_id: String,
    /// Topics with their values.
    pub options: Vec<(String, String)>,
}

/// The first menu, with those of its options that name topics.
pub fn related<'a>(reply: &'a Reply, pack: &Pack) -> Option<Menu<'a>> {
    let select = reply.selects().into_iter().next()?;
    let message = reply.holding(&select.custom_id)?;
    let named = |label: &str| {
        let label = squeeze(label);
        let fits = |title: &str| squeeze(title).starts_with(label.trim_end_matches('…'));
        pack.topics.iter().find(|topic| topic.texts.values().any(|text| fits(&text.title)))
    };
    let options = select.options.into_iter().filter_map(|(label, value)| Some((named(&label)?.id.clone(), value)));
    Some(Menu { message, custom_id: select.custom_id, options: options.collect() })
}
