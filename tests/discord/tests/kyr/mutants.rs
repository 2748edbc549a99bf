//! Interactions and messages that no Discord sends, made from those that it sends; over the endpoint with right and
//! wrong signatures, and over the gateway. Nothing may break, be slow or grow. `KYR_SEED` gives other ones.

#[path = "../../../suite/hostile/random.rs"]
mod random;
#[path = "../../../suite/hostile/words.rs"]
mod words;

use std::net::SocketAddr;
use std::time::Duration;

use kyr_discord_tests::fake::{Discord, Person, Signer, send, snowflake};
use kyr_discord_tests::harness::questions::*;
use kyr_discord_tests::harness::{Stage, related};
use random::Random;
use serde_json::{Value, json};
use words::{flipped, horror, message};

use crate::{PACK, answers, get, metrics_address};

/// In each of the rounds.
const CALLS: u64 = 300;
const EVENTS: u64 = 250;
const ROUNDS: u64 = 3;
/// People who send them, so that nobody asks more than one may.
const PEOPLE: usize = 8;
/// Kyr must not work longer on a call.
const LIMIT: Duration = Duration::from_millis(50);
/// Bytes by which the memory may grow from the second round to the third.
const GROWTH: u64 = 8 << 20;

fn random(number: u64) -> Random {
    let seed: u64 = std::env::var("KYR_SEED").map_or(1, |seed| seed.parse().expect("KYR_SEED is a number"));
    Random::new(seed << 32 | number)
}

fn texts() -> Vec<String> {
    ENGLISH.iter().map(|(question, _)| (*question).to_owned()).chain([PUERTA.to_owned(), BREAD.to_owned()]).collect()
}

/// Bodies of all kinds that Discord sends.
async fn bodies(stage: &Stage) -> Vec<Value> {
    let mut bodies = Vec::new();
    for number in 0..PEOPLE {
        let ana = stage.person(["en-US", "es-ES", "zh-CN", "ko"][number % 4]);
        let asked = ana.command(stage.channel, "ask", json!({"question": DOOR}));
        let reply = asked.reply().await;
        bodies.push(asked.now().payload);
        bodies.extend(used(&ana, stage));
        if let Some(menu) = related(&reply, &PACK) {
            let pick = ana.select(menu.message, &menu.custom_id, &menu.options[0].1);
            pick.reply().await;
            bodies.push(pick.now().payload);
        }
    }
    bodies
}

fn used(ana: &Person, stage: &Stage) -> Vec<Value> {
    let question = ana.say(stage.channel, FILM).message();
    let used = [
        ana.command(stage.channel, "rights", json!({"topic": "home-visit"})),
        ana.command(stage.channel, "hotlines", json!({"state": "TX"})),
        ana.as_manager().command(stage.channel, "settings", json!({})),
        ana.message_command("Ask Kyr", &question),
    ];
    used.iter().map(|exchange| exchange.now().payload).collect()
}

/// The same with something else in some places.
fn mutant(body: &Value, texts: &[String], random: &mut Random) -> Value {
    let mut body = body.clone();
    for _ in 0..random.below(4) {
        damage(&mut body, texts, random);
    }
    body
}

fn damage(value: &mut Value, texts: &[String], random: &mut Random) {
    if random.below(4) > 0 {
        match value {
            Value::Object(fields) if !fields.is_empty() => {
                let key = fields.keys().nth(random.below(fields.len())).expect("one").clone();
                return match random.below(12) {
                    0 => drop(fields.remove(&key)),
                    1 => drop(fields.insert(horror(random), odd(texts, random))),
                    _ => damage(&mut fields[&key], texts, random),
                };
            }
            Value::Array(items) if !items.is_empty() => {
                let at = random.below(items.len());
                return match random.below(6) {
                    0 => items.extend_from_within(..),
                    _ => damage(&mut items[at], texts, random),
                };
            }
            _ => {}
        }
    }
    *value = odd(texts, random);
}

fn odd(texts: &[String], random: &mut Random) -> Value {
    match random.below(10) {
        0 => Value::Null,
        1 => json!(random.next()),
        2 => json!(-1),
        3 => json!(1e300),
        4 => (0..random.below(200)).fold(json!("x"), |inner, _| json!([inner])),
        5 => json!({"type": random.below(30), "options": [{"name": horror(random)}]}),
        6 => json!(snowflake().to_string()),
        7 => json!(random.below(2) == 0),
        _ => json!(message(texts, random)),
    }
}

/// As it is sent; sometimes it is no JSON.
fn written(body: &Value, random: &mut Random) -> Vec<u8> {
    let text = body.to_string();
    let text = match random.below(16) {
        0 => flipped(&text, random),
        1 => text.replacen("\"en", "\"\\ud800en", 1 + random.below(9)),
        2 => text.repeat(2),
        _ => text,
    };
    let mut bytes = text.into_bytes();
    if random.below(16) == 0 {
        bytes.truncate(random.below(bytes.len()));
    }
    bytes
}

