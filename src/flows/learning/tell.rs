//! What a letter tells of learning: deeds with a verdict that printed figures alone allow, a story that is old enough, health in coarse figures.
//!
//! Refuses to judge a deed by what is not printed: an exact verdict would say something about a count that is hidden.

use super::actions::{ActionCard, every};
use super::check::BASELINE;
use super::lessons::{every as every_lesson, told_enough};
use super::looks::Looks;
use crate::domain::action::{Action, Declared, Progress};
use crate::domain::digest::{DEEDS_MAX, Deed, Held, Printed};
use crate::domain::id::{ActionId, LessonId};
use crate::domain::lesson::{LessonState, Story};
use crate::domain::period::Period;
use crate::domain::subject::Subject;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::flows::trends::exposure;
use crate::trends::intervention::Window;

/// Fewest printed months before a change that a verdict may be based on.
const BASELINE_MIN: usize = 12;
/// Months for which a deed is news, its verdict apart.
const NEWS: i32 = 3;

/// How a figure of a subject and month was printed.
type PrintedAt<'a> = &'a dyn Fn(&Subject, Period) -> Printed;

const fn figure(printed: Printed) -> Option<u32> {
    if let Printed::About(n) = printed { Some(n) } else { None }
}

/// Events and exposure of printed months; `None` when one of them is not printed.
fn window(months: &[Period], count: &dyn Fn(Period) -> Option<u32>) -> Option<Window> {
    let counts: Vec<u32> = months.iter().map(|m| count(*m)).collect::<Option<_>>()?;
    let events = counts.into_iter().map(u64::from).sum();
    Some(Window { events, exposure: months.iter().map(|m| exposure(None, *m)).sum() })
}

/// Whether a declared action held, as far as printed figures up to `last` tell; `None` when they do not.
fn judged(declared: &Declared, last: Period, printed: PrintedAt<'_>) -> Option<Held> {
    let own = |m: Period| figure(printed(&declared.outcome, m));
    let mut before: Vec<Period> = declared.start.previous().back(BASELINE).into_iter().rev().take_while(|m| own(*m).is_some()).collect();
    before.reverse();
    if before.len() < BASELINE_MIN {
        return None;
    }
    let rest = |m: Period| Some(figure(printed(&Subject::All, m))?.saturating_sub(own(m)?));
    let guarded = declared.outcome != Subject::All;
    let counts = |months: &[Period]| Some((window(months, &own)?, if guarded { Some(window(months, &rest)?) } else { None }));
    let judged = |until: Period| {
        let months = std::iter::successors(Some(declared.first_judged()), |m| Some(m.next())).take_while(|m| *m <= until);
        counts(&months.collect::<Vec<_>>())
    };
    let known = counts(&before)?;
    Looks::of(declared, known.0).held(known, &judged, last).map(|(held, _)| held)
}

fn deed(action: &Action, last: Period, printed: PrintedAt<'_>) -> Option<Deed> {
    let done = match action.progress {
        Progress::Done(on) => Some(on),
        Progress::Open => None,
        Progress::Dropped => return None,
    };
    let held = action.declared.as_ref().filter(|_| done.is_some()).and_then(|d| judged(d, last, printed));
    Some(Deed { what: action.what.clone(), owner: action.owner.clone(), done, due: action.due, held })
}

/// The chosen ones of all actions as they are told, in the order chosen.
///
/// # Errors
/// `NotFound` when one is not there.
pub(in crate::flows) fn deeds(cards: &[ActionCard], ids: &[ActionId], last: Period, printed: PrintedAt<'_>) -> Result<Vec<Deed>, Error> {
    let find = |id: &ActionId| cards.iter().find(|card| card.id == *id).ok_or(Error::NotFound);
    let chosen = ids.iter().take(DEEDS_MAX).map(find).collect::<Result<Vec<&ActionCard>, _>>()?;
    Ok(chosen.into_iter().filter_map(|card| deed(&card.action, last, printed)).collect())
}

/// The chosen lesson, if it is published and may still be told.
///
/// # Errors
/// `NotFound` when it is not published; what speaks against telling it (`told_enough`).
pub(in crate::flows) fn story(ctx: &Ctx, id: LessonId) -> Result<Story, Error> {
    let card = every_lesson(ctx)?.into_iter().find(|card| card.id == id).ok_or(Error::NotFound)?;
    if !matches!(card.lesson.state, LessonState::Published(_)) {
        return Err(Error::NotFound);
    }
    told_enough(ctx, &card.lesson, ctx.now())?;
    Ok(card.lesson.story)
}

/// What an issue about the months from `first` to `last` would tell if nobody chose: what was done lately or whose verdict is due, what is being done,
/// and the lesson published last.
///
/// # Errors
/// `Conflict("sealed")`, `Unavailable` or `Broken`.
pub(in crate::flows) fn proposal(ctx: &Ctx, first: Period, last: Period) -> Result<(Vec<ActionId>, Option<LessonId>), Error> {
    let recent = |month: Period| month <= last.next() && month.number() > first.number() - NEWS;
    let wanted = |action: &Action| match action.progress {
        Progress::Done(on) => recent(on) || action.declared.as_ref().is_some_and(|d| recent(d.last_judged())),
        Progress::Open => !action.is_late(last),
        Progress::Dropped => false,
    };
    let mut cards = every(ctx)?;
    cards.retain(|card| wanted(&card.action));
    cards.sort_by_key(|card| card.action.progress == Progress::Open);
    let chosen = cards.into_iter().take(DEEDS_MAX).map(|card| card.id).collect();
    let lessons = every_lesson(ctx)?.into_iter().filter(|card| matches!(card.lesson.state, LessonState::Published(on) if recent(on)));
    let lesson = lessons.into_iter().find(|card| told_enough(ctx, &card.lesson, ctx.now()).is_ok()).map(|card| card.id);
    Ok((chosen, lesson))
}

#[cfg(test)]
mod tests {
    use super::{Held, Printed, judged};
    use crate::domain::action::Declared;
    use crate::domain::period::Period;
    use crate::domain::subject::Subject;
    use crate::flows::learning::looks::tests::{declared, month};

    fn said(printed: impl Fn(&Subject, Period) -> Printed) -> Option<Held> {
        let outcome = Subject::Category("medicines".to_owned());
        judged(&Declared { outcome, ..declared() }, month("2026-01"), &printed)
    }

    #[test]
    fn printed_figures_alone_give_the_verdict() {
        let fell = |subject: &Subject, m: Period| {
            Printed::About(if *subject == Subject::All {
                60
            } else if m < month("2025-01") {
                20
            } else {
                10
            })
        };
        let all_fell = |subject: &Subject, m: Period| {
            let share = if m < month("2025-01") { 2 } else { 1 };
            Printed::About(share * if *subject == Subject::All { 30 } else { 10 })
        };

        assert_eq!(said(fell), Some(Held::Fewer));
        assert_eq!(said(all_fell), Some(Held::ReportingFell));
    }

    #[test]
    fn one_hidden_month_after_the_change_keeps_the_verdict_back() {
        let hidden = |subject: &Subject, m: Period| {
            if *subject != Subject::All && m == month("2025-06") { Printed::Few } else { Printed::About(20) }
        };
        let young = |_: &Subject, m: Period| if m < month("2024-06") { Printed::Few } else { Printed::About(20) };

        assert_eq!(said(hidden), None);
        assert_eq!(said(young), None);
    }
}
