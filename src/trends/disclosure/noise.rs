//! Noise for the optional differentially private mode: exact two-sided geometric draws, in whole numbers only.
//!
//! The sampler of Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (2020), algorithms 1 and 2.
//! Refuses floating point, whose gaps give true values away (Mironov 2012), and refuses to draw its own random bits.

/// How much one report may change what is likely to be published, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Epsilon(u32);

/// Most tables that may contain one report.
pub const TABLES_MAX: u32 = 3;

/// Draws after which a source of bits is taken to be stuck.
const DRAWS_MAX: u32 = 100_000;

impl Epsilon {
    /// 1.0.
    pub const DEFAULT: Self = Self(1_000);

    /// From thousandths; `None` under 0.5 and above 2.0.
    #[must_use]
    pub const fn from_thousandths(thousandths: u32) -> Option<Self> {
        if thousandths >= 500 && thousandths <= 2_000 { Some(Self(thousandths)) } else { None }
    }

    /// In thousandths.
    #[must_use]
    pub const fn thousandths(self) -> u32 {
        self.0
    }
}

/// Random bits, counted so that a stuck source ends the draw.
struct Bits<'a> {
    source: &'a dyn Fn() -> u64,
    left: u32,
}

impl Bits<'_> {
    fn next(&mut self) -> Option<u64> {
        self.left = self.left.checked_sub(1)?;
        Some((self.source)())
    }

    /// A whole number under `bound`, each equally likely.
    fn below(&mut self, bound: u64) -> Option<u64> {
        let fair = u64::MAX - u64::MAX % bound.max(1);
        loop {
            let draw = self.next()?;
            if draw < fair {
                return draw.checked_rem(bound);
            }
        }
    }

    /// True with probability `exp(-part / whole)`, for `part ≤ whole` (algorithm 1).
    fn survives(&mut self, part: u64, whole: u64) -> Option<bool> {
        let mut k = 1_u64;
        while self.below(whole.checked_mul(k)?)? < part {
            k += 1;
        }
        Some(k % 2 == 1)
    }
}

/// One draw `z` with probability proportional to `exp(-ε |z| / tables)`; `bits` gives 64 random bits each time (algorithm 2).
///
/// `None` when the bits do not look random at all, or `tables` is not 1 to 3.
#[must_use]
pub fn two_sided_geometric(epsilon: Epsilon, tables: u32, bits: &dyn Fn() -> u64) -> Option<i64> {
    if tables == 0 || tables > TABLES_MAX {
        return None;
    }
    let (s, t) = (u64::from(epsilon.0), 1_000 * u64::from(tables));
    let mut bits = Bits { source: bits, left: DRAWS_MAX };
    loop {
        let u = bits.below(t)?;
        if !bits.survives(u, t)? {
            continue;
        }
        let mut v = 0_u64;
        while bits.survives(1, 1)? {
            v += 1;
        }
        let size = i64::try_from((u + t * v) / s).ok()?;
        let negative = bits.below(2)? == 1;
        if !(negative && size == 0) {
            return Some(if negative { -size } else { size });
        }
    }
}
