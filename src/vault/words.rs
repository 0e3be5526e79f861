//! The EFF large word list: 7,776 words, public (CC BY 3.0 US, see `data/NOTICE`).
//!
//! Reads all of them but draws only those without a hyphen: four words (`drop-down`, `felt-tip`, `t-shirt`, `yo-yo`)
//! have one, and `yoyo` is a word too, so a hyphen lost on paper could change what was meant. Refuses nothing else.

use std::sync::LazyLock;

use super::random::pick;

/// In alphabetical order, as published.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| include_str!("data/eff_large_wordlist.txt").lines().collect());
/// The 7,772 that are drawn: 12.92 bits each.
static DRAWN: LazyLock<Vec<&'static str>> = LazyLock::new(|| WORDS.iter().copied().filter(|word| !word.contains('-')).collect());

/// Whether `word` is on the list, in lower case.
pub(super) fn is_word(word: &str) -> bool {
    WORDS.binary_search(&word).is_ok()
}

/// The hyphenated word that is spelled by `head` and `tail`, in one piece when `tail` is empty.
pub(super) fn hyphenated(head: &str, tail: &str) -> Option<&'static str> {
    let spelled = |word: &str| match word.split_once('-') {
        Some((left, right)) if tail.is_empty() => head.strip_prefix(left) == Some(right) && !is_word(head),
        Some((left, right)) => left == head && right == tail,
        None => false,
    };
    ["drop-down", "felt-tip", "t-shirt", "yo-yo"].into_iter().find(|word| spelled(word))
}

/// `count` words drawn independently and uniformly, with single spaces.
pub(super) fn draw(count: usize) -> String {
    let words: Vec<&str> = (0..count).filter_map(|_| pick(&DRAWN).copied()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{DRAWN, WORDS, draw, hyphenated, is_word};

    #[test]
    fn the_list_is_whole_sorted_and_unique() {
        let unique: BTreeSet<&str> = WORDS.iter().copied().collect();

        assert_eq!(WORDS.len(), 7_776);
        assert_eq!(unique.len(), 7_776);
        assert!(WORDS.is_sorted());
        assert!(WORDS.iter().all(|word| word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')));
        assert_eq!(DRAWN.len(), 7_772);
    }

    #[test]
    fn every_hyphenated_word_is_known_to_the_reader_and_no_first_half_is_a_word() {
        for word in WORDS.iter().filter(|word| word.contains('-')) {
            let (left, right) = word.split_once('-').unwrap();

            assert_eq!(hyphenated(left, right), Some(*word));
            assert!(!is_word(left), "{left} alone would make the pair ambiguous");
        }
        assert_eq!(hyphenated("tshirt", ""), Some("t-shirt"));
        assert_eq!(hyphenated("yoyo", ""), None);
        assert_eq!(hyphenated("", ""), None);
    }

    #[test]
    fn nine_words_carry_more_than_112_bits() {
        assert_eq!(draw(9).split(' ').filter(|word| is_word(word)).count(), 9);
        assert!(9.0 * (DRAWN.len() as f64).log2() > 116.0);
    }
}
