//! Word lists, indexed once: names, places, everyday words of four languages, and what only looks like a name.
//!
//! Refuses to decide alone: a list says what a word can be, the words around it say what it is. Sources: `data/NOTICE`.

use std::collections::HashSet;

use crate::domain::contact::Language;

use super::inflection::{Endings, FRENCH, GERMAN, SPANISH, is_form};

/// The indexed lists. Every entry is lower case.
#[derive(Debug)]
pub(super) struct Lexicon {
    given: HashSet<&'static str>,
    surnames: HashSet<&'static str>,
    places: HashSet<&'static str>,
    innocent: HashSet<&'static str>,
    ambiguous: HashSet<&'static str>,
    products: HashSet<&'static str>,
    products_of_two: HashSet<(&'static str, &'static str)>,
    english: HashSet<&'static str>,
    spanish: HashSet<&'static str>,
    french: HashSet<&'static str>,
    german: HashSet<&'static str>,
}

fn list(text: &'static str) -> HashSet<&'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
}

/// The words of a list that is written several to a line.
fn words(text: &'static str) -> HashSet<&'static str> {
    text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
}

impl Lexicon {
    pub(super) fn new() -> Self {
        let products = list(include_str!("data/products.txt"));
        Self {
            given: list(include_str!("data/given.txt")),
            surnames: list(include_str!("data/surnames.txt")),
            places: list(include_str!("data/places.txt")),
            innocent: words(include_str!("data/innocent.txt")),
            ambiguous: words(include_str!("data/ambiguous.txt")),
            products_of_two: products.iter().filter_map(|name| name.split_once(' ')).collect(),
            products,
            english: list(include_str!("data/words-en.txt")),
            spanish: list(include_str!("data/words-es.txt")),
            french: list(include_str!("data/words-fr.txt")),
            german: list(include_str!("data/words-de.txt")),
        }
    }

    /// A first name somewhere in the world; of a double name, its first half.
    pub(super) fn is_given(&self, lower: &str) -> bool {
        self.given.contains(lower) || lower.split_once('-').is_some_and(|(first, _)| self.given.contains(first))
    }

    /// A family name; of a double name, either half.
    pub(super) fn is_surname(&self, lower: &str) -> bool {
        self.surnames.contains(lower) || lower.split_once('-').is_some_and(|(a, b)| self.surnames.contains(a) && self.surnames.contains(b))
    }

    /// A town.
    pub(super) fn is_place(&self, lower: &str) -> bool {
        self.places.contains(lower)
    }

    /// A maker, eponym, drug, standard, product or calendar word that looks like a name.
    pub(super) fn is_innocent(&self, lower: &str) -> bool {
        self.innocent.contains(lower)
            || lower.strip_suffix("'s").is_some_and(|stem| self.innocent.contains(stem))
            || lower.contains('-') && lower.split('-').any(|part| self.innocent.contains(part))
    }

    /// A maker, drug, eponym or program; it may be a name as well.
    pub(super) fn is_product(&self, lower: &str) -> bool {
        self.products.contains(lower)
    }

    /// Two words that together name a product.
    pub(super) fn are_product(&self, first: &str, second: &str) -> bool {
        self.products_of_two.contains(&(first, second))
    }

    /// A name that is as often something else and needs a hint beside it.
    pub(super) fn is_ambiguous(&self, lower: &str) -> bool {
        self.ambiguous.contains(lower)
    }

    /// An everyday word of the language, endings allowed for.
    pub(super) fn is_everyday(&self, lower: &str, language: Language) -> bool {
        match language {
            Language::English => english_form(lower, &self.english),
            Language::Spanish => self.form_of(lower, &self.spanish, &SPANISH),
            Language::French => self.form_of(lower, &self.french, &FRENCH),
            Language::German => self.form_of(lower, &self.german, &GERMAN),
        }
    }

    /// On the Spanish or French list as it stands, or its plural. In the other two languages like [`Self::is_everyday`].
    pub(super) fn is_everyday_unbent(&self, lower: &str, language: Language) -> bool {
        let list = match language {
            Language::Spanish => &self.spanish,
            Language::French => &self.french,
            Language::English | Language::German => return self.is_everyday(lower, language),
        };
        list.contains(lower) || ["s", "es"].iter().any(|end| lower.strip_suffix(end).is_some_and(|stem| list.contains(stem)))
    }

    /// On the list, or a regular form of a listed word. A name counts as everyday only if the list has it as it stands.
    fn form_of(&self, lower: &str, list: &HashSet<&'static str>, endings: &Endings) -> bool {
        list.contains(lower) || !self.is_given(lower) && !self.is_surname(lower) && is_form(lower, list, endings)
    }
}

/// Regular endings of English, with what may have stood in their place.
const ENDINGS: [(&str, &[&str]); 17] = [
    ("s", &[""]),
    ("es", &["", "e"]),
    ("ed", &["", "e"]),
    ("d", &["e"]),
    ("ing", &["", "e"]),
    ("ly", &[""]),
    ("er", &["", "e"]),
    ("ers", &["", "e"]),
    ("ness", &[""]),
    ("ies", &["y"]),
    ("ied", &["y"]),
    ("ily", &["y"]),
    ("est", &["", "e"]),
    ("n't", &[""]),
    ("'s", &[""]),
    ("'ll", &[""]),
    ("'d", &[""]),
];

/// The word itself, or a regular form of a listed word: plural, past, -ing, -ly, -er, -est, -ness, a compound with a hyphen.
fn english_form(lower: &str, list: &HashSet<&'static str>) -> bool {
    if list.contains(lower) {
        return true;
    }
    if lower.contains('-') {
        return lower.split('-').all(|part| part.is_empty() || english_form(part, list));
    }
    ENDINGS.iter().any(|(ending, stems)| {
        lower.strip_suffix(ending).is_some_and(|stem| {
            stems.iter().any(|add| {
                let mut form = stem.to_owned();
                form.push_str(add);
                form.len() > 2 && list.contains(form.as_str())
            }) || halved(stem).is_some_and(|short| list.contains(short))
        })
    })
}

/// "stopp" of "stopped" is "stop".
fn halved(stem: &str) -> Option<&str> {
    let mut letters = stem.chars().rev();
    let (last, previous) = (letters.next()?, letters.next()?);
    if last == previous && stem.len() > 3 { stem.strip_suffix(last) } else { None }
}

#[cfg(test)]
mod tests {
    use super::{Language, Lexicon};

    #[test]
    fn lists_know_names_and_everyday_words() {
        let lexicon = Lexicon::new();

        assert!(lexicon.is_given("grace") && lexicon.is_given("jean-loup") && lexicon.is_surname("nguyen"));
        assert!(lexicon.is_everyday("stopped", Language::English) && !lexicon.is_everyday("agnieszka", Language::English));
        assert!(lexicon.is_innocent("foley") && lexicon.is_innocent("parkinson's") && lexicon.is_innocent("bowie-dick"));
    }
}
