//! A trained linear classifier: sparse, quantized, small enough to be part of the binary.
//! It must not know what its classes stand for or how it was trained.
//!
//! Logarithms and exponentials are libm's: the system's differ in the last bit from one processor to the next,
//! and twelve rounds of training make another model of that.

use std::borrow::Cow;

use super::features::{self, Shape};
use super::half::Half;
use super::row::{self, Kind, Row};

/// Rows of weights for known features; a class is a number below `classes`.
///
/// All of it is one run of little-endian numbers that is read where it lies: a model inside the program costs no
/// time to load, and no memory but for the pages that questions touch. In this order: the numbers of features, of
/// classes and of the rows' bytes (u32); the classes' biases (f32); for each value of a key's upper half, and for an end,
/// where its features begin (u32); the features, ascending by key: the key's lower half (u16) and where its row begins
/// (u32); the rows. A row begins with the feature's inverse document frequency and the scale of its weights (two bytes
/// each); neither is below 0, and the bits of their signs tell how the weights are written. Rows of common features come
/// first: what most messages touch lies together, and what hardly any touches stays on the disk.
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
    pub rows: Vec<Row>,
    pub bias: Vec<f32>,
}

/// A feature of a message that the model knows.
struct Feature {
    value: f32,
    scale: f32,
    kind: Kind,
    /// Where its weights begin.
    weights: usize,
}

/// Values of a key's upper bits.
const BUCKETS: usize = 1 << 16;
/// Bytes of a u32 and of an f32.
const WORD: usize = 4;
/// Bytes of a feature, and of what a row begins with.
const FEATURE: usize = 6;
const HEAD: usize = 4;
/// The sign of a number in two bytes.
const SIGN: u16 = 1 << 15;
/// Bytes that a processor reads at once.
const LINE: usize = 64;

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
        let mut common: Vec<usize> = (0..parts.keys.len()).collect();
        common.sort_by(|a, b| parts.idf[*a].number().total_cmp(&parts.idf[*b].number()));
        let (mut begins, mut rows) = (vec![0; common.len()], Vec::new());
        for feature in common {
            begins[feature] = rows.len();
            let row = &parts.rows[feature];
            let sign = |kind: Kind| if row.kind == kind { SIGN } else { 0 };
            let (idf, scale) = (parts.idf[feature].to_bits(), row.scale.to_bits());
            let head = [idf | sign(Kind::All), scale | sign(Kind::Listed)];
            rows.extend(head.iter().flat_map(|number| number.to_le_bytes()));
            rows.extend(&row.bytes);
        }
        let numbers = [parts.keys.len(), parts.bias.len(), rows.len()];
        let mut bytes: Vec<u8> = numbers.iter().flat_map(|number| (*number as u32).to_le_bytes()).collect();
        bytes.extend(parts.bias.iter().flat_map(|bias| bias.to_le_bytes()));
        let first = |bucket: usize| parts.keys.partition_point(|key| ((key >> 16) as usize) < bucket) as u32;
        bytes.extend((0..=BUCKETS).flat_map(|bucket| first(bucket).to_le_bytes()));
        for (key, begin) in parts.keys.iter().zip(begins) {
            bytes.extend((*key as u16).to_le_bytes());
            bytes.extend((begin as u32).to_le_bytes());
        }
        bytes.extend(rows);
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
            for Feature { value, scale, kind, weights } in known {
                row::add(kind, value / norm * scale, bytes.0.get(weights..).unwrap_or_default(), &mut logits);
            }
        }
        Scores { probability: softmax(logits) }
    }

    /// What the model knows of the keys of a message. Each of them lies elsewhere in some megabytes: that memory is
    /// asked for all at once, because to wait for one after the other takes longer than everything else.
    fn find(&self, bytes: Bytes<'_>, keys: &[(u32, f32)]) -> Vec<Feature> {
        let bucket = |key: u32| {
            let at = self.at.buckets + WORD * (key >> 16) as usize;
            [at, at + WORD].map(|at| self.at.features + FEATURE * bytes.word(at) as usize)
        };
        let buckets: Vec<[usize; 2]> = keys.iter().map(|(key, _)| bucket(*key)).collect();
        bytes.fetch(buckets.iter().flat_map(|[first, last]| [*first, *last]));
        let mut rows = Vec::with_capacity(keys.len());
        for ((key, count), [first, last]) in keys.iter().zip(buckets) {
            let (features, _) = bytes.0.get(first..last).unwrap_or_default().as_chunks::<FEATURE>();
            let own = (*key as u16).to_le_bytes();
            let feature = features.iter().find(|feature| feature[..2] == own);
            rows.extend(feature.map(|feature| (self.at.rows + Bytes(feature).word(2) as usize, *count)));
        }
        bytes.fetch(rows.iter().flat_map(|(at, _)| [*at, at + LINE]));
        rows.into_iter().map(|(at, count)| feature(bytes, at, count)).collect()
    }
}

/// A feature whose row begins here, and that occurs `count` times.
fn feature(bytes: Bytes<'_>, at: usize, count: f32) -> Feature {
    let [idf, scale] = [0, 2].map(|part| bytes.half(at + part));
    let kind = match [idf, scale].map(|number| number & SIGN != 0) {
        [true, _] => Kind::All,
        [_, true] => Kind::Listed,
        _ => Kind::Masked,
    };
    let times = if count > 1.0 { 1.0 + libm::logf(count) } else { 1.0 };
    let [idf, scale] = [idf, scale].map(|number| Half::from_bits(number & !SIGN).number());
    Feature { value: times * idf, scale, kind, weights: at + HEAD }
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
        let first = buckets + WORD * (BUCKETS + 1);
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
