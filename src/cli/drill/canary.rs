//! Reports with planted identifiers, drawn by seed from the lists beside this file, and how to tell whether one is still there.
//!
//! Refuses real people: every name, number and place is invented.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};

use crate::cli::story::dice::Dice;
use crate::deident::find_phrase;
use crate::domain::redaction::SpanKind;

const NARRATIVES: &str = include_str!("narratives.txt");
const VALUES: &str = include_str!("values.txt");

/// One planted identifier.
pub(super) struct Canary {
    pub(super) kind: SpanKind,
    /// As planted.
    pub(super) value: String,
    /// Words of it that stand nowhere else in the report: any of them left is a leak.
    telling: Vec<String>,
}

/// One report.
pub(super) struct Planted {
    pub(super) language: &'static str,
    pub(super) text: String,
    pub(super) canaries: Vec<Canary>,
}

impl Planted {
    /// Its canaries that can be read in a text.
    pub(super) fn read_in(&self, text: &str) -> Vec<&Canary> {
        self.canaries.iter().filter(|canary| canary.is_in(text)).collect()
    }
}

/// Letters and figures from which a value is long enough to be looked for outside its own report.
const SOUGHT_MIN: usize = 7;

impl Canary {
    /// From a value in which brackets may enclose what tells.
    fn new(kind: SpanKind, marked: &str) -> Self {
        let inside = marked.split('[').skip(1).filter_map(|piece| piece.split_once(']'));
        Self { kind, value: marked.replace(['[', ']'], ""), telling: inside.map(|(telling, _)| telling.to_owned()).collect() }
    }

    /// Whether the whole of it or a telling word of it can be read.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.is_whole_in(text) || self.telling.iter().any(|word| !find_phrase(text, word).is_empty())
    }

    /// Whether the whole of it can be read.
    pub(super) fn is_whole_in(&self, text: &str) -> bool {
        !find_phrase(text, &self.value).is_empty()
    }

    /// Whether it can be told from anything else in a letter or a file.
    pub(super) fn is_sought_everywhere(&self) -> bool {
        let written = self.value.chars().filter(|c| c.is_alphanumeric()).count();
        let telling = !matches!(self.kind, SpanKind::Date | SpanKind::Time | SpanKind::Age | SpanKind::RoleUnique);
        telling && written >= SOUGHT_MIN
    }

    /// Of names and numbers without brackets every longer word tells, unless it stands elsewhere in the report too.
    fn find_telling_words(&mut self, rest: &str) {
        let by_word = [SpanKind::Person, SpanKind::Phone, SpanKind::Username, SpanKind::Id, SpanKind::Vehicle];
        if self.telling.is_empty() && by_word.contains(&self.kind) {
            let words = self.value.split(|c: char| !c.is_alphanumeric());
            let long = |w: &&str| w.chars().count() >= 4 || w.chars().count() >= 2 && w.chars().any(char::is_numeric);
            self.telling = words.filter(long).map(str::to_owned).collect();
        }
        self.telling.retain(|word| find_phrase(rest, word).is_empty());
    }
}

/// Draws reports, the same for the same seed.
pub(super) fn plant(reports: usize, seed: u64) -> Result<Vec<Planted>> {
    let values = values();
    let templates: Vec<(&'static str, &'static str)> = written(NARRATIVES).filter_map(|line| line.split_once(" | ")).collect();
    let mut dice = Dice::new(seed);
    let mut planted: Vec<Planted> = Vec::with_capacity(reports);
    let mut order: Vec<(&'static str, &'static str)> = Vec::new();
    while planted.len() < reports {
        if order.is_empty() {
            order.clone_from(&templates);
            dice.shuffle(&mut order);
        }
        let (language, template) = order.pop().context("a narrative")?;
        planted.push(one(&mut dice, &values, language, template)?);
    }
    Ok(planted)
}

type Values = BTreeMap<(&'static str, &'static str), Vec<&'static str>>;

fn written(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("//"))
}

fn values() -> Values {
    let entry = |line: &'static str| {
        let (name, choices) = line.split_once(" = ")?;
        let (language, what) = name.split_once(' ')?;
        Some(((language, what), choices.split(" | ").collect()))
    };
    written(VALUES).filter_map(entry).collect()
}

