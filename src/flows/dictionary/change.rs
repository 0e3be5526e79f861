//! Changing the list. Every change opens, alters and seals it again inside one audited write, so that two at once do not lose one.
//!
//! The audit log says what was done, and of which kind; never a term, nor how many.

use super::keep::{open, seal};
use crate::domain::access::{Act, AddTerm, ManageDictionary, Permit, RotateKeys};
use crate::domain::dictionary::{BadLine, Entry, KINDS, Origin, TERMS_MAX, parse_list, without_repeats};
use crate::domain::problem::FieldProblem;
use crate::domain::redaction::SpanKind;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::Error as StoreError;

/// What an import led to.
pub enum Imported {
    /// Taken.
    Done {
        /// Terms that were not on the list before.
        added: usize,
        /// Terms on the list now.
        total: usize,
    },
    /// Nothing was taken: these lines have to be mended first.
    Refused(Vec<BadLine>),
}

/// What to remove.
pub enum What {
    /// The whole list.
    All,
    /// Every term of one kind.
    Kind(SpanKind),
    /// One term, of whatever kind.
    Term(String),
}

/// How many terms there are.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// By kind, kinds without terms left out.
    pub kinds: Vec<(SpanKind, usize)>,
    /// Of all kinds.
    pub total: usize,
    /// Of these, taken from reports by screeners.
    pub from_reports: usize,
}

/// One audited change; says how many terms there were before and are now.
fn change<A: Act>(
    ctx: &Ctx,
    permit: &Permit<A>,
    object: &str,
    alter: impl FnOnce(Vec<Entry>) -> Result<Vec<Entry>, Error>,
) -> Result<(usize, usize), Error> {
    let mut refused = None;
    let done = ctx.store.write(permit, object, |w| {
        let step = || {
            let before = open(ctx, w.reading().dictionary()?)?;
            let count = before.len();
            let new = alter(before)?;
            w.replace_dictionary(seal(ctx, &new)?.as_ref())?;
            Ok((count, new.len()))
        };
        step().map_err(|error| {
            refused = Some(error);
            StoreError::Conflict
        })
    });
    match (done, refused) {
        (Err(_), Some(error)) => Err(error),
        (other, _) => Ok(other?),
    }
}

/// Takes a list in CSV.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn import(ctx: &Ctx, permit: &Permit<ManageDictionary>, text: &str, replace: bool) -> Result<Imported, Error> {
    let new = match parse_list(text, Origin::List) {
        Ok(new) => new,
        Err(bad) => return Ok(Imported::Refused(bad)),
    };
    let object = if replace { "dictionary:replace" } else { "dictionary:import" };
    let mut kept = 0;
    let done = change(ctx, permit, object, |before| {
        let stays = |e: &Entry| !replace || e.origin() == Origin::Report;
        let before: Vec<Entry> = before.into_iter().filter(stays).collect();
        kept = before.len();
        bounded(without_repeats(before.into_iter().chain(new).collect()))
    });
    match done {
        Ok((_, total)) => Ok(Imported::Done { added: total - kept.min(total), total }),
        Err(Error::Conflict("problem-dictionary-too-many")) => {
            Ok(Imported::Refused(vec![BadLine { line: text.lines().count(), key: "problem-dictionary-too-many" }]))
        }
        Err(error) => Err(error),
    }
}

fn bounded(entries: Vec<Entry>) -> Result<Vec<Entry>, Error> {
    if entries.len() > TERMS_MAX { Err(Error::Conflict("problem-dictionary-too-many")) } else { Ok(entries) }
}

/// Adds one term that a screener met in a report.
///
/// # Errors
/// `Invalid` on `term`.
pub fn remember(ctx: &Ctx, permit: &Permit<AddTerm>, term: &str, kind: SpanKind) -> Result<(), Error> {
    let entry = Entry::new(term, kind, Origin::Report).map_err(|key| Error::Invalid(vec![FieldProblem::new("term", key)]))?;
    change(ctx, permit, "dictionary:term", |before| bounded(without_repeats(before.into_iter().chain([entry]).collect())))?;
    Ok(())
}

/// Removes terms and says how many.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn remove(ctx: &Ctx, permit: &Permit<ManageDictionary>, what: &What) -> Result<usize, Error> {
    let object = match what {
        What::All => "dictionary:clear".to_owned(),
        What::Kind(kind) => format!("dictionary:clear:{}", kind.code()),
        What::Term(_) => "dictionary:remove".to_owned(),
    };
    let stays = |e: &Entry| match what {
        What::All => false,
        What::Kind(kind) => e.kind() != *kind,
        What::Term(term) => e.expose().to_lowercase() != term.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase(),
    };
    if matches!(what, What::All) {
        // A list that no longer opens can still be thrown away.
        let count = ctx.store.read(|r| r.dictionary()).map(|list| open(ctx, list).map_or(0, |entries| entries.len()))?;
        ctx.store.write(permit, &object, |w| w.replace_dictionary(None))?;
        return Ok(count);
    }
    let (before, after) = change(ctx, permit, &object, |before| Ok(before.into_iter().filter(|e| stays(e)).collect()))?;
    Ok(before - after)
}

/// Seals the list anew, as it is, with the newest data key.
///
/// # Errors
/// `Unavailable`, or `Broken` when the list does not open.
pub(in crate::flows) fn seal_anew(ctx: &Ctx, permit: &Permit<RotateKeys>) -> Result<(), Error> {
    change(ctx, permit, "dictionary:seal", Ok).map(drop)
}

/// How many terms there are.
///
/// # Errors
/// `Unavailable`, or `Broken` when the list does not open.
pub fn status(ctx: &Ctx, permit: &Permit<ManageDictionary>) -> Result<Counts, Error> {
    let _ = permit;
    let entries = open(ctx, ctx.store.read(|r| r.dictionary())?)?;
    let of = |kind: SpanKind| (kind, entries.iter().filter(|e| e.kind() == kind).count());
    Ok(Counts {
        kinds: KINDS.into_iter().map(of).filter(|(_, n)| *n > 0).collect(),
        total: entries.len(),
        from_reports: entries.iter().filter(|e| e.origin() == Origin::Report).count(),
    })
}
