//! What the words find. Hit and miss take the same path; a mistyped word is named, because the list is public.

use crate::domain::receipt::ReceiptProblem;
use crate::domain::report::Status;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::vault::{ReceiptKeys, parse_receipt};

/// How far a report has come, in the reporter's terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReceiptStage {
    /// It is stored and waits for the next batch to the screeners.
    Received,
    /// A screener removes what could point at people.
    Screening,
    /// Analysts work on the released wording.
    Released,
    /// It feeds a review or an action.
    Learning,
    /// Done.
    Closed,
}

/// What a look-up found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lookup {
    /// Not nine words of the list.
    Malformed(ReceiptProblem),
    /// Well-formed, but no report has them.
    Unknown,
    /// Found.
    Found(ReceiptStage),
}

/// Looks a report up by its words.
///
/// # Errors
/// `Unavailable`.
pub fn status(ctx: &Ctx, words: &str) -> Result<Lookup, Error> {
    let receipt = match parse_receipt(words) {
        Ok(receipt) => receipt,
        Err(problem) => return Ok(Lookup::Malformed(problem)),
    };
    let keys = ReceiptKeys::derive(&receipt, &ctx.keyring.instance);
    let found = ctx.store.read(|r| r.receipt_status(&keys.digest))?;
    Ok(found.map_or(Lookup::Unknown, |status| Lookup::Found(stage(status))))
}

const fn stage(status: Option<Status>) -> ReceiptStage {
    match status {
        None => ReceiptStage::Received,
        Some(Status::Screening | Status::Proposed) => ReceiptStage::Screening,
        Some(Status::Released | Status::Triage) => ReceiptStage::Released,
        Some(Status::Learning) => ReceiptStage::Learning,
        Some(Status::Closed) => ReceiptStage::Closed,
    }
}
