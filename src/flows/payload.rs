//! The versioned shapes of what is sealed or frozen: the only file of this room that knows a wire format.
//!
//! Unknown versions are refused, never guessed. A field is added with a default and never re-used.

mod ceremony;
mod learning;
mod spoken;

use serde::{Deserialize, Serialize};

pub(in crate::flows) use ceremony::{
    CallbackRecord, Handover, decode_callback, decode_handover, decode_hold, encode_callback, encode_handover, encode_hold,
};
pub(in crate::flows) use learning::{Told, decode_action, decode_lesson, encode_action, encode_lesson};
pub(in crate::flows) use spoken::{decode_spoken, encode_spoken};

use super::error::Error;
use crate::domain::contact::Language;
use crate::domain::dictionary::{Entry, Origin};
use crate::domain::digest::Artefact;
use crate::domain::edition::{self, Level};
use crate::domain::hex;
use crate::domain::identity::IdentityStrip;
use crate::domain::period::Period;
use crate::domain::redaction::SpanKind;
use crate::domain::report::{Answers, ReportKind, Submission};
use crate::domain::taxonomy::Code;
use crate::domain::text::{NOTE_MAX, Narrative, Note};
use crate::trends::disclosure::{Audience, Cell, Entry as LedgerEntry, Shown, Table, Window};

/// Version written now.
const VERSION: u8 = 1;

#[derive(Serialize, Deserialize)]
struct Raw {
    v: u8,
    kind: String,
    narrative: String,
    idea: String,
    urgent: bool,
    month: Option<i32>,
    day_part: Option<String>,
    area: Option<String>,
    phase: Option<String>,
    detection: Option<String>,
    recovery: Option<String>,
    severity: Option<String>,
    frequency: Option<String>,
    worry: Option<String>,
    role: Option<String>,
    contact: Option<String>,
    consent: Option<String>,
}

fn text(code: Option<&Code>) -> Option<String> {
    code.map(|c| c.as_str().to_owned())
}

/// A submission as bytes, ready to be sealed. The same submission always gives the same bytes, which makes a retry
/// recognisable.
///
/// # Errors
/// `Broken` when serialising fails, which it does not for these types.
pub(in crate::flows) fn encode_submission(s: &Submission) -> Result<Vec<u8>, Error> {
    let a = &s.answers;
    let raw = Raw {
        v: VERSION,
        kind: s.kind.code().to_owned(),
        narrative: s.narrative.expose().to_owned(),
        idea: s.idea.expose().to_owned(),
        urgent: s.urgent,
        month: a.month.map(Period::number),
        day_part: text(a.day_part.as_ref()),
        area: text(a.area.as_ref()),
        phase: text(a.phase.as_ref()),
        detection: text(a.detection.as_ref()),
        recovery: text(a.recovery.as_ref()),
        severity: text(a.severity.as_ref()),
        frequency: text(a.frequency.as_ref()),
        worry: text(a.worry.as_ref()),
        role: text(a.role.as_ref()),
        contact: text(a.contact.as_ref()),
        consent: text(a.consent.as_ref()),
    };
    serde_json::to_vec(&raw).map_err(|_| Error::Broken("a payload does not serialise"))
}

/// The submission inside opened bytes.
///
/// # Errors
/// `Broken` for an unknown version or shape.
pub(in crate::flows) fn decode_submission(bytes: &[u8]) -> Result<Submission, Error> {
    let broken = Error::Broken("a sealed payload does not parse");
    let raw: Raw = serde_json::from_slice(bytes).map_err(|_| Error::Broken("a sealed payload does not parse"))?;
    if raw.v != VERSION {
        return Err(Error::Broken("a sealed payload has an unknown version"));
    }
    let code = |c: Option<String>| c.and_then(|c| Code::parse(&c));
    let Some(kind) = ReportKind::from_code(&raw.kind) else { return Err(broken) };
    Ok(Submission {
        kind,
        narrative: Narrative::parse(&raw.narrative).map_err(|_| Error::Broken("a sealed narrative does not parse"))?,
        idea: Note::parse("idea", &raw.idea, NOTE_MAX).map_err(|_| Error::Broken("a sealed idea does not parse"))?,
        urgent: raw.urgent,
        answers: Answers {
            month: raw.month.and_then(Period::from_number),
            day_part: code(raw.day_part),
            area: code(raw.area),
            phase: code(raw.phase),
            detection: code(raw.detection),
            recovery: code(raw.recovery),
            severity: code(raw.severity),
            frequency: code(raw.frequency),
            worry: code(raw.worry),
            role: code(raw.role),
            contact: code(raw.contact),
            consent: code(raw.consent),
        },
        // The strip travels apart: whoever opens this never sees it.
        identity: None,
    })
}

#[derive(Serialize, Deserialize)]
struct Terms {
    v: u8,
    terms: Vec<Term>,
}

