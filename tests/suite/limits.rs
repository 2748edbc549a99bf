//! Limits, faults and counts of the bot, through its own door: who asks too much, what breaks, and what is told of it.

use std::collections::BTreeSet;
use std::time::Duration;

use kyr::bot::{Asker, Bot};
use kyr::engine::{Asked, Command, ConversationId, Kind, Manner, Offer, PersonId, Query, Reply, plain};
use kyr::locale::Message;
use kyr::metrics::About;
use kyr::preferences::Preferences;

use crate::transcripts::engine;

/// More than anybody may ask at once.
const MANY: usize = 230;

fn asker(name: &str) -> Asker {
    Asker { person: PersonId::new(name), place: ConversationId::new(name) }
}

fn words(text: &str) -> Query {
    Query::new(Asked::Words(text.to_owned()), "2026-11-22".parse().expect("a date"), 0)
}

/// What somebody sees who asks.
fn ask(bot: &Bot, asker: &Asker, query: &Query) -> Option<Reply> {
    match bot.admit(asker, None, query) {
        Ok(()) => Some(bot.handle(asker, query)),
        Err(refusal) => (!refusal.said).then_some(refusal.reply),
    }
}

fn page(bot: &Bot) -> String {
    bot.metrics().write(&About { pack: "test", pack_version: "1", resident_memory: None })
}

#[test]
fn one_sentence_in_their_language_and_then_silence() {
    let bot = Bot::new(engine(), Preferences::in_memory());
    for locale in bot.engine().pack().manifest.languages.clone() {
        let ana = asker(&format!("ana {locale}"));
        let question = Query { hint: Some(locale.clone()), manner: Manner::Words, ..words("?") };
        let said: Vec<Reply> = (0..MANY).filter_map(|_| ask(&bot, &ana, &question)).collect();
        let sentence = bot.engine().catalog().text(&locale, Message::TooMany, Manner::Words);
        let told =
            said.iter().position(|reply| plain::write(&reply.document) == plain::label(&sentence, locale.is_rtl()));
        // A slow machine gives back room for some meanwhile.
        assert!(told.is_some_and(|at| (200..220).contains(&at)) && said.len() < 220, "{locale}: {told:?}");
        let [emergency, hotlines] = quoted(&sentence).try_into().unwrap_or_else(|it| panic!("{locale}: {it:?}"));
        let helped = ask(&bot, &ana, &Query { hint: Some(locale.clone()), ..words(&emergency) });
        assert_eq!(helped.expect("an answer").kind, Kind::Answer("emergency-help".to_owned()), "{locale}");
        let helped = ask(&bot, &ana, &Query { hint: Some(locale.clone()), ..words(&hotlines) });
        let title = bot.engine().catalog().text(&locale, Message::HotlinesTitle, Manner::Words);
        assert!(plain::write(&helped.expect("an answer").document).contains(&title), "{locale}: {hotlines}");
        assert!((0..3).any(|_| ask(&bot, &ana, &question).is_none()), "{locale}: silence goes on");
    }
    assert!(page(&bot).contains("kyr_limited_total{of=\"person\"} "));
}

/// The words in quotation marks, of whatever language.
fn quoted(sentence: &str) -> Vec<String> {
    let parts = sentence.split(['“', '”', '«', '»']).skip(1).step_by(2);
    parts.map(|part| part.trim().to_owned()).collect()
}

#[test]
fn what_may_save_somebody_is_always_answered() {
    let bot = Bot::new(engine(), Preferences::in_memory());
    let ana = asker("ana");
    (0..MANY).for_each(|_| drop(ask(&bot, &ana, &words("what is a red card"))));
    let topic = |id: &str| Asked::Offer(Offer::Topic(id.to_owned()));
    let urgent = [
        Asked::Words("EMERGENCY!!".to_owned()),
        Asked::Words("ICE is at my door".to_owned()),
        Asked::Words("hotlines Texas".to_owned()),
        Asked::Words("who can help me".to_owned()),
        Asked::Command { command: Command::Hotlines(None), about: None },
        topic("emergency-help"),
        topic("home-visit"),
    ];
    for asked in urgent {
        let query = Query { asked: asked.clone(), ..words("") };
        assert!(ask(&bot, &ana, &query).is_some());
    }
    for asked in [topic("rights-card"), Asked::Words("menu".to_owned()), Asked::Words("thank you".to_owned())] {
        drop(ask(&bot, &ana, &words("what is a red card")));
        assert!(ask(&bot, &ana, &Query { asked, ..words("") }).is_none());
    }
    assert!(ask(&bot, &asker("bo"), &words("what is a red card")).is_some(), "others are answered");
}

#[cfg(feature = "service")]
mod breaking {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Instant;

    use kyr::adapters::deadline::{DEADLINE, answering_works, within};
    use kyr::locale::Locale;
    use kyr::preferences::{Key, Store};

    use super::*;

    /// A store that breaks as long as it is told to, or holds the next reader until it is told to let go.
    #[derive(Clone, Default)]
    struct Broken {
        fails: Arc<AtomicBool>,
        panics: Arc<AtomicBool>,
        holds: Arc<AtomicBool>,
        lets_go: Arc<AtomicBool>,
    }

