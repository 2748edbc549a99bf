//! Kyr.
pub mod adapters;
pub mod bot;
pub mod cli;
pub mod content;
pub mod diagnostic;
pub mod engine;
pub mod locale;
