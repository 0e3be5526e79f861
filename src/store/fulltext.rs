//! The index of released texts: digests in, ranked reports out, by the database's own full-text engine.
//!
//! SQLite has FTS5 and ranks by BM25; PostgreSQL has `tsvector` under a GIN index and ranks by cover density. What an
//! analyst may not list is left out before anything is ranked. Refuses words: it is handed digests under a key that no
//! database has, so it needs neither stemmer nor stop-words of the engine.

use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::{BigInt, Binary, Bool, Double, Text};
use diesel::{dsl, sql_query};

use super::cases::{CaseFilter, narrowed};
use super::conn::{Backend, Db, DbBackend};
use super::dialect;
use super::error::Error;
use super::schema::{reports, search_docs};
use super::screening::sixteen;
use super::tx::{Reader, Writer};
use crate::domain::blind::{BlindPhrase, BlindQuery, BlindReading, BlindWord};
use crate::domain::id::{PersonId, ReportId};
use crate::domain::report::CaseSummary;
use crate::domain::sealed::Envelope;

/// One page of what a query finds, best first.
pub struct FoundPage {
    /// The rows, each with its released wording, sealed with the data key.
    pub items: Vec<(CaseSummary, Envelope)>,
    /// How many there are in all.
    pub total: i64,
}

const fn backend(db: &Db) -> Backend {
    match db {
        Db::Pg(_) => Backend::Postgres,
        Db::Sqlite(_) => Backend::Sqlite,
    }
}

/// Row of a report in the index. Ids are random, so it tells nothing and two never meet.
fn place(id: ReportId) -> i64 {
    let (first, _) = id.as_bytes().split_at(8);
    let bytes: [u8; 8] = first.try_into().unwrap_or_default();
    i64::from_be_bytes(bytes) & i64::MAX
}

fn joined<T>(all: &[T], between: &str, spelled: impl Fn(&T) -> String) -> String {
    all.iter().map(spelled).collect::<Vec<_>>().join(between)
}

/// A query in the language of the engine. Every word in it is made of the 32 digits of `BlindWord`, so nothing needs an escape.
fn spelled(backend: Backend, query: &BlindQuery) -> String {
    let reading = |r: &BlindReading| match backend {
        Backend::Sqlite => {
            let phrase = |p: &BlindPhrase| format!("\"{}\"", joined(p, " ", ToString::to_string));
            let wanted = joined(&r.wanted, " AND ", phrase);
            if r.unwanted.is_empty() {
                format!("({wanted})")
            } else {
                format!("(({wanted}) NOT ({}))", joined(&r.unwanted, " OR ", phrase))
            }
        }
        Backend::Postgres => {
            let phrase = |p: &BlindPhrase| format!("({})", joined(p, " <-> ", |w| format!("'{w}'")));
            let unwanted: Vec<String> = r.unwanted.iter().map(|p| format!(" & !{}", phrase(p))).collect();
            let unwanted = unwanted.concat();
            format!("({}{unwanted})", joined(&r.wanted, " & ", phrase))
        }
    };
    joined(query, if backend == Backend::Sqlite { " OR " } else { " | " }, reading)
}

/// The indexed reports that a query meets, among those that a filter leaves.
struct Matching<'a> {
    backend: Backend,
    query: String,
    /// The list's own filter, for the one report in hand.
    listed: reports::BoxedQuery<'a, DbBackend, Binary>,
}

impl<'a> Matching<'a> {
    fn new(backend: Backend, viewer: Option<PersonId>, filter: &'a CaseFilter, query: &BlindQuery) -> Self {
        // `IN`, not `=`, and the id alone: SQLite then reads the index `reports_listed` instead of the row, whose seals are long.
        let listed = narrowed(filter, viewer).filter(dsl::sql::<Bool>("reports.id IN (search_docs.report)")).select(reports::id);
        Self { backend, query: spelled(backend, query), listed }
    }

