//! Explicit commands in every served language, forgiving of case, accents, a leading `/` or `!`,
//! and of being cut short. It must not know what a command does.

use super::normalize::fold;
use crate::content::Region;
use crate::locale::{Catalog, Locale, Message};

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

/// The words that call commands, in all languages.
pub struct Commands {
    /// Folded words, verb, language; longer words first, so that "language" is not read as "lang".
    verbs: Vec<(String, Verb, Locale)>,
    languages: Vec<(String, Locale)>,
    regions: Vec<(String, Region)>,
}

/// A word shorter than this is not completed to a command.
const SHORTEST_PREFIX: usize = 4;

impl Commands {
    pub fn new(catalog: &Catalog, served: &[Locale]) -> Self {
        let table = [
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
        let mut verbs = Vec::new();
        let mut languages = Vec::new();
        let mut regions = Vec::new();
        for locale in served {
            for (verb, message) in table {
                verbs.extend(catalog.words(locale, message).iter().map(|word| (fold(word), verb, locale.clone())));
            }
            for named in served {
                languages.push((fold(&catalog.language_name(locale, named)), named.clone()));
                languages.push((fold(named.as_str()), named.clone()));
            }
            regions.extend(Region::all().map(|region| (fold(&catalog.region_name(locale, region.code())), region)));
        }
        verbs.sort_by_key(|(word, _, _)| std::cmp::Reverse(word.len()));
        Self { verbs, languages, regions }
    }

    /// The command that `text` is, and the languages whose word it used (none: any language).
    pub fn parse(&self, text: &str) -> Option<(Command, Vec<&Locale>)> {
        let explicit = text.trim_start().starts_with(['/', '!']);
        let folded = fold(text);
        if let Some(number) = as_number(&folded) {
            return Some((Command::Pick(number), Vec::new()));
        }
        if let Some(locale) = self.language(&folded).filter(|_| folded.len() > 2) {
            return Some((Command::Language(Some(Some(locale))), Vec::new()));
        }
        self.whole(&folded).or_else(|| self.with_argument(&folded, explicit)).or_else(|| self.completed(&folded))
    }

    /// The whole message is a command's word.
    fn whole(&self, folded: &str) -> Option<(Command, Vec<&Locale>)> {
        let verb = self.verbs.iter().find(|(word, verb, _)| word == folded && *verb != Verb::Topic)?.1;
        let spoken = self.verbs.iter().filter(|(word, same, _)| word == folded && *same == verb);
        Some((bare(verb)?, spoken.map(|(_, _, locale)| locale).collect()))
    }

    /// A command's word and what follows it. Without a leading mark an unknown argument means that
    /// it was no command: "state police stopped me" is a question.
    fn with_argument(&self, folded: &str, explicit: bool) -> Option<(Command, Vec<&Locale>)> {
        self.verbs.iter().find_map(|(word, verb, locale)| {
            let argument = folded.strip_prefix(word.as_str())?.strip_prefix(' ')?;
            let command = match verb {
                Verb::Topic => Some(Command::Topic(argument.to_owned())),
                Verb::Language => match self.language(argument) {
                    None if explicit || !argument.contains(' ') => Some(Command::Language(Some(None))),
                    None => None,
                    found => Some(Command::Language(Some(found))),
                },
                Verb::Region => match self.region(argument) {
                    None if explicit => Some(Command::Region(Some(None))),
                    None => None,
                    found => Some(Command::Region(Some(found))),
                },
                Verb::Hotlines => match self.region(argument) {
                    None if explicit => Some(Command::Hotlines(None)),
                    None => None,
                    found => Some(Command::Hotlines(found)),
                },
                _ => None,
            };
            command.map(|command| (command, vec![locale]))
        })
    }

    /// One word that begins the words of one command only.
    fn completed(&self, folded: &str) -> Option<(Command, Vec<&Locale>)> {
        if folded.len() < SHORTEST_PREFIX || folded.contains(' ') {
            return None;
        }
        let mut begun = self.verbs.iter().filter(|(word, verb, _)| {
            !word.contains(' ') && word.starts_with(folded) && *verb != Verb::Topic
        });
        let (_, verb, locale) = begun.next()?;
        let mut locales = vec![locale];
        for (_, other, locale) in begun {
            if other != verb {
                return None;
            }
            locales.push(locale);
        }
        Some((bare(*verb)?, locales))
    }

    fn language(&self, folded: &str) -> Option<Locale> {
        self.languages.iter().find(|(name, _)| name == folded).map(|(_, locale)| locale.clone())
    }

    /// By name in any served language, or by postal code.
    pub fn region(&self, folded: &str) -> Option<Region> {
        let named = self.regions.iter().find(|(name, _)| name == folded).map(|(_, region)| *region);
        named.or_else(|| folded.parse().ok())
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

/// "2", "2.", "(2)", "#2", in any script's digits.
fn as_number(folded: &str) -> Option<usize> {
    let digits: Option<String> = folded.chars().map(|c| decimal(c).map(|digit| char::from(b'0' + digit))).collect();
    digits.filter(|digits| (1..=2).contains(&digits.len())).and_then(|digits| digits.parse().ok()).filter(|n| *n > 0)
}

/// ASCII, Arabic-Indic and Persian digits; the compatibility form has unified the others we meet.
fn decimal(c: char) -> Option<u8> {
    let value = match c {
        '0'..='9' => c as u32 - '0' as u32,
        '\u{660}'..='\u{669}' => c as u32 - 0x660,
        '\u{6f0}'..='\u{6f9}' => c as u32 - 0x6f0,
        _ => return None,
    };
    u8::try_from(value).ok()
}
