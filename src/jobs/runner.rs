//! One thread that does the timed tasks in turn and stops when told to.
//!
//! A task that fails is logged and tried again on its next turn; one failure never stops the others.

use std::sync::Arc;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use super::deliver::deliver;
use crate::flows::{Ctx, Error, intake, people, retention};
use crate::mail::Transport;

/// Pause between rounds.
const PAUSE: Duration = Duration::from_secs(2);
/// Rounds between two moves out of intake.
const INTAKE_EVERY: u64 = 5;
/// Rounds between two looks whether the day's destruction is done and the month's screening epoch has begun.
const RETENTION_EVERY: u64 = 30;

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
pub fn start(ctx: Arc<Ctx>, transport: Transport) -> std::io::Result<Runner> {
    let (stop, stopped) = channel();
    let thread = std::thread::Builder::new().name("jobs".to_owned()).spawn(move || {
        let mut round = 0_u64;
        while stopped.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
            one_round(&ctx, &transport, round);
            round += 1;
        }
    })?;
    Ok(Runner { stop: Some(stop), thread: Some(thread) })
}

fn one_round(ctx: &Ctx, transport: &Transport, round: u64) {
    if round.is_multiple_of(INTAKE_EVERY) {
        note("intake", intake::advance(ctx).map(|_| ()));
        note("sessions", people::sweep(ctx));
        note("public keys", ctx.refresh_publics());
    }
    if round.is_multiple_of(RETENTION_EVERY) {
        note("screening epoch", people::rotate_monthly(ctx).map(|_| ()));
        // No legal hold can be placed yet.
        note("retention", unless_sealed(retention::daily(ctx, &[]).map(|_| ())));
    }
    note("deliver", deliver(ctx, transport).map(|_| ()));
}

/// A sealed service is waiting for its operator: that is no failure of a task.
fn unless_sealed(outcome: Result<(), Error>) -> Result<(), Error> {
    if matches!(outcome, Err(Error::Conflict("sealed"))) { Ok(()) } else { outcome }
}

fn note(task: &'static str, outcome: Result<(), Error>) {
    if let Err(error) = outcome {
        tracing::warn!(task, %error, "a timed task failed and will be tried again");
    }
}
