//! Wire shapes of the interface. Codes are those of the form (`GET /report` shows them); blank and absent are the same.
//!
//! Refuses unknown fields: a typing error in a field's name must not lose an answer.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::web::public::ReportForm;

/// A report.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct NewReport {
    /// `near-miss`, `unsafe-condition` or `went-well`.
    #[schema(required = true, example = "near-miss")]
    #[serde(default)]
    kind: String,
    /// What happened, up to 20,000 characters.
    #[schema(required = true, max_length = 20_000, example = "The infusion pump showed the rate of the patient before.")]
    #[serde(default)]
    narrative: String,
    /// An idea for a fix, up to 2,000 characters.
    #[serde(default)]
    #[schema(max_length = 2_000)]
    idea: String,
    /// Month it happened, `YYYY-MM`, this one or one of the twelve before.
    #[serde(default)]
    #[schema(pattern = "^[0-9]{4}-[0-9]{2}$")]
    month: String,
    /// `night`, `morning`, `afternoon` or `evening`.
    #[serde(default)]
    day_part: String,
    /// Code of an area of this organisation.
    #[serde(default)]
    area: String,
    /// Code of a task or phase.
    #[serde(default)]
    phase: String,
    /// Code of how it was noticed.
    #[serde(default)]
    detection: String,
    /// Code of what stopped it.
    #[serde(default)]
    recovery: String,
    /// `none`, `minor`, `moderate`, `severe` or `fatal`: what could have happened.
    #[serde(default)]
    severity: String,
    /// `first`, `sometimes`, `often` or `daily`.
    #[serde(default)]
    frequency: String,
    /// `little`, `somewhat`, `very` or `urgent`.
    #[serde(default)]
    worry: String,
    /// Code of a role class.
    #[serde(default)]
    role: String,
    /// `none`, `receipt` or `identity`.
    #[serde(default)]
    contact: String,
    /// `yes`, `ask` or `no`: whether the story may be told.
    #[serde(default)]
    consent: String,
    /// Who the reporter is and how to reach them; goes with `contact: identity`, is sealed apart and needs two custodians to open.
    #[serde(default)]
    identity: Strip,
    /// Somebody could be hurt soon. Shown at once, which gives up the mixing of arrival times.
    #[serde(default)]
    urgent: bool,
    /// Nine words from `GET /api/v1/receipt`, so that sending twice makes one report. Leave out for new ones.
    #[serde(default)]
    receipt: String,
    /// The proof that came with them.
    #[serde(default)]
    token: String,
}

impl From<NewReport> for ReportForm {
    fn from(r: NewReport) -> Self {
        Self {
            lang: String::new(),
            words: r.receipt,
            token: r.token,
            kind: r.kind,
            narrative: r.narrative,
            idea: r.idea,
            month: r.month,
            day_part: r.day_part,
            area: r.area,
            phase: r.phase,
            detection: r.detection,
            recovery: r.recovery,
            severity: r.severity,
            frequency: r.frequency,
            worry: r.worry,
            role: r.role,
            contact: r.contact,
            consent: r.consent,
            strip: [r.identity.name, r.identity.reach, r.identity.when],
            urgent: r.urgent,
        }
    }
}

/// An identity strip.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::web) struct Strip {
    /// Name, at most 100 characters.
    #[serde(default)]
    name: String,
    /// How to reach the reporter, at most 200 characters; needed.
    #[serde(default)]
    reach: String,
    /// When and how to call, at most 100 characters.
    #[serde(default)]
    when: String,
}

/// The report is durably stored.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct Stored {
    /// Nine words. They are not kept anywhere: whoever loses them cannot look the report up.
    pub(super) receipt: String,
    /// Where the words can be entered.
    #[schema(example = "/receipt")]
    pub(super) status_url: String,
}

/// Words for one report, and the proof that they were issued here.
#[derive(Serialize, ToSchema)]
pub(in crate::web) struct FreshReceipt {
    /// Nine words.
    pub(super) receipt: String,
    /// Proof, valid today and tomorrow.
    pub(super) token: String,
}
