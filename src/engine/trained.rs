//! What is learned from a pack's messages, as one value that can be compiled in or cached.
//! It must not know where it will be kept.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::Context;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::glossary::Glossary;
use super::language::Detector;
use super::matcher::{Linear, Matcher, Sample};
use super::normalize::fold;
use super::script::Scripts;
use crate::content::Pack;
use crate::content::Text;
use crate::content::text::Term;
use crate::locale::Locale;

/// The matcher, the language detector and the names of one pack. Copies share the models.
#[derive(Clone, Debug, Default)]
pub struct Trained {
    pub(super) matcher: Arc<Matcher>,
    pub(super) detector: Arc<Detector>,
    pub(super) glossary: Glossary,
    /// Topic ids by the matcher's classes; after them, those that came when it had been trained.
    pub(super) topics: Vec<String>,
    lessons: String,
}

/// As it is kept: the models are read where they lie.
#[derive(Serialize, Deserialize)]
struct Kept<'a> {
    lessons: Cow<'a, str>,
    topics: Cow<'a, [String]>,
    glossary: Cow<'a, Glossary>,
    locales: Cow<'a, [Locale]>,
    scripts: Cow<'a, [Scripts]>,
    served: usize,
    matcher: &'a [u8],
    detector: &'a [u8],
}

impl Trained {
    pub fn to_bytes(&self) -> anyhow::Result<Vec<u8>> {
        let Detector { model, locales, scripts, served } = &*self.detector;
        Ok(postcard::to_stdvec(&Kept {
            lessons: Cow::Borrowed(&self.lessons),
            topics: Cow::Borrowed(&self.topics),
            glossary: Cow::Borrowed(&self.glossary),
            locales: Cow::Borrowed(locales),
            scripts: Cow::Borrowed(scripts),
            served: *served,
            matcher: self.matcher.model.as_bytes(),
            detector: model.as_bytes(),
        })?)
    }

    /// What `to_bytes` wrote. Bytes of the program itself are not copied.
    pub fn from_bytes(bytes: Cow<'static, [u8]>) -> anyhow::Result<Self> {
        match bytes {
            Cow::Borrowed(bytes) => Self::read(bytes, Cow::Borrowed),
            Cow::Owned(bytes) => Self::read(&bytes, |model| Cow::Owned(model.to_owned())),
        }
    }

    fn read<'a>(bytes: &'a [u8], keep: impl Fn(&'a [u8]) -> Cow<'static, [u8]>) -> anyhow::Result<Self> {
        let kept: Kept<'a> = postcard::from_bytes(bytes)?;
        let model = |bytes| Linear::from_bytes(keep(bytes)).context("a model is cut short");
        Ok(Self {
            matcher: Arc::new(Matcher { model: model(kept.matcher)? }),
            detector: Arc::new(Detector {
                model: model(kept.detector)?,
                locales: kept.locales.into_owned(),
                scripts: kept.scripts.into_owned(),
                served: kept.served,
            }),
            topics: kept.topics.into_owned(),
            glossary: kept.glossary.into_owned(),
            lessons: kept.lessons.into_owned(),
        })
    }

