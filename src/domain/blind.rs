//! Words as the index of released texts knows them: digests under a key that the index has not.
//!
//! Refuses plaintext by type: what the store is handed for its index cannot hold a word. Only the vault makes the bytes.

use std::fmt;

/// The keyed digest of one stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlindWord([u8; 8]);

/// Digits of the spelling (RFC 4648, lower case): both databases take a run of them for one word.
const DIGITS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

impl BlindWord {
    /// Wraps a digest.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 8]) -> Self {
        Self(bytes)
    }
}

/// Thirteen digits, always.
impl fmt::Display for BlindWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write as _;
        // 64 bits and one zero make thirteen times five.
        let bits = u128::from(u64::from_be_bytes(self.0)) << 1;
        (0..13_u32).rev().try_for_each(|place| {
            let digit = usize::try_from((bits >> (5 * place)) & 31).unwrap_or(0);
            f.write_char(char::from(DIGITS.get(digit).copied().unwrap_or(b'a')))
        })
    }
}

/// Words that follow one another; often one alone.
pub type BlindPhrase = Vec<BlindWord>;

/// What to look for in the texts of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlindReading {
    /// Every one must be there; never empty, and no phrase in it is.
    pub wanted: Vec<BlindPhrase>,
    /// None may be there; no phrase in it is empty.
    pub unwanted: Vec<BlindPhrase>,
}

/// A query: a text is found through any one of its readings. Never empty.
pub type BlindQuery = Vec<BlindReading>;

#[cfg(test)]
mod tests {
    use super::BlindWord;

    #[test]
    fn the_spelling_is_that_of_rfc_4648() {
        assert_eq!(BlindWord::from_bytes(*b"foobar\0\0").to_string(), "mzxw6ytboiaaa");
        assert_eq!(BlindWord::from_bytes([0xff; 8]).to_string(), "7777777777776");
    }
}
