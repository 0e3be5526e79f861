//! Words grouped by meaning: which of a thousand groups a word belongs to, and which of a hundred wider ones.
//!
//! The groups come from public-domain word vectors and free dictionaries (`scripts/senses.py`, `data/NOTICE`). Refuses to say what a
//! group means: that is for the reader to learn.

use crate::domain::contact::Language;

/// One byte for each narrow group (its wide group), then the keys of all words in order, then the narrow group of each.
const TABLE: &[u8] = include_bytes!("../data/senses.bin");
/// Narrow groups.
const NARROW: usize = 1024;

/// Narrow and wide group of a word, counted from one; nought for a word that is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sense {
    pub(super) narrow: u64,
    pub(super) wide: u64,
}

/// FNV-1a, 32 bits, of the language code and the word.
fn key(language: Language, lower: &str) -> u32 {
    let bytes = language.tag().bytes().chain(lower.bytes());
    bytes.fold(0x811c_9dc5, |state, byte| (state ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

fn look_up(key: u32) -> Option<Sense> {
    let (wide, words) = TABLE.split_at_checked(NARROW)?;
    let (keys, groups) = words.split_at_checked(words.len() / 6 * 4)?;
    let (keys, _) = keys.as_chunks::<4>();
    let at = keys.binary_search_by_key(&key, |bytes| u32::from_le_bytes(*bytes)).ok()?;
    let narrow = u16::from_le_bytes(*groups.as_chunks::<2>().0.get(at)?);
    let wide = wide.get(usize::from(narrow))?;
    Some(Sense { narrow: u64::from(narrow) + 1, wide: u64::from(*wide) + 1 })
}

/// The sense of a word in small letters. Names and borrowed words are looked up in English when the language does not know them.
pub(super) fn of(lower: &str, language: Language) -> Sense {
    let abroad = || if language == Language::English { None } else { look_up(key(Language::English, lower)) };
    look_up(key(language, lower)).or_else(abroad).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Sense, of};
    use crate::domain::contact::Language;

    #[test]
    fn words_of_one_meaning_stand_together_in_every_language() {
        let daughter = of("daughter", Language::English);
        assert_ne!(daughter, Sense::default());
        assert_eq!(daughter, of("mother", Language::English));
        assert_ne!(daughter.narrow, of("valve", Language::English).narrow);
        assert_eq!(of("qqzzx", Language::English), Sense::default());
        assert_eq!(daughter, of("tochter", Language::German));
        assert_eq!(of("hôpital", Language::French), of("hospital", Language::Spanish));
    }
}
