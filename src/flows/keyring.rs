//! The keys of the running service, as flows hold them: absent while the service is sealed, complete afterwards.
//!
//! Sealing to the data key uses the newest generation; opening takes the generation that the ciphertext names. Look-up
//! values (blind digests, link tokens, rounding offsets) come from a key of their own, so that they stay the same when
//! the data key rotates. Refuses to leave this room.

use std::sync::{Arc, RwLock};

use zeroize::Zeroizing;

use super::error::Error;
use crate::domain::id::KeyId;
use crate::domain::sealed::Envelope;
use crate::vault::{Context, Padding, Purpose, SymKey, named_key, open_field, seal_field};

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

/// Keys of the running service.
pub(in crate::flows) struct Keyring {
    /// Public id of this installation, bound into every ciphertext.
    pub(in crate::flows) instance: [u8; 16],
    opened: RwLock<Option<Arc<Opened>>>,
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
        let opened = self.opened()?;
        let (id, _) = named_key(sealed)?;
        let generation = opened.data.iter().find(|g| *g.id.as_bytes() == id).ok_or(Error::Broken("sealed with a data key that is gone"))?;
        Ok(open_field(&generation.key, &self.context(purpose, record, generation), sealed)?)
    }

    /// Whether the newest data key sealed it.
    pub(in crate::flows) fn is_newest(&self, sealed: &Envelope) -> Result<bool, Error> {
        let opened = self.opened()?;
        let (id, _) = named_key(sealed)?;
        Ok(opened.data.first().is_some_and(|g| *g.id.as_bytes() == id))
    }
}

/// The keys on their way into a `Ctx`: all of them, or only what is public while the service is sealed.
pub struct Unsealed(Keyring);

impl Unsealed {
    pub(in crate::flows) fn new(instance: [u8; 16], opened: Option<Opened>) -> Self {
        Self(Keyring { instance, opened: RwLock::new(opened.map(Arc::new)) })
    }

    pub(in crate::flows) fn into_keyring(self) -> Keyring {
        self.0
    }
}
