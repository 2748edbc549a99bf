//! Preferences in a PostgreSQL, which any number of replicas may share. Asking never takes longer than [`PATIENCE`];
//! while the server is away it fails at once. It must not know what is kept.

mod address;
mod fault;
mod link;
mod tables;

use std::sync::mpsc;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use tokio::runtime::{Builder, Handle, Runtime, RuntimeFlavor};
use tokio::task::block_in_place;
use tokio::time::timeout;

use super::{Key, Store};
pub use address::Address;
use fault::Fault;
use link::{Link, State};

/// Below the two seconds after which a platform is told to wait.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// Between two looks whether trying is still wanted.
const LOOK: Duration = Duration::from_millis(100);

/// The connection has a thread of its own: those that ask may all be blocked, waiting for it.
pub struct Postgres {
    link: Link,
    runtime: Option<Runtime>,
}

impl Postgres {
    /// Connects, and makes the tables where they are missing. Must not be called on a runtime's thread.
    ///
    /// # Errors
    /// Says what the operator can do. What may pass by itself is tried again as long as `patient` says so.
    pub fn open(address: &Address, patient: impl Fn() -> bool) -> Result<Self> {
        let mut runtime = Builder::new_multi_thread();
        let runtime =
            runtime.worker_threads(1).max_blocking_threads(2).thread_name("kyr-database").enable_all().build();
        let runtime = runtime.context("cannot start a thread for the database")?;
        let tls = address.tls().context("cannot prepare for TLS")?;
        let connecting = async { Link::open(address.clone(), tls) };
        let link = runtime.block_on(connecting);
        let connected = runtime.block_on(connected(link.clone(), patient));
        // First, so that the thread ends with an error, too.
        let store = Self { link, runtime: Some(runtime) };
        connected.map(|()| store).with_context(|| format!("the database {address}"))
    }

    fn ask<T: Send + 'static>(&self, question: impl Future<Output = Result<T, Fault>> + Send + 'static) -> Result<T> {
        let (give, take) = mpsc::sync_channel(1);
        let runtime = self.runtime.as_ref().context("the database is closed")?;
        runtime.spawn(async move { give.send(question.await) });
        let answer = wait(|| take.recv()).map_err(|_| anyhow!("the connection's thread has ended"))?;
        answer.with_context(|| format!("the database {}", self.link.address))
    }
}

/// Until the connection is there.
async fn connected(mut link: Link, patient: impl Fn() -> bool) -> Result<(), Fault> {
    let mut said = false;
    loop {
        match &*link.state.borrow_and_update() {
            State::Up(_) => return Ok(()),
            State::Down(fault) if !fault.passing || !patient() => return Err(fault.clone()),
            State::Down(fault) if !said => {
                tracing::warn!("preferences: {fault}; trying again");
                said = true;
            }
            State::Down(_) | State::Connecting => {}
        }
        let _ = timeout(LOOK, link.state.changed()).await;
    }
}

/// On a worker of a runtime, others take over its tasks meanwhile.
fn wait<T>(work: impl FnOnce() -> T) -> T {
    let worker = Handle::try_current().is_ok_and(|runtime| runtime.runtime_flavor() == RuntimeFlavor::MultiThread);
    if worker { block_in_place(work) } else { work() }
}

/// The last one to hold the store may be a task, where a runtime must not be waited for.
impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Store for Postgres {
    fn get(&self, key: &Key) -> Result<Option<Vec<u8>>> {
        let key = *key;
        self.ask(self.link.clone().ask(async move |client| tables::get(client, &key).await))
    }

    fn put(&self, key: &Key, value: &[u8]) -> Result<()> {
        let (key, value) = (*key, value.to_vec());
        self.ask(self.link.clone().ask(async move |client| tables::put(client, &key, &value).await))
    }

    fn remove(&self, key: &Key) -> Result<()> {
        let key = *key;
        self.ask(self.link.clone().ask(async move |client| tables::remove(client, &key).await))
    }

    fn count(&self) -> Result<u64> {
        let count = self.ask(self.link.clone().ask(async |client| tables::count(client).await))?;
        Ok(count.unsigned_abs())
    }

    fn mark(&self) -> Result<Option<Key>> {
        let mark = self.ask(self.link.clone().ask(async |client| tables::mark(client).await))?;
        mark.map(|mark| mark.try_into().map_err(|_| anyhow!("the table kyr_mark is damaged"))).transpose()
    }

    fn claim(&self, mark: &Key) -> Result<Key> {
        let own = *mark;
        self.ask(self.link.clone().ask(async move |client| tables::claim(client, &own).await))?;
        self.mark()?.context("the table kyr_mark is empty")
    }
}
