//! Who asks, where, and what is set there: an interaction or a message as answers need it.
//! It must not know what is asked.

use serenity::model::Permissions;
use serenity::model::application::{CommandInteraction, ComponentInteraction};
use serenity::model::guild::Member;

use super::guild::Guild;
use super::kyr::Kyr;
use super::locales;
use crate::bot::Asker;
use crate::engine::{Asked, ConversationId, Manner, PersonId, Query};
use crate::locale::Locale;

/// Everything but the question.
pub struct Whence {
    user: u64,
    channel: u64,
    pub guild_id: Option<u64>,
    pub guild: Guild,
    /// The language of the person's client, if Kyr speaks it.
    client: Option<Locale>,
    /// Whether the person may manage the guild.
    pub manages: bool,
    manner: Manner,
}

impl Whence {
    pub fn of_command(kyr: &Kyr, command: &CommandInteraction) -> Self {
        let guild_id = command.guild_id.map(|id| id.get());
        Self {
            user: command.user.id.get(),
            channel: command.channel_id.get(),
            guild_id,
            guild: Guild::load(kyr.bot.preferences(), guild_id),
            client: locales::served(kyr.bot.engine(), &command.locale),
            manages: manages(command.member.as_deref()),
            manner: Manner::Buttons,
        }
    }

    pub fn of_component(kyr: &Kyr, component: &ComponentInteraction) -> Self {
        let guild_id = component.guild_id.map(|id| id.get());
        Self {
            user: component.user.id.get(),
            channel: component.channel_id.get(),
            guild_id,
            guild: Guild::load(kyr.bot.preferences(), guild_id),
            client: locales::served(kyr.bot.engine(), &component.locale),
            manages: manages(component.member.as_ref()),
            manner: Manner::Buttons,
        }
    }

    /// Of a message in words.
    pub fn of_message(kyr: &Kyr, user: u64, channel: u64, guild_id: Option<u64>) -> Self {
        let guild = Guild::load(kyr.bot.preferences(), guild_id);
        Self { user, channel, guild_id, guild, client: None, manages: false, manner: Manner::Words }
    }

    /// What a person chose follows the person; a talk stays between the person and Kyr in its channel.
    pub fn asker(&self) -> Asker {
        let place = format!("discord {} {}", self.channel, self.user);
        Asker { person: PersonId::new(format!("discord {}", self.user)), place: ConversationId::new(place) }
    }

    /// Nobody in particular: for what everybody will see.
    pub fn everybody(&self) -> Asker {
        let place = format!("discord {}", self.channel);
        Asker { person: PersonId::new(place.clone()), place: ConversationId::new(place) }
    }

    pub fn query(&self, kyr: &Kyr, asked: Asked) -> Query {
        Query {
            hint: self.hint(kyr),
            manner: self.manner,
            region: self.guild.region.or(kyr.home.region),
            ..Query::new(asked, kyr.today(), kyr.now())
        }
    }

    /// The language when the person has chosen none and the words tell none.
    pub fn hint(&self, kyr: &Kyr) -> Option<Locale> {
        [&self.client, &self.guild.locale, &kyr.home.locale].into_iter().find_map(Clone::clone)
    }

    /// Whether an answer may be shown to everybody here. Where nobody else is, it need not be.
    pub fn may_show(&self, kyr: &Kyr) -> bool {
        self.guild_id.is_some() && self.guild.may_show(kyr.bot.preferences(), self.channel)
    }
}

fn manages(member: Option<&Member>) -> bool {
    let wanted = Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR;
    member.and_then(|member| member.permissions).is_some_and(|has| has.intersects(wanted))
}
