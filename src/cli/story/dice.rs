//! A small deterministic generator: the same seed tells the same story on every machine.
//!
//! Refuses to be used for anything secret: it can be predicted from a few of its outputs.

/// `SplitMix64` after Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014.
pub(in crate::cli) struct Dice(u64);

impl Dice {
    pub(in crate::cli) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    const fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Evenly from 0 up to, not including, 1.
    fn unit(&mut self) -> f64 {
        (self.roll() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True with probability `p`.
    pub(in crate::cli) fn chance(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    /// Evenly from 0 to `n - 1`; 0 when `n` is 0.
    pub(in crate::cli) fn below(&mut self, n: u32) -> u32 {
        u32::try_from(self.roll() % u64::from(n.max(1))).unwrap_or(0)
    }

    /// One of `items`, evenly.
    pub(in crate::cli) fn pick<T: Clone>(&mut self, items: &[T]) -> Option<T> {
        let at = self.below(u32::try_from(items.len()).unwrap_or(u32::MAX));
        items.get(usize::try_from(at).ok()?).cloned()
    }

    /// One of `items` by weight.
    pub(in crate::cli) fn weighted<T: Clone>(&mut self, items: &[(T, u32)]) -> Option<T> {
        let mut left = self.below(items.iter().map(|(_, weight)| weight).sum());
        for (item, weight) in items {
            if left < *weight {
                return Some(item.clone());
            }
            left -= weight;
        }
        None
    }

    /// A Poisson count with this mean, by Knuth's product of uniforms; large means are split to keep `exp` above zero.
    pub(in crate::cli) fn poisson(&mut self, mean: f64) -> usize {
        let (mut left, mut count) = (mean.max(0.0), 0);
        while left > 0.0 {
            let floor = (-left.min(20.0)).exp();
            left -= 20.0;
            let mut product = self.unit();
            while product > floor {
                count += 1;
                product *= self.unit();
            }
        }
        count
    }

    /// Puts `items` in random order.
    pub(in crate::cli) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(u32::try_from(last + 1).unwrap_or(u32::MAX));
            items.swap(last, usize::try_from(other).unwrap_or(last));
        }
    }
}
