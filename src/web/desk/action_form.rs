//! The form of a corrective action: as typed, as saved, and what it says.

use super::chart_words;
use super::labels::{Choice, Fact, coded, month};
use crate::domain::action::{Action, Control, Declared, Progress};
use crate::domain::id::ReportId;
use crate::domain::period::Period;
use crate::domain::problem::FieldProblem;
use crate::domain::report::SEVERITIES;
use crate::domain::subject::Subject;
use crate::domain::taxonomy::Taxonomy;
use crate::flows::learning::{ActionCard, Draft};
use crate::web::form::Fields;
use crate::web::page::Frame;

/// How far an action has come, as the form says it.
const PROGRESS: [&str; 3] = ["open", "done", "dropped"];

/// What stands in the form.
#[derive(Clone, Default)]
pub(super) struct Typed {
    pub(super) what: String,
    pub(super) owner: String,
    pub(super) control: String,
    pub(super) due: String,
    pub(super) progress: String,
    pub(super) done: String,
    pub(super) reports: String,
    pub(super) declare: bool,
    pub(super) outcome: String,
    pub(super) start: String,
    pub(super) wash_in: String,
    pub(super) window: String,
    pub(super) worth: String,
    pub(super) sure: bool,
    pub(super) mark: String,
    /// Whether a check is declared and stands.
    pub(super) declared: bool,
}

impl Typed {
    /// A new action: due in three months, its check from next month on.
    pub(super) fn blank(now: Period, from: Option<ReportId>) -> Self {
        Self {
            control: Control::Engineering.code().to_owned(),
            due: now.next().next().next().to_string(),
            progress: "open".to_owned(),
            done: now.to_string(),
            reports: from.map(|id| id.to_string()).unwrap_or_default(),
            start: now.next().to_string(),
            wash_in: Declared::WASH_IN.to_string(),
            window: Declared::WINDOW.to_string(),
            worth: Declared::WORTH.to_string(),
            ..Self::default()
        }
    }

    /// As it was sent.
    pub(super) fn of(fields: &Fields) -> Self {
        let text = |name: &str| fields.first(name).to_owned();
        Self {
            what: text("what"),
            owner: text("owner"),
            control: text("control"),
            due: text("due"),
            progress: text("progress"),
            done: text("done"),
            reports: text("reports"),
            declare: fields.ticked("declare"),
            outcome: text("outcome"),
            start: text("start"),
            wash_in: text("wash_in"),
            window: text("window"),
            worth: text("worth"),
            sure: fields.ticked("sure"),
            mark: text("mark"),
            declared: false,
        }
    }

    /// As it is saved.
    pub(super) fn saved(card: &ActionCard, now: Period) -> Self {
        let action = &card.action;
        let (progress, done) = match action.progress {
            Progress::Open => ("open", String::new()),
            Progress::Done(on) => ("done", on.to_string()),
            Progress::Dropped => ("dropped", String::new()),
        };
        Self {
            what: action.what.clone(),
            owner: action.owner.clone(),
            control: action.control.code().to_owned(),
            due: action.due.to_string(),
            progress: progress.to_owned(),
            done,
            reports: action.reports.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
            mark: card.mark.clone(),
            declared: action.declared.is_some(),
            ..Self::blank(now, None)
        }
    }

