//! `cargo bench --bench soak -- --questions 1000000 --seed 7`: a day of very many questions through the bot, made short,
//! while packs come that are good and bad. None stays without a reply, none makes the program fall, and the memory does
//! not grow. It must not change what it measures. benches/soak/run starts it together with the platforms' soaks.

mod questions;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use kyr::bot::{Asker, Bot};
use kyr::content::Compiled;
use kyr::content::compiled::Shipped;
use kyr::content::load::load;
use kyr::content::parse::parse;
use kyr::engine::{Asked, ConversationId, Engine, PersonId, Query, Trained, plain};
use kyr::locale::Locale;
use kyr::metrics::About;
use kyr::preferences::{File, Preferences};

use questions::{Chance, Questions};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
/// When no number is given.
const FEW: usize = 10_000;
const THREADS: usize = 2;
const PEOPLE: usize = 20_000;
const ROOMS: usize = 500;
/// Ask far more than anybody reads: one question in a hundred is theirs.
const FLOODERS: usize = 3;
const DAY: usize = 24 * 60 * 60;
/// So often the pack changes in a day, every third time for the worse.
const CHANGES: usize = 60;
const WARM_UP: usize = 10;
/// In percent; of fewer questions than these the memory says nothing.
const MOST_GROWTH: f64 = 5.0;
const TELLING: usize = 100_000;
const GOOD: &str = "version: ";
const BAD: &str = "versoin: ";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let given = |name: &str| {
        let at = arguments.iter().position(|argument| argument == name)?;
        arguments.get(at + 1).map(|number| number.parse::<usize>().expect("a number"))
    };
    let questions = given("--questions").unwrap_or(FEW);
    let seed = given("--seed").unwrap_or_else(|| std::process::id() as usize);
    println!("engine: {questions} questions, seed {seed}");
    let folder = tempfile::tempdir().expect("a folder");
    let mut pack = Pack::copy(&folder.path().join("pack"));
    let store = File::open(folder.path()).expect("a store");
    let preferences = Preferences::kept(Box::new(store), [7; 32]).expect("a store");
    let bot = Bot::new(pack.engine().expect("the shipped pack"), preferences);
    let day = Day::new(&bot, questions, seed as u64);
    let [warm, end] = day.pass(&mut pack);
    report(&day, &pack, warm, end)
}

/// The pack on the disk, and what was learned from it when it was built.
struct Pack {
    folder: PathBuf,
    trained: Trained,
    taken: usize,
    refused: usize,
}

impl Pack {
    fn copy(folder: &Path) -> Self {
        let from = Path::new(ROOT).join("content");
        for (name, text) in load(&from).expect("the pack") {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("writable");
        }
        let bytes: &'static [u8] = std::fs::read(env!("KYR_PACK")).expect("the compiled pack").leak();
        let shipped = Shipped::from_bytes(bytes).expect("the compiled pack");
        let trained = Trained::from_bytes(shipped.trained.into()).expect("whole models");
        Self { folder: folder.to_owned(), trained, taken: 0, refused: 0 }
    }

    /// As a Kyr reads it that serves; `None` when it has faults.
    fn engine(&self) -> Option<Engine> {
        let mut files = load(&self.folder).expect("a folder");
        let (pack, faults) = parse(&files);
        if faults.iter().any(|fault| pack.is_served(&fault.file)) {
            return None;
        }
        files.retain(|path, _| path.starts_with("locales/"));
        let compiled = Compiled::new(&pack).expect("a pack that can be packed");
        Some(Engine::new(compiled, &files, self.trained.renewed(&pack)))
    }

    fn write_version(&self, key: &str, version: usize) {
        let path = self.folder.join("pack.yaml");
        let text = std::fs::read_to_string(&path).expect("a pack");
        let is_version = |line: &&str| line.starts_with(GOOD) || line.starts_with(BAD);
        let old = text.lines().find(is_version).expect("a version");
        std::fs::write(&path, text.replace(old, &format!("{key}soak-{version}"))).expect("writable");
    }

    /// Changes, and `bot` is told.
    fn change(&mut self, number: usize, bot: &Bot) {
        self.write_version(if number % 3 == 2 { BAD } else { GOOD }, number);
        match self.engine() {
            Some(engine) => {
                bot.replace(engine);
                self.taken += 1;
            }
            None => {
                bot.set_remark(Some("a fault".to_owned()));
                self.refused += 1;
            }
        }
    }
}

/// Who asks on this day, and what came of it.
struct Day<'a> {
    bot: &'a Bot,
    questions: Questions,
    languages: Vec<Locale>,
    total: usize,
    seed: u64,
    begun: Instant,
    asked: AtomicUsize,
    replied: AtomicUsize,
    refused: AtomicUsize,
    empty: AtomicUsize,
}

