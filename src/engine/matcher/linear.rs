//! A trained linear classifier: sparse, quantized, small enough to be part of the binary.
//! It must not know what its classes stand for or how it was trained.
//!
//! Logarithms and exponentials are libm's: the system's differ in the last bit from one processor to the next,
//! and twelve rounds of training make another model of that.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::features::{self, Shape};

/// Rows of weights for known features; a class is a number below `classes`.
///
/// All of it is one run of little-endian numbers that is read where it lies: a model inside the program costs no
/// time to load, and no memory but for the pages that questions touch. In this order:
/// the numbers of features, of entries and of classes (u32); for each value of a key's upper bits where the keys with
/// it begin (u32, one more than values); the features' keys, ascending (u32), inverse document frequencies (f32),
/// scales (f32), and where their rows begin among the entries (u32, one more than features); the classes' biases
/// (f32); the entries' classes (a byte each where 256 are enough, else two), and their weights in steps of the row's
/// scale (i8).
#[derive(Clone, Debug, Default)]
pub struct Linear {
    bytes: Cow<'static, [u8]>,
    at: Sections,
}

/// Where each part begins.
#[derive(Clone, Debug, Default)]
struct Sections {
    buckets: usize,
    keys: usize,
    idf: usize,
    scales: usize,
    starts: usize,
    bias: usize,
    classes: usize,
    weights: usize,
    end: usize,
    /// Bytes of an entry's class.
    width: usize,
}

/// What training leaves, to be laid out.
#[derive(Default)]
pub(super) struct Parts {
    pub keys: Vec<u32>,
    pub idf: Vec<f32>,
    pub scales: Vec<f32>,
    /// One more than keys.
    pub starts: Vec<u32>,
    pub bias: Vec<f32>,
    pub entries: Vec<(u16, i8)>,
}

/// Hashes are spread evenly, so that their upper 12 bits find a key's neighbourhood at once.
const BUCKET_SHIFT: u32 = 20;
const BUCKETS: usize = 1 << (u32::BITS - BUCKET_SHIFT);
/// Bytes of a u32 and of an f32.
const WORD: usize = 4;

