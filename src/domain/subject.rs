//! What a series counts reports of: the whole, or those that share one code.
//!
//! Refuses two codes at once: a narrower series is a smaller crowd.

/// What a series counts reports of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Subject {
    /// The whole organisation.
    #[default]
    All,
    /// One area.
    Area(String),
    /// One hazard category.
    Category(String),
    /// One answer to what could have happened.
    Severity(String),
}

impl Subject {
    /// How an address and a sealed record name it: `all`, `area:icu`.
    #[must_use]
    pub fn code(&self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Area(code) => format!("area:{code}"),
            Self::Category(code) => format!("category:{code}"),
            Self::Severity(code) => format!("severity:{code}"),
        }
    }

    /// Reads such a name; the whole organisation when it is nothing we know.
    #[must_use]
    pub fn of(code: &str) -> Self {
        match code.split_once(':') {
            Some(("area", code)) => Self::Area(code.to_owned()),
            Some(("category", code)) => Self::Category(code.to_owned()),
            Some(("severity", code)) => Self::Severity(code.to_owned()),
            _ => Self::All,
        }
    }
}
