//! Which language a message is in, and which one to answer in. It must not know topics or texts'
//! meaning: it learns from the pack's own messages and from samples of languages not served.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::matcher::{Linear, Sample, features, train};
use super::normalize;
use crate::content::Pack;
use crate::locale::Locale;

/// From this likelihood on a message is taken to be in a language that Kyr does not serve.
const UNSERVED: f32 = 0.8;
/// Messages of fewer words say little by themselves: what was spoken before weighs more.
const SHORT: usize = 4;
/// How much likelier a language is for having been chosen or spoken before.
const PRIOR: f32 = 6.0;
const PRIOR_SHORT: f32 = 60.0;

/// Tells languages apart by letters and short words.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Detector {
    model: Linear,
    /// The classes: served languages first.
    locales: Vec<Locale>,
    served: usize,
}

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Served(Locale),
    Unserved(Locale),
}

impl Detector {
    /// Learns from every example, out-of-scope message and sample, each with and without accents.
    pub fn train(pack: &Pack) -> Self {
        let mut locales = pack.manifest.languages.clone();
        let served = locales.len();
        locales.extend(pack.unserved.iter().map(|language| language.locale.clone()));
        let mut samples = Vec::new();
        for (class, locale) in locales.iter().enumerate() {
            for message in messages(pack, locale) {
                let accented = spell(message);
                let plain = normalize::fold(message);
                if plain != accented {
                    samples.push(Sample { class, folded: plain });
                }
                samples.push(Sample { class, folded: accented });
            }
        }
        Self { model: train(&samples, locales.len(), features::LANGUAGE), locales, served }
    }

    /// Weighs the message against `before`: languages chosen, spoken or set, the strongest first.
    pub fn hear(&self, text: &str, before: &[&Locale], default: &Locale) -> Heard {
        let spelled = spell(text);
        let words = spelled.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count();
        let fallback = before.first().copied().unwrap_or(default).clone();
        if words == 0 || self.locales.is_empty() {
            return Heard::Served(fallback);
        }
        let scores = self.model.score(&spelled, features::LANGUAGE);
        let unserved = (self.served..self.locales.len())
            .max_by(|a, b| scores.probability[*a].total_cmp(&scores.probability[*b]))
            .filter(|class| scores.probability[*class] >= UNSERVED && (words >= 2 || !is_latin(&spelled)));
        if let Some(class) = unserved {
            return Heard::Unserved(self.locales[class].clone());
        }
        let weigh = |class: usize| {
            let prior = if words < SHORT { PRIOR_SHORT } else { PRIOR };
            let place = before.iter().position(|locale| **locale == self.locales[class]);
            let factor = match place {
                Some(place) => prior / (1 + place) as f32,
                None if before.is_empty() && self.locales[class] == *default => 1.2,
                None => 1.0,
            };
            scores.probability[class] * factor
        };
        let best = (0..self.served).max_by(|a, b| weigh(*a).total_cmp(&weigh(*b)));
        Heard::Served(best.map_or(fallback, |class| self.locales[class].clone()))
    }
}

/// Everything of the pack that is written as people of this language type.
fn messages<'a>(pack: &'a Pack, locale: &Locale) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    for text in pack.texts.get(locale).into_iter().flat_map(|texts| texts.values()) {
        all.extend(text.examples.iter().map(|example| example.as_str()));
        all.extend([text.title.as_str(), text.answer.as_str()]);
        all.extend(text.steps.iter().map(|step| step.as_str()));
    }
    all.extend(pack.languages.get(locale).into_iter().flat_map(|language| language.none.iter().map(|text| text.as_str())));
    let samples = pack.unserved.iter().filter(|language| language.locale == *locale);
    all.extend(samples.flat_map(|language| language.samples.iter().map(|sample| sample.as_str())));
    all
}

/// Lower case, one Unicode form, accents kept, words separated by one space.
fn spell(text: &str) -> String {
    let lower: String = text.nfkc().flat_map(char::to_lowercase).collect();
    lower
        .split(|c: char| !(c.is_alphanumeric() || c == '\'' || unicode_normalization::char::is_combining_mark(c)))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_latin(text: &str) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).all(|c| c < '\u{250}' || ('\u{1e00}'..='\u{1eff}').contains(&c))
}
