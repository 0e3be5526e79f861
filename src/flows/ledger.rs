//! The confidentiality ledger: how often identities were opened, held and destroyed, by year. Numbers only, from the audit log.
//!
//! Refuses everything that could name a report, a person or a day. Works while the service is sealed: the log is not secret.

use std::collections::BTreeMap;

use super::ctx::Ctx;
use super::error::Error;
use crate::domain::access::{Act, ConfirmHold, Destroy, OpenIdentity};

/// One calendar year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LedgerYear {
    /// The year.
    pub year: i32,
    /// Identity strips that two custodians opened.
    pub opened: usize,
    /// Legal holds that two people put in force.
    pub held: usize,
    /// Reports whose identity key was destroyed, with or without a strip behind it.
    pub destroyed: usize,
}

/// How many identities a line of the log says were destroyed: one by name, or a number of them.
fn destroyed(object: &str) -> usize {
    match object.split_once(':') {
        Some(("identity", _)) => 1,
        Some(("identities", number)) => number.parse().unwrap_or(0),
        _ => 0,
    }
}

/// Every year with an entry, newest first.
///
/// # Errors
/// `Unavailable`.
pub fn ledger(ctx: &Ctx) -> Result<Vec<LedgerYear>, Error> {
    let verbs = [OpenIdentity::VERB, ConfirmHold::VERB, Destroy::VERB];
    let mut years: BTreeMap<i32, LedgerYear> = BTreeMap::new();
    for (at, verb, object) in ctx.store.read(|r| crate::store::entries_of(r, &verbs))? {
        let year = at.period().year();
        let entry = years.entry(year).or_insert(LedgerYear { year, ..LedgerYear::default() });
        match verb.as_str() {
            OpenIdentity::VERB => entry.opened += 1,
            // Ending a hold has the same verb and says so.
            ConfirmHold::VERB if !object.ends_with(" end") => entry.held += 1,
            Destroy::VERB => entry.destroyed += destroyed(&object),
            _ => {}
        }
    }
    Ok(years.into_values().rev().collect())
}

#[cfg(test)]
mod tests {
    use super::destroyed;

    #[test]
    fn a_line_counts_what_it_says() {
        assert_eq!(destroyed("identity:00ff"), 1);
        assert_eq!(destroyed("identities:41"), 41);
        assert_eq!(destroyed("callback:00ff lapsed"), 0);
    }
}
