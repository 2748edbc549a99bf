//! A small Discord that keeps the rules of the large one: its REST API, its gateway, and the people who write.
//!
//! ```text
//! let discord = Discord::start().await;
//! let guild = discord.guild("en-US");
//! let channel = discord.channel(guild, "general");
//! let ana = discord.person("ana", "es-ES");
//! let reply = ana.command(channel, "ask", json!({"question": "…"})).reply().await;
//! ```
//!
//! It must not know which program it serves.

mod application;
mod bots;
mod callback;
mod channels;
mod clock;
mod command_rules;
mod commands;
mod component_rules;
mod discord;
mod endpoint;
mod exchange;
mod faults;
mod form;
mod frames;
mod gateway;
mod history;
mod http;
mod ids;
mod intents;
mod interactions;
mod locales;
mod message;
mod message_rules;
mod openapi;
mod payloads;
mod person;
mod posts;
mod record;
mod refusal;
mod rest;
mod routes;
mod second;
mod sessions;
mod shared;
mod tally;
mod webhooks;
mod world;

pub use application::Application;
pub use discord::Discord;
pub use endpoint::{Signer, forward};
pub use exchange::{Exchange, Said};
pub use faults::Fault;
pub use http::{Answer, send};
pub use ids::{Id, snowflake, token};
pub use interactions::Interaction;
pub use message::{Button, Message, Reply, Select};
pub use openapi::against;
pub use person::{Person, Say};
pub use record::Request;
pub use refusal::Violation;
pub use routes::Route;
pub use tally::Fate;
pub use world::Place;
