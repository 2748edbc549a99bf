//! All texts of a pack as one run of bytes, of which one text is unpacked when it is asked for: a thousand texts
//! in memory would cost more than everything else that an answer needs. It must not know files or who asks.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Pack;
use super::text::Text;
use crate::locale::Locale;

/// The texts of the served languages.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Texts<'a> {
    /// Locale, then topic id, to where an `Entry` begins.
    begins: BTreeMap<Locale, BTreeMap<String, usize>>,
    #[serde(borrow)]
    bytes: Cow<'a, [u8]>,
}

/// A text and what is asked of it more often than the whole; the title first, so that it is read alone.
#[derive(Serialize, Deserialize)]
struct Entry {
    title: String,
    body: Body,
}

/// A text, and whether the one that it translates has changed since.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Body {
    pub stale: bool,
    pub text: Text,
}

impl Texts<'static> {
    /// Examples are left out: only training reads them.
    pub fn new(pack: &Pack) -> anyhow::Result<Self> {
        let mut texts = Self::default();
        let mut bytes = Vec::new();
        for locale in &pack.manifest.languages {
            for (topic, text) in pack.texts.get(locale).into_iter().flatten() {
                let text = Text { examples: Vec::new(), ..text.clone() };
                let entry =
                    Entry { title: text.title.value.clone(), body: Body { stale: is_stale(pack, topic, &text), text } };
                texts.begins.entry(locale.clone()).or_default().insert(topic.clone(), bytes.len());
                bytes = postcard::to_extend(&entry, bytes)?;
            }
        }
        texts.bytes = Cow::Owned(bytes);
        Ok(texts)
    }
}

impl Texts<'_> {
    /// `None` where the topic has no text in that language.
    pub fn body(&self, locale: &Locale, topic: &str) -> Option<Body> {
        self.read::<Entry>(locale, topic).map(|entry| entry.body)
    }

    /// The title alone costs a hundredth of the whole.
    pub fn title(&self, locale: &Locale, topic: &str) -> Option<String> {
        self.read(locale, topic)
    }

    /// What begins where the topic's entry begins.
    fn read<T: for<'de> Deserialize<'de>>(&self, locale: &Locale, topic: &str) -> Option<T> {
        let at = *self.begins.get(locale)?.get(topic)?;
        Some(postcard::take_from_bytes(self.bytes.get(at..)?).ok()?.0)
    }
}

/// Whether the text that this one translates has changed since.
fn is_stale(pack: &Pack, topic: &str, text: &Text) -> bool {
    let original = pack.text(&pack.manifest.default_locale, topic);
    let of = text.translation.as_ref().map(|translation| &translation.of.value);
    of.zip(original).is_some_and(|(of, original)| original.fingerprint() != *of)
}
