//! The way of a canary: sealed, previewed, screened, released, summarised, counted into a digest; looked for at every step.
//!
//! Refuses shortcuts: every step is the flow that people use, and files are read as bytes beside the program.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context as _, Result, bail};

use super::Doubts;
use super::canary::{Canary, Planted};
use super::scratch::Scratch;
use crate::cli::demo::signed_in;
use crate::cli::exit::explain;
use crate::cli::wire;
use crate::domain::access::{
    Actor, ApproveDigest, Confirm, GrantScreening, ListReleased, ListScreening, ManageReaders, PrepareDigest, ReadDigest, ReadRaw,
    ReadReleased, Release, Triage,
};
use crate::domain::clock::{DAY, Moment};
use crate::domain::contact::Language;
use crate::domain::id::ReportId;
use crate::domain::redaction::{Decision, Piece, RedactedText, Span, SpanKind};
use crate::domain::report::{Answers, ReportKind, Status, Submission};
use crate::domain::span;
use crate::domain::taxonomy::Code;
use crate::domain::text::{Narrative, Note, SYNOPSIS_MAX};
use crate::flows::intake::{Submitted, advance, issue, preview, submit};
use crate::flows::people::{Session, grant, waiting_for_key};
use crate::flows::screening::{Proposed, RawCase, Settled, is_doubt};
use crate::flows::triage::{CaseFilter, Change};
use crate::flows::{digest, screening, triage};
use crate::jobs;

/// The steps at which canaries are looked for, in order.
pub(super) const STEPS: [&str; 6] = ["planted", "at rest", "preview", "released", "analyst", "digest"];

/// How many canaries of one kind can be read at each step.
pub(super) type Tally = [usize; STEPS.len()];

/// What the drill found.
pub(super) struct Outcome {
    /// By kind, in the order of the contract.
    pub(super) kinds: Vec<(SpanKind, Tally)>,
    /// Files read at the two moments they are searched.
    pub(super) files: usize,
    /// Files in which a canary lies in clear.
    pub(super) in_clear: BTreeSet<String>,
}

impl Outcome {
    /// Of all kinds.
    pub(super) fn total(&self) -> Tally {
        let mut total = Tally::default();
        for (_, tally) in &self.kinds {
            total.iter_mut().zip(tally).for_each(|(sum, n)| *sum += n);
        }
        total
    }

    /// A canary reached the digest or lies in clear.
    pub(super) fn failed(&self) -> bool {
        self.total().last().is_some_and(|n| *n > 0) || !self.in_clear.is_empty()
    }
}

/// Counts by kind and step.
#[derive(Default)]
struct Counts(BTreeMap<SpanKind, Tally>);

impl Counts {
    fn add(&mut self, step: usize, canaries: &[&Canary]) {
        for canary in canaries {
            if let Some(n) = self.0.entry(canary.kind).or_default().get_mut(step) {
                *n += 1;
            }
        }
    }
}

struct Drill<'a> {
    scratch: &'a Scratch,
    planted: &'a [Planted],
    counts: Counts,
    files: usize,
    in_clear: BTreeSet<String>,
}

/// Takes every report the whole way.
pub(super) fn through(scratch: &Scratch, planted: &[Planted], doubts: Doubts) -> Result<Outcome> {
    let mut drill = Drill { scratch, planted, counts: Counts::default(), files: 0, in_clear: BTreeSet::new() };
    drill.counts.add(0, &planted.iter().flat_map(|p| &p.canaries).collect::<Vec<_>>());
    let first = drill.hand_keys_on()?;
    drill.file_all()?;
    drill.search_files(true)?;
    let released = drill.screen_all(&first, doubts)?;
    drill.analyse(&released)?;
    drill.digest()?;
    drill.search_files(false)?;
    let mut counts = drill.counts.0;
    let kinds = SpanKind::ALL.into_iter().filter_map(|kind| counts.remove(&kind).map(|tally| (kind, tally))).collect();
    Ok(Outcome { kinds, files: drill.files, in_clear: drill.in_clear })
}

fn submission(planted: &Planted) -> Result<Submission> {
    let narrative = Narrative::parse(&planted.text).map_err(|p| anyhow::anyhow!("a canary report is not accepted: {}", p.key))?;
    Ok(Submission {
        kind: ReportKind::NearMiss,
        narrative,
        idea: Note::default(),
        answers: Answers::default(),
        urgent: false,
        identity: None,
    })
}

/// What a preview leaves unmarked.
fn unmarked(text: &RedactedText) -> String {
    let kept = |piece: &Piece| match piece {
        Piece::Kept(text) => text.clone(),
        Piece::Hidden { .. } => " \u{2026} ".to_owned(),
    };
    text.pieces.iter().map(kept).collect()
}

