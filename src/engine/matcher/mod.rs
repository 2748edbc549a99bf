//! Which topic a message asks about: one sure topic, a few to choose from, or none.
//! It must not know languages, texts or how an answer looks.

pub mod features;
mod linear;
mod train;

use serde::{Deserialize, Serialize};

pub use linear::{Linear, Scores};
pub use train::{Sample, train};

/// Answer when the best topic is at least this likely …
const SURE: f32 = 0.45;
/// … and leads the second by this factor …
const LEAD: f32 = 1.8;
/// … and offer choices when all topics together are at least this likely.
const PLAUSIBLE: f32 = 0.5;
/// A choice is worth showing from this likelihood on.
const WORTH_SHOWING: f32 = 0.04;
const MAX_CHOICES: usize = 4;

/// The outcome for one message. Indices are those of the topics that the matcher was trained on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    Topic(usize),
    /// Two to four, the likeliest first.
    Choices(Vec<usize>),
    Nothing,
}

/// The trained matcher: a class for each topic and a last one for "none of them".
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Matcher {
    model: Linear,
}

impl Matcher {
    /// `samples` have a topic's index as class, or `topics` for out-of-scope messages.
    pub fn train(samples: &[Sample], topics: usize) -> Self {
        Self { model: train(samples, topics + 1, features::TOPIC) }
    }

    /// Decides for a folded message.
    pub fn find(&self, folded: &str) -> Match {
        if folded.is_empty() || self.model.classes() == 0 {
            return Match::Nothing;
        }
        decide(&self.model.score(folded, features::TOPIC))
    }

    /// The probabilities behind `find`, the class "none" last; for tools and tests.
    pub fn scores(&self, folded: &str) -> Scores {
        self.model.score(folded, features::TOPIC)
    }
}

fn decide(scores: &Scores) -> Match {
    let none = scores.probability.last().copied().unwrap_or(1.0);
    let mut ranked: Vec<(usize, f32)> =
        scores.probability[..scores.probability.len() - 1].iter().copied().enumerate().collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
    let second = ranked.get(1).map_or(0.0, |(_, probability)| *probability);
    match ranked.first() {
        Some((topic, best)) if *best >= SURE && *best >= LEAD * second && *best > none => Match::Topic(*topic),
        Some(_) if 1.0 - none >= PLAUSIBLE => {
            let shown = ranked.iter().take(MAX_CHOICES).enumerate();
            let choices: Vec<usize> = shown
                .filter(|(place, (_, probability))| *place < 2 || *probability >= WORTH_SHOWING)
                .map(|(_, (topic, _))| *topic)
                .collect();
            if choices.len() < 2 { Match::Nothing } else { Match::Choices(choices) }
        }
        _ => Match::Nothing,
    }
}
