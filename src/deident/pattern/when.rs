//! Calendar dates, partial dates and clock times, in English, Spanish, French and German, in figures and in words.
//!
//! Refuses routine ("every October"), durations, and bare years: they fix no day.

use crate::domain::contact::Language;
use crate::domain::redaction::SpanKind;

use super::{Pattern, any, no_unit};

/// Words before a weekday or month that make it a habit rather than a day.
const HABIT: &[&str] = &[
    "every", "each", "most", "all", "cada", "todos", "todas", "los", "las", "tous", "toutes", "chaque", "les", "jeden", "jede", "jedes",
    "immer", "montags", "either", "usually", "normally", "always",
];

fn last_word(before: &str) -> String {
    before.trim_end_matches(|c: char| !c.is_alphanumeric()).rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase()
}

fn not_routine(_: &str, before: &str, after: &str) -> bool {
    let thing = [" tree", " party", " lights", " stocking"].iter().any(|noun| after.starts_with(noun));
    !thing && !HABIT.contains(&last_word(before).as_str())
}

/// Short weekday and month words are also other words: something date-like must stand beside them.
fn short_day(word: &str, before: &str, after: &str) -> bool {
    let follows = after.trim_start_matches([' ', '.', ',']);
    let leads = [
        "on", "last", "since", "this", "till", "until", "into", "by", "from", "before", "am", "auf", "seit", "bis", "next", "done", "the",
        "march",
    ];
    let glued = word.ends_with(|c: char| c.is_ascii_digit());
    glued
        || follows.starts_with(|c: char| c.is_ascii_digit())
        || follows.is_empty()
        || leads.contains(&last_word(before).as_str())
        || after.starts_with(['.', ',']) && last_word(before).chars().all(|c| c.is_ascii_digit())
}

fn day_month(value: &str, before: &str, after: &str) -> bool {
    let numbers: Vec<u32> = value.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    let (Some(&a), Some(&b)) = (numbers.first(), numbers.get(1)) else { return false };
    let fits = (1..=31).contains(&a) && (1..=12).contains(&b) || (1..=12).contains(&a) && (1..=31).contains(&b) || a > 1900 && b <= 12;
    let glued = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | ',' | '\\'))
        || after.starts_with(['/', '-']) && after.chars().nth(1).is_some_and(char::is_alphanumeric);
    fits && !glued && no_unit(value, before, after)
}

fn month_year(value: &str, before: &str, after: &str) -> bool {
    day_month(value, before, after)
        || value.split(['/', '.']).next().and_then(|m| m.parse::<u32>().ok()).is_some_and(|m| (1..=12).contains(&m))
}

/// "the 9th" is a day unless a noun that is counted follows.
fn ordinal_day(value: &str, before: &str, after: &str) -> bool {
    const COUNTED: &[&str] = &[
        "floor",
        "time",
        "pass",
        "of",
        "grade",
        "year",
        "person",
        "patient",
        "one",
        "lift",
        "trip",
        "site",
        "attempt",
        "set",
        "shift",
        "class",
        "line",
        "hole",
        "door",
        "car",
        "row",
        "week",
        "day",
        "percentile",
        "degree",
        "stage",
        "step",
        "bed",
        "level",
        "generation",
    ];
    let next: String = after.trim_start().chars().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    let number: u32 = value.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0);
    (1..=31).contains(&number) && !COUNTED.contains(&next.as_str()) && no_unit(value, before, after)
}

fn clock(value: &str, before: &str, after: &str) -> bool {
    let digits: Vec<u32> = value.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
    let (hour, minute) = match (digits.first(), digits.get(1)) {
        (Some(&h), Some(&m)) => (h, m),
        (Some(&h), None) => (h, 0),
        _ => return false,
    };
    let glued = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | ',' | ':' | '£' | '$' | '€'))
        || after.starts_with(|c: char| c.is_ascii_digit() || c == '/')
        || after.starts_with(['.', ',', ':']) && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    hour <= 24 && minute < 60 && !glued && (no_unit(value, before, after) || value.contains(':') || value.contains('h'))
}

fn dotted_clock(value: &str, before: &str, after: &str) -> bool {
    let next: String = after.trim_start().chars().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
    clock(value, before, after)
        && !value.starts_with("0.")
        && !matches!(next.as_str(), "on" | "and" | "to" | "was" | "wide" | "high" | "long" | "deep" | "thick")
}

/// A short word in capitals stands before the figure: "CB 1410", "UN 1203".
fn tagged(before: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.len() >= 2 && word.chars().all(|c| c.is_ascii_uppercase())
}

/// Four figures are a time when they can be one and are not a year.
fn military(value: &str, before: &str, after: &str) -> bool {
    let number: u32 = value.parse().unwrap_or(9999);
    number / 100 < 24
        && number % 100 < 60
        && !(1900..=2099).contains(&number)
        && no_unit(value, before, after)
        && !before.ends_with(['-', '/', '.', '#', '+'])
        && !tagged(before)
}

