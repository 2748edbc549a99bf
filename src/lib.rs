//! Kyr answers questions about people's rights, in their own words and language, with short texts that
//! people wrote, checked, dated and cited. It never generates an answer.
//!
//! # The path of a message
//!
//! An adapter turns what its platform sent into a [`engine::Query`] and hands it to the [`bot::Bot`],
//! which looks up the conversation and asks the [`engine::Engine`]. [`engine::Engine::reply`] shows the
//! whole way on one screen: age the conversation, take out what nobody should post, read the wish
//! (numbers, commands and names first, because they need no guess; then the language; then the matcher),
//! write a [`engine::document::Document`], remember what the next message may refer to. The adapter
//! writes the document in its platform's dialect.
//!
//! # The parts, in reading order
//!
//! - [`diagnostic`]: what is wrong, where, and what to do. Names nobody.
//! - [`locale`]: language tags and the interface's messages (Fluent), each message a variant of a type.
//! - [`content`]: the pack as data. `node` reads YAML with positions, `fields` gives it types and goes on
//!   after each fault, `parse` builds the [`content::Pack`], `load` is the only one that touches a disk.
//! - [`engine`]: pure and infallible. `matcher` finds the topic, `language` tells languages apart,
//!   `compose` writes documents, `plain` and `paginate` turn them into text and pages.
//! - [`lint`]: the rules of `kyr check`, one a file; a rule's header is its documentation.
//! - [`preferences`]: what people chose and rooms are set to, under names that nobody can read back; in memory, in
//!   a file or in a PostgreSQL.
//! - [`limits`], [`metrics`]: how much one may ask; what is counted, and when it may be told.
//! - [`signed`]: the manifest and signature of a pack that a network publishes, and the serials that were taken.
//! - [`watch`]: notices when the files of a pack have changed and are still again.
//! - [`bot`]: one engine for everybody, exchanged when the pack changes; conversations by place in memory, choices by
//!   person among the preferences; a
//!   guard around each answer.
//! - [`adapters`]: the console, Discord, Matrix; each platform in a folder of its own, behind a feature of its name.
//! - [`operations`]: what the machine sees: counts and health over HTTP, the log, word to systemd.
//! - [`doctor`]: what stands in the way of serving, each check a finding with its remedy. What only a platform can tell
//!   lies with its adapter.
//! - [`config`], [`cli`]: the operator's side; `cli` is the only place where the parts are put together.
//!
//! `tests/suite/tidy.rs` holds the `use` lines against this order.
//!
//! # What is deliberately absent
//!
//! - The engine knows no clock, disk, environment, runtime or platform. Time comes with the query.
//! - No type that holds a message or an id prints it; nothing logs a message; a panic reports its place only.
//! - There is no list of people, no broadcast, no store of questions.
//!
//! # Where this differs from the first design, and why
//!
//! - **The model is trained by the build script** for the shipped pack, and once for each pack on disk, kept
//!   in the user's cache folder under the hash of what teaches. Training takes a minute or more, a start milliseconds.
//!   `build.rs` compiles the crate's own modules by path, so that a pack means the same in both.
//! - **One model for all languages**, not one a language: people mix languages, and borrowed words carry over.
//! - **The model is read where it lies** in the program ([`engine::matcher`]): twelve languages' weights cost no time at
//!   the start, and of their memory only the pages that questions touch. Four bits a weight answer as many questions as
//!   eight; leaving out small weights instead answered fewer.
//!   Rows of common features lie together and weigh for all classes at once, a few at a time; of rare ones only the
//!   classes are listed that they speak of.
//! - **Texts are unpacked when they are asked for** ([`content::texts`]), names are one run of text, conversations bytes:
//!   twelve languages as values in memory would be the largest part of the bot.
//! - **Folding knows scripts**: letters that one language writes in several ways are one, and Latin names stand apart from
//!   Chinese or Korean text. In Chinese, characters stand for words, in Korean syllables do.
//! - **A changed pack is in use before it is learned from**: new texts at once with the models of before, whose classes
//!   are topics' ids; what changed examples teach when it has been learned, in the background. A start does the same with
//!   the program's own models if they know the pack's languages and most of its topics, and else learns first. A phone
//!   number or a sentence trains nothing.
//! - **Changes are looked for, not announced** ([`watch`]): the system's notices do not cross network folders and mounts.
//! - **YAML is read into a tree with positions first** instead of by derived types, which stop at the first
//!   fault of a file; volunteers see all faults at once. The parser is `serde-saphyr`, because `serde_yaml`
//!   is archived.
//! - **Values keep their place** ([`diagnostic::Located`]) in the pack itself, so that lints need no second
//!   representation; a compiled pack drops the places.
//! - **Glossary terms** are part of a topic's text, each with its own definition: "what is an I-205" is
//!   answered by the definition and then the topic.
//! - **`unserved.yaml`** holds samples of languages that Kyr does not speak, so that one classifier tells all
//!   languages apart and the honest "not yet" is said in the person's own language.
//! - **A person and a place**, not one conversation id: in a room of many people the thread of talk belongs to the
//!   place (anybody may answer "2" to a choice), the language to the person, wherever they write.
//! - **A query may have no words** ([`engine::Asked`]): a reaction, a button or a platform's own command picks by id, also
//!   after a restart, because a message of Kyr's says itself what it offered.
//! - **Hints know how one can answer** ([`locale::Manner`]): where there are buttons, no text says "write more". It is an
//!   argument of every message, so that translators see both sentences side by side.
//! - **On Discord nothing stands in an embed.** Text is complete for everybody; an embed is not. Serenity's models and
//!   builders are used, but not its clients: its TLS library has open advisories, and its own retries and waits could not
//!   keep the promise that a question is answered once. The gateway is twilight's, the requests are Kyr's.
//! - **Discord's place in the stream outlives the program**, some seconds late, and never after what is still to be
//!   answered: what is sent twice then is refused by Discord itself (a second first reply, a nonce that was used), so that
//!   Kyr needs no list of what it answered.
//! - **Room settings are a value of the engine** ([`engine::Settings`]), read and written like a conversation, so that
//!   every platform has the same words for them; where they are kept is the adapter's.
//! - **On Matrix nothing is kept about questions.** What was answered is read off the room itself: the answer refers to
//!   its question. A queue on disk would have to hold ids, and would still not know what the homeserver took.
//! - **An unverified Kyr still answers.** Without its recovery key the log is loud and people see a warning beside its
//!   messages; silence would hurt the person who asks.
//! - **Deleted means not to be found**: after "forget me" the file of preferences is searched for what was deleted, because
//!   SQLite overwrites rows but not every copy that it made of them ([`preferences::File`]).
//! - **Being sure takes two measures**: that the message is on topic at all, and that one topic leads. One
//!   threshold for both cost a fifth of the right answers.

#![forbid(unsafe_code)]

pub mod adapters;
pub mod bot;
pub mod cli;
pub mod config;
pub mod content;
pub mod diagnostic;
#[cfg(feature = "service")]
pub mod doctor;
pub mod engine;
pub mod limits;
pub mod lint;
pub mod locale;
pub mod metrics;
#[cfg(feature = "service")]
pub mod operations;
pub mod preferences;
pub mod signed;
pub mod watch;
