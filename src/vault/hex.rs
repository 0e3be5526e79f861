//! Lower-case hexadecimal, as tokens are spelled in links, cookies and form fields.
//!
//! Refuses upper case and any other length: one value has exactly one spelling.

use zeroize::Zeroizing;

use crate::domain::hex;

/// Spells `bytes`.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    hex::spelled(bytes)
}

/// Reads any number of bytes.
#[must_use]
pub fn decode(text: &str) -> Option<Zeroizing<Vec<u8>>> {
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    let mut out = Zeroizing::new(Vec::with_capacity(pairs.len()));
    for [high, low] in pairs {
        out.push(value(*high)? << 4 | value(*low)?);
    }
    Some(out)
}

/// Reads exactly `N` bytes.
pub(super) fn decode_exactly<const N: usize>(text: &str) -> Option<Zeroizing<[u8; N]>> {
    if text.len() != 2 * N {
        return None;
    }
    decode(text)?.as_slice().try_into().ok().map(Zeroizing::new)
}

#[cfg(test)]
mod tests {
    use super::{decode_exactly, encode};

    #[test]
    fn a_spelling_reads_back() {
        let bytes: [u8; 32] = std::array::from_fn(|i| u8::try_from(i * 8).unwrap());

        assert_eq!(decode_exactly::<32>(&encode(&bytes)).as_deref(), Some(&bytes));
    }

    #[test]
    fn other_lengths_cases_and_characters_are_refused() {
        for bad in ["", "ab", &"A".repeat(64), &"g".repeat(64), &"a".repeat(65), &"é".repeat(32)] {
            assert!(decode_exactly::<32>(bad).is_none(), "{bad}");
        }
    }
}
