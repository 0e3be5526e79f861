//! The organisation's own list: names, places and numbers that point at people in one house and mean nothing elsewhere.
//!
//! Parsed once from CSV, bounded from then on. Prints nothing of a term. Refuses terms so short that they would stand in every
//! sentence, and keeps no note: what a list says about a person beyond the term is not needed to hide it.

use std::fmt;

use super::redaction::SpanKind;

/// Longest term, in Unicode code points.
pub const TERM_MAX: usize = 120;
/// Most terms of one list.
pub const TERMS_MAX: usize = 60_000;
/// Bad lines named at once; a file of the wrong form would name every line.
const BAD_MAX: usize = 20;

/// The kinds a term may have. Dates, times and ages are no terms.
pub const KINDS: [SpanKind; 11] = [
    SpanKind::Person,
    SpanKind::Location,
    SpanKind::Org,
    SpanKind::Id,
    SpanKind::Vehicle,
    SpanKind::Username,
    SpanKind::Email,
    SpanKind::Phone,
    SpanKind::Url,
    SpanKind::RoleUnique,
    SpanKind::OtherId,
];

/// Who brought a term in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A list of the organisation's.
    List,
    /// A screener, out of a report. Never used where a stranger could ask for it (`flows/dictionary`).
    Report,
}

/// One term.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    term: String,
    kind: SpanKind,
    origin: Origin,
}

/// A line that was not taken, and the message key that says why. Never holds what stood there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Number of the line, from 1.
    pub line: usize,
    /// Message key.
    pub key: &'static str,
}

impl Entry {
    /// Checks one term.
    ///
    /// # Errors
    /// A message key: `problem-dictionary-term-missing`, `problem-dictionary-term-short`, `problem-dictionary-term-long`, `problem-dictionary-kind-unknown`.
    pub fn new(term: &str, kind: SpanKind, origin: Origin) -> Result<Self, &'static str> {
        let term = term.split_whitespace().collect::<Vec<_>>().join(" ");
        let (letters, figures) =
            term.chars().fold((0, 0), |(l, f), c| (l + usize::from(c.is_alphabetic()), f + usize::from(c.is_numeric())));
        if term.contains(|c: char| c.is_control() || c == '\u{FFFD}') {
            return Err("problem-dictionary-term-unreadable");
        }
        match (letters, figures) {
            (0, 0) => return Err("problem-dictionary-term-missing"),
            (0, ..3) | (1, 0) => return Err("problem-dictionary-term-short"),
            _ => {}
        }
        if term.chars().count() > TERM_MAX {
            return Err("problem-dictionary-term-long");
        }
        if !KINDS.contains(&kind) {
            return Err("problem-dictionary-kind-unknown");
        }
        Ok(Self { term, kind, origin })
    }

    /// The term as written. Only the matcher and the sealer may call this.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.term
    }

    /// What it is.
    #[must_use]
    pub const fn kind(&self) -> SpanKind {
        self.kind
    }

    /// Who brought it in.
    #[must_use]
    pub const fn origin(&self) -> Origin {
        self.origin
    }

    /// The same term, whatever its case, and the same kind.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.kind == other.kind && self.term.to_lowercase() == other.term.to_lowercase()
    }
}

impl fmt::Debug for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Entry({}, {} bytes)", self.kind.code(), self.term.len())
    }
}

/// A kind by its code in any case, or by the word people use for it.
#[must_use]
pub fn kind_named(word: &str) -> Option<SpanKind> {
    let code = word.trim().to_uppercase().replace(['-', ' '], "_");
    let kind = match code.as_str() {
        "NAME" | "STAFF" => SpanKind::Person,
        "PLACE" | "ROOM" | "SITE" => SpanKind::Location,
        "ORGANISATION" | "ORGANIZATION" => SpanKind::Org,
        "ASSET" | "NUMBER" => SpanKind::Id,
        "ROLE" => SpanKind::RoleUnique,
        "OTHER" => SpanKind::OtherId,
        _ => SpanKind::from_code(&code)?,
    };
    KINDS.contains(&kind).then_some(kind)
}

/// Reads `term,kind[,note]` lines. Commas, semicolons and tabs part columns; quotes keep them inside a term; a first line that
/// names its columns is passed over, blank lines too. A term that stands twice counts once.
///
/// # Errors
/// Every line that was not understood, up to twenty; nothing is taken then.
pub fn parse_list(text: &str, origin: Origin) -> Result<Vec<Entry>, Vec<BadLine>> {
    let text = text.trim_start_matches('\u{FEFF}');
    let separator = separator(text);
    let (mut entries, mut bad) = (Vec::new(), Vec::new());
    for (at, line) in text.lines().enumerate() {
        if line.trim().is_empty() || bad.len() >= BAD_MAX {
            continue;
        }
        match entry(line, separator, origin) {
            Ok(entry) => entries.push(entry),
            Err("problem-dictionary-kind-unknown") if entries.is_empty() && bad.is_empty() && is_heading(line, separator) => {}
            Err(key) => bad.push(BadLine { line: at + 1, key }),
        }
    }
    if bad.is_empty() && entries.is_empty() {
        bad.push(BadLine { line: 1, key: "problem-dictionary-empty" });
    }
    if entries.len() > TERMS_MAX {
        bad.push(BadLine { line: TERMS_MAX + 1, key: "problem-dictionary-too-many" });
    }
    if bad.is_empty() { Ok(without_repeats(entries)) } else { Err(bad) }
}

