//! Places where people talk to Kyr. An adapter knows its platform and the bot, never another adapter,
//! the pack's files or the lints.

pub mod console;
