//! The engine: a message and a conversation in, a reply and a conversation out.
//! Pure and infallible: no runtime, no disk, no environment, no clock; time comes with the query.

mod affix;
mod command;
mod compose;
pub mod conversation;
pub mod direction;
pub mod document;
mod glossary;
mod intent;
mod language;
mod lexicon;
pub mod matcher;
mod names;
pub mod normalize;
mod offers;
pub mod paginate;
mod phrases;
pub mod plain;
pub mod query;
pub mod reply;
mod script;
mod sensitive;
pub mod settings;
mod suggest;
mod trained;
mod triage;

use command::Commands;
use compose::Context;
use intent::{Intent, Wish};
use language::Detector;
use matcher::Matcher;
use names::Names;
use phrases::Phrases;

pub use crate::locale::Manner;
pub use command::Command;
pub use conversation::{Conversation, Offer};
pub use query::{Asked, ConversationId, PersonId, Query};
pub use reply::{Kind, Reply};
pub use settings::Settings;
pub use trained::Trained;

use std::collections::HashSet;
use std::sync::Arc;

use crate::content::{Compiled, Topic};
use crate::diagnostic::Files;
use crate::locale::{Catalog, Locale, Message};
use document::{Block, Document, text};

/// Everything that is needed to answer; immutable, shared by all conversations.
pub struct Engine {
    pack: Compiled<'static>,
    catalog: Catalog,
    matcher: Arc<Matcher>,
    detector: Arc<Detector>,
    commands: Commands,
    names: Names,
    phrases: Phrases,
    /// Topic ids in the order of the matcher's classes; `None` for those that the pack has no more.
    topics: Vec<Option<String>>,
    prefixes: Vec<String>,
    /// Phone numbers of the directory, digits only.
    published: Vec<String>,
}

impl Engine {
    /// `files` need to hold the message catalogs only; `trained` must come from the same pack, or be renewed for it.
    pub fn new(pack: Compiled<'static>, files: &Files, trained: Trained) -> Self {
        let (catalog, _) = Catalog::new(files, pack.manifest.default_locale.clone());
        let commands = Commands::new(&catalog, &pack);
        let phrases = Phrases::new(&catalog, &pack.manifest.languages);
        let phones = pack.directory.iter().filter_map(|contact| contact.phone.as_ref());
        let published = phones.map(|phone| sensitive::national(phone)).collect();
        let Trained { matcher, detector, glossary, topics, .. } = trained;
        let names = Names::new(glossary, &catalog, &pack.manifest.languages);
        let listed: HashSet<&str> = pack.manifest.topics().map(|id| id.as_str()).collect();
        let has = |id: &String| listed.contains(id.as_str()) && pack.topics.contains_key(id);
        let topics = topics.into_iter().map(|id| Some(id).filter(has)).collect();
        let languages = pack.manifest.languages.iter();
        let prefixes = languages.flat_map(|locale| catalog.words(locale, Message::CommandPrefix)).collect();
        Self { pack, catalog, matcher, detector, commands, names, phrases, topics, prefixes, published }
    }

