//! Bursts: a month in which an area reports far more than it usually does. Held out of the digest until an analyst says that it counts.
//!
//! A released report knows the month of its release and nothing finer, so bursts are looked for by months. Refuses to judge an area with
//! less than a year before the month: nobody knows what is usual there. Who padded a figure, or whether anybody did, it does not say.

use std::collections::BTreeSet;

use super::series::exposure;
use super::watched::{LEARN_MAX, MONTHS};
use super::{History, history};
use crate::domain::access::{Permit, SettleBurst};
use crate::domain::period::Period;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::Count;
use crate::trends::detect::{BASELINE_MIN, watch};

/// Fewest reports of a burst: fewer are printed as few in any case.
const REPORTS_MIN: u32 = 10;
/// How many times what was expected a burst is at least.
const TIMES: f64 = 2.0;
/// Two-sided chance of such a month alone, at most: among twelve areas and two months a quiet organisation then has a burst in one letter of forty.
const CHANCE: f64 = 0.002;
/// Months, the last ones, that may hold an open burst: those that the next issue prints by area.
const LOOKED_AT: usize = 2;

/// One burst that nobody has settled.
#[derive(Clone, Debug, PartialEq)]
pub struct Burst {
    /// Month of release.
    pub month: Period,
    /// Area code; empty where none was stated.
    pub area: String,
    /// Reports.
    pub reports: u32,
    /// How many were to be expected.
    pub expected: f64,
}

/// Whether the last of these counts is a burst, and what was expected. It is far from what the months before let expect.
fn expected(counts: &[u32], months: &[Period]) -> Option<f64> {
    let from = counts.len().saturating_sub(LEARN_MAX + 1);
    let (counts, months) = (counts.get(from..)?, months.get(from..)?);
    let (reports, learn) = (*counts.last()?, counts.len().checked_sub(1).filter(|learn| *learn >= BASELINE_MIN)?);
    let known: Vec<Option<f64>> = counts.iter().map(|n| Some(f64::from(*n))).collect();
    let exposures: Vec<f64> = months.iter().map(|m| exposure(None, *m)).collect();
    let judged = *watch(&known, &exposures, learn, &MONTHS)?.judged.last()?.as_ref()?;
    let far = f64::from(reports) >= TIMES * judged.expected && judged.p <= CHANCE;
    (reports >= REPORTS_MIN && far).then_some(judged.expected)
}

/// The open bursts among the last of `months`.
pub(in crate::flows) fn open(counts: &[Count], months: &[Period], settled: &[(Period, String)]) -> Vec<Burst> {
    // Months before the first release are not months without reports.
    let began = counts.iter().map(|c| c.period).min();
    let months: Vec<Period> = months.iter().copied().filter(|m| began.is_some_and(|b| *m >= b)).collect();
    let areas: BTreeSet<&str> = counts.iter().map(|c| c.area.as_str()).collect();
    let mut found = Vec::new();
    for area in areas {
        let of = |month: &Period| counts.iter().filter(|c| c.period == *month && c.area == area).map(|c| c.reports).sum();
        let series: Vec<u32> = months.iter().map(of).collect();
        for end in (0..=months.len()).rev().take(LOOKED_AT) {
            let (Some(upto), Some(known)) = (months.get(..end), series.get(..end)) else { continue };
            let (Some(month), Some(reports)) = (upto.last(), known.last()) else { continue };
            if let Some(expected) = expected(known, upto).filter(|_| !settled.iter().any(|(m, a)| m == month && a == area)) {
                found.push(Burst { month: *month, area: area.to_owned(), reports: *reports, expected });
            }
        }
    }
    found
}

/// The open bursts that the next issue would leave out.
///
/// # Errors
/// `Unavailable`.
pub(in crate::flows) fn held_out(ctx: &Ctx) -> Result<Vec<Burst>, Error> {
    let (History { months, counts, .. }, marked) = ctx.store.read(|r| Ok((history(r, ctx.taxonomy(), ctx.now())?, r.settled_bursts()?)))?;
    Ok(open(&counts, &months, &marked))
}

/// An analyst says that a burst is what it looks like: its reports count from now on.
///
/// # Errors
/// `NotFound` for an area that there is not; `Unavailable`.
pub fn settle(ctx: &Ctx, permit: &Permit<SettleBurst>, month: Period, area: &str) -> Result<(), Error> {
    if !area.is_empty() && ctx.taxonomy().area(area).is_none() {
        return Err(Error::NotFound);
    }
    Ok(ctx.store.write(permit, &format!("burst:{month}:{area}"), |w| w.settle_burst(month, area))?)
}

#[cfg(test)]
mod tests {
    use super::{Burst, open};
    use crate::domain::period::Period;
    use crate::store::Count;

    /// Around eight a month, as spread as Poisson counts are; then `after`.
    fn counts(after: &[u32]) -> (Vec<Count>, Vec<Period>) {
        let calm = [8, 6, 10, 7, 11, 5, 9, 8, 7, 10, 5, 9, 6, 8, 9, 11, 7, 8];
        let all: Vec<u32> = calm.into_iter().chain(after.iter().copied()).collect();
        let months = Period::parse("2026-10").expect("a month").back(all.len());
        let cell = |(month, n): (&Period, u32)| Count {
            period: *month,
            area: "icu".to_owned(),
            category: String::new(),
            severity: String::new(),
            reports: n,
        };
        (months.iter().zip(all).map(cell).collect(), months)
    }

    fn found(after: &[u32], settled: &[(Period, String)]) -> Vec<(String, u32)> {
        let (counts, months) = counts(after);
        open(&counts, &months, settled).into_iter().map(|Burst { month, reports, .. }| (month.to_string(), reports)).collect()
    }

    #[test]
    fn far_more_than_usual_is_a_burst_and_a_bad_month_is_none() {
        assert_eq!(found(&[30], &[]), [("2026-10".to_owned(), 30)]);
        assert_eq!(found(&[30, 9], &[]), [("2026-09".to_owned(), 30)], "also when the next month is calm");
        for calm in [&[8][..], &[13], &[15], &[0], &[30, 8, 8]] {
            assert_eq!(found(calm, &[]), [], "{calm:?}");
        }
    }

    #[test]
    fn a_settled_burst_is_over() {
        let october = Period::parse("2026-10").expect("a month");

        assert_eq!(found(&[30], &[(october, "icu".to_owned())]), []);
        assert_eq!(found(&[30], &[(october, "lab".to_owned())]).len(), 1);
    }

    #[test]
    fn nobody_knows_what_is_usual_in_less_than_a_year() {
        let (counts, months) = counts(&[30]);
        let (late, short) = (&counts[counts.len() - 12..], &months[months.len() - 12..]);

        assert_eq!(open(late, short, &[]), []);
    }
}
