//! Explicit commands in every served language, forgiving of case, accents, a leading `/` or `!`,
//! and of being cut short. It must not know what a command does.

use super::affix;
use super::lexicon::{Found, Lexicon};
use super::normalize::fold;
use super::script::{self, Script};
use crate::content::{Compiled, Region};
use crate::locale::{Catalog, Locale, Manner, Message};

/// What was asked for explicitly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Menu,
    /// A number of what was offered last, from 1.
    Pick(usize),
    NoneOfThese,
    More,
    Sources,
    Privacy,
    Forget,
    About,
    Thanks,
    Hotlines(Option<Region>),
    /// `None`: which languages are there? `Some(None)`: one that Kyr does not have.
    Language(Option<Option<Locale>>),
    Region(Option<Option<Region>>),
    /// Open a topic by its name; the rest of the message, folded.
    Topic(String),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verb {
    Help,
    Menu,
    Topic,
    Language,
    Region,
    Hotlines,
    More,
    Sources,
    Privacy,
    Forget,
    About,
    Thanks,
    NoneOfThese,
}

/// Each verb and the message that lists its words.
const VERBS: [(Verb, Message<'static>); 13] = [
    (Verb::Help, Message::CommandHelp),
    (Verb::Menu, Message::CommandMenu),
    (Verb::Topic, Message::CommandTopic),
    (Verb::Language, Message::CommandLanguage),
    (Verb::Region, Message::CommandRegion),
    (Verb::Hotlines, Message::CommandHotlines),
    (Verb::More, Message::CommandMore),
    (Verb::Sources, Message::CommandSources),
    (Verb::Privacy, Message::CommandPrivacy),
    (Verb::Forget, Message::CommandForget),
    (Verb::About, Message::CommandAbout),
    (Verb::Thanks, Message::CommandThanks),
    (Verb::NoneOfThese, Message::CommandNone),
];

const ORDINALS: [Message<'static>; 4] = [Message::First, Message::Second, Message::Third, Message::Fourth];

/// Postal codes that are ordinary words; they need capitals: "hotlines near me" is not about Maine.
const ORDINARY: [&str; 18] =
    ["me", "in", "or", "hi", "ok", "la", "de", "al", "id", "pa", "ma", "co", "mo", "oh", "va", "ne", "mi", "ct"];

/// What a word that calls a command tells.
struct Call {
    verb: Verb,
    locale: Locale,
    /// In lower case as the catalog writes it: "menú" is Spanish, "menu" is not.
    written: String,
    /// Whether the language is written in Latin letters; words of others in Latin letters are not completed.
    latin: bool,
}

/// The words that call commands, in all languages.
pub struct Commands {
    calls: Lexicon<Call>,
    languages: Lexicon<Locale>,
    /// Names of languages that are known but not served.
    unserved: Vec<String>,
    regions: Lexicon<(Region, Locale)>,
    /// Words for the first offer, the second, …
    ordinals: Lexicon<usize>,
    /// Small words around an argument, by language: "hotlines *in* Texas *please*". One language's filler is
    /// another's word.
    fillers: Vec<(Locale, Lexicon<()>)>,
}

/// A word shorter than this is not completed to a command …
const SHORTEST_PREFIX: usize = 4;
/// … nor one that is nearly whole: it is more likely another word ("esta" is not "estado").
const LONGEST_PREFIX: f32 = 0.6;
/// Words shorter than this ("in", "en") call for a language only with one that exists.
const SHORTEST_LANGUAGE_WORD: usize = 4;

impl Commands {
    pub fn new(catalog: &Catalog, pack: &Compiled<'_>) -> Self {
        let served = &pack.manifest.languages;
        let unserved = pack.unserved.iter().map(|language| fold(&language.name)).collect();
        let (mut calls, mut languages, mut regions) = (Vec::new(), Vec::new(), Vec::new());
        let (mut ordinals, mut fillers) = (Vec::new(), Vec::new());
        for locale in served {
            let greeting = catalog.text(locale, Message::Greeting, Manner::Words);
            let latin = script::telling(&greeting) == Script::Latin;
            for (verb, message) in VERBS {
                calls.extend(catalog.words(locale, message).iter().map(|word| {
                    (fold(word), Call { verb, locale: locale.clone(), written: word.to_lowercase(), latin })
                }));
            }
            for named in served {
                let names = catalog.language_names(locale, named);
                let names = names.iter().map(String::as_str).chain([named.as_str()]);
                languages.extend(names.map(|name| (fold(name), named.clone())));
            }
            for region in Region::all() {
                let names = catalog.region_names(locale, region.code());
                regions.extend(names.iter().map(|name| (fold(name), (region, locale.clone()))));
            }
            for (at, message) in ORDINALS.into_iter().enumerate() {
                ordinals.extend(catalog.words(locale, message).iter().map(|word| (fold(word), at + 1)));
            }
            let words = catalog.words(locale, Message::Fillers);
            fillers.push((locale.clone(), words.iter().map(|word| (fold(word), ())).collect()));
        }
        Self {
            calls: calls.into_iter().collect(),
            languages: languages.into_iter().collect(),
            unserved,
            regions: regions.into_iter().collect(),
            ordinals: ordinals.into_iter().collect(),
            fillers,
        }
    }

    /// The command that a message is, and the languages whose word it used (none: any). `folded` is `text` folded,
    /// `offered` how many things can be picked now.
    pub fn parse(&self, text: &str, folded: &str, offered: usize) -> Option<(Command, Vec<&Locale>)> {
        let explicit = text.trim_start().starts_with(['/', '!']);
        if let Some(number) = as_number(folded) {
            return Some((Command::Pick(number), Vec::new()));
        }
        if let Some(number) = self.ordinals.whole(folded).find(|at| **at <= offered) {
            return Some((Command::Pick(*number), Vec::new()));
        }
        let bared = self.bared(folded);
        let named = bared.iter().find_map(|(_, bare)| self.language(bare));
        if let Some(locale) = named.filter(|_| !is_code(folded)) {
            return Some((Command::Language(Some(Some(locale))), Vec::new()));
        }
        let mut named = self.regions.whole(folded).peekable();
        if let Some((region, _)) = named.peek() {
            return Some((Command::Hotlines(Some(*region)), named.map(|(_, locale)| locale).collect()));
        }
        self.whole(text, folded, None)
            .or_else(|| self.with_argument(text, folded, explicit))
            .or_else(|| bared.iter().find_map(|(locale, bare)| self.whole(text, bare, Some(locale))))
            .or_else(|| self.completed(folded))
    }

    /// The whole message is a command's word, of one language if it had fillers of that one.
    fn whole(&self, text: &str, folded: &str, of: Option<&Locale>) -> Option<(Command, Vec<&Locale>)> {
        let spoken = |call: &&Call| call.verb != Verb::Topic && of.is_none_or(|locale| *locale == call.locale);
        let verb = self.calls.whole(folded).find(spoken)?.verb;
        let calls = || self.calls.whole(folded).filter(spoken).filter(|call| call.verb == verb);
        let written = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        // An accent tells the language; its lack does not, because people leave accents out.
        let accented = written != folded && calls().any(|call| call.written == written);
        let fits = |call: &&Call| !accented || call.written == written;
        let spoken = calls().filter(fits).map(|call| &call.locale).collect();
        Some((bare(verb)?, spoken))
    }

    /// A command's word and what follows it: "hotlines Texas", "texas hotlines". Without a leading mark an unknown
    /// argument means that it was no command: "state police stopped me" is a question.
    fn with_argument(&self, text: &str, folded: &str, explicit: bool) -> Option<(Command, Vec<&Locale>)> {
        let ending = self.calls.ending(folded).filter(|found| found.meant.verb == Verb::Hotlines);
        let mut given = self.calls.beginning(folded).chain(ending).filter(|found| !found.rest.is_empty());
        given.find_map(|Found { phrase, meant: call, rest }| {
            let argument = self.bare(rest, &call.locale);
            // "i am in or" is no Oregon, "i am in OR" is.
            let ordinary = phrase.contains(' ') || ORDINARY.contains(&argument);
            let code = || !ordinary || explicit || has_capital_code(text, argument);
            let region = || self.region(argument).filter(|_| !is_code(argument) || code());
            let command = match call.verb {
                Verb::Topic => Some(Command::Topic(argument.to_owned())),
                Verb::Language => self.asked_language(argument, phrase, explicit),
                Verb::Region => match region() {
                    None if explicit => Some(Command::Region(Some(None))),
                    None => None,
                    found => Some(Command::Region(Some(found))),
                },
                Verb::Hotlines => match region() {
                    // "hotlines near me", "hotlines in Chicago"
                    None if explicit || (argument != rest && affix::count(argument) == 1) => {
                        Some(Command::Hotlines(None))
                    }
                    None => None,
                    found => Some(Command::Hotlines(found)),
                },
                _ => None,
            };
            let same = |other: &&Call| other.verb == call.verb;
            command.map(|command| (command, self.calls.whole(phrase).filter(same).map(|call| &call.locale).collect()))
        })
    }

    fn asked_language(&self, argument: &str, phrase: &str, explicit: bool) -> Option<Command> {
        let found = self.language(argument);
        let meant = explicit
            || self.unserved.iter().any(|name| name == argument)
            || (affix::count(argument) == 1
                && !phrase.contains(' ')
                && phrase.chars().count() >= SHORTEST_LANGUAGE_WORD);
        (found.is_some() || meant).then_some(Command::Language(Some(found)))
    }

    /// Without a language's small words around it.
    fn bare<'a>(&self, argument: &'a str, locale: &Locale) -> &'a str {
        let fillers = self.fillers.iter().find(|(of, _)| of == locale);
        fillers.map_or(argument, |(_, fillers)| without(argument, fillers))
    }

    /// The message without each language's small words around it.
    fn bared<'a>(&self, folded: &'a str) -> Vec<(&Locale, &'a str)> {
        self.fillers.iter().map(|(locale, fillers)| (locale, without(folded, fillers))).collect()
    }

    /// One word that begins the words of one command only. Nothing is forgotten by half a word.
    fn completed(&self, folded: &str) -> Option<(Command, Vec<&Locale>)> {
        let length = folded.chars().count();
        if length < SHORTEST_PREFIX || folded.contains(' ') {
            return None;
        }
        let begun = |(phrase, call): &(&str, &Call)| {
            !phrase.contains(' ')
                && length as f32 <= LONGEST_PREFIX * phrase.chars().count() as f32
                && call.latin
                && !matches!(call.verb, Verb::Topic | Verb::Forget)
        };
        let calls: Vec<&Call> = self.calls.completing(folded).filter(begun).map(|(_, call)| call).collect();
        let verb = calls.first()?.verb;
        if calls.iter().any(|call| call.verb != verb) {
            return None;
        }
        Some((bare(verb)?, calls.into_iter().map(|call| &call.locale).collect()))
    }

    pub(super) fn language(&self, folded: &str) -> Option<Locale> {
        self.languages.whole(folded).next().cloned()
    }

    /// By name in any served language, or by postal code.
    pub(super) fn region(&self, folded: &str) -> Option<Region> {
        let named = self.regions.whole(folded).next().map(|(region, _)| *region);
        named.or_else(|| folded.parse().ok())
    }
}

