//! What the pack has that can be offered and picked: sections and topics. It must not know who offers them.

use super::{Engine, Offer};
use crate::locale::Locale;

impl Engine {
    /// The sections as something to pick from.
    pub(super) fn sections(&self) -> Vec<Offer> {
        self.pack.manifest.sections.iter().map(|section| Offer::Section(section.id.value.clone())).collect()
    }

    /// What an offer is called in `locale`.
    pub fn offer_title(&self, locale: &Locale, offer: &Offer) -> String {
        match offer {
            Offer::Topic(topic) => self.pack.title(locale, topic),
            Offer::Section(section) => self.pack.section_title(locale, section),
        }
    }

    /// Whether the pack has what the offer names.
    pub fn has(&self, offer: &Offer) -> bool {
        match offer {
            Offer::Topic(topic) => self.pack.topics.contains_key(topic),
            Offer::Section(section) => self.pack.manifest.sections.iter().any(|known| known.id.value == *section),
        }
    }

    pub(super) fn topics_of(&self, section: &str) -> Vec<String> {
        let sections = self.pack.manifest.sections.iter();
        let topics = sections.filter(|known| known.id.value == section).flat_map(|known| &known.topics);
        topics.map(|topic| topic.value.clone()).collect()
    }
}
