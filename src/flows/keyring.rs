//! The keys of the running service, as flows hold them: absent while the service is sealed, complete afterwards.
//!
//! Sealing to the data key uses the newest generation; opening takes the generation that the ciphertext names. Look-up
//! values (blind digests, link tokens, rounding offsets) come from a key of their own, so that they stay the same when
//! the data key rotates. Refuses to leave this room.

use std::sync::{Arc, OnceLock, RwLock};

use zeroize::Zeroizing;

use super::error::Error;
use crate::domain::id::KeyId;
use crate::domain::sealed::Envelope;
use crate::vault::{Context, Padding, Purpose, SymKey, field_padding, named_key, open_field, seal_field};

/// One generation of the data key.
pub(in crate::flows) struct Generation {
    pub(in crate::flows) id: KeyId,
    pub(in crate::flows) number: u32,
    pub(in crate::flows) key: SymKey,
}

/// What the root key opens.
pub(in crate::flows) struct Opened {
    /// Newest first; never empty.
    pub(in crate::flows) data: Vec<Generation>,
    pub(in crate::flows) lookup: SymKey,
}

/// Opens the keys anew, as they are in the key store now.
type Reopen = Box<dyn Fn() -> Result<Opened, Error> + Send + Sync>;

/// Keys of the running service.
pub(in crate::flows) struct Keyring {
    /// Public id of this installation, bound into every ciphertext.
    pub(in crate::flows) instance: [u8; 16],
    opened: RwLock<Option<Arc<Opened>>>,
    reopen: OnceLock<Reopen>,
}

impl Keyring {
    /// What the root key opens.
    ///
    /// # Errors
    /// `Conflict("sealed")` while the root key is not loaded.
    pub(in crate::flows) fn opened(&self) -> Result<Arc<Opened>, Error> {
        self.opened.read().ok().and_then(|slot| slot.clone()).ok_or(Error::Conflict("sealed"))
    }

    /// Puts opened keys in place of what was there.
    pub(in crate::flows) fn replace(&self, opened: Opened) {
        if let Ok(mut slot) = self.opened.write() {
            *slot = Some(Arc::new(opened));
        }
    }

    /// Says how keys are opened anew; later calls change nothing.
    pub(in crate::flows) fn reopen_by(&self, reopen: Reopen) {
        let _ = self.reopen.set(reopen);
    }

    /// Takes up the generations that there are now. When the root key at hand does not open them, the service is sealed: it must
    /// not go on sealing with a generation that the others will forget.
    ///
    /// # Errors
    /// `Conflict("sealed")`, or `Unavailable` with everything as it was.
    pub(in crate::flows) fn reload(&self) -> Result<(), Error> {
        let reopened = self.reopen.get().ok_or(Error::Conflict("sealed")).and_then(|reopen| reopen());
        match reopened {
            Ok(opened) => self.replace(opened),
            Err(Error::Conflict(_)) => {
                tracing::error!("there is a newer data key that the root key here does not open: the service is sealed");
                if let Ok(mut slot) = self.opened.write() {
                    *slot = None;
                }
                return Err(Error::Conflict("sealed"));
            }
            Err(other) => return Err(other),
        }
        Ok(())
    }

    /// The generation that seals from now on.
    pub(in crate::flows) fn newest_generation(&self) -> Result<u32, Error> {
        Ok(self.opened()?.data.first().map_or(0, |g| g.number))
    }

    fn context<'a>(&'a self, purpose: Purpose, record: &'a [u8], generation: &'a Generation) -> Context<'a> {
        Context { purpose, instance: &self.instance, record, key: generation.id.as_bytes(), epoch: generation.number }
    }

    /// Seals something of class C1 with the newest data key.
    ///
    /// # Errors
    /// `Conflict("sealed")`; `Broken` when it does not fit the padding.
    pub(in crate::flows) fn seal(&self, purpose: Purpose, record: &[u8], plain: &[u8], padding: Padding) -> Result<Envelope, Error> {
        let opened = self.opened()?;
        let newest = opened.data.first().ok_or(Error::Conflict("sealed"))?;
        Ok(seal_field(&newest.key, &self.context(purpose, record, newest), plain, padding)?)
    }

    /// Opens what `seal` made with any generation.
    ///
    /// # Errors
    /// `Conflict("sealed")`; `Broken` when it does not open.
    pub(in crate::flows) fn open(&self, purpose: Purpose, record: &[u8], sealed: &Envelope) -> Result<Zeroizing<Vec<u8>>, Error> {
        let (id, _) = named_key(sealed)?;
        let named = |opened: &Opened| opened.data.iter().any(|g| *g.id.as_bytes() == id);
        if !named(&*self.opened()?) && self.reopen.get().is_some() {
            // Another node has a newer generation already.
            self.reload()?;
        }
        let opened = self.opened()?;
        let generation = opened.data.iter().find(|g| *g.id.as_bytes() == id).ok_or(Error::Broken("sealed with a data key that is gone"))?;
        Ok(open_field(&generation.key, &self.context(purpose, record, generation), sealed)?)
    }

    /// The same content under the newest data key, of the same size; `None` when it is under that key already.
    ///
    /// # Errors
    /// As `open` and `seal`.
    pub(in crate::flows) fn reseal(&self, purpose: Purpose, record: &[u8], sealed: &Envelope) -> Result<Option<Envelope>, Error> {
        let (id, _) = named_key(sealed)?;
        if self.opened()?.data.first().is_some_and(|g| *g.id.as_bytes() == id) {
            return Ok(None);
        }
        let plain = self.open(purpose, record, sealed)?;
        Ok(Some(self.seal(purpose, record, &plain, field_padding(sealed)?)?))
    }
}

/// The keys on their way into a `Ctx`: all of them, or only what is public while the service is sealed.
pub struct Unsealed(Keyring);

impl Unsealed {
    pub(in crate::flows) fn new(instance: [u8; 16], opened: Option<Opened>) -> Self {
        Self(Keyring { instance, opened: RwLock::new(opened.map(Arc::new)), reopen: OnceLock::new() })
    }

    pub(in crate::flows) fn into_keyring(self) -> Keyring {
        self.0
    }
}
