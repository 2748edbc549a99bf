//! The fake Discord against clients of its own: what it refuses, and how its gateway behaves.
//! Nothing here knows Kyr.

mod client;
mod commands;
mod description;
mod endpoint;
mod faults;
mod gateway;
mod interactions;
mod messages;
mod socket;
