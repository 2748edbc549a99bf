//! Interactions as signed POSTs.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

use ed25519_dalek::{Signature, Verifier, VerifyingKey};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper_util::rt::TokioIo;
use kyr_discord_tests::fake::{Discord, forward};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::client::{call, outcome, violations};

/// An endpoint that answers each interaction with what `answer` makes of it, if the signature is right.
async fn endpoint(key: String, answer: fn(Value) -> (u16, Value)) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let key = key.clone();
            let service = hyper::service::service_fn(move |request| respond(key.clone(), answer, request));
            tokio::spawn(hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service));
        }
    });
    address
}

async fn respond(
    key: String,
    answer: fn(Value) -> (u16, Value),
    request: hyper::Request<Incoming>,
) -> Result<hyper::Response<Full<Bytes>>, Infallible> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let header = |name: &str| parts.headers[name].to_str().unwrap();
    let signature = Signature::from_slice(&bytes(header("x-signature-ed25519"))).unwrap();
    let key = VerifyingKey::from_bytes(&bytes(&key).try_into().unwrap()).unwrap();
    let signed = [header("x-signature-timestamp").as_bytes(), &body].concat();
    let (status, body) = match key.verify(&signed, &signature) {
        Ok(()) => answer(serde_json::from_slice(&body).unwrap()),
        Err(_) => (401, Value::Null),
    };
    let response = hyper::Response::builder().status(status).header("content-type", "application/json");
    Ok(response.body(Full::new(body.to_string().into())).unwrap())
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
}

async fn scene(answer: fn(Value) -> (u16, Value)) -> Discord {
    let discord = Discord::start().await;
    discord.set_commands(&json!([{"name": "help", "description": "Help"}]));
    discord.deliver_to(Some(endpoint(discord.public_key(), answer).await));
    discord
}

#[tokio::test]
async fn the_answer_is_the_first_reply() {
    let discord = scene(|_| (200, json!({"type": 4, "data": {"content": "help", "flags": 64}}))).await;
    let ana = discord.person("ana", "en-US");
    let asked = ana.command(ana.direct(), "help", json!({}));
    assert_eq!(asked.reply().await.text(), "help");
    let callback = format!("interactions/{}/{}/callback", asked.id, asked.now().token);
    let again = call(&discord, "POST", &callback, json!({"type": 4, "data": {"content": "x"}})).await;
    assert_eq!(outcome(&again), (400, 40060));
    let more = format!("webhooks/{}/{}", discord.application_id(), asked.now().token);
    assert_eq!(call(&discord, "POST", &more, json!({"content": "more"})).await.status, 200);
    assert_eq!(asked.reply().await.messages.len(), 2);
    violations(&discord, 0);
}

#[tokio::test]
async fn a_deferral_is_filled_over_rest() {
    let discord = scene(|_| (200, json!({"type": 5, "data": {"flags": 64}}))).await;
    let ana = discord.person("ana", "en-US");
    let asked = ana.command(ana.direct(), "help", json!({}));
    asked.acknowledged().await;
    let original = format!("webhooks/{}/{}/messages/@original", discord.application_id(), asked.now().token);
    assert_eq!(call(&discord, "PATCH", &original, json!({"content": "late"})).await.status, 200);
    assert_eq!(asked.reply().await.text(), "late");
    violations(&discord, 0);
}

#[tokio::test]
async fn what_fails_is_told() {
    let discord = scene(|_| (500, Value::Null)).await;
    let ana = discord.person("ana", "en-US");
    assert_eq!(ana.command(ana.direct(), "help", json!({})).failure().await, "status 500");
    let another = Discord::start().await;
    discord.deliver_to(Some(endpoint(another.public_key(), |_| (200, json!({"type": 1}))).await));
    assert_eq!(ana.command(ana.direct(), "help", json!({})).failure().await, "status 401");
    violations(&discord, 0);
    discord.deliver_to(Some(endpoint(discord.public_key(), |_| (200, json!({"type": 8}))).await));
    ana.command(ana.direct(), "help", json!({})).failure().await;
    assert!(!discord.take_violations().is_empty());
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    discord.deliver_to(Some(silent.local_addr().unwrap()));
    let asked = ana.command(ana.direct(), "help", json!({}));
    assert_eq!(asked.failure().await, "no answer in time");
    assert_eq!(asked.now().took(), None::<Duration>);
}

#[tokio::test]
async fn signatures_change_with_body_key_and_time() {
    let discord = Discord::start().await;
    let mut signer = discord.signer();
    let [(_, first), (_, time)] = signer.headers(b"{}");
    assert_eq!(first.len(), 128);
    assert_ne!(first, signer.headers(b"{ }")[0].1);
    signer.skew = -600;
    assert!(signer.headers(b"{}")[1].1.parse::<i64>().unwrap() < time.parse::<i64>().unwrap() - 590);
    let other = Discord::start().await;
    assert_ne!(other.public_key(), discord.public_key());
}

#[tokio::test]
async fn connections_are_forwarded_in_turn() {
    let discord = scene(|_| (200, json!({"type": 4, "data": {"content": "one"}}))).await;
    let first = endpoint(discord.public_key(), |_| (200, json!({"type": 4, "data": {"content": "one"}}))).await;
    let second = endpoint(discord.public_key(), |_| (200, json!({"type": 4, "data": {"content": "two"}}))).await;
    discord.deliver_to(Some(forward(vec![first, second]).await));
    let ana = discord.person("ana", "en-US");
    let mut texts = Vec::new();
    for _ in 0..4 {
        texts.push(ana.command(ana.direct(), "help", json!({})).reply().await.text());
    }
    assert_eq!(texts, ["one", "two", "one", "two"]);
}
