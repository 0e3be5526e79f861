//! Reading marked texts, and what a corpus marks at all.
//!
//! A corpus that marks names only says nothing about a hidden telephone number: only families that it marks count for precision.
//! Refuses files of another form as a whole.

use std::collections::BTreeSet;
use std::path::Path;

use candor::domain::redaction::SpanKind;
use serde_json::Value;

/// One mark.
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub kind: String,
    /// Has to be hidden.
    pub must: bool,
}

/// One text.
pub struct Text {
    pub letters: Vec<char>,
    pub language: Option<String>,
    /// Line of work the text comes from.
    #[allow(dead_code, reason = "the trainer holds lines of work out; the scorer takes them all")]
    pub work: Option<String>,
    pub marks: Vec<Mark>,
}

/// What a corpus is like.
#[derive(Clone)]
pub struct Form {
    /// Families it marks.
    pub families: BTreeSet<&'static str>,
    /// Marks only some of what is in the text: precision means nothing.
    pub partial: bool,
    /// Marks take articles and titles in, which need not be hidden.
    pub small_words: bool,
    /// Says of each mark whether it has to go; then hiding one that need not is a fault.
    pub weighed: bool,
}

/// The family of one of our kinds, as public corpora name it.
pub fn family(kind: SpanKind) -> &'static str {
    match kind {
        SpanKind::Person => "PERSON",
        SpanKind::Location => "LOC",
        SpanKind::Org => "ORG",
        SpanKind::Date | SpanKind::Time => "DATETIME",
        SpanKind::Id | SpanKind::Vehicle => "CODE",
        SpanKind::Phone | SpanKind::Email | SpanKind::Url | SpanKind::Username => "CONTACT",
        SpanKind::Age => "AGE",
        SpanKind::RoleUnique => "DEM",
        SpanKind::OtherId => "MISC",
    }
}

/// The family a corpus means; `None` for what need not be hidden (works, products, quantities, nationalities).
fn family_of(kind: &str) -> Option<&'static str> {
    if let Some(ours) = SpanKind::from_code(kind) {
        return Some(family(ours));
    }
    ["LOC", "DATETIME", "CODE", "CONTACT"].into_iter().find(|known| *known == kind)
}

/// Every text of a file.
pub fn read(path: &Path) -> Result<Vec<Text>, String> {
    let file = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let lines = file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(at, line)| one(line).ok_or_else(|| format!("line {} is not a marked text", at + 1))).collect()
}

fn one(line: &str) -> Option<Text> {
    let record: Value = serde_json::from_str(line).ok()?;
    let said = |name: &str| record[name].as_str().map(str::to_owned);
    let (language, work) = (said("lang"), said("domain"));
    if let Some(marked) = record["marked"].as_str() {
        let (letters, marks) = unmarked(marked)?;
        return Some(Text { letters, language, work, marks });
    }
    let letters: Vec<char> = record["text"].as_str()?.chars().collect();
    let marks: Option<Vec<Mark>> = record["spans"].as_array()?.iter().map(|span| mark(span, letters.len())).collect();
    Some(Text { letters, language, work, marks: marks? })
}

fn mark(span: &Value, length: usize) -> Option<Mark> {
    let place = |name: &str| span[name].as_u64().and_then(|n| usize::try_from(n).ok());
    let (start, end, kind) = (place("start")?, place("end")?, span["kind"].as_str()?.to_owned());
    let must = match span["identifier"].as_str() {
        Some(weight) => matches!(weight, "DIRECT" | "QUASI"),
        None => family_of(&kind).is_some(),
    };
    (start < end && end <= length).then_some(Mark { start, end, kind, must })
}

/// `[[KIND:words]]` is a mark; the words stay.
fn unmarked(marked: &str) -> Option<(Vec<char>, Vec<Mark>)> {
    let (mut letters, mut marks): (Vec<char>, Vec<Mark>) = (Vec::new(), Vec::new());
    for (at, piece) in marked.split("[[").enumerate() {
        let Some((inside, after)) = piece.split_once("]]").filter(|_| at > 0) else {
            letters.extend(piece.chars());
            continue;
        };
        let (kind, words) = inside.split_once(':')?;
        let start = letters.len();
        letters.extend(words.chars());
        marks.push(Mark { start, end: letters.len(), kind: kind.to_owned(), must: true });
        letters.extend(after.chars());
    }
    Some((letters, marks))
}

/// What the corpus is like, from its name and its marks.
pub fn form(path: &Path, texts: &[Text]) -> Form {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let marks = || texts.iter().flat_map(|t| &t.marks);
    let ours = marks().all(|m| SpanKind::from_code(&m.kind).is_some());
    let weighed = marks().any(|m| !m.must && (family_of(&m.kind).is_some()));
    let every = SpanKind::ALL.into_iter().map(family);
    let families = if ours || weighed { every.collect() } else { marks().filter_map(|m| family_of(&m.kind)).collect() };
    Form {
        families,
        partial: ["silver", "safenet"].iter().any(|p| name.contains(p)),
        small_words: !texts.iter().all(|t| t.language.is_some()),
        weighed,
    }
}
