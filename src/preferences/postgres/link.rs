//! A connection to a PostgreSQL that comes back by itself. It must not know what is asked over it.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, timeout, timeout_at};
use tokio_postgres::{Client, Config};
use tokio_postgres_rustls::MakeRustlsConnect;
use tokio_util::sync::CancellationToken;

use super::address::Address;
use super::fault::Fault;
use super::{PATIENCE, tables};

/// Between two tries to connect: doubled from the first to the last.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// How it is with the connection.
#[derive(Clone)]
pub enum State {
    /// The first try after a loss: worth waiting for.
    Connecting,
    Up(Up),
    /// The last try failed. There is no use in waiting for the next.
    Down(Fault),
}

#[derive(Clone)]
pub struct Up {
    client: Arc<Client>,
    /// Cancelled by whoever finds that nothing answers any more.
    silent: CancellationToken,
}

/// The end that asks; clones share the connection.
#[derive(Clone)]
pub struct Link {
    pub address: Address,
    pub state: watch::Receiver<State>,
}

impl Link {
    /// Begins to connect. Must be called in a runtime; ends with it.
    pub fn open(address: Address, tls: MakeRustlsConnect) -> Self {
        let (sender, state) = watch::channel(State::Connecting);
        tokio::spawn(keep(address.clone(), tls, sender));
        Self { address, state }
    }

    /// Asks, and once more for as long as there is time if the connection breaks meanwhile: a server that restarts
    /// is not an outage. `work` must be such that twice is the same as once.
    pub async fn ask<T>(mut self, work: impl AsyncFn(&Client) -> Result<T, tokio_postgres::Error>) -> Result<T, Fault> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let connected = timeout_at(deadline, self.up()).await;
            let Up { client, silent } = connected.map_err(|_| Fault::silent(&self.address))??;
            let Ok(answered) = timeout_at(deadline, work(&client)).await else {
                silent.cancel();
                return Err(Fault::silent(&self.address));
            };
            let error = match answered {
                Ok(value) => return Ok(value),
                Err(error) => error,
            };
            let fault = Fault::explain(&error, &self.address);
            let ended =
                error.is_closed() || error.as_db_error().is_none_or(|said| said.code().code().starts_with("57P"));
            if !ended {
                return Err(fault);
            }
            // Not the same connection again.
            let gone = |state: &State| !matches!(state, State::Up(now) if Arc::ptr_eq(&now.client, &client));
            if timeout_at(deadline, self.state.wait_for(gone)).await.is_err() {
                return Err(fault);
            }
        }
    }

    /// The connection, when it is there.
    async fn up(&mut self) -> Result<Up, Fault> {
        let known = self.state.wait_for(|state| !matches!(state, State::Connecting)).await;
        match known.as_deref() {
            Ok(State::Up(up)) => Ok(up.clone()),
            Ok(State::Down(fault)) => Err(fault.clone()),
            _ => Err(Fault::passing("the connection to the database is closed")),
        }
    }
}

/// Connects, and again whenever the connection is lost, until nobody can ask any more.
async fn keep(address: Address, tls: MakeRustlsConnect, state: watch::Sender<State>) {
    let mut pause = FIRST_PAUSE;
    while !state.is_closed() {
        let connected = timeout(PATIENCE, connect(&address.0, tls.clone())).await;
        let fault = match connected {
            Ok(Ok((client, mut driver))) => {
                let silent = CancellationToken::new();
                state.send_replace(State::Up(Up { client: Arc::new(client), silent: silent.clone() }));
                let fault = tokio::select! {
                    _ = &mut driver.0 => None,
                    () = silent.cancelled() => Some(Fault::silent(&address)),
                };
                match fault {
                    // Trying at once would make everybody wait for the silence again.
                    Some(fault) => fault,
                    None => {
                        pause = FIRST_PAUSE;
                        state.send_replace(State::Connecting);
                        continue;
                    }
                }
            }
            Ok(Err(error)) => Fault::explain(&error, &address),
            Err(_) => Fault::silent(&address),
        };
        state.send_replace(State::Down(fault));
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Moves a connection's bytes; dropped, it ends.
struct Driver(JoinHandle<()>);

impl Drop for Driver {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn connect(config: &Config, tls: MakeRustlsConnect) -> Result<(Client, Driver), tokio_postgres::Error> {
    let (client, connection) = config.connect(tls).await?;
    let driver = Driver(tokio::spawn(async move { drop(connection.await) }));
    tables::make(&client).await?;
    Ok((client, driver))
}
