//! Two of n without field arithmetic: one key, split anew for every pair of holders.
//!
//! For the pair (i, j), i before j, random bytes r go to i and r XOR key to j. Either alone is random; together they are the
//! key. A holder's shares of one report form one bundle, in the order of the other holders. Refuses fewer than two holders.

use zeroize::Zeroizing;

use super::error::Error;
use super::keys::SymKey;
use super::random::random_bytes;

/// Bytes of one share.
const SHARE: usize = 32;

/// One bundle for each of `holders`: the shares towards every other holder, in order.
///
/// # Errors
/// `Malformed` for fewer than two holders.
pub fn split(key: &SymKey, holders: usize) -> Result<Vec<Zeroizing<Vec<u8>>>, Error> {
    if holders < 2 {
        return Err(Error::Malformed);
    }
    let mut bundles: Vec<Zeroizing<Vec<u8>>> = (0..holders).map(|_| Zeroizing::new(vec![0; SHARE * (holders - 1)])).collect();
    for first in 0..holders {
        for second in first + 1..holders {
            let random: Zeroizing<[u8; SHARE]> = Zeroizing::new(random_bytes());
            let other = xor(&random, key.expose());
            put(&mut bundles, first, second, random.as_slice());
            put(&mut bundles, second, first, other.as_slice());
        }
    }
    Ok(bundles)
}

/// The share that holder `own` keeps towards holder `other`, both counted from 0.
///
/// # Errors
/// `Malformed` when the bundle has no such share.
pub fn share_towards(bundle: &[u8], own: usize, other: usize) -> Result<Zeroizing<[u8; 32]>, Error> {
    if own == other {
        return Err(Error::Malformed);
    }
    let share = bundle.chunks_exact(SHARE).nth(place(own, other)).ok_or(Error::Malformed)?;
    Ok(Zeroizing::new(share.try_into().map_err(|_| Error::Malformed)?))
}

/// The key that two shares towards each other make. Shares that do not belong together make another key, which opens nothing.
#[must_use]
pub fn combine(one: &[u8; 32], other: &[u8; 32]) -> SymKey {
    SymKey::from_bytes(*xor(one, other))
}

/// Where the share towards `other` stands in `own`'s bundle.
const fn place(own: usize, other: usize) -> usize {
    if other > own { other - 1 } else { other }
}

fn put(bundles: &mut [Zeroizing<Vec<u8>>], own: usize, other: usize, share: &[u8]) {
    if let Some(slot) = bundles.get_mut(own).and_then(|bundle| bundle.chunks_exact_mut(SHARE).nth(place(own, other))) {
        slot.copy_from_slice(share);
    }
}

fn xor(a: &[u8; 32], b: &[u8; 32]) -> Zeroizing<[u8; 32]> {
    let mut out = Zeroizing::new([0_u8; 32]);
    for (to, (x, y)) in out.iter_mut().zip(a.iter().zip(b)) {
        *to = x ^ y;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{combine, share_towards, split};
    use crate::vault::SymKey;

    #[test]
    fn every_pair_and_only_a_pair_makes_the_key() {
        for n in 2..=6 {
            let key = SymKey::generate();
            let bundles = split(&key, n).unwrap();
            for i in 0..n {
                assert_eq!(bundles[i].len(), 32 * (n - 1));
                for j in (0..n).filter(|j| *j != i) {
                    let (mine, theirs) = (share_towards(&bundles[i], i, j).unwrap(), share_towards(&bundles[j], j, i).unwrap());
                    assert_eq!(combine(&mine, &theirs).expose(), key.expose());
                    for k in (0..n).filter(|k| *k != i && *k != j) {
                        let stranger = share_towards(&bundles[k], k, i).unwrap();
                        assert_ne!(combine(&mine, &stranger).expose(), key.expose(), "{i} {j} {k} of {n}");
                    }
                }
            }
        }
    }

    #[test]
    fn one_holder_and_a_share_towards_oneself_are_refused() {
        assert!(split(&SymKey::generate(), 1).is_err());
        let bundles = split(&SymKey::generate(), 3).unwrap();
        assert!(share_towards(&bundles[0], 1, 1).is_err());
        assert!(share_towards(&bundles[0], 0, 3).is_err());
    }
}