    /// How well a row fits; more is better. `docs/crypto.md` says what it is made of.
    fn push_rank<'b>(&'b self, pass: &mut AstPass<'_, 'b, DbBackend>) -> QueryResult<()> {
        match self.backend {
            Backend::Sqlite => pass.push_sql("-bm25(fulltext)"),
            Backend::Postgres => {
                pass.push_sql("CAST(ts_rank_cd(fulltext.words, CAST(");
                pass.push_bind_param::<Text, _>(&self.query)?;
                // 1: divided by the logarithm of the length, as BM25 favours short texts too.
                pass.push_sql(" AS tsquery), 1) AS double precision)");
            }
        }
        Ok(())
    }

    fn push_source<'b>(&'b self, pass: &mut AstPass<'_, 'b, DbBackend>) -> QueryResult<()> {
        match self.backend {
            Backend::Sqlite => {
                pass.push_sql(" FROM fulltext JOIN search_docs ON search_docs.place = fulltext.rowid WHERE fulltext MATCH ");
                pass.push_bind_param::<Text, _>(&self.query)?;
            }
            Backend::Postgres => {
                pass.push_sql(" FROM fulltext JOIN search_docs ON search_docs.place = fulltext.place WHERE fulltext.words @@ CAST(");
                pass.push_bind_param::<Text, _>(&self.query)?;
                pass.push_sql(" AS tsquery)");
            }
        }
        pass.push_sql(" AND EXISTS (");
        QueryFragment::<DbBackend>::walk_ast(&self.listed, pass.reborrow())?;
        pass.push_sql(")");
        Ok(())
    }
}

/// The best of them.
struct Best<'a> {
    of: &'a Matching<'a>,
    limit: i64,
    offset: i64,
}

/// How many there are.
struct Count<'a>(&'a Matching<'a>);

impl QueryFragment<DbBackend> for Best<'_> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, DbBackend>) -> QueryResult<()> {
        pass.push_sql("SELECT search_docs.report, ");
        self.of.push_rank(&mut pass)?;
        self.of.push_source(&mut pass)?;
        // Equal ranks keep one order, so that pages neither repeat nor skip a report.
        pass.push_sql(" ORDER BY 2 DESC, 1 LIMIT ");
        pass.push_bind_param::<BigInt, _>(&self.limit)?;
        pass.push_sql(" OFFSET ");
        pass.push_bind_param::<BigInt, _>(&self.offset)
    }
}

impl QueryFragment<DbBackend> for Count<'_> {
    fn walk_ast<'b>(&'b self, mut pass: AstPass<'_, 'b, DbBackend>) -> QueryResult<()> {
        pass.push_sql("SELECT count(*)");
        self.0.push_source(&mut pass)
    }
}

impl QueryId for Best<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl QueryId for Count<'_> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl Query for Best<'_> {
    type SqlType = (Binary, Double);
}

impl Query for Count<'_> {
    type SqlType = BigInt;
}

impl RunQueryDsl<Db> for Best<'_> {}
impl RunQueryDsl<Db> for Count<'_> {}

impl Reader<'_> {
    /// One page of the released reports that a filter leaves and a query meets, best first.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn found_page(
        &mut self,
        viewer: Option<PersonId>,
        filter: &CaseFilter,
        query: &BlindQuery,
        limit: usize,
        offset: usize,
    ) -> Result<FoundPage, Error> {
        let matching = Matching::new(backend(self.0), viewer, filter, query);
        let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
        let total: i64 = Count(&matching).get_result(self.0)?;
        let best: Vec<(Vec<u8>, f64)> = Best { of: &matching, limit: whole(limit), offset: whole(offset) }.load(self.0)?;
        let ids = best.into_iter().map(|(id, _)| sixteen(id).map(ReportId::from_bytes)).collect::<Result<Vec<_>, _>>()?;
        Ok(FoundPage { items: self.cases_in_order(&ids)?, total })
    }

    /// Released reports that the index does not have in this form, with their wordings.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn unindexed(&mut self, form: i32, limit: usize) -> Result<Vec<(ReportId, Envelope)>, Error> {
        let indexed = search_docs::table.filter(search_docs::report.eq(reports::id)).filter(search_docs::form.eq(form));
        let rows: Vec<(Vec<u8>, Option<Vec<u8>>)> = narrowed(&CaseFilter::default(), None)
            .filter(dsl::not(dsl::exists(indexed)))
            .limit(i64::try_from(limit).unwrap_or(i64::MAX))
            .select((reports::id, reports::released_text))
            .load(self.0)?;
        let text = |bytes: Option<Vec<u8>>| bytes.map(Envelope::from_bytes).ok_or(Error::Broken("a released report without text"));
        rows.into_iter().map(|(id, bytes)| Ok((ReportId::from_bytes(sixteen(id)?), text(bytes)?))).collect()
    }
}

