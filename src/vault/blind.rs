//! Digests by which words of released texts are found without being stored (`docs/crypto.md`, "Blind index").
//!
//! Refuses more than eight bytes of each: enough to tell the words of a language apart, and of one size whatever the word.

use super::kdf::hmac;
use super::keys::SymKey;

/// The key of the index, derived from the look-up key: it outlives a change of the data key.
pub struct BlindKey(SymKey);

impl BlindKey {
    /// The key that belongs to a look-up key.
    #[must_use]
    pub fn of(lookup: &SymKey) -> Self {
        Self(lookup.derive("candor/v1/search"))
    }

    /// The digest of one stem in texts of the language with this tag: the first eight bytes of the MAC over
    /// tag ‖ `00` ‖ stem.
    #[must_use]
    pub fn digest(&self, language: &str, stem: &str) -> [u8; 8] {
        let mac = hmac(self.0.expose(), &[language.as_bytes(), b"\0", stem.as_bytes()]);
        let mut short = [0_u8; 8];
        short.iter_mut().zip(mac).for_each(|(to, from)| *to = from);
        short
    }
}

#[cfg(test)]
mod tests {
    use super::BlindKey;
    use crate::vault::SymKey;
    use crate::vault::hex::encode;

    #[test]
    fn a_digest_depends_on_key_language_and_stem() {
        let (key, other) = (BlindKey::of(&SymKey::from_bytes([1; 32])), BlindKey::of(&SymKey::from_bytes([2; 32])));

        let digest = key.digest("en", "pump");

        assert_eq!(digest, key.digest("en", "pump"));
        assert!([other.digest("en", "pump"), key.digest("de", "pump"), key.digest("en", "pumps")].iter().all(|d| *d != digest));
    }

    #[test]
    fn the_digest_of_a_known_key_stays_what_it_is() {
        // Stored indexes hold these: another value means that nothing is found any more.
        assert_eq!(encode(&BlindKey::of(&SymKey::from_bytes([7; 32])).digest("en", "pump")), "8c393aa266fe2c50");
    }
}
