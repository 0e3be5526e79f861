//! The organisation's own terms: one sealed list in pieces of one size, and a mark that changes with it.
//!
//! Refuses to know what is in it, or how many.

use diesel::prelude::*;

use super::error::Error;
use super::schema::dictionary;
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::sealed::Envelope;

/// The whole list.
pub struct SealedList {
    /// Drawn anew with each change.
    pub mark: [u8; 16],
    /// Its pieces, in order.
    pub parts: Vec<Envelope>,
}

impl Reader<'_> {
    /// The mark of the list now kept; `None` while there is none. One row by its key: cheap enough to ask for each text.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn dictionary_mark(&mut self) -> Result<Option<[u8; 16]>, Error> {
        let found: Option<Vec<u8>> = dictionary::table.find(0).select(dictionary::mark).first(self.0).optional()?;
        found.map(sixteen).transpose()
    }

    /// The list now kept.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn dictionary(&mut self) -> Result<Option<SealedList>, Error> {
        let rows: Vec<(i32, Vec<u8>, Vec<u8>)> = dictionary::table.order(dictionary::part).load(self.0)?;
        let Some((_, mark, _)) = rows.first() else { return Ok(None) };
        let mark = sixteen(mark.clone())?;
        Ok(Some(SealedList { mark, parts: rows.into_iter().map(|(_, _, sealed)| Envelope::from_bytes(sealed)).collect() }))
    }
}

impl Writer<'_> {
    /// Puts another list in the place of the one kept; `None` leaves no list.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn replace_dictionary(&mut self, list: Option<&SealedList>) -> Result<(), Error> {
        diesel::delete(dictionary::table).execute(self.0)?;
        for (part, sealed) in list.into_iter().flat_map(|l| l.parts.iter().enumerate()) {
            let part = i32::try_from(part).map_err(|_| Error::Broken("a list of too many parts"))?;
            let mark = list.map(|l| l.mark.to_vec()).unwrap_or_default();
            diesel::insert_into(dictionary::table)
                .values((dictionary::part.eq(part), dictionary::mark.eq(mark), dictionary::sealed.eq(sealed.as_bytes())))
                .execute(self.0)?;
        }
        Ok(())
    }
}