    /// What it says, or what has to be mended; `now` is the month of declaring.
    pub(super) fn draft(&self, now: Period) -> Result<Draft, Vec<FieldProblem>> {
        let mut found = Vec::new();
        let mut wrong = |field, key| found.push(FieldProblem::new(field, key));
        let control = Control::from_code(&self.control);
        let due = Period::parse(self.due.trim());
        let done = Period::parse(self.done.trim());
        let reports: Option<Vec<ReportId>> = self.reports.split_whitespace().map(ReportId::parse).collect();
        if control.is_none() {
            wrong("control", "problem-unknown-choice");
        }
        if due.is_none() {
            wrong("due", "problem-month");
        }
        if reports.is_none() {
            wrong("reports", "problem-report-id");
        }
        let progress = match (self.progress.as_str(), done) {
            ("done", Some(on)) => Progress::Done(on),
            ("done", None) => {
                wrong("done", "problem-month");
                Progress::Open
            }
            ("dropped", _) => Progress::Dropped,
            _ => Progress::Open,
        };
        let declared = if self.declare { self.declared_on(now).map_err(|problem| found.push(problem)).ok() } else { None };
        match (control, due, reports) {
            (Some(control), Some(due), Some(reports)) if found.is_empty() => Ok(Draft {
                what: self.what.clone(),
                owner: self.owner.clone(),
                control,
                due,
                progress,
                reports,
                declared,
                sure: self.sure,
                mark: self.mark.clone(),
            }),
            _ => Err(found),
        }
    }

    fn declared_on(&self, on: Period) -> Result<Declared, FieldProblem> {
        let number = |field, text: &str| text.trim().parse().map_err(|_| FieldProblem::new(field, "problem-choice"));
        Ok(Declared {
            outcome: Subject::of(&self.outcome),
            start: Period::parse(self.start.trim()).ok_or(FieldProblem::new("start", "problem-month"))?,
            wash_in: number("wash_in", &self.wash_in)?,
            window: number("window", &self.window)?,
            worth: number("worth", &self.worth)?,
            on,
        })
    }
}

/// What may be chosen.
pub(super) struct Choices {
    pub(super) control: Vec<Choice>,
    pub(super) progress: Vec<Choice>,
    pub(super) outcome: Vec<Choice>,
}

/// The choices, with those of `form` chosen.
pub(super) fn choices(frame: &Frame, taxonomy: &Taxonomy, form: &Typed) -> Choices {
    let areas = taxonomy.areas.iter().map(|a| Subject::Area(a.code.to_string()));
    let categories = taxonomy.categories.0.iter().map(|c| Subject::Category(c.code.to_string()));
    let severities = SEVERITIES.iter().map(|s| Subject::Severity((*s).to_owned()));
    let subjects = std::iter::once(Subject::All).chain(categories).chain(areas).chain(severities);
    let outcome = |subject: Subject| Choice {
        label: chart_words::name(frame, taxonomy, &subject),
        chosen: subject == Subject::of(&form.outcome),
        value: subject.code(),
    };
    Choices {
        control: super::labels::fixed(frame, "control", &Control::ALL.map(Control::code), &form.control),
        progress: super::labels::fixed(frame, "progress", &PROGRESS, &form.progress),
        outcome: subjects.map(outcome).collect(),
    }
}

/// What an action says, as facts.
pub(super) fn facts(frame: &Frame, taxonomy: &Taxonomy, action: &Action) -> Vec<Fact> {
    let fact = |name: &str, value: String| Fact { name: frame.t(name), value };
    let mut facts = vec![
        fact("learning-owner", action.owner.clone()),
        fact("learning-control", coded(frame, "control", action.control.code())),
        fact("learning-due-by", month(frame, action.due)),
    ];
    facts.push(match action.progress {
        Progress::Open => fact("learning-progress", coded(frame, "progress", "open")),
        Progress::Done(on) => fact("learning-progress", frame.t1("learning-done", "month", &month(frame, on))),
        Progress::Dropped => fact("learning-progress", coded(frame, "progress", "dropped")),
    });
    if let Some(declared) = &action.declared {
        facts.push(fact("learning-outcome", chart_words::name(frame, taxonomy, &declared.outcome)));
        let judged = [("from", month(frame, declared.first_judged())), ("to", month(frame, declared.last_judged()))];
        let [from, to] = &judged;
        facts.push(fact("learning-judged", frame.t2("learning-judged-span", (from.0, &from.1), (to.0, &to.1))));
        facts.push(fact("learning-worth", frame.t1("learning-worth-said", "percent", &declared.worth.to_string())));
        facts.push(fact("learning-declared-in", month(frame, declared.on)));
    }
    facts
}
