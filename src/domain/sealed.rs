//! Opaque sealed bytes. The store keeps them; only the vault can make or open them.
//!
//! Refuses to know anything about their inside; see `docs/crypto.md` for the layout.

use std::fmt;

/// A versioned ciphertext bound to its place. Debug prints the length only.
#[derive(Clone, PartialEq, Eq)]
pub struct Envelope(Vec<u8>);

impl Envelope {
    /// Wraps bytes made by the vault or read back from the store.
    #[must_use]
    pub const fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The bytes for storage.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Envelope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Envelope({} bytes)", self.0.len())
    }
}

/// What a key in the key store is for. The code is stored and bound into ciphertexts: never reuse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeyPurpose {
    /// K-data: released texts, settings and addresses that the running service must read.
    Data,
    /// Look-up values that must stay the same when K-data rotates: blind digests, link tokens, rounding offsets.
    Lookup,
    /// K-audit: the audit chain's MAC.
    Audit,
    /// K-screen: the screeners' epoch pair that raw report keys are sealed to.
    Screening,
}

impl KeyPurpose {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Lookup => "lookup",
            Self::Audit => "audit",
            Self::Screening => "screening",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Data, Self::Lookup, Self::Audit, Self::Screening].into_iter().find(|p| p.code() == code)
    }
}
