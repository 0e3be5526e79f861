//! Digest readers: addresses sealed with the data key, found again by a keyed digest.

use diesel::prelude::*;

use super::error::Error;
use super::schema::readers;
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::edition::Level;
use crate::domain::id::SubscriberId;
use crate::domain::sealed::Envelope;

/// One reader.
pub struct ReaderRow {
    /// Random id.
    pub id: SubscriberId,
    /// Keyed digest of the address.
    pub address_digest: [u8; 32],
    /// The address, sealed.
    pub address: Envelope,
    /// Language tag of the letters.
    pub language: String,
    /// Whether letters go out.
    pub active: bool,
    /// Whether the question is open if they shall.
    pub asked: bool,
    /// Which figures they may see; `None` for whoever was added before readers had levels.
    pub level: Option<Level>,
}

type Columns = (Vec<u8>, Vec<u8>, Vec<u8>, String, bool, bool, Option<String>);

fn row((id, digest, address, language, active, asked, level): Columns) -> Result<ReaderRow, Error> {
    Ok(ReaderRow {
        id: SubscriberId::from_bytes(sixteen(id)?),
        address_digest: digest.try_into().map_err(|_| Error::Broken("an address digest is not 32 bytes"))?,
        address: Envelope::from_bytes(address),
        language,
        active,
        asked,
        level: level.map(|code| Level::from_code(&code).ok_or(Error::Broken("unknown level of a reader"))).transpose()?,
    })
}

impl Reader<'_> {
    /// Every reader.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn readers(&mut self) -> Result<Vec<ReaderRow>, Error> {
        let rows: Vec<Columns> = readers::table.order(readers::id).load(self.0)?;
        rows.into_iter().map(row).collect()
    }

    /// The reader with this id.
    ///
    /// # Errors
    /// `NotFound`.
    pub fn reader(&mut self, id: SubscriberId) -> Result<ReaderRow, Error> {
        row(readers::table.find(id.as_bytes().to_vec()).first(self.0)?)
    }
}

impl Writer<'_> {
    /// Adds a reader, or takes one back who left. Whoever receives already keeps receiving, in the language and at the level given now.
    /// Returns the reader's id and whether the question is open.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn add_reader(&mut self, new: &ReaderRow) -> Result<(SubscriberId, bool), Error> {
        let known = readers::table.filter(readers::address_digest.eq(new.address_digest.to_vec()));
        let found: Option<Columns> = known.first(self.0).optional()?;
        let Some(found) = found else {
            diesel::insert_into(readers::table)
                .values((
                    readers::id.eq(new.id.as_bytes().to_vec()),
                    readers::address_digest.eq(new.address_digest.to_vec()),
                    readers::address.eq(new.address.as_bytes()),
                    readers::language.eq(&new.language),
                    readers::active.eq(new.active),
                    readers::asked.eq(new.asked),
                    readers::level.eq(new.level.map(Level::code)),
                ))
                .execute(self.0)?;
            return Ok((new.id, new.asked));
        };
        let found = row(found)?;
        let (active, asked) = (found.active || new.active, new.asked && !found.active);
        diesel::update(readers::table.find(found.id.as_bytes().to_vec()))
            .set((
                readers::active.eq(active),
                readers::asked.eq(asked),
                readers::language.eq(&new.language),
                readers::level.eq(new.level.map(Level::code)),
            ))
            .execute(self.0)?;
        Ok((found.id, asked))
    }

    /// A reader who was asked says yes; `false` when nobody asked.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn confirm_reader(&mut self, id: SubscriberId) -> Result<bool, Error> {
        let asked = readers::table.find(id.as_bytes().to_vec()).filter(readers::asked.eq(true));
        Ok(diesel::update(asked).set((readers::active.eq(true), readers::asked.eq(false))).execute(self.0)? == 1)
    }

    /// Stops letters to one reader; letters already waiting are not sent either (`claim_letter` skips them), and a
    /// question that is still open is withdrawn.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn silence_reader(&mut self, id: SubscriberId) -> Result<(), Error> {
        diesel::update(readers::table.find(id.as_bytes().to_vec()))
            .set((readers::active.eq(false), readers::asked.eq(false)))
            .execute(self.0)?;
        Ok(())
    }

    /// The same, by keyed digest of the address; `false` when no such reader is there.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn silence_address(&mut self, digest: &[u8; 32]) -> Result<bool, Error> {
        let changed = diesel::update(readers::table.filter(readers::address_digest.eq(digest.to_vec())))
            .set((readers::active.eq(false), readers::asked.eq(false)))
            .execute(self.0)?;
        Ok(changed > 0)
    }
}