    /// What `pack` teaches, as a SHA-256 in hexadecimal: packs with the same lessons need no other training. The order
    /// of topics is not in it. Neither is prose, from which the language detector learns as well: a sentence more or
    /// less does not change how a language looks.
    pub fn lessons(pack: &Pack) -> String {
        let mut hash = Sha256::new();
        let mut learn = |kind: u8, text: &str| {
            hash.update([kind]);
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        };
        let topics: BTreeSet<&str> = pack.manifest.topics().map(|topic| topic.as_str()).collect();
        let locales: BTreeSet<&Locale> = pack.manifest.languages.iter().collect();
        learn(0, pack.manifest.default_locale.as_str());
        for locale in locales {
            learn(1, locale.as_str());
            for topic in &topics {
                learn(2, topic);
                pack.text(locale, topic).into_iter().flat_map(messages).for_each(|message| learn(3, message));
            }
            none(pack, locale).for_each(|message| learn(4, message));
        }
        let unserved: BTreeMap<&Locale, _> =
            pack.unserved.iter().map(|language| (&language.locale, &language.samples)).collect();
        for (locale, samples) in unserved {
            learn(5, locale.as_str());
            samples.iter().for_each(|sample| learn(6, sample));
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Whether training on `pack` would teach nothing else.
    pub fn fits(&self, pack: &Pack) -> bool {
        self.lessons == Self::lessons(pack)
    }

    /// Whether it knows the languages of `pack`, and most of its topics: then it may answer until `pack` is learned from.
    pub fn is_near(&self, pack: &Pack) -> bool {
        let served: BTreeSet<&Locale> = self.detector.locales.iter().take(self.detector.served).collect();
        let own: BTreeSet<&str> = self.topics.iter().map(String::as_str).collect();
        let topics = || pack.manifest.topics();
        let known = topics().filter(|topic| own.contains(topic.as_str())).count();
        pack.manifest.languages.iter().all(|locale| served.contains(locale)) && known * 4 >= topics().count() * 3
    }

    /// The same models for a pack that has changed since: its names are known at once, its new topics by their names
    /// only, until it is trained.
    pub fn renewed(&self, pack: &Pack) -> Self {
        let mut topics: Vec<String> = self.topics.iter().take(self.matcher.topics()).cloned().collect();
        let known: BTreeSet<&str> = topics.iter().map(String::as_str).collect();
        let new = pack.manifest.topics().filter(|topic| !known.contains(topic.as_str()));
        let new: Vec<String> = new.map(|topic| topic.value.clone()).collect();
        topics.extend(new);
        Self { glossary: Glossary::new(pack, &topics), topics, ..self.clone() }
    }

    /// Learns from all languages at once: people mix them, and borrowed words carry over.
    pub fn train(pack: &Pack) -> Self {
        // Two independent halves of about the same size.
        let (matcher, detector) = std::thread::scope(|scope| {
            let detector = scope.spawn(|| Detector::train(pack));
            (matcher(pack), detector.join())
        });
        Self::of(pack, matcher, detector.unwrap_or_default())
    }

    /// The same in one thread, for where others need the processor more.
    pub fn train_aside(pack: &Pack) -> Self {
        Self::of(pack, matcher(pack), Detector::train(pack))
    }

    fn of(pack: &Pack, matcher: Matcher, detector: Detector) -> Self {
        let topics = topics(pack);
        Self {
            matcher: Arc::new(matcher),
            detector: Arc::new(detector),
            glossary: Glossary::new(pack, &topics),
            lessons: Self::lessons(pack),
            topics,
        }
    }
}

fn topics(pack: &Pack) -> Vec<String> {
    pack.manifest.topics().map(|topic| topic.value.clone()).collect()
}

fn matcher(pack: &Pack) -> Matcher {
    let topics = topics(pack);
    let mut samples = Vec::new();
    for locale in &pack.manifest.languages {
        for (class, topic) in topics.iter().enumerate() {
            let Some(text) = pack.text(locale, topic) else { continue };
            samples.extend(messages(text).map(|message| Sample { class, folded: fold(message) }));
        }
        samples.extend(none(pack, locale).map(|message| Sample { class: topics.len(), folded: fold(message) }));
    }
    Matcher::train(&samples, topics.len())
}

/// What people may write who want this text.
fn messages(text: &Text) -> impl Iterator<Item = &str> {
    let terms = text.terms.iter().flat_map(Term::names);
    text.examples.iter().chain([&text.title]).chain(terms).map(|message| message.as_str())
}

/// What people may write who want none of the topics.
fn none<'a>(pack: &'a Pack, locale: &Locale) -> impl Iterator<Item = &'a str> {
    let none = pack.languages.get(locale).into_iter().flat_map(|language| &language.none);
    none.map(|message| message.as_str())
}