    impl Store for Broken {
        fn get(&self, _: &Key) -> anyhow::Result<Option<Vec<u8>>> {
            assert!(!self.panics.load(Ordering::SeqCst), "a secret question of ana's");
            anyhow::ensure!(!self.fails.load(Ordering::SeqCst), "the disk is gone");
            if self.holds.swap(false, Ordering::SeqCst) {
                while !self.lets_go.load(Ordering::SeqCst) {
                    std::thread::sleep(Duration::from_millis(5));
                }
            }
            Ok(Some(br#"{"locale":"es","region":null}"#.to_vec()))
        }

        fn put(&self, _: &Key, _: &[u8]) -> anyhow::Result<()> {
            Ok(())
        }

        fn remove(&self, _: &Key) -> anyhow::Result<()> {
            Ok(())
        }

        fn count(&self) -> anyhow::Result<u64> {
            Ok(1)
        }

        fn mark(&self) -> anyhow::Result<Option<Key>> {
            Ok(None)
        }

        fn claim(&self, mark: &Key) -> anyhow::Result<Key> {
            Ok(*mark)
        }
    }

    fn bot() -> (Arc<Bot>, Broken) {
        let store = Broken::default();
        let preferences = Preferences::kept(Box::new(store.clone()), [1; 32]).expect("a store without a mark");
        (Arc::new(Bot::new(engine(), preferences)), store)
    }

    #[test]
    fn a_fault_in_one_answer_is_an_apology_and_not_the_end() {
        let (bot, store) = bot();
        let question = Query { hint: Locale::parse("fr").ok(), ..words("what is a red card") };
        store.panics.store(true, Ordering::SeqCst);
        let reply = bot.handle(&asker("ana"), &question);
        let apology = bot.engine().catalog().text(&reply.locale, Message::Trouble, Manner::Words);
        assert_eq!((reply.locale.as_str(), plain::write(&reply.document)), ("fr", apology));
        assert!(page(&bot).contains("kyr_faults_total{kind=\"panic\"} 1"), "{}", page(&bot));
        store.panics.store(false, Ordering::SeqCst);
        assert_eq!(bot.handle(&asker("ana"), &question).kind, Kind::Answer("rights-card".to_owned()));
    }

    #[test]
    fn what_is_in_the_way_of_answering_is_named() {
        let (bot, store) = bot();
        assert_eq!(bot.hindrances(), [""; 0]);
        store.fails.store(true, Ordering::SeqCst);
        let link = bot.metrics().link("matrix");
        assert_eq!(bot.hindrances(), ["matrix: not connected", "data: the store of preferences cannot be read"]);
        assert_eq!(
            bot.handle(&asker("ana"), &words("what is a red card")).kind,
            Kind::Answer("rights-card".to_owned())
        );
        store.fails.store(false, Ordering::SeqCst);
        let _connected = link.connect();
        assert_eq!(bot.hindrances(), [""; 0]);
    }

    #[test]
    fn a_stuck_answer_holds_nobody_else_up() {
        let runtime = tokio::runtime::Builder::new_multi_thread().max_blocking_threads(4).enable_all().build();
        let runtime = runtime.expect("a runtime");
        let (bot, store) = bot();
        runtime.block_on(async {
            store.holds.store(true, Ordering::SeqCst);
            let begun = Instant::now();
            let held = bot.clone();
            let ana = tokio::spawn(async move { handled(&held, "ana").await });
            tokio::time::sleep(Duration::from_millis(100)).await;
            assert!(handled(&bot, "bo").await.is_some() && answering_works(&bot).await);
            assert!(begun.elapsed() < Duration::from_secs(3), "others wait for nothing");
            assert!(ana.await.expect("no panic").is_none(), "it was given up");
            assert!(begun.elapsed() >= DEADLINE && begun.elapsed() < DEADLINE * 2);
            assert!(page(&bot).contains("kyr_faults_total{kind=\"deadline\"} 1"));
            store.holds.store(true, Ordering::SeqCst);
            assert!(!answering_works(&bot).await, "the watchdog sees it when answers are stuck");
            store.lets_go.store(true, Ordering::SeqCst);
            assert!(handled(&bot, "ana").await.is_some());
        });
    }

    async fn handled(bot: &Arc<Bot>, name: &'static str) -> Option<Reply> {
        within(bot, move |bot| bot.handle(&asker(name), &words("what is a red card"))).await
    }
}

#[test]
fn counts_tell_of_nobody() {
    let bot = Bot::new(engine(), Preferences::in_memory());
    let questions = [
        "how do I bake sourdough bread with rosemary",
        "¿cómo se hornea un pastel de zanahoria?",
        "la polizia è alla mia porta, cosa devo fare adesso?",
        "my neighbour Melchizedek has A-number 123456789",
        "what is a red card",
    ];
    let people: Vec<String> = (0..9).map(|number| format!("discord 1234567890123456{number}")).collect();
    for person in &people {
        for question in questions {
            bot.handle(&asker(person), &words(question));
        }
    }
    bot.metrics().took("discord", Duration::from_millis(42));
    let page = page(&bot);
    let samples: BTreeSet<&str> = page
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(|c: char| !c.is_alphanumeric()))
        .collect();
    let told = questions.iter().map(|it| it.to_string()).chain(people.iter().cloned());
    for word in told.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>())
    {
        assert!(word.len() < 3 || word == "discord" || !samples.contains(word.as_str()), "“{word}” in:\n{page}");
    }
    assert!(!page.contains("language="), "nine people are too few to tell their languages:\n{page}");
    for line in [
        "# TYPE kyr_replies_total counter",
        "kyr_replies_total{kind=\"unserved\"} 9",
        "kyr_reply_seconds_bucket{platform=\"discord\",le=\"0.03\"} 0",
        "kyr_reply_seconds_bucket{platform=\"discord\",le=\"0.1\"} 1",
        "kyr_reply_seconds_bucket{platform=\"discord\",le=\"+Inf\"} 1",
        "kyr_reply_seconds_count{platform=\"discord\"} 1",
        "kyr_faults_total{kind=\"panic\"} 0",
    ] {
        assert!(page.lines().any(|known| known == line), "{line} is missing in:\n{page}");
    }
}
