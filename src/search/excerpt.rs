//! The part of a text that shows why it was found.
//!
//! Refuses half words: it begins and ends at white space, or at the ends of the text.

/// Shown before the first hit, in code points.
const BEFORE: usize = 80;
/// Shown in all, in code points.
const LENGTH: usize = 320;

/// A stretch of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The words.
    pub text: String,
    /// Whether the query met them.
    pub hit: bool,
}

/// The surroundings of the first hit, cut where hits begin and end. `hits` are disjoint byte ranges in order; without any
/// the text is shown from its start.
#[must_use]
pub fn excerpt(text: &str, hits: &[(usize, usize)]) -> Vec<Piece> {
    let (from, to) = window(text, hits.first().map_or(0, |(start, _)| *start));
    let mut pieces = Vec::new();
    let mut push = |start: usize, end: usize, hit: bool| {
        let cut = text.get(start..end).unwrap_or_default();
        if !cut.is_empty() {
            pieces.push(Piece { text: cut.to_owned(), hit });
        }
    };
    let mut at = from;
    for (start, end) in hits.iter().copied().filter(|(start, end)| *start >= from && *end <= to && text.get(*start..*end).is_some()) {
        push(at, start, false);
        push(start, end, true);
        at = end;
    }
    push(at, to, false);
    if let Some(first) = pieces.first_mut().filter(|_| from > 0) {
        first.text.insert_str(0, "\u{2026} ");
    }
    if let Some(last) = pieces.last_mut().filter(|_| to < text.len()) {
        last.text.push_str(" \u{2026}");
    }
    pieces
}

/// Byte range of the excerpt around a byte of the text.
fn window(text: &str, around: usize) -> (usize, usize) {
    let (before, after) = text.split_at_checked(around).unwrap_or(("", text));
    let around = before.len();
    let from = match before.char_indices().rev().nth(BEFORE) {
        Some((at, _)) => before.get(at..).and_then(|t| t.find(char::is_whitespace)).map_or(around, |space| at + space),
        None => 0,
    };
    let from = from + text.get(from..around).map_or(0, |lead| lead.len() - lead.trim_start().len());
    let shown = text.get(from..around).map_or(0, |lead| lead.chars().count());
    let to = match after.char_indices().nth(LENGTH.saturating_sub(shown)) {
        Some((at, _)) => after.get(..at).and_then(|t| t.rfind(char::is_whitespace)).map_or(around + at, |space| around + space),
        None => text.len(),
    };
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::{LENGTH, Piece, excerpt};

    fn piece(text: &str, hit: bool) -> Piece {
        Piece { text: text.to_owned(), hit }
    }

    #[test]
    fn a_short_text_is_shown_whole_with_its_hits() {
        assert_eq!(excerpt("the pump broke", &[(4, 8)]), [piece("the ", false), piece("pump", true), piece(" broke", false)]);
        assert_eq!(excerpt("pump", &[(0, 4)]), [piece("pump", true)]);
        assert_eq!(excerpt("", &[]), []);
    }

    #[test]
    fn a_long_text_is_cut_at_words_around_the_first_hit() {
        let text = format!("{}pump {}", "ümlaut ".repeat(60), "word ".repeat(200));
        let at = text.find("pump").expect("there");

        let pieces = excerpt(&text, &[(at, at + 4)]);

        let shown: String = pieces.iter().map(|p| p.text.as_str()).collect();
        assert!(shown.starts_with("\u{2026} ümlaut") && shown.ends_with("word \u{2026}"), "{shown}");
        assert!(shown.chars().count() <= LENGTH + 4, "{shown}");
        assert!(pieces.contains(&piece("pump", true)));
    }

    #[test]
    fn a_text_without_spaces_and_a_hit_out_of_range_stop_nothing() {
        let text = "点".repeat(2000);

        assert!(!excerpt(&text, &[(3000, 3003)]).is_empty());
        assert!(!excerpt(&text, &[(1, 2)]).is_empty());
        assert!(!excerpt(&text, &[(9_000_000, 9_000_001)]).is_empty());
    }
}
