//! Whether the head-counts of the settings are believed; said at the start and by `candor doctor`.

use crate::config::Settings;
use crate::domain::period::Period;
use crate::domain::taxonomy::STALE_MONTHS;

/// Why head-counts are not believed, or will soon not be.
pub(super) fn doubt(settings: &Settings, now: Period) -> Option<String> {
    let area = settings.taxonomy.areas.iter().find(|area| !area.is_believed(now) || area.counted.is_some_and(|c| c > now))?;
    let nobody = "no area is named to analysts and no digest is made until heads are counted and headcount_as_of says when";
    Some(match area.counted {
        None => format!("areas: nobody knows when heads were counted, so they count as nobody: {nobody}"),
        Some(month) if month > now => format!("areas: heads are said to have been counted in {month}, which is still to come"),
        Some(month) => format!("areas: heads were counted in {month}, more than {STALE_MONTHS} months ago, and count as nobody: {nobody}"),
    })
}
