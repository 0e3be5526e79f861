//! What the invented organisation learns, month by month, through the real flows: actions written down and done, lessons published.

use anyhow::{Context as _, Result};

use super::exit::explain;
use super::story::learning::{LESSONS, ToldAction};
use crate::domain::access::{ManageActions, PublishLesson, ReadLearning, WriteLesson};
use crate::domain::action::{Declared, Progress, ahead};
use crate::domain::lesson::Story;
use crate::domain::period::Period;
use crate::domain::subject::Subject;
use crate::flows::learning::{Draft, LessonDraft, actions, change_action, publish_lesson, record_action, write_lesson};
use crate::flows::people::Session;
use crate::flows::{Ctx, Error};

/// Who learns, and what.
pub(super) struct Learning<'a> {
    /// Writes.
    pub(super) analyst: &'a Session,
    /// Publishes.
    pub(super) publisher: &'a Session,
    /// The actions of this organisation.
    pub(super) actions: &'static [ToldAction],
}

impl Learning<'_> {
    /// What happens `ago` months before the present one.
    pub(super) fn month(&self, ctx: &Ctx, now: Period, ago: usize) -> Result<()> {
        let manage = self.analyst.actor().permit::<ManageActions>().context("an analyst")?;
        for told in self.actions.iter().filter(|told| told.ago == ago) {
            record_action(ctx, &manage, &draft(told, now)).map_err(explain)?;
        }
        self.done(ctx, now, ago)?;
        LESSONS.iter().filter(|told| told.ago == ago).try_for_each(|told| self.lesson(ctx, told.words, told.category))
    }

    /// Finishes what is due.
    fn done(&self, ctx: &Ctx, now: Period, ago: usize) -> Result<()> {
        let manage = self.analyst.actor().permit::<ManageActions>().context("an analyst")?;
        let read = self.analyst.actor().permit::<ReadLearning>().context("an analyst")?;
        for told in self.actions.iter().filter(|told| told.done && told.ago == ago + told.due as usize) {
            let cards = actions(ctx, &read).map_err(explain)?;
            let card = cards.into_iter().find(|card| card.action.what == told.what).context("the action of the story")?;
            let draft = Draft { due: card.action.due, progress: Progress::Done(now), declared: None, mark: card.mark, ..draft(told, now) };
            change_action(ctx, &manage, card.id, &draft).map_err(explain)?;
        }
        Ok(())
    }

    fn lesson(&self, ctx: &Ctx, words: [&str; 4], category: &str) -> Result<()> {
        let write = self.analyst.actor().permit::<WriteLesson>().context("an analyst")?;
        let publish = self.publisher.actor().permit::<PublishLesson>().context("a publisher")?;
        let [title, happened, caught, helps] = words.map(str::to_owned);
        let story = Story { title, happened, caught, helps };
        let draft = LessonDraft { story, category: Some(category.to_owned()), sure: true, ..LessonDraft::default() };
        let id = write_lesson(ctx, &write, &draft).map_err(explain)?;
        match publish_lesson(ctx, &publish, id) {
            // In the smallest organisation a story would point at somebody: it stays a draft.
            Err(Error::Conflict("lesson-too-few-people")) => Ok(()),
            other => Ok(other.map_err(explain)?),
        }
    }
}

fn draft(told: &ToldAction, now: Period) -> Draft {
    let declared = told.outcome.map(|(category, window)| Declared {
        outcome: Subject::Category(category.to_owned()),
        start: ahead(now, told.due),
        wash_in: Declared::WASH_IN,
        window,
        worth: Declared::WORTH,
        on: now,
    });
    Draft {
        what: told.what.to_owned(),
        owner: told.owner.to_owned(),
        control: told.control,
        due: ahead(now, told.due),
        progress: Progress::Open,
        reports: Vec::new(),
        declared,
        // Posts and devices of the story are known to be nobody's names.
        sure: true,
        mark: String::new(),
    }
}
