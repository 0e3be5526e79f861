//! Lines of standard input, answered by all cores and written in the order they came.
//!
//! Line n goes to worker n modulo the number of workers and its answer is awaited there, so nothing has to be sorted. Few lines wait at
//! a time, so memory does not grow with the input; an answer is written out as soon as the next one is not ready. Refuses to carry on
//! after a failure to read or write.

use std::io::{BufRead as _, BufWriter, Write};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, sync_channel};
use std::thread;

use anyhow::{Context as _, Result};

/// Lines that may wait for a worker, and answers that may wait to be written.
const WAITING: usize = 16;

/// A line with its number, counted from one.
pub(super) type Line = (u64, Vec<u8>);

/// Answers every line that is not blank; `tell` gets the answers in order.
pub(super) fn answer<A: Send>(work: &(impl Fn(Line) -> A + Sync), mut tell: impl FnMut(A, &mut dyn Write) -> Result<()>) -> Result<()> {
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let (lines, lines_in): (Vec<_>, Vec<_>) = (0..workers).map(|_| sync_channel::<Line>(WAITING)).unzip();
    let (answers_in, answers): (Vec<_>, Vec<_>) = (0..workers).map(|_| sync_channel::<A>(WAITING)).unzip();
    thread::scope(|scope| {
        for (lines, answers) in lines_in.into_iter().zip(answers_in) {
            scope.spawn(move || toil(work, &lines, &answers));
        }
        let reader = scope.spawn(move || read(&lines));
        // The answers' ends go with the writer, so that workers stop when it fails.
        write(answers, &mut tell)?;
        reader.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn toil<A>(work: &impl Fn(Line) -> A, lines: &Receiver<Line>, answers: &SyncSender<A>) {
    // The writer has gone when an answer cannot be sent; then there is nothing left to do.
    for line in lines {
        if answers.send(work(line)).is_err() {
            return;
        }
    }
}

fn read(workers: &[SyncSender<Line>]) -> Result<()> {
    let mut input = std::io::stdin().lock();
    let (mut number, mut turn) = (0, workers.iter().cycle());
    loop {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line).context("standard input cannot be read")? == 0 {
            return Ok(());
        }
        number += 1;
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        if turn.next().is_none_or(|worker| worker.send((number, line)).is_err()) {
            return Ok(());
        }
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the workers stop when the receivers are dropped")]
fn write<A>(answers: Vec<Receiver<A>>, tell: &mut impl FnMut(A, &mut dyn Write) -> Result<()>) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for worker in answers.iter().cycle() {
        let ready = match worker.try_recv() {
            Err(TryRecvError::Empty) => {
                out.flush()?;
                worker.recv().ok()
            }
            other => other.ok(),
        };
        let Some(ready) = ready else { break };
        tell(ready, &mut out)?;
    }
    out.flush()?;
    Ok(())
}
