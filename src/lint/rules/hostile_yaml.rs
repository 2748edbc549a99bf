//! # hostile-yaml
//!
//! A file uses parts of YAML that a pack never needs, or more of them than any pack needs: anchors
//! and aliases (`&name`, `*name`), more than 8 levels, more than 1 MiB, or several documents.
//!
//! **Why.** Such a file can be built to use up a server's memory. Kyr stops reading instead.
//!
//! **What to do.** Write values out instead of naming them with `&` and `*`. A text that begins with
//! `&` or `*` belongs in double quotes. Split a file that is too large.
