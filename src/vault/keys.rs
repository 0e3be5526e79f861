//! Key types: one symmetric, one pair for each HPKE suite.
//!
//! Secret ones have no `Debug`, `Clone` or serialisation and are wiped when dropped. Refuses to read a key whose
//! suite byte, length or point is not one it knows.

use hpke::kem::{Kem, X25519HkdfSha256, XWing};
use hpke::{Deserializable, Serializable};
use zeroize::Zeroizing;

use super::error::Error;
use super::format::{HPKE_X25519, HPKE_XWING};
use super::hex;
use super::kdf::hkdf;
use super::random::random_bytes;

/// A 256-bit symmetric key.
pub struct SymKey(Zeroizing<[u8; 32]>);

impl SymKey {
    /// A fresh key.
    #[must_use]
    pub fn generate() -> Self {
        Self::from_bytes(random_bytes())
    }

    /// Wraps bytes that are already a key: uniformly random, or derived from such.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Reads 64 lower-case hex digits, as key files spell a key.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        hex::decode_exactly::<32>(text).map(Self)
    }

    /// The bytes, for wrapping under another key.
    #[must_use]
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// Another key for `label`; neither tells anything about the other (HKDF-SHA256, `info` = label).
    #[must_use]
    pub fn derive(&self, label: &str) -> Self {
        Self(hkdf(&[], self.expose(), &[label.as_bytes()]))
    }
}

/// How to seal to a public key. The byte codes are stored: never reuse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Suite {
    /// X25519 with ML-KEM-768, so that a recorded ciphertext outlives a quantum computer.
    #[default]
    XWing,
    /// X25519 alone.
    X25519,
}

impl Suite {
    /// Stable code, the suite byte of envelopes and keys.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::XWing => HPKE_XWING,
            Self::X25519 => HPKE_X25519,
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        [Self::XWing, Self::X25519].into_iter().find(|suite| suite.code() == code)
    }
}

/// The public half of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKey {
    suite: Suite,
    bytes: Box<[u8]>,
}

impl PublicKey {
    /// Reads a suite byte and the key as HPKE serialises it.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let (code, raw) = bytes.split_first().ok_or(Error::Malformed)?;
        let suite = Suite::from_code(*code).ok_or(Error::Malformed)?;
        match suite {
            Suite::XWing => read::<<XWing as Kem>::PublicKey>(raw).map(drop)?,
            Suite::X25519 => read::<<X25519HkdfSha256 as Kem>::PublicKey>(raw).map(drop)?,
        }
        Ok(Self { suite, bytes: raw.into() })
    }

    /// Suite byte, then the key: 33 bytes for X25519, 1,217 for X-Wing.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = vec![self.suite.code()];
        out.extend_from_slice(&self.bytes);
        out
    }

    /// Which suite seals to this key.
    #[must_use]
    pub const fn suite(&self) -> Suite {
        self.suite
    }

    /// The key for one KEM.
    pub(super) fn parsed<K: Kem>(&self) -> Result<K::PublicKey, Error> {
        read(&self.bytes)
    }
}

/// The private half of a pair.
pub struct PrivateKey {
    suite: Suite,
    bytes: Zeroizing<[u8; 32]>,
}

impl PrivateKey {
    /// Reads a suite byte and 32 bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let (code, raw) = bytes.split_first().ok_or(Error::Malformed)?;
        let suite = Suite::from_code(*code).ok_or(Error::Malformed)?;
        let raw: &[u8; 32] = raw.try_into().map_err(|_| Error::Malformed)?;
        Ok(Self { suite, bytes: Zeroizing::new(*raw) })
    }

    /// Suite byte, then the 32 bytes of the key: 33 for both suites.
    #[must_use]
    pub fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut out = Zeroizing::new(Vec::with_capacity(33));
        out.push(self.suite.code());
        out.extend_from_slice(self.bytes.as_slice());
        out
    }

    /// Which suite this key opens.
    #[must_use]
    pub const fn suite(&self) -> Suite {
        self.suite
    }

    /// The key for one KEM.
    pub(super) fn parsed<K: Kem>(&self) -> Result<K::PrivateKey, Error> {
        read(self.bytes.as_slice())
    }
}

/// A fresh pair.
#[must_use]
pub fn generate_pair(suite: Suite) -> (PrivateKey, PublicKey) {
    pair_from(suite, &Zeroizing::new(random_bytes()))
}

/// HPKE `DeriveKeyPair`: the same pair from the same 32 secret bytes, every time.
pub(super) fn pair_from(suite: Suite, secret: &[u8; 32]) -> (PrivateKey, PublicKey) {
    match suite {
        Suite::XWing => tagged::<XWing>(suite, secret),
        Suite::X25519 => tagged::<X25519HkdfSha256>(suite, secret),
    }
}

fn tagged<K: Kem>(suite: Suite, secret: &[u8; 32]) -> (PrivateKey, PublicKey) {
    let (private, public) = K::derive_keypair(secret);
    let mut bytes = Zeroizing::new([0_u8; 32]);
    private.write_exact(bytes.as_mut_slice());
    (PrivateKey { suite, bytes }, PublicKey { suite, bytes: public.to_bytes().as_slice().into() })
}

fn read<T: Deserializable>(raw: &[u8]) -> Result<T, Error> {
    T::from_bytes(raw).map_err(|_| Error::Malformed)
}

#[cfg(test)]
mod tests {
    use super::{PrivateKey, PublicKey, Suite, SymKey, generate_pair, pair_from};
    use crate::vault::Error;

    #[test]
    fn both_halves_read_back_in_both_suites() {
        for (suite, size) in [(Suite::XWing, 1_217), (Suite::X25519, 33)] {
            let (private, public) = generate_pair(suite);

            let again = PublicKey::from_bytes(&public.to_bytes()).unwrap();
            let private_again = PrivateKey::from_bytes(&private.to_bytes()).unwrap();

            assert_eq!(again, public);
            assert_eq!(public.to_bytes().len(), size);
            assert_eq!(*private_again.to_bytes(), *private.to_bytes());
        }
    }

    #[test]
    fn a_key_of_another_size_or_suite_is_malformed() {
        let (private, public) = generate_pair(Suite::X25519);
        let mut relabelled = public.to_bytes();
        relabelled[0] = Suite::XWing.code();

        for bad in [&[][..], &[0x01], &[0x03; 33], &public.to_bytes()[..32], &relabelled] {
            assert_eq!(PublicKey::from_bytes(bad).unwrap_err(), Error::Malformed);
        }
        for bad in [&[][..], &[0x02], &private.to_bytes()[..32], &[0x01; 34]] {
            assert!(PrivateKey::from_bytes(bad).is_err());
        }
    }

    #[test]
    fn pairs_from_the_same_secret_are_the_same_and_differ_by_suite() {
        let first = pair_from(Suite::X25519, &[9; 32]);
        let second = pair_from(Suite::X25519, &[9; 32]);
        let other = pair_from(Suite::XWing, &[9; 32]);

        assert_eq!(first.1, second.1);
        assert_eq!(*first.0.to_bytes(), *second.0.to_bytes());
        assert_ne!(first.0.to_bytes()[1..], other.0.to_bytes()[1..]);
    }

    #[test]
    fn derived_keys_differ_by_label_and_from_their_parent() {
        let key = SymKey::generate();

        let (one, two) = (key.derive("candor/v1/one"), key.derive("candor/v1/two"));

        assert_ne!(one.expose(), two.expose());
        assert_ne!(one.expose(), key.expose());
        assert_eq!(one.expose(), key.derive("candor/v1/one").expose());
    }
}
