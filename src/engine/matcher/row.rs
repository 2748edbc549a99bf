//! One feature's weights for the classes, in four bits each and as bytes. It must not know features, messages or
//! training.
//!
//! Eight bits answered no question better, and leaving out more weights answered more of them wrongly.

use super::half::Half;

/// A row of weights, in steps of a scale.
pub enum Row {
    /// Of some classes: a bit for each class that has a weight, and those weights.
    Few(Vec<u8>),
    /// Of all classes, above the least of them: what is added to every class alike tells none from another. A byte has
    /// the weight of a class of the first half, and above it that of the class as far into the second. So a processor
    /// adds several at a time; features that many messages have are of this kind.
    All(Vec<u8>),
}

/// The largest weight of few has so many steps …
const STEPS: f32 = 8.0;
/// … and one of all.
const LEVELS: f32 = 15.0;

/// The weights of few, as they are written.
const DECODED: [f32; 16] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, -1.0, -2.0, -3.0, -4.0, -5.0, -6.0, -7.0, -8.0];

impl Row {
    /// Rounds weights of classes, ascending by class, of which there are `classes`; and the scale.
    pub fn of(weights: &[(u16, f32)], classes: usize) -> (Self, Half) {
        let (few, scale) = few(weights);
        if few.len() * 2 > classes { all(weights, classes) } else { (Self::Few(write_few(&few, classes)), scale) }
    }

    pub fn bytes(&self) -> &[u8] {
        let (Self::Few(bytes) | Self::All(bytes)) = self;
        bytes
    }
}

/// Class and weight in steps of the scale, without those that round to nothing.
fn few(weights: &[(u16, f32)]) -> (Vec<(u16, i8)>, Half) {
    let largest = weights.iter().map(|(_, weight)| weight.abs()).fold(0.0, f32::max);
    let scale = Half::of(largest / STEPS);
    let step =
        |weight: f32| if largest > 0.0 { (weight / scale.number()).round().clamp(-STEPS, STEPS) as i8 } else { 0 };
    (weights.iter().map(|(class, weight)| (*class, step(*weight))).filter(|(_, step)| *step != 0).collect(), scale)
}

fn write_few(weights: &[(u16, i8)], classes: usize) -> Vec<u8> {
    let mut bytes = vec![0; classes.div_ceil(8)];
    for (class, _) in weights {
        bytes[usize::from(*class) / 8] |= 1 << (class % 8);
    }
    // The sign, and one less than the steps.
    let encode = |weight: i8| u8::from(weight < 0) << 3 | (weight.unsigned_abs() - 1);
    let pair = |pair: &[(u16, i8)]| pair.iter().rev().fold(0, |high, (_, weight)| high << 4 | encode(*weight));
    bytes.extend(weights.chunks(2).map(pair));
    bytes
}

fn all(weights: &[(u16, f32)], classes: usize) -> (Row, Half) {
    let mut every = vec![0.0; classes];
    for (class, weight) in weights {
        every[usize::from(*class)] = *weight;
    }
    let least = every.iter().copied().fold(f32::INFINITY, f32::min);
    let most = every.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let scale = Half::of((most - least) / LEVELS);
    let level = |weight: &f32| ((weight - least) / scale.number()).round().clamp(0.0, LEVELS) as u8;
    let levels: Vec<u8> = every.iter().map(level).collect();
    let (low, high) = levels.split_at(classes.div_ceil(2));
    let high = high.iter().copied().chain([0]);
    (Row::All(low.iter().zip(high).map(|(low, high)| high << 4 | low).collect()), scale)
}

/// Adds `step` times a row's weights to what the classes have.
pub fn add_few(step: f32, row: &[u8], logits: &mut [f32]) {
    let Some((classes, weights)) = row.split_at_checked(logits.len().div_ceil(8)) else { return };
    let steps = DECODED.map(|weight| step * weight);
    let mut number = 0;
    // By eight bytes: a loop of bits that ends is a guess that goes wrong.
    for (bits, logits) in classes.chunks(8).zip(logits.chunks_mut(64)) {
        let mut bits = bits.iter().rev().fold(0_u64, |high, byte| high << 8 | u64::from(*byte));
        while bits != 0 {
            let pair = weights.get(number / 2).copied().unwrap_or_default();
            if let Some(logit) = logits.get_mut(bits.trailing_zeros() as usize) {
                *logit += steps[usize::from(pair >> (number % 2 * 4) & 15)];
            }
            number += 1;
            bits &= bits - 1;
        }
    }
}

/// Adds `step` times a row's weights to what the classes have, less what it adds to all of them.
pub fn add_all(step: f32, row: &[u8], logits: &mut [f32]) {
    let (low, high) = logits.split_at_mut(row.len().min(logits.len()));
    for (logit, pair) in low.iter_mut().zip(row) {
        *logit += step * f32::from(pair & 15);
    }
    for (logit, pair) in high.iter_mut().zip(row) {
        *logit += step * f32::from(pair >> 4);
    }
}
