//! Released reports for analysts elsewhere: a sample, coarse, in no order, under ids drawn for this one file.
//!
//! Everything goes through `trends::disclosure::records` first. Refuses months that are not over by a week, months that an earlier
//! export cut differently (two cuts of the same reports tell more than one), and wordings in which the de-identifier finds anything.

use std::collections::HashMap;

use super::ctx::Ctx;
use super::dictionary;
use super::error::Error;
use super::screening::open_text;
use crate::domain::access::{ExportReports, Permit};
use crate::domain::clock::DAY;
use crate::domain::crowd::estimate;
use crate::domain::hex;
use crate::domain::id::ReportId;
use crate::domain::period::Period;
use crate::domain::problem::FieldProblem;
use crate::domain::report::{DONT_KNOW, RATHER_NOT};
use crate::domain::taxonomy::Area;
use crate::store::{Error as StoreError, Exportable};
use crate::trends::disclosure::eligible::SETTLING_DAYS;
use crate::trends::disclosure::records::{Record, coarsened, within_crowds};
use crate::trends::disclosure::{Audience, Axis, Dimension, Group, Headcount};
use crate::vault::{keyed_offset, random_bytes, shuffle};

/// One report in five stays out, always the same ones: whoever knows that somebody reported cannot tell that the report is in the file,
/// and the number of rows is not the number of reports.
const LEFT_OUT: u32 = 5;
/// Wordings opened together.
const CHUNK: usize = 200;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// First month.
    pub first: Period,
    /// Last month.
    pub last: Period,
    /// Who will have the file.
    pub audience: Audience,
    /// Whether wordings come with it.
    pub texts: bool,
}

impl Asked {
    /// How the audit log names it.
    fn object(&self) -> String {
        let texts = if self.texts { "texts" } else { "codes" };
        format!("months:{}:{}:{}:{texts}", self.first, self.last, self.audience.code())
    }
}

/// One row of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// 32 hex digits, drawn for this file.
    pub id: String,
    /// The coarse facts.
    pub record: Record,
    /// The released wording; empty where it was not asked for, or something was found in it.
    pub text: String,
}

/// Months of an earlier export, as the audit log names them.
fn months_of(object: &str) -> Option<(Period, Period)> {
    let mut parts = object.strip_prefix("months:")?.split(':');
    Some((Period::parse(parts.next()?)?, Period::parse(parts.next()?)?))
}

/// Whether an earlier export shares some months with this one but not all.
fn is_cut_differently(asked: &Asked, earlier: &[String]) -> bool {
    let overlaps =
        |(first, last): (Period, Period)| first <= asked.last && asked.first <= last && (first, last) != (asked.first, asked.last);
    earlier.iter().filter_map(|object| months_of(object)).any(overlaps)
}

/// The areas with their people.
fn places(ctx: &Ctx) -> Result<Axis, Error> {
    let now = ctx.now().period();
    let group = |area: &Area| Group { code: area.code.as_str().to_owned(), parent: None, people: Some(Headcount::fresh(area.people(now))) };
    Axis::new(Dimension::Place, ctx.taxonomy().areas.iter().map(group).collect()).ok_or(Error::Broken("an area stands twice"))
}

fn record(report: &Exportable) -> Record {
    // "Rather not say" is no answer, and who gave it is nobody's business.
    let said = |code: &str| if code == RATHER_NOT || code == DONT_KNOW { String::new() } else { code.to_owned() };
    Record {
        month: report.released.to_string(),
        kind: said(&report.kind),
        place: said(&report.area),
        day_part: said(&report.day_part),
        severity: said(&report.severity),
        category: said(&report.category),
    }
}

fn workforce(ctx: &Ctx) -> Headcount {
    Headcount::fresh(estimate(ctx.taxonomy(), None, None, ctx.now().period()))
}

/// Wordings in which nothing is found, neither by the rules nor in the organisation's own list. A doubt counts as a finding.
fn clean_texts(ctx: &Ctx, ids: &[ReportId]) -> Result<HashMap<ReportId, String>, Error> {
    let terms = dictionary::all(ctx);
    let mut clean = HashMap::new();
    for chunk in ids.chunks(CHUNK) {
        for (id, sealed) in ctx.store.read(|r| r.exportable_texts(chunk))? {
            let text = open_text(ctx, id, &sealed)?;
            if ctx.engine.scan_with(&text, None, Some(&terms)).is_empty() {
                clean.insert(id, text);
            }
        }
    }
    Ok(clean)
}

