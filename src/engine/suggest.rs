//! What somebody who is still typing may mean: topics, states and languages by the beginning of their names, by a
//! word in them, or nearly. It must not know where the suggestions are shown.

use super::Engine;
use super::normalize::fold;
use crate::content::Region;
use crate::locale::Locale;

/// Names that are less alike than this are not suggested; 1 is the same.
const ALIKE: f64 = 0.84;

/// Characters that are compared, and from how many on something can be nearly a name.
const LONGEST: usize = 80;
const SHORTEST: usize = 3;

impl Engine {
    /// Topics with their titles, the likeliest first, at most `most`; without text those of the menu.
    /// `section` leaves only its own.
    pub fn suggest_topics(
        &self,
        text: &str,
        section: Option<&str>,
        locale: &Locale,
        most: usize,
    ) -> Vec<(String, String)> {
        let title = |id: &str| self.pack.title(locale, id);
        let all: Vec<(String, String)> = match section.map(|section| self.topics_of(section)) {
            Some(topics) if !topics.is_empty() => topics.into_iter().map(|id| (id.clone(), title(&id))).collect(),
            _ => self.pack.manifest.topics().map(|id| (id.as_str().to_owned(), title(id))).collect(),
        };
        let folded = typed(text);
        if folded.is_empty() {
            return all.into_iter().take(most).collect();
        }
        let likeliest: Vec<&str> = self
            .matcher
            .likeliest(&folded)
            .into_iter()
            .filter_map(|class| self.topic(class))
            .map(String::as_str)
            .collect();
        let likely = |id: &str| likeliest.iter().position(|likely| *likely == id);
        let scored = |guess: bool| {
            let score = |(id, title): &(String, String)| {
                let meant = likely(id).filter(|_| guess).map(|place| 0.99 - 0.01 * place as f64);
                best([alike(&folded, &fold(title)), meant]).map(|score| (score, (id.clone(), title.clone())))
            };
            all.iter().filter_map(score).collect::<Vec<(f64, (String, String))>>()
        };
        // The matcher knows synonyms and forgives slips, but not a word cut short.
        let mut ranked = scored(false);
        if ranked.is_empty() {
            ranked = scored(true);
        }
        ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        ranked.into_iter().take(most).map(|(_, topic)| topic).collect()
    }

    /// States with their names in `locale`, the likeliest first, at most `most`.
    pub fn suggest_regions(&self, text: &str, locale: &Locale, most: usize) -> Vec<(Region, String)> {
        let folded = typed(text);
        let named = Region::all().map(|region| (region, self.catalog.region_name(locale, region.code())));
        let mut ranked: Vec<(f64, (Region, String))> = named
            .filter_map(|(region, name)| {
                let own = fold(&name);
                let english = fold(&self.catalog.region_name(&self.pack.manifest.default_locale, region.code()));
                let code = (folded == fold(region.code())).then_some(2.0);
                let score = best([code, alike(&folded, &own), alike(&folded, &english)]);
                Some((score?, (region, name)))
            })
            .collect();
        ranked.sort_by(|(a, (_, one)), (b, (_, other))| b.total_cmp(a).then_with(|| one.cmp(other)));
        ranked.into_iter().take(most).map(|(_, region)| region).collect()
    }

    /// Served languages with their own names, the likeliest first. They are found by their name in any language.
    pub fn suggest_languages(&self, text: &str) -> Vec<(Locale, String)> {
        let folded = typed(text);
        let served = &self.pack.manifest.languages;
        let mut ranked: Vec<(f64, (Locale, String))> = served
            .iter()
            .filter_map(|language| {
                let names = served.iter().flat_map(|locale| self.catalog.language_names(locale, language));
                let tag = (folded == fold(language.as_str())).then_some(2.0);
                let score = best(names.map(|name| alike(&folded, &fold(&name))).chain([tag]));
                Some((score?, (language.clone(), self.catalog.language_name(language, language))))
            })
            .collect();
        ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
        ranked.into_iter().map(|(_, language)| language).collect()
    }
}

fn best(scores: impl IntoIterator<Item = Option<f64>>) -> Option<f64> {
    scores.into_iter().flatten().reduce(f64::max)
}

/// Names are short: what is longer than any of them is cut, because comparing takes time with its length. Folding makes
/// many letters of one ("㏒", "ﷺ").
fn typed(text: &str) -> String {
    fold(&text.chars().take(LONGEST).collect::<String>()).chars().take(LONGEST).collect()
}

/// How well the beginning of a name, or of a word in it, is what was typed; `None` when it is not.
fn alike(typed: &str, name: &str) -> Option<f64> {
    if name.starts_with(typed) {
        return Some(1.5);
    }
    if name.split(' ').any(|word| word.starts_with(typed)) {
        return Some(1.2);
    }
    let length = typed.chars().count();
    if length < SHORTEST {
        return None;
    }
    let words: Vec<&str> = name.split(' ').collect();
    let near = (0..words.len()).map(|at| {
        let rest: String = words[at..].join(" ").chars().take(length).collect();
        strsim::normalized_damerau_levenshtein(typed, &rest).max(strsim::jaro_winkler(typed, &rest) - 0.04)
    });
    near.max_by(f64::total_cmp).filter(|score| *score >= ALIKE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_by_beginnings_words_and_nearly() {
        assert!(alike("new", "new york") > alike("york", "new york"));
        assert!(alike("illinios", "illinois").is_some());
        assert!(alike("calfornia", "california").is_some());
        assert_eq!(alike("xy", "texas"), None);
        assert_eq!(alike("utah", "texas"), None);
    }
}
