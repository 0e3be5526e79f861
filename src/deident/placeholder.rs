//! The words that stand in for what was hidden: who is who within one text, and how coarse a date, time or age becomes.
//!
//! Refuses to keep anything between texts: letters and numbers start afresh, so nobody can link two reports by them.

use crate::domain::redaction::SpanKind;

use super::coarse;
use super::fold::Folded;

/// What names a text has used so far.
#[derive(Debug, Default)]
pub(super) struct Names {
    people: Vec<Someone>,
    things: Vec<(SpanKind, String)>,
}

/// One person of the text.
#[derive(Debug)]
struct Someone {
    /// Lower-case words of every form of the name met so far.
    words: Vec<String>,
    role: Option<&'static str>,
}

/// Words beside a name that say what work the person does, by the role that is shown. Four languages, lower case.
const ROLES: [(&str, &[&str]); 13] = [
    (
        "Nurse",
        &[
            "nurse",
            "sister",
            "sr",
            "rn",
            "hca",
            "matron",
            "enfermera",
            "enfermero",
            "infirmière",
            "infirmier",
            "ide",
            "krankenschwester",
            "pflegerin",
            "pfleger",
            "schwester",
            "midwife",
            "auxiliar",
            "aide-soignante",
        ],
    ),
    (
        "Doctor",
        &[
            "dr",
            "dra",
            "doctor",
            "doctora",
            "docteur",
            "consultant",
            "registrar",
            "reg",
            "surgeon",
            "anaesthetist",
            "residente",
            "interne",
            "arzt",
            "ärztin",
            "oberarzt",
            "prof",
        ],
    ),
    ("Pharmacist", &["pharmacist", "farmacéutica", "farmacéutico", "pharmacien", "pharmacienne", "apotheker", "apothekerin", "pta"]),
    ("Pilot", &["pilot", "fo", "cfi", "copilot", "copiloto", "piloto", "pilote", "copilote", "captain", "capt"]),
    ("Driver", &["driver", "chofer", "conductor", "chauffeur", "conducteur", "fahrer", "lokführer", "loader"]),
    (
        "Operator",
        &[
            "operator",
            "op",
            "operador",
            "operadora",
            "opérateur",
            "opératrice",
            "maschinist",
            "dozer",
            "signaller",
            "dispatcher",
            "signalman",
        ],
    ),
    ("Engineer", &["engineer", "fitter", "ingeniero", "ingénieur", "ingenieur", "electrician", "technician", "tech", "mechanic"]),
    ("Supervisor", &["supervisor", "foreman", "capataz", "polier", "schichtleiter", "toolpusher", "super", "chargehand", "encargado"]),
    ("Manager", &["manager", "boss", "head", "gerente", "chef", "leiter", "leiterin"]),
    ("Trainee", &["trainee", "apprentice", "student", "cadet", "lehrling", "aprendiz", "externe", "probie"]),
    ("Patient", &["patient", "pt", "paciente", "resident", "patientin", "bewohner", "bewohnerin"]),
    ("Teacher", &["teacher", "maestra", "maestro", "professeur", "lehrer", "lehrerin"]),
    ("Deckhand", &["deckhand", "deckie", "mate", "bosun", "matelot", "marinero", "matrose", "pumpman"]),
];

impl Names {
    /// Takes note of a person's name and the text around it, before anything is replaced, so that a role said once holds for all.
    pub(super) fn observe(&mut self, original: &str, before: &str, after: &str) {
        let role = role_of(&Folded::new(before).text, &Folded::new(after).text);
        let words = words_of(&Folded::new(original).text);
        let at = self.resolve(&words);
        if let Some(someone) = self.people.get_mut(at) {
            someone.role = someone.role.or(role);
        }
    }