/// What remains of `text` when small words at both ends are taken away; never nothing.
fn without<'a>(text: &'a str, fillers: &Lexicon<()>) -> &'a str {
    let mut rest = text;
    loop {
        let shorter = fillers.beginning(rest).chain(fillers.ending(rest)).map(|found| found.rest);
        match { shorter }.find(|shorter| !shorter.is_empty()) {
            Some(shorter) => rest = shorter,
            None => return rest,
        }
    }
}

fn bare(verb: Verb) -> Option<Command> {
    Some(match verb {
        Verb::Help => Command::Help,
        Verb::Menu => Command::Menu,
        Verb::More => Command::More,
        Verb::Sources => Command::Sources,
        Verb::Privacy => Command::Privacy,
        Verb::Forget => Command::Forget,
        Verb::About => Command::About,
        Verb::Thanks => Command::Thanks,
        Verb::NoneOfThese => Command::NoneOfThese,
        Verb::Hotlines => Command::Hotlines(None),
        Verb::Language => Command::Language(None),
        Verb::Region => Command::Region(None),
        Verb::Topic => return None,
    })
}

/// Two letters, as the tags of languages and the codes of states are written.
fn is_code(folded: &str) -> bool {
    folded.len() <= 2
}

/// Whether the two-letter `code` stands in capitals in the text.
fn has_capital_code(text: &str, code: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| word == code.to_uppercase())
}

/// "2", "2.", "(2)", "#2"; folding has unified the digits of all scripts.
fn as_number(folded: &str) -> Option<usize> {
    let few = (1..=2).contains(&folded.len()) && folded.bytes().all(|byte| byte.is_ascii_digit());
    folded.parse().ok().filter(|number| few && *number > 0)
}
