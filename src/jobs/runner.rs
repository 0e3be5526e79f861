//! One thread that does the timed tasks in turn and stops when told to.
//!
//! A task that fails is logged and tried again on its next turn; one failure never stops the others.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::deliver::deliver;
use crate::flows::anchor::note_anchor;
use crate::flows::{Ctx, Error, conversation, custody, intake, people, retention, rotation, search, setup};
use crate::mail::Transport;

/// Pause between rounds.
const PAUSE: Duration = Duration::from_secs(2);
/// Rounds between two moves out of intake.
const INTAKE_EVERY: u64 = 5;
/// Rounds between two looks whether the day's destruction is done.
const RETENTION_EVERY: u64 = 30;
/// Batches of the search index in one round at most, so that a long catch-up keeps no letter waiting.
const INDEX_BATCHES: usize = 8;

/// The running thread; stops when dropped.
pub struct Runner {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Runner {
    fn drop(&mut self) {
        self.stop = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Starts the timed tasks.
///
/// # Errors
/// The operating system's refusal to start a thread.
pub fn start(ctx: Arc<Ctx>, transport: Arc<Transport>) -> std::io::Result<Runner> {
    let (stop, stopped) = channel();
    let thread = std::thread::Builder::new().name("jobs".to_owned()).spawn(move || {
        let (mut round, mut indexed) = (0_u64, false);
        while stopped.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
            one_round(&ctx, &transport, round);
            indexed = indexed || caught_up(&ctx);
            round += 1;
        }
    })?;
    Ok(Runner { stop: Some(stop), thread: Some(thread) })
}

fn one_round(ctx: &Ctx, transport: &Transport, round: u64) {
    if round.is_multiple_of(INTAKE_EVERY) {
        note("intake", intake::advance(ctx).map(|_| ()));
        note("receipts", conversation::note_used(ctx));
        note("sessions", people::sweep(ctx));
        note("public keys", ctx.refresh_publics());
    }
    // The rest writes audit entries or opens something: it waits for the root key.
    if ctx.is_sealed() {
        return;
    }
    if round.is_multiple_of(INTAKE_EVERY) {
        note("screening epoch", people::rotate_monthly(ctx).map(|_| ()));
        note("data keys", setup::take_up_data_keys(ctx));
        note("sealing anew", rotation::advance(ctx).map(|_| ()));
        note("audit anchor", note_anchor(ctx));
        note("callbacks", custody::sweep(ctx).map(|_| ()));
    }
    if round.is_multiple_of(RETENTION_EVERY) {
        note("retention", retention::daily(ctx).map(|_| ()));
    }
    note("deliver", deliver(ctx, transport).map(|_| ()));
}

/// Indexes reports that were released before there was an index; whether none is left. Releases index themselves.
fn caught_up(ctx: &Ctx) -> bool {
    for _ in 0..INDEX_BATCHES {
        match search::catch_up(ctx) {
            Ok(more) if more => {}
            Ok(_) => return true,
            Err(Error::Conflict(_)) => return false,
            Err(error) => {
                note("search", Err(error));
                return false;
            }
        }
    }
    false
}

fn note(task: &'static str, outcome: Result<(), Error>) {
    if let Err(error) = outcome {
        tracing::warn!(task, %error, "a timed task failed and will be tried again");
    }
}
