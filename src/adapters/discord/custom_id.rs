//! What a button or a list says when it is used: all that is needed to answer, also after a restart and in another
//! replica. It must not know how components look.

use crate::locale::Locale;

/// What somebody wants by pressing a button or picking from a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Press {
    /// The topic's answer.
    Topic(String),
    More(String),
    Sources(String),
    /// The topic's answer for everybody to see.
    Show(String),
    /// One of a list's values.
    Pick,
    Forget,
}

/// A press and the language of the message that it belongs to; without one, the person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomId {
    pub press: Press,
    pub locale: Option<Locale>,
    /// Tells apart what would have the same id in one message.
    pub part: usize,
}

/// The form of the ids; a change that older Kyrs could not read takes the next number.
const VERSION: &str = "1";

impl CustomId {
    pub fn new(press: Press, locale: Option<&Locale>) -> Self {
        Self { press, locale: locale.cloned(), part: 0 }
    }

    /// At most 100 characters, because topic ids are short.
    pub fn write(&self) -> String {
        let (verb, topic) = match &self.press {
            Press::Topic(topic) => ("topic", topic.as_str()),
            Press::More(topic) => ("more", topic.as_str()),
            Press::Sources(topic) => ("sources", topic.as_str()),
            Press::Show(topic) => ("show", topic.as_str()),
            Press::Pick => ("pick", ""),
            Press::Forget => ("forget", ""),
        };
        let locale = self.locale.as_ref().map_or("", Locale::as_str);
        format!("{VERSION}|{verb}|{locale}|{topic}|{}", self.part)
    }

    /// `None` for what this Kyr didn't write.
    pub fn read(id: &str) -> Option<Self> {
        let parts: Vec<&str> = id.split('|').collect();
        let [VERSION, verb, locale, topic, part] = parts.as_slice() else { return None };
        let topic = || (!topic.is_empty()).then(|| (*topic).to_owned());
        let press = match *verb {
            "topic" => Press::Topic(topic()?),
            "more" => Press::More(topic()?),
            "sources" => Press::Sources(topic()?),
            "show" => Press::Show(topic()?),
            "pick" => Press::Pick,
            "forget" => Press::Forget,
            _ => return None,
        };
        let locale = if locale.is_empty() { None } else { Some(Locale::parse(locale).ok()?) };
        Some(Self { press, locale, part: part.parse().ok()? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        let locale = Locale::parse("es").expect("a tag");
        for press in [Press::Topic("a-b".into()), Press::Show("c".into()), Press::Pick, Press::Forget] {
            for locale in [None, Some(&locale)] {
                let id = CustomId { part: 3, ..CustomId::new(press.clone(), locale) };
                assert_eq!(CustomId::read(&id.write()), Some(id));
            }
        }
        for foreign in ["", "1|topic|es||0", "2|pick|||0", "1|pick||", "1|drop|||0", "1|pick|?|x|0", "1|pick|||x"] {
            assert_eq!(CustomId::read(foreign), None, "{foreign}");
        }
    }
}
