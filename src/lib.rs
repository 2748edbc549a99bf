//! Kyr.
pub mod adapters;
pub mod bot;
pub mod cli;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod engine;
pub mod lint;
pub mod locale;
