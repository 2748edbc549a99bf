//! Sending an event until it is there, once. It must not know what the event says.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use matrix_sdk::Room;
use matrix_sdk::ruma::OwnedTransactionId;
use serde_json::Value;
use sha2::{Digest, Sha256};
use tokio::time::{Instant, sleep};

use super::fault::Fault;
use super::turns::Turns;

/// After this long a person sees that Kyr is typing.
const SLOW: Duration = Duration::from_millis(700);
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(20);

/// The id under which the homeserver knows a sending: the same for the same purpose and cause, so that
/// what is sent again after a broken connection or a restart is not there twice.
pub fn transaction(purpose: &str, cause: &str, number: usize) -> OwnedTransactionId {
    let hash = Sha256::digest(format!("{purpose}\n{cause}\n{number}"));
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    format!("kyr-{hex}").into()
}

/// Sends when it is its turn, and tries again after what passes, until `give_up`. Gives the new event's id.
pub async fn send(
    room: &Room,
    turns: &Turns,
    kind: &str,
    content: &Value,
    transaction: OwnedTransactionId,
    give_up: Instant,
) -> Result<String, Fault> {
    let mut pause = FIRST_PAUSE;
    loop {
        // Given back between two tries: a room that cannot be sent to must not hold up the others.
        let turn = turns.take().await;
        let sent = room.send_raw(kind, content.clone()).with_transaction_id(&transaction).await;
        drop(turn);
        let fault = match sent {
            Ok(sent) => return Ok(sent.response.event_id.to_string()),
            Err(error) => Fault::from(error),
        };
        if !fault.passing || Instant::now() + pause >= give_up {
            return Err(fault);
        }
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}

/// Whether people of a room see that Kyr is typing: one notice for all that is being done there, because
/// every notice costs the homeserver as much as a message.
#[derive(Clone, Debug, Default)]
pub struct Typing(Arc<Shown>);

#[derive(Debug, Default)]
struct Shown {
    working: AtomicUsize,
    shown: AtomicBool,
}

impl Typing {
    /// Does `work`; if it takes long, people see that Kyr is typing until all work in the room is done.
    pub async fn during<T>(&self, room: &Room, work: impl Future<Output = T>) -> T {
        let Shown { working, shown } = &*self.0;
        working.fetch_add(1, Ordering::SeqCst);
        let done = {
            tokio::pin!(work);
            tokio::select! {
                done = &mut work => done,
                () = sleep(SLOW) => {
                    // That the notice cannot be sent is no reason to do anything else.
                    let notice = async { if !shown.swap(true, Ordering::SeqCst) { let _ = room.typing_notice(true).await; } };
                    tokio::join!(work, notice).0
                }
            }
        };
        if working.fetch_sub(1, Ordering::SeqCst) == 1 && shown.swap(false, Ordering::SeqCst) {
            let _ = room.typing_notice(false).await;
        }
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_transaction_is_the_same_for_the_same_cause_only() {
        assert_eq!(transaction("answer", "$q", 0), transaction("answer", "$q", 0));
        assert_ne!(transaction("answer", "$q", 0), transaction("answer", "$q", 1));
        assert_ne!(transaction("answer", "$q", 0), transaction("reaction", "$q", 0));
    }
}
