//! What is learned from a pack's messages, as one value that can be compiled in or cached.
//! It must not know where it will be kept.

use serde::{Deserialize, Serialize};

use super::language::Detector;
use super::matcher::{Matcher, Sample};
use super::normalize::fold;
use crate::content::Pack;
use crate::content::text::Term;

/// The matcher and the language detector of one pack.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Trained {
    pub(super) matcher: Matcher,
    pub(super) detector: Detector,
    pub(super) topics: Vec<String>,
}

impl Trained {
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
        Self { matcher, detector: detector.unwrap_or_default(), topics }
    }
}
