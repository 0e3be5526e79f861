//! The page that nine words open: how far the report is, what was asked, what analysts read, what changed, what is kept how long.
//!
//! One page, one size. A long wording is shown in parts, and the oldest messages give way when they would not fit. Only a text that
//! was too long to send comes back whole at the price of a larger page.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::domain::clock::Moment;
use crate::domain::conversation::{Consent, HELD, MessageKind, Spoken};
use crate::domain::problem::FieldProblem;
use crate::flows::conversation::{Fate, Found, ReceiptStage, Told};
use crate::web::form::Fields;
use crate::web::page::{Frame, render, render_sized};

/// Bytes of every answer to the nine words.
pub(super) const SIZE: usize = 64 * 1024;

/// Code points of a wording on one page.
const PART: usize = 3_000;

/// Reasons for opening an identity that have words of their own.
const REASONS: [&str; 4] = ["clarify", "serious-risk", "reporter-wish", "legal"];

const WAY: [(ReceiptStage, &str); 5] = [
    (ReceiptStage::Received, "received"),
    (ReceiptStage::Screening, "screening"),
    (ReceiptStage::Released, "released"),
    (ReceiptStage::Learning, "learning"),
    (ReceiptStage::Closed, "closed"),
];

/// What came of an action, as the page that follows tells it.
pub(super) enum Outcome {
    /// Nothing was asked for but a look.
    Looked,
    /// The message key of what was done.
    Done(&'static str),
    /// Why nothing was done; what was typed stays.
    Refused(FieldProblem),
}

/// One step of a report's way.
struct Step {
    class: &'static str,
    title: String,
    text: String,
    state: String,
}

/// The released wording, or a part of it.
struct Wording {
    text: String,
    /// Which part it is, where there are several.
    part: Option<String>,
    /// The other parts, by number and name.
    others: Vec<(usize, String)>,
    agreed: bool,
    can_blur: bool,
}

/// One message.
struct Line {
    who: String,
    day: Option<String>,
    text: String,
    own: bool,
}

#[derive(Template)]
#[template(path = "public/status.html")]
struct StatusPage {
    frame: Frame,
    words: String,
    after: i32,
    done: Option<String>,
    steps: Vec<Step>,
    withdrawn: bool,
    blurring: bool,
    question: Option<String>,
    wording: Option<Wording>,
    wording_problem: Option<String>,
    outcome: Option<Line>,
    lines: Vec<Line>,
    older: bool,
    message: String,
    message_problem: Option<String>,
    notices: Vec<String>,
    raw: String,
    identity: String,
}

#[derive(Template)]
#[template(path = "public/gone.html")]
struct GonePage {
    frame: Frame,
}

/// A calendar day in the reader's language.
fn date(frame: &Frame, day: i32) -> String {
    let date = Moment::of_day(day).date();
    let month = frame.words.month(i32::from(date.month()));
    frame.words.with("talk-date", &[("day", &date.day().to_string()), ("month", &month), ("year", &date.year().to_string())])
}

fn steps(frame: &Frame, reached: ReceiptStage) -> Vec<Step> {
    let here = WAY.iter().position(|(stage, _)| *stage == reached).unwrap_or(0);
    let step = |(at, (_, name)): (usize, &(ReceiptStage, &str))| {
        let class = match at.cmp(&here) {
            std::cmp::Ordering::Less => "past",
            std::cmp::Ordering::Equal => "here",
            std::cmp::Ordering::Greater => "ahead",
        };
        Step {
            class,
            title: frame.t(&format!("stage-{name}")),
            text: frame.t(&format!("stage-{name}-text")),
            state: frame.t(&format!("receipt-{class}")),
        }
    };
    WAY.iter().enumerate().map(step).collect()
}

fn wording(frame: &Frame, found: &Found, fields: &Fields) -> Option<Wording> {
    let text = found.wording.as_ref()?;
    let letters: Vec<char> = text.chars().collect();
    let parts = letters.chunks(PART).count().max(1);
    let part = fields.first("part").parse().unwrap_or(1).clamp(1, parts);
    let name = |n: usize| frame.t2("talk-wording-part", ("n", &n.to_string()), ("all", &parts.to_string()));
    Some(Wording {
        part: (parts > 1).then(|| name(part)),
        others: (1..=parts).filter(|n| *n != part).map(|n| (n, name(n))).collect(),
        text: letters.chunks(PART).nth(part - 1).unwrap_or_default().iter().collect(),
        agreed: found.consent == Consent::Approved,
        can_blur: found.raw != Fate::Destroyed,
    })
}

fn from_desk(frame: &Frame, spoken: &Spoken) -> Line {
    Line { who: frame.t("talk-desk"), day: Some(date(frame, spoken.day)), text: spoken.text.clone(), own: false }
}

fn line(frame: &Frame, told: &Told) -> Option<Line> {
    match told {
        Told::Desk(spoken) if spoken.kind == MessageKind::Question => Some(from_desk(frame, spoken)),
        Told::Desk(_) => None,
        Told::Own { settled } => {
            let text = frame.t(if *settled { "talk-own-read" } else { "talk-own-waits" });
            Some(Line { who: frame.t("talk-own"), day: None, text, own: true })
        }
    }
}

fn notice(frame: &Frame, spoken: &Spoken) -> String {
    let reason = REASONS.into_iter().chain([HELD]).find(|r| *r == spoken.text).unwrap_or("other");
    frame.t1(&format!("talk-notice-{reason}"), "date", &date(frame, spoken.day))
}

/// What the desk said of one kind.
fn of_kind(found: &Found, kind: MessageKind) -> impl Iterator<Item = &Spoken> {
    found.told.iter().filter_map(move |told| match told {
        Told::Desk(spoken) if spoken.kind == kind => Some(spoken),
        _ => None,
    })
}

fn kept(frame: &Frame, stem: &str, fate: Fate) -> String {
    match fate {
        Fate::By(day) => frame.t1(&format!("talk-{stem}-by"), "date", &date(frame, day)),
        Fate::Destroyed => frame.t(&format!("talk-{stem}-gone")),
    }
}

/// The page for a report that was found.
pub(super) fn page(frame: Frame, found: &Found, outcome: &Outcome, fields: &Fields) -> HttpResponse {
    let (done, refused) = match outcome {
        Outcome::Looked => (None, None),
        Outcome::Done(key) => (Some(frame.t(key)), None),
        Outcome::Refused(problem) => (None, Some((problem.field == "blur", frame.t(problem.key)))),
    };
    let status = if refused.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (at_wording, at_message): (Vec<_>, Vec<_>) = refused.into_iter().partition(|(at_wording, _)| *at_wording);
    let title = frame.t("receipt-found-title");
    let mut page = StatusPage {
        words: fields.first("words").to_owned(),
        after: found.last,
        done,
        steps: steps(&frame, found.stage),
        withdrawn: found.consent == Consent::Withdrawn,
        blurring: found.consent == Consent::Blur,
        question: found.open_question().map(str::to_owned),
        wording: wording(&frame, found, fields),
        wording_problem: at_wording.into_iter().next().map(|(_, words)| words),
        outcome: of_kind(found, MessageKind::Outcome).last().map(|spoken| from_desk(&frame, spoken)),
        lines: found.told.iter().filter_map(|told| line(&frame, told)).collect(),
        older: false,
        message: if at_message.is_empty() { String::new() } else { fields.first("message").to_owned() },
        message_problem: at_message.into_iter().next().map(|(_, words)| words),
        notices: of_kind(found, MessageKind::Notice).map(|spoken| notice(&frame, spoken)).collect(),
        raw: kept(&frame, "raw", found.raw),
        identity: kept(&frame, "identity", found.identity),
        frame: frame.titled(title),
    };
    loop {
        if let Some(response) = render_sized(&page, SIZE, status) {
            return response;
        }
        if page.lines.is_empty() {
            return render(&page, status);
        }
        page.lines.remove(0);
        page.older = true;
    }
}

/// The page after a report was taken back that nobody had seen yet.
pub(super) fn gone(frame: Frame) -> HttpResponse {
    let title = frame.t("talk-withdrawn-title");
    let page = GonePage { frame: frame.titled(title) };
    render_sized(&page, SIZE, StatusCode::OK).unwrap_or_else(|| render(&page, StatusCode::OK))
}