/// Bytes that tell so many classes apart.
fn width(classes: usize) -> usize {
    if classes <= 1 << u8::BITS { 1 } else { 2 }
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
    pub(super) fn new(parts: &Parts) -> Self {
        let numbers = [parts.keys.len(), parts.entries.len(), parts.bias.len()].map(|number| number as u32);
        let bucket = |bucket: usize| parts.keys.partition_point(|key| ((key >> BUCKET_SHIFT) as usize) < bucket) as u32;
        let buckets: Vec<u32> = (0..=BUCKETS).map(bucket).collect();
        let mut bytes = Vec::new();
        for words in [&numbers[..], &buckets, &parts.keys] {
            bytes.extend(words.iter().flat_map(|word| word.to_le_bytes()));
        }
        for numbers in [&parts.idf, &parts.scales] {
            bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
        }
        bytes.extend(parts.starts.iter().flat_map(|start| start.to_le_bytes()));
        bytes.extend(parts.bias.iter().flat_map(|bias| bias.to_le_bytes()));
        let width = width(parts.bias.len());
        bytes.extend(parts.entries.iter().flat_map(|(class, _)| class.to_le_bytes().into_iter().take(width)));
        bytes.extend(parts.entries.iter().flat_map(|(_, weight)| weight.to_le_bytes()));
        let at = Sections::of(&bytes).unwrap_or_default();
        Self { bytes: Cow::Owned(bytes), at }
    }

    /// `None` when the bytes are not those of a whole model.
    pub fn from_bytes(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let at = Sections::of(&bytes).filter(|at| at.end == bytes.len())?;
        Some(Self { bytes, at })
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub fn classes(&self) -> usize {
        (self.at.classes - self.at.bias) / WORD
    }

    /// Scores a folded message.
    pub fn score(&self, folded: &str, shape: Shape) -> Scores {
        let counts = features::count(folded, shape);
        let mut logits: Vec<f32> = (0..self.classes()).map(|class| self.number(self.at.bias, class)).collect();
        for group in [&counts.words, &counts.chars] {
            let weighted: Vec<(usize, f32)> =
                group.iter().filter_map(|(key, count)| self.weigh(*key, *count)).collect();
            let norm = weighted.iter().map(|(_, value)| value * value).sum::<f32>().sqrt().max(f32::EPSILON);
            for (row, value) in weighted {
                let step = value / norm * self.number(self.at.scales, row);
                for (class, weight) in self.row(row) {
                    logits[class] += step * weight;
                }
            }
        }
        Scores { probability: softmax(logits) }
    }

    /// The classes of a feature's row and their weights.
    fn row(&self, row: usize) -> impl Iterator<Item = (usize, f32)> {
        let (start, end) = (self.word(self.at.starts, row) as usize, self.word(self.at.starts, row + 1) as usize);
        let width = self.at.width;
        let classes = &self.bytes[self.at.classes + width * start..self.at.classes + width * end];
        let weights = &self.bytes[self.at.weights + start..self.at.weights + end];
        let class = |bytes: &[u8]| bytes.iter().rev().fold(0, |high, low| high << 8 | usize::from(*low));
        classes.chunks_exact(width).map(class).zip(weights.iter().map(|weight| f32::from(*weight as i8)))
    }

    fn weigh(&self, key: u32, count: f32) -> Option<(usize, f32)> {
        let bucket = (key >> BUCKET_SHIFT) as usize;
        let (mut start, mut end) =
            (self.word(self.at.buckets, bucket) as usize, self.word(self.at.buckets, bucket + 1) as usize);
        while start < end {
            let middle = start.midpoint(end);
            match self.word(self.at.keys, middle).cmp(&key) {
                Ordering::Less => start = middle + 1,
                Ordering::Equal => return Some((middle, (1.0 + libm::logf(count)) * self.number(self.at.idf, middle))),
                Ordering::Greater => end = middle,
            }
        }
        None
    }

    fn word(&self, section: usize, index: usize) -> u32 {
        u32::from_le_bytes(self.four(section, index))
    }

    fn number(&self, section: usize, index: usize) -> f32 {
        f32::from_le_bytes(self.four(section, index))
    }

    fn four(&self, section: usize, index: usize) -> [u8; WORD] {
        let at = section + WORD * index;
        let bytes = &self.bytes[at..at + WORD];
        [bytes[0], bytes[1], bytes[2], bytes[3]]
    }
}

impl Sections {
    /// As the numbers at the beginning tell.
    fn of(bytes: &[u8]) -> Option<Self> {
        let number =
            |at: usize| Some(u32::from_le_bytes(bytes.get(WORD * at..WORD * (at + 1))?.try_into().ok()?) as usize);
        let (features, entries, classes) = (number(0)?, number(1)?, number(2)?);
        let mut end = 3 * WORD;
        let mut section = |length: usize| {
            let begin = end;
            end += length;
            begin
        };
        Some(Self {
            buckets: section(WORD * (BUCKETS + 1)),
            keys: section(WORD * features),
            idf: section(WORD * features),
            scales: section(WORD * features),
            starts: section(WORD * (features + 1)),
            bias: section(WORD * classes),
            classes: section(width(classes) * entries),
            weights: section(entries),
            end,
            width: width(classes),
        })
    }
}

/// Exponentials that add up to 1.
pub(super) fn softmax(mut logits: Vec<f32>) -> Vec<f32> {
    let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    for logit in &mut logits {
        let below = *logit - top;
        // An exponential so small costs as much as one that counts.
        *logit = if below < -16.0 { 0.0 } else { libm::expf(below) };
    }
    let sum: f32 = logits.iter().sum();
    for logit in &mut logits {
        *logit /= sum;
    }
    logits
}