impl<'a> Day<'a> {
    fn new(bot: &'a Bot, total: usize, seed: u64) -> Self {
        let questions = Questions::read(&Path::new(ROOT).join("tests/eval"));
        let languages = bot.engine().pack().manifest.languages.clone();
        let [asked, replied, refused, empty] = Default::default();
        Self { bot, questions, languages, total, seed, begun: Instant::now(), asked, replied, refused, empty }
    }

    /// Everybody asks, and the pack changes meanwhile; the memory after the warm-up and at the end.
    fn pass(&self, pack: &mut Pack) -> [u64; 2] {
        let warm_up = self.total / WARM_UP;
        let mut warm = 0;
        thread::scope(|scope| {
            for number in 0..THREADS {
                let chance = Chance::new(self.seed.wrapping_add(number as u64));
                scope.spawn(move || self.ask(chance));
            }
            for number in 0..CHANGES {
                let asked = self.until(self.total * (number + 1) / (CHANGES + 1));
                if warm == 0 && asked >= warm_up {
                    warm = rss();
                }
                pack.change(number, self.bot);
            }
        });
        [warm, rss()]
    }

    /// Waits until so many were asked; how many there are then.
    fn until(&self, number: usize) -> usize {
        loop {
            let asked = self.asked.load(Ordering::Relaxed);
            if asked >= number {
                return asked;
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    fn ask(&self, mut chance: Chance) {
        loop {
            let number = self.asked.fetch_add(1, Ordering::Relaxed);
            if number >= self.total {
                return;
            }
            let now = number * DAY / self.total;
            self.one(&mut chance, now as u64);
        }
    }

    fn one(&self, chance: &mut Chance, now: u64) {
        let person = match chance.below(100) {
            0 => format!("flooder {}", chance.below(FLOODERS)),
            _ => format!("person {}", chance.below(PEOPLE)),
        };
        let room = (chance.below(3) == 0).then(|| format!("room {}", chance.below(ROOMS)));
        let place = ConversationId::new(room.as_deref().unwrap_or(&person));
        let asker = Asker { person: PersonId::new(person), place };
        let words = Asked::Words(self.questions.draw(chance));
        let mut query = Query::new(words, "2026-11-22".parse().expect("a date"), now);
        query.hint = (chance.below(2) == 0).then(|| chance.one(&self.languages).clone());
        let reply = match self.bot.admit(&asker, room.as_deref(), &query) {
            Ok(()) => {
                self.replied.fetch_add(1, Ordering::Relaxed);
                self.bot.handle(&asker, &query)
            }
            Err(refusal) => {
                self.refused.fetch_add(1, Ordering::Relaxed);
                refusal.reply
            }
        };
        if plain::write(&reply.document).trim().is_empty() {
            self.empty.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// As the counts for the operator say.
    fn panics(&self) -> u64 {
        let page = self.bot.metrics().write(&About { pack: "soak", pack_version: "1", resident_memory: None });
        let line = page.lines().find_map(|line| line.strip_prefix("kyr_faults_total{kind=\"panic\"} "));
        line.and_then(|number| number.trim().parse().ok()).expect("a count of panics")
    }
}

/// Prints the table.
fn report(day: &Day, pack: &Pack, warm: u64, end: u64) -> ExitCode {
    let count = |of: &AtomicUsize| of.load(Ordering::Relaxed);
    let mut kept = true;
    let mut row = |name: &str, figure: String, limit: Option<(&str, bool)>| {
        let (limit, verdict) = match limit {
            Some((limit, true)) => (limit, "ok"),
            Some((limit, false)) => (limit, "MISSED"),
            None => ("", ""),
        };
        kept &= verdict != "MISSED";
        println!("{}", format!("{name:<48} {figure:>20} {limit:>8} {verdict:>7}").trim_end());
    };
    let mebibytes = |bytes: u64| format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20));
    let growth = 100.0 * (end as f64 / warm as f64 - 1.0);
    let (empty, panics) = (count(&day.empty), day.panics());
    row("engine: questions", day.total.to_string(), None);
    row("  answered", count(&day.replied).to_string(), None);
    row("  of people who asked too much", count(&day.refused).to_string(), None);
    row("  without a word in the reply", empty.to_string(), Some(("0", empty == 0)));
    row("  packs taken, packs refused", format!("{}, {}", pack.taken, pack.refused), None);
    row("  memory after a tenth", mebibytes(warm), None);
    row("  memory at the end", mebibytes(end), None);
    row("  growth", format!("{growth:+.1} %"), (day.total >= TELLING).then_some(("+5.0 %", growth <= MOST_GROWTH)));
    row("  panics", panics.to_string(), Some(("0", panics == 0)));
    row("  seconds", format!("{:.0}", day.begun.elapsed().as_secs_f64()), None);
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Resident memory of this program in bytes.
fn rss() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("a system with /proc");
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("it has memory");
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse().expect("a number");
    kilobytes * 1024
}
