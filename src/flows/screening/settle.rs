//! Applying a screener's decisions to a text, and counting the questions still open.

use super::desk::RawCase;
use crate::deident::{HIDE_AT, find_phrase, redact_with};
use crate::domain::redaction::{Decision, RedactedText, Span, SpanKind};

/// A decision about the span at these code-point offsets.
pub type Settlement = ((usize, usize), Decision);

/// Everything a screener has decided about one report.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// About spans of the narrative.
    pub decisions: Vec<Settlement>,
    /// About spans of the idea.
    pub idea_decisions: Vec<Settlement>,
    /// Phrases to hide wherever they stand.
    pub also: Vec<String>,
}

/// Both texts after the decisions.
#[derive(Clone, Debug)]
pub struct Redacted {
    /// Narrative.
    pub narrative: RedactedText,
    /// Idea for a fix.
    pub idea: RedactedText,
}

/// Whether the engine only doubts a span: a screener has to answer it before release.
#[must_use]
pub fn is_doubt(span: &Span) -> bool {
    span.confidence < HIDE_AT
}

fn decided(settlements: &[Settlement], span: &Span) -> Option<Decision> {
    settlements.iter().find(|(at, _)| *at == (span.start, span.end)).map(|(_, d)| *d)
}

/// Every occurrence of the phrases, as spans that do not touch.
pub(in crate::flows) fn phrase_spans(text: &str, phrases: &[String]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for phrase in phrases {
        for (start, end) in find_phrase(text, phrase) {
            if found.iter().all(|s| s.end <= start || end <= s.start) {
                found.push(Span { start, end, kind: SpanKind::OtherId, confidence: 1.0, rule: "screener" });
            }
        }
    }
    found.sort_by_key(|s| s.start);
    found
}

/// The engine's spans plus every occurrence of the phrases to hide; a phrase wins over a span it touches.
fn with_phrases(text: &str, spans: &[Span], phrases: &[String]) -> Vec<Span> {
    let mut found = phrase_spans(text, phrases);
    let free: Vec<Span> = spans.iter().filter(|s| found.iter().all(|f| f.end <= s.start || s.end <= f.start)).cloned().collect();
    found.extend(free);
    found.sort_by_key(|s| s.start);
    found
}

fn applied(text: &str, spans: &[Span], settlements: &[Settlement], phrases: &[String]) -> RedactedText {
    let spans = with_phrases(text, spans, phrases);
    // An unanswered doubt is shown hidden: what is not settled must not look released.
    redact_with(text, &spans, &|span| decided(settlements, span).unwrap_or(Decision::Hide))
}

/// Both texts as they would be released now.
#[must_use]
pub fn redact(case: &RawCase, settled: &Settled) -> Redacted {
    Redacted {
        narrative: applied(case.submission.narrative.expose(), &case.spans, &settled.decisions, &settled.also),
        idea: applied(case.submission.idea.expose(), &case.idea_spans, &settled.idea_decisions, &settled.also),
    }
}

/// One text as it would be released now.
#[must_use]
pub fn redact_one(text: &str, spans: &[Span], settled: &Settled) -> RedactedText {
    applied(text, spans, &settled.decisions, &settled.also)
}

/// Doubts about one text that nobody has answered yet; release is refused until there are none.
#[must_use]
pub fn open_doubts(spans: &[Span], settlements: &[Settlement]) -> usize {
    spans.iter().filter(|s| is_doubt(s) && decided(settlements, s).is_none()).count()
}

impl RawCase {
    /// Doubts that nobody has answered yet in either text.
    #[must_use]
    pub fn open_questions(&self, settled: &Settled) -> usize {
        open_doubts(&self.spans, &settled.decisions) + open_doubts(&self.idea_spans, &settled.idea_decisions)
    }
}
