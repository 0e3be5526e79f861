//! The report form as a page: questions, answers on offer, what was filled in, and what needs another answer.
//!
//! "Don't know" and "rather not say" stand in every optional question beside the answers. Groups that hold an answer
//! or a problem come back opened.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::answers::{MONTHS, ReportForm, STRIP_FIELDS};
use crate::domain::contact::Language;
use crate::domain::problem::FieldProblem;
use crate::domain::report::{CONSENTS, CONTACTS, DAY_PARTS, DONT_KNOW, FREQUENCIES, IDENTITY, RATHER_NOT, ReportKind, SEVERITIES, WORRIES};
use crate::domain::taxonomy::{Choices, Taxonomy};
use crate::flows::Ctx;
use crate::web::page::{Frame, render};

/// One answer on offer.
struct Offer {
    value: String,
    label: String,
    chosen: bool,
}

/// One field of the identity strip.
struct StripField {
    name: &'static str,
    label: String,
    typed: String,
    problem: Option<String>,
}

/// One optional question.
struct Question {
    name: &'static str,
    label: String,
    hint: String,
    offers: Vec<Offer>,
    problem: Option<String>,
}

/// Questions that open together.
struct Group {
    title: String,
    open: bool,
    questions: Vec<Question>,
    /// Whether the text field "what would help" stands on top of this group.
    with_idea: bool,
}

/// One of the three kinds.
struct Kind {
    code: &'static str,
    label: String,
    hint: String,
    chosen: bool,
}

/// A line of the summary on top: where to go and what is wrong there.
struct Wrong {
    field: &'static str,
    question: String,
    text: String,
}

#[derive(Template)]
#[template(path = "public/report.html")]
struct ReportPage<'a> {
    frame: &'a Frame,
    form: &'a ReportForm,
    notice: Option<Notice>,
    wrong: Vec<Wrong>,
    kinds: Vec<Kind>,
    groups: Vec<Group>,
    strip: Vec<StripField>,
    kind_problem: Option<String>,
    narrative_problem: Option<String>,
    idea_problem: Option<String>,
}

/// Something to be said above the form.
pub(super) struct Notice {
    /// Short, for the heading.
    pub(super) title: String,
    /// What happened and what to do.
    pub(super) text: String,
}

/// Shows the form with everything that was filled in.
pub(super) fn page(
    ctx: &Ctx,
    frame: &Frame,
    form: &ReportForm,
    problems: &[FieldProblem],
    notice: Option<Notice>,
    status: StatusCode,
) -> HttpResponse {
    let problem = |field: &str| problems.iter().find(|p| p.field == field).map(|p| frame.t(p.key));
    let kinds = ReportKind::ALL.map(|k| Kind {
        code: k.code(),
        label: frame.t(&format!("kind-{}", k.code())),
        hint: frame.t(&format!("kind-{}-hint", k.code())),
        chosen: form.kind == k.code(),
    });
    let wrong = problems.iter().map(|p| Wrong { field: p.field, question: frame.t(&label_key(p.field)), text: frame.t(p.key) }).collect();
    let builder = Builder { ctx, frame, form, problems };
    let (groups, strip) = (builder.groups(), builder.strip());
    let page = ReportPage {
        frame,
        form,
        notice,
        wrong,
        kinds: kinds.into(),
        groups,
        strip,
        kind_problem: problem("kind"),
        narrative_problem: problem("narrative"),
        idea_problem: problem("idea"),
    };
    render(&page, status)
}

/// `day_part` is asked by message `report-day-part`.
fn label_key(field: &str) -> String {
    format!("report-{}", field.replace('_', "-"))
}

struct Builder<'a> {
    ctx: &'a Ctx,
    frame: &'a Frame,
    form: &'a ReportForm,
    problems: &'a [FieldProblem],
}