impl Writer<'_> {
    /// Puts a released report into the index, in place of what was there: in the transaction that releases it, or later.
    /// `false`, and nothing changed, when it is not released with the very wording that the words were taken from.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn index_report(&mut self, id: ReportId, text: &Envelope, form: i32, words: &[BlindWord]) -> Result<bool, Error> {
        let released = CaseFilter::default();
        let this = narrowed(&released, None).filter(reports::id.eq(id.as_bytes().to_vec()));
        let now: Option<Option<Vec<u8>>> = this.select(reports::released_text).first(self.0).optional()?;
        if now.flatten().as_deref() != Some(text.as_bytes()) {
            return Ok(false);
        }
        self.unindex_report(id)?;
        let place = place(id);
        diesel::insert_into(search_docs::table)
            .values((search_docs::report.eq(id.as_bytes().to_vec()), search_docs::place.eq(place), search_docs::form.eq(form)))
            .execute(self.0)?;
        dialect::either(
            self.0,
            |pg| {
                let numbered = words.iter().zip(1..).map(|(word, at): (_, u32)| format!("{word}:{at}")).collect::<Vec<_>>().join(" ");
                let insert = sql_query("INSERT INTO fulltext (place, words) VALUES ($1, CAST($2 AS tsvector))");
                insert.bind::<BigInt, _>(place).bind::<Text, _>(numbered).execute(pg)
            },
            |sqlite| {
                let insert = sql_query("INSERT INTO fulltext (rowid, words) VALUES ($1, $2)");
                insert.bind::<BigInt, _>(place).bind::<Text, _>(joined(words, " ", ToString::to_string)).execute(sqlite)
            },
        )?;
        Ok(true)
    }

    /// Takes a report out of the index: it is withdrawn, erased or back on the screening desk. One that is not there is fine.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn unindex_report(&mut self, id: ReportId) -> Result<(), Error> {
        if diesel::delete(search_docs::table.find(id.as_bytes().to_vec())).execute(self.0)? > 0 {
            dialect::either(
                self.0,
                |pg| sql_query("DELETE FROM fulltext WHERE place = $1").bind::<BigInt, _>(place(id)).execute(pg),
                |sqlite| sql_query("DELETE FROM fulltext WHERE rowid = $1").bind::<BigInt, _>(place(id)).execute(sqlite),
            )?;
        }
        Ok(())
    }

    /// Takes every report out of the index.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn empty_index(&mut self) -> Result<(), Error> {
        diesel::delete(search_docs::table).execute(self.0)?;
        sql_query("DELETE FROM fulltext").execute(self.0)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Backend, BlindReading, BlindWord, ReportId, place, spelled};

    #[test]
    fn a_query_is_spelled_for_each_engine() {
        let [a, b, c] = [[0; 8], [1; 8], [2; 8]].map(BlindWord::from_bytes);
        let query = vec![
            BlindReading { wanted: vec![vec![a, b], vec![c]], unwanted: vec![vec![b], vec![c, a]] },
            BlindReading { wanted: vec![vec![c]], unwanted: Vec::new() },
        ];

        let (sqlite, postgres) = (spelled(Backend::Sqlite, &query), spelled(Backend::Postgres, &query));

        assert_eq!(sqlite, format!("((\"{a} {b}\" AND \"{c}\") NOT (\"{b}\" OR \"{c} {a}\")) OR (\"{c}\")"));
        assert_eq!(postgres, format!("(('{a}' <-> '{b}') & ('{c}') & !('{b}') & !('{c}' <-> '{a}')) | (('{c}'))"));
    }

    #[test]
    fn a_place_is_never_negative() {
        assert_eq!(place(ReportId::from_bytes([0xff; 16])), i64::MAX);
    }
}
