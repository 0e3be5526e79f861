//! Reading the audit log, walking its chain, and cutting off entries that have reached their age.
//!
//! The head row remembers the last position, which shows a log whose end was cut off. Where its beginning was, an anchor
//! remembers the last link cut off, and the entry about the cut, which is in the chain, names the same link: a beginning that
//! somebody else cut off does not pass.

use diesel::prelude::*;

use super::chain::mac;
use super::error::Error;
use super::schema::{audit, audit_head};
use super::tx::{Reader, Store, Writer};
use crate::domain::access::{Act, CutAudit};
use crate::domain::audit::{Entry, GENESIS, Verdict};
use crate::domain::clock::Moment;
use crate::domain::hex;

/// Entries read at a time while verifying.
const CHUNK: i64 = 1000;

/// One entry with its MAC.
pub struct AuditLine {
    /// The entry.
    pub entry: Entry,
    /// Its link.
    pub mac: [u8; 32],
}

/// Name of the value that holds the anchor: position (8) and link (32).
const ANCHOR: &str = "audit-anchor";

/// The last entry that a cut takes away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    seq: i64,
    mac: [u8; 32],
}

impl Cut {
    /// How the entry about the cut names it.
    #[must_use]
    pub fn object(&self) -> String {
        format!("upto:{}:{}", self.seq, hex::spelled(&self.mac))
    }

    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (seq, link) = bytes.split_first_chunk::<8>()?;
        Some(Self { seq: i64::from_be_bytes(*seq), mac: link.try_into().ok()? })
    }
}

/// The cut that takes every entry from before `moment` away; `None` when there is none. The newest entry stays in any case.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn cut_before(reader: &mut Reader<'_>, moment: Moment) -> Result<Option<Cut>, Error> {
    // Positions and times grow together, but for a clock that was set back: nothing after an entry that stays is cut.
    let stays: Option<i64> = audit::table.filter(audit::at.ge(moment.0)).select(diesel::dsl::min(audit::seq)).first(reader.0)?;
    let (head, _) = head(reader)?;
    let below = stays.unwrap_or(head);
    let last: Option<(i64, Vec<u8>)> =
        audit::table.filter(audit::seq.lt(below)).order(audit::seq.desc()).select((audit::seq, audit::mac)).first(reader.0).optional()?;
    last.map(|(seq, link)| Ok(Cut { seq, mac: mac(link)? })).transpose()
}

impl Writer<'_> {
    /// Cuts entries off and moves the anchor, inside the write whose entry names the cut.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn cut_audit(&mut self, cut: &Cut) -> Result<(), Error> {
        diesel::delete(audit::table.filter(audit::seq.le(cut.seq))).execute(self.0)?;
        self.set_instance_value(ANCHOR, &[cut.seq.to_be_bytes().as_slice(), &cut.mac].concat())
    }
}

type Row = (i64, i64, String, String, String, Vec<u8>);

fn line((seq, at, actor, verb, object, link): Row) -> Result<AuditLine, Error> {
    Ok(AuditLine { entry: Entry { seq, at: Moment(at), actor, verb, object }, mac: mac(link)? })
}

/// The last position written and its MAC.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn head(reader: &mut Reader<'_>) -> Result<(i64, [u8; 32]), Error> {
    let (seq, link): (i64, Vec<u8>) = audit_head::table.find(1).select((audit_head::seq, audit_head::mac)).first(reader.0)?;
    Ok((seq, mac(link)?))
}

/// Entries before position `before`, newest first.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn recent(reader: &mut Reader<'_>, before: i64, limit: i64) -> Result<Vec<AuditLine>, Error> {
    let rows: Vec<Row> = audit::table.filter(audit::seq.lt(before)).order(audit::seq.desc()).limit(limit).load(reader.0)?;
    rows.into_iter().map(line).collect()
}

/// The MAC of the entry at `seq`, if it is there.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn link_at(reader: &mut Reader<'_>, seq: i64) -> Result<Option<[u8; 32]>, Error> {
    let link: Option<Vec<u8>> = audit::table.find(seq).select(audit::mac).first(reader.0).optional()?;
    link.map(mac).transpose()
}

/// Position of the oldest entry that is kept; `None` for an empty log.
///
/// # Errors
/// `Unavailable`.
pub fn oldest(reader: &mut Reader<'_>) -> Result<Option<i64>, Error> {
    Ok(audit::table.select(diesel::dsl::min(audit::seq)).first(reader.0)?)
}

/// When and to what the acts with these verbs were done, oldest first.
///
/// # Errors
/// `Unavailable`.
pub fn entries_of(reader: &mut Reader<'_>, verbs: &[&str]) -> Result<Vec<(Moment, String, String)>, Error> {
    let rows: Vec<(i64, String, String)> = audit::table
        .filter(audit::verb.eq_any(verbs))
        .order(audit::seq.asc())
        .select((audit::at, audit::verb, audit::object))
        .load(reader.0)?;
    Ok(rows.into_iter().map(|(at, verb, object)| (Moment(at), verb, object)).collect())
}

/// Walks the whole chain and names the first entry that does not fit.
///
/// # Errors
/// `Sealed` without an audit key, `Unavailable` or `Broken`.
pub fn verify(store: &Store) -> Result<Verdict, Error> {
    let chain = store.chain()?;
    let (expected, head_mac) = store.read(head)?;
    let anchor = store.read(|r| r.instance_value(ANCHOR))?;
    let anchor = anchor.map(|bytes| Cut::from_bytes(&bytes).ok_or(Error::Broken("the audit anchor is damaged"))).transpose()?;
    let (mut last, mut previous) = anchor.as_ref().map_or((0, GENESIS), |cut| (cut.seq, cut.mac));
    let mut named = None;
    'walk: loop {
        let rows = store.read(|r| {
            let rows: Vec<Row> = audit::table.filter(audit::seq.gt(last)).order(audit::seq.asc()).limit(CHUNK).load(r.0)?;
            rows.into_iter().map(line).collect::<Result<Vec<_>, _>>()
        })?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            if row.entry.seq > expected {
                // Written after the head was read: a running service is not a forgery.
                break 'walk;
            }
            if row.entry.seq != last + 1 || chain.link(&previous, &row.entry) != row.mac {
                return Ok(Verdict::BrokenAt(last + 1));
            }
            (last, previous) = (row.entry.seq, row.mac);
            if row.entry.verb == CutAudit::VERB {
                named = Some(row.entry.object);
            }
        }
    }
    if named != anchor.as_ref().map(Cut::object) {
        return Ok(Verdict::BrokenAt(anchor.map_or(1, |cut| cut.seq + 1)));
    }
    match last == expected {
        true if previous == head_mac => Ok(Verdict::Whole(last)),
        true => Ok(Verdict::BrokenAt(last)),
        false => Ok(Verdict::Truncated { last, expected }),
    }
}
