//! Suspected identifiers in a text, what a screener decided about each, and the text that results.
//!
//! Offsets are Unicode code points of the input, end exclusive: they fit what a person typed, whatever the encoding.
//! Refuses overlapping spans: whoever builds a `Vec<Span>` keeps it sorted and disjoint.

/// The kinds of identifier the engine names. Codes follow the development corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpanKind {
    /// A person's name, initials, nickname or signature.
    Person,
    /// A mail address, spelled out ones included.
    Email,
    /// A telephone, extension, bleep or pager number.
    Phone,
    /// A web address, host name or IP address.
    Url,
    /// A login or handle.
    Username,
    /// A number of staff, licence, patient, ticket, asset and the like.
    Id,
    /// A plate, flight number, call sign, train or vessel.
    Vehicle,
    /// An organisation that points at people.
    Org,
    /// A place, down to ward and bed numbers.
    Location,
    /// A calendar date that fixes a day.
    Date,
    /// A clock time.
    Time,
    /// An age in figures or words.
    Age,
    /// A post that one person holds.
    RoleUnique,
    /// Something else that points at one person.
    OtherId,
}

impl SpanKind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Self; 14] = [
        Self::Person,
        Self::Email,
        Self::Phone,
        Self::Url,
        Self::Username,
        Self::Id,
        Self::Vehicle,
        Self::Org,
        Self::Location,
        Self::Date,
        Self::Time,
        Self::Age,
        Self::RoleUnique,
        Self::OtherId,
    ];

    /// The stable code that `candor deidentify --jsonl` prints.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Person => "PERSON",
            Self::Email => "EMAIL",
            Self::Phone => "PHONE",
            Self::Url => "URL",
            Self::Username => "USERNAME",
            Self::Id => "ID",
            Self::Vehicle => "VEHICLE",
            Self::Org => "ORG",
            Self::Location => "LOCATION",
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Age => "AGE",
            Self::RoleUnique => "ROLE_UNIQUE",
            Self::OtherId => "OTHER_ID",
        }
    }

    /// From the code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.code() == code)
    }
}

/// One suspected identifier.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// What it seems to be.
    pub kind: SpanKind,
    /// How sure the engine is, 0 to 1.
    pub confidence: f32,
    /// The rule that found it, as a stable kebab-case id; message key `rule-<id>` explains it.
    pub rule: &'static str,
}

/// A piece of a text that has been cut at its spans.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// Text that stays.
    Kept(String),
    /// Text that is hidden behind a placeholder.
    Hidden {
        /// What was there. Shown to the reporter and the screener only.
        original: String,
        /// What stands there now, for example `[Nurse A]`.
        placeholder: String,
        /// The span that was hidden.
        span: Span,
    },
}

/// A text in pieces, in order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct RedactedText {
    /// The pieces; their kept texts and originals joined give the input back.
    pub pieces: Vec<Piece>,
}

impl RedactedText {
    /// The text as an analyst reads it.
    #[must_use]
    pub fn to_plain(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Kept(text) => text.as_str(),
                Piece::Hidden { placeholder, .. } => placeholder.as_str(),
            })
            .collect()
    }

    /// How many spans are hidden.
    #[must_use]
    pub fn hidden(&self) -> usize {
        self.pieces.iter().filter(|p| matches!(p, Piece::Hidden { .. })).count()
    }
}

/// What a screener decided about one suspected identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Hide it as the engine proposed.
    Hide,
    /// Hide it, but as another kind.
    HideAs(SpanKind),
    /// Keep the text: it identifies nobody.
    Keep,
}
