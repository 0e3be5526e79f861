//! The only source of randomness: the operating system's generator, asked afresh each time.
//!
//! Refuses seeds, user-space generators and a weaker fallback. When the system cannot answer, the operation in hand
//! unwinds inside the generator before any secret exists, so nothing is ever made from predictable bytes.

use rand::Rng;
use rand::rand_core::UnwrapErr;
use rand::rngs::SysRng;
use rand::seq::{IndexedRandom, SliceRandom};

/// The generator in the shape that the primitives ask for.
pub(super) const fn generator() -> UnwrapErr<SysRng> {
    UnwrapErr(SysRng)
}

/// `N` fresh random bytes.
#[must_use]
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut out = [0; N];
    generator().fill_bytes(&mut out);
    out
}

/// Puts `items` into a uniformly random order (Fisher–Yates with unbiased draws).
pub fn shuffle<T>(items: &mut [T]) {
    items.shuffle(&mut generator());
}

/// One of `items`, uniformly; `None` when there are none.
pub(super) fn pick<T>(items: &[T]) -> Option<&T> {
    items.choose(&mut generator())
}

#[cfg(test)]
mod tests {
    use super::{random_bytes, shuffle};

    #[test]
    fn two_draws_differ() {
        let (first, second): ([u8; 32], [u8; 32]) = (random_bytes(), random_bytes());

        assert_ne!(first, second);
    }

    #[test]
    fn shuffling_keeps_every_item() {
        let mut items: Vec<u32> = (0..100).collect();

        shuffle(&mut items);

        assert_ne!(items, (0..100).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..100).collect::<Vec<_>>());
    }

    #[test]
    fn every_order_of_three_comes_up_about_equally_often() {
        let mut seen = std::collections::BTreeMap::<[u8; 3], u32>::new();

        for _ in 0..6_000 {
            let mut items = [0, 1, 2];
            shuffle(&mut items);
            *seen.entry(items).or_default() += 1;
        }

        assert_eq!(seen.len(), 6);
        // 1,000 expected, standard deviation 29: seven deviations either way.
        assert!(seen.values().all(|n| (800..1_200).contains(n)), "{seen:?}");
    }
}
