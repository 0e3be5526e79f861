//! What makes a pass-phrase acceptable, and drawing one that is.
//!
//! Length first: 15 to 256 code points, any characters, no composition rules (NIST SP 800-63B). Refuses what is left
//! with too little after well-known phrases, names and runs are taken out. Not a full list of leaked pass-phrases.

use std::collections::BTreeSet;

use super::words;

/// Words in a drawn pass-phrase: 77 bits, stretched by Argon2id afterwards.
const DRAWN_WORDS: usize = 6;
/// Shortest and longest, in code points.
const LENGTH: std::ops::RangeInclusive<usize> = 15..=256;
/// What has to remain, in letters and digits, once everything well known is taken out.
const REST: usize = 8;
/// Fewest different letters and digits.
const VARIETY: usize = 6;

/// Taken out before what is left is counted; longer ones first where one contains another. Letters and digits only.
const WELL_KNOWN: [&str; 48] = [
    "correcthorsebatterystaple",
    "thequickbrownfoxjumpsoverthelazydog",
    "thequickbrownfox",
    "jumpsoverthelazydog",
    "tobeornottobethatisthequestion",
    "tobeornottobe",
    "maytheforcebewithyou",
    "allyourbasearebelongtous",
    "nevergonnagiveyouup",
    "onceuponatime",
    "ourfatherwhoartinheaven",
    "loremipsumdolorsitamet",
    "loremipsum",
    "openthepoddoorshal",
    "thisismypassword",
    "mypasswordis",
    "ihatepasswords",
    "iloveyouforever",
    "ilovemyfamily",
    "iloveyou",
    "letmeinplease",
    "letmein",
    "trustno1",
    "changeme",
    "administrator",
    "passphrase",
    "password",
    "passwort",
    "motdepasse",
    "contrasena",
    "passw0rd",
    "p4ssw0rd",
    "welcome",
    "qwertyuiop",
    "qwertzuiop",
    "azertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "yxcvbnm",
    "qwerty",
    "azerty",
    "1qaz2wsx3edc4rfv",
    "1qaz2wsx",
    "q1w2e3r4t5y6",
    "nearmiss",
    "hospital",
    "candor",
    "candour",
];

/// Why `passphrase` is not acceptable, as a message key; `None` when it is. `forbidden` are names an attacker would try:
/// the organisation, the person, the address.
#[must_use]
pub fn passphrase_problem(passphrase: &str, forbidden: &[&str]) -> Option<&'static str> {
    let length = passphrase.chars().count();
    if length < *LENGTH.start() {
        Some("problem-passphrase-short")
    } else if length > *LENGTH.end() {
        Some("problem-passphrase-long")
    } else if is_common(passphrase, forbidden) {
        Some("problem-passphrase-common")
    } else {
        None
    }
}

/// Six drawn words.
#[must_use]
pub fn draw_passphrase() -> String {
    words::draw(DRAWN_WORDS)
}

/// Lower-case letters and digits.
fn plain(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

fn is_common(passphrase: &str, forbidden: &[&str]) -> bool {
    let mut rest = plain(passphrase);
    let mut names: Vec<String> = forbidden
        .iter()
        .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()).chain([*name]))
        .map(plain)
        .filter(|name| name.chars().count() >= 3)
        .collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for known in WELL_KNOWN.iter().copied().chain(names.iter().map(String::as_str)) {
        rest = rest.replace(known, "");
    }
    let letters: Vec<char> = rest.chars().collect();
    letters.len() < REST || letters.iter().collect::<BTreeSet<_>>().len() < VARIETY || repeats(&letters) || runs(&letters)
}

/// Whether it is one unit written at least twice over.
fn repeats(letters: &[char]) -> bool {
    (1..=letters.len() / 2).any(|unit| letters.iter().skip(unit).zip(letters).all(|(a, b)| a == b))
}

/// Whether most characters equal their neighbour or follow it in the alphabet or in counting, up or down.
fn runs(letters: &[char]) -> bool {
    let follows = |a: char, b: char| (a as u32).abs_diff(b as u32) <= 1 || matches!((a, b), ('9', '0') | ('0', '9') | ('z', 'a'));
    let steps = letters.iter().zip(letters.iter().skip(1)).filter(|(a, b)| follows(**a, **b)).count();
    steps * 4 >= letters.len().saturating_sub(1) * 3
}

#[cfg(test)]
mod tests {
    use super::{draw_passphrase, passphrase_problem};

    const NAMES: [&str; 3] = ["Northgate Hospital", "Ann Özil", "ann.ozil@northgate.example"];

    #[test]
    fn length_is_counted_in_code_points() {
        assert_eq!(passphrase_problem("", &[]), Some("problem-passphrase-short"));
        assert_eq!(passphrase_problem("grün über äpfel", &[]), None);
        assert_eq!(passphrase_problem("grün über äpfe", &[]), Some("problem-passphrase-short"));
        let long: String = "grün über äpfel ".chars().cycle().take(250).chain("ahorn!".chars()).collect();
        assert_eq!(passphrase_problem(&long, &[]), None);
        assert_eq!(passphrase_problem(&(long + "x"), &[]), Some("problem-passphrase-long"));
    }

    #[test]
    fn drawn_passphrases_are_six_words_and_pass() {
        for _ in 0..300 {
            let drawn = draw_passphrase();

            assert_eq!(drawn.split(' ').count(), 6);
            assert_eq!(passphrase_problem(&drawn, &NAMES), None, "{drawn}");
        }
    }

    #[test]
    fn well_known_repeated_and_counted_ones_are_common() {
        for bad in [
            "correct horse battery staple",
            "CorrectHorseBatteryStaple1!",
            "password password",
            "Password123456789",
            "aaaaaaaaaaaaaaaa",
            "abcabcabcabcabcabc",
            "otters-otters-otters",
            "abcdefghijklmnopqrst",
            "1234567890123456",
            "98765432109876543",
            "qwertyuiopasdfghjklzxcvbnm",
            "                    ",
            "!!!!!!!!!!!!!!!!!!!!",
            "to be or not to be, that is the question",
        ] {
            assert_eq!(passphrase_problem(bad, &[]), Some("problem-passphrase-common"), "{bad}");
        }
    }

    #[test]
    fn names_and_the_product_do_not_count_towards_strength() {
        for bad in ["Northgate Hospital 2026", "candor candor candor", "annozil northgate 1", "ann.ozil@northgate.example"] {
            assert_eq!(passphrase_problem(bad, &NAMES), Some("problem-passphrase-common"), "{bad}");
        }
        assert_eq!(passphrase_problem("northgate otters mend their nets", &NAMES), None);
    }
}
