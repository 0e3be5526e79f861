//! One thread that writes waiting submissions to SQLite and commits them together.
//!
//! While one commit syncs, the next submissions gather; no timer is needed and an idle system keeps the latency of a
//! single commit. Refuses more than `QUEUE` waiting submissions: a full queue answers "not saved" instead of growing.

use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, channel, sync_channel};
use std::thread::JoinHandle;

use super::conn::{Address, Db};
use super::dialect::write_tx;
use super::error::Error;
use super::taking::insert;
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
        if connection.is_none() {
            connection = address.connect().ok();
        }
        let outcome = match &mut connection {
            Some(db) => commit(db, &batch),
            None => Err(Error::Unavailable),
        };
        if outcome.is_err() {
            // A fresh connection next time: the file may have been replaced or the lock may be gone.
            connection = None;
        }
        answer(batch, outcome);
    }
}

/// Writes the batch in one transaction. `insert` asks before it writes and the transaction excludes other writers, so
/// one submission cannot spoil the others by a constraint; anything else means the database is in trouble for all.
fn commit(db: &mut Db, batch: &[Item]) -> Result<Vec<Accepted>, Error> {
    write_tx(db, |db| batch.iter().map(|item| insert(db, &item.sealed)).collect())
}

fn answer(batch: Vec<Item>, outcome: Result<Vec<Accepted>, Error>) {
    match outcome {
        Ok(accepted) => {
            for (item, one) in batch.into_iter().zip(accepted) {
                let _ = item.answer.send(Ok(one));
            }
        }
        Err(error) => {
            for item in batch {
                let _ = item.answer.send(Err(error));
            }
        }
    }
}
