//! Padding inside the plaintext, so that a ciphertext's length says little about a text's length.
//!
//! A four-byte length comes first and zeros come last; opening refuses a length that does not fit and any byte
//! after the text that is not zero. Nothing larger than the largest bucket is sealed.

use zeroize::Zeroizing;

use super::error::Error;

/// Bytes of the length before the text.
const PREFIX: usize = 4;
/// Sizes of a padded narrative, length included.
pub(super) const BUCKETS: [usize; 6] = [4 << 10, 8 << 10, 16 << 10, 32 << 10, 64 << 10, 128 << 10];

/// How a plaintext is filled up before it is sealed. The four-byte length counts into every size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// Not filled up: for keys and other things of a known size.
    None,
    /// To the next of 4, 8, 16, 32, 64 and 128 KiB.
    Narrative,
    /// To exactly this many bytes.
    Exactly(usize),
}

/// The padded size of `len` bytes.
fn padded_size(len: usize, padding: Padding) -> Result<usize, Error> {
    let least = len.checked_add(PREFIX).ok_or(Error::Malformed)?;
    let size = match padding {
        Padding::None => Some(least),
        Padding::Narrative => BUCKETS.into_iter().find(|bucket| least <= *bucket),
        Padding::Exactly(size) => Some(size).filter(|size| least <= *size),
    };
    size.ok_or(Error::Malformed)
}

/// Length, text, zeros.
pub(super) fn pad(plain: &[u8], padding: Padding) -> Result<Zeroizing<Vec<u8>>, Error> {
    let length = u32::try_from(plain.len()).map_err(|_| Error::Malformed)?;
    let size = padded_size(plain.len(), padding)?;
    let mut out = Zeroizing::new(Vec::with_capacity(size));
    out.extend_from_slice(&length.to_be_bytes());
    out.extend_from_slice(plain);
    out.resize(size, 0);
    Ok(out)
}

/// The text back; refuses what `pad` cannot have made.
pub(super) fn unpad(padded: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (length, rest) = padded.split_first_chunk::<PREFIX>().ok_or(Error::Refused)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Error::Refused)?;
    let (plain, fill) = rest.split_at_checked(length).ok_or(Error::Refused)?;
    if fill.iter().any(|byte| *byte != 0) {
        return Err(Error::Refused);
    }
    Ok(Zeroizing::new(plain.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::{BUCKETS, Padding, pad, unpad};
    use crate::vault::Error;

    #[test]
    fn narratives_take_only_bucket_sizes() {
        for len in [0, 1, 4_091, 4_092, 4_093, 8_188, 8_189, 60_000, 65_533, 131_068] {
            let padded = pad(&vec![b'x'; len], Padding::Narrative).unwrap();

            assert!(BUCKETS.contains(&padded.len()), "{len}");
            assert_eq!(unpad(&padded).unwrap().len(), len);
        }
        assert_eq!(pad(&vec![0; 131_069], Padding::Narrative).unwrap_err(), Error::Malformed);
    }

    #[test]
    fn an_exact_size_is_exact_and_refuses_what_does_not_fit() {
        assert_eq!(pad(b"a", Padding::Exactly(300)).unwrap().len(), 300);
        assert_eq!(pad(&[1; 296], Padding::Exactly(300)).unwrap().len(), 300);
        assert_eq!(pad(&[1; 297], Padding::Exactly(300)).unwrap_err(), Error::Malformed);
    }

    #[test]
    fn dirty_fill_and_impossible_lengths_are_refused() {
        for bad in [&b""[..], b"\0\0\0", b"\0\0\0\x02a", b"\xff\xff\xff\xffabc", b"\0\0\0\x01a\0\x01"] {
            assert_eq!(unpad(bad).unwrap_err(), Error::Refused, "{bad:?}");
        }
    }
}
