//! Shows a reporter what would be hidden and how many colleagues fit the answers. Nothing is stored.

use crate::deident::redact;
use crate::domain::contact::Language;
use crate::domain::crowd::estimate;
use crate::domain::redaction::RedactedText;
use crate::domain::report::Submission;
use crate::flows::ctx::Ctx;
use crate::flows::dictionary;

/// How many colleagues fit, and what leaving an answer out would make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Crowd {
    /// Fit area and role class as chosen.
    pub fits: u32,
    /// Would fit without the role class.
    pub without_role: u32,
    /// Would fit without the area.
    pub without_area: u32,
}

/// What an analyst would see.
#[derive(Clone, Debug)]
pub struct Preview {
    /// The narrative with every suspected identifier marked.
    pub narrative: RedactedText,
    /// The idea for a fix, likewise.
    pub idea: RedactedText,
    /// The anonymity meter.
    pub crowd: Crowd,
}

/// De-identifies a submission for its own reporter.
#[must_use]
pub fn preview(ctx: &Ctx, submission: &Submission, language: Language) -> Preview {
    let terms = dictionary::listed(ctx);
    let marked = |text: &str| redact(text, &ctx.engine.scan_with(text, guess(text, language), Some(&terms)));
    let (area, role) = (submission.answers.area.as_ref(), submission.answers.role.as_ref());
    let now = ctx.now().period();
    Preview {
        narrative: marked(submission.narrative.expose()),
        idea: marked(submission.idea.expose()),
        crowd: Crowd {
            fits: estimate(ctx.taxonomy(), area, role, now),
            without_role: estimate(ctx.taxonomy(), area, None, now),
            without_area: estimate(ctx.taxonomy(), None, role, now),
        },
    }
}

/// People write in another language than the page's more often than not; a text of some length speaks for itself.
fn guess(text: &str, page: Language) -> Option<Language> {
    (text.chars().count() < 40).then_some(page)
}
