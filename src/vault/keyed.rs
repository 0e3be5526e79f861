//! Small keyed values: blind look-up digests, link tokens, rounding offsets; and comparison in constant time.
//!
//! Refuses to let two uses share values: each kind and each label has a key of its own.

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use super::hex;
use super::kdf::{hkdf, hmac};
use super::keys::SymKey;

/// HMAC-SHA256 under a key derived for one kind of use and one label.
fn labelled(key: &SymKey, kind: &str, label: &str, bytes: &[u8]) -> [u8; 32] {
    let own = hkdf::<32>(&[], key.expose(), &[kind.as_bytes(), b"\0", label.as_bytes()]);
    hmac(&own, &[bytes])
}

/// A digest by which equal `bytes` can be found again without being stored, by nobody without `key`.
#[must_use]
pub fn keyed_digest(key: &SymKey, label: &str, bytes: &[u8]) -> [u8; 32] {
    labelled(key, "candor/v1/keyed/digest", label, bytes)
}

/// A token for a link about `id`, 64 hex digits; it needs no storage to be checked.
#[must_use]
pub fn keyed_token(key: &SymKey, label: &str, id: &[u8]) -> String {
    hex::encode(&labelled(key, "candor/v1/keyed/token", label, id))
}

/// Whether `token` is the one that `keyed_token` gives for `id`; takes the same time either way.
#[must_use]
pub fn keyed_token_holds(key: &SymKey, label: &str, id: &[u8], token: &str) -> bool {
    same(keyed_token(key, label, id).as_bytes(), token.as_bytes())
}

/// A fixed pseudo-random offset in `0..modulus` for one table cell: the same cell is always rounded the same way
/// (`security.md` 5.3, step 5). 128 bits are reduced, so no offset is likelier than another by more than 2^-96 of its
/// chance. A modulus of 0 gives 0.
#[must_use]
pub fn keyed_offset(key: &SymKey, cell: &str, modulus: u32) -> u32 {
    let mac = labelled(key, "candor/v1/keyed/offset", "", cell.as_bytes());
    let wide = mac.iter().take(16).fold(0_u128, |sum, byte| (sum << 8) | u128::from(*byte));
    let offset = wide.checked_rem(u128::from(modulus)).unwrap_or(0);
    u32::try_from(offset).unwrap_or(0)
}

/// SHA-256.
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Equality in a time that depends on the lengths only.
#[must_use]
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

#[cfg(test)]
mod tests {
    use super::{keyed_digest, keyed_offset, keyed_token, keyed_token_holds, same, sha256};
    use crate::vault::SymKey;
    use crate::vault::hex::encode;

    #[test]
    fn equal_bytes_meet_only_under_equal_key_and_label() {
        let (key, other) = (SymKey::generate(), SymKey::generate());

        assert_eq!(keyed_digest(&key, "a", b"x"), keyed_digest(&key, "a", b"x"));
        assert_ne!(keyed_digest(&key, "a", b"x"), keyed_digest(&key, "b", b"x"));
        assert_ne!(keyed_digest(&key, "a", b"x"), keyed_digest(&key, "a", b"y"));
        assert_ne!(keyed_digest(&key, "a", b"x"), keyed_digest(&other, "a", b"x"));
        assert_ne!(encode(&keyed_digest(&key, "a", b"x")), keyed_token(&key, "a", b"x"));
    }

    #[test]
    fn a_token_holds_for_its_id_only() {
        let key = SymKey::generate();
        let token = keyed_token(&key, "leave", b"one");

        assert!(keyed_token_holds(&key, "leave", b"one", &token));
        for (label, id, token) in
            [("leave", &b"two"[..], token.as_str()), ("join", b"one", &token), ("leave", b"one", ""), ("leave", b"one", "é")]
        {
            assert!(!keyed_token_holds(&key, label, id, token));
        }
    }

    #[test]
    fn offsets_stay_put_stay_in_range_and_spread() {
        let key = SymKey::from_bytes([3; 32]);
        let mut seen = [0_u32; 5];

        for n in 0..5_000 {
            let offset = keyed_offset(&key, &format!("cell {n}"), 5);
            assert_eq!(offset, keyed_offset(&key, &format!("cell {n}"), 5));
            seen[offset as usize] += 1;
        }

        // 1,000 expected, standard deviation 28.
        assert!(seen.iter().all(|n| (850..1_150).contains(n)), "{seen:?}");
        assert_eq!(keyed_offset(&key, "cell", 1), 0);
        assert_eq!(keyed_offset(&key, "cell", 0), 0);
    }

    #[test]
    fn sha256_and_comparison_do_what_they_say() {
        assert_eq!(encode(&sha256(b"abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert!(same(b"ab", b"ab"));
        assert!(!same(b"ab", b"ac") && !same(b"ab", b"abc") && !same(b"", b"a"));
    }
}
