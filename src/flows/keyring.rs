//! The keys of the running service, as flows hold them. Refuses to leave this room.

use crate::domain::id::KeyId;
use crate::vault::SymKey;

/// Keys of the running service.
pub(in crate::flows) struct Keyring {
    /// Public id of this installation, bound into every ciphertext.
    pub(in crate::flows) instance: [u8; 16],
    /// K-data and its id and generation.
    pub(in crate::flows) data: SymKey,
    pub(in crate::flows) data_id: KeyId,
    pub(in crate::flows) data_generation: u32,
}

/// Keys opened with the root key, on their way into a `Ctx`.
pub struct Unsealed(Keyring);

impl Unsealed {
    pub(in crate::flows) const fn new(keyring: Keyring) -> Self {
        Self(keyring)
    }

    pub(in crate::flows) fn into_keyring(self) -> Keyring {
        self.0
    }
}
