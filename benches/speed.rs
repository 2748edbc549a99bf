//! `cargo bench`: start, memory, answers and growth, as figures against their limits; `cargo bench -- answers` one part.
//! It measures the release binary and the library; it must not change what it measures.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use kyr::content::Compiled;
use kyr::content::compiled::Shipped;
use kyr::content::parse::parse;
use kyr::diagnostic::Files;
use kyr::engine::{Asked, Conversation, Engine, Query, Trained};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const KYR: &str = env!("CARGO_BIN_EXE_kyr");
const STARTS: usize = 30;
const ROUNDS: usize = 20;
/// Examples a topic and language in the packs whose growth is compared.
const EXAMPLES: usize = 4;
const TIMES: usize = 10;

fn main() {
    println!("{:<48} {:>12} {:>12} {:>12}", "", "median", "p99 or max", "limit");
    let wanted: Vec<String> = std::env::args().skip(1).filter(|part| !part.starts_with('-')).collect();
    let parts: [(&str, fn()); 4] =
        [("start", cold_start), ("memory", memory), ("answers", answers), ("growth", growth)];
    for (name, part) in parts {
        if wanted.is_empty() || wanted.iter().any(|part| part == name) {
            part();
        }
    }
}

/// From starting the program to its end, answer printed.
fn cold_start() {
    let mut times: Vec<Duration> = (0..STARTS)
        .map(|_| {
            let started = Instant::now();
            let status = Command::new(KYR).args(["ask", "ICE is at my door"]).stdout(Stdio::null()).status();
            assert!(status.expect("the program starts").success());
            started.elapsed()
        })
        .collect();
    row("kyr ask from a cold start", &mut times, "250 ms");
}

/// Resident memory of a program that has answered every evaluation question.
fn memory() {
    use std::io::{BufRead, BufReader, Write};
    let mut child = Command::new(KYR)
        .args(["ask", "--format", "json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut input = child.stdin.take().expect("piped");
    let mut lines = BufReader::new(child.stdout.take().expect("piped")).lines();
    for question in questions() {
        writeln!(input, "{question}").expect("the program reads");
        lines.next().expect("a reply").expect("UTF-8");
    }
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let kib = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse::<f64>().ok())
    };
    match (kib("VmRSS:"), kib("VmHWM:")) {
        (Some(now), Some(most)) => {
            println!("{:<48} {:>8.1} MiB {:>8.1} MiB {:>12}", "resident memory", now / 1024.0, most / 1024.0, "64 MiB");
        }
        _ => println!("resident memory: this system has no /proc"),
    }
    drop(input);
    child.wait().expect("the program ends");
}

fn answers() {
    let files = kyr::content::load::load(&std::path::Path::new(ROOT).join("content")).expect("the pack");
    let bytes = std::fs::read(env!("KYR_PACK")).expect("the compiled pack");
    let bytes: &'static [u8] = bytes.leak();
    let compiled = Shipped::from_bytes(bytes).expect("the compiled pack");
    let engine = Engine::new(compiled.pack, &files, trained(compiled.trained));
    row("one answer, shipped pack", &mut ask_all(&engine, &questions(), ROUNDS), "2 ms");
    let queries = queries(&questions());
    let started = Instant::now();
    for query in queries.iter().cycle().take(queries.len() * ROUNDS) {
        std::hint::black_box(engine.reply(query, &Conversation::default()));
    }
    let each = (queries.len() * ROUNDS) as f64 / started.elapsed().as_secs_f64();
    println!("{:<48} {each:>10.0}/s {:>12} {:>12}", "answers, one thread", "", "20000/s");
}

fn trained(bytes: &[u8]) -> Trained {
    Trained::from_bytes(bytes.to_owned().into()).expect("whole models")
}

