//! Training: multinomial logistic regression by AdaGrad on TF-IDF features, deterministic,
//! then pruned and quantized. It must not know what the classes stand for.

use std::collections::HashMap;

use super::features::{self, Counts, Shape};
use super::linear::{Linear, softmax};

const EPOCHS: usize = 14;
const RATE: f32 = 0.1;
/// Pulls weights towards zero at each touch.
const DECAY: f32 = 2e-4;
/// Features of fewer examples are forgotten.
const MIN_EXAMPLES: u32 = 2;
/// Weights below this share of their row's largest are dropped.
const PRUNE: f32 = 0.15;

/// One training message, folded, and its class.
pub struct Sample {
    pub class: usize,
    pub folded: String,
}

/// A message as (row, value) pairs.
type Sparse = Vec<(u32, f32)>;

/// Trains on `samples`; `classes` is one more than the largest class.
pub fn train(samples: &[Sample], classes: usize, shape: Shape) -> Linear {
    let counts: Vec<Counts> = samples.iter().map(|sample| features::count(&sample.folded, shape)).collect();
    let (keys, idf) = vocabulary(&counts);
    let rows: HashMap<u32, u32> = keys.iter().enumerate().map(|(row, key)| (*key, row as u32)).collect();
    let vectors: Vec<Sparse> = counts.iter().map(|counts| vector(counts, &rows, &idf)).collect();
    let (weights, bias) = descend(samples, &vectors, keys.len(), classes);
    quantize(keys, idf, &weights, bias)
}

/// Features of enough examples, ascending, and their inverse document frequencies.
fn vocabulary(counts: &[Counts]) -> (Vec<u32>, Vec<f32>) {
    let mut seen: HashMap<u32, u32> = HashMap::new();
    for key in counts.iter().flat_map(|counts| counts.words.iter().chain(&counts.chars)) {
        *seen.entry(key.0).or_default() += 1;
    }
    let mut kept: Vec<(u32, u32)> = seen.into_iter().filter(|(_, examples)| *examples >= MIN_EXAMPLES).collect();
    kept.sort_unstable();
    let total = counts.len() as f32;
    let idf = kept.iter().map(|(_, examples)| ((1.0 + total) / (1.0 + *examples as f32)).ln() + 1.0).collect();
    (kept.into_iter().map(|(key, _)| key).collect(), idf)
}

/// The same weighting as `Linear::score`, so that training sees what answering will see.
fn vector(counts: &Counts, rows: &HashMap<u32, u32>, idf: &[f32]) -> Sparse {
    let mut all = Sparse::new();
    for group in [&counts.words, &counts.chars] {
        let mut part: Sparse = group
            .iter()
            .filter_map(|(key, count)| rows.get(key).map(|row| (*row, (1.0 + count.ln()) * idf[*row as usize])))
            .collect();
        let norm = part.iter().map(|(_, value)| value * value).sum::<f32>().sqrt().max(f32::EPSILON);
        part.iter_mut().for_each(|(_, value)| *value /= norm);
        all.append(&mut part);
    }
    all
}

/// Dense weights, row by row, and the biases.
fn descend(samples: &[Sample], vectors: &[Sparse], rows: usize, classes: usize) -> (Vec<Vec<f32>>, Vec<f32>) {
    let mut weights = vec![vec![0.0_f32; classes]; rows];
    let mut squares = vec![vec![1e-6_f32; classes]; rows];
    let mut bias = vec![0.0_f32; classes];
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    for epoch in 0..EPOCHS {
        shuffle(&mut order, &mut random);
        let rate = RATE * (1.0 - epoch as f32 / EPOCHS as f32).max(0.1);
        for &at in &order {
            let mut logits = bias.clone();
            for (row, value) in &vectors[at] {
                for (logit, weight) in logits.iter_mut().zip(&weights[*row as usize]) {
                    *logit += value * weight;
                }
            }
            let mut gradient = softmax(logits);
            gradient[samples[at].class] -= 1.0;
            for (row, value) in &vectors[at] {
                let (weights, squares) = (&mut weights[*row as usize], &mut squares[*row as usize]);
                for ((weight, square), part) in weights.iter_mut().zip(squares).zip(&gradient) {
                    let step = value * part + DECAY * *weight;
                    *square += step * step;
                    *weight -= rate * step / square.sqrt();
                }
            }
            for (bias, part) in bias.iter_mut().zip(&gradient) {
                *bias -= 0.01 * rate * part;
            }
        }
    }
    (weights, bias)
}

/// Fisher-Yates with a xorshift generator: the same on every machine.
fn shuffle(order: &mut [usize], state: &mut u64) {
    for at in (1..order.len()).rev() {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        order.swap(at, (*state % (at as u64 + 1)) as usize);
    }
}

/// Centres each row (softmax does not see a common shift), drops small weights, keeps 8 bits.
fn quantize(keys: Vec<u32>, idf: Vec<f32>, weights: &[Vec<f32>], bias: Vec<f32>) -> Linear {
    let mut model = Linear { keys, idf, bias, starts: vec![0], ..Linear::default() };
    for row in weights {
        let mut sorted = row.clone();
        sorted.sort_unstable_by(f32::total_cmp);
        let centre = sorted[sorted.len() / 2];
        let largest = row.iter().map(|weight| (weight - centre).abs()).fold(0.0_f32, f32::max);
        let scale = largest / 127.0;
        for (class, weight) in row.iter().enumerate() {
            let weight = weight - centre;
            if largest > 0.0 && weight.abs() >= PRUNE * largest {
                model.entries.push((class as u16, (weight / scale).round() as i8));
            }
        }
        model.scales.push(scale);
        model.starts.push(model.entries.len() as u32);
    }
    model
}