/// Sends it with a proof that it is Discord's, or with one that is none; the status and the answer.
async fn call(address: SocketAddr, signer: &Signer, body: &[u8], forgery: usize) -> (u16, Value) {
    let skewed = Signer { skew: 10_000, ..signer.clone() };
    let [(name, mut proof), (stamp, time)] = if forgery == 1 { skewed.headers(body) } else { signer.headers(body) };
    match forgery {
        2 => proof.replace_range(..2, if proof.starts_with("00") { "01" } else { "00" }),
        3 => proof.truncate(64),
        4 => proof = signer.headers(b"{}")[0].1.clone() + "00",
        _ => {}
    }
    let headers =
        [("content-type", "application/json"), (name.as_str(), proof.as_str()), (stamp.as_str(), time.as_str())];
    match send(address, "POST", "/", &headers, body.to_vec()).await {
        Ok(answer) => (answer.status, answer.json()),
        // What is too large is cut off while it is being sent.
        Err(_) => (413, Value::Null),
    }
}

/// What its counts say of faults.
async fn unbroken(stage: &mut Stage) {
    let address = metrics_address(stage).await;
    let (_, page) = get(address, "/metrics").await;
    for kind in ["panic", "deadline"] {
        assert!(page.contains(&format!("kyr_faults_total{{kind=\"{kind}\"}} 0")), "{page}");
    }
}

fn grows(sizes: &[u64]) -> bool {
    println!("resident memory: {:?} MiB", sizes.iter().map(|size| size >> 20).collect::<Vec<_>>());
    sizes[sizes.len() - 1] > sizes[sizes.len() - 2] + GROWTH
}

#[tokio::test]
async fn mutants_over_the_endpoint() {
    let mut stage = Stage::prepare().await;
    stage.kyr = stage.replica("measured");
    stage.kyr.settings["metrics"] = json!({"listen": "127.0.0.1:0"});
    stage.kyr.start().await;
    let address = stage.kyr.address().await;
    stage.discord.deliver_to(Some(address));
    let registered = |discord: &Discord| (!discord.commands().is_empty()).then_some(());
    assert!(stage.discord.wait(Duration::from_secs(20), registered).await.is_some(), "no commands");
    let (bodies, texts, signer) = (bodies(&stage).await, texts(), stage.discord.signer());
    let (mut sizes, mut slowest) = (Vec::new(), Duration::ZERO);
    let mut statuses = std::collections::BTreeMap::<u16, usize>::new();
    for _ in 0..ROUNDS {
        for number in 0..CALLS {
            let mut random = random(number);
            let body = written(&mutant(&bodies[random.below(bodies.len())], &texts, &mut random), &mut random);
            let forgery = if random.below(3) == 0 { 1 + random.below(4) } else { 0 };
            let before = stage.kyr.worked();
            let found = call(address, &signer, &body, forgery).await;
            let took = stage.kyr.worked().saturating_sub(before);
            slowest = slowest.max(took);
            assert!(took <= LIMIT, "number {number}: {took:?} for {} bytes", body.len());
            *statuses.entry(found.0).or_default() += 1;
            let fits = if forgery > 0 { matches!(found.0, 401 | 413) } else { matches!(found.0, 200 | 400 | 413) };
            assert!(fits, "number {number}: {} with forgery {forgery}", found.0);
            let content = found.1["data"]["content"].as_str().unwrap_or_default();
            assert!(content.chars().count() <= 2000, "number {number}: {} characters", content.chars().count());
        }
        sizes.push(stage.kyr.rss());
    }
    println!("{} calls, by status {statuses:?}, at most {slowest:.1?} of work", ROUNDS * CALLS);
    assert!(statuses[&200] > 100 && statuses[&400] > 10 && statuses[&401] > 100, "{statuses:?}");
    assert!(!grows(&sizes));
    unbroken(&mut stage).await;
    answers(
        &stage.person("en-US").command(stage.channel, "ask", json!({"question": DOOR})).reply().await,
        "home-visit",
        "en",
    );
    stage.end().await;
}

#[tokio::test]
async fn mutants_over_the_gateway() {
    let mut stage = Stage::prepare().await;
    stage.kyr.settings["metrics"] = json!({"listen": "127.0.0.1:0"});
    stage.kyr.start().await;
    let (mut bodies, texts) = (bodies(&stage).await, texts());
    let asked = bodies.len();
    for _ in 0..PEOPLE {
        let ana = stage.person("en-US");
        bodies.push(ana.say(ana.direct(), DOOR).message().body().clone());
        bodies.push(ana.mention(stage.channel, FILM).message().body().clone());
    }
    let ana = stage.person("en-US");
    let mut sizes = Vec::new();
    for _ in 0..ROUNDS {
        for number in 0..EVENTS {
            let mut random = random(number);
            let at = random.below(bodies.len());
            let mut body = mutant(&bodies[at], &texts, &mut random);
            if at >= asked && body["id"].is_string() {
                body["id"] = snowflake().to_string().into();
            }
            stage.discord.dispatch(if at < asked { "INTERACTION_CREATE" } else { "MESSAGE_CREATE" }, body);
        }
        answers(&ana.tell(DOOR).reply().await, "home-visit", "en");
        sizes.push(stage.kyr.rss());
    }
    println!("{} events", ROUNDS * EVENTS);
    assert!(!grows(&sizes));
    unbroken(&mut stage).await;
    stage.end().await;
}