/// A pack with ten times the topics, each with words of its own, against the same pack once.
fn growth() {
    let files = kyr::content::load::load(&std::path::Path::new(ROOT).join("content")).expect("the pack");
    let once = thin(&files);
    let mut many = once.clone();
    multiply(&mut many);
    let [small, large] = [once, many].map(|files| {
        let (pack, faults) = parse(&files);
        assert!(faults.is_empty(), "{}", kyr::diagnostic::to_text(&faults, &files));
        let started = Instant::now();
        let learned = Trained::train(&pack).to_bytes().expect("bytes");
        let training = started.elapsed();
        let catalogs: Files = files
            .iter()
            .filter(|(path, _)| path.starts_with("locales/"))
            .map(|(path, text)| (path.clone(), text.clone()))
            .collect();
        let compiled = Compiled::new(&pack).expect("a pack that can be packed");
        let bytes = Shipped { pack: compiled, catalogs, trained: &learned }.to_bytes().expect("bytes");
        let bytes: &'static [u8] = bytes.leak();
        let mut loads: Vec<Duration> = (0..ROUNDS)
            .map(|_| {
                let started = Instant::now();
                let compiled = Shipped::from_bytes(bytes).expect("bytes");
                std::hint::black_box(Engine::new(compiled.pack, &compiled.catalogs, trained(compiled.trained)));
                started.elapsed()
            })
            .collect();
        let compiled = Shipped::from_bytes(bytes).expect("bytes");
        let engine = Engine::new(compiled.pack, &compiled.catalogs, trained(compiled.trained));
        let mut answers = ask_all(&engine, &questions(), 4);
        let figures = (training, median(&mut loads), median(&mut answers));
        println!("  {} topics: {:?}", engine.pack().topics.len(), figures);
        figures
    });
    let ratio = |large: Duration, small: Duration| large.as_secs_f64() / small.as_secs_f64();
    println!("{:<48} {:>11.1}× {:>12} {:>12}", "load time, ten times the topics", ratio(large.1, small.1), "", "10×");
    println!("{:<48} {:>11.1}× {:>12} {:>12}", "one answer, ten times the topics", ratio(large.2, small.2), "", "2×");
    println!("{:<48} {:>11.1}× {:>12} {:>12}", "training (once a pack, then cached)", ratio(large.0, small.0), "", "–");
}

/// The pack with few examples, so that training ten times as many topics takes seconds.
fn thin(files: &Files) -> Files {
    let cut = |text: &str| match text.split_once("\nexamples:\n") {
        Some((head, examples)) => {
            let kept: Vec<&str> = examples.lines().take(EXAMPLES).collect();
            format!("{head}\nexamples:\n{}\n", kept.join("\n"))
        }
        None => text.to_owned(),
    };
    files.iter().map(|(path, text)| (path.clone(), cut(text))).collect()
}

/// Adds nine copies of every topic, under other ids, with other words in their examples and names.
fn multiply(files: &mut Files) {
    let originals = files.clone();
    let mut listed = String::new();
    for copy in 1..TIMES {
        let mark = char::from(b'a' + copy as u8);
        let of_topics = |path: &str| path.starts_with("topics/") || path.matches('/').count() == 3;
        for (path, text) in originals.iter().filter(|(path, _)| of_topics(path)) {
            let renamed = path.replace(".yaml", &format!("-{mark}.yaml"));
            let (head, examples) = text.split_once("\nexamples:\n").unwrap_or((text, ""));
            let strange: Vec<String> = examples.lines().map(|line| strange(line, mark)).collect();
            let body = if path.starts_with("text/") {
                format!("{head}\nexamples:\n{}\n", strange.join("\n"))
            } else {
                text.clone()
            };
            if let (true, Some(id)) = (path.starts_with("topics/"), renamed.rsplit('/').next()) {
                listed.push_str(&format!("      - {}\n", id.trim_end_matches(".yaml")));
            }
            files.insert(renamed, body);
        }
    }
    let manifest = files.get_mut("pack.yaml").expect("pack.yaml");
    manifest.push_str(&format!("  - id: copies\n    topics:\n{listed}"));
}

/// `  - "can they enter"` with every word made another.
fn strange(line: &str, mark: char) -> String {
    let words = line.trim().trim_start_matches("- ").trim_matches('"').replace(['"', '\\'], " ");
    let words: Vec<String> = words.split_whitespace().map(|word| format!("{word}{mark}x{mark}")).collect();
    format!("  - \"{}\"", words.join(" "))
}

fn questions() -> Vec<String> {
    let mut paths: Vec<_> = std::fs::read_dir(format!("{ROOT}/tests/eval"))
        .expect("questions")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .collect();
    paths.sort();
    let files: Vec<String> = paths.iter().map(|path| std::fs::read_to_string(path).expect("questions")).collect();
    files.iter().flat_map(|text| text.lines()).filter_map(|line| line.split('\t').next()).map(str::to_owned).collect()
}

fn queries(questions: &[String]) -> Vec<Query> {
    let today = "2026-11-22".parse().expect("a date");
    questions.iter().map(|text| Query::new(Asked::Words(text.clone()), today, 0)).collect()
}

fn ask_all(engine: &Engine, questions: &[String], rounds: usize) -> Vec<Duration> {
    let mut times = Vec::with_capacity(questions.len() * rounds);
    for query in queries(questions).iter().cycle().take(questions.len() * rounds) {
        let started = Instant::now();
        std::hint::black_box(engine.reply(query, &Conversation::default()));
        times.push(started.elapsed());
    }
    times
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn row(name: &str, times: &mut [Duration], limit: &str) {
    let middle = median(times);
    let late = times[(times.len() * 99 / 100).min(times.len() - 1)];
    println!("{name:<48} {:>9.3} ms {:>9.3} ms {limit:>12}", middle.as_secs_f64() * 1e3, late.as_secs_f64() * 1e3);
}
