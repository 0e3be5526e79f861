//! Words that are one or two slips of the keyboard away: an index of what is left of each word when letters are taken out.
//!
//! Two words within two edits of each other share such a remainder, so a look-up costs the square of one word's length and
//! nothing of the list's (the method of `SymSpell`). Refuses short words: too much is one letter away from them.

use std::collections::HashMap;

/// A word of at least this many letters may have one slip.
pub(super) const ONE_SLIP: usize = 5;
/// A word of at least this many letters may have two.
const TWO_SLIPS: usize = 9;
/// Longer words are compared as they stand.
const LETTERS_MAX: usize = 32;

/// The indexed words.
#[derive(Default)]
pub(super) struct NearIndex {
    words: Vec<Vec<char>>,
    /// Hash of a remainder and the word it comes from, sorted.
    remainders: Vec<(u64, u32)>,
}

/// Slips that a word of so many letters may have.
pub(super) const fn slips(letters: usize) -> usize {
    match letters {
        TWO_SLIPS.. => 2,
        ONE_SLIP.. => 1,
        _ => 0,
    }
}

impl NearIndex {
    /// Indexes words; a word's number is its place.
    pub(super) fn new(words: &HashMap<String, u32>) -> Self {
        let mut index = Self { words: vec![Vec::new(); words.len()], remainders: Vec::new() };
        for (word, number) in words {
            let letters: Vec<char> = word.chars().collect();
            if letters.len() <= LETTERS_MAX && !letters.iter().any(|c| c.is_numeric()) {
                index.remainders.extend(remainders(&letters, slips(letters.len())).into_iter().map(|hash| (hash, *number)));
            }
            if let Some(place) = index.words.get_mut(*number as usize) {
                *place = letters;
            }
        }
        index.remainders.sort_unstable();
        index.remainders.dedup();
        index.remainders.shrink_to_fit();
        index
    }

    /// First letter of a word.
    pub(super) fn first_letter(&self, number: u32) -> Option<char> {
        self.words.get(number as usize)?.first().copied()
    }

    /// Every word near `key` with the slips between them; one slip before two.
    pub(super) fn near(&self, key: &str) -> Vec<(u32, usize)> {
        let letters: Vec<char> = key.chars().collect();
        // The shortest word with one slip has lost a letter here, the shortest with two has lost two.
        let most = if letters.len() + 2 >= TWO_SLIPS { 2 } else { usize::from(letters.len() + 1 >= ONE_SLIP) };
        if most == 0 || letters.len() > LETTERS_MAX {
            return Vec::new();
        }
        let mut found: Vec<(u32, usize)> = Vec::new();
        for hash in remainders(&letters, most) {
            let from = self.remainders.partition_point(|(h, _)| *h < hash);
            for (_, number) in self.remainders.get(from..).unwrap_or_default().iter().take_while(|(h, _)| *h == hash) {
                if found.iter().any(|(known, _)| known == number) {
                    continue;
                }
                let Some(word) = self.words.get(*number as usize) else { continue };
                found.extend(distance(word, &letters, slips(word.len())).map(|d| (*number, d)));
            }
        }
        found.sort_by_key(|(number, slips)| (*slips, *number));
        found
    }
}

/// Hashes of the word and of what is left when up to `most` letters are taken out.
fn remainders(letters: &[char], most: usize) -> Vec<u64> {
    let mut hashes = vec![hash(letters, usize::MAX, usize::MAX)];
    if most > 0 {
        hashes.extend((0..letters.len()).map(|a| hash(letters, a, usize::MAX)));
    }
    if most > 1 {
        hashes.extend((0..letters.len()).flat_map(|a| (a + 1..letters.len()).map(move |b| (a, b))).map(|(a, b)| hash(letters, a, b)));
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// FNV-1a over the letters but two.
fn hash(letters: &[char], without: usize, nor: usize) -> u64 {
    let kept = letters.iter().enumerate().filter(|(at, _)| *at != without && *at != nor);
    kept.fold(0xcbf2_9ce4_8422_2325, |hash, (_, c)| (hash ^ u64::from(u32::from(*c))).wrapping_mul(0x0100_0000_01b3))
}

/// Letters added, left out, changed, or two neighbours swapped; `None` when more than `most`.
fn distance(a: &[char], b: &[char], most: usize) -> Option<usize> {
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    let cell = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
    let (mut older, mut old): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..=b.len()).collect());
    for (i, x) in a.iter().enumerate() {
        let mut new = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let mut best = (cell(&old, j) + usize::from(x != y)).min(cell(&old, j + 1) + 1).min(cell(&new, j) + 1);
            let crossed = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if crossed {
                best = best.min(cell(&older, j - 1) + 1);
            }
            new.push(best);
        }
        older = std::mem::replace(&mut old, new);
    }
    Some(cell(&old, b.len())).filter(|d| *d <= most)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::{NearIndex, distance};

    fn near(word: &str, written: &str) -> bool {
        let index = NearIndex::new(&HashMap::from([(word.to_owned(), 0)]));
        !index.near(written).is_empty()
    }

    #[test]
    fn one_slip_in_five_letters_and_two_in_nine() {
        for written in ["okafro", "okfor", "okaffor", "okefor", "kafor", "xokafor"] {
            assert!(near("okafor", written), "{written}");
        }
        assert!(!near("okafor", "okfr") && !near("okafor", "okefur"));
        assert!(near("kowalczyk", "kowalcik") && near("kowalczyk", "kwoalcyzk") && !near("kowalczyk", "kovalcik"));
        assert!(!near("lena", "lina"), "four letters are compared as they stand");
    }

    #[test]
    fn a_swap_is_one_slip() {
        let letters = |w: &str| w.chars().collect::<Vec<_>>();

        assert_eq!(distance(&letters("haddad"), &letters("hadadd"), 2), Some(1));
        assert_eq!(distance(&letters("haddad"), &letters("hdadda"), 2), Some(2));
        assert_eq!(distance(&letters("haddad"), &letters("maddox"), 2), None);
    }
}
