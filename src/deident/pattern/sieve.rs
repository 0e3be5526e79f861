//! Which patterns can match a text at all, found in two quick passes over it, so that the others need not be tried.
//!
//! Refuses to decide: what it lets through still has to match; what it holds back cannot.

use aho_corasick::{AhoCorasick, BuildError};

use super::openings::{Opening, View, draw};

/// What to look for in one view.
#[derive(Debug)]
struct Net {
    view: View,
    openings: AhoCorasick,
    /// For each opening: the pattern, and whether a word has to start there.
    owners: Vec<(usize, bool)>,
}

/// The openings of all patterns.
#[derive(Debug)]
pub(super) struct Sieve {
    nets: Vec<Net>,
    /// For each pattern: whether it has none, and is always tried.
    always: Vec<bool>,
}

impl Sieve {
    /// Draws the openings of all patterns.
    pub(super) fn new(shapes: &[&str]) -> Result<Self, BuildError> {
        let (mut all, mut always) = (Vec::new(), Vec::new());
        for (at, shape) in shapes.iter().enumerate() {
            let own = regex_syntax::parse(shape).ok().and_then(|hir| draw(&hir));
            always.push(own.is_none());
            all.extend(own.into_iter().flatten().map(|opening| (at, opening)));
        }
        let nets = [View::Words, View::Shapes].into_iter().map(|view| Net::new(view, &all)).collect::<Result<_, _>>()?;
        Ok(Self { nets, always })
    }

    /// Numbers of the patterns that can match, rising.
    pub(super) fn pass(&self, text: &str) -> impl Iterator<Item = usize> + use<> {
        let mut can = self.always.clone();
        let mut let_through = |at: usize| can.get_mut(at).into_iter().for_each(|it| *it = true);
        self.nets.iter().for_each(|net| net.pass(text, &mut let_through));
        can.into_iter().enumerate().filter_map(|(at, can)| can.then_some(at))
    }
}

impl Net {
    fn new(view: View, all: &[(usize, Opening)]) -> Result<Self, BuildError> {
        let own = || all.iter().filter(|(_, opening)| opening.view == view);
        let openings = AhoCorasick::new(own().map(|(_, opening)| &opening.bytes))?;
        Ok(Self { view, openings, owners: own().map(|(at, opening)| (*at, opening.word)).collect() })
    }

    fn pass(&self, text: &str, let_through: &mut impl FnMut(usize)) {
        let view: Vec<u8> = text.bytes().map(|byte| self.view.of(byte)).collect();
        for hit in self.openings.find_overlapping_iter(&view) {
            let Some(&(at, word)) = self.owners.get(hit.pattern().as_usize()) else { continue };
            let inside = || hit.start().checked_sub(1).and_then(|last| view.get(last)).is_some_and(u8::is_ascii_alphanumeric);
            if !(word && inside()) {
                let_through(at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Sieve;

    #[test]
    fn a_pattern_passes_where_one_of_its_openings_stands() {
        let shapes = [r"\b(?i:bed|bay) ([0-9]+)", r"([0-9]{1,2}:[0-9]{2})", r"\b(?i:étage) ([0-9]+)", r"\b([A-Z]{2}[0-9]{2} ?[A-Z]{3})\b"];
        let passed = |text: &str| Sieve::new(&shapes).map(|s| s.pass(text).collect::<Vec<_>>()).unwrap_or_default();

        assert_eq!(passed("In BED 7 at noon"), [0]);
        assert_eq!(passed("embedded at 14:05"), [1]);
        assert_eq!(passed("Étage 3"), [2]);
        assert_eq!(passed("the plate AB12 CDE"), [3]);
        assert!(passed("nothing of note").is_empty());
    }
}
