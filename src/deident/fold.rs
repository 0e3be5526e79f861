//! A copy of the text that rules can match, with the way back to the code points of the input.
//!
//! Zero-width characters vanish, combining marks join their letter, full-width and other compatibility forms become
//! plain, quotes and dashes become ASCII. Refuses to change the input itself: offsets always point into what was typed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// The text as rules see it.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The matching form.
    pub(super) text: String,
    /// For each byte of `text`, the first code point of the input it stands for.
    from: Vec<usize>,
    /// For each byte of `text`, one past the last code point of the input it stands for.
    to: Vec<usize>,
}

impl Folded {
    /// Folds `input`. Linear in its length.
    pub(super) fn new(input: &str) -> Self {
        let mut folded = Self::default();
        let mut pending: Option<(char, usize, usize)> = None;
        for (at, raw) in input.chars().enumerate() {
            if is_invisible(raw) {
                continue;
            }
            if is_combining_mark(raw) {
                pending = pending.map(|(base, from, _)| (compose(base, raw).unwrap_or(base), from, at + 1));
                continue;
            }
            if let Some((base, from, to)) = pending.replace((plain(raw), at, at + 1)) {
                folded.push(base, from, to);
            }
        }
        if let Some((base, from, to)) = pending {
            folded.push(base, from, to);
        }
        folded
    }

    fn push(&mut self, c: char, from: usize, to: usize) {
        self.text.push(c);
        for _ in 0..c.len_utf8() {
            self.from.push(from);
            self.to.push(to);
        }
    }

    /// The code points of the input that the bytes `start..end` of the folded text stand for; `None` if there are none.
    pub(super) fn origin(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let last = end.checked_sub(1)?;
        let from = *self.from.get(start)?;
        let to = *self.to.get(last)?;
        (start < end && from < to).then_some((from, to))
    }
}

/// Characters that show nothing and only serve to break a match.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// The plain form of one character; a form that needs several characters stays as it is.
fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{02bc}' | '\u{2032}' | '\u{0060}' | '\u{00b4}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        '\u{00a0}' | '\u{2007}' | '\u{202f}' | '\u{2009}' | '\u{3000}' => ' ',
        _ if c.is_ascii() => c,
        _ => {
            let mut forms = std::iter::once(c).nfkc();
            match (forms.next(), forms.next()) {
                (Some(one), None) => one,
                _ => c,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Folded;

    #[test]
    fn hidden_and_wide_characters_fold_and_lead_back_to_what_was_typed() {
        let folded = Folded::new("x Jo\u{200b}se\u{301} \u{ff11}\u{ff12}");
        assert_eq!(folded.text, "x José 12");
        assert_eq!(folded.origin(2, 7), Some((2, 8)));
        assert_eq!(folded.origin(8, 10), Some((9, 11)));
    }

    #[test]
    fn an_empty_or_outlying_range_has_no_origin() {
        let folded = Folded::new("ab");
        assert_eq!(folded.origin(0, 0), None);
        assert_eq!(folded.origin(1, 9), None);
    }
}
