//! # missing-field
//!
//! A file or a record lacks a field that it must have: a text without `answer`, a topic without
//! `reviewed`, a directory entry with neither `phone` nor `url`.
//!
//! **Why.** Without it the answer would be incomplete, or nobody could tell how old it is.
//!
//! **What to do.** Add the field that the message names. If the record is not needed, remove it whole.
