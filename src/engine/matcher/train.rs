//! Training: multinomial logistic regression by AdaGrad on TF-IDF features, deterministic,
//! then pruned and quantized. It must not know what the classes stand for.

use rustc_hash::FxHashMap;

use super::features::{self, Counts, Shape};
use super::half::Half;
use super::linear::{Linear, Parts, softmax};
use super::row::Row;

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

/// Trains on `samples`, each seen `epochs` times; `classes` is one more than the largest class.
pub fn train(samples: &[Sample], classes: usize, shape: Shape, epochs: usize) -> Linear {
    // Counted twice rather than kept: most features are of one example only, and not of the model.
    let count = |sample: &Sample| features::count(&sample.folded, shape);
    let (keys, idf) = vocabulary(samples.iter().map(count), samples.len(), shape.rarest);
    let rows: FxHashMap<u32, u32> = keys.iter().enumerate().map(|(row, key)| (*key, row as u32)).collect();
    let weighting = Weighting::new(&idf);
    let vectors: Vec<Sparse> = samples.iter().map(|sample| Sparse::new(&count(sample), &rows, &weighting)).collect();
    let (weights, bias) = descend(samples, &vectors, &weighting, classes, epochs);
    quantize(keys, idf, &weights, bias)
}

/// Features of enough examples, ascending, and their inverse document frequencies.
fn vocabulary(counts: impl Iterator<Item = Counts>, total: usize, rarest: u32) -> (Vec<u32>, Vec<Half>) {
    let mut seen: FxHashMap<u32, u32> = FxHashMap::default();
    for counts in counts {
        for (key, _) in counts.words.iter().chain(&counts.chars) {
            *seen.entry(*key).or_default() += 1;
        }
    }
    let mut kept: Vec<(u32, u32)> = seen.into_iter().filter(|(_, examples)| *examples >= rarest).collect();
    kept.sort_unstable();
    let total = total as f32;
    let idf = |examples: u32| Half::of(libm::logf((1.0 + total) / (1.0 + examples as f32)) + 1.0);
    let idf = kept.iter().map(|(_, examples)| idf(*examples)).collect();
    (kept.into_iter().map(|(key, _)| key).collect(), idf)
}

/// What a feature is worth in a message, as in `Linear::score`: training sees what answering will see.
struct Weighting {
    /// By how often it occurs; beyond the last of these nothing changes.
    times: [f32; 1 << u8::BITS],
    /// By its row.
    idf: Vec<f32>,
}

impl Weighting {
    fn new(idf: &[Half]) -> Self {
        let times = std::array::from_fn(|times| 1.0 + libm::logf(times as f32));
        Self { times, idf: idf.iter().map(|idf| idf.number()).collect() }
    }

    fn of(&self, entry: Entry) -> f32 {
        self.times[usize::from(entry.times())] * self.idf[entry.row()]
    }
}

/// A feature's row, and how often it occurs in a message, in one word, because there are tens of millions of them. A
/// model of more rows than fit would take gigabytes.
#[derive(Clone, Copy)]
struct Entry(u32);

impl Entry {
    fn new(row: u32, times: f32) -> Self {
        Self(row << u8::BITS | u32::from(times as u8))
    }

    fn row(self) -> usize {
        (self.0 >> u8::BITS) as usize
    }

    fn times(self) -> u8 {
        self.0 as u8
    }
}

/// A message: its words and its n-grams, each group with its norm.
struct Sparse([(Box<[Entry]>, f32); 2]);

impl Sparse {
    fn new(counts: &Counts, rows: &FxHashMap<u32, u32>, weighting: &Weighting) -> Self {
        Self([&counts.words, &counts.chars].map(|group| {
            let known = group.iter().filter_map(|(key, times)| Some(Entry::new(*rows.get(key)?, *times)));
            let entries: Box<[Entry]> = known.collect();
            let values = entries.iter().map(|entry| weighting.of(*entry));
            let squares: f32 = values.map(|value| value * value).sum();
            (entries, squares.sqrt().max(f32::EPSILON))
        }))
    }

    /// Rows and what the message has of them.
    fn values(&self, weighting: &Weighting) -> impl Iterator<Item = (usize, f32)> {
        self.0.iter().flat_map(move |(entries, norm)| {
            entries.iter().map(move |entry| (entry.row(), weighting.of(*entry) / norm))
        })
    }
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
type Cells = Vec<Cell>;

/// Weights, row by row, and the biases.
fn descend(
    samples: &[Sample],
    vectors: &[Sparse],
    weighting: &Weighting,
    classes: usize,
    epochs: usize,
) -> (Vec<Cells>, Vec<f32>) {
    let mut weights: Vec<Cells> = vec![Cells::new(); weighting.idf.len()];
    let mut bias = vec![0.0_f32; classes];
    let mut order: Vec<usize> = (0..samples.len()).collect();
    let mut random = 0x9e37_79b9_7f4a_7c15_u64;
    for epoch in 0..epochs {
        shuffle(&mut order, &mut random);
        let rate = RATE * (1.0 - epoch as f32 / epochs as f32).max(0.02);
        for &at in &order {
            let values: Vec<(usize, f32)> = vectors[at].values(weighting).collect();
            let slope = slope(&weights, &bias, &values, samples[at].class);
            for (row, value) in values {
                let row = &mut weights[row];
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
fn slope(weights: &[Cells], bias: &[f32], values: &[(usize, f32)], right: usize) -> Vec<(u16, f32)> {
    let mut logits = bias.to_vec();
    for (row, value) in values {
        for cell in &weights[*row] {
            logits[usize::from(cell.class)] += value * cell.weight;
        }
    }
    let mut slope = softmax(logits);
    slope[right] -= 1.0;
    let parts = slope.into_iter().enumerate().filter(|(_, part)| part.abs() > NEGLIGIBLE);
    parts.map(|(class, part)| (class as u16, part)).collect()
}

/// The row's cell for a class, new if there is none yet.
fn cell(row: &mut Cells, class: u16) -> &mut Cell {
    let at = row.binary_search_by_key(&class, |cell| cell.class).unwrap_or_else(|at| {
        if row.len() == row.capacity() {
            // As many again would be half of the memory that training takes.
            row.reserve_exact(1 + row.len() / 8);
        }
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
fn quantize(keys: Vec<u32>, idf: Vec<Half>, weights: &[Cells], bias: Vec<f32>) -> Linear {
    let classes = bias.len();
    let rows = weights.iter().map(|row| {
        let weights: Vec<(u16, f32)> = row.iter().map(|cell| (cell.class, cell.weight)).collect();
        Row::of(&weights, classes)
    });
    Linear::new(&Parts { keys, idf, rows: rows.collect(), bias })
}
