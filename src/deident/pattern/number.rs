//! Numbers that belong to one person, paper or thing, and the marks of anything that moves.
//!
//! Refuses fixed plant tags (P-101A, HV-1012), standards and part sizes: they name no person.

use crate::domain::contact::Language;
use crate::domain::redaction::SpanKind;

use super::{Pattern, always, any, no_unit};

/// Prefixes of standards, classes and units: a number behind them identifies nobody.
const STANDARDS: &[&str] = &[
    "EN", "ISO", "IEC", "BS", "DIN", "UN", "ASTM", "NFPA", "ANSI", "API", "ASME", "NF", "UNE", "VDE", "SIL", "PN", "DN", "AT", "ATR",
    "RAL", "IP", "COVID", "CAT", "TRGS", "DGUV", "HTM", "CFR", "EASA",
];

fn not_a_standard(value: &str, before: &str, _: &str) -> bool {
    let prefix: String = value.chars().take_while(char::is_ascii_uppercase).collect();
    let earlier = before.trim_end().rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    value.chars().any(|c| c.is_ascii_digit()) && !STANDARDS.contains(&prefix.as_str()) && !STANDARDS.contains(&earlier)
}

fn cued_value(value: &str, before: &str, after: &str) -> bool {
    not_a_standard(value, before, after) && no_unit(value, before, after)
}

/// The NHS number's modulus 11 check digit (NHS Data Dictionary, attribute NHS NUMBER).
fn is_nhs_number(value: &str, _: &str, _: &str) -> bool {
    let digits: Vec<u32> = value.chars().filter_map(|c| c.to_digit(10)).collect();
    let sum: u32 = digits.iter().take(9).zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let check = (11 - sum % 11) % 11;
    digits.len() == 10 && check < 10 && digits.last() == Some(&check)
}

fn is_hash(value: &str, _: &str, _: &str) -> bool {
    value.chars().any(|c| c.is_ascii_digit()) && value.chars().filter(char::is_ascii_alphabetic).count() >= 2
}

/// A maker, a unit of time or a cue before the figure makes it no call sign.
fn call_sign(value: &str, _: &str, after: &str) -> bool {
    const OTHER: [&str; 38] = [
        "Cessna",
        "Hitachi",
        "Airbus",
        "Boeing",
        "Piper",
        "Volvo",
        "Caterpillar",
        "Komatsu",
        "Liebherr",
        "Hamilton",
        "Dash",
        "Embraer",
        "Time",
        "About",
        "Around",
        "Unit",
        "Room",
        "Ward",
        "Until",
        "Since",
        "Approx",
        "From",
        "Only",
        "Over",
        "Under",
        "Zimmer",
        "Wagen",
        "Linie",
        "Route",
        "Sentinel",
        "Badge",
        "Ticket",
        "Permit",
        "Approximately",
        "Siemens",
        "Toyota",
        "Iveco",
        "Pressure",
    ];
    !OTHER.iter().any(|word| value.starts_with(word)) && no_unit(value, "", after)
}

/// The figure is complete: no decimals, no clock time, no unit behind it.
fn complete(value: &str, before: &str, after: &str) -> bool {
    let decimal = after.starts_with(['.', ',', ':', '/']) && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    !decimal && cued_value(value, before, after)
}

fn many_digits(value: &str, before: &str, after: &str) -> bool {
    value.chars().filter(char::is_ascii_digit).count() >= 5 && not_a_standard(value, before, after)
}

fn reads_as_plate(value: &str, before: &str, after: &str) -> bool {
    not_a_standard(value, before, after) && no_unit(value, before, after)
}

const DE: &[Language] = &[Language::German];

