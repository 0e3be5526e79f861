//! Renders an issue into a frozen artefact: subject, text, HTML and chart.
//!
//! The result holds nothing about any reader; it is made once and sent to all. Refuses colours below a contrast of
//! 4.5:1, scripts, and pictures from elsewhere (tests below).

use askama::Template;

use super::error::Error;
use super::page::{self, Links, Page};
use super::plain;
use crate::domain::digest::{Artefact, Issue};
use crate::i18n::Words;

/// The HTML part; the chart is shown by `cid:chart`.
#[derive(Template)]
#[template(path = "letter-digest.html")]
struct Html<'a> {
    page: &'a Page,
}

/// Puts `issue` into `words` and freezes it with its chart.
///
/// # Errors
/// `Link` when a link is not an absolute http address, `Template` when the template fails.
pub fn render(issue: &Issue, words: &Words, links: &Links, chart_png: Vec<u8>) -> Result<Artefact, Error> {
    let page = Page::of(issue, words, links)?;
    let html = Html { page: &page }.render().map_err(|_| Error::Template)?;
    let text = plain::text(&page);
    Ok(Artefact { subject: page.subject, text, html, chart_png, chart_alt: page.chart_alt })
}

/// What the chart shows, as one or two sentences in the reader's language.
#[must_use]
pub fn chart_alt(issue: &Issue, words: &Words) -> String {
    page::chart_alt(issue, words)
}

#[cfg(test)]
mod tests;
