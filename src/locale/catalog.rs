//! The Fluent catalogs of all served languages. It must not know who asks for a message.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::message::MANNER;
use super::{Locale, Manner, Message};
use crate::diagnostic::Files;

type Bundle = FluentBundle<FluentResource>;

/// A catalog that Fluent cannot read: which file, which byte, and what it said.
pub struct MessageFault {
    pub file: String,
    pub offset: usize,
    pub message: String,
}

/// Formats messages in a locale, falling back to the default one.
pub struct Catalog {
    bundles: BTreeMap<Locale, Bundle>,
    fallback: Locale,
}

impl Catalog {
    /// Reads `locales/<lang>/*.ftl` of `files`. A faulty entry is left out and reported.
    pub fn new(files: &Files, fallback: Locale) -> (Self, Vec<MessageFault>) {
        let mut bundles: BTreeMap<Locale, Bundle> = BTreeMap::new();
        let mut faults = Vec::new();
        for (file, text) in files.iter().filter(|(path, _)| path.starts_with("locales/") && path.ends_with(".ftl")) {
            let Some(locale) = file.split('/').nth(1).and_then(|tag| Locale::parse(tag).ok()) else {
                faults.push(MessageFault {
                    file: file.clone(),
                    offset: 0,
                    message: "the folder's name is no language tag".to_owned(),
                });
                continue;
            };
            if let Some(offset) = too_deep(text) {
                faults.push(MessageFault {
                    file: file.clone(),
                    offset,
                    message: "brackets are nested too deep".to_owned(),
                });
                continue;
            }
            let resource = FluentResource::try_new(text.clone()).unwrap_or_else(|(partial, errors)| {
                faults.extend(errors.into_iter().map(|error| MessageFault {
                    file: file.clone(),
                    offset: error.pos.start,
                    message: error.to_string(),
                }));
                partial
            });
            let bundle = bundles.entry(locale.clone()).or_insert_with(|| {
                let mut bundle = Bundle::new_concurrent(vec![locale.identifier()]);
                // Placeables in right-to-left messages are Latin or digits more often than not.
                bundle.set_use_isolating(locale.is_rtl());
                bundle
            });
            bundle.add_resource_overriding(resource);
        }
        (Self { bundles, fallback }, faults)
    }

    /// The message in `locale`, else in the fallback, else its bare key.
    pub fn text(&self, locale: &Locale, message: Message<'_>, manner: Manner) -> String {
        let mut args = message.args();
        args.set(MANNER, manner.as_str());
        self.lookup(locale, message.key(), &args).unwrap_or_else(|| message.key().to_owned())
    }

    /// The items of a message that lists words: `help, commands, ?`.
    pub fn words(&self, locale: &Locale, message: Message<'_>) -> Vec<String> {
        let Some(bundle) = self.bundles.get(locale) else { return Vec::new() };
        list(&format(bundle, message.key(), &FluentArgs::new()).unwrap_or_default())
    }

    /// A language's name in `locale`; its tag when the catalog has none.
    pub fn language_name(&self, locale: &Locale, named: &Locale) -> String {
        let key = format!("language-{named}");
        self.lookup(locale, &key, &FluentArgs::new()).unwrap_or_else(|| named.to_string())
    }

    /// A US state's name in `locale`; `code` is its postal code.
    pub fn region_name(&self, locale: &Locale, code: &str) -> String {
        let key = format!("state-{code}");
        self.lookup(locale, &key, &FluentArgs::new()).unwrap_or_else(|| code.to_owned())
    }

    /// All names of a language in `locale`: the one that is shown, and those that people also write.
    pub fn language_names(&self, locale: &Locale, named: &Locale) -> Vec<String> {
        let also = self.also(locale, &format!("language-{named}"));
        [self.language_name(locale, named)].into_iter().chain(also).collect()
    }

    /// All names of a US state in `locale`.
    pub fn region_names(&self, locale: &Locale, code: &str) -> Vec<String> {
        let also = self.also(locale, &format!("state-{code}"));
        [self.region_name(locale, code)].into_iter().chain(also).collect()
    }

    /// The items of a message's attribute `.also`.
    fn also(&self, locale: &Locale, key: &str) -> Vec<String> {
        let attribute = |bundle: &Bundle| {
            let pattern = bundle.get_message(key)?.get_attribute("also")?.value();
            Some(list(&bundle.format_pattern(pattern, None, &mut Vec::new())))
        };
        self.bundles.get(locale).and_then(attribute).unwrap_or_default()
    }

    fn lookup(&self, locale: &Locale, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        [locale, &self.fallback]
            .into_iter()
            .filter_map(|locale| self.bundles.get(locale))
            .find_map(|bundle| format(bundle, key, args))
    }
}

/// What commas of any script separate.
fn list(text: &str) -> Vec<String> {
    text.split([',', '،', '、', '，']).map(|word| word.trim().to_owned()).filter(|word| !word.is_empty()).collect()
}

/// The byte at which too many brackets are open. Fluent's parser recurses at each; a hostile file
/// would overflow the stack, which nothing catches.
pub fn too_deep(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'{' | b'(' => open += 1,
            b'}' | b')' => open = open.saturating_sub(1),
            _ => {}
        }
        open > MAX_OPEN
    })
}

/// Real messages have three brackets open at once.
const MAX_OPEN: usize = 100;

/// `None` when the message is missing; a faulty placeable shows as Fluent writes it.
fn format(bundle: &Bundle, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    Some(bundle.format_pattern(pattern, Some(args), &mut errors).into_owned())
}
