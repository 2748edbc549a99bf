//! Which language a message is in, and which one to answer in. It must not know topics or texts'
//! meaning: it learns from the pack's own messages and from samples of languages not served.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::matcher::{Linear, Sample, features, train};
use super::normalize;
use super::script::{self, Scripts};
use crate::content::Pack;
use crate::locale::Locale;

/// From this likelihood on a message is taken to be in a language that Kyr does not serve.
const UNSERVED: f32 = 0.7;
/// A language of few samples counts as if it had so many: rare in the pack is not rare in the room.
const SAMPLES: usize = 500;
/// Messages of fewer words say little by themselves: what was spoken before weighs more.
const SHORT: usize = 4;
/// How much likelier a language is for having been chosen or spoken before.
const PRIOR: f32 = 6.0;
const PRIOR_SHORT: f32 = 60.0;
/// Likewise for the pack's default language, when nothing else is known.
const DEFAULT_SHORT: f32 = 1.3;

/// Tells languages apart by letters and short words.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Detector {
    model: Linear,
    /// The classes: served languages first.
    locales: Vec<Locale>,
    /// The scripts of each class's messages.
    scripts: Vec<Scripts>,
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
        let mut scripts = Vec::new();
        for (class, locale) in locales.iter().enumerate() {
            let messages = messages(pack, locale);
            scripts.push(messages.iter().map(|message| script::telling(message).bit()).fold(0, |all, bit| all | bit));
            let mut spellings: Vec<String> = Vec::new();
            for message in messages {
                let accented = spell(message);
                let plain = normalize::fold(message);
                if plain != accented {
                    spellings.push(plain);
                }
                spellings.push(accented);
            }
            let times = SAMPLES.div_ceil(spellings.len().max(1));
            let all = spellings.iter().cycle().take(times * spellings.len());
            samples.extend(all.map(|folded| Sample { class, folded: folded.clone() }));
        }
        Self { model: train(&samples, locales.len(), features::LANGUAGE), locales, scripts, served }
    }

    /// Weighs the message against `before`: languages chosen, spoken or set, the strongest first.
    pub fn hear(&self, text: &str, before: &[&Locale], default: &Locale) -> Heard {
        let spelled = spell(text);
        let words = spelled.split(' ').filter(|word| word.chars().any(char::is_alphabetic)).count();
        let fallback = before.first().copied().unwrap_or(default).clone();
        if words == 0 || self.locales.is_empty() {
            return Heard::Served(fallback);
        }
        let likelihood = self.likelihoods(&spelled);
        if let Some(language) = self.unserved(&likelihood, words) {
            return Heard::Unserved(language);
        }
        let short = words < SHORT;
        let weigh = |class: usize| {
            let prior = if short { PRIOR_SHORT } else { PRIOR };
            let place = before.iter().position(|locale| **locale == self.locales[class]);
            let factor = match place {
                Some(place) => prior / (1 + place) as f32,
                None if short && before.is_empty() && self.locales[class] == *default => DEFAULT_SHORT,
                None => 1.0,
            };
            likelihood[class] * factor
        };
        let best = (0..self.served).max_by(|a, b| weigh(*a).total_cmp(&weigh(*b)));
        Heard::Served(best.map_or(fallback, |class| self.locales[class].clone()))
    }

    /// Of each class, among those that are written in the message's script.
    fn likelihoods(&self, spelled: &str) -> Vec<f32> {
        let script = script::telling(spelled).bit();
        let mut likelihood = self.model.score(spelled, features::LANGUAGE).probability;
        for (value, scripts) in likelihood.iter_mut().zip(&self.scripts) {
            *value *= f32::from(u8::from(scripts & script != 0));
        }
        let sum: f32 = likelihood.iter().sum();
        likelihood.iter_mut().for_each(|value| *value /= sum.max(f32::MIN_POSITIVE));
        likelihood
    }

    /// A language that is not served, when it is likely enough. Written variants of one language
    /// (zh-Hans, zh-Hant) stand together; where no served language uses the script, the likeliest wins.
    fn unserved(&self, likelihood: &[f32], words: usize) -> Option<Locale> {
        let rest = self.served..self.locales.len();
        let best = rest.clone().max_by(|a, b| likelihood[*a].total_cmp(&likelihood[*b]))?;
        let base = |class: usize| self.locales[class].as_str().split('-').next();
        let together: f32 = rest.filter(|class| base(*class) == base(best)).map(|class| likelihood[class]).sum();
        let served: f32 = likelihood[..self.served].iter().sum();
        let foreign_script = served == 0.0 && likelihood[best] > 0.0;
        (foreign_script || (together >= UNSERVED && words >= 2)).then(|| self.locales[best].clone())
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
    all.extend(
        pack.languages.get(locale).into_iter().flat_map(|language| language.none.iter().map(|text| text.as_str())),
    );
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