pub(super) const PATTERNS: &[Pattern] = &[
    any("id-nhs", SpanKind::Id, 0.97, is_nhs_number, r"\b(\d{3}[ -]?\d{3}[ -]?\d{4})\b"),
    any(
        "id-national",
        SpanKind::Id,
        0.95,
        always,
        r"\b([A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]|\d{3}-\d{2}-\d{4}|\d{8}-?[A-HJ-NP-TV-Z]|[12] ?\d{2} ?\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{2})\b",
    ),
    any("id-iban", SpanKind::Id, 0.97, always, r"\b([A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?)\b"),
    any(
        "id-cue",
        SpanKind::Id,
        0.92,
        cued_value,
        r"(?x)\b(?i:mrns?|uhid|urn|nhc|ipp|nhs|hosp(?:ital)?|staff|badge|emp(?:loyee)?|payroll|pin|reg(?:istration)?|licen[cs]e|lic|health\ card|folder|chart|lab|sample|specimen|
            accession|cassette|case|fall|inc(?:ident)?|call|ticket|req|ref(?:erence)?|job|order|docket|invoice|bill|permit(?:\ to\ \w+)?|lift\ plan|plan|ptw|ssowp|sentinel|riw|token|pass|gate\ pass|card|cert(?:ificate)?|serial|asset|tag|
            stamp|sheet|log|slips?|rx|script|prescription|return|pack|batch|lot\ no|manifest|form|defect|auth|authorisation|arn|id|ids|cust(?:omer)?|account|policy|claim|tally|synergi|work\ order|deploy|commit|change|
            passport|visa\ no|company|donor|unit\ no|statement|
            expediente|credencial|colegiad[ao]|pase|legajo|matrícula|orden|incidencia|parte|historia|licencia(?:\ \w+){0,2}|dni|nie|
            dossier|matricule|fiche|identifiant|licence|patients?|ticket|n°\ de\ série|
            fallnr|fallnummer|pers|personalnr|ma|gerät|schaltauftrag|meldung(?:\ sap)?|fahrausweis|betriebsstörung|ausweis|auftrag|ticketnr|chargen?|patientennr|seriennr)\b
            (?:\ sap)?[-.]?\s*(?:numbers?|num|nos?|nr|n[º°]|id|code|ref|ends|is|was|with|sheet|tag|of\ mine)?\.?\s*[:\#]?\s*\#?\s*\(?
            ((?-i:[A-Z]{1,5})?[\ .-]?\d[\dA-Za-z]*(?:[-/.][\dA-Za-z]+)*(?:\ \d{2,}[\dA-Z]*(?:[-/.][\dA-Za-z]+)*){0,3}(?:\ (?:rev\ )?(?-i:[A-Z]{1,2})\b)?|(?-i:[A-Z]{1,6})[./-](?-i:[A-Z0-9]+[./-])*(?:\w*\d\w*)(?:[./-]\w+)*(?:\ \d{2,}\w*)?)
            (?:\s*(?:and|to|y|et|und|bzw\.|à|&|,)\s+((?-i:[A-Z]{1,5}[\ .-]?)?\d{2,}[\dA-Za-z]*(?:[-/.][\dA-Za-z]+)*(?:\ \d{3,})?))?",
    ),
    any(
        "id-number-sign",
        SpanKind::Id,
        0.85,
        cued_value,
        r"(?:\b(?i:no|nos|nr|num|number|número|numéro|ref|id)\.?|[nN][º°]|#)\s*:?\s*([A-Z]{0,5}[ -]?\d[\dA-Z]+(?:[-/.][\dA-Za-z]+)*(?: \d{3,})*)\b",
    ),
    any("id-shape", SpanKind::Id, 0.8, many_digits, r"\b([A-Z]{1,5}[- ]?\d{5,}[A-Z]?)\b"),
    any(
        "id-shape",
        SpanKind::Id,
        0.8,
        not_a_standard,
        r"\b([A-Z]{1,5}\d?[-/ ]\d{2,}[-/]\d{2,}(?:[-/]\w+)*|\d{2,}-[A-Z]{1,3}-\d{3,}|[A-Z]\d{2,3}[ -]\d{4}|[A-Z]{2,}(?:[./-][A-Z]{2,})+[./-]\d[\w.]*)\b",
    ),
    any(
        "id-shape",
        SpanKind::Id,
        0.7,
        not_a_standard,
        r"\b([A-Z]{2,6}(?: [A-Z]{1,2})?[- ]\d{2,4}[- ]\d{3,5}|REQ-\d+|INC-?\d+|CHG-?\d+|[A-Z]{3,4}-\d{5,}|\d{6,})\b",
    ),
    any("id-hash", SpanKind::Id, 0.85, is_hash, r"\b([0-9a-f]{7,40})\b"),
    any(
        "vehicle-plate",
        SpanKind::Vehicle,
        0.93,
        always,
        r"\b([A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]{2}-\d{3}-[A-Z]{2}|\d{4} ?[B-DF-HJ-NP-TV-Z]{3}|\d{2,3}-[A-Z]{1,2}-\d{1,6})\b",
    ),
    any(
        "vehicle-plate",
        SpanKind::Vehicle,
        0.85,
        reads_as_plate,
        r"\b([A-ZÄÖÜ]{1,3}-[A-Z]{1,2} ?\d{1,4}[EH]?|[A-Z]{2,3} \d{3}-\d{3}|[A-Z]{4} \d{2}|[A-Z]{4} \d{4,6}|[A-Z]{2} ?\d{2} ?[A-Z]{1,2} ?\d{4})\b",
    ),
    any(
        "vehicle-plate-cue",
        SpanKind::Vehicle,
        0.93,
        reads_as_plate,
        r"\b(?i:reg(?:istration)?|plate|number plate|vehicle|van|car|camioneta|matrícula|patente|placas?|immat(?:riculation)?|immatriculé[e]?|kennz(?:eichen)?|it's)\b\.?\s*(?i:no|nr|number|is|:)?\.?\s*:?\s*([A-ZÄÖÜ]{1,4}[ -]?\d{1,6}(?:[ -]?[A-Z]{1,3})?|\d{1,4}[ -]?[A-Z]{1,3}(?:[ -]?\d{1,4})?)\b",
    ),
    any("vehicle-plate", SpanKind::Vehicle, 0.8, reads_as_plate, r"\b([A-Z]{2,3} \d{3}) plate\b"),
    any(
        "vehicle-tail",
        SpanKind::Vehicle,
        0.95,
        always,
        r"\b(N\d{2,5}[A-Z]{1,2}|N\d{4,5}|[GCDFI]-[A-Z]{4}|(?:VH|EI|EC|HB|OE|OO|PH|ZS|ZT|ZU|VT|LV|CP|CC|XA|XB|PT|PP|PR|TC|SE|LN|OY|OH|SP|OK|HA|YR|LZ|CS|SX|ZK|ZJ|HK|OB|YV|EP|AP|TF|LX|9H|4X|6X|5Y|5N|A6|9V|9M)-[A-Z0-9]{3,5})\b",
    ),
    Pattern {
        rule: "vehicle-tail",
        kind: SpanKind::Vehicle,
        confidence: 0.75,
        shape: r"\b(D-\d{4}|(?:RB|RE|ICE|IC|EC|S|IRE|RJ) ?\d{1,5})\b",
        check: always,
        only: DE,
    },
    any("vehicle-headcode", SpanKind::Vehicle, 0.8, always, r"\b([0-9][A-Z]\d{2})\b"),
    any("vehicle-flight", SpanKind::Vehicle, 0.7, not_a_standard, r"\b([A-Z]{2}\d{3,4})\b"),
    any("vehicle-imo", SpanKind::Vehicle, 0.97, always, r"\b(?i:imo|mmsi)\b\s*(?i:no|number|nr)?\.?\s*:?\s*(\d{7,9})\b"),
    any(
        "vehicle-cue",
        SpanKind::Vehicle,
        0.86,
        complete,
        r"(?x)\b(?i:fleet(?:\ no)?|plant\ no|train|route|service|coach|bus|truck|lorry|trailer|tanker|loco(?:motive)?|unit|tug|dozer|grader|excavator|scoop|mantrip|engine|pump|ambulance|ship|flight|flt|call\ ?sign|forklift|
            reach\ truck|hi-?lift|robot(?:\ number)?|vehicle|machine|car|wagon|aircraft|track\ machine|fleet\ number|
            tren|mercancías|línea|coche|camión(?:\ \w+)?|carretilla|articulado|vuelo|bus|
            train|ligne|rame|vol|parc|engin|camion|car|coach\ articulé|
            zug|linie|wagen|stapler|flug|bus|lok|fahrzeug|tram)\b\.?\s*(?i:no|nr|number|n[º°]|was|is)?\.?\s*:?\s*\(?
            ([A-Z]{1,4}[\ -]?\d{1,6}[A-Z]?|\d{2,6}(?:\ \d{3,4})?|\d{1,2}[A-Z])\b",
    ),
    any(
        "vehicle-cue",
        SpanKind::Vehicle,
        0.82,
        complete,
        r"\b(?i:route|bus|linie|línea|ligne|tram|truck|fleet|engine|pump|forklift|carretilla|stapler|mantrip|robot number|coach|trailer|train)\s+(?i:no\.? |nr\.? )?(\d{1,5}(?:-\d{2,5})?)\b",
    ),
    any(
        "vehicle-callsign",
        SpanKind::Vehicle,
        0.75,
        always,
        r"\b((?:Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Fox|Golf|Hotel|India|Juliet|Kilo|Lima|Mike|November|Oscar|Papa|Quebec|Romeo|Sierra|Tango|Uniform|Victor|Whiskey|Yankee|Zulu|One|Two|Three|Four|Five|Six|Seven|Eight|Niner)(?: (?:Alpha|Bravo|Charlie|Delta|Echo|Foxtrot|Fox|Golf|Hotel|India|Juliet|Kilo|Lima|Mike|November|Oscar|Papa|Quebec|Romeo|Sierra|Tango|Uniform|Victor|Whiskey|Yankee|Zulu|One|Two|Three|Four|Five|Six|Seven|Eight|Niner|\d+))+)\b",
    ),
    any(
        "vehicle-callsign",
        SpanKind::Vehicle,
        0.7,
        call_sign,
        r"\b([A-Z][a-z]{3,} \d{3,4}|(?:Engine|Medic|Rescue|Ladder|Truck|Unit) \d{1,2})\b",
    ),
];
