//! A topic's answer, what lies behind it, and its sources. It must not know why it was asked for.

use super::Context;
use crate::content::text::{Phrase, Term};
use crate::content::texts::Body;
use crate::content::{Text, Topic};
use crate::engine::document::{Block, Document, Inline, text};
use crate::engine::normalize::fold;
use crate::locale::Message;

/// Sources shown under an answer; `sources` shows all.
const SOURCES_SHOWN: usize = 3;

/// The answer on one screen. `term` is the folded glossary name that was asked for.
pub fn answer(context: Context<'_>, topic: &Topic, term: Option<&str>) -> Document {
    let mut document = context.document();
    let Some((Body { text: body, stale }, translated)) = context.body(topic) else { return document };
    document.push(Block::Title(vec![Inline::Strong(body.title.value.clone())]));
    context.overdue(&mut document, topic);
    if let Some(asked) = term.filter(|_| !topic.urgent) {
        let term = body.terms.iter().find(|term| term.names().any(|name| fold(name) == asked));
        document.blocks.extend(term.map(definition));
    }
    let steps = Block::Steps { start: 1, items: body.steps.iter().map(|step| text(step.as_str())).collect() };
    if topic.urgent && !body.steps.is_empty() {
        document.push(steps);
        document.paragraphs(&body.answer);
    } else {
        document.paragraphs(&body.answer);
        if !body.steps.is_empty() {
            document.push(steps);
        }
    }
    context.phrases(&mut document, &body.say);
    context.region_part(&mut document, &body);
    context.corrections(&mut document, topic, &body);
    context.contacts_of(&mut document, topic);
    context.source_list(&mut document, topic, SOURCES_SHOWN);
    context.small_print(&mut document, topic, &body);
    context.translation(&mut document, &body, stale, translated);
    document
}

/// The law, practice, details and words behind the answer.
pub fn more(context: Context<'_>, topic: &Topic) -> Document {
    let mut document = context.document();
    let Some((Body { text: body, stale }, translated)) = context.body(topic) else { return document };
    document.push(Block::Title(vec![Inline::Strong(body.title.value.clone())]));
    context.overdue(&mut document, topic);
    let parts = [
        (Message::LabelLaw, &body.law),
        (Message::LabelPractice, &body.in_practice),
        (Message::LabelDetails, &body.details),
    ];
    let mut any = false;
    for (label, part) in parts {
        if let Some(part) = part {
            any = true;
            document.push(context.heading(label));
            document.paragraphs(part);
        }
    }
    context.region_part(&mut document, &body);
    if !body.terms.is_empty() {
        any = true;
        document.push(context.heading(Message::LabelTerms));
        document.push(Block::Bullets(body.terms.iter().map(term_line).collect()));
    }
    if !any {
        document.push(context.paragraph(Message::NoFurther));
    }
    document.push(context.note(Message::Disclaimer));
    context.translation(&mut document, &body, stale, translated);
    document
}

/// All sources of a topic, with links and notes.
pub fn sources(context: Context<'_>, topic: &Topic) -> Document {
    let mut document = context.document();
    document.push(context.title_of(topic));
    context.overdue(&mut document, topic);
    context.source_list(&mut document, topic, usize::MAX);
    let date = context.date(topic.reviewed.value);
    document.push(context.note(Message::Reviewed { date: &date }));
    document
}

/// In place of an answer whose time is over: nothing is withdrawn silently.
pub fn withdrawn(context: Context<'_>, topic: &Topic) -> Document {
    let mut document = context.document();
    document.push(context.title_of(topic));
    document.push(Block::Warning(text(context.say(Message::Withdrawn))));
    document.push(context.nationwide_contacts());
    document
}

