//! Which language a message is in, and which one to answer in. It must not know topics or texts'
//! meaning: it learns from the pack's own messages and from samples of languages not served.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use super::matcher::{Linear, Sample, features, train};
use super::normalize;
use super::script::{self, Script, Scripts};
use crate::content::Pack;
use crate::locale::Locale;

/// From this likelihood on a message is taken to be in a language that Kyr does not serve.
const UNSERVED: f32 = 0.7;
/// An example teaches its language when the first model finds it so likely.
const OWN: f32 = 0.5;
/// A language of few samples counts as if it had so many: rare in the pack is not rare in the room.
const SAMPLES: usize = 400;
/// Messages of fewer words say little by themselves: what was spoken before weighs more.
const SHORT: usize = 4;
/// How much likelier a language is for having been chosen or spoken before.
const PRIOR: f32 = 6.0;
const PRIOR_SHORT: f32 = 60.0;
/// … and how much likelier the pack's first language is for a short message, when nothing is known: a name that is
/// the same in all of them ("Palantir") tells nothing.
const PRIOR_DEFAULT: f32 = 1.3;

/// Tells languages apart by letters and short words.
#[derive(Clone, Debug, Default)]
pub struct Detector {
    pub(super) model: Linear,
    /// The classes: served languages first.
    pub(super) locales: Vec<Locale>,
    /// The scripts of each class's messages.
    pub(super) scripts: Vec<Scripts>,
    pub(super) served: usize,
}

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    Served(Locale),
    Unserved(Locale),
}

impl Detector {
    /// Learns twice: first from prose, out-of-scope messages and samples; then also from those examples
    /// that the first model takes for their own language. Mixed examples ("necesito un abogado" among
    /// English ones) would teach that a borrowed word belongs to the borrower. Prose knows nothing of how a
    /// language is written in Latin letters: such examples teach when most of their words are of no other language.
    pub fn train(pack: &Pack) -> Self {
        let locales: Vec<Locale> = pack
            .manifest
            .languages
            .iter()
            .chain(pack.unserved.iter().map(|language| &language.locale))
            .cloned()
            .collect();
        let served = pack.manifest.languages.len();
        let mut messages: Vec<Vec<&str>> = locales.iter().map(|locale| pure(pack, locale)).collect();
        let first = Self::learn(locales[..served].to_vec(), served, &messages[..served], 3);
        let latin: Vec<bool> = locales[..served].iter().map(|locale| is_latin(pack, locale)).collect();
        let latin_words: HashSet<String> = (0..served)
            .filter(|class| latin[*class])
            .flat_map(|class| messages[class].iter().flat_map(|message| words(message)))
            .collect();
        for (class, own) in messages.iter_mut().enumerate().take(served) {
            let texts = pack.texts.get(&locales[class]).into_iter().flat_map(|texts| texts.values());
            let examples = texts.flat_map(|text| &text.examples).map(|example| example.as_str());
            own.extend(examples.filter(|example| {
                let spelled = spell(example);
                match script::telling(&spelled) == Script::Latin && !latin[class] {
                    true => is_romanized(&spelled, &latin_words),
                    false => first.likelihoods(&spelled)[class] >= OWN,
                }
            }));
        }
        Self::learn(locales, served, &messages, 8)
    }

    /// Trains on the messages of each class, each with and without accents.
    fn learn(locales: Vec<Locale>, served: usize, messages: &[Vec<&str>], epochs: usize) -> Self {
        let mut samples = Vec::new();
        let mut scripts = Vec::new();
        for (class, messages) in messages.iter().enumerate() {
            scripts.push(messages.iter().fold(0, |all, message| all | script::telling(message).bit()));
            let mut spellings: Vec<String> = messages.iter().map(|message| spell(message)).collect();
            spellings
                .extend(messages.iter().filter(|message| !message.is_ascii()).map(|message| normalize::fold(message)));
            let times = SAMPLES.div_ceil(spellings.len().max(1));
            let all = spellings.iter().cycle().take(times * spellings.len());
            samples.extend(all.map(|folded| Sample { class, folded: folded.clone() }));
        }
        Self { model: train(&samples, locales.len(), features::LANGUAGE, epochs), locales, scripts, served }
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
                None if self.locales[class] == *default && short && before.is_empty() => PRIOR_DEFAULT,
                None => 1.0,
            };
            likelihood[class] * factor
        };
        let known = (0..self.served).filter(|class| likelihood[*class] > 0.0);
        let best = known.max_by(|a, b| weigh(*a).total_cmp(&weigh(*b)));
        Heard::Served(best.map_or(fallback, |class| self.locales[class].clone()))
    }

    /// Of each class, among those that are written in the message's script.
    fn likelihoods(&self, spelled: &str) -> Vec<f32> {
        let script = script::telling(spelled).bit();
        let written = self.scripts.iter().map(|scripts| f32::from(u8::from(scripts & script != 0)));
        // A script that one language alone has, as Korean's, tells it.
        if written.clone().filter(|written| *written > 0.0).count() == 1 {
            return written.collect();
        }
        let mut likelihood = self.model.score(spelled, features::LANGUAGE).probability;
        likelihood.iter_mut().zip(written).for_each(|(value, written)| *value *= written);
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

/// Whether most words are of no language that is written in Latin letters.
fn is_romanized(spelled: &str, latin_words: &HashSet<String>) -> bool {
    let all = spelled.split(' ').filter(|word| word.chars().all(char::is_alphabetic)).count();
    let known = spelled.split(' ').filter(|word| latin_words.contains(*word)).count();
    known * 2 < all
}

/// Whether a language is written in Latin letters, as most of its answers show.
fn is_latin(pack: &Pack, locale: &Locale) -> bool {
    let texts = pack.texts.get(locale).into_iter().flat_map(|texts| texts.values());
    let (latin, all) = texts.fold((0, 0), |(latin, all), text| {
        (latin + usize::from(script::telling(&text.answer) == Script::Latin), all + 1)
    });
    latin * 2 > all
}

fn words(message: &str) -> Vec<String> {
    [spell(message), normalize::fold(message)].iter().flat_map(|text| text.split(' ')).map(str::to_owned).collect()
}

/// What is surely in this language: prose, longer out-of-scope messages, samples.
fn pure<'a>(pack: &'a Pack, locale: &Locale) -> Vec<&'a str> {
    let mut all: Vec<&str> = Vec::new();
    for text in pack.texts.get(locale).into_iter().flat_map(|texts| texts.values()) {
        let prose = [Some(&text.answer), text.law.as_ref(), text.in_practice.as_ref(), text.details.as_ref()];
        all.extend(prose.into_iter().flatten().flat_map(|prose| prose.split(['.', ';', '\n'])));
        all.extend(text.steps.iter().chain([&text.title]).map(|sentence| sentence.as_str()));
    }
    let none = pack.languages.get(locale).into_iter().flat_map(|language| &language.none);
    all.extend(none.map(|message| message.as_str()).filter(|message| message.split_whitespace().count() >= SHORT));
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
