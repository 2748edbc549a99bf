//! Places where people talk to Kyr. An adapter knows its platform and the bot, never another adapter,
//! the pack's files or the lints.

#[cfg(feature = "service")]
mod clock;
pub mod console;
#[cfg(feature = "service")]
pub mod deadline;
#[cfg(feature = "discord")]
pub mod discord;
#[cfg(feature = "service")]
pub mod health;
#[cfg(feature = "matrix")]
pub mod matrix;
#[cfg(feature = "service")]
mod patience;
mod wrap;

#[cfg(feature = "service")]
pub use service::{Adapter, Room};

#[cfg(feature = "service")]
mod service {
    use std::sync::Arc;

    use futures_util::future::BoxFuture;
    use tokio_util::sync::CancellationToken;

    use crate::bot::Bot;
    use crate::content::Region;
    use crate::locale::Locale;

    /// What rooms are set to that set nothing themselves.
    #[derive(Clone, Debug, Default)]
    pub struct Room {
        pub locale: Option<Locale>,
        pub region: Option<Region>,
    }

    /// A platform that Kyr serves for as long as the program runs.
    pub trait Adapter: Send {
        /// The name of its section in the configuration, also used in logs.
        fn name(&self) -> &'static str;

        /// Serves until `stop`, then finishes what it was answering. An error means that it cannot go on
        /// and says what the operator can do; whatever passes by itself is waited for inside.
        fn run(self: Box<Self>, bot: Arc<Bot>, stop: CancellationToken) -> BoxFuture<'static, anyhow::Result<()>>;
    }
}
