//! An invented history of near-miss reports for the demonstration hospital trust: what staff wrote and what analysts made of it.
//!
//! Deterministic for a seed. Refuses real people, real hospitals and real numbers: names are made up, telephone numbers and
//! mail domains come from the ranges set aside for fiction.

mod answers;
mod areas;
mod compose;
pub(super) mod dice;
mod events;
pub(super) mod learning;
mod mix;
mod slots;

use std::collections::BTreeMap;

use self::answers::Facts;
use self::compose::Telling;
use self::dice::Dice;
use self::events::{Catch, Event, Harm};
use self::slots::{Scene, Slots};
use crate::domain::period::Period;
use crate::domain::report::{ReportKind, Submission};
use crate::domain::risk::Risk;
use crate::domain::taxonomy::Code;
use crate::domain::text::{NOTE_MAX, Narrative, Note};

/// Months before the end at which the new pumps arrive.
const RISE_MONTHS: usize = 5;

/// A report as it comes in, and the coding an analyst gives it later.
pub(super) struct Told {
    /// What the reporter sends.
    pub(super) submission: Submission,
    /// Hazard category.
    pub(super) category: Code,
    /// One to three contributing factors.
    pub(super) factors: Vec<Code>,
    /// Grade, where one is given.
    pub(super) risk: Option<Risk>,
    /// One neutral sentence without identifiers.
    pub(super) synopsis: String,
}

/// The teller.
pub(super) struct Story {
    dice: Dice,
    slots: Slots,
    events: Vec<Event>,
}

impl Story {
    /// The same seed tells the same story.
    pub(super) fn new(seed: u64) -> Self {
        Self { dice: Dice::new(seed), slots: Slots::read(), events: events::read() }
    }

    /// A name as people of the organisation bear it, or could.
    pub(super) fn name(&self, dice: &mut Dice) -> String {
        let one = |dice: &mut Dice, list| dice.pick(self.slots.all(list)).unwrap_or_default();
        let (given, middle) = (one(dice, "given"), char::from(b'A' + u8::try_from(dice.below(26)).unwrap_or(0)));
        format!("{given} {middle}. {}", one(dice, "surname"))
    }

    /// The reports of one month. `position` counts from the oldest of `of` months, `mean` is the usual number in a month.
    /// A history of no more than five months has no rise in it.
    pub(super) fn month(&mut self, period: Period, position: usize, of: usize, mean: f64) -> Vec<Told> {
        let mean = mean * season(period) * growth(position, of);
        let usual = self.dice.poisson(mean);
        let mut told: Vec<Told> = (0..usual).filter_map(|_| self.usual(period)).collect();
        let (mended, ago) = learning::MENDED;
        if of > ago && position + ago >= of {
            told.retain(|t| t.category.as_str() != mended || !self.dice.chance(learning::MENDED_SHARE));
        }
        // The pumps come ward by ward: the first month sees fewer of them.
        let strength = match (position + RISE_MONTHS).checked_sub(of) {
            Some(0) => 1.5,
            Some(_) => 2.2,
            None => 0.0,
        };
        if of > RISE_MONTHS && strength > 0.0 {
            let pumps = self.dice.poisson(mean * mix::DEVICE_SHARE * strength);
            told.extend((0..pumps).filter_map(|_| self.pump(period)));
        }
        self.dice.shuffle(&mut told);
        told
    }

    /// Seven in ten are near misses, two standing conditions, one something that went well; three in a hundred not in English.
    fn usual(&mut self, period: Period) -> Option<Told> {
        if self.dice.chance(0.03) {
            let lang = self.dice.pick(&["es", "fr", "de"])?;
            let event = self.choose(|e| e.lang == lang)?;
            let kind = if event.standing { ReportKind::UnsafeCondition } else { ReportKind::NearMiss };
            return self.tell(period, kind, &event);
        }
        let kinds = [(ReportKind::NearMiss, 70), (ReportKind::UnsafeCondition, 20), (ReportKind::WentWell, 10)];
        let kind = self.dice.weighted(&kinds)?;
        let standing = kind == ReportKind::UnsafeCondition;
        let category = mix::category(&mut self.dice, standing)?;
        let event = self.choose(|e| e.category == category && e.standing == standing && !e.rise && e.lang == "en")?;
        self.tell(period, kind, &event)
    }

