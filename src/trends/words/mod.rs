//! Words of released notes in figures: terms that became more frequent, notes that resemble a question or each other.
//!
//! Refuses to read anything but text that has been de-identified already, and knows no language: there is no list of stop words.

#[cfg(test)]
mod against_others;
mod retrieval;
mod similar;
mod terms;

pub use retrieval::{Bm25, Form};
pub use similar::{Jaccard, Tfidf, char_shingles, word_bigrams};
pub use terms::{Prior, Term, emerging};

/// The words of a text in order: lower case, split wherever a character is neither a letter nor a digit.
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[test]
    fn words_are_lower_case_and_punctuation_parts_them() {
        assert_eq!(tokens("Bay 3: the Fork-lift's BEEPER, Größe"), ["bay", "3", "the", "fork", "lift", "s", "beeper", "größe"]);
        assert!(tokens(" -- ").is_empty());
    }
}
