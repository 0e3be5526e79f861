//! Pages: what every template is given, and how one becomes an answer.
//!
//! Refuses to say anything in a header or title that came from a visitor.

use actix_web::http::{StatusCode, header};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::query::query_value;
use super::state::AppState;
use crate::domain::contact::Language;
use crate::i18n::Words;

/// Pages are filled up to a multiple of this many bytes, so that their size on the wire says little (`security.md` AN-12).
const SIZE_CLASS: usize = 16 * 1024;

/// Every shipped language as tag and own name, for the links in the footer.
pub(in crate::web) const LANGUAGES: [(&str, &str); 4] = [("en", "English"), ("es", "Español"), ("fr", "Français"), ("de", "Deutsch")];

/// Marks an answer that has its page already; `error::explain` leaves it alone.
pub(in crate::web) struct Finished;

/// What `base.html` needs; every template has it as `frame`.
#[derive(Clone, Debug)]
pub(in crate::web) struct Frame {
    /// Title of the page, in the reader's language. Never anything typed by a visitor.
    pub(in crate::web) title: String,
    /// Words in the reader's language.
    pub(in crate::web) words: Words,
    /// Language tag of the page.
    pub(in crate::web) lang: &'static str,
    /// The organisation's name.
    pub(in crate::web) organisation: String,
    /// Address to which `?lang=` links go; empty on a page that would lose something by being fetched again.
    pub(in crate::web) switch: &'static str,
}

impl Frame {
    /// A frame in the language of the query's `lang`, else of the browser's list.
    #[must_use]
    pub(in crate::web) fn of(state: &AppState, req: &HttpRequest, title_key: &str) -> Self {
        Self::chosen(state, req, "", title_key)
    }

    /// A frame in the language a form carried in its `lang` field; blank is as `of`.
    #[must_use]
    pub(in crate::web) fn chosen(state: &AppState, req: &HttpRequest, lang: &str, title_key: &str) -> Self {
        let chosen = Language::parse(lang).map(|l| l.tag().to_owned()).or_else(|| query_value(req.query_string(), "lang"));
        let accept = req.headers().get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
        let words = state.words(chosen.as_deref(), accept);
        let title = if title_key.is_empty() { String::new() } else { words.get(title_key) };
        Self { title, lang: words.language().tag(), words, organisation: state.ctx().organisation().to_owned(), switch: "" }
    }

    /// The same frame with another title.
    #[must_use]
    pub(in crate::web) fn titled(mut self, title: String) -> Self {
        self.title = title;
        self
    }

    /// The same frame with language links to `path`.
    #[must_use]
    pub(in crate::web) fn switching(mut self, path: &'static str) -> Self {
        self.switch = path;
        self
    }

    /// The language of the page.
    #[must_use]
    pub(in crate::web) const fn language(&self) -> Language {
        self.words.language()
    }

    /// The words for `key`.
    #[must_use]
    pub(in crate::web) fn t(&self, key: &str) -> String {
        self.words.get(key)
    }

    /// The words for `key` with one argument.
    #[must_use]
    pub(in crate::web) fn t1(&self, key: &str, name: &str, value: &str) -> String {
        self.words.with(key, &[(name, value)])
    }

    /// The words for `key` with two arguments.
    #[must_use]
    pub(in crate::web) fn t2(&self, key: &str, one: (&str, &str), two: (&str, &str)) -> String {
        self.words.with(key, &[one, two])
    }
}

/// Renders a template as an HTML answer.
#[must_use]
pub(in crate::web) fn render(page: &impl Template, status: StatusCode) -> HttpResponse {
    page.render().map_or_else(|_| HttpResponse::InternalServerError().finish(), |html| filled(html, SIZE_CLASS, status))
}

/// As `render`, but of exactly `size` bytes whatever it shows; `None` when it shows more than fits.
#[must_use]
pub(in crate::web) fn render_sized(page: &impl Template, size: usize, status: StatusCode) -> Option<HttpResponse> {
    let html = page.render().ok().filter(|html| html.len() <= size)?;
    Some(filled(html, size, status))
}

fn filled(mut html: String, class: usize, status: StatusCode) -> HttpResponse {
    let padded = html.len().next_multiple_of(class);
    html.push_str(&" ".repeat(padded - html.len()));
    let mut response = HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html);
    response.extensions_mut().insert(Finished);
    response
}
