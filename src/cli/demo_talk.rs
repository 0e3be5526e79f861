//! The conversation of a demonstration: one report whose nine words the visitor gets, released, with a question from the desk that waits for an answer.
//!
//! Everything in it is invented. Refuses to answer the question: that is for the visitor to do.

use anyhow::{Context as _, Result, bail};

use super::exit::explain;
use super::seed::{Hands, file, release};
use crate::domain::access::{AskReporter, ListScreening, ReadRaw};
use crate::domain::clock::{Clock as _, DAY, FixedClock, SystemClock};
use crate::domain::report::{Answers, ReportKind, Submission};
use crate::domain::text::{NOTE_MAX, Narrative, Note};
use crate::flows::intake::advance;
use crate::flows::{Ctx, conversation, screening};

const NARRATIVE: &str = "Two syringes without a label lay side by side in the tray when I came back from my break. I picked one up, and my colleague Judith \
    Penhallow asked me what was in it. Neither of us could say. We threw both away and drew them up again.";
const IDEA: &str = "Labels on the trolley, not in the cupboard.";
const QUESTION: &str = "Thank you for this. Where are the labels kept where it happened, and how far is that from the tray?";

/// Lets the report come in, be released and be asked about; gives its nine words.
pub(super) fn talk(ctx: &Ctx, clock: &FixedClock, hands: &Hands<'_>) -> Result<String> {
    let now = SystemClock.now();
    clock.set(now.plus(-2 * DAY));
    let submission = submission()?;
    let words = file(ctx, &submission)?;
    clock.set(now.plus(-7200));
    advance(ctx).map_err(explain)?;
    let list = hands.first.actor().permit::<ListScreening>().context("a screener")?;
    let read = hands.first.actor().permit::<ReadRaw>().context("a screener")?;
    for item in screening::list(ctx, &list).map_err(explain)?.items {
        let case = screening::open(ctx, &read, hands.first, item.id).map_err(explain)?;
        if case.submission != submission {
            continue;
        }
        release(ctx, hands, &case)?;
        let ask = hands.analyst.actor().permit::<AskReporter>().context("an analyst")?;
        conversation::ask(ctx, &ask, item.id, QUESTION).map_err(explain)?;
        return Ok(words);
    }
    bail!("the report of the conversation did not reach the desk")
}

fn submission() -> Result<Submission> {
    let broken = |_| anyhow::anyhow!("the report of the conversation is not one");
    Ok(Submission {
        kind: ReportKind::NearMiss,
        narrative: Narrative::parse(NARRATIVE).map_err(broken)?,
        idea: Note::parse("idea", IDEA, NOTE_MAX).map_err(broken)?,
        answers: Answers::default(),
        urgent: false,
        identity: None,
    })
}
