//! What somebody gets who presses and asks too much: one sentence, which only they see. Discord leaves no silence here,
//! it would say that Kyr is broken. It must not know how much is too much.

use serenity::model::application::{CommandType, ComponentInteractionDataKind, Interaction, ResolvedTarget};

use super::answer::{self, Answer};
use super::commands::EMERGENCY;
use super::components::Offered;
use super::custom_id::{CustomId, Press};
use super::kyr::Kyr;
use super::whence::Whence;
use crate::engine::{Asked, Command, Offer};

/// The answer to an interaction that there is no room for; `None` when there is room.
pub fn refused(kyr: &Kyr, interaction: &Interaction) -> Option<Answer> {
    let (whence, asked, public) = match interaction {
        Interaction::Command(command) => {
            let asked = match command.data.name.as_str() {
                _ if command.data.kind != CommandType::ChatInput => match command.data.target() {
                    Some(ResolvedTarget::Message(message)) => Asked::Words(message.content.clone()),
                    _ => other(),
                },
                "ask" => Asked::Words(answer::option(command, "question").unwrap_or_default().to_owned()),
                "rights" => answer::option(command, "topic").map_or_else(other, topic),
                "emergency" => topic(EMERGENCY),
                "hotlines" => Asked::Command { command: Command::Hotlines(None), about: None },
                _ => other(),
            };
            (Whence::of_command(kyr, command), asked, false)
        }
        Interaction::Component(component) => {
            let press = CustomId::read(&component.data.custom_id).map(|id| id.press);
            let picked = match &component.data.kind {
                ComponentInteractionDataKind::StringSelect { values } => values.first().and_then(|it| Offer::parse(it)),
                _ => None,
            };
            let public = matches!(press, Some(Press::Show(_)));
            let asked = match press {
                Some(Press::Topic(of) | Press::More(of) | Press::Sources(of)) => topic(&of),
                Some(Press::Pick) => picked.map_or_else(other, Asked::Offer),
                _ => other(),
            };
            (Whence::of_component(kyr, component), asked, public)
        }
        _ => return None,
    };
    let (asker, query, room) = (whence.asker(), whence.query(kyr, asked), whence.room());
    let refusal = kyr.bot.admit(&asker, Some(room.as_str()).filter(|_| public), &query).err()?;
    Some(answer::written(kyr, &whence, refusal.reply, Offered::default()))
}

fn topic(id: &str) -> Asked {
    Asked::Offer(Offer::Topic(id.to_owned()))
}

/// What nobody needs at once.
fn other() -> Asked {
    Asked::Command { command: Command::Help, about: None }
}
