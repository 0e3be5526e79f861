//! What holds for the findings of any text whatever. The property tests and the fuzz target share it.
//!
//! Refuses to judge what was found, only whether it holds together.

use std::sync::LazyLock;

use candor::deident::{Engine, RULES, redact};
use candor::domain::redaction::{Piece, Span};

/// One engine for all texts; it takes a while to build.
pub static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new().expect("the built-in patterns compile"));

/// Bytes of the longest text the service takes.
pub const LONGEST: usize = 64 * 1024;

/// Scans a text and checks that its spans are sorted, disjoint, inside the text and not empty, that each has a listed rule and a
/// share for its confidence, and that the pieces give the text back with every span hidden.
pub fn assert_sound(text: &str) -> Vec<Span> {
    let spans = ENGINE.scan(text, None);
    let length = text.chars().count();
    let mut free = 0;
    for span in &spans {
        assert!(free <= span.start && span.start < span.end && span.end <= length, "{span:?} after {free} of {length}");
        assert!((0.0..=1.0).contains(&span.confidence), "{span:?}");
        assert!(RULES.contains(&span.rule), "{span:?}");
        free = span.end;
    }
    let redacted = redact(text, &spans);
    assert_eq!(redacted.hidden(), spans.len());
    let whole: String = redacted
        .pieces
        .iter()
        .map(|piece| match piece {
            Piece::Kept(kept) => kept.as_str(),
            Piece::Hidden { original, .. } => original.as_str(),
        })
        .collect();
    assert_eq!(whole, text);
    spans
}
