//! Which topic a message asks about: one sure topic, a few to choose from, or none.
//! It must not know languages, texts or how an answer looks.

pub mod features;
mod half;
mod linear;
mod row;
mod train;

use super::affix;
pub use linear::{Linear, Scores};
pub use train::{Sample, train};

/// How often training sees each example.
const EPOCHS: usize = 16;
/// Answer when "none of the topics" is at most this likely …
const FOREIGN: f32 = 0.1;
/// … and the best topic has at least this share of what all topics have together.
const LEAD: f32 = 0.38;
/// How much likelier a topic is when one of its proper names stands in the message.
const MENTIONED: f32 = 4.0;
/// One word alone must be telling.
const LEAD_ALONE: f32 = 0.55;
/// Offer choices up to this likelihood of "none".
const DOUBTFUL: f32 = 0.45;
/// A choice is worth showing from this likelihood on.
const WORTH_SHOWING: f32 = 0.03;
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
#[derive(Clone, Debug, Default)]
pub struct Matcher {
    pub(super) model: Linear,
}

impl Matcher {
    /// `samples` have a topic's index as class, or `topics` for out-of-scope messages.
    pub fn train(samples: &[Sample], topics: usize) -> Self {
        Self { model: train(samples, topics + 1, features::TOPIC, EPOCHS) }
    }

    /// How many topics it was trained on.
    pub fn topics(&self) -> usize {
        self.model.classes().saturating_sub(1)
    }

    /// Decides for a folded message; `mentioned` are topics of which it holds a proper name. Topics that came after the
    /// training are no classes.
    pub fn find(&self, folded: &str, mentioned: &[usize]) -> Match {
        if folded.is_empty() || self.model.classes() == 0 {
            return Match::Nothing;
        }
        let lead = if affix::count(folded) > 1 { LEAD } else { LEAD_ALONE };
        let mut scores = self.model.score(folded, features::TOPIC);
        for topic in mentioned.iter().filter(|topic| **topic < self.topics()) {
            scores.favour(*topic, MENTIONED);
        }
        decide(&scores, lead)
    }

    /// The likeliest topics for a few letters of a message, whether any is sure or not.
    pub fn likeliest(&self, folded: &str) -> Vec<usize> {
        if folded.is_empty() || self.model.classes() == 0 {
            return Vec::new();
        }
        let scores = self.model.score(folded, features::TOPIC);
        let topics = scores.probability.split_last().map_or(&[][..], |(_, topics)| topics);
        best(topics).into_iter().map(|(topic, _)| topic).collect()
    }
}

/// Being sure takes both: that the message is on topic at all, and that one topic leads.
fn decide(scores: &Scores, lead: f32) -> Match {
    let Some((none, topics)) = scores.probability.split_last() else { return Match::Nothing };
    let ranked = best(topics);
    let Some((first, likelihood)) = ranked.first().copied() else { return Match::Nothing };
    if *none <= FOREIGN && likelihood >= lead * (1.0 - none) {
        return Match::Topic(first);
    }
    let worth = ranked.iter().enumerate().filter(|(place, (_, likelihood))| *place < 2 || *likelihood >= WORTH_SHOWING);
    let choices: Vec<usize> = worth.map(|(_, (topic, _))| *topic).collect();
    if *none > DOUBTFUL || choices.len() < 2 { Match::Nothing } else { Match::Choices(choices) }
}

/// The `MAX_CHOICES` likeliest, the best first, in one pass: packs may have a thousand topics.
fn best(likelihoods: &[f32]) -> Vec<(usize, f32)> {
    let mut best: Vec<(usize, f32)> = Vec::with_capacity(MAX_CHOICES + 1);
    for (topic, likelihood) in likelihoods.iter().copied().enumerate() {
        if best.len() < MAX_CHOICES || likelihood > best[MAX_CHOICES - 1].1 {
            let place = best.partition_point(|(_, better)| *better >= likelihood);
            best.insert(place, (topic, likelihood));
            best.truncate(MAX_CHOICES);
        }
    }
    best
}