    pub fn pack(&self) -> &Compiled<'static> {
        &self.pack
    }

    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// Answers one message. The whole path: age the conversation, read the wish, write the document,
    /// warn of what should not have been posted, remember what the next message may refer to.
    pub fn reply(&self, query: &Query, conversation: &Conversation) -> (Reply, Conversation) {
        let mut talk = conversation.clone().at(query.now);
        let (kinds, words) = sensitive::find(query.words(), &self.published);
        let Intent { locale, wish } = self.read(query, &words, &mut talk);
        let more = matches!(wish, Wish::Command(Command::More));
        let forgotten = matches!(wish, Wish::Command(Command::Forget));
        let mut reply = self.fulfil(wish, locale, query, &mut talk);
        if !kinds.is_empty() {
            let context = self.context(&reply.locale, query, &talk);
            let warning = compose::remove(context, &kinds);
            reply.document.blocks.splice(0..0, warning);
        }
        // Related topics are not written where a list shows them.
        let listed = query.manner == Manner::Buttons && (more || matches!(reply.kind, Kind::Answer(_)));
        if reply.document.offers() || listed {
            reply.offers = talk.offers.clone();
        }
        talk.spoken = (!forgotten).then(|| reply.locale.clone());
        (reply, talk)
    }

    /// What a query wants; `words` are its own without what nobody should post.
    fn read(&self, query: &Query, words: &str, talk: &mut Conversation) -> Intent {
        match &query.asked {
            Asked::Words(_) => intent::read(self, query, words, talk),
            Asked::Offer(offer) => intent::chosen(self, intent::opened(offer), query, talk),
            Asked::Command { command, about } => {
                talk.topic = about.clone().or(talk.topic.take());
                intent::chosen(self, Wish::Command(command.clone()), query, talk)
            }
        }
    }

    /// What Kyr says of itself when it enters a room or a console.
    pub fn greeting(&self, locale: &Locale, today: jiff::civil::Date) -> Document {
        compose::greeting(Context { engine: self, locale, region: None, manner: Manner::Words, today })
    }

    /// What Kyr says of itself when it enters a room of people; `prefix` calls it in a group.
    pub fn introduction(&self, locale: &Locale, today: jiff::civil::Date, prefix: Option<&str>) -> Reply {
        let context = Context { engine: self, locale, region: None, manner: Manner::Words, today };
        Reply::new(locale.clone(), Kind::Command, compose::introduction(context, prefix))
    }

    /// A sentence of the interface.
    pub fn say(&self, locale: &Locale, message: Message<'_>, manner: Manner) -> Reply {
        let document = Document {
            rtl: locale.is_rtl(),
            blocks: vec![Block::Paragraph(text(self.catalog.text(locale, message, manner)))],
        };
        Reply::new(locale.clone(), Kind::Command, document)
    }

    /// Words that call Kyr in a group, in all languages; the first is the one to show.
    pub fn prefixes(&self) -> &[String] {
        &self.prefixes
    }

    /// The topic of one of the matcher's classes, if the pack has it.
    fn topic(&self, class: usize) -> Option<&String> {
        self.topics.get(class)?.as_ref()
    }

    fn serves(&self, locale: &Locale) -> bool {
        self.pack.manifest.languages.contains(locale)
    }

    fn context<'a>(&'a self, locale: &'a Locale, query: &Query, talk: &Conversation) -> Context<'a> {
        let region = talk.region.or(query.region);
        Context { engine: self, locale, region, manner: query.manner, today: query.today }
    }

    fn fulfil(&self, wish: Wish, locale: Locale, query: &Query, talk: &mut Conversation) -> Reply {
        let context = self.context(&locale, query, talk);
        let (kind, document) = match wish {
            Wish::Greet => (Kind::Command, compose::help(context)),
            Wish::Command(command) => return self.obey(command, locale, query, talk),
            Wish::Section(section) => {
                let topics = self.topics_of(&section);
                // An old button may name a section that the pack has no more.
                if topics.is_empty() {
                    return self.obey(Command::Menu, locale, query, talk);
                }
                talk.offers = topics.iter().cloned().map(Offer::Topic).collect();
                (Kind::Command, compose::section(context, &section, &topics))
            }
            Wish::Topic(topic, term) => self.answer(context, &topic, term.as_deref(), talk),
            Wish::Choices(topics) => {
                talk.offers = topics.iter().cloned().map(Offer::Topic).collect();
                let document = compose::choices(context, &topics);
                (Kind::Choices(topics), document)
            }
            Wish::NotCovered => {
                talk.offers = self.sections();
                (Kind::NotCovered, compose::not_covered(context))
            }
            Wish::Unserved(language) => {
                let document = compose::unserved(context, &language);
                (Kind::Unserved(language), document)
            }
        };
        Reply::new(locale, kind, document)
    }

    fn answer(&self, context: Context<'_>, id: &str, term: Option<&str>, talk: &mut Conversation) -> (Kind, Document) {
        let Some(topic) = self.pack.topics.get(id) else {
            return (Kind::NotCovered, compose::not_covered(context));
        };
        if topic.is_withdrawn(context.today) {
            talk.topic = None;
            talk.offers = Vec::new();
            return (Kind::Withdrawn(id.to_owned()), compose::withdrawn(context, topic));
        }
        let mut document = compose::answer(context, topic, term);
        self.relate(context, topic, &mut document, talk);
        (Kind::Answer(id.to_owned()), document)
    }

    /// Ends a document with the related topics, and lets a number pick one of them.
    fn relate(&self, context: Context<'_>, topic: &Topic, document: &mut Document, talk: &mut Conversation) {
        let related = topic.related.iter().map(|id| id.value.clone()).filter(|id| self.pack.topics.contains_key(id));
        let related: Vec<String> = related.collect();
        context.related(document, &related);
        talk.topic = Some(topic.id.clone());
        talk.offers = related.into_iter().map(Offer::Topic).collect();
    }

    fn obey(&self, command: Command, locale: Locale, query: &Query, talk: &mut Conversation) -> Reply {
        let context = self.context(&locale, query, talk);
        let document = match command {
            Command::Help => compose::help(context),
            Command::Menu => {
                talk.offers = self.sections();
                compose::menu(context)
            }
            Command::More | Command::Sources => match self.current(talk, query) {
                Some(topic) if command == Command::More => {
                    let mut document = compose::more(context, topic);
                    self.relate(context, topic, &mut document, talk);
                    document
                }
                Some(topic) => compose::sources(context, topic),
                None => compose::note(context, Message::MoreNothing),
            },
            Command::Privacy => compose::privacy(context),
            Command::About => compose::about(context),
            Command::Thanks => compose::note(context, Message::Welcome),
            Command::Forget => {
                *talk = Conversation { touched: talk.touched, ..Conversation::default() };
                compose::note(context, Message::Forgotten)
            }
            Command::Hotlines(region) => compose::hotlines(Context { region: region.or(context.region), ..context }),
            Command::Language(choice) => return self.choose_language(choice, locale, query, talk),
            Command::Region(choice) => return self.choose_region(choice, locale, query, talk),
            Command::Pick(_) | Command::Topic(_) | Command::NoneOfThese => compose::menu(context),
        };
        Reply::new(locale, Kind::Command, document)
    }

    /// Sets the language and repeats the last answer in it.
    fn choose_language(
        &self,
        choice: Option<Option<Locale>>,
        locale: Locale,
        query: &Query,
        talk: &mut Conversation,
    ) -> Reply {
        let Some(Some(chosen)) = choice else {
            let document = compose::language_list(self.context(&locale, query, talk), choice.is_none());
            return Reply::new(locale, Kind::Command, document);
        };
        talk.locale = Some(chosen.clone());
        let name = self.catalog.language_name(&chosen, &chosen);
        let context = self.context(&chosen, query, talk);
        let mut document = compose::note(context, Message::LanguageSet { language: &name });
        let again = talk.topic.clone().map(|topic| self.answer(context, &topic, None, talk));
        let (kind, repeated) = again.unwrap_or((Kind::Command, Document::default()));
        document.blocks.extend(repeated.blocks);
        Reply::new(chosen, kind, document)
    }

    /// Sets the region. When an answer stands that has something special there, it is repeated with it;
    /// otherwise the region's contacts are shown.
    fn choose_region(
        &self,
        choice: Option<Option<crate::content::Region>>,
        locale: Locale,
        query: &Query,
        talk: &mut Conversation,
    ) -> Reply {
        let Some(Some(chosen)) = choice else {
            let message = if choice.is_none() { Message::RegionNone } else { Message::RegionUnknown };
            let document = compose::note(self.context(&locale, query, talk), message);
            return Reply::new(locale, Kind::Command, document);
        };
        talk.region = Some(chosen);
        let name = self.catalog.region_name(&locale, chosen.code());
        let context = self.context(&locale, query, talk);
        let mut document = compose::note(context, Message::RegionSet { region: &name });
        let special = talk.topic.clone().filter(|topic| {
            self.pack.texts.body(&locale, topic).is_some_and(|body| body.text.regions.contains_key(&chosen))
        });
        let Some(topic) = special else {
            document.blocks.extend(compose::hotlines(context).blocks);
            return Reply::new(locale, Kind::Command, document);
        };
        let (kind, repeated) = self.answer(context, &topic, None, talk);
        document.blocks.extend(repeated.blocks);
        Reply::new(locale, kind, document)
    }

    /// The topic of the last answer, unless it has been withdrawn since.
    fn current(&self, talk: &Conversation, query: &Query) -> Option<&Topic> {
        let topic = self.pack.topics.get(talk.topic.as_deref()?)?;
        (!topic.is_withdrawn(query.today)).then_some(topic)
    }
}
