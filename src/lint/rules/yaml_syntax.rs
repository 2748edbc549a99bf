//! # yaml-syntax
//!
//! A file is not YAML: a quote that is never closed, a line that is indented too much or too little,
//! or a field that stands twice.
//!
//! **Why.** Nothing of the file can be read, so its text would be missing.
//!
//! **What to do.** Look at the line in the message and at the one before. Put texts that hold a colon,
//! a quote or a `#` in double quotes, and indent with spaces, never with tabs. A field that stands
//! twice: keep one.
