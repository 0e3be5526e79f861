//! The triage queue: filtered, paged by key, with the first words of each wording.

use crate::domain::access::{ListReleased, Permit};
use crate::domain::id::ReportId;
use crate::domain::period::Period;
use crate::domain::report::CaseSummary;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::screening::open_text;
use crate::store::CaseFilter;

/// Rows on a page at most.
const PAGE_MAX: usize = 100;
/// Opening words shown where no synopsis is written yet, in code points.
const OPENING: usize = 160;

/// One row.
pub struct CaseCard {
    /// Coarse facts.
    pub summary: CaseSummary,
    /// Synopsis; empty until written.
    pub synopsis: String,
    /// First words of the released wording.
    pub opening: String,
}

/// One page.
pub struct List {
    /// Rows.
    pub items: Vec<CaseCard>,
    /// Cursor of the next page.
    pub next: Option<String>,
    /// Reports that the filter leaves, exact: analysts may open each of them anyway.
    pub total: i64,
}

fn parse_cursor(text: &str) -> Option<(Period, ReportId)> {
    let (period, id) = text.split_once('.')?;
    Some((Period::parse(period)?, ReportId::parse(id)?))
}

/// How many of the released reports the reader may see each filter leaves. Not audited: a number names no report, and the desk's first page asks often.
///
/// # Errors
/// `Unavailable`.
pub fn tally<const N: usize>(ctx: &Ctx, permit: &Permit<ListReleased>, filters: &[CaseFilter; N]) -> Result<[i64; N], Error> {
    Ok(ctx.store.read(|reader| {
        let mut counts = [0; N];
        for (count, filter) in counts.iter_mut().zip(filters) {
            *count = reader.case_count(permit.person(), filter)?;
        }
        Ok(counts)
    })?)
}

/// One page of released reports; an unreadable cursor starts from the top.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn list(ctx: &Ctx, permit: &Permit<ListReleased>, filter: &CaseFilter, after: Option<&str>, limit: usize) -> Result<List, Error> {
    let after = after.and_then(parse_cursor);
    let limit = limit.clamp(1, PAGE_MAX);
    let (page, total) = ctx.store.write(permit, &format!("list:{limit}"), |w| {
        let mut reader = w.reading();
        Ok((reader.case_page(permit.person(), filter, after, limit)?, reader.case_count(permit.person(), filter)?))
    })?;
    let items = page
        .items
        .into_iter()
        .map(|(summary, text)| {
            let synopsis = super::case::open_synopsis(ctx, &summary)?;
            let opening = open_text(ctx, summary.id, &text)?.chars().take(OPENING).collect();
            Ok(CaseCard { summary, synopsis, opening })
        })
        .collect::<Result<_, Error>>()?;
    Ok(List { items, next: page.next.map(|(period, id)| format!("{period}.{id}")), total })
}
