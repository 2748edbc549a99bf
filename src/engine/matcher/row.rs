//! One feature's weights for the classes, in four bits each and as bytes. It must not know features, messages or
//! training.
//!
//! Eight bits answered no question better, and leaving out more weights answered more of them wrongly.

use super::half::Half;

/// How a row is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Of very few classes: how many, which, and those weights.
    Listed,
    /// Of some: a bit for each class that has a weight, and those weights.
    Masked,
    /// Of all classes, above the least of them: what is added to every class alike tells none from another. A byte has
    /// the weight of a class of the first half, and above it that of the class as far into the second. So a processor
    /// adds several at a time; features that many messages have are of this kind.
    All,
}

/// A row of weights, in steps of a scale.
pub struct Row {
    pub kind: Kind,
    pub scale: Half,
    pub bytes: Vec<u8>,
}

/// The largest weight of few has so many steps …
const STEPS: f32 = 8.0;
/// … and one of all.
const LEVELS: f32 = 15.0;

/// The weights of few, as they are written.
const DECODED: [f32; 16] = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, -1.0, -2.0, -3.0, -4.0, -5.0, -6.0, -7.0, -8.0];

impl Row {
    /// Rounds weights of classes, ascending by class, of which there are `classes`.
    pub fn of(weights: &[(u16, f32)], classes: usize) -> Self {
        let (few, scale) = few(weights);
        let (listed, mask) = (1 + few.len(), classes.div_ceil(8));
        if few.len() * 2 > classes {
            all(weights, classes)
        } else if listed < mask && classes <= 1 << u8::BITS {
            let mut bytes = vec![few.len() as u8];
            bytes.extend(few.iter().map(|(class, _)| *class as u8));
            bytes.extend(write_few(&few));
            Self { kind: Kind::Listed, scale, bytes }
        } else {
            let mut bytes = vec![0; mask];
            for (class, _) in &few {
                bytes[usize::from(*class) / 8] |= 1 << (class % 8);
            }
            bytes.extend(write_few(&few));
            Self { kind: Kind::Masked, scale, bytes }
        }
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

fn write_few(weights: &[(u16, i8)]) -> impl Iterator<Item = u8> {
    // The sign, and one less than the steps.
    let encode = |weight: i8| u8::from(weight < 0) << 3 | (weight.unsigned_abs() - 1);
    weights.chunks(2).map(move |pair| pair.iter().rev().fold(0, |high, (_, weight)| high << 4 | encode(*weight)))
}

fn all(weights: &[(u16, f32)], classes: usize) -> Row {
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
    let bytes = low.iter().zip(high).map(|(low, high)| high << 4 | low).collect();
    Row { kind: Kind::All, scale, bytes }
}

/// Adds `step` times the weights of a row that begins here to what the classes have; of one of all classes, less what
/// it adds to each of them.
pub fn add(kind: Kind, step: f32, row: &[u8], logits: &mut [f32]) {
    match kind {
        Kind::Listed => add_listed(step, row, logits),
        Kind::Masked => add_masked(step, row, logits),
        Kind::All => add_all(step, row, logits),
    }
}

fn add_listed(step: f32, row: &[u8], logits: &mut [f32]) {
    let Some((count, row)) = row.split_first() else { return };
    let Some((classes, weights)) = row.split_at_checked(usize::from(*count)) else { return };
    for (pair, classes) in weights.iter().zip(classes.chunks(2)) {
        for (class, weight) in classes.iter().zip([pair & 15, pair >> 4]) {
            if let Some(logit) = logits.get_mut(usize::from(*class)) {
                *logit += step * DECODED[usize::from(weight & 15)];
            }
        }
    }
}

fn add_masked(step: f32, row: &[u8], logits: &mut [f32]) {
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

fn add_all(step: f32, row: &[u8], logits: &mut [f32]) {
    let (low, high) = logits.split_at_mut(logits.len().div_ceil(2));
    for (logit, pair) in low.iter_mut().zip(row) {
        *logit += step * f32::from(pair & 15);
    }
    for (logit, pair) in high.iter_mut().zip(row) {
        *logit += step * f32::from(pair >> 4);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a row adds, class by class.
    fn added(weights: &[(u16, f32)], classes: usize) -> (Kind, Vec<f32>) {
        let row = Row::of(weights, classes);
        let mut logits = vec![0.0; classes];
        // Other rows follow.
        add(row.kind, row.scale.number(), &[row.bytes, vec![255; 9]].concat(), &mut logits);
        (row.kind, logits)
    }

    #[test]
    fn each_kind_adds_what_was_written() {
        let weight = |class: u16| f32::from(class % 17) / 8.0 - 1.0;
        for (count, classes, kind) in
            [(3, 98, Kind::Listed), (40, 98, Kind::Masked), (3, 300, Kind::Masked), (97, 97, Kind::All)]
        {
            let weights: Vec<(u16, f32)> = (0..count).map(|class| (class * 2 % classes, weight(class))).collect();
            let mut weights: Vec<(u16, f32)> = weights.into_iter().filter(|(_, weight)| *weight != 0.0).collect();
            weights.sort_by_key(|(class, _)| *class);
            weights.dedup_by_key(|(class, _)| *class);
            let (written, added) = added(&weights, usize::from(classes));
            assert!(written == kind, "{count} of {classes}");
            // A row of all classes adds as much to each as it has to, so that the least gets nothing.
            let expected =
                |class: usize| weights.iter().find(|(own, _)| usize::from(*own) == class).map_or(0.0, |own| own.1);
            let shift = if kind == Kind::All { added[0] - expected(0) } else { 0.0 };
            let near = |class: usize| (added[class] - expected(class) - shift).abs() < 0.14;
            assert!((0..usize::from(classes)).all(near), "{count} of {classes}: {added:?}");
        }
    }

    #[test]
    fn a_row_that_is_cut_short_breaks_nothing() {
        let row = Row::of(&[(1, 1.0), (7, -1.0)], 98);
        for length in 0..row.bytes.len() {
            add(row.kind, 1.0, &row.bytes[..length], &mut [0.0; 98]);
        }
        add(Kind::Masked, 1.0, &[255; 14], &mut [0.0; 98]);
        add(Kind::All, 1.0, &[255; 4], &mut [0.0; 98]);
        add(Kind::Listed, 1.0, &[255; 4], &mut [0.0; 98]);
    }
}
