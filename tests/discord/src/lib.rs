//! A faithful small Discord (`fake`), and Kyr as its operator sees it (`harness`).
//!
//! The tests of both stand in `tests/`. Nothing here may name the crate `kyr`: it is seen from outside, as a process.

pub mod fake;
pub mod harness;
