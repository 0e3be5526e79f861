//! Trends for the desk: monthly roll-ups become series, the standard detector judges them, one of them is charted.
//!
//! Exact counts, so nothing of this leaves the desk; letters go through the disclosure gate (`digest`). Refuses a test for every
//! whim: what is watched is the same for everybody and does not depend on the chart that is looked at. Rules: `docs/statistics.md`, 8.

mod bursts;
mod charted;
mod reporting;
mod series;
mod watched;

pub use crate::domain::subject::Subject;
pub use bursts::{Burst, settle as settle_burst};
pub(in crate::flows) use bursts::{held_out, open as open_bursts};
pub(in crate::flows) use charted::continued;
pub use charted::{Asked, Charted, Finding, LEARN, Level, Method, Point, Sort};
pub use reporting::{Quiet, Reporting};
pub use series::Monthly;
pub(in crate::flows) use series::{exposure, is_known};
pub use watched::{Judgement, SIGNALS_MAX, Verdict, Watched};

use super::ctx::Ctx;
use super::error::Error;
use crate::domain::access::{Permit, ReadTrends};
use crate::domain::clock::{DAY, Moment};
use crate::domain::period::Period;
use crate::domain::taxonomy::Taxonomy;
use crate::store::{Count, Error as StoreError, Reader};
use crate::trends::disclosure::eligible::SETTLING_DAYS;

/// Months of history that may be charted.
const HISTORY: usize = 60;

/// Everything the page shows.
pub struct Board {
    /// The months there are, oldest first, the last settled one last; empty before the first release.
    pub months: Vec<Period>,
    /// Every series, the whole organisation first.
    pub series: Vec<Monthly>,
    /// What the detector says of them, one entry a series.
    pub watched: Watched,
    /// Months of areas that are held out of the digest.
    pub bursts: Vec<Burst>,
    /// Whether everybody reports.
    pub reporting: Reporting,
    /// What the chart was asked for, with what is unknown put right.
    pub asked: Asked,
    /// The chart; `None` before the first release.
    pub charted: Option<Charted>,
}

/// The last month whose counts have settled at `now`, as for digests.
pub(in crate::flows) fn settled(now: Moment) -> Period {
    now.plus(-i64::from(SETTLING_DAYS) * DAY).period().previous()
}

/// The roll-ups as series.
pub(in crate::flows) struct History {
    /// The months there are, oldest first: from the first release on, for months before it are not months without reports.
    pub(in crate::flows) months: Vec<Period>,
    /// Every series, the whole organisation first.
    pub(in crate::flows) series: Vec<Monthly>,
    /// What they were added up from.
    pub(in crate::flows) counts: Vec<Count>,
}

/// Every series up to the last settled month.
pub(in crate::flows) fn history(r: &mut Reader<'_>, taxonomy: &Taxonomy, now: Moment) -> Result<History, StoreError> {
    let last = settled(now);
    let months = last.back(HISTORY);
    let counts = r.counts(months.first().copied().unwrap_or(last), last)?;
    let began = counts.iter().map(|c| c.period).min();
    let months: Vec<Period> = months.into_iter().filter(|m| began.is_some_and(|b| *m >= b)).collect();
    let series = series::every(taxonomy, &months, &counts, now.period());
    Ok(History { months, series, counts })
}

/// Reads the roll-ups and judges them. Audited once, with the series that is charted.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn board(ctx: &Ctx, permit: &Permit<ReadTrends>, asked: &Asked) -> Result<Board, Error> {
    let taxonomy = ctx.taxonomy();
    let subject = Some(asked.subject.clone()).filter(|s| series::is_known(s, taxonomy)).unwrap_or_default();
    let asked = Asked { subject, ..asked.clone() };
    let now = ctx.now();
    let object = format!("series:{}", asked.subject.code());
    let (history, marked) =
        ctx.store.write(permit, &object, |w| Ok((history(&mut w.reading(), taxonomy, now)?, w.reading().settled_bursts()?)))?;
    let History { months, series, counts } = history;
    let watched = watched::judge(&series, &months);
    let reporting = reporting::of(&series);
    let bursts = bursts::open(&counts, &months, &marked);
    let chosen = series.iter().find(|s| s.subject == asked.subject);
    let charted = chosen.filter(|_| !months.is_empty()).map(|one| charted::draw(one, &months, &asked));
    Ok(Board { months, series, watched, bursts, reporting, asked, charted })
}

#[cfg(test)]
mod tests {
    use super::settled;
    use crate::domain::clock::{DAY, Moment};

    #[test]
    fn a_month_is_judged_from_a_week_after_its_end() {
        let first_of_march_2026 = Moment(1_772_323_200);

        assert_eq!(settled(first_of_march_2026.plus(6 * DAY)).to_string(), "2026-01");
        assert_eq!(settled(first_of_march_2026.plus(7 * DAY)).to_string(), "2026-02");
    }
}
