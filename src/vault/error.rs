//! The two ways a vault operation can fail.
//!
//! Refuses detail on purpose: a message that tells a wrong key from a changed byte helps only an attacker.

/// Why the vault said no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Wrong key, wrong pass-phrase, wrong place, or changed bytes; deliberately not told apart.
    #[error("refused")]
    Refused,
    /// Not a format, version or suite known here, or a plaintext, cost or key that a format cannot carry.
    #[error("malformed")]
    Malformed,
}