fn one(dice: &mut Dice, values: &Values, language: &'static str, template: &str) -> Result<Planted> {
    let (mut text, mut rest, mut canaries) = (String::new(), String::new(), Vec::new());
    for (at, piece) in template.split('{').enumerate() {
        let Some((kind, after)) = piece.split_once('}').filter(|_| at > 0) else {
            text.push_str(piece);
            rest.push_str(piece);
            continue;
        };
        let marked = draw(dice, values, language, kind)?;
        let canary = Canary::new(SpanKind::from_code(kind).with_context(|| format!("{kind} is a kind"))?, &marked);
        text.push_str(&canary.value);
        text.push_str(after);
        rest.push_str(" \u{2026} ");
        rest.push_str(after);
        canaries.push(canary);
    }
    for canary in &mut canaries {
        canary.find_telling_words(&rest);
    }
    Ok(Planted { language, text, canaries })
}

fn draw(dice: &mut Dice, values: &Values, language: &'static str, what: &str) -> Result<String> {
    let listed = |what: &str| values.iter().find(|((l, w), _)| *l == language && *w == what).map(|(_, choices)| choices.as_slice());
    let mut pick = |what: &str| {
        let choices = listed(what).with_context(|| format!("no values for {what} in {language}"))?;
        dice.pick(choices).with_context(|| format!("no value for {what} in {language}"))
    };
    let (shape, first, last) = (pick(what)?, pick("first")?, pick("last")?);
    let (small_first, small_last) = (small(first), small(last));
    let user = format!("{}{}", small_first.chars().next().unwrap_or('x'), small_last);
    let named = shape.replace("<first>", first).replace("<last>", last);
    let named = named.replace("<user>", &user).replace("<mail>", &format!("{small_first}.{small_last}"));
    Ok(named.chars().map(|c| figure(dice, c)).collect())
}

fn figure(dice: &mut Dice, shape: char) -> char {
    let from = |dice: &mut Dice, all: &str| dice.pick(&all.chars().collect::<Vec<_>>()).unwrap_or('0');
    match shape {
        '#' => from(dice, "0123456789"),
        '%' => from(dice, "123456789"),
        '^' => from(dice, "ABCDEFGHJKLMNPRSTVWXYZ"),
        other => other,
    }
}

/// Small letters as they stand in a mail address.
fn small(name: &str) -> String {
    let plain = |c: char| match c {
        'á' | 'à' => 'a',
        'é' | 'è' | 'ë' => 'e',
        'í' | 'ï' | 'ı' => 'i',
        'ó' | 'ö' => 'o',
        'ü' => 'u',
        'ñ' => 'n',
        other => other,
    };
    name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).map(plain).filter(char::is_ascii).collect()
}

#[cfg(test)]
mod tests {
    use super::{NARRATIVES, plant, written};

    #[test]
    fn the_same_seed_plants_the_same_and_every_kind_is_there() {
        let count = written(NARRATIVES).count();

        let (one, two, other) = (plant(count, 1).unwrap(), plant(count, 1).unwrap(), plant(count, 2).unwrap());

        let texts = |all: &[super::Planted]| all.iter().map(|p| p.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&one), texts(&two));
        assert_ne!(texts(&one), texts(&other));
        for kind in crate::domain::redaction::SpanKind::ALL {
            assert!(one.iter().any(|p| p.canaries.iter().any(|c| c.kind == kind)), "{kind:?}");
        }
        for planted in &one {
            assert!(!planted.text.contains(['{', '}', '<', '#', '^', '[', ']']), "{}", planted.text);
            assert!(planted.canaries.iter().all(|c| c.is_in(&planted.text)), "{}", planted.text);
        }
        assert_eq!(one.iter().map(|p| p.language).collect::<std::collections::BTreeSet<_>>().len(), 4);
    }

    #[test]
    fn half_a_name_left_is_a_leak_and_a_kept_month_is_none() {
        let planted = plant(60, 3).unwrap();
        let canaries = || planted.iter().flat_map(|p| &p.canaries);

        let name = canaries().find(|c| c.telling.len() == 2 && c.kind == crate::domain::redaction::SpanKind::Person).unwrap();
        let date = canaries().find(|c| c.value == "14 March").unwrap();

        assert!(name.is_in(&format!("said {} to us", name.telling[1])) && !name.is_in("said [Person A] to us"));
        assert!(!date.is_in("on [date: March]") && date.is_in("on 14 march"));
    }
}
