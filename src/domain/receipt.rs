//! The reporter's receipt: nine words from the EFF large list, and the digest that is kept instead of them.
//!
//! Refuses to print itself. Nine words of 7,776 carry 116 bits, above the 112-bit line of ASVS 6.5.2, so no slow
//! hash is needed. Drawing the words and deriving keys from them is the vault's work.

use std::fmt;

/// Words in a receipt.
pub const RECEIPT_WORDS: usize = 9;

/// The words as the reporter holds them, in canonical form: lower case, single spaces. Debug hides them.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt(String);

/// Why typed words are not a receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReceiptProblem {
    /// There are not nine words; how many there are.
    Count(usize),
    /// The word at this 1-based position is not on the public list.
    Word(usize),
}

impl Receipt {
    /// Takes words already known to be on the list. Only the vault calls this.
    #[must_use]
    pub fn from_canonical(words: String) -> Self {
        Self(words)
    }

    /// The words, for the reporter's own page and for key derivation.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Receipt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Receipt(hidden)")
    }
}

/// SHA-256 of the look-up value derived from a receipt: the primary key of a report's intake row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReceiptDigest(pub [u8; 32]);
