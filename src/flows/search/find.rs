//! One search: a query in, ranked reports with the words that were met out.
//!
//! Audited once, by its page, never by its words.

use super::blind::blind_query;
use crate::deident::guess_language;
use crate::domain::access::{Permit, Search};
use crate::domain::report::CaseSummary;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::screening::open_text;
use crate::search::{Piece, Query, excerpt, hits};
use crate::store::CaseFilter;

/// Longest query that is read, in code points.
const QUERY_MAX: usize = 300;
/// Results on a page.
const PAGE: usize = 25;
/// Last page that is shown: who has not found it by then asks more exactly.
const LAST_PAGE: usize = 40;

/// One report that was found.
pub struct FoundCase {
    /// Coarse facts.
    pub summary: CaseSummary,
    /// The part of the released wording that shows why.
    pub excerpt: Vec<Piece>,
}

/// One page of results, best first.
pub struct Found {
    /// Rows.
    pub items: Vec<FoundCase>,
    /// How many there are in all, exact: analysts may open each of them anyway.
    pub total: i64,
    /// Number of this page, from 1.
    pub page: usize,
    /// Whether another page follows.
    pub more: bool,
}

/// Looks for released reports, among those that the filter leaves. `None` when there is no word in it to look for.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub fn find(ctx: &Ctx, permit: &Permit<Search>, asked: &str, filter: &CaseFilter, page: usize) -> Result<Option<Found>, Error> {
    let query = Query::parse(&asked.chars().take(QUERY_MAX).collect::<String>());
    let readings = query.readings();
    if readings.is_empty() {
        return Ok(None);
    }
    let page = page.clamp(1, LAST_PAGE);
    let blind = blind_query(ctx, &readings)?;
    let offset = (page - 1) * PAGE;
    let found =
        ctx.store.write(permit, &format!("page:{page}"), |w| w.reading().found_page(permit.person(), filter, &blind, PAGE, offset))?;
    let items = found
        .items
        .into_iter()
        .map(|(summary, text)| {
            let text = open_text(ctx, summary.id, &text)?;
            let met = query.reading(guess_language(&text)).map_or_else(Vec::new, |reading| hits(&text, &reading));
            Ok(FoundCase { summary, excerpt: excerpt(&text, &met) })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    let shown = i64::try_from(offset + items.len()).unwrap_or(i64::MAX);
    Ok(Some(Found { more: shown < found.total && page < LAST_PAGE, items, total: found.total, page }))
}