fn settle(case: &RawCase, doubts: Doubts) -> Settled {
    let decide = |span: &Span| if is_doubt(span) && doubts == Doubts::Keep { Decision::Keep } else { Decision::Hide };
    Settled { decisions: case.spans.iter().map(|s| ((s.start, s.end), decide(s))).collect(), ..Settled::default() }
}

impl Drill<'_> {
    fn signed_in(&self, which: usize) -> Result<Session> {
        signed_in(&self.scratch.ctx, &self.scratch.clock, &self.scratch.people, which)
    }

    /// The first screener makes the screening key and hands it to the second.
    fn hand_keys_on(&self) -> Result<Session> {
        let ctx = &self.scratch.ctx;
        let first = self.signed_in(0)?;
        let permit = first.actor().permit::<GrantScreening>().context("a screener")?;
        for waiting in waiting_for_key(ctx, &permit).map_err(explain)? {
            grant(ctx, &permit, &first, waiting.id).map_err(explain)?;
        }
        Ok(first)
    }

    /// Previews and sends every report, and lets them move to the desk.
    fn file_all(&mut self) -> Result<()> {
        let ctx = &self.scratch.ctx;
        for planted in self.planted {
            let sent = submission(planted)?;
            let seen = unmarked(&preview(ctx, &sent, Language::parse(planted.language).unwrap_or_default()).narrative);
            self.counts.add(2, &planted.read_in(&seen));
            let issued = issue(ctx);
            match submit(ctx, &sent, &issued.words, &issued.token).map_err(explain)? {
                Submitted::Received(_) => {}
                Submitted::Stale(_) | Submitted::Different(_) | Submitted::WordsInText => bail!("a canary report was not accepted"),
            }
        }
        self.scratch.clock.advance(2 * DAY);
        advance(ctx).map_err(explain)?;
        Ok(())
    }

    /// Looks for every canary in the bytes of every file.
    fn search_files(&mut self, sealed: bool) -> Result<()> {
        let files = self.scratch.files()?;
        self.files += files.len();
        let sought: Vec<&Canary> = self.planted.iter().flat_map(|p| &p.canaries).filter(|c| c.is_sought_everywhere()).collect();
        let values: Vec<Vec<u8>> = sought.iter().map(|c| c.value.to_ascii_lowercase().into_bytes()).collect();
        let mut lying = vec![false; sought.len()];
        for (name, bytes) in files {
            for which in in_clear(&bytes.to_ascii_lowercase(), &values) {
                self.in_clear.insert(name.clone());
                if let Some(found) = lying.get_mut(which) {
                    *found = true;
                }
            }
        }
        if sealed {
            self.counts.add(1, &sought.iter().zip(&lying).filter(|(_, found)| **found).map(|(c, _)| *c).collect::<Vec<_>>());
        }
        Ok(())
    }

    /// Screens everything that waits and says which report is which.
    fn screen_all(&self, first: &Session, doubts: Doubts) -> Result<Vec<(ReportId, usize)>> {
        let ctx = &self.scratch.ctx;
        let second = self.signed_in(1)?;
        let list = first.actor().permit::<ListScreening>().context("a screener")?;
        let read = first.actor().permit::<ReadRaw>().context("a screener")?;
        let release = first.actor().permit::<Release>().context("a screener")?;
        let confirm = second.actor().permit::<Confirm>().context("a screener")?;
        let mut released = Vec::new();
        loop {
            let waiting = screening::list(ctx, &list).map_err(explain)?.items;
            if waiting.is_empty() {
                return Ok(released);
            }
            for item in waiting {
                let case = screening::open(ctx, &read, first, item.id).map_err(explain)?;
                if screening::propose_opened(ctx, &release, first, &case, &settle(&case, doubts)).map_err(explain)?
                    == Proposed::WaitsForSecond
                {
                    screening::confirm(ctx, &confirm, item.id).map_err(explain)?;
                }
                let text = case.submission.narrative.expose();
                let which = self.planted.iter().position(|p| p.text == text);
                released.push((item.id, which.context("a report on the desk is none of the canaries")?));
            }
        }
    }

    /// Reads each released text, writes its first words as the synopsis, and looks at the analyst's pages.
    fn analyse(&mut self, released: &[(ReportId, usize)]) -> Result<()> {
        let ctx = &self.scratch.ctx;
        let analyst = self.signed_in(2)?;
        let read = analyst.actor().permit::<ReadReleased>().context("an analyst")?;
        let code = analyst.actor().permit::<Triage>().context("an analyst")?;
        for (id, which) in released {
            let planted = self.planted.get(*which).context("a canary report")?;
            let case = triage::read(ctx, &read, *id).map_err(explain)?;
            self.counts.add(3, &planted.read_in(&case.text));
            // The hastiest of synopses: the wording itself.
            let synopsis = case.text.chars().take(SYNOPSIS_MAX).collect();
            triage::code(ctx, &code, *id, &coded(synopsis, case.version)).map_err(explain)?;
            let seen = triage::read(ctx, &read, *id).map_err(explain)?;
            let seen = format!("{}\n{}", seen.text, seen.synopsis);
            self.counts.add(4, &planted.read_in(&seen));
        }
        let list = analyst.actor().permit::<ListReleased>().context("an analyst")?;
        triage::list(ctx, &list, &CaseFilter::default(), None, 100).map_err(explain)?;
        Ok(())
    }

    /// The month's issue: frozen, approved, delivered into the scratch folder, and read.
    fn digest(&mut self) -> Result<()> {
        let ctx = &self.scratch.ctx;
        let readers = Actor::Console.permit::<ManageReaders>().context("the console may manage readers")?;
        for language in Language::ALL {
            digest::add_reader(ctx, &readers, &format!("reader.{}@example.org", language.tag()), language, ctx.settings().digest.audience)
                .map_err(explain)?;
        }
        self.scratch.clock.set(Moment::start_of(self.scratch.month.next()).plus(8 * DAY));
        let (analyst, publisher) = (self.signed_in(3)?, self.signed_in(4)?);
        let prepare = analyst.actor().permit::<PrepareDigest>().context("an analyst")?;
        let approve = publisher.actor().permit::<ApproveDigest>().context("a publisher")?;
        let read = analyst.actor().permit::<ReadDigest>().context("an analyst")?;
        let span = span::Span::holding(self.scratch.month, span::Pace::Month);
        let editorial = digest::usual_editorial(ctx, &prepare, span).map_err(explain)?;
        let id = digest::prepare(ctx, &prepare, span, &editorial).map_err(explain)?;
        digest::approve(ctx, &approve, id).map_err(explain)?;
        jobs::deliver(ctx, &wire::transport(ctx.settings())?).map_err(explain)?;
        let letter = digest::read(ctx, &read, id, None).map_err(explain)?.artefact;
        let said = [letter.subject, letter.text, letter.html, letter.chart_alt].join("\n");
        let all = self.planted.iter().flat_map(|p| &p.canaries);
        self.counts.add(5, &all.filter(|c| c.is_sought_everywhere() && c.is_whole_in(&said)).collect::<Vec<_>>());
        Ok(())
    }
}

