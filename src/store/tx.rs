//! The doors of the store: `read`, `write` with a permit, `speak` for a reporter's words, and `tend` for housekeeping.
//!
//! A write commits its audit entry in the same transaction: when the entry cannot be written, nothing is. `tend`
//! reaches sessions, leases, outbox attempts and the move out of intake only; those files take a `Tending`, the
//! others a `Writer`, so that the compiler keeps the line.

use std::sync::{Arc, OnceLock};

use diesel::r2d2::{Pool, PooledConnection};

use super::chain::append;
use super::conn::{Address, Backend, Db, Manager};
use super::dialect;
use super::error::Error;
use super::group::GroupWriter;
use super::tidy::{Tidy, tidy};
use crate::domain::access::{Act, Permit};
use crate::domain::audit::Chain;
use crate::domain::clock::Clock;
use crate::domain::report::{Accepted, SealedIntake};

/// A handle that can only look.
pub struct Reader<'a>(pub(super) &'a mut Db);

/// A handle inside a permitted, audited write.
pub struct Writer<'a>(pub(super) &'a mut Db);

/// A handle for what a reporter does with the words.
pub struct Speaking<'a>(pub(super) &'a mut Db);

/// A handle for housekeeping.
pub struct Tending<'a>(pub(super) &'a mut Db);

impl Writer<'_> {
    /// Looks at rows from inside the write.
    pub fn reading(&mut self) -> Reader<'_> {
        Reader(self.0)
    }
}

impl Tending<'_> {
    /// Looks at rows from inside the housekeeping step.
    pub fn reading(&mut self) -> Reader<'_> {
        Reader(self.0)
    }
}

/// The store: a pool, and one writer thread that commits waiting submissions as a group.
pub struct Store {
    address: Address,
    pool: Pool<Manager>,
    group: GroupWriter,
    chain: OnceLock<Arc<dyn Chain>>,
    clock: Arc<dyn Clock>,
}

impl Store {
    /// Opens a migrated database.
    ///
    /// # Errors
    /// `Unavailable` when it cannot be reached.
    pub fn open(address: Address, clock: Arc<dyn Clock>) -> Result<Self, Error> {
        let pool = address.pool();
        let group = GroupWriter::start(address.clone())?;
        Ok(Self { address, pool, group, chain: OnceLock::new(), clock })
    }

    /// Which database this is.
    #[must_use]
    pub const fn backend(&self) -> Backend {
        self.address.backend()
    }

    /// Hands over the audit chain once the audit key is known; later calls change nothing.
    pub fn set_chain(&self, chain: Arc<dyn Chain>) {
        let _ = self.chain.set(chain);
    }

    /// The chain, for verification.
    ///
    /// # Errors
    /// `Sealed` before `set_chain`.
    pub fn chain(&self) -> Result<&Arc<dyn Chain>, Error> {
        self.chain.get().ok_or(Error::Sealed)
    }

    fn connection(&self) -> Result<PooledConnection<Manager>, Error> {
        self.pool.get().map_err(|_| Error::Unavailable)
    }

    /// Looks at rows.
    ///
    /// # Errors
    /// `Unavailable`, or what `body` returns.
    pub fn read<T>(&self, body: impl FnOnce(&mut Reader<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let mut db = self.connection()?;
        body(&mut Reader(&mut db))
    }

    /// Changes rows, or opens something sealed, as `permit` allows; `object` is what the audit log will name.
    ///
    /// # Errors
    /// `Sealed` without an audit key, `Unavailable`, or what `body` returns; nothing is changed then.
    pub fn write<A: Act, T>(
        &self,
        permit: &Permit<A>,
        object: &str,
        body: impl FnOnce(&mut Writer<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let chain = Arc::clone(self.chain()?);
        let at = self.clock.now();
        let mut db = self.connection()?;
        dialect::write_tx(&mut db, |db| {
            // The head row is locked first, so that concurrent writers queue up instead of forking the chain.
            append(db, chain.as_ref(), at, &permit.actor().label(), A::VERB, object)?;
            body(&mut Writer(db))
        })
    }

    /// Housekeeping that changes nothing of meaning: sessions, leases, delivery attempts, the move out of intake.
    ///
    /// # Errors
    /// `Unavailable`, or what `body` returns.
    pub fn tend<T>(&self, body: impl FnOnce(&mut Tending<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let mut db = self.connection()?;
        dialect::write_tx(&mut db, |db| body(&mut Tending(db)))
    }

    /// What a reporter does to their own report with its words. No audit entry: it would keep the time at which they came.
    ///
    /// # Errors
    /// `Unavailable`, or what `body` returns; nothing is changed then.
    pub fn speak<T>(&self, body: impl FnOnce(&mut Speaking<'_>) -> Result<T, Error>) -> Result<T, Error> {
        let mut db = self.connection()?;
        dialect::write_tx(&mut db, |db| body(&mut Speaking(db)))
    }

    /// Takes one sealed submission in and returns after it is durable. No audit entry: one per submission would keep
    /// the arrival time that intake promises not to keep.
    ///
    /// # Errors
    /// `Unavailable`: nothing was saved, say so.
    pub fn take_in(&self, item: SealedIntake) -> Result<Accepted, Error> {
        self.group.submit(item)
    }

    /// Leaves no trace of the order or of what is gone in the files (`tidy.rs`). Must not be called inside a transaction.
    ///
    /// # Errors
    /// `Unavailable` when somebody else keeps the database from it; the next call does it again.
    pub fn tidy(&self, how: Tidy) -> Result<(), Error> {
        tidy(&mut *self.connection()?, how)
    }

    /// Every table and column present, for the schema test and `doctor`.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn columns(&self) -> Result<Vec<(String, String)>, Error> {
        dialect::columns(&mut *self.connection()?)
    }
}
