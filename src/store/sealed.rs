//! Everything that rests under the data key, column by column: for sealing it anew, and for knowing which generations are named.
//!
//! Refuses to overwrite what somebody changed meanwhile: a replacement names the bytes it was made from.

use diesel::prelude::*;

use super::error::Error;
use super::retention::{HEADER, substr};
use super::schema::{addenda, ceremonies, dictionary, instance, keys, learning, messages, passkeys, readers, reports, staff};
use super::tx::{Reader, Tending, Writer};
use crate::domain::id::KeyId;
use crate::domain::sealed::Envelope;

/// A column of things under the data key. The order is that of sealing anew and is kept in the cursor: add at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedColumn {
    /// `reports.released_text`.
    ReleasedText,
    /// `reports.synopsis`.
    Synopsis,
    /// `staff.totp`.
    Totp,
    /// `readers.address`.
    ReaderAddress,
    /// `ceremonies.sealed`.
    Ceremony,
    /// `messages.sealed`, the desk's copies.
    MessageCopy,
    /// `addenda.sealed`.
    Addendum,
    /// `passkeys.sealed`.
    Passkey,
    /// `learning.sealed`.
    Learning,
}

impl SealedColumn {
    /// Every column, in order.
    pub const ALL: [Self; 9] = [
        Self::ReleasedText,
        Self::Synopsis,
        Self::Totp,
        Self::ReaderAddress,
        Self::Ceremony,
        Self::MessageCopy,
        Self::Addendum,
        Self::Passkey,
        Self::Learning,
    ];
}

/// One sealed value.
pub struct SealedRow {
    /// Primary key of its row.
    pub key: Vec<u8>,
    /// What the value is bound to.
    pub record: Vec<u8>,
    /// The value.
    pub sealed: Envelope,
}

/// The values of a nullable or other column after `$after`, in the order of their keys.
macro_rules! after {
    ($db:expr, $after:expr, $limit:expr, $table:ident, $record:ident, $sealed:expr) => {
        $table::table
            .filter($table::id.gt($after.to_vec()))
            .order($table::id)
            .limit($limit)
            .select(($table::id, $table::$record, $sealed))
            .load($db)?
    };
}

/// Report and position in the key of an addendum; nothing stands for the place before the first.
fn addendum_key(key: &[u8]) -> (Vec<u8>, i32) {
    match key.split_last_chunk::<4>() {
        Some((report, position)) => (report.to_vec(), i32::from_be_bytes(*position)),
        None => (Vec::new(), i32::MIN),
    }
}

impl Reader<'_> {
    /// Values of a column after the row `after`.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn sealed_after(&mut self, column: SealedColumn, after: &[u8], limit: i64) -> Result<Vec<SealedRow>, Error> {
        type Raw = (Vec<u8>, Vec<u8>, Option<Vec<u8>>);
        let rows: Vec<Raw> = match column {
            SealedColumn::ReleasedText => after!(self.0, after, limit, reports, id, reports::released_text),
            SealedColumn::Synopsis => after!(self.0, after, limit, reports, id, reports::synopsis),
            SealedColumn::Totp => after!(self.0, after, limit, staff, id, staff::totp),
            SealedColumn::ReaderAddress => after!(self.0, after, limit, readers, id, readers::address.nullable()),
            SealedColumn::Ceremony => after!(self.0, after, limit, ceremonies, id, ceremonies::sealed.nullable()),
            SealedColumn::MessageCopy => messages::table
                .filter(messages::id.gt(after.to_vec()))
                .filter(messages::side.eq("copy"))
                .order(messages::id)
                .limit(limit)
                .select((messages::id, messages::receipt, messages::sealed.nullable()))
                .load(self.0)?,
            SealedColumn::Addendum => return self.addenda_after(after, limit),
            SealedColumn::Passkey => after!(self.0, after, limit, passkeys, id, passkeys::sealed.nullable()),
            SealedColumn::Learning => after!(self.0, after, limit, learning, id, learning::sealed.nullable()),
        };
        let row = |(key, record, sealed): Raw| SealedRow { key, record, sealed: Envelope::from_bytes(sealed.unwrap_or_default()) };
        Ok(rows.into_iter().map(row).collect())
    }

    /// Addenda have a key of two parts: the report, then the position, as they are bound too.
    fn addenda_after(&mut self, after: &[u8], limit: i64) -> Result<Vec<SealedRow>, Error> {
        let (report, position) = addendum_key(after);
        let later = addenda::report.gt(report.clone()).or(addenda::report.eq(report).and(addenda::position.gt(position)));
        let rows: Vec<(Vec<u8>, i32, Vec<u8>)> = addenda::table
            .filter(later)
            .order((addenda::report, addenda::position))
            .limit(limit)
            .select((addenda::report, addenda::position, addenda::sealed))
            .load(self.0)?;
        let row = |(report, position, sealed): (Vec<u8>, i32, Vec<u8>)| {
            let key = [report.as_slice(), &position.to_be_bytes()].concat();
            SealedRow { record: key.clone(), key, sealed: Envelope::from_bytes(sealed) }
        };
        Ok(rows.into_iter().map(row).collect())
    }

    /// The headers of everything under the data key, where each names its generation.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn data_key_headers(&mut self) -> Result<Vec<Vec<u8>>, Error> {
        let mut all: Vec<Vec<u8>> = Vec::new();
        let text = reports::released_text.assume_not_null();
        all.extend(reports::table.filter(reports::released_text.is_not_null()).select(substr(text, 1, HEADER)).distinct().load(self.0)?);
        let synopsis = reports::synopsis.assume_not_null();
        all.extend(reports::table.filter(reports::synopsis.is_not_null()).select(substr(synopsis, 1, HEADER)).distinct().load(self.0)?);
        let totp = staff::totp.assume_not_null();
        all.extend(staff::table.filter(staff::totp.is_not_null()).select(substr(totp, 1, HEADER)).distinct().load(self.0)?);
        all.extend(readers::table.select(substr(readers::address, 1, HEADER)).distinct().load(self.0)?);
        all.extend(ceremonies::table.select(substr(ceremonies::sealed, 1, HEADER)).distinct().load(self.0)?);
        all.extend(dictionary::table.select(substr(dictionary::sealed, 1, HEADER)).distinct().load(self.0)?);
        all.extend(messages::table.filter(messages::side.eq("copy")).select(substr(messages::sealed, 1, HEADER)).distinct().load(self.0)?);
        all.extend(addenda::table.select(substr(addenda::sealed, 1, HEADER)).distinct().load(self.0)?);
        all.extend(passkeys::table.select(substr(passkeys::sealed, 1, HEADER)).distinct().load(self.0)?);
        all.extend(learning::table.select(substr(learning::sealed, 1, HEADER)).distinct().load(self.0)?);
        Ok(all)
    }
}

