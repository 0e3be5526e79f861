//! Suspected identifiers as a screener sees them: rows to decide, marks in the text, choices of kind.
//!
//! Doubts that nobody has answered come first; inside each group the order is that of the text.

use super::labels::span_kind;
use crate::domain::redaction::{Decision, Span, SpanKind};
use crate::flows::screening::{RawCase, Settled, Settlement, is_doubt};
use crate::web::form::Fields;
use crate::web::page::Frame;

/// Code points of surrounding text shown with a row.
const AROUND: usize = 28;

/// Prefix of the narrative's fields in the form.
pub(super) const NARRATIVE: &str = "n";
/// Prefix of the idea's fields.
pub(super) const IDEA: &str = "i";

/// One kind to choose.
pub(super) struct KindChoice {
    /// Sent.
    pub(super) code: &'static str,
    /// Shown.
    pub(super) label: String,
}

/// One suspected identifier.
pub(super) struct Row {
    /// Running number, in the order of the text.
    pub(super) number: usize,
    /// `n` or `i`.
    pub(super) part: &'static str,
    /// Offsets as they stand in field names.
    pub(super) at: String,
    /// Text before it.
    pub(super) before: String,
    /// The suspected words.
    pub(super) original: String,
    /// Text after it.
    pub(super) after: String,
    /// Kind chosen now.
    pub(super) kind: &'static str,
    /// Why the engine found it.
    pub(super) why: String,
    /// Whether the engine was in doubt.
    pub(super) doubt: bool,
    /// `hide`, `keep`, or blank while nobody has answered.
    pub(super) state: &'static str,
}

/// A piece of the raw text: plain, or a suspected identifier with its row.
pub(super) struct Cut {
    /// The text.
    pub(super) text: String,
    /// Number of its row; 0 for plain text.
    pub(super) number: usize,
    /// `hide`, `keep` or `open`.
    pub(super) state: &'static str,
}

/// Every kind, in the reader's words.
pub(super) fn kinds(frame: &Frame) -> Vec<KindChoice> {
    SpanKind::ALL.into_iter().map(|kind| KindChoice { code: kind.code(), label: span_kind(frame, kind) }).collect()
}

/// What stands in field names for a span.
fn at(span: &Span) -> String {
    format!("{}-{}", span.start, span.end)
}

/// What a form says about one span: nothing until somebody has chosen to hide or keep it.
fn decision(fields: &Fields, part: &str, span: &Span) -> Option<Decision> {
    let kind = SpanKind::from_code(fields.first(&format!("{part}k-{}", at(span)))).unwrap_or(span.kind);
    match fields.first(&format!("{part}-{}", at(span))) {
        "hide" if kind == span.kind => Some(Decision::Hide),
        "hide" => Some(Decision::HideAs(kind)),
        "keep" => Some(Decision::Keep),
        _ => None,
    }
}

/// Everything a form says about the spans of one text.
fn decided(fields: &Fields, part: &str, spans: &[Span]) -> Vec<Settlement> {
    spans.iter().filter_map(|s| decision(fields, part, s).map(|d| ((s.start, s.end), d))).collect()
}

/// What the engine is sure of in one text, to be hidden.
fn sure(spans: &[Span]) -> Vec<Settlement> {
    spans.iter().filter(|s| !is_doubt(s)).map(|s| ((s.start, s.end), Decision::Hide)).collect()
}

/// Everything a form says about a report.
pub(super) fn settled(fields: &Fields, case: &RawCase, also: Vec<String>) -> Settled {
    Settled { decisions: decided(fields, NARRATIVE, &case.spans), idea_decisions: decided(fields, IDEA, &case.idea_spans), also }
}

/// Everything a form says about a text that stands alone; without a form, what the engine is sure of.
pub(super) fn settled_alone(fields: Option<&Fields>, spans: &[Span], also: Vec<String>) -> Settled {
    let decisions = fields.map_or_else(|| sure(spans), |fields| decided(fields, NARRATIVE, spans));
    Settled { decisions, idea_decisions: Vec::new(), also }
}

/// What is settled before anybody has decided: the engine hides what it is sure of.
pub(super) fn settled_by_engine(case: &RawCase) -> Settled {
    Settled { decisions: sure(&case.spans), idea_decisions: sure(&case.idea_spans), also: Vec::new() }
}