#[derive(Serialize, Deserialize)]
struct Term {
    text: String,
    kind: String,
    /// Whether a screener took it from a report.
    #[serde(default)]
    report: bool,
}

/// The organisation's terms as bytes, ready to be sealed.
///
/// # Errors
/// `Broken` when serialising fails.
pub(in crate::flows) fn encode_terms(entries: &[Entry]) -> Result<Vec<u8>, Error> {
    let term = |e: &Entry| Term { text: e.expose().to_owned(), kind: e.kind().code().to_owned(), report: e.origin() == Origin::Report };
    serde_json::to_vec(&Terms { v: VERSION, terms: entries.iter().map(term).collect() })
        .map_err(|_| Error::Broken("a list of terms does not serialise"))
}

/// The terms inside opened bytes.
///
/// # Errors
/// `Broken` for an unknown version or shape.
pub(in crate::flows) fn decode_terms(bytes: &[u8]) -> Result<Vec<Entry>, Error> {
    let broken = || Error::Broken("a sealed list of terms does not parse");
    let list: Terms = serde_json::from_slice(bytes).map_err(|_| broken())?;
    if list.v != VERSION {
        return Err(Error::Broken("a sealed list of terms has an unknown version"));
    }
    let entry = |t: Term| {
        let origin = if t.report { Origin::Report } else { Origin::List };
        Entry::new(&t.text, SpanKind::from_code(&t.kind)?, origin).ok()
    };
    list.terms.into_iter().map(|t| entry(t).ok_or_else(broken)).collect()
}

#[derive(Serialize, Deserialize)]
struct Frozen {
    v: u8,
    editions: Vec<Edition>,
    /// What the issue prints for the first time; no issue frozen before figures were kept has any.
    #[serde(default)]
    figures: Vec<Figure>,
}

#[derive(Serialize, Deserialize)]
struct Edition {
    /// Blank for issues from before readers had levels.
    #[serde(default)]
    level: String,
    language: String,
    subject: String,
    text: String,
    html: String,
    chart_png: String,
    chart_alt: String,
    #[serde(default)]
    talk: String,
}

#[derive(Serialize, Deserialize)]
struct Figure {
    issue: u32,
    audience: String,
    window: String,
    table: String,
    codes: Vec<String>,
    /// The printed figure, or the gate's reason for there being none.
    about: Option<u32>,
    hidden: Option<String>,
}

fn figure(entry: &LedgerEntry) -> Option<Figure> {
    Some(Figure {
        issue: entry.issue,
        audience: entry.audience.code().to_owned(),
        window: entry.cell.window.to_string(),
        table: entry.cell.table.code()?.to_owned(),
        codes: entry.cell.codes.clone(),
        about: if let Shown::About(v) = entry.shown { Some(v) } else { None },
        hidden: entry.shown.code().map(str::to_owned),
    })
}

fn entry(figure: Figure) -> Option<LedgerEntry> {
    let shown = match (figure.about, figure.hidden) {
        (Some(v), None) => Shown::About(v),
        (None, Some(code)) => Shown::from_code(&code)?,
        _ => return None,
    };
    let cell = Cell { window: Window::parse(&figure.window)?, table: Table::from_code(&figure.table)?, codes: figure.codes };
    Some(LedgerEntry { issue: figure.issue, audience: Audience::from_code(&figure.audience)?, cell, shown })
}

/// Frozen editions with the figures they print, as bytes; their hash is what is approved.
///
/// # Errors
/// `Broken` when serialising fails.
pub(in crate::flows) fn encode_issue(editions: &[(edition::Edition, Artefact)], figures: &[LedgerEntry]) -> Result<Vec<u8>, Error> {
    let editions = editions
        .iter()
        .map(|(edition, a)| Edition {
            level: edition.level.code().to_owned(),
            language: edition.language.tag().to_owned(),
            subject: a.subject.clone(),
            text: a.text.clone(),
            html: a.html.clone(),
            chart_png: hex::spelled(&a.chart_png),
            chart_alt: a.chart_alt.clone(),
            talk: a.talk.clone(),
        })
        .collect();
    let figures = figures.iter().map(figure).collect::<Option<_>>().ok_or(Error::Broken("a figure of no declared table"))?;
    serde_json::to_vec(&Frozen { v: VERSION, editions, figures }).map_err(|_| Error::Broken("an artefact does not serialise"))
}

fn frozen(bytes: &[u8]) -> Result<Frozen, Error> {
    let frozen: Frozen = serde_json::from_slice(bytes).map_err(|_| Error::Broken("a frozen artefact does not parse"))?;
    if frozen.v == VERSION { Ok(frozen) } else { Err(Error::Broken("a frozen artefact has an unknown version")) }
}

