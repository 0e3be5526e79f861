//! Cutting a text at its spans and putting placeholders in.
//!
//! Placeholders are consistent within one text and start afresh in the next, so that two reports cannot be linked by
//! them. Refuses to fail: spans that do not fit the text, or overlap an earlier one, are left out.

use crate::domain::redaction::{Decision, Piece, RedactedText, Span, SpanKind};

use super::fold::Folded;
use super::placeholder::Names;

/// Hides every span.
#[must_use]
pub fn redact(text: &str, spans: &[Span]) -> RedactedText {
    redact_with(text, spans, &|_| Decision::Hide)
}

/// Hides what `decide` says. A span it keeps stays readable.
#[must_use]
pub fn redact_with(text: &str, spans: &[Span], decide: &dyn Fn(&Span) -> Decision) -> RedactedText {
    let letters: Vec<char> = text.chars().collect();
    let hidden: Vec<(&Span, SpanKind)> =
        fitting(spans, letters.len()).into_iter().filter_map(|span| kind_decided(span, decide).map(|kind| (span, kind))).collect();
    let mut names = Names::default();
    for (span, _) in hidden.iter().filter(|(_, kind)| *kind == SpanKind::Person) {
        names.observe(&slice(&letters, span.start, span.end), &before(&letters, span), &after(&letters, span));
    }
    let mut pieces = Vec::new();
    let mut done = 0;
    for (span, kind) in hidden {
        let original = slice(&letters, span.start, span.end);
        let kept = slice(&letters, done, span.start);
        if !kept.is_empty() {
            pieces.push(Piece::Kept(kept));
        }
        let placeholder = names.stand_in(kind, &original, &after(&letters, span));
        pieces.push(Piece::Hidden { original, placeholder, span: Span { kind, ..span.clone() } });
        done = span.end;
    }
    let rest = slice(&letters, done, letters.len());
    if !rest.is_empty() {
        pieces.push(Piece::Kept(rest));
    }
    RedactedText { pieces }
}

/// The kind a span is hidden as; `None` if it stays readable.
fn kind_decided(span: &Span, decide: &dyn Fn(&Span) -> Decision) -> Option<SpanKind> {
    match decide(span) {
        Decision::Keep => None,
        Decision::Hide => Some(span.kind),
        Decision::HideAs(kind) => Some(kind),
    }
}

fn before(letters: &[char], span: &Span) -> String {
    slice(letters, span.start.saturating_sub(CONTEXT), span.start)
}

fn after(letters: &[char], span: &Span) -> String {
    slice(letters, span.end, span.end.saturating_add(CONTEXT).min(letters.len()))
}

/// How many code points around a span are read for the role of the person in it.
const CONTEXT: usize = 40;

/// The spans that fit a text of `length` code points, in order, none overlapping an earlier one.
fn fitting(spans: &[Span], length: usize) -> Vec<&Span> {
    let mut sorted: Vec<&Span> = spans.iter().filter(|s| s.start < s.end && s.end <= length).collect();
    sorted.sort_by_key(|s| (s.start, s.end));
    let mut free = 0;
    sorted.retain(|span| {
        let fits = span.start >= free;
        if fits {
            free = span.end;
        }
        fits
    });
    sorted
}

fn slice(letters: &[char], start: usize, end: usize) -> String {
    letters.get(start..end).unwrap_or_default().iter().collect()
}

