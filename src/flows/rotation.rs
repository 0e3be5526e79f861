//! Sealing everything under the data key anew after a new generation was made, and forgetting a generation that nothing names.
//!
//! In small steps with a cursor, so that it goes on after a stop; people work meanwhile, and both generations open. Refuses to
//! forget a generation while a data backup may still need it.

use super::ctx::Ctx;
use super::dictionary::seal_anew;
use super::error::Error;
use crate::domain::access::{Actor, RotateKeys};
use crate::domain::sealed::{Envelope, KeyPurpose};
use crate::store::{SealedColumn, claim_lease};
use crate::vault::{Purpose, named_key};

/// Seconds one node keeps the task.
const LEASE: i64 = 60;
/// Values sealed anew in one transaction.
const BATCH: i64 = 100;
/// Name of the cursor.
const CURSOR: &str = "reseal";

/// How far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cursor {
    /// The next values are after this key of this column.
    At(usize, Vec<u8>),
    /// Everything was done on this day.
    Done(i32),
}

/// Generation (4), then the number of the column and the key; or 255 and the day (4).
fn encoded(generation: u32, cursor: &Cursor) -> Vec<u8> {
    let rest = match cursor {
        Cursor::At(column, key) => [&[u8::try_from(*column).unwrap_or(0)], key.as_slice()].concat(),
        Cursor::Done(day) => [&[u8::MAX], day.to_be_bytes().as_slice()].concat(),
    };
    [generation.to_be_bytes().as_slice(), &rest].concat()
}

fn decoded(bytes: &[u8]) -> Option<(u32, Cursor)> {
    let (generation, rest) = bytes.split_first_chunk::<4>()?;
    let (column, rest) = rest.split_first()?;
    let cursor = match *column {
        u8::MAX => Cursor::Done(i32::from_be_bytes(rest.try_into().ok()?)),
        column => Cursor::At(usize::from(column), rest.to_vec()),
    };
    Some((u32::from_be_bytes(*generation), cursor))
}

const fn purpose(column: SealedColumn) -> Purpose {
    match column {
        SealedColumn::ReleasedText | SealedColumn::Addendum => Purpose::Released,
        SealedColumn::Synopsis => Purpose::Synopsis,
        SealedColumn::Totp => Purpose::Totp,
        SealedColumn::ReaderAddress => Purpose::ReaderAddress,
        SealedColumn::Ceremony => Purpose::Ceremony,
        SealedColumn::MessageCopy => Purpose::Reply,
        SealedColumn::Passkey => Purpose::Passkey,
        SealedColumn::Learning => Purpose::Learning,
    }
}

/// Goes on until everything is under the newest data key; says how many values were sealed anew. A timer calls it.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable`, or `Broken` when a value does not open; the next call goes on where this one stopped.
pub fn advance(ctx: &Ctx) -> Result<usize, Error> {
    let newest = ctx.keyring.newest_generation()?;
    let stored = ctx.store.read(|r| r.instance_value(CURSOR))?;
    let known = stored.as_deref().and_then(decoded).filter(|(generation, _)| *generation == newest).map(|(_, cursor)| cursor);
    let mut cursor = match known {
        // The first generation has nothing before it.
        None if newest <= 1 => return Ok(0),
        None => Cursor::At(0, Vec::new()),
        Some(Cursor::Done(day)) => {
            forget(ctx, newest, day)?;
            return Ok(0);
        }
        Some(cursor) => cursor,
    };
    let mut count = 0;
    while let Cursor::At(column, key) = &cursor {
        let Some((next, sealed)) = step(ctx, newest, *column, key)? else { return Ok(count) };
        count += sealed;
        cursor = next;
    }
    Ok(count)
}

/// One transaction; `None` when another node does it.
fn step(ctx: &Ctx, newest: u32, column: usize, after: &[u8]) -> Result<Option<(Cursor, usize)>, Error> {
    let Some(kind) = SealedColumn::ALL.get(column).copied() else {
        let permit = Actor::System.permit::<RotateKeys>().ok_or(Error::Denied)?;
        seal_anew(ctx, &permit)?;
        let done = Cursor::Done(ctx.now().day());
        ctx.store.write(&permit, &format!("data:{newest} done"), |w| w.set_instance_value(CURSOR, &encoded(newest, &done)))?;
        return Ok(Some((done, 0)));
    };
    let rows = ctx.store.read(|r| r.sealed_after(kind, after, BATCH))?;
    let next = rows.last().map_or(Cursor::At(column + 1, Vec::new()), |row| Cursor::At(column, row.key.clone()));
    let mut anew = Vec::new();
    for row in rows.iter().filter(|row| !row.sealed.as_bytes().is_empty()) {
        if let Some(new) = ctx.keyring.reseal(purpose(kind), &row.record, &row.sealed)? {
            anew.push((row, new));
        }
    }
    let now = ctx.now();
    let mine = ctx.store.tend(|t| {
        if !claim_lease(t, "reseal", &ctx.node, now, LEASE)? {
            return Ok(false);
        }
        anew.iter().try_for_each(|(row, new)| t.reseal(kind, row, new))?;
        t.keep_cursor(CURSOR, &encoded(newest, &next))?;
        Ok(true)
    })?;
    Ok(mine.then_some((next, anew.len())))
}

/// Forgets older generations once no data backup from before is kept, and only those that nothing names.
fn forget(ctx: &Ctx, newest: u32, done: i32) -> Result<(), Error> {
    if ctx.now().day() <= done + ctx.settings.retention.data_backup_days {
        return Ok(());
    }
    let (rows, headers) = ctx.store.read(|r| Ok((r.keys()?, r.data_key_headers()?)))?;
    let named: Vec<[u8; 16]> = headers.into_iter().filter_map(|h| Some(named_key(&Envelope::from_bytes(h)).ok()?.0)).collect();
    let permit = Actor::System.permit::<RotateKeys>().ok_or(Error::Denied)?;
    for key in rows.iter().filter(|k| k.purpose == KeyPurpose::Data && u32::try_from(k.epoch).unwrap_or(0) < newest) {
        if named.contains(key.id.as_bytes()) {
            // A node that had not taken the newer one up yet sealed behind the cursor's back: once more from the start.
            return Ok(ctx.store.tend(|t| t.keep_cursor(CURSOR, &encoded(newest, &Cursor::At(0, Vec::new()))))?);
        }
        ctx.store.write(&permit, &format!("data:{} gone", key.epoch), |w| w.drop_key(key.id))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Cursor, decoded, encoded};

    #[test]
    fn a_cursor_reads_back() {
        for cursor in [Cursor::At(0, Vec::new()), Cursor::At(3, vec![7; 16]), Cursor::Done(20_000)] {
            assert_eq!(decoded(&encoded(2, &cursor)), Some((2, cursor)));
        }
        assert_eq!(decoded(&[0, 0, 0, 1]), None);
    }
}
