//! Places: numbers that work as an address inside a site, streets, postcodes, coordinates, mileposts.
//!
//! Refuses generic places ("the labour ward") and readings ("level 2 cm").

use crate::domain::redaction::SpanKind;

use super::{Pattern, always, any, is_post, no_unit};

fn address(value: &str, before: &str, after: &str) -> bool {
    no_unit(value, before, after) && !after.starts_with([':', ','])
        || no_unit(value, before, after) && after.starts_with([',', ':']) && {
            let rest = after.get(1..2).unwrap_or_default();
            !rest.chars().any(|c| c.is_ascii_digit())
        }
}

/// "0300 Nurse Sarah Jenkins", "Porter Alan Lane": a title or trade with a name behind it is a person; "Matron Lane" is a street.
fn street(value: &str, _: &str, _: &str) -> bool {
    let words: Vec<String> = value.split([' ', ',']).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.iter().position(|word| is_post(word)).is_none_or(|at| words.len() < at + 3)
}

pub(super) const PATTERNS: &[Pattern] = &[
    any(
        "place-number",
        SpanKind::Location,
        0.88,
        address,
        r"(?x)\b(?i:beds?|rooms?|rm|bays?|wards?|gates?|stands?|runway|rwy|berth|dock|aisles?|levels?|lvl|units?|theatres?|theater|ot|or|mr|resus|hallway|hall|lot|shaft|chamber|block|platform|lock|bench|
            hood|cubicle|cubicles|pod|suite|floor|bldg|building|station|hangar|pier|quay|ramp|donga|loc|location|section|face|door|road|taxiway|line\ up|cross\ at|signals?|wing|pitch|plot|wtg|turbine|exit|junction|desk|dt|lab|zone|cell|house|quarter|tank\ farm|car\ park|pontoon|spot|pad|
            camas?|planta|sala|quirófano|puesto|muelle|habitación|hab|incubadora|box|andén|pista|nivel|parada|lab|vía|nave|cuarto|puerta|piso|
            lit|chambre|salle|quai|piste|atelier|niveau|civière|couloir|voie|porte|étage|bâtiment|bureau|box|hall|
            bett|zimmer|zi|raum|station|gang|liegeplatz|gleis|op|schockraum|bau|halle|tor|ebene|bahn|saal|etage|gebäude|feld|platz|büro|haus)\b
            \.?\s*(?i:no|nr|number|n[º°])?\.?\s*
            (\d{1,4}(?:[.-]\d{1,4})*(?:-[A-Z]|\ ?[A-Z]\b|[a-z]\b|a\ [A-Z]\b|to\b|\ bis)?|[A-Z]{1,2}[\ -]?\d{1,4}[A-Z]?|[A-HJ-Z]\b|II|III|IV|VI|VII|\d\ (?:West|East|North|South|Left|Right))
            (?:\s*(?:and|or|y|et|und|to|/|&|,)\s*((?-i:[A-Z]{1,2}\ )?\d{1,4}[A-Za-z]?)\b)?",
    ),
    any(
        "place-number",
        SpanKind::Location,
        0.8,
        always,
        r"\b(\d{1,2} (?:West|East|North|South|Left|Right)|(?:West|East|North|South) \d{1,2})\b",
    ),
    any("place-number", SpanKind::Location, 0.75, always, r"(?i)\b(?:pt|patient|man|lady|gent|resident|one|chap|bloke) in (\d{1,3})\b"),
    any(
        "place-number",
        SpanKind::Location,
        0.75,
        always,
        r"(?i)\b(?:theatre|ward|room|bed|gate|bay|dock|platform) (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b",
    ),
    any(
        "place-street",
        SpanKind::Location,
        0.93,
        street,
        r"(?x)((?:\d{1,5}[a-zA-Z]?,?\ )?(?:[WNES]\.?\ )?(?:[A-ZÀ-Þ][\w'à-ÿ-]*\ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Close|Crescent|Row|Way|Terrace|Place|Square|Boulevard|Blvd|Hwy|Highway|Court|Parade|Walk|Mews|Gardens|Crossing|Mill|Junction|Bridge)\b\.?(?:\ (?:phase\ )?\d{1,4}\b)?(?:,\ [A-Z][a-zà-ÿ]+)?)",
    ),
    any(
        "place-street",
        SpanKind::Location,
        0.9,
        always,
        r"(?x)\b((?:\d{1,4}(?:\ bis)?,?\ )?(?:[Cc]alle|C/|[Aa]vda\.?|[Aa]venida|[Pp]laza|[Pp]aseo|[Cc]arretera|[Cc]amino|[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]hemin|[Pp]lace|[Qq]uai|[Ii]mpasse|ZAC|ZI|[Pp]orte\ de)\ (?:(?:de\ la|de\ los|de\ las|de\ l'|des|du|de|del|d'|la|le|les)\ ?){0,2}[A-ZÀ-Þ][\w'à-ÿ-]*(?:\ [A-ZÀ-Þ][\w'à-ÿ-]*){0,2}(?:,?\ (?:n[º°]\ )?\d{1,4})?)",
    ),
    any(
        "place-street",
        SpanKind::Location,
        0.92,
        always,
        r"\b((?:[A-ZÄÖÜ][a-zäöüß-]+(?:straße|strasse|str\.|weg|platz|gasse|allee|ufer|brücke|damm|ring|hof)|(?:Am|An der|Im|Auf der|In der|Zum|Zur|Unter den) [A-ZÄÖÜ][a-zäöüß]+)(?: \d{1,4}[a-z]?)|[A-ZÄÖÜ][a-zäöüß-]+(?:straße|strasse|gasse|brücke))",
    ),
    any(
        "place-street",
        SpanKind::Location,
        0.9,
        street,
        r"\b(\d{1,4}[a-z]? (?:[A-Z][\w'-]+|y|the|of)(?: (?:[A-Z][\w'-]+|y|the|of)){1,3})\b",
    ),
    any("place-crossing", SpanKind::Location, 0.85, always, r"\b([A-Z][\w.]+(?: [A-Z]\w+)? & (?:[A-Z]\w+|\d+(?:st|nd|rd|th)))"),
    any("place-postcode", SpanKind::Location, 0.93, always, r"\b([A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d)\b"),
    any(
        "place-coordinates",
        SpanKind::Location,
        0.95,
        always,
        r#"(-?\d{1,3}\.\d{2,},? ?-?\d{1,3}\.\d{2,}|\d{1,3}°\s?\d{1,2}(?:['.]\d*\s?)*(?:\d{1,2}"?)?\s?[NSEWO](?:,?\s\d{1,3}°\s?\d{1,2}(?:['.]\d*\s?)*(?:\d{1,2}"?)?\s?[NSEWO])?)"#,
    ),
    any("place-coordinates", SpanKind::Location, 0.85, always, r"\b((?:NW|NE|SW|SE) \d{1,2}-\d{1,3}-\d+)\b"),
    any(
        "place-milepost",
        SpanKind::Location,
        0.88,
        no_unit,
        r"(?i)\b(?:milepost|mile post|mile|mp|km|pk|kilometre|kilómetro|strecke km|lock|chainage)\s+(\d{1,4}(?:[.,/]\d+(?:-\d+)?)?)\b",
    ),
    any("place-airport", SpanKind::Location, 0.8, always, r"\b([A-Z]{3}) (?:to|-|>|a|nach) ([A-Z]{3})\b"),
    any("place-shelf", SpanKind::Location, 0.85, always, r"\b(\d{2}-\d{3}-[A-Z])\b"),
];
