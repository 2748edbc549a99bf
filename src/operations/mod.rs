//! What the machine sees on which `kyr run` runs: its log, its state for the service manager, its counts and its health
//! over HTTP, little memory, and none of it on the disk after a crash. It must not know questions, answers or a platform.

pub mod arena;
pub mod dumps;
pub mod http;
pub mod log;
pub mod notify;