/// Each term once, in order; what a list says wins over what a screener added.
#[must_use]
pub fn without_repeats(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_cached_key(|e| (e.term.to_lowercase(), e.kind, e.origin));
    entries.dedup_by(|later, earlier| later.is_same(earlier));
    entries
}

fn entry(line: &str, separator: char, origin: Origin) -> Result<Entry, &'static str> {
    let columns = columns(line, separator)?;
    let term = columns.first().map_or("", String::as_str);
    let kind = columns.get(1).map(|k| k.trim()).filter(|k| !k.is_empty()).ok_or("problem-dictionary-kind-missing")?;
    if columns.len() > 3 && columns.iter().skip(3).any(|c| !c.trim().is_empty()) {
        return Err("problem-dictionary-columns");
    }
    Entry::new(term, kind_named(kind).ok_or("problem-dictionary-kind-unknown")?, origin)
}

fn is_heading(line: &str, separator: char) -> bool {
    columns(line, separator).is_ok_and(|c| c.get(1).is_some_and(|k| k.trim().eq_ignore_ascii_case("kind")))
}

/// What parts the columns: whichever stands most often in the first written line.
fn separator(text: &str) -> char {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |c: char| first.split('"').step_by(2).map(|unquoted| unquoted.matches(c).count()).sum::<usize>();
    // Of two that stand equally often the rarer one parts: names hold commas.
    [',', ';', '\t'].into_iter().filter(|c| count(*c) > 0).max_by_key(|c| count(*c)).unwrap_or(',')
}

/// The columns of one line; `""` inside quotes is a quote.
fn columns(line: &str, separator: char) -> Result<Vec<String>, &'static str> {
    let (mut columns, mut column, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                column.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if column.trim().is_empty() => {
                column.clear();
                quoted = true;
            }
            _ if c == separator && !quoted => columns.push(std::mem::take(&mut column)),
            _ => column.push(c),
        }
    }
    columns.push(column);
    if quoted { Err("problem-dictionary-quote-open") } else { Ok(columns) }
}

#[cfg(test)]
mod tests {
    use super::{BadLine, Entry, Origin, kind_named, parse_list};
    use crate::domain::redaction::SpanKind;

    fn terms(text: &str) -> Vec<(String, SpanKind)> {
        parse_list(text, Origin::List).unwrap().iter().map(|e| (e.expose().to_owned(), e.kind())).collect()
    }

    #[test]
    fn columns_are_parted_by_comma_semicolon_or_tab_and_quotes_keep_them() {
        let expected = vec![("Block 7".to_owned(), SpanKind::Location), ("Okafor, Ngozi".to_owned(), SpanKind::Person)];

        assert_eq!(terms("\u{FEFF}term,kind,note\r\n\"Okafor, Ngozi\",person,night shift\r\n\r\nBlock  7,room\r\n"), expected);
        assert_eq!(terms("Okafor, Ngozi;PERSON\nBlock 7;location;\n"), expected);
        assert_eq!(terms("Block 7\tLOCATION\nOkafor, Ngozi\tperson\nblock 7\tplace"), expected);
    }

    #[test]
    fn bad_lines_are_named_with_their_number_and_reason() {
        let bad =
            parse_list("Ann Lee,person\nBob\n,person\nX,person\n12,id\nTuesday,date\n\"Ann,person\na,b,c,d", Origin::List).unwrap_err();

        let expected = [
            (2, "problem-dictionary-kind-missing"),
            (3, "problem-dictionary-term-missing"),
            (4, "problem-dictionary-term-short"),
            (5, "problem-dictionary-term-short"),
            (6, "problem-dictionary-kind-unknown"),
            (7, "problem-dictionary-quote-open"),
            (8, "problem-dictionary-columns"),
        ];
        assert_eq!(bad, expected.map(|(line, key)| BadLine { line, key }));
        assert_eq!(parse_list(" \n", Origin::List).unwrap_err(), [BadLine { line: 1, key: "problem-dictionary-empty" }]);
    }

    #[test]
    fn nothing_of_a_term_is_printed() {
        let entry = Entry::new("Ngozi Okafor", SpanKind::Person, Origin::Report).unwrap();

        assert_eq!(format!("{entry:?}"), "Entry(PERSON, 12 bytes)");
        assert_eq!(kind_named("other"), Some(SpanKind::OtherId));
        assert_eq!(kind_named("role-unique"), Some(SpanKind::RoleUnique));
        assert_eq!(kind_named("age"), None);
    }
}
