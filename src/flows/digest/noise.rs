//! The book of what the noise of digests has cost: a file outside the database, which only grows, and the count of its lines inside.
//!
//! A restored database finds the book further than itself and is refused a second draw; a book that was taken away or put back is
//! found shorter than the database remembers. Refuses to draw when either cannot be read.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::PathBuf;

use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::{Error as StoreError, Writer};
use crate::trends::disclosure::budget::{Budget, Overdrawn};
use crate::trends::disclosure::noise::Epsilon;
use crate::trends::disclosure::release::Noise;
use crate::trends::disclosure::{Cell, Ledger, Window};
use crate::vault::random_bytes;

/// Name of the value that counts the book's lines.
const MARK: &str = "noise-mark";

/// Noise for one composition.
pub(super) struct Book {
    file: PathBuf,
    epsilon: Epsilon,
    budget: Budget,
    /// Counts with their noise: what two audiences read of one cell comes from one draw.
    drawn: RefCell<BTreeMap<Cell, u32>>,
}

fn bits() -> u64 {
    u64::from_be_bytes(random_bytes())
}

/// One line of the book: `2026-09 1000`, a window and thousandths of epsilon.
fn entry(line: &str) -> Option<(Window, Epsilon)> {
    let (window, thousandths) = line.split_once(' ')?;
    Some((Window::parse(window)?, Epsilon::from_thousandths(thousandths.parse().ok()?)?))
}

/// The book, when the settings ask for noise.
///
/// # Errors
/// `Conflict("digest-book")` when the book is shorter than it was; `Broken` when it cannot be read or a line of it is none.
pub(super) fn book(ctx: &Ctx) -> Result<Option<Book>, Error> {
    let Some(thousandths) = ctx.settings.digest.noise_thousandths else { return Ok(None) };
    let epsilon = Epsilon::from_thousandths(thousandths).ok_or(Error::Broken("epsilon is out of bounds"))?;
    let file = ctx.settings.keys.audit_anchors_file.with_file_name("noise.book");
    let text = match std::fs::read_to_string(&file) {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        other => other.map_err(|_| Error::Broken("the book of noise cannot be read"))?,
    };
    let spent = text.lines().map(entry).collect::<Option<Vec<_>>>().ok_or(Error::Broken("the book of noise is damaged"))?;
    let mark = match ctx.store.read(|r| r.instance_value(MARK))? {
        None => 0,
        Some(bytes) => u32::from_be_bytes(bytes.try_into().map_err(|_| Error::Broken("the mark of the book of noise is damaged"))?),
    };
    let budget = Budget::open(spent, usize::try_from(mark).unwrap_or(usize::MAX)).map_err(|overdrawn| match overdrawn {
        Overdrawn::Restored => Error::Conflict("digest-book"),
        Overdrawn::Spent(_) => Error::Broken("the book of noise is damaged"),
    })?;
    Ok(Some(Book { file, epsilon, budget, drawn: RefCell::default() }))
}

impl Book {
    /// What the gate needs.
    pub(super) fn noise(&self) -> Noise<'_> {
        Noise { epsilon: self.epsilon, bits: &bits, budget: &self.budget, drawn: &self.drawn }
    }

    /// Whether figures of a window may be asked for: they are known, or nothing was drawn for them yet. After a restore the months that
    /// the book knows and no issue does stay without a figure.
    pub(super) fn may_ask(&self, window: Window, ledger: &Ledger) -> bool {
        self.budget.is_left(window) || ledger.entries().iter().any(|e| e.cell.window == window)
    }

    /// Writes down what an issue costs, before it is frozen and inside the same write. Should the freezing fail after this, the draw is
    /// spent all the same: nobody can tell that it was not seen.
    pub(super) fn spend(&self, w: &mut Writer<'_>, spends: &[(Window, Epsilon)]) -> Result<(), StoreError> {
        let mut budget = self.budget.clone();
        for (window, epsilon) in spends {
            budget.spend(*window, *epsilon).map_err(|_| StoreError::Conflict)?;
        }
        let lines: Vec<String> = spends.iter().map(|(window, epsilon)| format!("{window} {}\n", epsilon.thousandths())).collect();
        let unwritten = |_| StoreError::Broken("the book of noise cannot be written");
        let mut file = OpenOptions::new().append(true).create(true).mode(0o600).open(&self.file).map_err(unwritten)?;
        file.write_all(lines.concat().as_bytes()).and_then(|()| file.sync_all()).map_err(unwritten)?;
        let mark = u32::try_from(budget.entries().len()).map_err(|_| StoreError::Broken("the book of noise is full"))?;
        w.set_instance_value(MARK, &mark.to_be_bytes())
    }
}
