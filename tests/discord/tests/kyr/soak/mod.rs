//! A long time on Discord, made short: very many questions while everything around Kyr breaks. Nothing that Discord
//! delivers, or would deliver again, is lost; nothing is answered twice; the memory does not grow.
//!
//! Kills come in the first two fifths. Then one process lives to the end: its memory at the half is compared with its
//! memory at the end, while everything but kills goes on. benches/soak/run starts it.

mod asking;
mod away;
mod chance;
mod storm;

use std::time::Instant;

use kyr_discord_tests::harness::Stage;

use asking::Asking;
use away::Away;
use chance::Chance;
use storm::{Event, Storm};

const QUESTIONS: usize = 100_000;
/// In percent; of fewer questions than these the memory says nothing.
const MOST_GROWTH: f64 = 5.0;
const TELLING: usize = 10_000;

/// A figure of the environment.
fn figure(name: &str) -> Option<usize> {
    let text = std::env::var(name).ok().filter(|text| !text.is_empty())?;
    Some(text.parse().unwrap_or_else(|_| panic!("{name}={text} is no number")))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes"]
async fn soak_over_the_gateway() {
    soak(Stage::prepare().await, true, figure("SOAK_QUESTIONS").unwrap_or(QUESTIONS)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes"]
async fn soak_of_the_endpoint() {
    let mut stage = Stage::prepare().await;
    stage.be_endpoint();
    soak(stage, false, figure("SOAK_QUESTIONS").unwrap_or(QUESTIONS) / 10).await;
}

async fn soak(mut stage: Stage, gateway: bool, questions: usize) {
    let seed = figure("SOAK_SEED").unwrap_or_else(|| std::process::id() as usize);
    let what = if gateway { "Discord" } else { "Discord's calls over HTTPS" };
    println!("{what}: {questions} questions, seed {seed}");
    stage.discord.set_checks(false);
    let away = Away::default();
    let (discord, kyr, guild) = (&stage.discord, &mut stage.kyr, stage.guild);
    let mut storm = Storm::new(discord, kyr, &away, gateway, Chance::new(seed as u64)).await;
    storm.kyr.start().await;
    if !gateway {
        let address = storm.kyr.address().await;
        discord.deliver_to(Some(address));
    }
    let mut asking = Asking::new(discord, guild, &away, gateway);
    let [warm, end] = legs(&mut storm, &mut asking, questions, Chance::new(!seed as u64)).await;
    let done = std::mem::take(&mut storm.done);
    // Its database goes with it.
    drop(storm);
    let (fates, asked) = (&asking.fates, asking.asked.get());
    let growth = 100.0 * (end as f64 / warm as f64 - 1.0);
    let panics = stage.kyr.log().matches("internal fault at").count();
    let count = |events: &[Event]| {
        let counts = events.iter().map(|event| done.get(event).copied().unwrap_or_default().to_string());
        counts.collect::<Vec<_>>().join(", ")
    };
    use Event::*;
    let mebibytes = |bytes: u64| format!("{:.1} MiB", bytes as f64 / f64::from(1 << 20));
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
    row(&format!("{what}: questions"), asked.to_string(), None);
    row("  answered once", fates.once.to_string(), None);
    row("  once, with a page whose receipt was cut off", fates.again.to_string(), None);
    row("  lost", fates.lost.to_string(), Some(("0", fates.lost == 0)));
    row("  answered twice", fates.twice.to_string(), Some(("0", fates.twice == 0)));
    let given_up = stage.discord.sessions(|sessions| sessions.given_up);
    row("  sent to nobody: there was no session", fates.undelivered.to_string(), None);
    row("  sessions that Kyr gave up", given_up.to_string(), Some(("0", given_up == 0)));
    row("  killed with Kyr after the session's end", fates.stranded.to_string(), None);
    row("  expired: Kyr was away for the three seconds", fates.expired.to_string(), None);
    row("  kills, of which while messages were not taken", count(&[Kill, KillInOutage]), None);
    row("  dropped, op 7, op 9, op 9 for good", count(&Event::GATEWAY), None);
    row("  bursts of errors, of limits, of cuts", count(&[Errors, Limits, Cuts]), None);
    row("  Discord away, the database restarted", count(&[Down, Database]), None);
    row("  packs taken, packs refused", count(&[GoodPack, BadPack]), None);
    row("  memory at the half", mebibytes(warm), None);
    row("  memory at the end", mebibytes(end), None);
    row("  growth", format!("{growth:+.1} %"), (questions >= TELLING).then_some(("+5.0 %", growth <= MOST_GROWTH)));
    row("  panics", panics.to_string(), Some(("0", panics == 0)));
    if !kept {
        eprintln!("soak: the end of Kyr's log:\n{}", stage.kyr.tail());
    }
    stage.discord.forget();
    stage.end().await;
    assert!(kept, "a limit is missed");
}

/// Kills, then warm-up, then the rest; the memory after the last two.
async fn legs(storm: &mut Storm<'_>, asking: &mut Asking<'_>, questions: usize, mut chance: Chance) -> [u64; 2] {
    let often = |share: usize| (questions / share).max(1);
    let with_database = storm.database.is_some();
    let possible = |event: &Event| *event != Event::Database || with_database;
    let mut calm: Vec<(Event, usize)> =
        Event::OTHERS.into_iter().filter(possible).map(|event| (event, often(10_000))).collect();
    let mut wild = calm.clone();
    wild.push((Event::Kill, often(2_000)));
    if storm.gateway {
        calm.extend(Event::GATEWAY.map(|event| (event, often(10_000))));
        wild.extend(Event::GATEWAY.map(|event| (event, often(5_000))));
        wild.push((Event::KillInOutage, often(10_000)));
    }
    let mut memory = Vec::new();
    let warm_up = [Event::GoodPack, Event::BadPack].map(|event| (event, often(10_000)));
    for (part, events) in [(0.4, &wild[..]), (0.5, &warm_up), (1.0, &calm)] {
        let (first, end, begun) = (asking.asked.get(), (questions as f64 * part) as usize, Instant::now());
        let plan = storm.plan(first, end, events);
        let asked = asking.asked.clone();
        tokio::join!(asking.ask(end, &mut chance), storm.rage(&plan, || asked.get()));
        asking.finish().await;
        let pace = (end - first) as f64 / begun.elapsed().as_secs_f64();
        memory.push(storm.kyr.rss());
        eprintln!("soak: {end} questions, {pace:.0} a second, {} bytes", storm.kyr.rss());
    }
    [memory[1], memory[2]]
}
