//! # invalid-value
//!
//! A field holds something that it cannot hold: a list where a text belongs, a date that no calendar
//! has, a state that does not exist, a text that is empty.
//!
//! **Why.** Kyr would have to guess what was meant, and it never guesses.
//!
//! **What to do.** The message names what is allowed. Write dates as `2026-11-21`, put texts in double
//! quotes, and begin each item of a list with `- `. Remove a field that you want to leave empty.
