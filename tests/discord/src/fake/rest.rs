//! The REST API: which call is which, who may make it, and what is ordered to go wrong.
//! It must not know the rules of the calls themselves.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use serde_json::{Value, json};

use super::faults::Fault;
use super::ids::Id;
use super::message::Message;
use super::record::Request;
use super::refusal::{Refusal, Violation};
use super::routes::Route;
use super::shared::Shared;
use super::world::World;
use super::{bots, callback, channels, openapi, second, webhooks};

const BASE: &str = "/api/v10/";
/// So many requests a second, callbacks not counted.
const A_SECOND: usize = 50;

type Response = hyper::Response<Full<Bytes>>;

/// The connection ends without an answer.
#[derive(Debug)]
pub struct Cut;

impl std::fmt::Display for Cut {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str("the connection was cut")
    }
}

impl std::error::Error for Cut {}

/// A request as it came.
struct Call {
    route: Route,
    method: String,
    /// Below the base, with the query.
    path: String,
    authorization: Option<String>,
    agent: String,
    json: bool,
    body: Result<Value, Refusal>,
}

impl Call {
    fn steps(&self) -> Vec<&str> {
        self.path.split('?').next().unwrap_or_default().split('/').collect()
    }

    fn asks(&self, wanted: &str) -> bool {
        self.path.split_once('?').is_some_and(|(_, query)| query.split('&').any(|part| part == wanted))
    }
}

/// Answers one request, or cuts the connection.
pub async fn answer(shared: Arc<Shared>, request: hyper::Request<Incoming>) -> Result<Response, Cut> {
    let call = read(request).await?;
    let fault = shared.lock().faults.take(call.route);
    let response = match fault {
        Some(Fault::CutBefore) => Err(Cut),
        Some(Fault::RateLimited { retry_after, global }) => Ok(rate_limited(retry_after, global)),
        Some(Fault::Banned { retry_after }) => Ok(banned(retry_after)),
        Some(Fault::Status(status)) => Ok(broken(status)),
        Some(Fault::CutAfter) => {
            if let Some(made) = made(process(&shared, &call)).await {
                shared.change(|world| world.unheard.insert(made));
            }
            Err(Cut)
        }
        Some(Fault::Slow(time)) => {
            let response = process(&shared, &call);
            tokio::time::sleep(time).await;
            response
        }
        None => process(&shared, &call),
    };
    let response = response.map(|response| dated(response, shared.lock().date_ahead));
    let status = response.as_ref().map_or(0, |response| response.status().as_u16());
    let Call { route, method, path, body, .. } = call;
    let request = Request { route, method, path, body: body.unwrap_or_default(), status };
    shared.change(|world| world.record.add(request));
    response
}

/// The id in an answer.
async fn made(response: Result<Response, Cut>) -> Option<Id> {
    let body = response.ok()?.into_body().collect().await.ok()?.to_bytes();
    let body: Value = serde_json::from_slice(&body).ok()?;
    body["id"].as_str()?.parse().ok()
}

async fn read(request: hyper::Request<Incoming>) -> Result<Call, Cut> {
    let (parts, body) = request.into_parts();
    let body = body.collect().await.map_err(|_| Cut)?.to_bytes();
    let header = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let whole = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    let path = whole.strip_prefix(BASE).unwrap_or(whole).to_owned();
    let method = parts.method.to_string();
    let steps: Vec<&str> = path.split('?').next().unwrap_or_default().split('/').collect();
    let route = if whole.starts_with(BASE) { Route::of(&method, &steps) } else { Route::Other };
    Ok(Call {
        route,
        authorization: header("authorization"),
        agent: header("user-agent").unwrap_or_default(),
        json: header("content-type").is_some_and(|kind| kind.starts_with("application/json")),
        body: match body.is_empty() {
            true => Ok(Value::Null),
            false => serde_json::from_slice(&body).map_err(|_| Refusal::of(Refusal::INVALID_JSON)),
        },
        method,
        path,
    })
}