    fn pump(&mut self, period: Period) -> Option<Told> {
        let standing = self.dice.chance(0.2);
        let event = self.choose(|e| e.rise && e.standing == standing)?;
        let kind = if standing { ReportKind::UnsafeCondition } else { ReportKind::NearMiss };
        self.tell(period, kind, &event)
    }

    fn choose(&mut self, fits: impl Fn(&Event) -> bool) -> Option<Event> {
        let fitting: Vec<&Event> = self.events.iter().filter(|e| fits(e)).collect();
        self.dice.pick(&fitting).cloned()
    }

    fn tell(&mut self, period: Period, kind: ReportKind, event: &Event) -> Option<Told> {
        let dice = &mut self.dice;
        let area = mix::area(dice, event)?;
        let by_day = area == "outpatients";
        let day_part = if by_day { dice.pick(&["morning", "afternoon"])? } else { dice.weighted(&answers::DAY_PARTS)? };
        let role = mix::role(dice, event, area)?;
        let facts = Facts { kind, area, day_part, role, catch: caught(dice, event)? };
        // Reports come in early in a month, half of them about the month before.
        let (month, last_day) = if dice.chance(0.5) { (period, 8) } else { (period.previous(), 28) };
        let quiet = event.lang == "en" && dice.chance(0.2);
        let mut scene = Scene { lang: event.lang, kind: kind.code(), quiet, area, day_part, month, last_day, said: BTreeMap::new() };
        let telling = Telling { slots: &self.slots, event, catch: facts.catch, kind };
        let (narrative, idea) = compose::compose(dice, &mut scene, &telling);
        let mut answers = answers::answers(dice, event, &facts);
        let identity = answers::strip(dice, &answers);
        answers.month = dice.chance(0.84).then_some(month);
        let urgent = event.harm == Harm::High && answers.worry.as_ref().is_some_and(|w| w.as_str() == "urgent");
        let idea = Note::parse("idea", &idea, NOTE_MAX).ok()?;
        let narrative = Narrative::parse(&narrative).ok()?;
        Some(Told {
            submission: Submission { kind, narrative, idea, answers, urgent, identity },
            category: Code::parse(event.category)?,
            factors: factors(dice, event),
            risk: answers::risk(dice, event.harm),
            synopsis: event.synopsis.to_owned(),
        })
    }
}

/// How it was noticed and stopped; a standing condition mostly was not.
fn caught(dice: &mut Dice, event: &Event) -> Option<Catch> {
    if !event.catches.is_empty() {
        return dice.pick(&event.catches);
    }
    let detection = dice.weighted(&[("person-doing-task", 5), ("colleague", 3), ("chance", 1)])?;
    let recovery = dice.weighted(&[("nothing-yet", 7), ("luck", 2), ("noticed-and-corrected", 1)])?;
    let text = if event.lang == "en" { "{notyet}" } else { "" };
    Some(Catch { detection, recovery, text })
}

/// The event's first factor and up to two more.
fn factors(dice: &mut Dice, event: &Event) -> Vec<Code> {
    let kept = event.factors.iter().enumerate().filter(|(at, _)| *at == 0 || dice.chance(0.45)).map(|(_, code)| *code);
    kept.filter_map(Code::parse).take(3).collect()
}

/// More in winter, less in summer.
const fn season(period: Period) -> f64 {
    match period.month() {
        12 | 1 | 2 => 1.2,
        11 | 3 => 1.08,
        6..=8 => 0.92,
        _ => 1.0,
    }
}

/// Reporting grows slowly as people learn that something comes of it: from 88 to 112 in a hundred.
fn growth(position: usize, of: usize) -> f64 {
    if of < 2 { 1.0 } else { 0.88 + 0.24 * position as f64 / (of - 1) as f64 }
}

#[cfg(test)]
mod tests;
