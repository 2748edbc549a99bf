//! A topic's text in one language. It stands alone, so that a translator can work on one file;
//! it must not know other languages, except for the English sentence of each phrase.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::fields::{Faults, Fields, text_of};
use super::region::Region;
use crate::diagnostic::{Located, Span};

/// `content/text/<lang>/<section>/<id>.yaml`.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Text {
    pub title: Located<String>,
    pub answer: Located<String>,
    pub steps: Vec<Located<String>>,
    pub say: Vec<Phrase>,
    /// What the rule is.
    pub law: Option<Located<String>>,
    /// What may happen all the same.
    pub in_practice: Option<Located<String>>,
    pub details: Option<Located<String>>,
    pub regions: BTreeMap<Region, Located<String>>,
    /// In the order of the topic's `corrections`.
    pub corrections: Vec<Located<String>>,
    pub terms: Vec<Term>,
    /// Messages that this topic answers; they train the matcher and are not kept in a compiled pack.
    pub examples: Vec<Located<String>>,
    /// Absent in the default language.
    pub translation: Option<Translation>,
}

/// A phrase for an officer: the English sentence, and what it means in the text's language.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Phrase {
    pub en: Option<Located<String>>,
    pub text: Option<Located<String>>,
    /// How the English sentence sounds, where the script differs.
    pub sounds: Option<Located<String>>,
    pub span: Located<()>,
}

/// A word, form, company, office or case that people ask about by name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Term {
    pub name: Located<String>,
    pub also: Vec<Located<String>>,
    pub means: Located<String>,
}

/// Where a translation comes from.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Translation {
    /// Fingerprint of the text that it was made from.
    pub of: Located<String>,
    pub by_machine: bool,
    /// The person who reviewed it and when; absent until somebody did.
    pub reviewed: Option<Located<String>>,
}

impl Text {
    pub fn read(mut fields: Fields, faults: &mut Faults) -> Self {
        let text = Self {
            title: fields.required_text("title", faults),
            answer: fields.required_text("answer", faults),
            steps: fields.texts("steps", faults),
            say: fields.records("say", faults).into_iter().map(|phrase| Phrase::read(phrase, faults)).collect(),
            law: fields.text("law", faults),
            in_practice: fields.text("in_practice", faults),
            details: fields.text("details", faults),
            regions: read_regions(&mut fields, faults),
            corrections: fields.texts("corrections", faults),
            terms: fields.records("terms", faults).into_iter().map(|term| Term::read(term, faults)).collect(),
            examples: fields.texts("examples", faults),
            translation: fields.record("translation", faults).map(|record| Translation::read(record, faults)),
        };
        fields.finish(faults);
        text
    }

    /// Every sentence that a person may read, with its place; examples are not among them.
    pub fn sentences(&self) -> Vec<&Located<String>> {
        let mut all = vec![&self.title, &self.answer];
        all.extend(&self.steps);
        for phrase in &self.say {
            all.extend(phrase.en.iter().chain(&phrase.text).chain(&phrase.sounds));
        }
        all.extend(self.law.iter().chain(&self.in_practice).chain(&self.details));
        all.extend(self.regions.values());
        all.extend(&self.corrections);
        for term in &self.terms {
            all.push(&term.name);
            all.extend(&term.also);
            all.push(&term.means);
        }
        all
    }

    /// Changes when any sentence changes: 12 hexadecimal digits of a SHA-256.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for sentence in self.sentences() {
            hash.update(sentence.as_bytes());
            hash.update([0]);
        }
        hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Phrase {
    fn read(mut fields: Fields, faults: &mut Faults) -> Self {
        let phrase = Self {
            span: Located::new((), fields.span),
            en: fields.text("en", faults),
            text: fields.text("text", faults),
            sounds: fields.text("sounds", faults),
        };
        fields.finish(faults);
        phrase
    }

    pub fn place(&self) -> Span {
        self.span.span
    }
}

impl Term {
    /// The name and what else it is called.
    pub fn names(&self) -> impl Iterator<Item = &Located<String>> {
        std::iter::once(&self.name).chain(&self.also)
    }

    fn read(mut fields: Fields, faults: &mut Faults) -> Self {
        let term = Self {
            name: fields.required_text("name", faults),
            also: fields.texts("also", faults),
            means: fields.required_text("means", faults),
        };
        fields.finish(faults);
        term
    }
}

impl Translation {
    fn read(mut fields: Fields, faults: &mut Faults) -> Self {
        let by = fields.required_text("by", faults);
        if !matches!(by.as_str(), "machine" | "person" | "") {
            faults.error(
                "invalid-value",
                by.span,
                format!("`by` has the value `{}`", by.value),
                "allowed: machine, person",
            );
        }
        let reviewed = fields.record("reviewed", faults).map(|mut review| {
            let by = review.required_text("by", faults);
            let on = review.required_date("on", faults);
            review.finish(faults);
            Located::new(format!("{}, {}", by.value, on.value), by.span)
        });
        let translation = Self { of: fields.required_text("of", faults), by_machine: by.value == "machine", reviewed };
        fields.finish(faults);
        translation
    }
}

fn read_regions(fields: &mut Fields, faults: &mut Faults) -> BTreeMap<Region, Located<String>> {
    let Some(record) = fields.record("regions", faults) else { return BTreeMap::new() };
    let mut regions = BTreeMap::new();
    for (code, node) in record.into_entries() {
        match code.value.parse() {
            Err(help) => {
                faults.error("invalid-value", code.span, format!("unknown state `{}`", code.value), help);
            }
            Ok(region) => {
                if let Some(text) = text_of(node, &code, faults) {
                    regions.insert(region, text);
                }
            }
        }
    }
    regions
}