impl Tending<'_> {
    /// Puts the same content under another generation in place; nothing happens where somebody changed it meanwhile.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn reseal(&mut self, column: SealedColumn, row: &SealedRow, new: &Envelope) -> Result<(), Error> {
        let (key, old, new) = (row.key.clone(), row.sealed.as_bytes().to_vec(), new.as_bytes().to_vec());
        match column {
            SealedColumn::ReleasedText => diesel::update(reports::table.find(key).filter(reports::released_text.eq(Some(old))))
                .set(reports::released_text.eq(Some(new)))
                .execute(self.0)?,
            SealedColumn::Synopsis => diesel::update(reports::table.find(key).filter(reports::synopsis.eq(Some(old))))
                .set(reports::synopsis.eq(Some(new)))
                .execute(self.0)?,
            SealedColumn::Totp => {
                diesel::update(staff::table.find(key).filter(staff::totp.eq(Some(old)))).set(staff::totp.eq(Some(new))).execute(self.0)?
            }
            SealedColumn::ReaderAddress => {
                diesel::update(readers::table.find(key).filter(readers::address.eq(old))).set(readers::address.eq(new)).execute(self.0)?
            }
            SealedColumn::Ceremony => diesel::update(ceremonies::table.find(key).filter(ceremonies::sealed.eq(old)))
                .set(ceremonies::sealed.eq(new))
                .execute(self.0)?,
            SealedColumn::MessageCopy => {
                diesel::update(messages::table.find(key).filter(messages::sealed.eq(old))).set(messages::sealed.eq(new)).execute(self.0)?
            }
            SealedColumn::Addendum => {
                let row = addenda::table.find(addendum_key(&key)).filter(addenda::sealed.eq(old));
                diesel::update(row).set(addenda::sealed.eq(new)).execute(self.0)?
            }
            SealedColumn::Passkey => {
                diesel::update(passkeys::table.find(key).filter(passkeys::sealed.eq(old))).set(passkeys::sealed.eq(new)).execute(self.0)?
            }
            SealedColumn::Learning => {
                diesel::update(learning::table.find(key).filter(learning::sealed.eq(old))).set(learning::sealed.eq(new)).execute(self.0)?
            }
        };
        Ok(())
    }

    /// Keeps how far a task has come.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn keep_cursor(&mut self, name: &str, value: &[u8]) -> Result<(), Error> {
        diesel::delete(instance::table.find(name)).execute(self.0)?;
        diesel::insert_into(instance::table).values((instance::name.eq(name), instance::value.eq(value.to_vec()))).execute(self.0)?;
        Ok(())
    }
}

impl Writer<'_> {
    /// Forgets a key that nothing names any more.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn drop_key(&mut self, key: KeyId) -> Result<(), Error> {
        diesel::delete(keys::table.find(key.as_bytes().to_vec())).execute(self.0)?;
        Ok(())
    }
}
