//! What the machine sees on which `kyr run` runs: its log, its state for the service manager, its counts and its health
//! over HTTP, no memory on the disk after a crash, and how much of it is held. It must not know questions, answers or a platform.

pub mod dumps;
pub mod http;
pub mod log;
pub mod notify;
pub mod residency;