/// Checks and carries out a request.
fn process(shared: &Shared, call: &Call) -> Result<Response, Cut> {
    let mut faults = Vec::new();
    if let Ok(body) = &call.body
        && shared.checks()
    {
        faults.extend(openapi::faults(call.route, &call.method, body));
        faults.extend(second::faults(call.route, &call.method, body));
    }
    if !call.agent.starts_with("DiscordBot (") {
        faults.push(format!("the User-Agent {:?} is not `DiscordBot (url, version)`", call.agent));
    }
    let outcome = shared.change(|world| {
        let outcome = permitted(world, call).and_then(|()| carry_out(world, call));
        let request = format!("{} {}", call.method, call.route_path());
        for why in faults {
            world.violations.push(Violation { request: request.clone(), code: 0, why });
        }
        match &outcome {
            Err(refusal) if refusal.broken => {
                world.violations.push(Violation { request, code: refusal.code, why: refusal.why() });
            }
            Err(refusal) => world.refusals.push((refusal.status, refusal.code)),
            Ok(_) => {}
        }
        outcome
    });
    Ok(match outcome {
        Ok((status, body)) => respond(status, &body, &[("x-ratelimit-limit", "50"), ("x-ratelimit-remaining", "49")]),
        Err(refusal) if refusal.status == 429 => rate_limited(0.2, true),
        Err(refusal) => respond(refusal.status, &refusal.body(), &[]),
    })
}

impl Call {
    /// The path without ids and tokens, for what is printed.
    fn route_path(&self) -> String {
        let long = |step: &&str| step.len() > 15 || step.bytes().all(|byte| byte.is_ascii_digit());
        let steps = self.steps();
        steps.iter().map(|step| if long(step) { "…" } else { step }).collect::<Vec<_>>().join("/")
    }
}

fn permitted(world: &mut World, call: &Call) -> Result<(), Refusal> {
    if !call.route.needs_authorization() {
        return Ok(());
    }
    if call.authorization.as_deref() != Some(&format!("Bot {}", world.application.token)) {
        return Err(Refusal::unauthorized());
    }
    let now = world.clock.now();
    world.asked_at.retain(|at| now.saturating_duration_since(*at) < Duration::from_secs(1));
    if world.limits_rate && world.asked_at.len() >= A_SECOND {
        return Err(Refusal { status: 429, broken: false, ..Refusal::of(Refusal::NOT_FOUND) });
    }
    world.asked_at.push_back(now);
    Ok(())
}