/// The rows of one report, unanswered doubts first.
pub(super) fn rows(frame: &Frame, case: &RawCase, settled: &Settled, fields: &Fields) -> Vec<Row> {
    let narrative = part_rows(frame, (NARRATIVE, case.submission.narrative.expose(), &case.spans, &settled.decisions), fields);
    let idea = part_rows(frame, (IDEA, case.submission.idea.expose(), &case.idea_spans, &settled.idea_decisions), fields);
    in_order(narrative.into_iter().chain(idea).collect())
}

/// The rows of a text that stands alone, unanswered doubts first.
pub(super) fn rows_alone(frame: &Frame, text: &str, spans: &[Span], settled: &Settled, fields: &Fields) -> Vec<Row> {
    in_order(part_rows(frame, (NARRATIVE, text, spans, &settled.decisions), fields))
}

fn in_order(rows: Vec<Row>) -> Vec<Row> {
    let mut rows: Vec<Row> = rows.into_iter().enumerate().map(|(n, row)| Row { number: n + 1, ..row }).collect();
    rows.sort_by_key(|row| (!row.state.is_empty(), !row.doubt, row.number));
    rows
}

type Part<'a> = (&'static str, &'a str, &'a [Span], &'a [Settlement]);

fn part_rows(frame: &Frame, (part, text, spans, decisions): Part<'_>, fields: &Fields) -> Vec<Row> {
    let chars: Vec<char> = text.chars().collect();
    let piece = |from: usize, to: usize| -> String { chars.get(from..to.min(chars.len())).unwrap_or_default().iter().collect() };
    let flat = |text: String| text.replace(['\n', '\t'], " ");
    let one = |span: &Span| {
        let decided = decisions.iter().find(|(offsets, _)| *offsets == (span.start, span.end)).map(|(_, d)| *d);
        let typed = SpanKind::from_code(fields.first(&format!("{part}k-{}", at(span))));
        Row {
            number: 0,
            part,
            at: at(span),
            before: from_word(flat(piece(span.start.saturating_sub(AROUND), span.start)), span.start > AROUND),
            original: piece(span.start, span.end),
            after: to_word(flat(piece(span.end, span.end + AROUND)), span.end + AROUND < chars.len()),
            kind: typed.unwrap_or(if let Some(Decision::HideAs(kind)) = decided { kind } else { span.kind }).code(),
            why: frame.t(&format!("rule-{}", span.rule)),
            doubt: is_doubt(span),
            state: match decided {
                None => "",
                Some(Decision::Keep) => "keep",
                Some(Decision::Hide | Decision::HideAs(_)) => "hide",
            },
        }
    };
    spans.iter().map(one).collect()
}

/// Drops the half word that a cut left at the beginning.
fn from_word(text: String, cut: bool) -> String {
    match text.split_once(' ') {
        Some((_, rest)) if cut => format!("\u{2026} {rest}"),
        _ => text,
    }
}

/// Drops the half word that a cut left at the end.
fn to_word(text: String, cut: bool) -> String {
    match text.rsplit_once(' ') {
        Some((rest, _)) if cut => format!("{rest} \u{2026}"),
        _ => text,
    }
}

/// The raw text cut at its spans, each with the state of its row.
pub(super) fn cuts(text: &str, spans: &[Span], rows: &[Row], part: &str) -> Vec<Cut> {
    let chars: Vec<char> = text.chars().collect();
    let piece = |from: usize, to: usize| -> String { chars.get(from..to.min(chars.len())).unwrap_or_default().iter().collect() };
    let mut out = Vec::with_capacity(spans.len() * 2 + 1);
    let mut done = 0;
    for span in spans {
        out.push(Cut { text: piece(done, span.start), number: 0, state: "" });
        let row = rows.iter().find(|r| r.part == part && r.at == at(span));
        let state = row.map_or("open", |r| if r.state.is_empty() { "open" } else { r.state });
        out.push(Cut { text: piece(span.start, span.end), number: row.map_or(0, |r| r.number), state });
        done = span.end;
    }
    out.push(Cut { text: piece(done, chars.len()), number: 0, state: "" });
    out.retain(|cut| !cut.text.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::{from_word, to_word};

    #[test]
    fn surrounding_text_begins_and_ends_with_whole_words() {
        assert_eq!(from_word("ered on the ward ".to_owned(), true), "\u{2026} on the ward ");
        assert_eq!(to_word(" and not on my usual ar".to_owned(), true), " and not on my usual \u{2026}");
        assert_eq!(from_word("I was on ".to_owned(), false), "I was on ");
    }
}
