//! A copy of the text that rules can match, with the way back to the code points of the input.
//!
//! Zero-width characters vanish, combining marks join their letter, full-width and other compatibility forms and letters that only
//! look Latin become plain, quotes, dashes and spaces become ASCII. Refuses to change the input itself: offsets always point into
//! what was typed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

use super::lookalike;

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
        for chunk in gather(input).chunk_by(|a, b| !a.base.is_whitespace() && !b.base.is_whitespace()) {
            let address = is_address(chunk);
            for word in chunk.chunk_by(|a, b| a.base.is_alphanumeric() && b.base.is_alphanumeric()) {
                let latin = reads_as_latin(word);
                for letter in word {
                    let base = lookalike::latin(letter.base).filter(|_| latin).unwrap_or(letter.base);
                    folded.push_all(if address { unmarked(base) } else { base }, letter.from, letter.to);
                }
            }
        }
        folded
    }

    /// A ligature becomes its letters, each of which stands for the whole of it.
    fn push_all(&mut self, c: char, from: usize, to: usize) {
        let forms = || std::iter::once(c).nfkc();
        if c.is_ascii() || !c.is_alphabetic() || !forms().all(char::is_alphabetic) {
            return self.push(c, from, to);
        }
        for form in forms() {
            self.push(plain(form), from, to);
        }
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

/// A character with the marks over it and the unseen characters around it: its code points in the input.
struct Letter {
    base: char,
    from: usize,
    to: usize,
}

/// Takes marks and unseen characters to the letter they stand at, so that hiding the letter hides them too.
fn gather(input: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::new();
    let mut unseen: Option<usize> = None;
    for (at, raw) in input.chars().enumerate() {
        let invisible = is_invisible(raw);
        let mark = !invisible && is_combining_mark(raw);
        if !mark && !invisible {
            // What looks Latin must be met as it is: the compatibility form of a Greek lunate sigma does not look like a C.
            let base = lookalike::latin(raw).map_or_else(|| plain(raw), |_| raw);
            let from = unseen.take().filter(|_| base.is_alphanumeric()).unwrap_or(at);
            letters.push(Letter { base, from, to: at + 1 });
            continue;
        }
        match letters.last_mut().filter(|last| unseen.is_none() && (mark || last.base.is_alphanumeric())) {
            Some(last) => {
                last.to = at + 1;
                if mark {
                    last.base = compose(last.base, raw).unwrap_or(last.base);
                }
            }
            None => unseen = unseen.or(Some(at)),
        }
    }
    letters
}

/// A word is Latin in disguise if it has Latin letters, or if all its letters look Latin. The others are left as they are: "ОТ" and
/// "Orlа" are read as Latin, "Орлова" is not.
fn reads_as_latin(word: &[Letter]) -> bool {
    let mut letters = word.iter().map(|letter| letter.base);
    word.iter().any(|letter| lookalike::is_latin(letter.base)) || letters.all(|c| !c.is_alphabetic() || lookalike::latin(c).is_some())
}

/// A mail or web address: matched without the marks over its letters, because the shapes of addresses know none.
fn is_address(chunk: &[Letter]) -> bool {
    chunk.iter().any(|letter| letter.base == '@') || chunk.windows(3).any(|three| three.iter().map(|letter| letter.base).eq("://".chars()))
}

/// The letter without its marks.
fn unmarked(c: char) -> char {
    let mut parts = std::iter::once(c).nfd();
    let base = parts.next().unwrap_or(c);
    if parts.all(is_combining_mark) { base } else { c }
}

/// Characters that show nothing and only serve to break a match: controls, and what Unicode calls default-ignorable.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\0'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}'
            | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    )
}

/// The plain form of one character; a form that needs several characters stays as it is.
fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{02b9}'..='\u{02bd}' | '\u{02c8}' | '\u{2032}' | '\u{a78c}' | '\u{0060}' | '\u{00b4}' => {
            '\''
        }
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}'..='\u{2013}' | '\u{2212}' => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{2236}' | '\u{a789}' => ':',
        '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\t' | '\u{2800}' => ' ',
        _ if c.is_ascii() => c,
        _ if c.is_whitespace() => ' ',
        _ => {
            let mut forms = std::iter::once(c).nfkc();
            let one = forms.next().filter(|_| forms.next().is_none()).unwrap_or(c);
            lookalike::figure(one).unwrap_or(one)
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
    fn only_words_that_could_be_latin_are_read_as_latin() {
        assert_eq!(Folded::new("D\u{433} R\u{430}j, \u{41e}\u{422}12").text, "Dr Raj, OT12");
        assert_eq!(Folded::new("Jos\u{e9} jos\u{e9}@cl\u{ed}nica.es").text, "Jos\u{e9} jose@clinica.es");
        assert_eq!(Folded::new("Вчера Орлова και Γιώργος 5 µg").text, "Вчера Орлова kai Γιώργος 5 μg");
    }

    #[test]
    fn a_ligature_becomes_letters_and_unseen_characters_belong_to_the_letter_beside_them() {
        let folded = Folded::new("a \u{202e}\u{fb01}x\u{202c}. ½");

        assert_eq!(folded.text, "a fix. ½");
        assert_eq!(folded.origin(2, 3), Some((2, 4)));
        assert_eq!(folded.origin(2, 5), Some((2, 6)));
    }

    #[test]
    fn an_empty_or_outlying_range_has_no_origin() {
        let folded = Folded::new("ab");
        assert_eq!(folded.origin(0, 0), None);
        assert_eq!(folded.origin(1, 9), None);
    }
}
