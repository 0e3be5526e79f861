//! Addresses and language tags, checked once.
//!
//! Refuses anything that could carry a second header line into a letter.

use std::fmt;

use super::problem::FieldProblem;

/// Longest address accepted (RFC 5321 4.5.3.1.3 allows 254 in practice).
const ADDRESS_MAX: usize = 254;

/// A mail address of staff or of a digest reader; never of a reporter. Debug hides it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Parses a plain `local@domain` address and lower-cases it.
    ///
    /// # Errors
    /// `problem-address` on field `email`.
    pub fn parse(text: &str) -> Result<Self, FieldProblem> {
        let text = text.trim().to_lowercase();
        let bad = FieldProblem::new("email", "problem-address");
        let (local, domain) = text.split_once('@').ok_or(bad)?;
        let clean =
            |part: &str| !part.is_empty() && !part.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"(),:;@[]\\".contains(c));
        if text.len() > ADDRESS_MAX || !clean(local) || !clean(domain) || domain.starts_with('.') || domain.ends_with('.') {
            return Err(bad);
        }
        Ok(Self(text))
    }

    /// The address, for the envelope and the header of one letter.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EmailAddress(hidden)")
    }
}

/// The languages that ship.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English, the source language.
    #[default]
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// German.
    German,
}

impl Language {
    /// Every shipped language, source first.
    pub const ALL: [Self; 4] = [Self::English, Self::Spanish, Self::French, Self::German];

    /// BCP 47 tag.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::German => "de",
        }
    }

    /// Reads a BCP 47 tag by its primary subtag; unknown languages give `None`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|l| l.tag() == primary)
    }
}

#[cfg(test)]
mod tests {
    use super::{EmailAddress, Language};

    #[test]
    fn header_injection_is_refused() {
        for bad in ["", "a", "@b", "a@", "a b@c.d", "a@b\r\nBcc: x@y.z", "a@b,c@d", "<a@b.c>", "a@.b"] {
            assert!(EmailAddress::parse(bad).is_err(), "{bad:?}");
        }
        assert_eq!(EmailAddress::parse(" Ann@Example.ORG ").expect("address").expose(), "ann@example.org");
    }

    #[test]
    fn languages_match_by_primary_subtag() {
        assert_eq!(Language::parse("de-CH"), Some(Language::German));
        assert_eq!(Language::parse("xx"), None);
    }
}
