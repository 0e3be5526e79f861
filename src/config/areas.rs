//! The areas file: the organisation's name, its areas with their people, and when those were counted.

use super::{Error, code, label, raw};
use crate::domain::period::Period;
use crate::domain::taxonomy::Area;

/// Name and areas.
///
/// # Errors
/// A sentence naming what does not parse.
pub(super) fn parse_areas(text: &str) -> Result<(Option<String>, Vec<Area>), Error> {
    let raw: raw::AreasFile = toml::from_str(text).map_err(|e| Error(format!("areas file: {e}")))?;
    let counted = match raw.headcount_as_of.as_deref() {
        None => None,
        Some(text) => Some(Period::parse(text).ok_or_else(|| Error("areas file: headcount_as_of: write the month as YYYY-MM".to_owned()))?),
    };
    let mut areas = Vec::new();
    for area in raw.areas {
        let by_role = area.by_role.iter().map(|(role, n)| Ok((code(role)?, *n))).collect::<Result<_, Error>>()?;
        areas.push(Area { code: code(&area.code)?, label: label(area.label), headcount: area.headcount, by_role, counted });
    }
    Ok((raw.name, areas))
}
