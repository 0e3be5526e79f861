//! Words, numbers and marks of the folded text, with what the writing tells about them.
//!
//! Refuses meaning: this is only where a word starts, how it is written and whether a sentence starts with it.

/// One word, number or mark.
#[derive(Debug, Clone)]
pub(super) struct Token<'t> {
    /// First byte in the folded text.
    pub(super) start: usize,
    /// One past the last byte.
    pub(super) end: usize,
    pub(super) text: &'t str,
    pub(super) lower: String,
    pub(super) shape: Shape,
    /// A sentence, line or quotation starts with it.
    pub(super) opens: bool,
    /// A line break stands between this token and the one before.
    pub(super) new_line: bool,
    /// Nothing stands between this token and the one before.
    pub(super) glued: bool,
}

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Lower-case word.
    Lower,
    /// Word with a capital first letter and a small letter behind it.
    Capital,
    /// One capital letter.
    Initial,
    /// Word of capitals only, two letters or more.
    Caps,
    /// Figures, possibly mixed with letters.
    Number,
    /// Anything else, one character at a time.
    Mark,
}

impl Token<'_> {
    /// A word that is written with a capital, but not in capitals throughout.
    pub(super) const fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital)
    }

    /// Any word, whatever its letters.
    pub(super) const fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Lower | Shape::Capital | Shape::Initial | Shape::Caps)
    }
}

/// Words whose full stop ends no sentence.
const SHORT_FORMS: &[&str] = &[
    "dr", "mr", "mrs", "ms", "sr", "sra", "st", "no", "prof", "dra", "fr", "hr", "mme", "mlle", "capt", "lt", "sgt", "approx", "ca", "ext",
    "tel", "tél", "nr", "bzw", "z.b", "usw", "ref", "reg", "vs", "dept", "asst", "bldg", "lic", "cert", "int", "hab", "avda", "zi", "fa",
    "pers", "kennz", "fallnr", "pat", "lab",
];

/// Cuts the text. Linear in its length.
pub(super) fn cut(text: &str) -> Vec<Token<'_>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut at, mut new_line, mut glued) = (0, false, false);
    // The last token that is no bracket or quotation mark.
    let mut solid: Option<usize> = None;
    while let Some(&(start, first)) = letters.get(at) {
        if first.is_whitespace() {
            new_line |= first == '\n';
            glued = false;
            at += 1;
            continue;
        }
        let stop = if first.is_alphanumeric() { word_end(&letters, at) } else { at + 1 };
        let end = letters.get(stop).map_or(text.len(), |&(byte, _)| byte);
        if let Some(piece) = text.get(start..end) {
            let opens = new_line || opens_sentence(&tokens, solid);
            tokens.push(Token { start, end, text: piece, lower: piece.to_lowercase(), shape: shape(piece), opens, new_line, glued });
            if !matches!(piece, "\"" | "'" | "(" | ")" | "*" | "-" | "¿" | "¡" | "«" | "»") {
                solid = tokens.len().checked_sub(1);
            }
        }
        (at, new_line, glued) = (stop, false, true);
    }
    tokens
}

/// A word goes on over letters, figures, and over a hyphen or apostrophe between two letters; a final 's stays outside.
fn word_end(letters: &[(usize, char)], start: usize) -> usize {
    let is = |at: usize, test: fn(char) -> bool| letters.get(at).is_some_and(|&(_, c)| test(c));
    let mut at = start + 1;
    loop {
        let possessive = is(at + 1, |c| c == 's') && !is(at + 2, char::is_alphanumeric);
        if is(at, char::is_alphanumeric) {
            at += 1;
        } else if is(at, |c| c == '-') && is(at + 1, char::is_alphanumeric) {
            at += 2;
        } else if is(at, |c| c == '\'') && is(at + 1, char::is_alphabetic) && !possessive {
            if at - start == 1 && is(start, |c| ELIDED.contains(c)) {
                return at;
            }
            at += 2;
        } else {
            return at;
        }
    }
}

/// French words cut to one letter before a vowel: a word of their own. "D'Souza" and "O'Brien" are not among them.
const ELIDED: &str = "ldjncmstLJC";

fn shape(piece: &str) -> Shape {
    let mut letters = piece.chars();
    let first = letters.next();
    if !first.is_some_and(char::is_alphanumeric) {
        return Shape::Mark;
    }
    if piece.chars().any(char::is_numeric) {
        return Shape::Number;
    }
    match (first.is_some_and(char::is_uppercase), piece.chars().count()) {
        (false, _) => Shape::Lower,
        (true, 1) => Shape::Initial,
        (true, _) if piece.chars().any(char::is_lowercase) => Shape::Capital,
        (true, _) => Shape::Caps,
    }
}

/// Looks behind the brackets and quotation marks, at the place `solid`; going back over them each time would be quadratic.
fn opens_sentence(tokens: &[Token<'_>], solid: Option<usize>) -> bool {
    let Some((at, last)) = solid.and_then(|at| Some((at, tokens.get(at)?))) else { return true };
    match last.text {
        "!" | "?" | ":" | "…" | "•" => true,
        "." => {
            let word = at.checked_sub(1).and_then(|before| tokens.get(before));
            word.is_none_or(|word| !(word.shape == Shape::Initial || SHORT_FORMS.contains(&word.lower.as_str())))
        }
        _ => tokens.last().is_some_and(|t| t.text == "\""),
    }
}

/// More than six words in ten are written in capitals.
pub(super) fn is_shouting(tokens: &[Token<'_>]) -> bool {
    let words = tokens.iter().filter(|t| matches!(t.shape, Shape::Lower | Shape::Capital | Shape::Caps)).count();
    let loud = tokens.iter().filter(|t| t.shape == Shape::Caps).count();
    words >= 5 && loud * 10 > words * 6
}

#[cfg(test)]
mod tests {
    use super::{Shape, cut};

    #[test]
    fn names_with_marks_inside_stay_whole_and_a_possessive_is_left_out() {
        let words: Vec<String> = cut("O'Brien-Bell's D'Souza, l'Ana").iter().map(|t| t.text.to_owned()).collect();
        assert_eq!(words, ["O'Brien-Bell", "'", "s", "D'Souza", ",", "l", "'", "Ana"].map(str::to_owned));
    }

    #[test]
    fn a_title_with_a_full_stop_ends_no_sentence() {
        let tokens = cut("Told Dr. Raj. Then Ann");
        let opens: Vec<&str> = tokens.iter().filter(|t| t.opens).map(|t| t.text).collect();
        assert_eq!(opens, ["Told", "Then"]);
        assert_eq!(tokens.first().map(|t| t.shape), Some(Shape::Capital));
    }
}