impl Builder<'_> {
    fn groups(&self) -> Vec<Group> {
        let (t, form) = (self.ctx.taxonomy(), self.form);
        let mut when = vec![self.months(), self.listed("day_part", &form.day_part, &DAY_PARTS)];
        if !t.areas.is_empty() {
            when.push(self.areas(t));
        }
        when.push(self.choice("phase", &form.phase, &t.phases));
        let stopped =
            vec![self.choice("detection", &form.detection, &t.detections), self.choice("recovery", &form.recovery, &t.recoveries)];
        let weight = vec![
            self.listed("severity", &form.severity, &SEVERITIES),
            self.listed("frequency", &form.frequency, &FREQUENCIES),
            self.listed("worry", &form.worry, &WORRIES),
        ];
        let you = vec![self.choice("role", &form.role, &t.roles), self.contact(), self.listed("consent", &form.consent, &CONSENTS)];
        vec![
            self.group("report-when", when, false),
            self.group("report-stopped", stopped, false),
            self.group("report-weight", weight, false),
            self.group("report-idea-group", you, true),
        ]
    }

    fn group(&self, title: &str, questions: Vec<Question>, with_idea: bool) -> Group {
        let touched = questions.iter().any(|q| q.problem.is_some() || q.offers.iter().any(|o| o.chosen));
        let typed = !self.form.idea.is_empty() || self.form.strip.iter().any(|s| !s.is_empty());
        let idea = with_idea && (typed || self.problems.iter().any(|p| p.field == "idea" || STRIP_FIELDS.contains(&p.field)));
        Group { title: self.frame.t(title), open: touched || idea, questions, with_idea }
    }

    fn question(&self, name: &'static str, answer: &str, mut offers: Vec<Offer>) -> Question {
        for (value, key) in [(DONT_KNOW, "answer-dont-know"), (RATHER_NOT, "answer-rather-not")] {
            offers.push(Offer { value: value.to_owned(), label: self.frame.t(key), chosen: answer == value });
        }
        let hint = if matches!(name, "area" | "role" | "contact") { self.frame.t(&format!("report-{name}-hint")) } else { String::new() };
        let problem = self.problems.iter().find(|p| p.field == name).map(|p| self.frame.t(p.key));
        Question { name, label: self.frame.t(&label_key(name)), hint, offers, problem }
    }

    fn months(&self) -> Question {
        let mut months = self.ctx.now().period().back(MONTHS);
        months.reverse();
        let offers = months
            .iter()
            .map(|m| Offer {
                value: m.to_string(),
                label: format!("{} {}", self.frame.words.month(m.month()), m.year()),
                chosen: self.form.month == m.to_string(),
            })
            .collect();
        self.question("month", &self.form.month, offers)
    }

    fn areas(&self, taxonomy: &Taxonomy) -> Question {
        let chosen = &self.form.area;
        let offers = taxonomy.areas.iter().map(|a| offer(a.code.as_str(), a.label.in_language(self.language()), chosen)).collect();
        self.question("area", chosen, offers)
    }

    fn choice(&self, name: &'static str, chosen: &str, choices: &Choices) -> Question {
        // A pack may list a general answer itself; it is offered once.
        let own = choices.0.iter().filter(|c| ![DONT_KNOW, RATHER_NOT].contains(&c.code.as_str()));
        let offers = own.map(|c| offer(c.code.as_str(), c.label.in_language(self.language()), chosen)).collect();
        self.question(name, chosen, offers)
    }

    fn listed(&self, name: &'static str, chosen: &str, codes: &[&str]) -> Question {
        let stem = name.replace('_', "-");
        let offers = codes.iter().map(|code| offer(code, &self.frame.t(&format!("{stem}-{code}")), chosen)).collect();
        self.question(name, chosen, offers)
    }

    /// Without two custodians nobody could open a strip, so it is not offered.
    fn contact(&self) -> Question {
        let open = self.ctx.takes_strips();
        let offered: Vec<&str> = CONTACTS.into_iter().filter(|c| open || *c != IDENTITY).collect();
        self.listed("contact", &self.form.contact, &offered)
    }

    /// The three fields of the identity strip.
    fn strip(&self) -> Vec<StripField> {
        if !self.ctx.takes_strips() && self.form.strip.iter().all(String::is_empty) {
            return Vec::new();
        }
        let field = |(name, typed): (&'static str, &String)| StripField {
            name,
            label: self.frame.t(&label_key(name)),
            typed: typed.clone(),
            problem: self.problems.iter().find(|p| p.field == name).map(|p| self.frame.t(p.key)),
        };
        STRIP_FIELDS.into_iter().zip(&self.form.strip).map(field).collect()
    }

    fn language(&self) -> Language {
        self.frame.language()
    }
}

fn offer(value: &str, label: &str, chosen: &str) -> Offer {
    Offer { value: value.to_owned(), label: label.to_owned(), chosen: value == chosen }
}
