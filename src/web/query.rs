//! Values of an address. Nothing of a report ever stands in one: only a language, a filter, a place on a list.

/// One value of a query string.
#[must_use]
pub(in crate::web) fn query_value(query: &str, name: &str) -> Option<String> {
    form_urlencoded::parse(query.as_bytes()).find(|(n, _)| n == name).map(|(_, v)| v.into_owned())
}
