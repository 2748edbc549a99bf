//! Training: multinomial logistic regression by AdaGrad on TF-IDF features, deterministic,
//! then pruned and quantized. It must not know what the classes stand for.

use std::collections::HashMap;

use super::features::{self, Counts, Shape};
use super::half::Half;
use super::linear::{Linear, Parts, softmax};
use super::row;

const RATE: f32 = 0.2;
/// Pulls weights towards zero at each touch.
const DECAY: f32 = 2e-4;
/// A class whose part of the slope is smaller is not touched: rows stay short, and training costs a third. More
/// makes the likelihoods of languages with few examples flat.
const NEGLIGIBLE: f32 = 0.02;

/// One training message, folded, and its class.
pub struct Sample {
    pub class: usize,
    pub folded: String,
}

/// A message as (row, value) pairs.
type Sparse = Vec<(u32, f32)>;

/// Trains on `samples`, each seen `epochs` times; `classes` is one more than the largest class.
pub fn train(samples: &[Sample], classes: usize, shape: Shape, epochs: usize) -> Linear {
    let counts: Vec<Counts> = samples.iter().map(|sample| features::count(&sample.folded, shape)).collect();
    let (keys, idf) = vocabulary(&counts, shape.rarest);
    let rows: HashMap<u32, u32> = keys.iter().enumerate().map(|(row, key)| (*key, row as u32)).collect();
    let vectors: Vec<Sparse> = counts.iter().map(|counts| vector(counts, &rows, &idf)).collect();
    let (weights, bias) = descend(samples, &vectors, keys.len(), classes, epochs);
    quantize(keys, idf, &weights, bias)
}

/// Features of enough examples, ascending, and their inverse document frequencies.
fn vocabulary(counts: &[Counts], rarest: u32) -> (Vec<u32>, Vec<Half>) {
    let mut seen: HashMap<u32, u32> = HashMap::new();
    for key in counts.iter().flat_map(|counts| counts.words.iter().chain(&counts.chars)) {
        *seen.entry(key.0).or_default() += 1;
    }
    let mut kept: Vec<(u32, u32)> = seen.into_iter().filter(|(_, examples)| *examples >= rarest).collect();
    kept.sort_unstable();
    let total = counts.len() as f32;
    let idf = |examples: u32| Half::of(libm::logf((1.0 + total) / (1.0 + examples as f32)) + 1.0);
    let idf = kept.iter().map(|(_, examples)| idf(*examples)).collect();
    (kept.into_iter().map(|(key, _)| key).collect(), idf)
}

/// The same weighting as `Linear::score`, so that training sees what answering will see.
fn vector(counts: &Counts, rows: &HashMap<u32, u32>, idf: &[Half]) -> Sparse {
    let mut all = Sparse::new();
    for group in [&counts.words, &counts.chars] {
        let mut part: Sparse = group
            .iter()
            .filter_map(|(key, count)| {
                rows.get(key).map(|row| (*row, (1.0 + libm::logf(*count)) * idf[*row as usize].number()))
            })
            .collect();
        let norm = part.iter().map(|(_, value)| value * value).sum::<f32>().sqrt().max(f32::EPSILON);
        part.iter_mut().for_each(|(_, value)| *value /= norm);
        all.append(&mut part);
    }
    all
}

/// The weight of one feature for one class, and the squares of its slopes so far (AdaGrad).
#[derive(Clone, Copy)]
struct Cell {
    class: u16,
    weight: f32,
    squares: f32,
}

/// A feature's weights, for the classes that it ever spoke for or against, ascending. Most features
/// meet few classes: rows stay short, and ten times the topics do not make them ten times longer.
type Row = Vec<Cell>;

/// Weights, row by row, and the biases.
fn descend(samples: &[Sample], vectors: &[Sparse], rows: usize, classes: usize, epochs: usize) -> (Vec<Row>, Vec<f32>) {
    let mut weights: Vec<Row> = vec![Row::new(); rows];
    let mut bias = vec![0.0_f32; classes];
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    for epoch in 0..epochs {
        shuffle(&mut order, &mut random);
        let rate = RATE * (1.0 - epoch as f32 / epochs as f32).max(0.02);
        for &at in &order {
            let slope = slope(&weights, &bias, &vectors[at], samples[at].class);
            for (row, value) in &vectors[at] {
                let row = &mut weights[*row as usize];
                for (class, part) in &slope {
                    let cell = cell(row, *class);
                    let step = value * part + DECAY * cell.weight;
                    cell.squares += step * step;
                    cell.weight -= rate * step / cell.squares.sqrt();
                }
            }
            for (class, part) in &slope {
                bias[usize::from(*class)] -= 0.01 * rate * part;
            }
        }
    }
    (weights, bias)
}

/// The loss's slope for one sample, for the classes where it is not negligible: a few of a hundred.
fn slope(weights: &[Row], bias: &[f32], vector: &Sparse, right: usize) -> Vec<(u16, f32)> {
    let mut logits = bias.to_vec();
    for (row, value) in vector {
        for cell in &weights[*row as usize] {
            logits[usize::from(cell.class)] += value * cell.weight;
        }
    }
    let mut slope = softmax(logits);
    slope[right] -= 1.0;
    let parts = slope.into_iter().enumerate().filter(|(_, part)| part.abs() > NEGLIGIBLE);
    parts.map(|(class, part)| (class as u16, part)).collect()
}

/// The row's cell for a class, new if there is none yet.
fn cell(row: &mut Row, class: u16) -> &mut Cell {
    let at = row.binary_search_by_key(&class, |cell| cell.class).unwrap_or_else(|at| {
        row.insert(at, Cell { class, weight: 0.0, squares: 1e-6 });
        at
    });
    &mut row[at]
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

/// Keeps as much of the weights as the model has room for.
fn quantize(keys: Vec<u32>, idf: Vec<Half>, weights: &[Row], bias: Vec<f32>) -> Linear {
    let classes = bias.len();
    let rows = weights.iter().map(|row| {
        let weights: Vec<(u16, f32)> = row.iter().map(|cell| (cell.class, cell.weight)).collect();
        row::Row::of(&weights, classes)
    });
    Linear::new(&Parts { keys, idf, rows: rows.collect(), bias })
}
