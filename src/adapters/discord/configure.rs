//! `/settings`: reads what is set in a guild and changes it, if the person may. It must not know how the reply looks.

use serenity::model::application::{CommandDataOptionValue, CommandInteraction};

use super::answer::{option, region, say};
use super::kyr::Kyr;
use super::whence::Whence;
use crate::engine::Reply;
use crate::locale::Message;

/// The settings after the change, or why there was none.
pub fn configure(kyr: &Kyr, whence: &Whence, command: &CommandInteraction) -> Reply {
    let Some(id) = whence.guild_id.filter(|_| whence.manages) else {
        return say(kyr, whence, Message::ServerSettingsRefused);
    };
    let engine = kyr.bot.engine();
    let preferences = kyr.bot.preferences();
    let mut guild = whence.guild.clone();
    let mut notice = None;
    if let Some(language) = option(command, "language") {
        match engine.suggest_languages(language).into_iter().next() {
            Some((locale, _)) => guild.locale = Some(locale),
            None if language == UNSET => guild.locale = None,
            None => notice = Some(Message::SettingsUnknown),
        }
    }
    if let Some(state) = option(command, "state") {
        match region(kyr, whence, state) {
            Some(region) => guild.region = Some(region),
            None if state == UNSET => guild.region = None,
            None => notice = Some(Message::RegionUnknown),
        }
    }
    match (channel(command), public(command)) {
        (Some(channel), Some(public)) => guild.allow(preferences, channel, public),
        (None, None) => {}
        _ => notice = Some(Message::ServerSettingsChannel),
    }
    if guild != whence.guild {
        if !guild.save(preferences, id) {
            return say(kyr, whence, Message::Trouble);
        }
        notice = notice.or(Some(Message::SettingsSaved));
    }
    let hint = guild.locale.clone().filter(|_| guild.locale != whence.guild.locale).or_else(|| whence.hint(kyr));
    let locale = kyr.bot.locale(&whence.asker().person, hint.as_ref());
    guild.reply(&engine, &locale, notice)
}

/// The value that takes a setting back.
pub const UNSET: &str = "-";

fn channel(command: &CommandInteraction) -> Option<u64> {
    command.data.options.iter().find_map(|option| match option.value {
        CommandDataOptionValue::Channel(channel) => Some(channel.get()),
        _ => None,
    })
}

fn public(command: &CommandInteraction) -> Option<bool> {
    command.data.options.iter().find_map(|option| match option.value {
        CommandDataOptionValue::Boolean(public) => Some(public),
        _ => None,
    })
}
