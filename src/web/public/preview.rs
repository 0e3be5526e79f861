//! The preview page: what is hidden and why, what is in doubt, and how many people the reporter could be.
//!
//! Shows the reporter's own words to the reporter only, on a page reached by POST. Stores nothing.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::answers::ReportForm;
use crate::domain::crowd::CROWD_MIN;
use crate::domain::redaction::{Piece, RedactedText};
use crate::flows::Ctx;
use crate::flows::intake::{Crowd, Preview};
use crate::flows::screening::is_doubt;
use crate::web::page::{Frame, render};

/// A piece of the text, ready for the page.
enum Shown {
    Kept(String),
    Hidden { was: String, now: String },
    Doubt(String),
}

/// One row of the list below the text.
struct Reason {
    was: String,
    now: String,
    kind: String,
    why: String,
    doubt: bool,
}

/// The anonymity meter.
struct Meter {
    sentence: String,
    few: bool,
    /// What leaving an answer out would make it: the form's action and the button's words.
    coarser: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "public/preview.html")]
struct PreviewPage<'a> {
    frame: Frame,
    form: &'a ReportForm,
    narrative: Vec<Shown>,
    idea: Vec<Shown>,
    reasons: Vec<Reason>,
    hidden: usize,
    doubts: usize,
    meter: Option<Meter>,
}

/// Shows what an analyst would read.
pub(super) fn page(ctx: &Ctx, frame: &Frame, form: &ReportForm, preview: &Preview) -> HttpResponse {
    let pieces = preview.narrative.pieces.iter().chain(&preview.idea.pieces);
    let reasons: Vec<Reason> = pieces.filter_map(|piece| reason(frame, piece)).collect();
    let doubts = reasons.iter().filter(|r| r.doubt).count();
    let page = PreviewPage {
        frame: frame.clone().titled(frame.t("preview-title")),
        form,
        narrative: shown(&preview.narrative),
        idea: shown(&preview.idea),
        hidden: reasons.len() - doubts,
        doubts,
        reasons,
        meter: (!ctx.taxonomy().areas.is_empty()).then(|| meter(frame, &preview.crowd)),
    };
    render(&page, StatusCode::OK)
}

fn shown(text: &RedactedText) -> Vec<Shown> {
    text.pieces
        .iter()
        .map(|piece| match piece {
            Piece::Kept(text) => Shown::Kept(text.clone()),
            Piece::Hidden { original, span, .. } if is_doubt(span) => Shown::Doubt(original.clone()),
            Piece::Hidden { original, placeholder, .. } => Shown::Hidden { was: original.clone(), now: placeholder.clone() },
        })
        .collect()
}

fn reason(frame: &Frame, piece: &Piece) -> Option<Reason> {
    let Piece::Hidden { original, placeholder, span } = piece else { return None };
    let kind = span.kind.code().to_lowercase().replace('_', "-");
    Some(Reason {
        was: original.clone(),
        now: placeholder.clone(),
        kind: frame.t(&format!("span-{kind}")),
        why: frame.t(&format!("rule-{}", span.rule)),
        doubt: is_doubt(span),
    })
}

/// A head-count as one would say it: to ten above a hundred, to a hundred above a thousand.
const fn about(count: u32) -> u32 {
    match count {
        0..100 => count,
        100..1_000 => (count + 5) / 10 * 10,
        _ => (count + 50) / 100 * 100,
    }
}

fn meter(frame: &Frame, crowd: &Crowd) -> Meter {
    let steps = [("drop-role", "meter-drop-role", crowd.without_role), ("drop-area", "meter-drop-area", crowd.without_area)];
    let coarser = steps.into_iter().filter(|(_, _, count)| *count > crowd.fits);
    Meter {
        sentence: frame.t1("meter-fits", "n", &about(crowd.fits).to_string()),
        few: crowd.fits < CROWD_MIN,
        coarser: coarser.map(|(action, key, count)| (action, frame.t1(key, "n", &about(count).to_string()))).collect(),
    }
}
