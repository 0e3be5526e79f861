//! Which of the four languages a text is in, by its small words.
//!
//! Refuses certainty: a text without any of them counts as English.

use crate::domain::contact::Language;

/// Small words that are frequent in one language and rare in the other three.
const SMALL: [(Language, &[&str]); 4] = [
    (
        Language::English,
        &[
            "the", "and", "was", "of", "to", "it", "with", "that", "had", "for", "is", "were", "he", "she", "they", "not", "from", "at",
            "we", "my", "this", "but", "by",
        ],
    ),
    (
        Language::Spanish,
        &[
            "el", "los", "las", "del", "y", "con", "por", "una", "que", "se", "lo", "pero", "estaba", "al", "había", "muy", "porque",
            "sin", "es", "como", "para",
        ],
    ),
    (
        Language::French,
        &[
            "le", "les", "des", "du", "et", "est", "une", "dans", "pas", "qui", "sur", "avec", "était", "je", "au", "il", "ne", "ce",
            "pour", "mais", "on", "nous",
        ],
    ),
    (
        Language::German,
        &[
            "der", "die", "das", "und", "ist", "nicht", "ich", "mit", "den", "dem", "auf", "ein", "eine", "zu", "im", "war", "hat", "von",
            "wir", "aber", "noch", "beim", "auch",
        ],
    ),
];

/// The language with the most small words; English when none has any.
#[must_use]
pub fn guess_language(text: &str) -> Language {
    let mut votes = [0usize; 4];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        for (vote, (_, words)) in votes.iter_mut().zip(&SMALL) {
            *vote += usize::from(words.contains(&lower.as_str()));
        }
    }
    let mut best = (Language::English, 0);
    for (vote, (language, _)) in votes.into_iter().zip(SMALL) {
        if vote > best.1 {
            best = (language, vote);
        }
    }
    best.0
}

#[cfg(test)]
mod tests {
    use super::{Language, guess_language};

    #[test]
    fn small_words_tell_the_language() {
        assert_eq!(guess_language("The pump was left on by the night shift"), Language::English);
        assert_eq!(guess_language("La bomba se dejó en marcha y no lo vio el turno"), Language::Spanish);
        assert_eq!(guess_language("La pompe est restée en marche dans le service"), Language::French);
        assert_eq!(guess_language("Die Pumpe ist nicht aus und war auf Demo"), Language::German);
        assert_eq!(guess_language(""), Language::English);
    }
}
