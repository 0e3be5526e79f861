//! Checking what analysts write: bounds, and people who should not be in it.
//!
//! Refuses to decide: the engine takes some words for names that are none, so whoever writes may say that it is mistaken.

use crate::domain::hex::spelled;
use crate::domain::problem::FieldProblem;
use crate::domain::redaction::SpanKind;
use crate::domain::sealed::Envelope;
use crate::domain::text::Note;
use crate::flows::ctx::Ctx;
use crate::flows::dictionary;
use crate::vault::sha256;

/// Kinds that point at one person whatever the text is about.
const PEOPLE: [SpanKind; 5] = [SpanKind::Person, SpanKind::Email, SpanKind::Phone, SpanKind::Username, SpanKind::Id];

/// One text of at most `max` code points; blank is a problem.
pub(super) fn needed(field: &'static str, text: &str, max: usize, found: &mut Vec<FieldProblem>) -> String {
    match Note::parse(field, text, max) {
        Ok(note) if note.is_empty() => found.push(FieldProblem::new(field, "problem-needed")),
        Ok(note) => return note.expose().to_owned(),
        Err(problem) => found.push(problem),
    }
    String::new()
}

/// What a form carries so that nobody overwrites what they have not seen: the beginning of the record's hash.
pub(super) fn mark(sealed: &Envelope) -> String {
    let hash = sha256(sealed.as_bytes());
    spelled(hash.first_chunk::<8>().map_or(&[], |start| start.as_slice()))
}

/// The fields in which the engine sees a person, as problems that `sure` answers.
pub(in crate::flows) fn nobody_in(ctx: &Ctx, fields: &[(&'static str, &str)], sure: bool) -> Vec<FieldProblem> {
    if sure {
        return Vec::new();
    }
    let terms = dictionary::all(ctx);
    let names = |text: &str| ctx.engine.scan_with(text, None, Some(&terms)).iter().any(|span| PEOPLE.contains(&span.kind));
    fields.iter().filter(|(_, text)| names(text)).map(|(field, _)| FieldProblem::new(field, "problem-names-somebody")).collect()
}
