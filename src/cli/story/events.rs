//! Reads what can happen from the `events-*.txt` files.
//!
//! A block opens with `= category near|unsafe key=value…`; then come lines that each offer one wording: `what` happened,
//! `catch detection/recovery` how it ended well, `so` what could have been, `wish` for a fix, `syn` the analyst's sentence.
//! `pump` stands for the one real rise. Refuses nothing at run time: tests check that every block is complete.

use super::areas::areas_of;

const FILES: [&str; 4] = [
    include_str!("events-medicines.txt"),
    include_str!("events-bedside.txt"),
    include_str!("events-systems.txt"),
    include_str!("events-languages.txt"),
];

/// How bad it could have become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Harm {
    Low,
    Mid,
    High,
}

/// How something was noticed and stopped, and the words for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Catch {
    pub(super) detection: &'static str,
    pub(super) recovery: &'static str,
    pub(super) text: &'static str,
}

/// One thing that can happen, in several wordings.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) category: &'static str,
    /// Part of the one real rise.
    pub(super) rise: bool,
    /// A condition that stands, rather than something that nearly happened.
    pub(super) standing: bool,
    pub(super) lang: &'static str,
    pub(super) harm: Harm,
    pub(super) areas: Vec<&'static str>,
    pub(super) roles: Vec<&'static str>,
    pub(super) phases: Vec<&'static str>,
    pub(super) factors: Vec<&'static str>,
    pub(super) what: Vec<&'static str>,
    pub(super) catches: Vec<Catch>,
    pub(super) so: Vec<&'static str>,
    pub(super) wish: Vec<&'static str>,
    pub(super) synopsis: &'static str,
}

/// Every event of every file.
pub(super) fn read() -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for line in FILES.into_iter().flat_map(str::lines) {
        let Some((word, rest)) = line.split_once(' ') else { continue };
        match (word, events.last_mut()) {
            ("=", _) => events.push(opened(rest)),
            ("what", Some(event)) => event.what.push(rest),
            ("catch", Some(event)) => event.catches.extend(caught(rest)),
            ("so", Some(event)) => event.so.push(rest),
            ("wish", Some(event)) => event.wish.push(rest),
            ("syn", Some(event)) => event.synopsis = rest,
            _ => {}
        }
    }
    events
}

fn opened(header: &'static str) -> Event {
    let value = |key: &str| header.split(' ').filter_map(|w| w.split_once('=')).find(|(k, _)| *k == key).map_or("", |(_, v)| v);
    let list = |key: &str| value(key).split(',').filter(|v| !v.is_empty()).collect::<Vec<_>>();
    let name = header.split(' ').next().unwrap_or_default();
    Event {
        category: if name == "pump" { "device-equipment" } else { name },
        rise: name == "pump",
        standing: header.split(' ').nth(1) == Some("unsafe"),
        lang: if value("lang").is_empty() { "en" } else { value("lang") },
        harm: match value("harm") {
            "high" => Harm::High,
            "mid" => Harm::Mid,
            _ => Harm::Low,
        },
        areas: list("areas").into_iter().flat_map(areas_of).collect(),
        roles: list("roles"),
        phases: list("phases"),
        factors: list("factors"),
        what: Vec::new(),
        catches: Vec::new(),
        so: Vec::new(),
        wish: Vec::new(),
        synopsis: "",
    }
}

fn caught(rest: &'static str) -> Option<Catch> {
    let (codes, text) = rest.split_once(' ')?;
    let (detection, recovery) = codes.split_once('/')?;
    Some(Catch { detection, recovery, text })
}
