//! Function words of the four languages, without marks over their letters.
//!
//! They are not indexed: nobody looks for them alone, and as the most frequent words of every text they would be the
//! first that somebody who counts digests could name. Words that turn a meaning round ("not", "without") are kept.

use crate::domain::contact::Language;

const ENGLISH: &[&str] = &[
    "a", "about", "after", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "before", "being", "but", "by",
    "can", "could", "did", "do", "does", "for", "from", "had", "has", "have", "he", "her", "him", "his", "how", "i", "if", "in", "into",
    "is", "it", "its", "me", "my", "of", "on", "or", "our", "she", "so", "some", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "us", "was", "we", "were", "what", "when", "where", "which", "while", "who", "will", "with",
    "would", "you", "your",
];

const SPANISH: &[&str] = &[
    "a", "al", "ante", "aqui", "asi", "como", "con", "cual", "cuando", "de", "del", "desde", "donde", "e", "el", "ella", "ellas", "ellos",
    "en", "entre", "era", "eran", "es", "esa", "ese", "eso", "esta", "estaba", "estaban", "este", "esto", "fue", "fueron", "ha", "habia",
    "habian", "han", "hasta", "hay", "he", "la", "las", "le", "les", "lo", "los", "me", "mi", "mis", "nos", "o", "os", "para", "pero",
    "por", "porque", "que", "quien", "se", "ser", "si", "sido", "son", "su", "sus", "te", "tras", "tu", "un", "una", "unas", "unos", "y",
    "ya", "yo",
];

const FRENCH: &[&str] = &[
    "a", "ai", "ainsi", "au", "aux", "avaient", "avait", "avec", "avons", "c", "ce", "ces", "cet", "cette", "ceux", "comme", "d", "dans",
    "de", "des", "donc", "dont", "du", "elle", "elles", "en", "entre", "est", "et", "etaient", "etait", "ete", "etre", "eu", "eux", "il",
    "ils", "j", "je", "l", "la", "le", "les", "leur", "leurs", "lui", "m", "ma", "mais", "me", "mes", "mon", "n", "nos", "notre", "nous",
    "on", "ont", "ou", "par", "pour", "qu", "quand", "que", "qui", "s", "sa", "se", "ses", "si", "son", "sont", "sur", "t", "tu", "un",
    "une", "vos", "votre", "vous", "y",
];

const GERMAN: &[&str] = &[
    "aber", "als", "am", "an", "auch", "auf", "aus", "bei", "beim", "bin", "bis", "da", "dann", "das", "dass", "dem", "den", "denn",
    "der", "des", "die", "dies", "diese", "diesem", "diesen", "dieser", "dieses", "doch", "du", "durch", "ein", "eine", "einem", "einen",
    "einer", "eines", "er", "es", "fur", "habe", "haben", "hat", "hatte", "hatten", "ich", "ihm", "ihn", "ihr", "ihre", "im", "in", "ins",
    "ist", "ja", "man", "mein", "meine", "mich", "mir", "mit", "nach", "noch", "ob", "oder", "sein", "seine", "sich", "sie", "sind", "so",
    "um", "und", "uns", "unser", "vom", "von", "vor", "war", "waren", "was", "wenn", "wer", "wie", "wir", "wird", "wo", "wurde", "wurden",
    "zu", "zum", "zur",
];

/// Whether a word, lower case and without marks, is a function word of the language.
pub(super) fn is_small(word: &str, language: Language) -> bool {
    let list = match language {
        Language::English => ENGLISH,
        Language::Spanish => SPANISH,
        Language::French => FRENCH,
        Language::German => GERMAN,
    };
    list.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, FRENCH, GERMAN, Language, SPANISH, is_small};

    #[test]
    fn the_lists_are_sorted_so_that_a_word_is_found() {
        for list in [ENGLISH, SPANISH, FRENCH, GERMAN] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }

    #[test]
    fn a_word_is_small_in_its_own_language_only() {
        assert!(is_small("die", Language::German) && !is_small("die", Language::English));
        assert!(!is_small("not", Language::English) && !is_small("sin", Language::Spanish));
        assert!(!is_small("sans", Language::French) && !is_small("ohne", Language::German));
    }
}
