//! One answer out of many findings: the surer one wins, and what it leaves uncovered of the other stays hidden too.
//!
//! Refuses overlap: the result is sorted and disjoint.

use crate::domain::redaction::{Span, SpanKind};

use super::fold::Folded;

/// A finding in bytes of the folded text.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: SpanKind,
    pub(super) confidence: f32,
    pub(super) rule: &'static str,
}

/// Merges and leads back to the code points of the input.
pub(super) fn merge(mut found: Vec<Found>, folded: &Folded) -> Vec<Span> {
    found.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then((b.end - b.start).cmp(&(a.end - a.start))).then(a.start.cmp(&b.start)));
    let mut owner: Vec<Option<usize>> = vec![None; folded.text.len()];
    for (at, finding) in found.iter().enumerate() {
        if let Some(bytes) = owner.get_mut(finding.start..finding.end) {
            for byte in bytes.iter_mut().filter(|byte| byte.is_none()) {
                *byte = Some(at);
            }
        }
    }
    let mut spans: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < owner.len() {
        let current = owner.get(at).copied().flatten();
        let mut end = at + 1;
        while end < owner.len() && owner.get(end).copied().flatten() == current {
            end += 1;
        }
        if let Some(span) = current
            .and_then(|index| found.get(index))
            .and_then(|finding| piece(finding, at, end, folded, spans.last().map_or(0, |last| last.end)))
        {
            spans.push(span);
        }
        at = end;
    }
    spans
}

/// The part `start..end` of a finding as a span, without the spaces and marks at its ends; nothing if no letter or digit is left.
/// The code points before `free` are taken.
fn piece(finding: &Found, start: usize, end: usize, folded: &Folded, free: usize) -> Option<Span> {
    let text = folded.text.get(start..end)?;
    let whole = start == finding.start && end == finding.end;
    let keep = |c: char| c.is_alphanumeric() || whole && matches!(c, '\\' | '@' | '+' | '(' | ')' | '-' | '.');
    let trimmed = text.trim_start_matches(|c| !keep(c));
    let from = start + (text.len() - trimmed.len());
    let to = from + trimmed.trim_end_matches(|c| !keep(c)).len();
    let rest = folded.text.get(from..to)?;
    let needs_figure = matches!(finding.kind, SpanKind::Id | SpanKind::Vehicle | SpanKind::Date | SpanKind::Time | SpanKind::Phone);
    if !rest.chars().any(char::is_alphanumeric) || !whole && needs_figure && !rest.chars().any(char::is_numeric) {
        return None;
    }
    let (start, end) = folded.origin(from, to)?;
    // Two findings may part a ligature, which is one character of the input: the first has it.
    let start = start.max(free);
    (start < end).then_some(Span { start, end, kind: finding.kind, confidence: finding.confidence, rule: finding.rule })
}
