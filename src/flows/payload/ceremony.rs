//! The shapes of sealed ceremony records: callbacks, legal holds, handovers.
//!
//! Refuses unknown versions. Ciphertexts inside are spelled in hexadecimal.

use serde::{Deserialize, Serialize};

use super::VERSION;
use crate::domain::callback::{Callback, CallbackStage, Hold};
use crate::domain::clock::Moment;
use crate::domain::hex;
use crate::domain::id::{CeremonyId, PersonId, ReportId};
use crate::domain::receipt::ReceiptDigest;
use crate::domain::sealed::Envelope;
use crate::flows::error::Error;

const BROKEN: Error = Error::Broken("a ceremony record does not parse");

/// A callback with the ciphertexts that travel in it.
#[derive(Clone)]
pub(in crate::flows) struct CallbackRecord {
    /// What people may see of it.
    pub(in crate::flows) callback: Callback,
    /// The first custodian's shares, each sealed to the custodian it is towards.
    pub(in crate::flows) passed: Vec<(PersonId, Envelope)>,
    /// The opened strip, sealed to the first custodian; gone once read.
    pub(in crate::flows) shown: Option<Envelope>,
}

/// A handover: the first custodian's shares of many strips, for each other custodian.
pub(in crate::flows) struct Handover {
    /// Who started it.
    pub(in crate::flows) by: PersonId,
    /// Until when.
    pub(in crate::flows) until: Moment,
    /// For each other custodian: the handover key sealed to them, and the shares under that key.
    pub(in crate::flows) parts: Vec<(PersonId, Envelope, Envelope)>,
}

#[derive(Serialize, Deserialize)]
struct CallbackShape {
    v: u8,
    report: String,
    receipt: String,
    stage: String,
    reason: String,
    text: String,
    asked_by: Option<String>,
    requested_by: Option<String>,
    approved_by: Option<String>,
    until: i64,
    opened_day: i32,
    told: bool,
    closed_day: i32,
    outcome: String,
    passed: Vec<(String, String)>,
    shown: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct HoldShape {
    v: u8,
    report: String,
    receipt: String,
    text: String,
    requested_by: String,
    confirmed_by: Option<String>,
    until_day: i32,
    quiet: bool,
}

#[derive(Serialize, Deserialize)]
struct HandoverShape {
    v: u8,
    by: String,
    until: i64,
    parts: Vec<(String, String, String)>,
}

fn read(text: &str) -> Result<Vec<u8>, Error> {
    hex::read(text).ok_or(BROKEN)
}

fn envelope(text: &str) -> Result<Envelope, Error> {
    Ok(Envelope::from_bytes(read(text)?))
}

fn person(text: &str) -> Result<PersonId, Error> {
    PersonId::parse(text).ok_or(BROKEN)
}

fn receipt(text: &str) -> Result<ReceiptDigest, Error> {
    Ok(ReceiptDigest(read(text)?.try_into().map_err(|_| BROKEN)?))
}

fn known<T>(version: u8, value: T) -> Result<T, Error> {
    if version == VERSION { Ok(value) } else { Err(Error::Broken("a ceremony record has an unknown version")) }
}

fn bytes(shape: &impl Serialize) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(shape).map_err(|_| Error::Broken("a ceremony record does not serialise"))
}

fn shape<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, Error> {
    serde_json::from_slice(bytes).map_err(|_| BROKEN)
}

/// A callback record as bytes.
pub(in crate::flows) fn encode_callback(record: &CallbackRecord) -> Result<Vec<u8>, Error> {
    let c = &record.callback;
    let who = |person: Option<PersonId>| person.map(|p| p.to_string());
    bytes(&CallbackShape {
        v: VERSION,
        report: c.report.to_string(),
        receipt: hex::spelled(&c.receipt.0),
        stage: c.stage.code().to_owned(),
        reason: c.reason.clone(),
        text: c.text.clone(),
        asked_by: who(c.asked_by),
        requested_by: who(c.requested_by),
        approved_by: who(c.approved_by),
        until: c.until.0,
        opened_day: c.opened_day,
        told: c.told,
        closed_day: c.closed_day,
        outcome: c.outcome.clone(),
        passed: record.passed.iter().map(|(p, e)| (p.to_string(), hex::spelled(e.as_bytes()))).collect(),
        shown: record.shown.as_ref().map(|e| hex::spelled(e.as_bytes())),
    })
}

/// The callback record inside opened bytes.
pub(in crate::flows) fn decode_callback(id: CeremonyId, bytes: &[u8]) -> Result<CallbackRecord, Error> {
    let s: CallbackShape = shape(bytes)?;
    let who = |text: Option<String>| text.as_deref().map(person).transpose();
    let callback = Callback {
        id,
        report: ReportId::parse(&s.report).ok_or(BROKEN)?,
        receipt: receipt(&s.receipt)?,
        stage: CallbackStage::from_code(&s.stage).ok_or(BROKEN)?,
        reason: s.reason,
        text: s.text,
        asked_by: who(s.asked_by)?,
        requested_by: who(s.requested_by)?,
        approved_by: who(s.approved_by)?,
        until: Moment(s.until),
        opened_day: s.opened_day,
        told: s.told,
        closed_day: s.closed_day,
        outcome: s.outcome,
    };
    let passed = s.passed.iter().map(|(p, e)| Ok((person(p)?, envelope(e)?))).collect::<Result<_, Error>>()?;
    known(s.v, CallbackRecord { callback, passed, shown: s.shown.as_deref().map(envelope).transpose()? })
}

/// A legal hold as bytes.
pub(in crate::flows) fn encode_hold(h: &Hold) -> Result<Vec<u8>, Error> {
    bytes(&HoldShape {
        v: VERSION,
        report: h.report.to_string(),
        receipt: hex::spelled(&h.receipt.0),
        text: h.text.clone(),
        requested_by: h.requested_by.to_string(),
        confirmed_by: h.confirmed_by.map(|p| p.to_string()),
        until_day: h.until_day,
        quiet: h.quiet,
    })
}

/// The legal hold inside opened bytes.
pub(in crate::flows) fn decode_hold(id: CeremonyId, bytes: &[u8]) -> Result<Hold, Error> {
    let s: HoldShape = shape(bytes)?;
    let hold = Hold {
        id,
        report: ReportId::parse(&s.report).ok_or(BROKEN)?,
        receipt: receipt(&s.receipt)?,
        text: s.text,
        requested_by: person(&s.requested_by)?,
        confirmed_by: s.confirmed_by.as_deref().map(person).transpose()?,
        until_day: s.until_day,
        quiet: s.quiet,
    };
    known(s.v, hold)
}

/// A handover as bytes.
pub(in crate::flows) fn encode_handover(h: &Handover) -> Result<Vec<u8>, Error> {
    let part =
        |(p, key, shares): &(PersonId, Envelope, Envelope)| (p.to_string(), hex::spelled(key.as_bytes()), hex::spelled(shares.as_bytes()));
    bytes(&HandoverShape { v: VERSION, by: h.by.to_string(), until: h.until.0, parts: h.parts.iter().map(part).collect() })
}

/// The handover inside opened bytes.
pub(in crate::flows) fn decode_handover(bytes: &[u8]) -> Result<Handover, Error> {
    let s: HandoverShape = shape(bytes)?;
    let parts = s.parts.iter().map(|(p, key, shares)| Ok((person(p)?, envelope(key)?, envelope(shares)?))).collect::<Result<_, Error>>()?;
    known(s.v, Handover { by: person(&s.by)?, until: Moment(s.until), parts })
}
