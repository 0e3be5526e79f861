//! Bech32 (BIP 173) for the keys of backup archives: letters that are read aloud, and a checksum that finds typing errors.
//!
//! Refuses the length limit of the original, as age does, and mixed upper and lower case.

use super::error::Error;

const LETTERS: &[u8; 32] = b"qpzry9x8gf2tvdw0s3jn54khce6mua7l";
const GENERATOR: [u32; 5] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3];
/// Values of the checksum.
const CHECK: usize = 6;

fn polymod(values: impl Iterator<Item = u8>) -> u32 {
    values.fold(1, |sum, value| {
        let mixed = (sum & 0x01ff_ffff) << 5 ^ u32::from(value);
        GENERATOR.iter().enumerate().filter(|(bit, _)| sum >> (25 + bit) & 1 == 1).fold(mixed, |mixed, (_, term)| mixed ^ term)
    })
}

fn expanded(prefix: &str) -> impl Iterator<Item = u8> + '_ {
    prefix.bytes().map(|b| b >> 5).chain([0]).chain(prefix.bytes().map(|b| b & 31))
}

/// Takes bits out in groups of another width, zeros at the end.
fn regroup(values: &[u8], from: u32, to: u32) -> Vec<u8> {
    let (mut out, mut group, mut bits) = (Vec::new(), 0_u32, 0);
    for value in values {
        (group, bits) = ((group << from | u32::from(*value)) & 0xfff, bits + from);
        while bits >= to {
            bits -= to;
            out.push((group >> bits & ((1 << to) - 1)).to_le_bytes().first().copied().unwrap_or(0));
        }
    }
    if bits > 0 && to < from {
        out.push((group << (to - bits) & ((1 << to) - 1)).to_le_bytes().first().copied().unwrap_or(0));
    }
    out
}

/// `prefix`, `1`, the bytes and a checksum, in lower case.
pub(super) fn encode(prefix: &str, bytes: &[u8]) -> String {
    let values = regroup(bytes, 8, 5);
    let check = polymod(expanded(prefix).chain(values.iter().copied()).chain([0; CHECK])) ^ 1;
    let check = (0..CHECK).map(|i| (check >> (5 * (CHECK - 1 - i)) & 31).to_le_bytes().first().copied().unwrap_or(0));
    let letters = values.iter().copied().chain(check).map(|v| char::from(LETTERS.get(usize::from(v)).copied().unwrap_or(b'q')));
    format!("{prefix}1{}", letters.collect::<String>())
}

/// The bytes of what `encode` made.
///
/// # Errors
/// `Malformed` for another prefix, a letter that is not one, or a checksum that does not fit.
pub(super) fn decode(prefix: &str, text: &str) -> Result<Vec<u8>, Error> {
    let letters = text.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('1')).ok_or(Error::Malformed)?;
    let value = |letter: u8| LETTERS.iter().position(|l| *l == letter).and_then(|v| u8::try_from(v).ok()).ok_or(Error::Malformed);
    let values: Vec<u8> = letters.bytes().map(value).collect::<Result<_, _>>()?;
    if polymod(expanded(prefix).chain(values.iter().copied())) != 1 {
        return Err(Error::Malformed);
    }
    let data = values.get(..values.len().saturating_sub(CHECK)).ok_or(Error::Malformed)?;
    let bytes = regroup(data, 5, 8);
    // Bits left over are zeros: every value has one spelling.
    if regroup(&bytes, 8, 5) == data { Ok(bytes) } else { Err(Error::Malformed) }
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn the_valid_strings_of_the_standard_are_valid() {
        for (prefix, text) in [("a", "a12uel5l"), ("abcdef", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw")] {
            let bytes = decode(prefix, text).unwrap();
            assert_eq!(encode(prefix, &bytes), text);
        }
    }

    #[test]
    fn one_wrong_letter_is_found() {
        let text = encode("age", &[9; 32]);
        for at in 4..text.len() {
            let mut bad = text.clone().into_bytes();
            bad[at] = if bad[at] == b'q' { b'p' } else { b'q' };
            assert!(decode("age", std::str::from_utf8(&bad).unwrap()).is_err(), "letter {at}");
        }
        assert_eq!(decode("age", &text).unwrap(), [9; 32]);
    }
}
