//! Who asks, where, and what is set there: an interaction or a message as answers need it.
//! It must not know what is asked.

use serenity::model::Permissions;
use serenity::model::application::{CommandInteraction, ComponentInteraction};
use serenity::model::guild::Member;
use serenity::model::id::{ChannelId, GuildId, UserId};

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
        let words = Self::of_message(kyr, command.user.id, command.channel_id, command.guild_id);
        words.with_buttons(kyr, &command.locale, command.member.as_deref())
    }

    pub fn of_component(kyr: &Kyr, component: &ComponentInteraction) -> Self {
        let words = Self::of_message(kyr, component.user.id, component.channel_id, component.guild_id);
        words.with_buttons(kyr, &component.locale, component.member.as_ref())
    }

    /// Of a message in words.
    pub fn of_message(kyr: &Kyr, user: UserId, channel: ChannelId, guild_id: Option<GuildId>) -> Self {
        let guild_id = guild_id.map(GuildId::get);
        let guild = Guild::load(kyr.bot.preferences(), guild_id);
        let (user, channel) = (user.get(), channel.get());
        Self { user, channel, guild_id, guild, client: None, manages: false, manner: Manner::Words }
    }

    /// An interaction tells more than a message does.
    fn with_buttons(self, kyr: &Kyr, locale: &str, member: Option<&Member>) -> Self {
        let client = locales::served(&kyr.bot.engine(), locale);
        Self { client, manages: manages(member), manner: Manner::Buttons, ..self }
    }

    /// What a person chose follows the person; a talk stays between the person and Kyr in its channel.
    pub fn asker(&self) -> Asker {
        let place = format!("discord {} {}", self.channel, self.user);
        Asker { person: PersonId::new(format!("discord {}", self.user)), place: ConversationId::new(place) }
    }

    /// Where everybody sees what is said.
    pub fn room(&self) -> String {
        format!("discord {}", self.channel)
    }

    /// Nobody in particular: for what everybody will see.
    pub fn everybody(&self) -> Asker {
        let place = self.room();
        Asker { person: PersonId::new(place.clone()), place: ConversationId::new(place) }
    }

    pub fn query(&self, kyr: &Kyr, asked: Asked) -> Query {
        Query {
            hint: self.hint(kyr),
            manner: self.manner,
            region: self.guild.region.or(kyr.home.region),
            ..Query::new(asked, kyr.clock.today(), kyr.clock.now())
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
