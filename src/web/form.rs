//! Posted forms, read once: names and values as text.
//!
//! Bytes that are not UTF-8 become U+FFFD, which the domain's text types refuse with a message at the field, so that
//! what was typed comes back instead of being lost. Of a field sent twice the first counts; unknown ones are ignored.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header;
use actix_web::{FromRequest, HttpRequest};

use super::error::Failure;
use super::limits::{Body, TakesFile};
use super::multipart;

/// Most fields in one form. The largest desk form has two for each suspected identifier.
const FIELDS_MAX: usize = 2_000;

/// The fields of one form, in order. Debug is left out: there may be a narrative inside.
pub(in crate::web) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads an urlencoded body.
    ///
    /// # Errors
    /// `BadRequest` when there are absurdly many fields.
    pub(in crate::web) fn parse(body: &[u8]) -> Result<Self, Failure> {
        let pairs: Vec<_> = form_urlencoded::parse(body).take(FIELDS_MAX + 1).map(|(n, v)| (n.into_owned(), v.into_owned())).collect();
        if pairs.len() > FIELDS_MAX { Err(Failure::BadRequest) } else { Ok(Self(pairs)) }
    }

    /// The first value of `name`; blank when there is none.
    #[must_use]
    pub(in crate::web) fn first(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v)
    }

    /// Every value of `name`, for groups of boxes.
    pub(in crate::web) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// Names and values of the fields whose name starts with `prefix`, the prefix cut off.
    pub(in crate::web) fn starting_with<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(n, v)| n.strip_prefix(prefix).map(|rest| (rest, v.as_str())))
    }

    /// Whether a box was ticked.
    #[must_use]
    pub(in crate::web) fn ticked(&self, name: &str) -> bool {
        !self.first(name).is_empty()
    }
}

impl FromRequest for Fields {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = req.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
        let essence = kind.split(';').next().unwrap_or_default().trim();
        if essence.eq_ignore_ascii_case("multipart/form-data") && req.app_data::<TakesFile>().is_some() {
            let boundary = multipart::boundary(kind).ok_or(Failure::BadRequest);
            let body = Body::from_request(req, payload);
            return Box::pin(async move { Ok(Self(multipart::parse(&body.await?.0, &boundary?).ok_or(Failure::BadRequest)?)) });
        }
        if !essence.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            return Box::pin(std::future::ready(Err(Failure::WrongMediaType)));
        }
        let body = Body::from_request(req, payload);
        Box::pin(async move { Self::parse(&body.await?.0) })
    }
}

#[cfg(test)]
mod tests {
    use super::{FIELDS_MAX, Fields};

    #[test]
    fn the_first_of_two_values_counts_and_groups_keep_all() {
        let fields = Fields::parse(b"a=1&b=x+y&a=2&c=%C3%A9").expect("fields");

        assert_eq!((fields.first("a"), fields.first("b"), fields.first("c"), fields.first("d")), ("1", "x y", "é", ""));
        assert_eq!(fields.all("a").collect::<Vec<_>>(), ["1", "2"]);
    }

    #[test]
    fn bytes_that_are_not_text_are_marked_not_lost() {
        let fields = Fields::parse(b"narrative=before%FFafter").expect("fields");

        assert_eq!(fields.first("narrative"), "before\u{FFFD}after");
    }

    #[test]
    fn a_flood_of_fields_is_refused() {
        assert!(Fields::parse("a=&".repeat(FIELDS_MAX + 1).as_bytes()).is_err());
    }
}