fn military_cued(value: &str, before: &str, after: &str) -> bool {
    let number: u32 = value.parse().unwrap_or(9999);
    number / 100 < 24 && number % 100 < 60 && no_unit(value, before, after)
}

fn hour_only(value: &str, before: &str, after: &str) -> bool {
    let number: u32 = value.parse().unwrap_or(99);
    let rest = after.trim_start();
    let open = after.is_empty()
        || after.starts_with([',', '.', ';', ')', '?', '!', '\n']) && !after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let spoken = [
        "ish", "o'clock", "oclock", "uhr", "in the", "to ", "sharp", "or so", "on ", "till", "sin ", "por ", "de la", "am ", "heures",
        "at ", "and it",
    ]
    .iter()
    .any(|word| rest.to_lowercase().starts_with(word));
    number <= 24 && (open || spoken) && !before.ends_with(['-', '/'])
}

pub(super) const PATTERNS: &[Pattern] = &[
    any(
        "date-numeric",
        SpanKind::Date,
        0.95,
        day_month,
        r"\b(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2}\.(?:0[1-9]|1[0-2])\.)",
    ),
    Pattern {
        rule: "date-numeric",
        kind: SpanKind::Date,
        confidence: 0.85,
        shape: r"\b(\d{1,2}\.\d{1,2}\.)",
        check: day_month,
        only: &[Language::German],
    },
    any("date-numeric", SpanKind::Date, 0.82, day_month, r"\b(\d{1,2}/\d{1,2})\b"),
    any(
        "date-numeric",
        SpanKind::Date,
        0.85,
        month_year,
        r"(?i)\b(?:am|vom|seit|le|du|el|del|visite le|bis|until|until|on|dated?|exp|by)\s+(\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)\b",
    ),
    any(
        "date-written",
        SpanKind::Date,
        0.96,
        not_routine,
        r"(?xi)\b((?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?,?\ (?:the\ )?|(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag),?\ (?:den\ )?)?
            \d{1,2}(?:st|nd|rd|th|er|\.)?(?:\ ?-\ ?\d{1,2})?\ ?(?:of\ |de\ )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec|desember|
            enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|
            janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|
            januar|jänner|februar|märz|juni|juli|oktober|okt|dezember|dez)\b\.?(?:(?:,|\ de)?\ \d{4})?)",
    ),
    any(
        "date-written",
        SpanKind::Date,
        0.94,
        not_routine,
        r"(?i)\b((?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\.? \d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\d{2})?)\b",
    ),
    any(
        "date-weekday",
        SpanKind::Date,
        0.88,
        not_routine,
        r"(?xi)\b((?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tues|weds|thurs|thur|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)
            (?:\ santo)?(?:,?\ (?:the\ )?\d{1,2}(?:st|nd|rd|th)?(?:[/.]\d{1,2})?\b)?)\b",
    ),
    any(
        "date-weekday",
        SpanKind::Date,
        0.8,
        short_day,
        r"\b((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN|Mo|Di|Mi|Do|Fr|Sa|So)(?: \d{1,2}(?:st|nd|rd|th)?(?:/\d{1,2})?(?: (?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))?)?)\b",
    ),
    any(
        "date-month",
        SpanKind::Date,
        0.84,
        not_routine,
        r"\b(January|February|April|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|Dec|(?i:enero|febrero|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|février|avril|juillet|août|septembre|octobre|novembre|décembre)|Januar|Jänner|Februar|März|Juni|Juli|Oktober|Dezember)\b",
    ),
    any(
        "date-month",
        SpanKind::Date,
        0.82,
        not_routine,
        r"\b(?i:in|since|until|till|last|of|from|by|before|after|lapsed|expired|late|early|mid|seit|im|depuis|en|desde|de|this|next)\s+(March|May|Mar|Mai|mayo|marzo|mars|juin|mai)\b",
    ),
    any(
        "date-holiday",
        SpanKind::Date,
        0.9,
        not_routine,
        r"(?xi)\b(christmas(?:\ (?:eve|day))?|xmas(?:\ (?:eve|day))?|easter(?:\ (?:sunday|monday))?|good\ friday|boxing\ day|new\ year'?s?(?:\ (?:eve|day))?|halloween|thanksgiving|labor\ day|labour\ day|memorial\ day|independence\ day|
            4th\ of\ july|july\ 4th|canada\ day|victoria\ day|australia\ day|anzac\ day|melbourne\ cup(?:\ day)?|heritage\ day|women's\ day|youth\ day|freedom\ day|republic\ day|diwali|holi|eid|ramadan|ganesh\ chaturthi|
            st\.?\ patrick'?s(?:\ day)?|st\.?\ andrew'?s\ day|burns\ night|bonfire\ night|black\ friday|cyber\ monday|(?:\w+\ )?bank\ holiday(?:\ (?:monday|friday))?|mother'?s\ day|father'?s\ day|valentine'?s(?:\ day)?|remembrance\ (?:day|sunday)|martin\ luther\ king\ day|mlk\ day|juneteenth|
            presidents'?\ day|veterans\ day|columbus\ day|waitangi\ day|spring\ break|half[\ -]term|hanukkah|yom\ kippur|passover|
            navidad|nochebuena|nochevieja|reyes|semana\ santa|jueves\ santo|viernes\ santo|año\ nuevo|la\ candelaria|el\ pilar|día\ de\ muertos|san\ juan|san\ josé|la\ mercè|
            noël|pâques|toussaint|ascension|pentecôte|saint-jean|saint-sylvestre|mardi\ gras|jour\ de\ l'an|14\ juillet|fête\ nationale|
            weihnachten|heiligabend|silvester|neujahr|ostern|ostermontag|karfreitag|pfingsten|pfingstmontag|himmelfahrt|fronleichnam|allerheiligen|faschingsdienstag|rosenmontag|aschermittwoch|fasnacht|tag\ der\ deutschen\ einheit|advent)\b",
    ),
    any("date-ordinal", SpanKind::Date, 0.8, ordinal_day, r"(?i)\b(?:the|on)\s+(\d{1,2}(?:st|nd|rd|th))\b"),
    any("date-ordinal", SpanKind::Date, 0.75, ordinal_day, r"(?i)\b(?:am|vom|bis zum|seit dem)\s+(\d{1,2}\.)"),
    any("date-ordinal", SpanKind::Date, 0.72, no_unit, r"(?i)\b(?:nuit du|le|du|au|el día|el)\s+(\d{1,2})(?: au\b|$|[,.;] )"),
    any("time-clock", SpanKind::Time, 0.95, clock, r"(?i)(\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:[ap]\.?m\b\.?|[ap]\b|z\b))?)"),
    any("time-clock", SpanKind::Time, 0.95, clock, r"(?i)\b(\d{1,2}(?:[.:]\d{2})? ?(?:am|pm|a\.m\.?|p\.m\.?))\b"),
    any("time-clock", SpanKind::Time, 0.93, clock, r"\b(\d{1,2} ?h ?\d{2}|\d{1,2} ?[hH])\b"),
    any("time-clock", SpanKind::Time, 0.78, dotted_clock, r"\b((?:[01]?\d|2[0-3])\.[0-5]\d)\b"),
    any("time-clock", SpanKind::Time, 0.93, hour_only, r"(?i)\b(\d{1,2}(?:[.:]\d{2})?) ?(?:uhr|o'?clock|ish|heures|horas)\b"),
    any("time-military", SpanKind::Time, 0.9, military_cued, r"(?i)\b(\d{4}) ?(?:hrs?|hours|uhr|zulu|z|local|lt)\b"),
    any(
        "time-military",
        SpanKind::Time,
        0.87,
        military_cued,
        r"(?i)\b(?:at|approx|approximately|about|around|circa|ca|since|until|till|from|between|before|after|time|off|out|by|notified|as of|on the|the|on since|due)\.?:?\s+(\d{4})\b",
    ),
    any("time-military", SpanKind::Time, 0.72, military, r"(?:^|[\s,(;])([01]\d[0-5]\d|2[0-3][0-5]\d)(?:$|[\s,.;)!?])"),
    any(
        "time-hour",
        SpanKind::Time,
        0.75,
        hour_only,
        r"(?i)\b(?:at|about|around|approx|till|until|after|before|by|evening|morning|since|a las|las|desde las|hacia las|sobre las|vers|à|gegen|um|bis|ab)\s+(\d{1,2})(?:\b|ish)",
    ),
    any(
        "time-hour",
        SpanKind::Time,
        0.72,
        hour_only,
        r"(?i)\b(?:evening|at|about|finished at|by|until|till)\s+(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    ),
    any(
        "time-hour",
        SpanKind::Time,
        0.75,
        no_unit,
        r"(?i)\b(?:evening|at|from|between|desde las|de)\s+(\d{1,2}) (?:to|and|till|until|a las|y las) (\d{1,2}) (?:is|was|we|the|it|in|on)\b",
    ),
    any(
        "time-spoken",
        SpanKind::Time,
        0.9,
        no_unit,
        r"(?xi)\b((?:half|quarter|five|ten|twenty|twenty[\ -]five|a\ quarter)(?:\ (?:past|to|after|before|til))\ (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})|
            half\ (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\ (?:thirty|fifteen|forty[\ -]five|o'clock)|
            noon|midnight|midday)\b",
    ),
    any(
        "time-spoken",
        SpanKind::Time,
        0.88,
        no_unit,
        r"(?xi)\b((?:una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\ (?:y|menos)\ (?:cuarto|media|cinco|diez|veinte|veinticinco)|mediodía|medianoche|
            (?:une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze)\ heures?(?:\ (?:et\ (?:quart|demie)|moins\ (?:le\ quart|dix|vingt|cinq)))?|midi(?:\ (?:et\ (?:quart|demie?)|moins\ le\ quart))?|minuit(?:\ et\ (?:quart|demie?))?|
            (?:viertel|dreiviertel|zehn|fünf|zwanzig)\ (?:vor|nach)\ (?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)|(?:halb|dreiviertel)\ (?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)|mitternacht)\b",
    ),
];