/// The status and body of the answer.
fn carry_out(world: &mut World, call: &Call) -> Result<(u16, Value), Refusal> {
    let body = call.body.as_ref().map_err(Clone::clone)?;
    if !body.is_null() && !call.json {
        return Err(Refusal::form("_misc", "CONTENT_TYPE_INVALID", "Expected \"Content-Type\" header to be JSON."));
    }
    let shown = |message: Message| (200, message.body().clone());
    let done = |()| (204, Value::Null);
    if call.route == Route::Other && !matches!(call.steps()[..], ["users", ..] | ["channels", _] | ["oauth2", ..]) {
        return Err(Refusal::of(Refusal::NOT_FOUND));
    }
    match (call.method.as_str(), call.steps().as_slice()) {
        ("GET", ["applications" | "oauth2", .., "@me"]) => Ok((200, world.application.body())),
        ("GET", ["users", "@me"]) => Ok((200, world.application.user())),
        ("POST", ["users", "@me", "channels"]) => Ok((200, bots::direct(world, body)?)),
        (_, ["applications", application, ..]) if *application != world.application.id.to_string() => {
            Err(Refusal::of(Refusal::NOT_YOUR_APPLICATION))
        }
        ("GET", ["applications", _, "commands"]) => {
            Ok((200, world.commands.list(call.asks("with_localizations=true"))))
        }
        ("PUT", ["applications", _, "commands"]) => {
            let application = world.application.id;
            Ok((200, world.commands.replace(body, application)?))
        }
        ("GET", ["gateway"]) => Ok((200, json!({"url": world.gateways[0]}))),
        ("GET", ["gateway", "bot"]) => Ok((200, bots::gateway(world))),
        ("POST", ["interactions", id, token, "callback"]) => {
            let known = world.interactions.by_token(token).filter(|known| known.to_string() == *id);
            let id = known.ok_or_else(|| Refusal::of(Refusal::UNKNOWN_INTERACTION))?;
            let message = callback::first_reply(world, id, body)?;
            if !call.asks("with_response=true") {
                return Ok((204, Value::Null));
            }
            let message = message.map_or(Value::Null, |message| message.body().clone());
            let resource = json!({"type": body["type"], "message": message});
            Ok((200, json!({"interaction": {"id": id.to_string(), "type": 2}, "resource": resource})))
        }
        ("POST", ["webhooks", application, token]) => webhooks::follow_up(world, application, token, body).map(shown),
        ("PATCH", ["webhooks", application, token, "messages", message]) => {
            webhooks::change(world, application, token, message, body).map(shown)
        }
        ("GET", ["webhooks", application, token, "messages", message]) => {
            webhooks::show(world, application, token, message).map(shown)
        }
        ("DELETE", ["webhooks", application, token, "messages", message]) => {
            webhooks::delete(world, application, token, message).map(done)
        }
        ("POST", ["channels", channel, "messages"]) => channels::post(world, channel, body).map(shown),
        ("PATCH", ["channels", channel, "messages", message]) => {
            channels::change(world, channel, message, body).map(shown)
        }
        ("DELETE", ["channels", channel, "messages", message]) => channels::delete(world, channel, message).map(done),
        ("POST", ["channels", channel, "typing"]) => channels::typing(world, channel).map(done),
        ("GET", ["channels", channel]) => Ok((200, channels::show(world, channel)?)),
        _ => Err(Refusal::of(Refusal::NOT_FOUND)),
    }
}

fn respond(status: u16, body: &Value, headers: &[(&str, &str)]) -> Response {
    let text = if status == 204 { String::new() } else { body.to_string() };
    let kind = if status == 204 { "text/html; charset=utf-8" } else { "application/json" };
    built(status, kind, text, headers)
}

fn built(status: u16, kind: &str, text: String, headers: &[(&str, &str)]) -> Response {
    let mut response = hyper::Response::builder().status(status).header("content-type", kind);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(Full::new(text.into())).expect("a response of known parts")
}

fn rate_limited(retry_after: f64, global: bool) -> Response {
    let seconds = (retry_after.ceil() as u64).to_string();
    let scope = if global { "global" } else { "user" };
    let mut headers = vec![("retry-after", seconds.as_str()), ("x-ratelimit-scope", scope)];
    if global {
        headers.push(("x-ratelimit-global", "true"));
    }
    let message = "You are being rate limited.";
    respond(429, &json!({"message": message, "retry_after": retry_after, "global": global}), &headers)
}

fn banned(retry_after: u64) -> Response {
    let seconds = retry_after.to_string();
    built(429, "text/plain; charset=UTF-8", "error code: 1015".to_owned(), &[("retry-after", &seconds)])
}

/// With a Date of its own, when the clock is to be wrong.
fn dated(mut response: Response, ahead: i64) -> Response {
    if ahead != 0 {
        let date = jiff::Timestamp::now() + jiff::SignedDuration::from_secs(ahead);
        let date = date.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
        response.headers_mut().insert("date", date.parse().expect("a header"));
    }
    response
}

fn broken(status: u16) -> Response {
    if status == 500 {
        return respond(status, &json!({"message": "500: Internal Server Error", "code": 0}), &[]);
    }
    built(status, "text/html", format!("<html><title>{status}</title></html>"), &[])
}
