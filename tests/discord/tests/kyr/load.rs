//! How fast and how large: run by name, `cargo test --release --test kyr load -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use kyr_discord_tests::harness::Stage;
use kyr_discord_tests::harness::questions::ENGLISH;
use serde_json::json;

const A_SECOND: u32 = 200;
const SECONDS: u32 = 60;
const MANY: usize = 100_000;
const BATCH: usize = 500;

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
