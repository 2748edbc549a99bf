//! How fast and how large: run by name, `cargo test --release --test kyr load -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use kyr_discord_tests::fake::forward;
use kyr_discord_tests::harness::questions::ENGLISH;
use kyr_discord_tests::harness::{Kyr, Stage};
use serde_json::json;

const A_SECOND: u32 = 200;
const SECONDS: u32 = 60;
const MANY: usize = 100_000;
const BATCH: usize = 500;
/// Calls to an endpoint: to sign more of them, unoptimized, takes longer than Discord waits.
const AT_ONCE: usize = 50;
const BATCHES: usize = 40;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute"]
async fn load_of_200_interactions_a_second() {
    let stage = Stage::start().await;
    stage.discord.set_checks(false);
    let people: Vec<_> = (0..1_000).map(|_| stage.person("en-US")).collect();
    let begun = Instant::now();
    for number in 0..A_SECOND * SECONDS {
        let due = begun + Duration::from_secs(1) * number / A_SECOND;
        tokio::time::sleep_until(due.into()).await;
        let (question, _) = ENGLISH[number as usize % ENGLISH.len()];
        people[number as usize % people.len()].command(stage.channel, "ask", json!({"question": question}));
    }
    tokio::time::sleep(Duration::from_secs(3)).await;
    let mut times = stage.discord.times();
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    println!(
        "load: {} of {} interactions answered at {A_SECOND}/s for {SECONDS} s; first reply p50 {:.1?} p99 {:.1?} max {:.1?}",
        times.len(),
        A_SECOND * SECONDS,
        at(0.5),
        at(0.99),
        at(1.0)
    );
    assert_eq!(times.len(), (A_SECOND * SECONDS) as usize, "some got no reply");
    assert!(at(1.0) < Duration::from_secs(3));
    stage.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes"]
async fn memory_over_100_000_interactions() {
    let stage = Stage::start().await;
    stage.discord.set_checks(false);
    let mut before = 0;
    let begun = Instant::now();
    for batch in 0..MANY / BATCH {
        if batch == 10 {
            before = stage.kyr.rss();
        }
        for number in 0..BATCH {
            // Everybody asks once: what Kyr remembers of people must not add up.
            let person = stage.person("en-US");
            let (question, _) = ENGLISH[number % ENGLISH.len()];
            person.command(stage.channel, "ask", json!({"question": question}));
        }
        let all = |discord: &kyr_discord_tests::fake::Discord| (discord.times().len() == BATCH).then_some(());
        assert!(stage.discord.wait(Duration::from_secs(30), all).await.is_some(), "some got no reply");
        stage.discord.forget();
    }
    let after = stage.kyr.rss();
    println!(
        "memory: {MANY} interactions of as many people in {:.0?}; VmRSS {:.1} MB after {}, {:.1} MB at the end",
        begun.elapsed(),
        before as f64 / 1e6,
        BATCH * 10,
        after as f64 / 1e6
    );
    assert!(after < before + 64_000_000, "it grows");
    stage.end().await;
}

/// Processor time of each interaction at an endpoint, with one replica and with two: where it stays the same, nothing
/// that replicas share holds them up, and two do twice as much on processors of their own.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes a minute"]
async fn two_replicas_do_the_work_of_two() {
    let mut costs = Vec::new();
    for replicas in 1..=2 {
        let mut stage = Stage::start_endpoint().await;
        let mut others: Vec<Kyr> = Vec::new();
        if replicas == 2 {
            let mut kyr = stage.replica("second");
            kyr.start().await;
            others.push(kyr);
        }
        stage.discord.set_checks(false);
        let mut addresses = vec![stage.kyr.address().await];
        for kyr in &mut others {
            addresses.push(kyr.address().await);
        }
        stage.discord.deliver_to(Some(forward(addresses).await));
        let spent = |stage: &Stage, others: &[Kyr]| -> Duration {
            others.iter().map(Kyr::processor_time).sum::<Duration>() + stage.kyr.processor_time()
        };
        let mut before = Duration::ZERO;
        for batch in 0..=BATCHES {
            // What the first of them warms up counts for nobody.
            if batch == 1 {
                before = spent(&stage, &others);
            }
            for number in 0..AT_ONCE {
                let person = stage.person("en-US");
                // One of ten chooses a language, which all replicas must know.
                match number % 10 {
                    0 => person.command(stage.channel, "language", json!({"language": "es"})),
                    _ => person.command(stage.channel, "ask", json!({"question": ENGLISH[number % ENGLISH.len()].0})),
                };
            }
            let all = |discord: &kyr_discord_tests::fake::Discord| (discord.times().len() == AT_ONCE).then_some(());
            assert!(stage.discord.wait(Duration::from_secs(60), all).await.is_some(), "some got no reply");
            stage.discord.forget();
        }
        costs.push((spent(&stage, &others) - before).as_secs_f64() / (BATCHES * AT_ONCE) as f64);
        stage.end_with(others).await;
    }
    let ratio = 2.0 * costs[0] / costs[1];
    println!(
        "replicas: {:.2} ms an interaction with one, {:.2} ms with two: {ratio:.2} times",
        costs[0] * 1e3,
        costs[1] * 1e3
    );
    assert!(ratio >= 1.8);
}