/// The figures inside frozen bytes.
///
/// # Errors
/// `Broken` for an unknown version or shape.
pub(in crate::flows) fn decode_figures(bytes: &[u8]) -> Result<Vec<LedgerEntry>, Error> {
    let figures = frozen(bytes)?.figures.into_iter();
    figures.map(|f| entry(f).ok_or(Error::Broken("a frozen figure does not parse"))).collect()
}

/// The editions inside frozen bytes.
///
/// # Errors
/// `Broken` for an unknown version or shape.
pub(in crate::flows) fn decode_editions(bytes: &[u8]) -> Result<Vec<(edition::Edition, Artefact)>, Error> {
    frozen(bytes)?
        .editions
        .into_iter()
        .map(|e| {
            let language = Language::parse(&e.language).ok_or(Error::Broken("a frozen artefact has an unknown language"))?;
            // Until readers had levels, letters were for the safety team unless a setting said otherwise.
            let level = if e.level.is_empty() { Some(Level::SafetyTeam) } else { Level::from_code(&e.level) };
            let level = level.ok_or(Error::Broken("a frozen artefact has an unknown level"))?;
            let chart_png = hex::read(&e.chart_png).ok_or(Error::Broken("a frozen chart does not parse"))?;
            let artefact = Artefact { subject: e.subject, text: e.text, html: e.html, chart_png, chart_alt: e.chart_alt, talk: e.talk };
            Ok((edition::Edition { level, language }, artefact))
        })
        .collect()
}

#[derive(Serialize, Deserialize)]
struct Strip {
    v: u8,
    name: String,
    reach: String,
    when: String,
}

/// An identity strip as bytes; nothing at all for a report without one.
///
/// # Errors
/// `Broken` when serialising fails, which it does not for this type.
pub(in crate::flows) fn encode_identity(strip: Option<&IdentityStrip>) -> Result<Vec<u8>, Error> {
    let Some(s) = strip else { return Ok(Vec::new()) };
    let strip = Strip { v: VERSION, name: s.name().to_owned(), reach: s.reach().to_owned(), when: s.when().to_owned() };
    serde_json::to_vec(&strip).map_err(|_| Error::Broken("an identity strip does not serialise"))
}

/// The strip inside opened bytes; `None` when the report came without one.
///
/// # Errors
/// `Broken` for an unknown version or shape.
pub(in crate::flows) fn decode_identity(bytes: &[u8]) -> Result<Option<IdentityStrip>, Error> {
    if bytes.is_empty() {
        return Ok(None);
    }
    let broken = |_| Error::Broken("an identity strip does not parse");
    let strip: Strip = serde_json::from_slice(bytes).map_err(broken)?;
    if strip.v != VERSION {
        return Err(Error::Broken("an identity strip has an unknown version"));
    }
    IdentityStrip::parse(&strip.name, &strip.reach, &strip.when).map_err(|_| Error::Broken("an identity strip does not parse"))
}

#[cfg(test)]
mod tests {
    use super::{decode_editions, decode_figures, encode_issue};
    use crate::trends::disclosure::{Audience, Cell, Dimension, Entry, Length, Shown, Table, Window};

    #[test]
    fn figures_come_back_as_they_were_frozen() {
        let month = Window::parse("2026-09").expect("a month");
        let cells = [Cell::total(month), Cell::by(month, Dimension::Place, "icu"), Cell::crossed(month, Dimension::Place, "icu", "")];
        let shown = [Shown::About(25), Shown::Few, Shown::SmallGroup, Shown::Alike, Shown::Audit, Shown::Dropped, Shown::Held];
        let all = Audience::ALL.into_iter().flat_map(|a| cells.clone().map(|c| (a, c)));
        let figures: Vec<Entry> =
            all.flat_map(|(audience, cell)| shown.map(|shown| Entry { issue: 7, audience, cell: cell.clone(), shown })).collect();

        let bytes = encode_issue(&[], &figures).expect("bytes");

        assert_eq!(decode_figures(&bytes).expect("figures"), figures);
        assert!(decode_editions(&bytes).expect("editions").is_empty());
    }

    #[test]
    fn issues_from_before_figures_were_kept_have_none() {
        assert_eq!(decode_figures(br#"{"v":1,"editions":[]}"#).expect("no figures"), []);
        for bad in [r#"{"v":2,"editions":[]}"#, r#"{"v":1,"editions":[],"figures":[{}]}"#] {
            assert!(decode_figures(bad.as_bytes()).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_figure_of_no_declared_table_is_not_frozen() {
        let window = Window::holding(crate::domain::period::Period::parse("2026-09").expect("a month"), Length::Month);
        let cell = Cell { window, table: Table::Crossed(Dimension::Category), codes: Vec::new() };

        assert!(encode_issue(&[], &[Entry { issue: 1, audience: Audience::AllStaff, cell, shown: Shown::Few }]).is_err());
    }
}
