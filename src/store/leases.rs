//! Named leases: which of several nodes does a timed task now.
//!
//! Claimed by a guarded update: the row changes only where the lease is free, over, or already ours.

use diesel::prelude::*;

use super::error::Error;
use super::schema::leases;
use super::tx::Tending;
use crate::domain::clock::Moment;

/// Takes or renews the lease `name` for `owner`; `false` when somebody else holds it.
///
/// # Errors
/// `Unavailable`.
pub fn claim(tending: &mut Tending<'_>, name: &str, owner: &[u8; 16], now: Moment, seconds: i64) -> Result<bool, Error> {
    let until = now.plus(seconds).0;
    let mine_or_over = leases::until.le(now.0).or(leases::owner.eq(owner.to_vec()));
    let row = leases::table.find(name).filter(mine_or_over);
    let renewed = diesel::update(row).set((leases::owner.eq(owner.to_vec()), leases::until.eq(until))).execute(tending.0)?;
    if renewed == 1 {
        return Ok(true);
    }
    let held: i64 = leases::table.find(name).count().get_result(tending.0)?;
    if held > 0 {
        return Ok(false);
    }
    let made = diesel::insert_into(leases::table)
        .values((leases::name.eq(name), leases::owner.eq(owner.to_vec()), leases::until.eq(until)))
        .execute(tending.0)
        .map_err(Error::from);
    match made {
        Ok(_) => Ok(true),
        Err(Error::Conflict) => Ok(false),
        Err(other) => Err(other),
    }
}
