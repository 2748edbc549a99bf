//! # missing-file
//!
//! The folder has no `pack.yaml`.
//!
//! **Why.** `pack.yaml` says which languages are served and in which order topics are listed; without
//! it there is no pack. Most often the wrong folder was given.
//!
//! **What to do.** Give the folder that holds `pack.yaml`: `kyr check FOLDER`. For a new pack, begin
//! with a copy of the shipped one.
