//! Appending to the audit log. No update of an entry exists here or anywhere, and no delete but the cut by age in `audit.rs`.
//!
//! One head row is locked by every append, so the chain cannot fork on PostgreSQL either.

use diesel::prelude::*;

use super::conn::Db;
use super::error::Error;
use super::schema::{audit, audit_head};
use crate::domain::audit::{Chain, Entry};
use crate::domain::clock::Moment;

/// Reads a chain value.
pub(super) fn mac(bytes: Vec<u8>) -> Result<[u8; 32], Error> {
    bytes.try_into().map_err(|_| Error::Broken("a chain value is not 32 bytes"))
}

/// Adds one entry inside the caller's transaction.
pub(super) fn append(db: &mut Db, chain: &dyn Chain, at: Moment, actor: &str, verb: &str, object: &str) -> Result<(), Error> {
    diesel::update(audit_head::table.find(1)).set(audit_head::seq.eq(audit_head::seq + 1)).execute(db)?;
    let (seq, previous): (i64, Vec<u8>) = audit_head::table.find(1).select((audit_head::seq, audit_head::mac)).first(db)?;
    let entry = Entry { seq, at, actor: actor.to_owned(), verb: verb.to_owned(), object: object.to_owned() };
    let link = chain.link(&mac(previous)?, &entry);
    diesel::insert_into(audit::table)
        .values((
            audit::seq.eq(seq),
            audit::at.eq(at.0),
            audit::actor.eq(&entry.actor),
            audit::verb.eq(&entry.verb),
            audit::object.eq(&entry.object),
            audit::mac.eq(link.to_vec()),
        ))
        .execute(db)?;
    diesel::update(audit_head::table.find(1)).set(audit_head::mac.eq(link.to_vec())).execute(db)?;
    Ok(())
}
