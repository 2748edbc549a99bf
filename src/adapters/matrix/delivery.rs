//! Answers on their way: sent beside each other and again when that is needed, remembered when they are out,
//! with read receipts behind them. It must not know what an answer says.

use std::sync::Arc;
use std::time::Duration;

use matrix_sdk::Room;
use matrix_sdk::ruma::EventId;
use matrix_sdk::ruma::api::client::receipt::create_receipt::v3::ReceiptType;
use matrix_sdk::ruma::events::receipt::ReceiptThread;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep_until};

use super::NAME;
use super::ledger::{Answered, Ledger, Own};
use super::outbound::{self, Target};
use super::send::{self, Typing};
use super::shared::Shared;
use super::turns::Turns;
use crate::engine::Reply;
use crate::metrics::Fault;

/// Answers on their way at once in one room.
const SENDING: usize = 64;
/// Read receipts are gathered for so long, and until the answers are out.
const RECEIPT: Duration = Duration::from_secs(2);

/// A reply that has been sent, or has failed for good.
struct Sent {
    cause: String,
    target: Target,
    reply: Reply,
    message: Option<String>,
}

pub struct Delivery {
    shared: Arc<Shared>,
    room: Room,
    pub ledger: Ledger,
    sending: JoinSet<Option<Sent>>,
    turns: Arc<Turns>,
    pub typing: Typing,
    /// The newest event that a read receipt is due for, and when to send it.
    receipt: Option<(String, Instant)>,
    /// When the event arrived that is being answered.
    pub arrived: std::time::Instant,
}

impl Delivery {
    pub fn new(shared: Arc<Shared>, room: Room) -> Self {
        let turns = Arc::new(Turns::new(shared.sending.clone()));
        Self {
            shared,
            room,
            ledger: Ledger::default(),
            sending: JoinSet::new(),
            turns,
            typing: Typing::default(),
            receipt: None,
            arrived: std::time::Instant::now(),
        }
    }

    /// Sends a reply in the background; `cause` is the event that it is owed to.
    pub async fn send(&mut self, cause: &str, purpose: &'static str, target: Target, reply: Reply) {
        while self.sending.len() >= SENDING {
            self.one_sent().await;
        }
        if let Some(root) = &target.thread {
            self.ledger.threads.put(root, true);
        }
        self.ledger.note_said(&reply.document);
        self.receipt_for(cause);
        let (room, cause, give_up) = (self.room.clone(), cause.to_owned(), self.shared.give_up());
        let turns = self.turns.clone();
        let (typing, shared, arrived) = (self.typing.clone(), self.shared.clone(), self.arrived);
        self.sending.spawn(async move {
            let message = typing.during(&room, deliver(&room, &turns, &cause, purpose, &target, &reply, give_up)).await;
            match message {
                Some(_) if purpose == "answer" => shared.bot.metrics().took(NAME, arrived.elapsed()),
                Some(_) => {}
                None => shared.bot.metrics().fault(Fault::Undelivered),
            }
            Some(Sent { cause, target, reply, message })
        });
    }

    /// Gives an answer that is out a new text.
    pub fn send_edit(&mut self, edit: &str, answered: Answered, target: &Target, reply: Reply) {
        let Some(content) = outbound::messages(&reply, target).into_iter().next() else { return };
        self.know_own(&answered.answer, Own::of(reply, answered.thread));
        self.receipt_for(edit);
        let content = outbound::edit(content, &answered.answer);
        let (room, turns) = (self.room.clone(), self.turns.clone());
        let (transaction, give_up) = (send::transaction("edit", edit, 0), self.shared.give_up());
        self.sending.spawn(async move {
            if let Err(fault) = send::send(&room, &turns, "m.room.message", &content, transaction, give_up).await {
                tracing::warn!("matrix: an answer could not be changed: {fault}");
            }
            None
        });
    }

    /// Remembers a message of Kyr's.
    pub fn know_own(&mut self, message: &str, own: Own) {
        if let Some(root) = &own.thread {
            self.ledger.threads.put(root, true);
        }
        self.ledger.own.put(message, Some(own));
    }

    /// Waits for the next thing to do here, and does it. May be dropped while it waits.
    pub async fn tend(&mut self) {
        let due = self.receipt.as_ref().map(|(_, due)| *due).filter(|_| self.sending.is_empty());
        tokio::select! {
            Some(sent) = self.sending.join_next() => self.record(sent.ok().flatten()),
            () = sleep_until(due.unwrap_or_else(Instant::now)), if due.is_some() => self.send_receipt(),
            else => std::future::pending().await,
        }
    }

    /// Waits until everything is sent.
    pub async fn settle(&mut self) {
        while !self.sending.is_empty() {
            self.one_sent().await;
        }
    }

    /// Waits until every answer is sent, and sends off the last receipt.
    pub async fn finish(&mut self) {
        self.settle().await;
        self.send_receipt();
    }

    async fn one_sent(&mut self) {
        let sent = self.sending.join_next().await;
        self.record(sent.and_then(Result::ok).flatten());
    }

    fn record(&mut self, sent: Option<Sent>) {
        let Some(Sent { cause, target, reply, message: Some(message) }) = sent else { return };
        self.know_own(&message, Own::of(reply, target.thread.clone()));
        self.ledger.answered.put(&cause, Answered { answer: message, thread: target.thread });
    }

    fn receipt_for(&mut self, event: &str) {
        let due = self.receipt.take().map_or_else(|| Instant::now() + RECEIPT, |(_, due)| due);
        self.receipt = Some((event.to_owned(), due));
    }

    fn send_receipt(&mut self) {
        let Some((event, _)) = self.receipt.take() else { return };
        let (room, Ok(event)) = (self.room.clone(), EventId::parse(event)) else { return };
        tokio::spawn(async move {
            // Nobody waits for it: the next one makes up for a lost one.
            let _ = room.send_single_receipt(ReceiptType::Read, ReceiptThread::Unthreaded, event).await;
        });
    }
}

/// Sends all pages of a reply and the reactions under it; gives the id of the last page.
async fn deliver(
    room: &Room,
    turns: &Turns,
    cause: &str,
    purpose: &str,
    target: &Target,
    reply: &Reply,
    give_up: Instant,
) -> Option<String> {
    let mut last = None;
    for (number, content) in outbound::messages(reply, target).iter().enumerate() {
        let transaction = send::transaction(purpose, cause, number);
        match send::send(room, turns, "m.room.message", content, transaction, give_up).await {
            Ok(id) => last = Some(id),
            Err(fault) => {
                tracing::warn!("matrix: an answer could not be sent: {fault}");
                return last;
            }
        }
    }
    for (number, content) in outbound::reactions(reply, last.as_deref()?).iter().enumerate() {
        let transaction = send::transaction("reaction", cause, number);
        // The numbers can be written too.
        let _ = send::send(room, turns, "m.reaction", content, transaction, give_up).await;
    }
    last
}
