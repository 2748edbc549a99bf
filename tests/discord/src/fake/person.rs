//! Somebody with a client of Discord: writes, uses commands, presses buttons.

use std::sync::Arc;

use serde_json::Value;

use super::endpoint;
use super::exchange::{Exchange, Said};
use super::ids::Id;
use super::interactions::Interaction;
use super::message::Message;
use super::payloads::{self, User};
use super::posts::{self, Post};
use super::shared::Shared;
use super::world::{Place, World};

/// Everything that members usually may, without managing anything.
const MEMBER: u64 = 2_222_085_723_516_480;
const MANAGE_GUILD: u64 = 1 << 5;

#[derive(Clone)]
pub struct Person {
    pub(super) shared: Arc<Shared>,
    pub id: Id,
    locale: String,
    permissions: u64,
}

/// A message to be written.
#[derive(Clone, Default)]
pub struct Say {
    pub text: String,
    /// Begins with a mention of the bot.
    pub mentions_bot: bool,
    /// Replies to this message, and whether that mentions its author.
    pub reply_to: Option<(Id, bool)>,
    /// Changes the finished message, for what no client writes.
    pub change: Option<fn(&mut Value)>,
}

impl Person {
    pub(super) fn new(shared: &Arc<Shared>, name: &str, locale: &str, bot: bool) -> Self {
        let id = shared.change(|world| world.new_user(name, bot));
        Self { shared: shared.clone(), id, locale: locale.to_owned(), permissions: MEMBER }
    }

    /// The same person with another language set in the client.
    pub fn with_locale(&self, locale: &str) -> Self {
        Self { locale: locale.to_owned(), ..self.clone() }
    }

    /// The same person, who may change the guild's settings.
    pub fn as_manager(&self) -> Self {
        Self { permissions: self.permissions | MANAGE_GUILD, ..self.clone() }
    }

    /// The direct chat with the bot.
    pub fn direct(&self) -> Place {
        self.shared.change(|world| world.direct(self.id))
    }

    // ---- messages

    /// Writes in the direct chat.
    pub fn tell(&self, text: &str) -> Said {
        self.say(self.direct(), text)
    }

    /// Writes somewhere, without addressing the bot.
    pub fn say(&self, place: Place, text: &str) -> Said {
        self.write(place, Say { text: text.to_owned(), ..Say::default() })
    }

    /// Writes somewhere and mentions the bot.
    pub fn mention(&self, place: Place, text: &str) -> Said {
        self.write(place, Say { text: text.to_owned(), mentions_bot: true, ..Say::default() })
    }

    /// Replies to a message, whose author is mentioned thereby.
    pub fn respond(&self, place: Place, to: &Message, text: &str) -> Said {
        self.write(place, Say { text: text.to_owned(), reply_to: Some((to.id(), true)), ..Say::default() })
    }

    pub fn write(&self, place: Place, say: Say) -> Said {
        let id = self.shared.change(|world| {
            world.said.push(say.text.clone());
            let bot = world.application.id;
            let text = if say.mentions_bot { format!("<@{bot}> {}", say.text) } else { say.text };
            let post = Post { text: &text, reply_to: say.reply_to, ..Post::default() };
            let mut message = posts::compose(world, self.id, place, &post);
            if let Some(change) = say.change {
                change(message.body_mut());
            }
            let id = message.id();
            world.publish("MESSAGE_CREATE", message);
            id
        });
        Said::new(&self.shared, id, place)
    }

    // ---- interactions

    /// Uses a slash command.
    pub fn command(&self, place: Place, name: &str, options: Value) -> Exchange {
        self.shared.lock().said.extend(texts(&options));
        self.deliver(place, |world, user| payloads::command(world, user, name, &options, None))
    }

    /// Writes in the option `focused` of a slash command and waits for what is offered: names and values.
    pub async fn autocomplete(&self, place: Place, name: &str, options: Value, focused: &str) -> Vec<(String, Value)> {
        self.shared.lock().said.extend(texts(&options));
        self.deliver(place, |world, user| payloads::command(world, user, name, &options, Some(focused))).choices().await
    }

    /// Uses a command of a message's menu.
    pub fn message_command(&self, name: &str, target: &Message) -> Exchange {
        let place = Place(target.channel());
        self.deliver(place, |world, user| payloads::message_command(world, user, name, target))
    }

    /// Presses a button that the message has and this person sees.
    pub fn press(&self, message: &Message, custom_id: &str) -> Exchange {
        let button = message.buttons().into_iter().find(|button| button.custom_id == custom_id);
        let button = button.unwrap_or_else(|| panic!("the message has no button {custom_id}"));
        assert!(!button.disabled, "the button {custom_id} is disabled");
        self.forge(message, custom_id, None)
    }

    /// Chooses in a menu that the message has.
    pub fn select(&self, message: &Message, custom_id: &str, value: &str) -> Exchange {
        let select = message.selects().into_iter().find(|select| select.custom_id == custom_id);
        let select = select.unwrap_or_else(|| panic!("the message has no menu {custom_id}"));
        assert!(select.options.iter().any(|(_, own)| own == value), "the menu {custom_id} has no value {value}");
        self.forge(message, custom_id, Some(&[value]))
    }

    /// Presses or chooses what the message may not have at all.
    pub fn forge(&self, message: &Message, custom_id: &str, values: Option<&[&str]>) -> Exchange {
        let place = Place(message.channel());
        self.deliver(place, |world, user| payloads::component(world, user, message, custom_id, values))
    }

    /// Delivers a slash command whose payload is changed before.
    pub fn distorted(&self, place: Place, name: &str, options: Value, change: impl FnOnce(&mut Value)) -> Exchange {
        self.deliver(place, |world, user| {
            let mut interaction = payloads::command(world, user, name, &options, None);
            change(&mut interaction.payload);
            interaction
        })
    }

    fn deliver(&self, place: Place, make: impl FnOnce(&World, &User) -> Interaction) -> Exchange {
        let user = User { person: self.id, locale: &self.locale, permissions: self.permissions, place };
        let (id, post) = self.shared.change(|world| {
            let mut interaction = make(world, &user);
            interaction.sent = world.clock.now();
            let (id, payload) = (interaction.id, interaction.payload.clone());
            let guild = world.channel(place).guild;
            world.interactions.add(interaction);
            let endpoint = world.endpoint;
            if endpoint.is_none() {
                world.tell("INTERACTION_CREATE", guild, &payload);
            }
            (id, endpoint.map(|address| (address, payload)))
        });
        if let Some((address, payload)) = post {
            tokio::spawn(endpoint::deliver(self.shared.clone(), address, id, payload));
        }
        Exchange::new(&self.shared, id)
    }

    /// All messages in a place that this person sees.
    pub fn sees(&self, place: Place) -> Vec<Message> {
        let world = self.shared.lock();
        let own = |message: &Message| {
            let reply = |id| world.interactions.all().any(|it| it.person == self.id && it.replies.contains(&id));
            !message.ephemeral() || reply(message.id())
        };
        world.messages.values().filter(|message| message.channel() == place.0 && own(message)).cloned().collect()
    }
}

/// The texts among options.
fn texts(options: &Value) -> Vec<String> {
    options.as_object().into_iter().flatten().filter_map(|(_, value)| value.as_str().map(str::to_owned)).collect()
}
