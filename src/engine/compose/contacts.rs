//! Hotlines and offices as lines of a reply. It must not know topics' texts.

use super::Context;
use crate::content::{Contact, Topic};
use crate::engine::document::{Block, Document, Inline};
use crate::locale::Message;

/// Lines that a reply without an answer ends with.
const NATIONWIDE_SHOWN: usize = 3;

/// The directory for a region and for everywhere.
pub fn hotlines(context: Context<'_>) -> Document {
    let mut document = context.document();
    let directory = &context.engine.pack.directory;
    if let Some(region) = context.region {
        let name = context.engine.catalog.region_name(context.locale, region.code());
        let local: Vec<&Contact> = directory.iter().filter(|contact| contact.serves(region)).collect();
        document.push(context.title(Message::HotlinesRegionTitle { region: &name }));
        if local.is_empty() {
            document.push(context.paragraph(Message::HotlinesNone { region: &name }));
        } else {
            document.push(context.contact_list(local.into_iter()));
        }
        document.push(context.heading(Message::HotlinesNationwide));
    } else {
        document.push(context.title(Message::HotlinesTitle));
    }
    let nationwide = directory.iter().filter(|contact| contact.is_nationwide());
    let mut nationwide: Vec<&Contact> =
        nationwide.filter(|contact| !context.region.is_some_and(|region| contact.serves(region))).collect();
    // Who picks up a phone comes first, the government's own lines after the community's.
    nationwide.sort_by_key(|contact| (contact.phone.is_none(), contact.government));
    document.push(context.contact_list(nationwide.into_iter()));
    if context.region.is_none() {
        document.push(context.note(Message::HotlinesHint));
    }
    document
}

impl Context<'_> {
    /// The contacts that a topic names and, for the reader's state, the local ones that take calls.
    pub(super) fn contacts_of(&self, document: &mut Document, topic: &Topic) {
        let pack = &self.engine.pack;
        let named = topic
            .contacts
            .iter()
            .filter_map(|id| pack.contact(id))
            .filter(|contact| contact.is_nationwide() || self.region.is_none_or(|region| contact.serves(region)));
        let mut contacts: Vec<&Contact> = named.collect();
        if let Some(region) = self.region.filter(|_| topic.urgent) {
            let local = pack.directory.iter().filter(|contact| contact.serves(region) && contact.phone.is_some());
            let new: Vec<&Contact> =
                local.filter(|contact| !contacts.iter().any(|known| known.id == contact.id)).collect();
            contacts.splice(0..0, new);
        }
        if !contacts.is_empty() {
            document.push(self.heading(Message::LabelContacts));
            document.push(self.contact_list(contacts.into_iter()));
        }
    }

    /// A few lines to turn to: the reader's state first, then nationwide ones that are not the
    /// government's, those with a phone before those without.
    pub(super) fn nationwide_contacts(&self) -> Block {
        let local = |contact: &Contact| self.region.is_some_and(|region| contact.serves(region));
        let directory = self.engine.pack.directory.iter();
        let mut people: Vec<&Contact> =
            directory.filter(|contact| !contact.government && (contact.is_nationwide() || local(contact))).collect();
        people.sort_by_key(|contact| (contact.phone.is_none(), !local(contact)));
        self.contact_list(people.into_iter().take(NATIONWIDE_SHOWN))
    }

    fn contact_list<'c>(&self, contacts: impl Iterator<Item = &'c Contact>) -> Block {
        Block::Bullets(contacts.map(|contact| self.contact_line(contact)).collect())
    }

    /// Name, phone, link, what it is for, hours and languages, as far as known.
    fn contact_line(&self, contact: &Contact) -> Vec<Inline> {
        let mut line = vec![Inline::Strong(contact.name.value.clone())];
        if let Some(phone) = &contact.phone {
            line.push(Inline::Text(": ".to_owned()));
            line.push(Inline::Phone(phone.value.clone()));
        }
        let language = self.engine.pack.languages.get(self.locale);
        let mut remarks = Vec::new();
        if let Some(wording) = language.and_then(|language| language.directory.get(&contact.id.value)) {
            remarks.push(wording.purpose.value.clone());
            if let Some(hours) = &wording.hours {
                remarks.push(self.say(Message::LabelHours { hours }));
            }
            if let Some(languages) = &wording.languages {
                remarks.push(self.say(Message::LabelLanguages { languages }));
            }
        }
        if contact.government {
            remarks.push(self.say(Message::LabelGovernment));
        }
        if !remarks.is_empty() {
            let comma = if self.locale.is_rtl() { "؛ " } else { "; " };
            line.push(Inline::Text(format!(" – {}", remarks.join(comma))));
        }
        if let Some(url) = &contact.url {
            line.push(Inline::Text(" ".to_owned()));
            line.push(Inline::Link(url.value.clone()));
        }
        line
    }
}
