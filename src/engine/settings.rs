//! What a room is set to, and the words that change it: settings in, settings and a reply out.
//! It must not know who may change them, where they are kept, or any platform.

use serde::{Deserialize, Serialize};

use super::compose::{self, Context};
use super::normalize::{fold, strip};
use super::query::Query;
use super::reply::{Kind, Reply};
use super::{Conversation, Engine};
use crate::content::Region;
use crate::locale::{Locale, Message};

/// A room's settings; what is `None` is as the operator set it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    pub locale: Option<Locale>,
    pub region: Option<Region>,
    pub listening: Listening,
}

/// Which messages of a group are answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Listening {
    /// Those that are addressed to Kyr.
    #[default]
    Addressed,
    /// Also questions that have a sure answer.
    ClearQuestions,
}

/// One setting and its new value.
enum Change {
    Locale(Option<Locale>),
    Region(Option<Region>),
    Listening(Listening),
}

impl Engine {
    /// Reads `settings …` in any served language: the reply, and the settings from now on.
    /// `None` when the message is not about settings. `may` is whether the person may change them.
    pub fn configure(&self, query: &Query, settings: &Settings, may: bool) -> Option<(Reply, Settings)> {
        let folded = fold(&strip(query.words()));
        let (rest, spoken) = self.phrases.after(&folded, Message::CommandSettings)?;
        let known = settings.locale.as_ref().or(query.hint.as_ref());
        let locale = known.filter(|known| spoken.contains(known)).or(spoken.first().copied()).or(known)?.clone();
        let talk = Conversation::default();
        let (mut changed, mut notice) = (settings.clone(), None);
        match self.change(rest) {
            _ if rest.is_empty() => {}
            _ if !may => notice = Some(Message::SettingsRefused),
            None => notice = Some(Message::SettingsUnknown),
            Some(change) => {
                match change {
                    Change::Locale(locale) => changed.locale = locale,
                    Change::Region(region) => changed.region = region,
                    Change::Listening(listening) => changed.listening = listening,
                }
                notice = Some(Message::SettingsSaved);
            }
        }
        let locale = changed.locale.clone().filter(|_| changed.locale != settings.locale).unwrap_or(locale);
        let context: Context<'_> = self.context(&locale, query, &talk);
        let document = compose::settings(context, &changed, notice);
        Some((Reply::new(locale.clone(), Kind::Command, document), changed))
    }

    /// `language spanish`, `state CA`, `answers clear`; `none` unsets.
    fn change(&self, folded: &str) -> Option<Change> {
        let after = |message| self.phrases.after(folded, message).map(|(rest, _)| rest);
        let is = |word: &str, message| self.phrases.is(word, message);
        if let Some(value) = after(Message::SettingsAnswers) {
            let clear = is(value, Message::SettingsClear).then_some(Listening::ClearQuestions);
            let addressed = || is(value, Message::SettingsAddressed).then_some(Listening::Addressed);
            return clear.or_else(addressed).map(Change::Listening);
        }
        if let Some(value) = after(Message::CommandLanguage) {
            let unset = is(value, Message::CommandNone).then_some(None);
            return unset.or_else(|| self.commands.language(value).map(Some)).map(Change::Locale);
        }
        let value = after(Message::CommandRegion)?;
        let unset = is(value, Message::CommandNone).then_some(None);
        unset.or_else(|| self.commands.region(value).map(Some)).map(Change::Region)
    }

    /// Whether a message that is not addressed to Kyr is plainly a question: it is not enough that a
    /// topic is sure, people also mention things in passing.
    pub fn is_plain_question(&self, text: &str) -> bool {
        let marked = text.contains(['?', '¿', '؟', '？']);
        let letters = text.chars().filter(|c| !c.is_ascii()).count();
        let whole = text.split_whitespace().count() >= SHORTEST_QUESTION || letters >= SHORTEST_QUESTION;
        (marked && whole) || self.names.asks_for_meaning(&fold(text))
    }
}

/// Words of a question that stands by itself: "and you?" does not.
const SHORTEST_QUESTION: usize = 4;
