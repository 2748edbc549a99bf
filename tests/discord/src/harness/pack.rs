//! The shipped pack and Kyr's own words as their authors wrote them, to hold replies against.
//! It reads files of the repository and knows nothing of the program.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::words::{contains, squeeze};
use super::{repository, words};
use crate::fake::Reply;

/// What people read of a topic in one language.
#[derive(Clone, Debug, Deserialize)]
pub struct Text {
    pub title: String,
    pub answer: String,
    #[serde(default)]
    pub steps: Vec<String>,
    #[serde(default)]
    pub say: Vec<Say>,
    pub law: Option<String>,
    pub in_practice: Option<String>,
    pub details: Option<String>,
    #[serde(default)]
    pub terms: Vec<Term>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Say {
    pub en: String,
    pub text: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Term {
    pub name: String,
    pub means: String,
}

#[derive(Clone, Debug)]
pub struct Topic {
    pub id: String,
    pub section: String,
    /// By language.
    pub texts: BTreeMap<String, Text>,
}

pub struct Pack {
    pub languages: Vec<String>,
    pub topics: Vec<Topic>,
    /// Titles of sections by language and id.
    sections: BTreeMap<(String, String), String>,
    /// Kyr's own words without variables, by language and key.
    own: BTreeMap<(String, String), String>,
}

#[derive(Deserialize)]
struct PackFile {
    languages: Vec<String>,
    sections: Vec<Section>,
}

#[derive(Deserialize)]
struct Section {
    id: String,
    topics: Vec<String>,
}

#[derive(Deserialize)]
struct Language {
    sections: BTreeMap<String, String>,
}

impl Pack {
    /// Reads the shipped pack.
    pub fn load() -> Self {
        let content = repository().join("content");
        let pack: PackFile = read(&content.join("pack.yaml"));
        let mut sections = BTreeMap::new();
        let mut own = BTreeMap::new();
        for language in &pack.languages {
            let titles: Language = read(&content.join(format!("text/{language}/language.yaml")));
            sections.extend(titles.sections.into_iter().map(|(id, title)| ((language.clone(), id), title)));
            for file in ["kyr.ftl", "discord.ftl"] {
                let text = std::fs::read_to_string(repository().join("locales").join(language).join(file));
                for (key, words) in messages(&text.expect("the words of a language")) {
                    own.insert((language.clone(), key), words);
                }
            }
        }
        let mut topics = Vec::new();
        for section in pack.sections {
            for id in section.topics {
                let path = |language: &str| content.join(format!("text/{language}/{}/{id}.yaml", section.id));
                let texts = pack.languages.iter().map(|language| (language.clone(), path(language)));
                let texts = texts.filter(|(_, path)| path.exists()).map(|(language, path)| (language, read(&path)));
                topics.push(Topic { texts: texts.collect(), section: section.id.clone(), id });
            }
        }
        Self { languages: pack.languages, topics, sections, own }
    }

    pub fn topic(&self, id: &str) -> &Topic {
        self.topics.iter().find(|topic| topic.id == id).unwrap_or_else(|| panic!("no topic {id}"))
    }

    pub fn title(&self, id: &str, language: &str) -> &str {
        &self.topic(id).texts[language].title
    }

    pub fn section(&self, id: &str, language: &str) -> &str {
        &self.sections[&(language.to_owned(), id.to_owned())]
    }

    /// What Kyr itself says under this key.
    pub fn own(&self, key: &str, language: &str) -> &str {
        let found = self.own.get(&(language.to_owned(), key.to_owned()));
        found.unwrap_or_else(|| panic!("no words {key} without variables in {language}"))
    }

    /// The topic whose title stands on one of the first lines, and in which language its answer is.
    pub fn answered<'a>(&'a self, reply: &Reply) -> Option<(&'a str, &'a str)> {
        let text = reply.text();
        let lines: Vec<String> = text.lines().filter(|line| !line.trim().is_empty()).take(3).map(squeeze).collect();
        let titled = |own: &Text| lines.contains(&squeeze(&own.title));
        let topic = self.topics.iter().find(|topic| topic.texts.values().any(titled))?;
        // The same title may stand in several languages.
        let mut languages: Vec<&str> =
            topic.texts.iter().filter(|(_, own)| titled(own)).map(|(language, _)| language.as_str()).collect();
        if languages.len() > 1 {
            let own = self.language_of(&text)?;
            languages.retain(|language| *language == own);
        }
        Some((&topic.id, languages.first()?))
    }

    /// The language in which most of Kyr's own words in the text are.
    pub fn language_of(&self, text: &str) -> Option<&str> {
        let text = squeeze(text);
        let count = |language: &&String| {
            let tells =
                |key: &str| !["command-", "language-", "slash-", "state-"].iter().any(|names| key.starts_with(names));
            let own = self.own.iter().filter(|((own, key), _)| own == *language && tells(key));
            let titles = self.topics.iter().filter_map(|topic| topic.texts.get(*language)).map(|text| &text.title);
            let words = own.map(|(_, words)| words).chain(titles).map(|words| words::squeeze(words));
            words
                .filter(|words| words.chars().count() >= 7 && text.contains(words))
                .map(|words| words.len())
                .sum::<usize>()
        };
        let best = self.languages.iter().max_by_key(count)?;
        (count(&best) > 0).then_some(best)
    }
}

impl Text {
    /// Every piece that the first answer must show.
    pub fn shown_first(&self) -> Vec<&str> {
        let mut pieces = vec![self.title.as_str()];
        pieces.extend(self.answer.split("\n\n"));
        pieces.extend(self.steps.iter().map(String::as_str));
        for say in &self.say {
            pieces.push(&say.en);
            pieces.extend(say.text.as_deref());
        }
        pieces
    }

    /// Every piece that comes with `more`.
    pub fn shown_with_more(&self) -> Vec<&str> {
        let longer = [&self.law, &self.in_practice, &self.details];
        let mut pieces: Vec<&str> = longer.into_iter().flatten().flat_map(|text| text.split("\n\n")).collect();
        for term in &self.terms {
            pieces.extend([term.name.as_str(), term.means.as_str()]);
        }
        pieces
    }

    /// The pieces that a text lacks.
    pub fn lacking<'a>(pieces: &[&'a str], text: &str) -> Vec<&'a str> {
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        pieces.iter().copied().filter(|piece| !contains(&flat, piece)).collect()
    }
}

fn read<T: for<'de> Deserialize<'de>>(path: &Path) -> T {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The messages of a Fluent file that stand on one line and have no variables.
fn messages(text: &str) -> Vec<(String, String)> {
    let message = |line: &str| {
        let (key, words) = line.split_once(" = ")?;
        let simple = !words.contains('{') && !words.is_empty() && !key.starts_with([' ', '#', '[']);
        simple.then(|| (key.to_owned(), words.to_owned()))
    };
    text.lines().filter_map(message).collect()
}
