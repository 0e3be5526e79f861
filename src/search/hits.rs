//! Where a query meets an opened text, for marking it.
//!
//! Refuses to judge whether the text fits: the index has done that.

use super::query::Reading;
use super::words::{Word, words};

/// Byte ranges of the text that a wanted word or phrase stands in, in order, disjoint.
#[must_use]
pub fn hits(text: &str, reading: &Reading) -> Vec<(usize, usize)> {
    let all = words(text, reading.language);
    let mut found: Vec<(usize, usize)> = reading.wanted.iter().flat_map(|phrase| places(&all, phrase)).collect();
    found.sort_unstable();
    let mut disjoint: Vec<(usize, usize)> = Vec::with_capacity(found.len());
    for (start, end) in found {
        match disjoint.last_mut() {
            Some(last) if start < last.1 => last.1 = last.1.max(end),
            _ => disjoint.push((start, end)),
        }
    }
    disjoint
}

/// Where the words of a phrase follow one another.
fn places<'a>(all: &'a [Word], phrase: &'a [String]) -> impl Iterator<Item = (usize, usize)> + 'a {
    let follows = move |run: &&[Word]| run.iter().map(|w| &w.stem).eq(phrase);
    all.windows(phrase.len().max(1)).filter(follows).filter_map(|run| Some((run.first()?.start, run.last()?.end)))
}

#[cfg(test)]
mod tests {
    use super::hits;
    use crate::domain::contact::Language;
    use crate::search::Query;

    fn marked<'t>(text: &'t str, query: &str) -> Vec<&'t str> {
        let reading = Query::parse(query).reading(Language::English).expect("a reading");
        hits(text, &reading).into_iter().map(|(start, end)| text.get(start..end).expect("whole characters")).collect()
    }

    #[test]
    fn words_are_marked_in_every_form_and_phrases_as_a_whole() {
        let text = "The pumps were labelled wrongly; the pump's label was torn.";

        assert_eq!(marked(text, "label"), ["labelled", "label"]);
        assert_eq!(marked(text, "\"pump label\""), ["pumps were labelled", "pump's label"]);
        assert_eq!(marked(text, "\"label pump\""), Vec::<&str>::new());
        assert_eq!(marked(text, "torn -label"), ["torn"]);
    }

    #[test]
    fn ranges_that_touch_the_same_word_become_one() {
        assert_eq!(marked("wrong drug label", "\"wrong drug\" \"drug label\" drug"), ["wrong drug label"]);
    }
}
