//! A reply as Discord's messages: pages of text that fit, the components under the last one. Nobody is ever pinged,
//! and nothing stands in an embed. It must not know how messages are sent.

use serenity::builder::{CreateActionRow, CreateAllowedMentions, CreateInteractionResponseMessage, CreateMessage};
use serenity::model::application::InteractionResponseFlags;
use serenity::model::channel::{MessageFlags, MessageReference, Nonce};
use sha2::{Digest, Sha256};

use super::markdown;
use crate::engine::document::Document;
use crate::engine::paginate::paginate;

/// Characters of a message; Discord takes 2,000.
const LONGEST_PAGE: usize = 1_990;

/// A message before it is known where it will be sent.
pub struct Page {
    pub content: String,
    pub components: Vec<CreateActionRow>,
}

/// The pages of a document; `components` stand under the last one.
pub fn pages(document: &Document, components: Vec<CreateActionRow>) -> Vec<Page> {
    let pages = paginate(document, LONGEST_PAGE, markdown::length);
    let mut pages: Vec<Page> =
        pages.iter().map(|page| Page { content: markdown::write(page), components: Vec::new() }).collect();
    if let Some(last) = pages.last_mut() {
        last.components = components;
    }
    pages
}

impl Page {
    /// As a reply to an interaction; `private` is seen by the asker only.
    pub fn response(self, private: bool) -> CreateInteractionResponseMessage {
        let mut flags = InteractionResponseFlags::SUPPRESS_EMBEDS;
        flags.set(InteractionResponseFlags::EPHEMERAL, private);
        CreateInteractionResponseMessage::new()
            .content(self.content)
            .flags(flags)
            .allowed_mentions(nobody())
            .components(self.components)
    }

    /// As a message in a channel. The same cause and number give the same nonce, so that Discord takes it once.
    pub fn message(self, reference: Option<MessageReference>, cause: u64, number: usize) -> CreateMessage {
        let message = CreateMessage::new()
            .content(self.content)
            .flags(MessageFlags::SUPPRESS_EMBEDS)
            .allowed_mentions(nobody().replied_user(false))
            .nonce(Nonce::String(nonce(cause, number)))
            .enforce_nonce(true)
            .components(self.components);
        reference.into_iter().fold(message, CreateMessage::reference_message)
    }
}

fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new()
}

/// At most 25 characters.
fn nonce(cause: u64, number: usize) -> String {
    let hash = Sha256::digest(format!("{cause} {number}"));
    hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect()
}