    /// The placeholder for one hidden piece.
    pub(super) fn stand_in(&mut self, kind: SpanKind, original: &str, after: &str) -> String {
        // As it was matched: unseen characters make nobody another person.
        let original = Folded::new(original).text;
        let original = original.as_str();
        match kind {
            SpanKind::Person => {
                let at = self.resolve(&words_of(original));
                let role = self.people.get(at).and_then(|someone| someone.role).unwrap_or("Person");
                format!("[{role} {}]", letters(at))
            }
            SpanKind::Org => format!("[Org {}]", self.number(kind, original)),
            SpanKind::Location => format!("[Site {}]", self.number(kind, original)),
            SpanKind::Vehicle => format!("[Vehicle {}]", self.number(kind, original)),
            SpanKind::Id => format!("[ID {}]", self.number(kind, original)),
            SpanKind::Date => coarse::date(original),
            SpanKind::Time => coarse::time(original, after),
            SpanKind::Age => coarse::age(original),
            SpanKind::Email => "[email]".to_owned(),
            SpanKind::Phone => "[phone]".to_owned(),
            SpanKind::Url => "[web address]".to_owned(),
            SpanKind::Username => "[login]".to_owned(),
            SpanKind::RoleUnique => "[role]".to_owned(),
            SpanKind::OtherId => "[detail]".to_owned(),
        }
    }

    /// The place of the person in order of appearance; somebody new is added.
    fn resolve(&mut self, words: &[String]) -> usize {
        if let Some(at) = self.people.iter().position(|someone| same_person(&someone.words, words)) {
            if let Some(someone) = self.people.get_mut(at) {
                for word in words {
                    if !someone.words.contains(word) {
                        someone.words.push(word.clone());
                    }
                }
            }
            return at;
        }
        self.people.push(Someone { words: words.to_vec(), role: None });
        self.people.len() - 1
    }

    /// The number of a place, organisation and the like, from 1, in order of appearance.
    fn number(&mut self, kind: SpanKind, original: &str) -> usize {
        let key = (kind, original.to_lowercase());
        if !self.things.contains(&key) {
            self.things.push(key.clone());
        }
        self.things.iter().filter(|(k, _)| *k == kind).position(|thing| *thing == key).map_or(1, |at| at + 1)
    }
}

/// Every word of the shorter name fits a word of the longer one; an initial fits a word that starts with it.
fn same_person(known: &[String], new: &[String]) -> bool {
    let (short, long) = if known.len() <= new.len() { (known, new) } else { (new, known) };
    let fits =
        |a: &String, b: &String| a == b || (a.chars().count() == 1) != (b.chars().count() == 1) && a.chars().next() == b.chars().next();
    !short.is_empty() && short.iter().any(|w| long.contains(w)) && short.iter().all(|w| long.iter().any(|l| fits(w, l)))
}

fn words_of(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The role said right before the name ("Sister …"), or right after it in an apposition ("…, the fitter").
fn role_of(before: &str, after: &str) -> Option<&'static str> {
    let last = words_of(before).pop();
    let from_title = last.and_then(|word| role_named(&word));
    let apposition = after.trim_start();
    let opens = apposition.starts_with([',', '(']);
    let from_apposition =
        || words_of(apposition.split(['.', ';', ')']).next().unwrap_or_default()).iter().take(3).find_map(|word| role_named(word));
    from_title.or_else(|| if opens { from_apposition() } else { None })
}

fn role_named(word: &str) -> Option<&'static str> {
    ROLES.iter().find(|(_, words)| words.contains(&word)).map(|(role, _)| *role)
}

/// A, B, … Z, AA, AB, … for 0, 1, …
fn letters(mut at: usize) -> String {
    let mut text = Vec::new();
    loop {
        text.push(char::from(b'A' + u8::try_from(at % 26).unwrap_or(0)));
        match (at / 26).checked_sub(1) {
            Some(rest) => at = rest,
            None => break,
        }
    }
    text.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{Names, SpanKind, letters};

    #[test]
    fn letters_go_on_after_z() {
        assert_eq!([letters(0), letters(25), letters(26), letters(53)], ["A", "Z", "AA", "BB"].map(str::to_owned));
    }

    #[test]
    fn two_people_who_share_a_surname_stay_apart_and_a_short_form_finds_its_owner() {
        let mut names = Names::default();

        let first = names.stand_in(SpanKind::Person, "M. Nguyen", "");
        let second = names.stand_in(SpanKind::Person, "N. Nguyen", "");
        let again = names.stand_in(SpanKind::Person, "nguyen", "");

        assert_eq!([first, second, again], ["[Person A]", "[Person B]", "[Person A]"].map(str::to_owned));
    }
}