impl Context<'_> {
    /// The topic's text in the reader's language or, marked `false`, in the default one.
    fn body(&self, topic: &Topic) -> Option<(Body, bool)> {
        let pack = &self.engine.pack;
        match pack.texts.body(self.locale, &topic.id) {
            Some(body) => Some((body, true)),
            None => pack.texts.body(&pack.manifest.default_locale, &topic.id).map(|body| (body, false)),
        }
    }

    fn title_of(&self, topic: &Topic) -> Block {
        Block::Title(vec![Inline::Strong(self.engine.pack.title(self.locale, &topic.id))])
    }

    fn phrases(&self, document: &mut Document, phrases: &[Phrase]) {
        let items: Vec<Vec<Inline>> = phrases.iter().map(|phrase| self.phrase(phrase)).collect();
        if !items.is_empty() {
            document.push(self.heading(Message::LabelSay));
            document.push(Block::Bullets(items));
        }
    }

    /// The English sentence, how it sounds, what it means.
    fn phrase(&self, phrase: &Phrase) -> Vec<Inline> {
        let mut line: Vec<Inline> = phrase.en.iter().map(|en| Inline::English(en.value.clone())).collect();
        if let Some(sounds) = &phrase.sounds {
            line.push(Inline::Text(format!(" · {}", self.say(Message::LabelSounds { sounds }))));
        }
        if let Some(meaning) = &phrase.text {
            line.push(Inline::Text(format!(" {}", self.say(Message::LabelMeaning { meaning }))));
        }
        line
    }

    fn region_part(&self, document: &mut Document, body: &Text) {
        let Some(region) = self.region else { return };
        if let Some(part) = body.regions.get(&region) {
            let name = self.engine.catalog.region_name(self.locale, region.code());
            document.push(self.heading(Message::LabelRegion { region: &name }));
            document.paragraphs(part);
        }
    }

    fn corrections(&self, document: &mut Document, topic: &Topic, body: &Text) {
        for (correction, said) in topic.corrections.iter().zip(&body.corrections) {
            let date = self.date(correction.date.value);
            document.push(self.heading(Message::LabelCorrection { date: &date }));
            document.paragraphs(said);
        }
    }

    fn source_list(&self, document: &mut Document, topic: &Topic, shown: usize) {
        let sources = &self.engine.pack.sources;
        let lines: Vec<Vec<Inline>> = topic
            .sources
            .iter()
            .filter_map(|id| sources.get(&id.value))
            .take(shown)
            .map(|source| {
                let date = self.partial_date(source.date.as_ref().map(|date| date.as_str()));
                let line = Message::SourceLine { publisher: &source.publisher, title: &source.title, date: &date };
                vec![Inline::Text(format!("{} ", self.say(line))), Inline::Link(source.url.value.clone())]
            })
            .collect();
        if !lines.is_empty() {
            document.push(self.heading(Message::LabelSources));
            document.push(Block::Bullets(lines));
        }
    }

    /// When it was reviewed, and that it is no legal advice.
    fn small_print(&self, document: &mut Document, topic: &Topic, body: &Text) {
        let date = self.date(topic.reviewed.value);
        let mut print = format!("{} {}", self.say(Message::Reviewed { date: &date }), self.say(Message::Disclaimer));
        if body.law.is_some() || body.in_practice.is_some() || body.details.is_some() {
            print.push(' ');
            print.push_str(&self.say(Message::MoreHint));
        }
        document.push(Block::Note(text(print)));
    }

    fn overdue(&self, document: &mut Document, topic: &Topic) {
        if topic.is_overdue(self.today) {
            let date = self.date(topic.review_by.value);
            document.push(Block::Warning(text(self.say(Message::Overdue { date: &date }))));
        }
    }

    /// What a reader must know about the translation.
    fn translation(&self, document: &mut Document, body: &Text, stale: bool, translated: bool) {
        if !translated {
            document.push(self.note(Message::NotTranslated));
        }
        let Some(translation) = &body.translation else { return };
        if stale {
            document.push(Block::Warning(text(self.say(Message::StaleTranslation))));
        }
        if translation.reviewed.is_none() {
            let message = if translation.by_machine { Message::MachineTranslation } else { Message::PersonTranslation };
            document.push(self.note(message));
        }
    }
}

fn definition(term: &Term) -> Block {
    Block::Paragraph(term_line(term))
}

fn term_line(term: &Term) -> Vec<Inline> {
    vec![Inline::Strong(term.name.value.clone()), Inline::Text(format!(": {}", term.means.value))]
}
