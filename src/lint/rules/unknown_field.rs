//! # unknown-field
//!
//! A file has a field that Kyr does not know, most often a slip of the pen.
//!
//! **Why.** An unknown field would be dropped silently, and with it what somebody meant to say.
//!
//! **What to do.** Correct the name; the message lists the names that are known at this place.
