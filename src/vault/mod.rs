//! The vault: every key, every seal, every secret word. Bytes in, bytes out.
//!
//! Refuses I/O, the clock, settings and logging, and refuses to say why something does not open. No other room
//! imports a cryptographic primitive. The formats are written down in `docs/crypto.md` and frozen by vectors.

pub mod age;
mod audit;
mod bech32;
mod blind;
mod context;
mod envelope;
mod error;
mod format;
mod hex;
mod kdf;
mod keyed;
mod keys;
mod padding;
mod passkey;
mod passphrase;
mod passphrase_rules;
mod random;
mod receipt;
mod recipient;
mod recovery;
mod split;
mod token;
mod totp;
#[cfg(test)]
mod vectors;
mod words;

pub use audit::AuditKey;
pub use blind::BlindKey;
pub use context::{Context, Purpose};
pub use envelope::{field_padding, open_field, seal_field};
pub use error::Error;
pub use format::named_key;
pub use hex::{decode as from_hex, encode as to_hex};
pub use keyed::{keyed_digest, keyed_offset, keyed_token, keyed_token_holds, same, sha256};
pub use keys::{PrivateKey, PublicKey, Suite, SymKey, generate_pair};
pub use padding::Padding;
pub use passkey::{Ceremony, PasskeyAnswer, PasskeyRecord, PasskeySite};
pub use passphrase::{Cost, PassphraseRecord, enrol, spend_like_verify, verify};
pub use passphrase_rules::{draw_passphrase, passphrase_problem};
pub use random::{random_bytes, shuffle};
pub use receipt::{ReceiptKeys, draw_receipt, parse_receipt};
pub use recipient::{open_from, open_padded_from, seal_padded_to, seal_to};
pub use recovery::{RECOVERY_CODES, RecoveryCode};
pub use split::{combine, share_towards, split};
pub use token::{FormKey, LinkToken, SessionToken};
pub use totp::TotpSecret;
