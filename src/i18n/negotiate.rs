//! Which of the shipped languages a reader gets.
//!
//! Refuses to guess from anything but an explicit choice and the `Accept-Language` header: no cookie, no address.

use crate::domain::contact::Language;

/// Most header items looked at; browsers send fewer than ten.
const ITEMS_MAX: usize = 32;

/// The language for one reader: the explicit choice, else the header by weight (RFC 9110 12.5.4), else English.
/// An unknown choice counts as none.
#[must_use]
pub fn negotiate(chosen: Option<&str>, accept_language: Option<&str>) -> Language {
    chosen.and_then(Language::parse).or_else(|| accept_language.and_then(from_header)).unwrap_or_default()
}

/// The shipped language with the highest weight; of equal weights the first.
fn from_header(header: &str) -> Option<Language> {
    let wanted = header.split(',').take(ITEMS_MAX).filter_map(item).filter(|(_, weight)| *weight > 0);
    // `max_by_key` would return the last of equals; the first is what the reader put on top.
    wanted.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(language, _)| language)
}

/// One header item as language and weight in thousandths; `None` for languages that do not ship.
fn item(text: &str) -> Option<(Language, u32)> {
    let mut parts = text.split(';');
    let language = Language::parse(parts.next()?)?;
    let weight = parts.find_map(|p| p.trim().strip_prefix("q=").or_else(|| p.trim().strip_prefix("Q="))).map_or(Some(1000), thousandths)?;
    Some((language, weight))
}

/// A weight `0` to `1` with at most three decimals, in thousandths; `None` when it is not one.
fn thousandths(text: &str) -> Option<u32> {
    let (whole, decimals) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    if decimals.len() > 3 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let decimals: u32 = format!("{decimals:0<3}").parse().ok()?;
    match whole {
        "0" => Some(decimals),
        "1" if decimals == 0 => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::negotiate;
    use crate::domain::contact::Language;

    #[test]
    fn an_explicit_choice_wins_over_the_header() {
        assert_eq!(negotiate(Some("fr"), Some("de")), Language::French);
        assert_eq!(negotiate(Some("xx"), Some("de")), Language::German);
    }

    #[test]
    fn the_header_counts_by_weight_and_then_by_order() {
        assert_eq!(negotiate(None, Some("en;q=0.5, de-CH;q=0.9, fr;q=0.8")), Language::German);
        assert_eq!(negotiate(None, Some("ja, es , fr")), Language::Spanish);
        assert_eq!(negotiate(None, Some("de;q=0, fr;q=0.001")), Language::French);
    }

    #[test]
    fn anything_unreadable_gives_english() {
        for header in ["", "*", "ja,zh;q=0.9", "de;q=2", "de;q=0.1234", "de;q=x", ";;;,,,", "de;q=0"] {
            assert_eq!(negotiate(None, Some(header)), Language::English, "{header}");
        }
        assert_eq!(negotiate(None, None), Language::English);
    }
}