/// Which values stand in the bytes. A value's first two bytes are looked up before the rest is compared.
fn in_clear(bytes: &[u8], values: &[Vec<u8>]) -> BTreeSet<usize> {
    let mut begins: BTreeMap<[u8; 2], Vec<usize>> = BTreeMap::new();
    let mut known = vec![false; 1 << 16];
    let place = |pair: [u8; 2]| usize::from(u16::from_be_bytes(pair));
    for (which, value) in values.iter().enumerate() {
        let Some(pair) = value.first_chunk::<2>() else { continue };
        begins.entry(*pair).or_default().push(which);
        if let Some(mark) = known.get_mut(place(*pair)) {
            *mark = true;
        }
    }
    let mut found = BTreeSet::new();
    for at in 0..bytes.len() {
        let Some(rest) = bytes.get(at..) else { break };
        let Some(pair) = rest.first_chunk::<2>().filter(|pair| known.get(place(**pair)).is_some_and(|known| *known)) else { continue };
        let candidates = begins.get(pair).into_iter().flatten();
        found.extend(candidates.filter(|which| values.get(**which).is_some_and(|value| rest.starts_with(value))));
    }
    found
}

fn coded(synopsis: String, version: i32) -> Change {
    Change {
        category: None,
        factors: Vec::new(),
        risk: None,
        synopsis,
        status: Status::Closed,
        closing: Code::parse("learned"),
        outcome: "A rehearsal: nothing changed.".to_owned(),
        excluded: false,
        version,
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, in_clear};
    use crate::domain::redaction::SpanKind;

    #[test]
    fn a_canary_in_the_digest_or_in_clear_fails_the_drill_and_one_before_an_analyst_does_not() {
        let outcome = |tally, file: Option<&str>| Outcome {
            kinds: vec![(SpanKind::Person, tally)],
            files: 1,
            in_clear: file.into_iter().map(str::to_owned).collect(),
        };

        assert!(!outcome([9, 0, 3, 3, 3, 0], None).failed());
        assert!(outcome([9, 0, 0, 0, 0, 1], None).failed());
        assert!(outcome([9, 0, 0, 0, 0, 0], Some("candor.db")).failed());
    }

    #[test]
    fn a_value_is_found_wherever_it_lies() {
        let values = [b"okafor".to_vec(), b"01632 960555".to_vec(), b"okapi".to_vec()];

        let found = in_clear(b"\0\0okafor\xff01632 960555", &values);

        assert_eq!(found.into_iter().collect::<Vec<_>>(), [0, 1]);
        assert!(in_clear(b"oka", &values).is_empty());
    }
}