/// Every whole-word occurrence of `phrase`, whatever the case and however disguised: code-point ranges, sorted and disjoint.
#[must_use]
pub fn find_phrase(text: &str, phrase: &str) -> Vec<(usize, usize)> {
    let folded = Folded::new(text);
    let wanted: Vec<char> = Folded::new(phrase).text.trim().chars().map(lower).collect();
    let bytes: Vec<usize> = folded.text.char_indices().map(|(byte, _)| byte).chain([folded.text.len()]).collect();
    let letters: Vec<char> = folded.text.chars().map(lower).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let misses = failure_table(&wanted);
    let mut found = Vec::new();
    let (mut matched, mut free) = (0, 0);
    for (at, &letter) in letters.iter().enumerate() {
        while matched > 0 && wanted.get(matched) != Some(&letter) {
            matched = misses.get(matched - 1).copied().unwrap_or(0);
        }
        if wanted.get(matched) == Some(&letter) {
            matched += 1;
        }
        if matched == wanted.len() {
            let (from, to) = (at + 1 - matched, at + 1);
            let place = bytes.get(from).zip(bytes.get(to)).and_then(|(start, end)| folded.origin(*start, *end));
            if let Some((start, end)) = place.filter(|(start, _)| *start >= free && is_whole(&letters, from, to)) {
                found.push((start, end));
                free = end;
            }
            matched = misses.get(matched - 1).copied().unwrap_or(0);
        }
    }
    found
}

/// Knuth, Morris and Pratt's failure table: keeps the search linear for phrases that repeat themselves.
fn failure_table(wanted: &[char]) -> Vec<usize> {
    let mut table = vec![0; wanted.len()];
    let mut matched = 0;
    for (at, letter) in wanted.iter().enumerate().skip(1) {
        while matched > 0 && wanted.get(matched) != Some(letter) {
            matched = table.get(matched - 1).copied().unwrap_or(0);
        }
        if wanted.get(matched) == Some(letter) {
            matched += 1;
        }
        if let Some(entry) = table.get_mut(at) {
            *entry = matched;
        }
    }
    table
}

/// Neither end of the range cuts a word in two.
fn is_whole(letters: &[char], start: usize, end: usize) -> bool {
    let joined =
        |left: Option<&char>, right: Option<&char>| left.is_some_and(|c| c.is_alphanumeric()) && right.is_some_and(|c| c.is_alphanumeric());
    let before = start.checked_sub(1).and_then(|i| letters.get(i));
    let last = end.checked_sub(1).and_then(|i| letters.get(i));
    !joined(before, letters.get(start)) && !joined(last, letters.get(end))
}

/// One code point for one code point, so that offsets hold.
fn lower(c: char) -> char {
    let mut forms = c.to_lowercase();
    match (forms.next(), forms.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::{Decision, Span, SpanKind, find_phrase, redact, redact_with};

    fn person(start: usize, end: usize) -> Span {
        Span { start, end, kind: SpanKind::Person, confidence: 0.9, rule: "person-title" }
    }

    #[test]
    fn one_person_keeps_one_placeholder_and_the_role_said_once() {
        let text = "Sister Mercy Kutty asked. Later Mercy signed.";

        let redacted = redact(text, &[person(7, 18), person(32, 37)]);

        assert_eq!(redacted.to_plain(), "Sister [Nurse A] asked. Later [Nurse A] signed.");
    }

    #[test]
    fn spans_that_do_not_fit_are_left_out() {
        let text = "Temi asked.";

        let redacted = redact(text, &[person(9, 99), person(3, 3), person(0, 4), person(2, 6)]);

        assert_eq!(redacted.to_plain(), "[Person A] asked.");
    }

    #[test]
    fn a_screener_keeps_one_span_and_renames_another() {
        let text = "Foley met Derby";
        let spans = [person(0, 5), person(10, 15)];

        let redacted =
            redact_with(text, &spans, &|span| if span.start == 0 { Decision::Keep } else { Decision::HideAs(SpanKind::Location) });

        assert_eq!(redacted.to_plain(), "Foley met [Site 1]");
    }

    #[test]
    fn a_phrase_is_found_as_a_whole_word_in_any_case() {
        assert_eq!(find_phrase("Ann and ann, but not Annex or Joann.", "ANN"), vec![(0, 3), (8, 11)]);
        assert_eq!(find_phrase("é Zoë é zoË", "zoë"), vec![(2, 5), (8, 11)]);
        assert_eq!(find_phrase("An\u{200b}n saw \u{410}nn", "Ann"), vec![(0, 4), (9, 12)]);
        assert!(find_phrase("anything", "  ").is_empty());
    }
}
