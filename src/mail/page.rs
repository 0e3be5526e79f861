//! The one page as words: built once from an issue, then shown twice, as text and as HTML.
//!
//! Both forms are made from this and from nothing else, so they cannot say different things. Works on printed
//! figures only; refuses to order rows by size, because that would rank the people behind them. A block with nothing to say is left out.

use super::error::Error;
use super::figures::{self, chart_alt, figured};
use super::learned;
use super::parts::{ChartBlock, Section, Table, Told, one_line, pace, when};
use crate::domain::digest::{Figures, Issue};
use crate::i18n::Words;

/// Where the letter points to. The same for every reader: none of these may hold a token.
#[derive(Clone, Debug)]
pub struct Links {
    /// The organisation's public page about reporting.
    pub public_url: String,
    /// The report form.
    pub report_url: String,
    /// The page where a reader types an address to stop the letter.
    pub unsubscribe_url: String,
}

/// A link and the words that stand for it; the words make sense alone.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) words: String,
    pub(super) url: String,
}

/// One block of the page.
#[derive(Debug)]
pub(super) enum Block {
    /// A list.
    List(Section),
    /// The chart.
    Chart(ChartBlock),
    /// A table.
    Table(Table),
    /// A story.
    Story(Told),
    /// The question: its heading and itself.
    Question(String, String),
}

/// The whole page.
#[derive(Debug)]
pub(super) struct Page {
    pub(super) language: &'static str,
    pub(super) subject: String,
    pub(super) organisation: String,
    pub(super) title: String,
    pub(super) when: String,
    /// What an inbox shows beside the subject: the same every time, so that a lock screen tells nothing.
    pub(super) preview: String,
    pub(super) bottom_line: String,
    pub(super) thanks: String,
    pub(super) blocks: Vec<Block>,
    pub(super) foot: Vec<String>,
    pub(super) links: [Link; 3],
    pub(super) no_reply: String,
}

impl Page {
    /// Puts `issue` into words.
    ///
    /// # Errors
    /// `Link` when a link is not an absolute http address.
    pub(super) fn of(issue: &Issue, words: &Words, links: &Links) -> Result<Self, Error> {
        let organisation = one_line(&issue.organisation);
        let when = when(issue.span, words);
        Ok(Self {
            language: words.language().tag(),
            subject: words.with("letter-subject", &[("organisation", &organisation), ("when", &when)]),
            organisation,
            title: words.get("letter-title"),
            when,
            preview: words.get("letter-preview"),
            bottom_line: figures::bottom_line(issue, words),
            thanks: words.get("letter-thanks"),
            blocks: blocks(issue, words),
            foot: foot(issue, words),
            links: [
                link(words.get("letter-report"), &links.report_url)?,
                link(words.get("letter-about"), &links.public_url)?,
                link(words.get("letter-unsubscribe"), &links.unsubscribe_url)?,
            ],
            no_reply: words.get("letter-no-reply"),
        })
    }

    /// The chart's block, if there is one.
    pub(super) fn chart(&self) -> Option<&ChartBlock> {
        self.blocks.iter().find_map(|b| if let Block::Chart(chart) = b { Some(chart) } else { None })
    }

    /// The story, if there is one.
    pub(super) fn story(&self) -> Option<&Told> {
        self.blocks.iter().find_map(|b| if let Block::Story(story) = b { Some(story) } else { None })
    }

    /// The question; there always is one.
    pub(super) fn question(&self) -> &str {
        self.blocks.iter().find_map(|b| if let Block::Question(_, question) = b { Some(question.as_str()) } else { None }).unwrap_or("")
    }
}

/// The blocks in their order (`trends.md` 7). Where figures are thin, what was learned and done comes first: it is the reason to read on.
fn blocks(issue: &Issue, words: &Words) -> Vec<Block> {
    let (mut counted, mut tables) = (Vec::new(), Vec::new());
    if let Some(figures) = &issue.figures {
        counted.push(Block::List(figures::changes(issue, figures, words)));
        if !figures.series.is_empty() {
            let (title, alt) = (words.with("letter-chart", &[pace(issue.span)]), chart_alt(issue, words));
            counted.push(Block::Chart(ChartBlock { title, alt, figures: figures::chart_figures(issue, figures, words) }));
        }
        for (rows, kind) in [(&figures.areas, "letter-area"), (&figures.categories, "letter-category")] {
            tables.extend(figures::table(rows, issue, words, kind).map(Block::Table));
        }
    }
    let deeds = learned::deeds(&issue.told, words).map(Block::List);
    let learned: Vec<Block> = deeds.into_iter().chain(learned::story(&issue.told, words).map(Block::Story)).collect();
    let mut out = if is_thin(issue.figures.as_ref()) && !learned.is_empty() {
        learned.into_iter().chain(counted).collect::<Vec<_>>()
    } else {
        counted.into_iter().chain(learned).collect()
    };
    out.extend(learned::health(&issue.told.health, words).map(Block::List));
    out.extend(learned::asks(&issue.told, words).map(Block::List));
    let own = issue.told.question.as_deref().map(one_line).filter(|q| !q.is_empty());
    let question = own.unwrap_or_else(|| words.get(&format!("question-{}", issue.span.last().month())));
    out.push(Block::Question(words.get("letter-question"), question));
    out.extend(tables);
    out
}

/// Rows with a figure from which on a letter leads with its figures.
const ROWS_MIN: usize = 6;

/// Whether there is little more to show than a total.
fn is_thin(figures: Option<&Figures>) -> bool {
    figures.is_none_or(|f| f.areas.iter().chain(&f.categories).filter(|row| figured(row)).count() < ROWS_MIN)
}

fn foot(issue: &Issue, words: &Words) -> Vec<String> {
    let mut foot = vec![words.with("letter-period", &[("when", &when(issue.span, words)), pace(issue.span)])];
    if let Some(figures) = &issue.figures {
        let times = figures.false_alarm.map(|n| n.to_string()).unwrap_or_default();
        let tested = match (figures.usual, figures.false_alarm) {
            (None, _) => "none",
            (Some(_), None) => "hardly",
            (Some(_), Some(_)) => "once",
        };
        foot.push(words.with("letter-tested", &[("tested", tested), ("times", &times)]));
        foot.push(words.with("letter-rounding", &[("least", &issue.level.hide_below().to_string()), ("rules", figures.rules)]));
        if let Some(thousandths) = issue.noise_thousandths {
            let epsilon = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
            foot.push(words.with("letter-noise", &[("epsilon", epsilon.trim_end_matches('0').trim_end_matches('.'))]));
        }
        foot.push(words.get("letter-more-reports"));
    }
    foot
}

fn link(words: String, url: &str) -> Result<Link, Error> {
    let plain = url.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b'<' | b'>' | b'"'));
    if plain && (url.starts_with("https://") || url.starts_with("http://")) {
        Ok(Link { words, url: url.to_owned() })
    } else {
        Err(Error::Link)
    }
}
