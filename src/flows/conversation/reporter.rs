//! The reporter's side: what nine words show, and what can be said with them.
//!
//! A look costs the same whether there is a report or not: the same questions to the database and the same number of openings,
//! filled up with a message sealed to the very words. What a reporter has written is not shown again: only screeners open it.

use super::seal::{SIZE, opened_by_words, to_reporter, too_long};
use crate::domain::clock::Moment;
use crate::domain::conversation::{Consent, MessageKind, NOTICES, SHOWN, Side, Spoken, WAITING_MAX, parse_message};
use crate::domain::problem::FieldProblem;
use crate::domain::receipt::{Receipt, ReceiptDigest, ReceiptProblem};
use crate::domain::report::Status;
use crate::domain::retention::Ages;
use crate::domain::sealed::Envelope;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::intake::holds_words;
use crate::flows::payload::encode_spoken;
use crate::store::{Dossier, Error as StoreError, NewMessage};
use crate::vault::{Context, Padding, PublicKey, Purpose, ReceiptKeys, parse_receipt, seal_padded_to};

/// Attempts when the desk speaks in the very moment.
const TRIES: usize = 3;

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
pub enum Look {
    /// Not nine words of the list.
    Malformed(ReceiptProblem),
    /// Well-formed, but no report has them.
    Unknown,
    /// Found.
    Found(Box<Found>),
}

/// When something is destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// On this UTC day number at the latest.
    By(i32),
    /// It is destroyed.
    Destroyed,
}

/// One message as its reporter sees it.
pub enum Told {
    /// The desk said it.
    Desk(Spoken),
    /// The reporter said something; it is sealed to the screeners.
    Own {
        /// Whether a screener has read and settled it.
        settled: bool,
    },
}

impl Told {
    fn is_notice(&self) -> bool {
        matches!(self, Self::Desk(spoken) if spoken.kind == MessageKind::Notice)
    }
}

/// A report as its words show it.
pub struct Found {
    /// How far it has come.
    pub stage: ReceiptStage,
    /// What the reporter has said about the wording.
    pub consent: Consent,
    /// The released wording.
    pub wording: Option<String>,
    /// The newest messages, and notices among them, in order.
    pub told: Vec<Told>,
    /// Place of the last message; 0 when there is none.
    pub last: i32,
    /// Until when the raw text is there.
    pub raw: Fate,
    /// Until when contact details are there, had the reporter left any.
    pub identity: Fate,
}

impl Found {
    /// A question of the desk that the reporter has not answered yet.
    #[must_use]
    pub fn open_question(&self) -> Option<&str> {
        let mut after = self.told.iter().rev().take_while(|t| !matches!(t, Told::Own { .. }));
        after.find_map(|t| match t {
            Told::Desk(spoken) if spoken.kind == MessageKind::Question => Some(spoken.text.as_str()),
            _ => None,
        })
    }
}

/// What a reporter says.
#[derive(Clone, Debug)]
pub struct Reply {
    /// An answer, or something unasked.
    pub kind: MessageKind,
    /// As typed.
    pub text: String,
    /// Place of the last message when the page was shown: the same reply to the same page is taken once.
    pub after: i32,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Done.
    Done,
    /// Nothing was changed; this is why.
    Refused(FieldProblem),
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

const fn fate(due: Option<i32>, arrived: i32, days: i32) -> Fate {
    match due {
        Some(0) => Fate::Destroyed,
        Some(day) => Fate::By(day),
        None => Fate::By(Moment::of_day(arrived).monday() + days),
    }
}

/// Looks a report up by its words.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn look(ctx: &Ctx, words: &str) -> Result<Look, Error> {
    let receipt = match parse_receipt(words) {
        Ok(receipt) => receipt,
        Err(problem) => return Ok(Look::Malformed(problem)),
    };
    let keys = ReceiptKeys::derive(&receipt, &ctx.keyring.instance);
    ctx.used.note(keys.digest);
    let newest = i64::try_from(SHOWN + NOTICES).unwrap_or(i64::MAX);
    let dossier = ctx.store.read(|r| r.dossier(&keys.digest, newest))?;
    let opened = open_all(ctx, &keys, dossier.as_ref())?;
    Ok(dossier.map_or(Look::Unknown, |dossier| Look::Found(Box::new(found(&ctx.settings.retention, &dossier, opened)))))
}

/// Opens everything the desk has said, and as often something that says nothing until the number of openings is always the same.
fn open_all(ctx: &Ctx, keys: &ReceiptKeys, dossier: Option<&Dossier>) -> Result<Vec<Option<Spoken>>, Error> {
    let suite = dossier.and_then(|d| PublicKey::from_bytes(&d.reply_key).ok()).map_or_else(|| ctx.suite(), |key| key.suite());
    let private = keys.reply_private(suite);
    let nothing = Spoken { kind: MessageKind::Note, text: String::new(), day: 0 };
    let filler = to_reporter(ctx, &keys.digest, &keys.reply_public(suite), &nothing, Padding::Exactly(SIZE))?;
    let messages = dossier.map_or(&[][..], |d| &d.messages);
    let wording = dossier.and_then(|d| d.wording.as_ref());
    let mut slots: Vec<Option<&Envelope>> = vec![wording];
    slots.extend(messages.iter().map(|m| (m.side == Side::Desk).then_some(&m.sealed)));
    slots.resize(SHOWN + NOTICES + 1, None);
    slots
        .into_iter()
        .map(|slot| {
            let spoken = opened_by_words(ctx, &keys.digest, &private, slot.unwrap_or(&filler))?;
            Ok(slot.is_some().then_some(spoken))
        })
        .collect()
}

