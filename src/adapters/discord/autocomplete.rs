//! Suggestions while somebody types an option: in the person's language, tolerant of slips.
//! It must not know what is done with the option.

use serenity::builder::AutocompleteChoice;
use serenity::model::application::CommandInteraction;

use super::answer::option;
use super::components::cut;
use super::configure::UNSET;
use super::kyr::Kyr;
use super::whence::Whence;
use crate::engine::{Manner, plain};
use crate::locale::Message;

/// Discord shows no more.
const MOST: usize = 25;
/// Characters of a suggestion's name.
const LONGEST: usize = 100;

/// For the option that is being typed; the values are topic ids, state codes and language tags.
pub fn choices(kyr: &Kyr, command: &CommandInteraction) -> Vec<AutocompleteChoice> {
    let Some(typed) = command.data.autocomplete() else { return Vec::new() };
    let whence = Whence::of_command(kyr, command);
    let locale = kyr.bot.locale(&whence.asker().person, whence.hint(kyr).as_ref());
    let engine = kyr.bot.engine();
    let mut found: Vec<(String, String)> = match typed.name {
        "topic" => {
            let topics = engine.suggest_topics(typed.value, option(command, "section"), &locale, MOST);
            topics.into_iter().map(|(id, title)| (plain::label(&title, locale.is_rtl()), id)).collect()
        }
        "state" => {
            let regions = engine.suggest_regions(typed.value, &locale, MOST);
            regions.into_iter().map(|(region, name)| (name, region.code().to_owned())).collect()
        }
        "language" => {
            let languages = engine.suggest_languages(typed.value);
            languages.into_iter().map(|(locale, name)| (name, locale.as_str().to_owned())).collect()
        }
        _ => Vec::new(),
    };
    if command.data.name == "settings" && typed.value.trim().is_empty() {
        found.insert(0, (engine.catalog().text(&locale, Message::ChoiceNone, Manner::Buttons), UNSET.to_owned()));
    }
    found.into_iter().take(MOST).map(|(name, value)| AutocompleteChoice::new(cut(&name, LONGEST), value)).collect()
}
