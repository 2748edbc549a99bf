//! A trained linear classifier: sparse, quantized, small enough to be part of the binary.
//! It must not know what its classes stand for or how it was trained.
//!
//! Logarithms and exponentials are libm's: the system's differ in the last bit from one processor to the next,
//! and twelve rounds of training make another model of that.

use std::borrow::Cow;
use std::ops::Range;

use super::features::{self, Shape};

/// Rows of weights for known features; a class is a number below `classes`.
///
/// All of it is one run of little-endian numbers that is read where it lies: a model inside the program costs no
/// time to load, and no memory but for the pages that questions touch. What is read together lies together. In this
/// order: the numbers of features, of classes and of the rows' bytes (u32); the classes' biases (f32); for each value of
/// a key's upper half, and for an end, where its features and their rows begin (u32 each); the features, ascending by
/// key: the key's lower half, inverse document frequency, scale of its row, number of its weights (2 bytes each); the
/// rows: a bit for each class that has a weight, and the weights in steps of the row's scale, four bits each. Eight
/// bits answered no question better, and leaving out more weights answered more of them wrongly.
#[derive(Clone, Debug, Default)]
pub struct Linear {
    bytes: Cow<'static, [u8]>,
    at: Sections,
}

/// Where each part begins.
#[derive(Clone, Debug, Default)]
struct Sections {
    bias: usize,
    buckets: usize,
    features: usize,
    rows: usize,
    end: usize,
}

/// What training leaves, to be laid out.
#[derive(Default)]
pub(super) struct Parts {
    pub keys: Vec<u32>,
    pub idf: Vec<Half>,
    pub scales: Vec<Half>,
    /// Class, ascending, and weight in steps of the row's scale: from -STEPS to STEPS, but not 0.
    pub rows: Vec<Vec<(u16, i8)>>,
    pub bias: Vec<f32>,
}

/// A feature of a message that the model knows.
struct Feature {
    value: f32,
    scale: f32,
    /// The bytes of its row.
    row: Range<usize>,
}

/// The upper half of an f32: a number with three digits in two bytes.
#[derive(Clone, Copy)]
pub(super) struct Half(u16);

impl Half {
    /// The nearest.
    pub fn of(number: f32) -> Self {
        Self((number.to_bits().saturating_add(1 << 15) >> 16) as u16)
    }

    pub fn number(self) -> f32 {
        f32::from_bits(u32::from(self.0) << 16)
    }
}

/// Values of a key's upper half.
const BUCKETS: usize = 1 << 16;
/// Bytes of a u32 and of an f32.
const WORD: usize = 4;
/// Bytes of a bucket, and of a feature.
const BUCKET: usize = 8;
const FEATURE: usize = 8;

/// The largest weight of a row has so many steps.
pub(super) const STEPS: i8 = 8;

/// Four bits: the sign, and one less than the steps.
fn encode(weight: i8) -> u8 {
    u8::from(weight < 0) << 3 | (weight.unsigned_abs() - 1)
}

/// The steps that `encode` wrote.
const DECODED: [f32; 16] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, -1.0, -2.0, -3.0, -4.0, -5.0, -6.0, -7.0, -8.0];

