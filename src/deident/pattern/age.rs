//! Ages, in figures and words.
//!
//! Refuses durations ("18 years in the job"): the words around a figure decide.

use crate::domain::redaction::SpanKind;

use super::{Pattern, any, no_unit};

fn a_life(value: &str, before: &str, after: &str) -> bool {
    let number: Option<u32> = value.parse().ok();
    let last = before.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    let lasting = ["hace", "llevo", "lleva", "depuis", "pendant", "seit", "vor", "for", "in", "since", "durante", "dans", "unter"];
    let served = after.trim_start().to_lowercase();
    number.is_none_or(|n| n <= 115)
        && !lasting.contains(&last.as_str())
        && !served.starts_with("experience")
        && !served.starts_with("de servicio")
}

fn stands_alone(value: &str, before: &str, after: &str) -> bool {
    let number: u32 = value.parse().unwrap_or(200);
    let closed = after.is_empty()
        || after.starts_with([',', '.', ';', ')', '!', '?', '\n']) && !after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let runs_on = [" and ", " but ", " with ", " yr", " y", " on ", " to me", " und ", " et ", " y "].iter().any(|w| after.starts_with(w));
    (1..=115).contains(&number) && (closed || runs_on) && no_unit(value, before, after)
}

/// "Walsh, 34," or "Reyes (23)": the figure is closed off and can be an age.
fn in_apposition(value: &str, before: &str, after: &str) -> bool {
    let number: u32 = value.parse().unwrap_or(200);
    let closed = after.is_empty() || after.starts_with([',', ')', ';']) && !after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let short = before.trim_end_matches([' ', ',', '(']).chars().rev().take_while(|c| c.is_alphanumeric()).count() > 1;
    let ends = after.starts_with('.') && !after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    (1..=110).contains(&number) && (closed || ends || after.starts_with(" J") || after.starts_with(" ans")) && short
}

pub(super) const PATTERNS: &[Pattern] = &[
    any(
        "age-figure",
        SpanKind::Age,
        0.95,
        a_life,
        r"(?i)\b(\d{1,3})\s?-?(?:y/o|yo\b|y\.o\.|yrs? old|years? old|yr old|-?years?-old|yr-old|yrs? (?:male|female|old|m\b|f\b)|yr\b|años|ans\b|jahre alt|-?jährige?[rnms]?|j\.|year old)",
    ),
    any(
        "age-figure",
        SpanKind::Age,
        0.93,
        a_life,
        r"(?i)\b(?:aged?|age:|edad:?|âgée? de|alter:?|in (?:his|her) mid-?)\s+(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    ),
    any(
        "age-word",
        SpanKind::Age,
        0.9,
        a_life,
        r"(?i)\b(three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[ -]years?[ -]old\b",
    ),
    any(
        "age-word",
        SpanKind::Age,
        0.85,
        a_life,
        r"(?i)\bde (?:unos )?(tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince) años\b",
    ),
    any(
        "age-figure",
        SpanKind::Age,
        0.85,
        stands_alone,
        r"(?i)\b(?:patient|pt|pat|mom|mum|girl|boy|lad|kid|son|daughter|he|she|i|they|child|baby|who|lady|gent|cadet|apprentice|trainee|paciente|ella|él|bewohner|patientin|er|sie|ich|il|elle)(?:'s| is| was|'m| am|s| ist| bin| sind| a| tiene| ont?)\s+(?:only |just |about |maybe |now |erst |ca\.? )?(\d{1,3})\b",
    ),
    any(
        "age-figure",
        SpanKind::Age,
        0.8,
        stands_alone,
        r"(?i)\b(?:bin|tiene|i'm|im|she's|he's|hes|shes|j'ai|männl\., ca\.|weibl\., ca\.|looks about|girl of|boy of|man of|woman of|since i was|child of|says)\s+(\d{1,3})\b",
    ),
    any("age-figure", SpanKind::Age, 0.8, a_life, r"(?i)\bone (\d{1,3}) and one (\d{1,3})\b"),
    any("age-apposition", SpanKind::Age, 0.75, in_apposition, r"\p{Lu}[\p{L}'-]+(?:,| \()\s?(\d{1,3})\b"),
    any("age-apposition", SpanKind::Age, 0.7, in_apposition, r"\((\d{1,3}), "),
    any("age-apposition", SpanKind::Age, 0.7, in_apposition, r", (\d{1,3})\)"),
    any("age-figure", SpanKind::Age, 0.8, a_life, r"\b(\d{1,3}) ou (\d{1,3}) ans\b"),
    any(
        "age-figure",
        SpanKind::Age,
        0.8,
        a_life,
        r"(?i)\b(?:trainees|children|kids|pupils|sind|are|boys|girls)[^.\d]{0,8} (\d{1,2}) (?:and|und|y|et) (\d{1,2})\b",
    ),
    any(
        "age-word",
        SpanKind::Age,
        0.75,
        a_life,
        r"(?i)\b(?:was|is|were|about|maybe|looked|just|only) (?:maybe |about |only |just )?(three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen)(?:\.|,|;|$)",
    ),
];
