//! Fills the slots of a template from the lists in `slots.txt`, in the scene of one report.
//!
//! Unknown slots become nothing; a test makes sure there are none. Refuses alternatives inside alternatives.

use std::collections::BTreeMap;

use super::dice::Dice;
use crate::domain::period::Period;

const SLOTS: &str = include_str!("slots.txt");

/// Slots and marks that name somebody or something: left out of a report that is to hold no identifier.
const IDENTIFYING: [&str; 12] =
    ["{phone}", "{landline}", "{mail}", "{mr}", "{surname", "{given", "{woman}", "{full", "{mrn}", "{portername}", "{date}", "####"];

/// Slots that keep their first filling within a report.
const KEPT: [&str; 4] = ["time", "date", "shift", "earlier"];

const MONTHS: [(&str, [&str; 12]); 4] = [
    ("en", ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]),
    ("es", ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]),
    ("fr", ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]),
    ("de", ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"]),
];

/// What one report is about, as far as its words depend on it.
pub(super) struct Scene {
    /// Language of the report.
    pub(super) lang: &'static str,
    /// Code of the kind of report.
    pub(super) kind: &'static str,
    /// No identifiers, please.
    pub(super) quiet: bool,
    /// Code of the area.
    pub(super) area: &'static str,
    /// Quarter of the day.
    pub(super) day_part: &'static str,
    /// Month it happened.
    pub(super) month: Period,
    /// Last day of that month it can have happened on.
    pub(super) last_day: u32,
    /// Fillings so far.
    pub(super) said: BTreeMap<String, String>,
}

/// The lists, by name or `name@tag`.
pub(super) struct Slots(BTreeMap<&'static str, Vec<&'static str>>);

impl Slots {
    pub(super) fn read() -> Self {
        let mut lists: BTreeMap<&'static str, Vec<&'static str>> = BTreeMap::new();
        let mut name = "";
        for line in SLOTS.lines().filter(|l| !l.is_empty() && !l.starts_with("//")) {
            match line.strip_prefix(": ") {
                Some(new) => name = new,
                None => lists.entry(name).or_default().push(line),
            }
        }
        Self(lists)
    }

    /// Every entry of a list.
    pub(super) fn all(&self, name: &str) -> &[&'static str] {
        self.0.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a list of this name exists, tagged or not.
    #[cfg(test)]
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.keys().any(|key| key.split('@').next() == Some(name))
    }

    /// One of `options`, without identifiers where the scene asks for that and an option allows it, with its slots filled.
    pub(super) fn say(&self, dice: &mut Dice, scene: &mut Scene, options: &[&str]) -> String {
        let plain = |option: &&str| !IDENTIFYING.iter().any(|mark| option.contains(mark));
        let quiet: Vec<&str> = if scene.quiet { options.iter().copied().filter(plain).collect() } else { Vec::new() };
        let offered = if quiet.is_empty() { options } else { &quiet };
        dice.pick(offered).map(|template| self.fill(dice, scene, template)).unwrap_or_default()
    }

    fn fill(&self, dice: &mut Dice, scene: &mut Scene, template: &str) -> String {
        let (mut out, mut chars) = (String::new(), template.chars());
        while let Some(c) = chars.next() {
            match c {
                '#' => out.extend(char::from_digit(dice.below(10), 10)),
                '{' => {
                    let name: String = chars.by_ref().take_while(|c| *c != '}').collect();
                    out.push_str(&self.slot(dice, scene, &name));
                }
                '[' => {
                    let inner: String = chars.by_ref().take_while(|c| *c != ']').collect();
                    out.push_str(&self.say(dice, scene, &inner.split('|').collect::<Vec<_>>()));
                }
                _ => out.push(c),
            }
        }
        out
    }

    fn slot(&self, dice: &mut Dice, scene: &mut Scene, name: &str) -> String {
        if let Some(lower) = name.strip_suffix('~') {
            // Also for mail addresses, where neither spaces nor accents are welcome.
            return self.slot(dice, scene, lower).to_lowercase();
        }
        match (name, scene.said.get(name)) {
            // Nobody says where and when it was in every sentence.
            ("place", Some(_)) => return "here".to_owned(),
            ("at", Some(_)) => return String::new(),
            (_, Some(said)) if KEPT.contains(&name) => return said.clone(),
            _ => {}
        }
        let filled = calendar(dice, scene, name).unwrap_or_else(|| {
            let list = self.list(scene, name).to_vec();
            self.say(dice, scene, &list)
        });
        scene.said.insert(name.to_owned(), filled.clone());
        filled
    }

    /// The list that fits the scene best.
    fn list(&self, scene: &Scene, name: &str) -> &[&'static str] {
        let quiet = if scene.quiet { "quiet" } else { "" };
        let tags = [scene.lang, scene.kind, quiet, scene.area, scene.day_part];
        let tagged = tags.iter().find_map(|tag| self.0.get(format!("{name}@{tag}").as_str()));
        tagged.or_else(|| self.0.get(name)).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Parts of a date, which must fit each other and the report's month.
fn calendar(dice: &mut Dice, scene: &Scene, name: &str) -> Option<String> {
    let month = scene.month;
    Some(match name {
        "day" => (1 + dice.below(scene.last_day)).to_string(),
        "dayth" => ordinal(1 + dice.below(scene.last_day)),
        "mm" => format!("{:02}", month.month()),
        "yy" => format!("{:02}", month.year() % 100),
        "year" => month.year().to_string(),
        "month" => month_name(scene.lang, month),
        "earlier" => month_name(scene.lang, (0..=dice.below(5)).fold(month, |m, _| m.previous())),
        _ => return None,
    })
}

fn ordinal(day: u32) -> String {
    let ending = match day {
        1 | 21 | 31 => "st",
        2 | 22 => "nd",
        3 | 23 => "rd",
        _ => "th",
    };
    format!("{day}{ending}")
}

fn month_name(lang: &str, month: Period) -> String {
    let names = MONTHS.iter().find(|(code, _)| *code == lang).map(|(_, names)| names);
    let at = usize::try_from(month.month() - 1).unwrap_or(0);
    names.and_then(|names| names.get(at)).copied().unwrap_or_default().to_owned()
}
