//! Interactions as signed POSTs to an endpoint, and what its answers mean.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use ed25519_dalek::{Signer as _, SigningKey};
use serde_json::Value;
use tokio::net::{TcpListener, TcpStream};

use super::callback;
use super::http::{Answer, send};
use super::ids::Id;
use super::interactions::FIRST_REPLY;
use super::refusal::Violation;
use super::shared::Shared;

/// Signs bodies as Discord does.
#[derive(Clone)]
pub struct Signer {
    pub key: SigningKey,
    /// Seconds by which the clock of the signature differs.
    pub skew: i64,
}

impl Signer {
    /// The headers of a body: signature and timestamp.
    pub fn headers(&self, body: &[u8]) -> [(String, String); 2] {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("a clock after 1970").as_secs() as i64;
        let timestamp = (now + self.skew).to_string();
        let signature = self.key.sign(&[timestamp.as_bytes(), body].concat()).to_bytes();
        let hex = signature.iter().map(|byte| format!("{byte:02x}")).collect();
        [("x-signature-ed25519".to_owned(), hex), ("x-signature-timestamp".to_owned(), timestamp)]
    }

    /// Signs and sends a body.
    pub async fn post(&self, address: SocketAddr, body: impl Into<Vec<u8>>) -> std::io::Result<Answer> {
        let body = body.into();
        let signed = self.headers(&body);
        let mut headers = vec![("content-type", "application/json"), ("user-agent", "Discord-Interactions/1.0")];
        headers.extend(signed.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        send(address, "POST", "/", &headers, body).await
    }
}

/// Delivers an interaction and takes the answer as its first reply.
pub(super) async fn deliver(shared: Arc<Shared>, address: SocketAddr, id: Id, payload: Value) {
    let signer = Signer { key: shared.lock().application.key.clone(), skew: 0 };
    let sent = tokio::time::timeout(FIRST_REPLY, signer.post(address, payload.to_string())).await;
    let failed = match sent {
        Err(_) => Some("no answer in time".to_owned()),
        Ok(Err(error)) => Some(format!("no answer: {error}")),
        Ok(Ok(answer)) => take(&shared, id, &answer),
    };
    shared.change(|world| {
        if let (Some(why), Some(interaction)) = (failed, world.interactions.get_mut(id)) {
            interaction.failed = Some(why);
        }
    });
}

/// Takes the answer; returns why the interaction failed, if it did.
fn take(shared: &Shared, id: Id, answer: &Answer) -> Option<String> {
    if answer.status != 200 {
        return Some(format!("status {}", answer.status));
    }
    let typed = answer.header("content-type").is_some_and(|kind| kind.starts_with("application/json"));
    let body = answer.json();
    let mut faults = Vec::new();
    if !typed {
        faults.push("the content type is not JSON".to_owned());
    }
    if shared.checks() {
        faults.extend(super::openapi::faults(super::Route::Callback, "POST", &body));
        faults.extend(super::second::faults(super::Route::Callback, "POST", &body));
    }
    shared.change(|world| {
        let request = super::record::Request {
            route: super::Route::Callback,
            method: "RESPONSE".to_owned(),
            path: "endpoint".to_owned(),
            body: body.clone(),
            status: answer.status,
        };
        world.record.add(request);
        let result = callback::first_reply(world, id, &body);
        let refused = result.err().map(|refusal| {
            faults.extend(refusal.broken.then(|| refusal.why()));
            refusal.why()
        });
        let violation = |why| Violation { request: "the endpoint's answer".to_owned(), code: 0, why };
        world.violations.extend(faults.into_iter().map(violation));
        refused
    })
}

/// Forwards connections to several addresses in turn, one after the other, as a load balancer does.
pub async fn forward(to: Vec<SocketAddr>) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    tokio::spawn(async move {
        for target in to.iter().cycle() {
            let Ok((mut near, _)) = listener.accept().await else { continue };
            let target = *target;
            tokio::spawn(async move {
                if let Ok(mut far) = TcpStream::connect(target).await {
                    let _ = tokio::io::copy_bidirectional(&mut near, &mut far).await;
                }
            });
        }
    });
    address
}
