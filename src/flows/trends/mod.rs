//! Trends for the desk: monthly roll-ups become series, the standard detector judges them, one of them is charted.
//!
//! Exact counts, so nothing of this leaves the desk; letters go through the disclosure gate (`digest`). Refuses a test for every
//! whim: what is watched is the same for everybody and does not depend on the chart that is looked at. Rules: `docs/statistics.md`, 8.

mod charted;
mod reporting;
mod series;
mod watched;

pub use crate::domain::subject::Subject;
pub use charted::{Asked, Charted, Finding, LEARN, Level, Method, Point, Sort};
pub use reporting::{Quiet, Reporting};
pub use series::Monthly;
pub use watched::{Judgement, SIGNALS_MAX, Verdict, Watched};

use super::ctx::Ctx;
use super::error::Error;
use crate::domain::access::{Permit, ReadTrends};
use crate::domain::clock::{DAY, Moment};
use crate::domain::period::Period;
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
    /// Whether everybody reports.
    pub reporting: Reporting,
    /// What the chart was asked for, with what is unknown put right.
    pub asked: Asked,
    /// The chart; `None` before the first release.
    pub charted: Option<Charted>,
}

/// The last month whose counts have settled at `now`, as for digests.
fn settled(now: Moment) -> Period {
    now.plus(-i64::from(SETTLING_DAYS) * DAY).period().previous()
}

/// Reads the roll-ups and judges them. Audited once, with the series that is charted.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn board(ctx: &Ctx, permit: &Permit<ReadTrends>, asked: &Asked) -> Result<Board, Error> {
    let taxonomy = ctx.taxonomy();
    let subject = Some(asked.subject.clone()).filter(|s| series::is_known(s, taxonomy)).unwrap_or_default();
    let asked = Asked { subject, ..asked.clone() };
    let months = settled(ctx.now()).back(HISTORY);
    let (first, last) = (months.first().copied(), months.last().copied());
    let (first, last) = first.zip(last).ok_or(Error::Broken("no months"))?;
    let counts = ctx.store.write(permit, &format!("series:{}", asked.subject.code()), |w| w.reading().counts(first, last))?;
    // Months before the first release are not months without reports.
    let began = counts.iter().map(|c| c.period).min();
    let months: Vec<Period> = months.into_iter().filter(|m| began.is_some_and(|b| *m >= b)).collect();
    let series = series::every(taxonomy, &months, &counts);
    let watched = watched::judge(&series, &months);
    let reporting = reporting::of(taxonomy, &series);
    let chosen = series.iter().find(|s| s.subject == asked.subject);
    let charted = chosen.filter(|_| !months.is_empty()).map(|one| charted::draw(one, &months, &asked));
    Ok(Board { months, series, watched, reporting, asked, charted })
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
