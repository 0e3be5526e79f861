//! Audit entries and the chain that makes a silent edit visible.
//!
//! An entry says who did which act on what, and when; it refuses content, names, addresses and receipt words.
//! Each entry's MAC covers the MAC before it, so that deleting, editing or reordering breaks the chain at a known
//! place. The MAC key lives in the vault; here is only the shape and the bytes that are covered.

use super::clock::Moment;
use super::hex;

/// The MAC that stands before the first entry.
pub const GENESIS: [u8; 32] = [0; 32];

/// One line of the audit log without its MAC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Position in the chain, from 1.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// `Actor::label`.
    pub actor: String,
    /// `Act::VERB`.
    pub verb: String,
    /// What it was done to, as `kind:id`, or a count such as `list:50`. Never content.
    pub object: String,
}

impl Entry {
    /// The bytes a MAC covers: every field with its length before it, so that no two entries share an encoding.
    #[must_use]
    pub fn covered_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(96);
        out.extend_from_slice(&self.seq.to_be_bytes());
        out.extend_from_slice(&self.at.0.to_be_bytes());
        for part in [&self.actor, &self.verb, &self.object] {
            out.extend_from_slice(&(part.len() as u64).to_be_bytes());
            out.extend_from_slice(part.as_bytes());
        }
        out
    }
}

/// Makes the MAC of one link; implemented by the vault with the audit key.
pub trait Chain: Send + Sync {
    /// MAC over the previous MAC and `entry`.
    fn link(&self, previous: &[u8; 32], entry: &Entry) -> [u8; 32];
}

/// One day's end of the chain, kept outside the database: whoever cuts the log or writes it anew cannot reach it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// UTC day number.
    pub day: i32,
    /// Last position then.
    pub seq: i64,
    /// Its MAC.
    pub mac: [u8; 32],
}

impl Anchor {
    /// One line of an anchor file: `YYYY-MM-DD position mac`.
    #[must_use]
    pub fn spelled(&self) -> String {
        format!("{} {} {}", Moment::of_day(self.day).date(), self.seq, hex::spelled(&self.mac))
    }

    /// Reads such a line; `None` when it is not one.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let mut parts = line.split_whitespace();
        let day = Moment::on_date(parts.next()?)?.day();
        let seq = parts.next()?.parse().ok()?;
        let mac = hex::read(parts.next()?)?.try_into().ok()?;
        parts.next().is_none().then_some(Self { day, seq, mac })
    }
}

/// What verifying a chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Every link holds; how many there are.
    Whole(i64),
    /// The first entry that does not fit, by position.
    BrokenAt(i64),
    /// The chain holds in itself, but not with what was noted outside the database on that day: it was written anew, or cut and
    /// continued, at this position or before it.
    NotAsAnchored {
        /// Day of the anchor, UTC day number.
        day: i32,
        /// Position it notes.
        seq: i64,
    },
    /// The log ends before the position that the head remembers.
    Truncated {
        /// Last entry present.
        last: i64,
        /// Last entry that was written.
        expected: i64,
    },
}
