//! Renders an issue into a frozen artefact: subject, text, HTML and chart, and the page to talk about.
//!
//! The result holds nothing about any reader; it is made once and sent to all of its edition. Refuses colours below a contrast of
//! 4.5:1, scripts, and pictures from elsewhere (tests below).

use askama::Template;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::error::Error;
use super::figures;
use super::page::{Block, Links, Page};
use super::plain;
use crate::domain::digest::{Artefact, Issue};
use crate::i18n::Words;

/// The HTML part; the chart is shown by `cid:chart`.
#[derive(Template)]
#[template(path = "letter-digest.html")]
struct Html<'a> {
    page: &'a Page,
}

/// One printed page for a talk of five minutes: finding, chart, story, question, prompts, room for notes.
#[derive(Template)]
#[template(path = "team-talk.html")]
struct Talk<'a> {
    page: &'a Page,
    title: String,
    lead: String,
    prompts: [String; 3],
    notes: String,
}

/// Puts `issue` into `words` and freezes it with its chart; `chart_png` is empty where there is none.
///
/// # Errors
/// `Link` when a link is not an absolute http address, `Template` when a template fails.
pub fn render(issue: &Issue, words: &Words, links: &Links, chart_png: Vec<u8>) -> Result<Artefact, Error> {
    let page = Page::of(issue, words, links)?;
    let html = Html { page: &page }.render().map_err(|_| Error::Template)?;
    let talk = Talk {
        page: &page,
        title: words.get("talk-page-title"),
        lead: words.get("talk-page-lead"),
        prompts: [1, 2, 3].map(|n| words.get(&format!("talk-page-prompt-{n}"))),
        notes: words.get("talk-page-notes"),
    };
    let talk = talk.render().map_err(|_| Error::Template)?;
    let text = plain::text(&page);
    let chart_alt = figures::chart_alt(issue, words);
    Ok(Artefact { subject: page.subject, text, html, chart_png, chart_alt, talk })
}

/// A letter or page with its chart inside, to be looked at before there is an address that could serve it. Never sent: many mail programs do not
/// show such pictures.
#[must_use]
pub fn chart_inside(html: &str, chart_png: &[u8]) -> String {
    html.replace("cid:chart", &format!("data:image/png;base64,{}", STANDARD.encode(chart_png)))
}

#[cfg(test)]
mod tests;
