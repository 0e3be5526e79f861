//! Regular endings of Spanish, French and German, so that the word lists need base forms only.
//!
//! Refuses irregular forms: the lists carry those themselves.

use std::collections::HashSet;

/// What a word ends in, and what the base form may have in its place.
pub(super) type Endings = [(&'static [&'static str], &'static [&'static str])];

/// Verbs in -ar, -er, -ir; feminine and plural; adverbs; abstract nouns of verbs.
pub(super) const SPANISH: [(&[&str], &[&str]); 7] = [
    (&["s", "es", "as", "a", "os"], &["", "o", "e"]),
    (&[
        "o", "a", "as", "amos", "an", "é", "aste", "ó", "aron", "aba", "abas", "aban", "ábamos", "ando", "ado", "ada", "ados", "adas",
        "e", "es", "en", "ara", "aran", "ase", "aré", "ará", "arán", "aremos", "aría", "arían", "arlo", "arla", "arle", "arles",
        "arse", "arnos", "arme", "ador", "adora", "ación", "amiento",
    ], &["ar"]),
    (&["qué", "que", "quen"], &["car"]),
    (&["gué", "gue", "guen"], &["gar"]),
    (&["cé", "ce", "cen"], &["zar"]),
    (&[
        "o", "e", "es", "emos", "imos", "en", "a", "an", "í", "iste", "ió", "imos", "ieron", "ía", "ías", "ían", "íamos", "iendo",
        "ido", "ida", "idos", "idas", "iera", "ieran", "erá", "irá", "erán", "irán", "ería", "iría", "erlo", "irlo", "erla",
        "irla", "erse", "irse", "erle", "irle", "edor", "imiento",
    ], &["er", "ir"]),
    (&["amente", "mente"], &["o", "e", ""]),
];

/// Verbs in -er, -ir, -re; feminine and plural; adverbs; nouns of verbs.
pub(super) const FRENCH: [(&[&str], &[&str]); 10] = [
    (&["s", "x", "e", "es", "ement", "ment"], &["", "e"]),
    (&[
        "e", "es", "ent", "é", "és", "ée", "ées", "a", "ai", "èrent", "ais", "ait", "aient", "ant", "ons", "ez", "era", "eront",
        "erait", "erai", "eraient", "eur", "euse", "age", "ement", "ation", "ateur",
    ], &["er"]),
    (&["geait", "geant", "gea", "geaient", "geons"], &["ger"]),
    (&["çait", "çant", "ça", "çaient", "çons"], &["cer"]),
    (&[
        "i", "is", "ie", "ies", "it", "issent", "issait", "issaient", "issant", "irent", "ira", "irait", "iront", "issement",
    ], &["ir"]),
    (&["u", "us", "ue", "ues", "it", "s", "", "ent", "ait", "aient", "ant", "irent", "ra", "rait"], &["re"]),
    (&["euse", "euses", "eurs", "rice", "rices"], &["eur", "eux"]),
    (&["ive", "ives", "ivement"], &["if"]),
    (&["ère", "ères"], &["er"]),
    (&["aux", "ale", "ales", "elle", "elles", "enne", "ennes"], &["al", "ail", "el", "en"]),
];

/// Cases and plural; adjectives; weak verbs with their participles; nouns of verbs.
pub(super) const GERMAN: [(&[&str], &[&str]); 4] = [
    (&["e", "en", "em", "er", "es", "n", "s", "ere", "eren", "ste", "sten", "in", "innen"], &["", "e"]),
    (&[
        "e", "t", "st", "et", "te", "ten", "ete", "eten", "end", "ende", "enden", "ender", "endes", "ung", "ungen", "er", "bar",
        "bare", "baren", "s",
    ], &["en", "n"]),
    (&["le", "lt", "lte", "lten", "lung", "re", "rt", "rte", "rten", "rung", "rungen", "lungen"], &["eln", "ern"]),
    (&["heit", "heiten", "keit", "keiten", "lich", "liche", "lichen", "ig", "chen"], &["", "e"]),
];

/// Participle of a weak verb: "gemacht", "abgemacht" of "machen", "abmachen".
fn participle(lower: &str) -> Option<String> {
    let (before, rest) = lower.split_once("ge")?;
    let stem = rest.strip_suffix("et").or_else(|| rest.strip_suffix('t'))?;
    Some([before, stem, "en"].concat())
}

/// A regular form of a listed word; stems of fewer than three letters do not count.
pub(super) fn is_form(lower: &str, list: &HashSet<&'static str>, endings: &Endings) -> bool {
    let regular = endings.iter().any(|(ends, bases)| {
        ends.iter().filter_map(|end| lower.strip_suffix(end)).filter(|stem| stem.chars().count() > 2).any(|stem| {
            bases.iter().any(|base| list.contains([stem, base].concat().as_str()))
        })
    });
    regular || participle(lower).is_some_and(|base| list.contains(base.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{FRENCH, GERMAN, HashSet, SPANISH, is_form};

    #[test]
    fn regular_forms_lead_to_their_base_and_strangers_do_not() {
        let spanish: HashSet<&str> = ["avisar", "comer", "rápido"].into();
        assert!(["avisó", "avisaron", "comieron", "rápidamente"].iter().all(|w| is_form(w, &spanish, &SPANISH)));
        let french: HashSet<&str> = ["changer", "finir", "rendre", "actif"].into();
        assert!(["changeait", "fini", "rendu", "actives"].iter().all(|w| is_form(w, &french, &FRENCH)));
        let german: HashSet<&str> = ["machen", "prüfen", "wechseln"].into();
        assert!(["gemacht", "prüfte", "prüfung", "wechselt"].iter().all(|w| is_form(w, &german, &GERMAN)));
        assert!(!is_form("agnieszka", &spanish, &SPANISH) && !is_form("hinnerk", &german, &GERMAN));
    }
}
