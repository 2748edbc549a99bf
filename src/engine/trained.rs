//! What is learned from a pack's messages, as one value that can be compiled in or cached.
//! It must not know where it will be kept.

use std::borrow::Cow;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::glossary::Glossary;
use super::language::Detector;
use super::matcher::{Linear, Matcher, Sample};
use super::normalize::fold;
use super::script::Scripts;
use crate::content::Pack;
use crate::content::text::Term;
use crate::locale::Locale;

/// The matcher, the language detector and the names of one pack.
#[derive(Clone, Debug, Default)]
pub struct Trained {
    pub(super) matcher: Matcher,
    pub(super) detector: Detector,
    pub(super) glossary: Glossary,
    pub(super) topics: Vec<String>,
}

/// As it is kept: the models are read where they lie.
#[derive(Serialize, Deserialize)]
struct Kept<'a> {
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
        let Detector { model, locales, scripts, served } = &self.detector;
        Ok(postcard::to_stdvec(&Kept {
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
            matcher: Matcher { model: model(kept.matcher)? },
            detector: Detector {
                model: model(kept.detector)?,
                locales: kept.locales.into_owned(),
                scripts: kept.scripts.into_owned(),
                served: kept.served,
            },
            topics: kept.topics.into_owned(),
            glossary: kept.glossary.into_owned(),
        })
    }

    /// Learns from all languages at once: people mix them, and borrowed words carry over.
    pub fn train(pack: &Pack) -> Self {
        let topics: Vec<String> = pack.manifest.topics().map(|topic| topic.value.clone()).collect();
        let mut samples = Vec::new();
        for locale in &pack.manifest.languages {
            for (class, topic) in topics.iter().enumerate() {
                let Some(text) = pack.text(locale, topic) else { continue };
                let terms = text.terms.iter().flat_map(Term::names);
                let messages = text.examples.iter().chain([&text.title]).chain(terms);
                samples.extend(messages.map(|message| Sample { class, folded: fold(message) }));
            }
            let none = pack.languages.get(locale).into_iter().flat_map(|language| &language.none);
            samples.extend(none.map(|message| Sample { class: topics.len(), folded: fold(message) }));
        }
        // Two independent halves of about the same size.
        let (matcher, detector) = std::thread::scope(|scope| {
            let detector = scope.spawn(|| Detector::train(pack));
            (Matcher::train(&samples, topics.len()), detector.join())
        });
        Self { matcher, detector: detector.unwrap_or_default(), glossary: Glossary::new(pack, &topics), topics }
    }
}
