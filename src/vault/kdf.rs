//! HKDF-SHA256 and HMAC-SHA256 (RFC 5869, RFC 2104) in the two shapes this room needs.
//!
//! Refuses outputs that HKDF cannot give, at compile time; therefore nothing here can fail when it runs.

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use zeroize::Zeroizing;

/// `N` bytes from `secret`, bound to `salt` and to the concatenation of `info`.
pub(super) fn hkdf<const N: usize>(salt: &[u8], secret: &[u8], info: &[&[u8]]) -> Zeroizing<[u8; N]> {
    const { assert!(N <= 255 * 32, "HKDF-SHA256 gives at most 255 blocks") };
    let mut out = Zeroizing::new([0_u8; N]);
    // The only error is an output too long, excluded by the assertion above.
    let _ = Hkdf::<Sha256>::new(Some(salt), secret).expand_multi_info(info, out.as_mut_slice());
    out
}

/// HMAC-SHA256 of the concatenation of `parts`.
pub(super) fn hmac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC fills a short key up with zeros to its block of 64 bytes, so this is the same key without a fallible call.
    let mut block = Zeroizing::new([0_u8; 64]);
    block.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
    let mut mac = Hmac::<Sha256>::new((&*block).into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::{hkdf, hmac};
    use crate::vault::hex::encode;

    #[test]
    fn hkdf_gives_the_first_answer_of_rfc_5869() {
        let salt: Vec<u8> = (0..=0x0c).collect();
        let info: Vec<u8> = (0xf0..=0xf9).collect();

        let okm = hkdf::<42>(&salt, &[0x0b; 22], &[&info[..4], &info[4..]]);

        assert_eq!(encode(okm.as_slice()), "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    #[test]
    fn hmac_equals_the_crate_fed_with_the_short_key() {
        use ::hmac::{Hmac, KeyInit as _, Mac as _};
        let mut reference = Hmac::<sha2::Sha256>::new_from_slice(&[7; 32]).unwrap();
        reference.update(b"what do ya want for nothing?");

        let ours = hmac(&[7; 32], &[b"what do ya ", b"want for nothing?"]);

        assert_eq!(ours.as_slice(), reference.finalize().into_bytes().as_slice());
    }
}
