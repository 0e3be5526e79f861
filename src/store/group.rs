//! One thread that writes waiting submissions and commits them together, on either database.
//!
//! While one commit syncs, the next submissions gather; no timer is needed and an idle system keeps the latency of a
//! single commit. Refuses more than `QUEUE` waiting submissions: a full queue answers "not saved" instead of growing.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, channel, sync_channel};
use std::thread::JoinHandle;

use super::conn::{Address, Db};
use super::error::Error;
use super::taking::{take_in_alone, take_in_new};
use crate::domain::report::{Accepted, SealedIntake};

/// Submissions that may wait.
const QUEUE: usize = 1024;
/// Submissions that share one commit at most.
const BATCH: usize = 128;

type Answer = Result<Accepted, Error>;

struct Item {
    sealed: SealedIntake,
    answer: Sender<Answer>,
}

/// The writer thread and the way to it.
pub(super) struct GroupWriter {
    queue: Option<SyncSender<Item>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

impl GroupWriter {
    /// Starts the thread with a connection of its own.
    pub(super) fn start(address: Address) -> Result<Self, Error> {
        let first = address.connect()?;
        let (queue, items) = sync_channel(QUEUE);
        let thread = std::thread::Builder::new()
            .name("intake".to_owned())
            .spawn(move || run(&address, first, &items))
            .map_err(|_| Error::Broken("no thread for the intake writer"))?;
        Ok(Self { queue: Some(queue), thread: Mutex::new(Some(thread)) })
    }

    /// Queues one submission and waits until its group is durable.
    pub(super) fn submit(&self, sealed: SealedIntake) -> Answer {
        let (answer, wait) = channel();
        let queue = self.queue.as_ref().ok_or(Error::Unavailable)?;
        match queue.try_send(Item { sealed, answer }) {
            Ok(()) => wait.recv().unwrap_or(Err(Error::Unavailable)),
            Err(TrySendError::Full(_) | TrySendError::Disconnected(_)) => Err(Error::Unavailable),
        }
    }
}

impl Drop for GroupWriter {
    fn drop(&mut self) {
        // Closing the queue lets the thread finish what waits, then end.
        self.queue = None;
        if let Ok(mut slot) = self.thread.lock()
            && let Some(thread) = slot.take()
        {
            let _ = thread.join();
        }
    }
}

fn run(address: &Address, first: Db, items: &Receiver<Item>) {
    let mut connection = Some(first);
    while let Ok(item) = items.recv() {
        let mut batch = vec![item];
        while batch.len() < BATCH {
            match items.try_recv() {
                Ok(next) => batch.push(next),
                Err(_) => break,
            }
        }
        // One receipt order on every node, so that two groups with the same receipts wait for each other in one direction.
        batch.sort_by_key(|item| item.sealed.receipt.0);
        answer(address, &mut connection, batch);
    }
}

/// Writes the group and answers each of its callers. A connection that broke while nobody wrote is opened anew and the
/// group tried once more: what the first try may have committed is found again by its receipts.
fn answer(address: &Address, connection: &mut Option<Db>, batch: Vec<Item>) {
    let sealed: Vec<&SealedIntake> = batch.iter().map(|item| &item.sealed).collect();
    let mut answers = commit(address, connection, &sealed);
    if answers.contains(&Err(Error::Unavailable)) {
        *connection = None;
        answers = commit(address, connection, &sealed);
    }
    for (item, one) in batch.into_iter().zip(answers) {
        let _ = item.answer.send(one);
    }
}

/// All in one transaction when all are new, which is the rule; each alone when one of them is known already.
fn commit(address: &Address, connection: &mut Option<Db>, sealed: &[&SealedIntake]) -> Vec<Answer> {
    if connection.is_none() {
        *connection = address.connect().ok();
    }
    let Some(db) = connection else { return sealed.iter().map(|_| Err(Error::Unavailable)).collect() };
    match take_in_new(db, sealed) {
        Ok(()) => sealed.iter().map(|_| Ok(Accepted::Stored)).collect(),
        Err(Error::Conflict) => sealed.iter().map(|one| take_in_alone(db, one)).collect(),
        Err(error) => sealed.iter().map(|_| Err(error)).collect(),
    }
}