/// A row's bytes.
fn row(classes: usize, weights: &[(u16, i8)]) -> Vec<u8> {
    let mut bytes = vec![0; classes.div_ceil(8)];
    for (class, _) in weights {
        bytes[usize::from(*class) / 8] |= 1 << (class % 8);
    }
    let pair = |pair: &[(u16, i8)]| pair.iter().rev().fold(0, |high, (_, weight)| high << 4 | encode(*weight));
    bytes.extend(weights.chunks(2).map(pair));
    bytes
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
        let classes = parts.bias.len();
        let rows: Vec<Vec<u8>> = parts.rows.iter().map(|weights| row(classes, weights)).collect();
        let numbers = [rows.len(), classes, rows.iter().map(Vec::len).sum()];
        let mut bytes: Vec<u8> = numbers.iter().flat_map(|number| (*number as u32).to_le_bytes()).collect();
        bytes.extend(parts.bias.iter().flat_map(|bias| bias.to_le_bytes()));
        let (mut feature, mut begin) = (0, 0);
        for bucket in 0..=BUCKETS {
            bytes.extend([feature as u32, begin as u32].iter().flat_map(|number| number.to_le_bytes()));
            while parts.keys.get(feature).is_some_and(|key| (key >> 16) as usize == bucket) {
                begin += rows[feature].len();
                feature += 1;
            }
        }
        for (feature, weights) in parts.rows.iter().enumerate() {
            let (key, idf, scale) = (parts.keys[feature] as u16, parts.idf[feature].0, parts.scales[feature].0);
            bytes.extend([key, idf, scale, weights.len() as u16].iter().flat_map(|number| number.to_le_bytes()));
        }
        bytes.extend(rows.into_iter().flatten());
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
        (self.at.buckets - self.at.bias) / WORD
    }

    /// Scores a folded message.
    pub fn score(&self, folded: &str, shape: Shape) -> Scores {
        let counts = features::count(folded, shape);
        let bytes = Bytes(&self.bytes);
        let bias = |class: usize| f32::from_bits(bytes.word(self.at.bias + WORD * class));
        let mut logits: Vec<f32> = (0..self.classes()).map(bias).collect();
        for group in [&counts.words, &counts.chars] {
            let known = self.find(bytes, group);
            let squares: f32 = known.iter().map(|feature| feature.value * feature.value).sum();
            let norm = squares.sqrt().max(f32::EPSILON);
            for Feature { value, scale, row } in known {
                self.add(value / norm * scale, &bytes.0[row], &mut logits);
            }
        }
        Scores { probability: softmax(logits) }
    }

    /// Adds `step` times a row's weights.
    fn add(&self, step: f32, row: &[u8], logits: &mut [f32]) {
        let (classes, weights) = row.split_at(self.classes().div_ceil(8));
        let steps = DECODED.map(|weight| step * weight);
        let mut weights = weights.iter().flat_map(|pair| [pair & 15, pair >> 4]);
        // By eight bytes: a loop of bits that ends is a guess that goes wrong.
        for (bits, logits) in classes.chunks(8).zip(logits.chunks_mut(64)) {
            let mut bits = bits.iter().rev().fold(0_u64, |high, byte| high << 8 | u64::from(*byte));
            while bits != 0 {
                let weight = weights.next().map_or(0.0, |weight| steps[usize::from(weight & 15)]);
                if let Some(logit) = logits.get_mut(bits.trailing_zeros() as usize) {
                    *logit += weight;
                }
                bits &= bits - 1;
            }
        }
    }

    /// What the model knows of the keys of a message. Each of them lies elsewhere in some megabytes: that memory is
    /// asked for all at once, because to wait for one after the other takes longer than everything else.
    fn find(&self, bytes: Bytes<'_>, keys: &[(u32, f32)]) -> Vec<Feature> {
        let bucket = |key: u32| self.at.buckets + BUCKET * (key >> 16) as usize;
        let buckets: Vec<[usize; 3]> = keys
            .iter()
            .map(|(key, _)| [0, BUCKET, WORD].map(|part| bytes.word(bucket(*key) + part) as usize))
            .collect();
        bytes.fetch(buckets.iter().map(|[first, ..]| self.at.features + FEATURE * first));
        let found = keys.iter().zip(&buckets).filter_map(|(key, bucket)| self.search(bytes, *key, *bucket));
        let found: Vec<Feature> = found.collect();
        bytes.fetch(found.iter().flat_map(|feature| [feature.row.start, feature.row.end - 1]));
        found
    }

    /// A key that occurs `count` times, among the few features of its bucket.
    fn search(&self, bytes: Bytes<'_>, (key, count): (u32, f32), [first, last, begin]: [usize; 3]) -> Option<Feature> {
        let bits = self.classes().div_ceil(8);
        let mut begin = self.at.rows + begin;
        for at in (first..last).map(|feature| self.at.features + FEATURE * feature) {
            let end = begin + bits + usize::from(bytes.half(at + 6)).div_ceil(2);
            if bytes.half(at) == key as u16 {
                let times = if count > 1.0 { 1.0 + libm::logf(count) } else { 1.0 };
                let (idf, scale) = (Half(bytes.half(at + 2)), Half(bytes.half(at + 4)));
                return Some(Feature { value: times * idf.number(), scale: scale.number(), row: begin..end });
            }
            begin = end;
        }
        None
    }
}

/// Little-endian numbers at any place; 0 behind the end.
#[derive(Clone, Copy)]
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn word(self, at: usize) -> u32 {
        self.0.get(at..).and_then(|from| from.first_chunk()).map_or(0, |chunk| u32::from_le_bytes(*chunk))
    }

    fn half(self, at: usize) -> u16 {
        self.0.get(at..).and_then(|from| from.first_chunk()).map_or(0, |chunk| u16::from_le_bytes(*chunk))
    }

    /// Brings places near the processor: reads that don't wait for each other.
    fn fetch(self, places: impl Iterator<Item = usize>) {
        std::hint::black_box(places.fold(0, |all, at| all ^ self.0.get(at).copied().unwrap_or_default()));
    }
}

impl Sections {
    /// As the numbers at the beginning tell.
    fn of(bytes: &[u8]) -> Option<Self> {
        let number =
            |at: usize| Some(u32::from_le_bytes(bytes.get(WORD * at..WORD * (at + 1))?.try_into().ok()?) as usize);
        let (features, classes, rows) = (number(0)?, number(1)?, number(2)?);
        let bias = 3 * WORD;
        let buckets = bias + WORD * classes;
        let first = buckets + BUCKET * (BUCKETS + 1);
        let last = first + FEATURE * features;
        Some(Self { bias, buckets, features: first, rows: last, end: last + rows })
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