fn found(ages: &Ages, dossier: &Dossier, opened: Vec<Option<Spoken>>) -> Found {
    let mut opened = opened.into_iter();
    let wording = opened.next().flatten().map(|spoken| spoken.text);
    let mut told: Vec<Told> =
        dossier.messages.iter().zip(opened).map(|(row, spoken)| spoken.map_or(Told::Own { settled: row.settled }, Told::Desk)).collect();
    // Notices have places of their own; of the words, the newest are shown.
    let mut older = told.iter().filter(|told| !told.is_notice()).count().saturating_sub(SHOWN);
    told.retain(|told| {
        let passed_over = older > 0 && !told.is_notice();
        older -= usize::from(passed_over);
        !passed_over
    });
    Found {
        stage: stage(dossier.status),
        consent: dossier.consent,
        wording,
        told,
        last: dossier.messages.last().map_or(0, |m| m.position),
        raw: fate(dossier.raw_due, dossier.arrived, ages.raw_days),
        identity: fate(dossier.identity_due, dossier.arrived, ages.identity_days),
    }
}

fn receipt_keys(ctx: &Ctx, words: &str) -> Result<(Receipt, ReceiptKeys), Error> {
    let receipt = parse_receipt(words).map_err(|_| Error::NotFound)?;
    let keys = ReceiptKeys::derive(&receipt, &ctx.keyring.instance);
    Ok((receipt, keys))
}

/// What a reporter says, checked and sealed to the screeners; the refusal instead where it cannot be taken.
fn sealed_reply(ctx: &Ctx, receipt: &Receipt, keys: &ReceiptKeys, reply: &Reply) -> Result<Result<NewMessage, FieldProblem>, Error> {
    let text = match parse_message(&reply.text) {
        Ok(text) => text,
        Err(problem) => return Ok(Err(problem)),
    };
    if holds_words(&[text.expose()], receipt.expose()) {
        return Ok(Err(FieldProblem::new("message", "problem-words-in-text")));
    }
    let spoken = Spoken { kind: reply.kind, text: text.expose().to_owned(), day: 0 };
    if let Some(problem) = too_long(&spoken)? {
        return Ok(Err(problem));
    }
    let screening = ctx.screening_public()?;
    let (key, epoch) = (screening.id.as_bytes(), screening.epoch);
    let context = Context { purpose: Purpose::Answer, instance: &ctx.keyring.instance, record: &keys.digest.0, key, epoch };
    let bytes = encode_spoken(&spoken)?;
    let mac = keys.body_mac(&[b"message\0".as_slice(), &reply.after.to_be_bytes(), &bytes].concat());
    let id = std::array::from_fn(|i| mac.get(i).copied().unwrap_or(0));
    let sealed = seal_padded_to(&screening.key, &context, &bytes, Padding::Exactly(SIZE))?;
    Ok(Ok(NewMessage { id, side: Side::Reporter, sealed }))
}

fn put(ctx: &Ctx, digest: &ReceiptDigest, new: &NewMessage) -> Result<bool, Error> {
    let mut last = Err(Error::Unavailable);
    for _ in 0..TRIES {
        let again = NewMessage { id: new.id, side: new.side, sealed: new.sealed.clone() };
        match ctx.store.speak(|s| s.say(digest, again, WAITING_MAX)) {
            Err(StoreError::Conflict) => last = Err(Error::from(StoreError::Conflict)),
            other => return Ok(other?),
        }
    }
    last
}

/// Takes an answer or an addition in.
///
/// # Errors
/// `NotFound` when no report has the words or it is withdrawn, `Conflict("intake-not-open")`, `Unavailable`.
pub fn say(ctx: &Ctx, words: &str, reply: &Reply) -> Result<Said, Error> {
    let (receipt, keys) = receipt_keys(ctx, words)?;
    let new = match sealed_reply(ctx, &receipt, &keys, reply)? {
        Ok(new) => new,
        Err(problem) => return Ok(Said::Refused(problem)),
    };
    let taken = put(ctx, &keys.digest, &new)?;
    Ok(if taken { Said::Done } else { Said::Refused(FieldProblem::new("message", "problem-message-many")) })
}

/// The reporter agrees with the released wording.
///
/// # Errors
/// `NotFound` when there is none.
pub fn agree(ctx: &Ctx, words: &str) -> Result<Said, Error> {
    let (_, keys) = receipt_keys(ctx, words)?;
    ctx.store.speak(|s| s.approve(&keys.digest))?;
    Ok(Said::Done)
}

/// The reporter wants more hidden, and may say what.
///
/// # Errors
/// `NotFound` when there is no released wording.
pub fn blur(ctx: &Ctx, words: &str, reply: &Reply) -> Result<Said, Error> {
    let (receipt, keys) = receipt_keys(ctx, words)?;
    if !reply.text.trim().is_empty() {
        let new = match sealed_reply(ctx, &receipt, &keys, reply)? {
            Ok(new) => new,
            Err(problem) => return Ok(Said::Refused(problem)),
        };
        put(ctx, &keys.digest, &new)?;
    }
    match ctx.store.speak(|s| s.blur(&keys.digest)) {
        Err(StoreError::Conflict) => Ok(Said::Refused(FieldProblem::new("blur", "problem-raw-destroyed"))),
        other => Ok(other.map(|()| Said::Done)?),
    }
}
