//! A trained linear classifier: sparse, quantized, small enough to be part of the binary.
//! It must not know what its classes stand for or how it was trained.

use serde::{Deserialize, Serialize};

use super::features::{self, Shape};

/// Rows of weights for known features; a class is a number below `classes`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Linear {
    /// Hashes of the known features, ascending.
    pub(super) keys: Vec<u32>,
    /// Where the keys with each value of the upper bits begin; one more than values.
    pub(super) buckets: Vec<u32>,
    /// Inverse document frequency of each feature.
    pub(super) idf: Vec<f32>,
    /// Where each feature's row begins in `entries`; one more than features.
    pub(super) starts: Vec<u32>,
    /// (class, weight in steps of the row's scale); only weights worth keeping.
    pub(super) entries: Vec<(u16, i8)>,
    pub(super) scales: Vec<f32>,
    pub(super) bias: Vec<f32>,
}

/// Hashes are spread evenly, so that their upper 12 bits find a key's neighbourhood at once.
const BUCKET_SHIFT: u32 = 20;

/// For sorted keys, where each bucket begins.
pub(super) fn buckets(keys: &[u32]) -> Vec<u32> {
    let count = 1_u32 << (u32::BITS - BUCKET_SHIFT);
    (0..=count).map(|bucket| keys.partition_point(|key| (key >> BUCKET_SHIFT) < bucket) as u32).collect()
}

/// What a message scored.
pub struct Scores {
    /// Probability of each class; they add up to 1.
    pub probability: Vec<f32>,
}

impl Scores {
    /// Makes a class likelier by `factor`, before the classes add up to 1 again.
    pub fn favour(&mut self, class: usize, factor: f32) {
        self.probability[class] *= factor;
        let sum: f32 = self.probability.iter().sum();
        self.probability.iter_mut().for_each(|value| *value /= sum);
    }
}

impl Linear {
    pub fn classes(&self) -> usize {
        self.bias.len()
    }

    /// Scores a folded message.
    pub fn score(&self, folded: &str, shape: Shape) -> Scores {
        let counts = features::count(folded, shape);
        let mut logits = self.bias.clone();
        for group in [&counts.words, &counts.chars] {
            let weighted: Vec<(usize, f32)> =
                group.iter().filter_map(|(key, count)| self.weigh(*key, *count)).collect();
            let norm = weighted.iter().map(|(_, value)| value * value).sum::<f32>().sqrt().max(f32::EPSILON);
            for (row, value) in weighted {
                let step = value / norm * self.scales[row];
                for (class, weight) in &self.entries[self.starts[row] as usize..self.starts[row + 1] as usize] {
                    logits[usize::from(*class)] += step * f32::from(*weight);
                }
            }
        }
        Scores { probability: softmax(logits) }
    }

    fn weigh(&self, key: u32, count: f32) -> Option<(usize, f32)> {
        let bucket = (key >> BUCKET_SHIFT) as usize;
        let (start, end) = (self.buckets[bucket] as usize, self.buckets[bucket + 1] as usize);
        let row = start + self.keys[start..end].binary_search(&key).ok()?;
        Some((row, (1.0 + count.ln()) * self.idf[row]))
    }
}

/// Exponentials that add up to 1.
pub(super) fn softmax(mut logits: Vec<f32>) -> Vec<f32> {
    let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    for logit in &mut logits {
        let below = *logit - top;
        // An exponential so small costs as much as one that counts.
        *logit = if below < -16.0 { 0.0 } else { below.exp() };
    }
    let sum: f32 = logits.iter().sum();
    for logit in &mut logits {
        *logit /= sum;
    }
    logits
}