/// The reports that stay in, as coarse as they have to be; `None` when there is no company for any.
fn gated(ctx: &Ctx, asked: &Asked, places: &Axis, mut reports: Vec<Exportable>) -> Result<Option<Vec<(ReportId, Record)>>, Error> {
    let key = ctx.keyring.opened()?.lookup.derive("candor/v1/export-sample");
    reports.retain(|report| keyed_offset(&key, &report.id.to_string(), LEFT_OUT) != 0);
    let mut records: Vec<Record> = reports.iter().map(record).collect();
    for row in &mut records {
        within_crowds(row, places, workforce(ctx), asked.audience);
    }
    let rows = reports.iter().zip(coarsened(records)).filter_map(|(report, row)| Some((report.id, row?)));
    Ok(Some(rows.collect::<Vec<_>>()).filter(|rows| !rows.is_empty()))
}

/// The rows of an export, ready to be written as they are. A refused one leaves nothing behind, not even an audit entry.
///
/// # Errors
/// `Conflict("export-month-open")` while the last month is not over by a week; `Conflict("export-cut")` when an earlier export shares
/// some of the months; `Conflict("export-too-few")` when too few people work here, or too few reports are alike; `Invalid` when the
/// first month comes after the last.
pub fn export(ctx: &Ctx, permit: &Permit<ExportReports>, asked: &Asked) -> Result<Vec<Row>, Error> {
    if asked.first > asked.last {
        return Err(Error::Invalid(vec![FieldProblem::new("from", "problem-unreadable")]));
    }
    if ctx.now().plus(-i64::from(SETTLING_DAYS) * DAY).period() <= asked.last {
        return Err(Error::Conflict("export-month-open"));
    }
    if workforce(ctx).believed() < asked.audience.crowd_min() {
        return Err(Error::Conflict("export-too-few"));
    }
    let places = places(ctx)?;
    ctx.keyring.opened()?;
    let kept = ctx.store.write(permit, &asked.object(), |w| {
        let mut reader = w.reading();
        if is_cut_differently(asked, &reader.exports()?) {
            return Err(StoreError::Conflict);
        }
        let reports = reader.exportable(asked.first, asked.last)?;
        gated(ctx, asked, &places, reports).map_err(|_| StoreError::Sealed)?.ok_or(StoreError::NotFound)
    });
    let kept = match kept {
        Err(StoreError::Conflict) => return Err(Error::Conflict("export-cut")),
        Err(StoreError::NotFound) => return Err(Error::Conflict("export-too-few")),
        other => other?,
    };
    let ids: Vec<ReportId> = kept.iter().map(|(id, _)| *id).collect();
    let mut texts = if asked.texts { clean_texts(ctx, &ids)? } else { HashMap::new() };
    let row = |(id, record)| Row { id: hex::spelled(&random_bytes::<16>()), record, text: texts.remove(&id).unwrap_or_default() };
    let mut rows: Vec<Row> = kept.into_iter().map(row).collect();
    shuffle(&mut rows);
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::{Asked, is_cut_differently};
    use crate::domain::period::Period;
    use crate::trends::disclosure::Audience;

    #[test]
    fn months_are_cut_one_way_only() {
        let month = |text: &str| Period::parse(text).expect("a month");
        let asked = |first: &str, last: &str| Asked { first: month(first), last: month(last), audience: Audience::AllStaff, texts: false };
        let earlier = [asked("2026-01", "2026-03").object()];

        assert!(!is_cut_differently(&asked("2026-01", "2026-03"), &earlier));
        assert!(!is_cut_differently(&asked("2026-04", "2026-04"), &earlier));
        for (first, last) in [("2026-01", "2026-01"), ("2025-12", "2026-01"), ("2026-03", "2026-05"), ("2025-01", "2026-12")] {
            assert!(is_cut_differently(&asked(first, last), &earlier), "{first} {last}");
        }
    }
}
