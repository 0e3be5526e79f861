//! The gate: from counts to what may be published, or to a refusal.
//!
//! The steps of `docs/disclosure.md` in their order. True counts go in as tallies and end at [`print_cell`]; every later step sees
//! printed figures only. Refuses tables nobody declared, offsets that are not spread, and every release that an attack succeeds on.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use super::attacks::{Attack, Claim, Evidence, PROBE_ADVANTAGE_MAX, a11_threshold_probe, run, run_without_sums};
use super::audience::{Audience, Headcount};
use super::axis::Axis;
use super::budget::Budget;
use super::cell::{Cell, Dimension, Table, Window};
use super::derived::{is_varied, share};
use super::eligible::Tally;
use super::ledger::{Entry, Ledger, Shown};
use super::noise::{Epsilon, TABLES_MAX, two_sided_geometric};
use super::protect::protect;
use super::rounding::print_cell;
use crate::domain::digest::{BASE, Printed};

/// Offsets looked at to see whether they are spread.
const PROBES: u32 = 500;

/// The optional differentially private mode.
#[derive(Clone, Copy)]
pub struct Noise<'a> {
    /// For one report, over all tables.
    pub epsilon: Epsilon,
    /// Gives 64 random bits each time it is called.
    pub bits: &'a dyn Fn() -> u64,
    /// What has been spent.
    pub budget: &'a Budget,
    /// Counts with the noise they were given: one draw a cell, whoever reads it. Begins empty.
    pub drawn: &'a RefCell<BTreeMap<Cell, u32>>,
}

/// What is to be published, and from what.
pub struct Request<'a> {
    /// Who will read it.
    pub audience: Audience,
    /// Everybody who could have reported.
    pub workforce: Headcount,
    /// The groups of every dimension that is asked for.
    pub axes: &'a [Axis],
    /// Declared tables over windows of the calendar.
    pub asked: &'a [(Table, Window)],
    /// Exact counts.
    pub tallies: &'a [Tally],
    /// Shares to be printed: numerator and denominator.
    pub shares: &'a [(Cell, Cell)],
    /// The keyed offset, 0 to 4, for the name of a cell.
    pub offset: &'a dyn Fn(&str) -> u32,
    /// Noise before rounding; `None` is the ordinary mode.
    pub noise: Option<Noise<'a>>,
}

/// What may be published.
#[derive(Clone, Debug)]
pub struct Release {
    /// Cells published for the first time: what the ledger has to take in.
    pub fresh: Vec<Entry>,
    /// Cells that were published before, as they were.
    pub repeated: Vec<Entry>,
    /// Shares that may be printed.
    pub claims: Vec<Claim>,
    /// What the noise costs, to be written down before publication.
    pub spends: Vec<(Window, Epsilon)>,
}

impl Release {
    /// What stands in a cell.
    #[must_use]
    pub fn printed(&self, cell: &Cell) -> Printed {
        let entry = self.fresh.iter().chain(&self.repeated).find(|e| e.cell == *cell);
        entry.map_or(Printed::Withheld, |e| e.shown.printed())
    }

    /// Whether a cell that adds up all areas lacks those of its time that are held out: it is not to be compared.
    #[must_use]
    pub fn lacks_reports(&self, cell: &Cell) -> bool {
        let held = |e: &Entry| e.shown == Shown::Held && cell.window.covers(e.cell.window);
        !cell.table.dimensions().contains(&Dimension::Place) && self.fresh.iter().chain(&self.repeated).any(held)
    }

    /// Whether everything derived in `claims` follows from figures of this release.
    #[must_use]
    pub fn vouches_for(&self, claims: &[Claim]) -> bool {
        let figures: Vec<Entry> = self.fresh.iter().chain(&self.repeated).cloned().collect();
        let Some(first) = figures.first() else { return claims.is_empty() };
        let evidence = Evidence { figures: &figures, issue: first.issue, audience: first.audience, axes: &[], claims };
        super::attacks::a5_back_computation(&evidence).is_empty()
    }
}

/// Why nothing is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The whole workforce is smaller than the smallest group that may be described.
    #[error("too few people work here")]
    TooFewPeople,
    /// A table is not declared, or its groups are not given.
    #[error("a table is not declared")]
    Undeclared,
    /// The audit cannot be satisfied whatever is hidden.
    #[error("earlier issues and this one would give a hidden figure away")]
    Exposed,
    /// An attack succeeds.
    #[error("the attack {0:?} succeeds")]
    Attack(Attack),
    /// Noise is asked for more tables than one report's budget can be split over, or the budget is spent.
    #[error("the budget of noise does not cover this")]
    Budget,
    /// The random bits are not random.
    #[error("the source of random bits is stuck")]
    Bits,
}

/// Lets out what may be published of `request`, given everything that was published before.
///
/// # Errors
/// `Refusal`; nothing of the request may then be published.
pub fn release(request: &Request<'_>, ledger: &Ledger) -> Result<Release, Refusal> {
    if request.workforce.believed() < request.audience.crowd_min() {
        return Err(Refusal::TooFewPeople);
    }
    let asked: BTreeSet<(Table, Window)> = request.asked.iter().copied().collect();
    let known = |d: &Dimension| axis(request, *d).is_some();
    if asked.iter().any(|(table, _)| table.code().is_none() || !table.dimensions().iter().all(known)) {
        return Err(Refusal::Undeclared);
    }
    if a11_threshold_probe(&|count, r| print_cell(count, None, r, request.audience), offsets(request)) > PROBE_ADVANTAGE_MAX {
        return Err(Refusal::Attack(Attack::A11));
    }
    let issue = ledger.next_issue();
    let counts = counts(request, &asked);
    let (mut fresh, mut repeated, mut windows) = (Vec::new(), Vec::new(), BTreeSet::new());
    let cells: Vec<Cell> = asked.iter().flat_map(|(table, window)| cells(request, *table, *window)).collect();
    for cell in cells {
        let entry = |shown| Entry { issue, audience: request.audience, cell: cell.clone(), shown };
        let crowd = crowd(request, &cell);
        if let Some(shown) = ledger.shown(request.audience, &cell) {
            let small = crowd.is_some_and(|people| people < request.audience.crowd_min());
            repeated.push(entry(if small && shown != Shown::Held { Shown::SmallGroup } else { shown }));
            continue;
        }
        let (count, offset) = match ledger.figure(&cell) {
            // Another audience knows the figure: it is one already, and rounds to itself.
            Some(figure) => (figure, 0),
            None if is_held(request, &cell) => {
                fresh.push(entry(Shown::Held));
                continue;
            }
            None => {
                let count = noised(request, &asked, &cell, counts.get(&cell).copied().unwrap_or(0), &mut windows)?;
                (count, (request.offset)(&canonical(request, &cell).name()))
            }
        };
        fresh.push(entry(match print_cell(count, crowd, offset, request.audience) {
            Printed::About(v) => Shown::About(v),
            Printed::Few => Shown::Few,
            Printed::Withheld => Shown::SmallGroup,
        }));
    }
    keep_varied(request, &mut fresh);
    let spends = windows.into_iter().zip(request.noise.iter().cycle()).map(|(w, n)| (w, n.epsilon)).collect();
    let mut release = Release { fresh, repeated, claims: Vec::new(), spends };
    if request.noise.is_none() {
        audited(request, ledger, issue, &mut release)?;
    }
    attacked(request, ledger, issue, release)
}

fn axis<'a>(request: &Request<'a>, dimension: Dimension) -> Option<&'a Axis> {
    request.axes.iter().find(|a| a.dimension() == dimension)
}

/// How often each offset occurs among made-up names.
fn offsets(request: &Request<'_>) -> [u32; 5] {
    let mut seen = [0; 5];
    for n in 0..PROBES {
        let offset = (request.offset)(&format!("probe-v1|{n}")) % BASE;
        if let Some(times) = seen.get_mut(usize::try_from(offset).unwrap_or(0)) {
            *times += 1;
        }
    }
    seen
}

/// Every cell of a table: each group is listed, whatever it holds, so that no absence speaks.
fn cells(request: &Request<'_>, table: Table, window: Window) -> Vec<Cell> {
    let codes = |d: Dimension| axis(request, d).into_iter().flat_map(Axis::groups).map(|g| g.code.as_str());
    match table {
        Table::Total => vec![Cell::total(window)],
        Table::By(d) => codes(d).map(|code| Cell::by(window, d, code)).collect(),
        Table::Crossed(d) => codes(d).flat_map(|code| codes(Dimension::Category).map(move |c| Cell::crossed(window, d, code, c))).collect(),
    }
}

/// People the cell describes; `None` when it describes none. Declared tables have one dimension of people at most.
fn crowd(request: &Request<'_>, cell: &Cell) -> Option<u32> {
    let mut named = cell.table.dimensions().into_iter().zip(&cell.codes);
    named.find_map(|(d, code)| axis(request, d)?.crowd(code))
}

/// The cell under the name its set of reports is known by.
fn canonical(request: &Request<'_>, cell: &Cell) -> Cell {
    let named = cell.table.dimensions().into_iter().zip(&cell.codes);
    let codes = named.map(|(d, code)| axis(request, d).map_or(code.as_str(), |a| a.canonical(code)).to_owned()).collect();
    Cell { codes, ..cell.clone() }
}

/// True counts of every asked cell that is not empty, from the reports that are eligible.
fn counts(request: &Request<'_>, asked: &BTreeSet<(Table, Window)>) -> BTreeMap<Cell, u32> {
    let mut out = BTreeMap::new();
    for tally in request.tallies.iter().filter(|t| t.facts.are_eligible()) {
        for (table, window) in asked.iter().filter(|(_, w)| w.holds(tally.month)) {
            let mut rows: Vec<Vec<String>> = vec![Vec::new()];
            for dimension in table.dimensions() {
                let Some(axis) = axis(request, dimension) else { continue };
                let leaf = axis.leaf_of(tally.code(dimension));
                let longer = |row: &Vec<String>| {
                    axis.upwards(leaf).map(|g| [row.as_slice(), std::slice::from_ref(&g.code)].concat()).collect::<Vec<_>>()
                };
                rows = rows.iter().flat_map(longer).collect();
            }
            for codes in rows {
                let count = out.entry(Cell { window: *window, table: *table, codes }).or_insert(0_u32);
                *count = count.saturating_add(tally.reports);
            }
        }
    }
    out
}

/// Whether the cell is the area of a burst that nobody has judged. To print it as few would say that little happened there.
fn is_held(request: &Request<'_>, cell: &Cell) -> bool {
    let (Some(Dimension::Place), Some(code)) = (cell.table.dimensions().first().copied(), cell.codes.first()) else { return false };
    let Some(axis) = axis(request, Dimension::Place) else { return false };
    let in_burst = |t: &&Tally| t.facts.in_open_burst && cell.window.holds(t.month);
    request.tallies.iter().filter(in_burst).any(|t| axis.leaf_of(t.code(Dimension::Place)) == code)
}

/// The count with its noise, if the mode is on. A count under nothing is nothing.
fn noised(
    request: &Request<'_>,
    asked: &BTreeSet<(Table, Window)>,
    cell: &Cell,
    count: u32,
    windows: &mut BTreeSet<Window>,
) -> Result<u32, Refusal> {
    let Some(noise) = request.noise else { return Ok(count) };
    let levels = |d: Dimension| axis(request, d).map_or(1, |a| a.leaves().map(|leaf| a.upwards(leaf).count()).max().unwrap_or(1));
    let times = |table: Table| table.dimensions().into_iter().map(levels).product::<usize>();
    let beside = asked.iter().filter(|(_, w)| *w == cell.window).map(|(table, _)| times(*table)).sum::<usize>();
    let tables = u32::try_from(beside).ok().filter(|n| *n <= TABLES_MAX).ok_or(Refusal::Budget)?;
    let overlaps = |w: &&Window| **w != cell.window && (w.covers(cell.window) || cell.window.covers(**w));
    if !noise.budget.is_left(cell.window) || asked.iter().map(|(_, w)| w).any(|w| overlaps(&w)) {
        return Err(Refusal::Budget);
    }
    windows.insert(cell.window);
    if let Some(drawn) = noise.drawn.borrow().get(cell) {
        return Ok(*drawn);
    }
    let draw = two_sided_geometric(noise.epsilon, tables, noise.bits).ok_or(Refusal::Bits)?;
    let noised = u32::try_from(i64::from(count).saturating_add(draw)).unwrap_or(0);
    noise.drawn.borrow_mut().insert(cell.clone(), noised);
    Ok(noised)
}

/// Takes the categories away from groups of people whose reports are too much alike.
fn keep_varied(request: &Request<'_>, fresh: &mut [Entry]) {
    let leaves: BTreeSet<&str> = axis(request, Dimension::Category).into_iter().flat_map(Axis::leaves).collect();
    let row = |cell: &Cell| match (cell.table, cell.codes.as_slice()) {
        (Table::Crossed(d), [code, category]) if d.describes_people() => Some(((cell.window, d, code.clone()), category.clone())),
        _ => None,
    };
    let mut rows: BTreeMap<(Window, Dimension, String), Vec<Printed>> = BTreeMap::new();
    for (key, category, shown) in fresh.iter().filter_map(|e| row(&e.cell).map(|(key, category)| (key, category, e.shown))) {
        let figures = rows.entry(key).or_default();
        if leaves.contains(category.as_str()) {
            figures.push(shown.printed());
        }
    }
    let alike = |cell: &Cell| row(cell).is_some_and(|(key, _)| rows.get(&key).is_some_and(|figures| !is_varied(figures)));
    for entry in fresh.iter_mut().filter(|e| !matches!(e.shown, Shown::SmallGroup | Shown::Held) && alike(&e.cell)) {
        entry.shown = Shown::Alike;
    }
}

/// Step 8: audits the fresh cells together with the ledger and hides what must be hidden.
fn audited(request: &Request<'_>, ledger: &Ledger, issue: u32, release: &mut Release) -> Result<(), Refusal> {
    let mut entries = concerned(ledger, &release.fresh.iter().map(|e| e.cell.window).collect());
    let before = entries.len();
    entries.append(&mut release.fresh);
    protect(&mut entries, issue, request.audience, request.axes).map_err(|_| Refusal::Exposed)?;
    release.fresh = entries.split_off(before);
    Ok(())
}

/// What the ledger says about the months of these windows. Figures of other months say nothing about them.
fn concerned(ledger: &Ledger, windows: &BTreeSet<Window>) -> Vec<Entry> {
    let shares = |e: &&Entry| windows.iter().any(|w| w.covers(e.cell.window) || e.cell.window.covers(*w));
    ledger.entries().iter().filter(shares).cloned().collect()
}

/// Adds the shares and lets every attack loose on what would go out.
fn attacked(request: &Request<'_>, ledger: &Ledger, issue: u32, mut release: Release) -> Result<Release, Refusal> {
    let claim = |(part, whole): &(Cell, Cell)| {
        let percent = share(release.printed(part), release.printed(whole))?;
        Some(Claim::Share { part: part.clone(), whole: whole.clone(), percent })
    };
    release.claims = request.shares.iter().filter_map(claim).collect();
    let mut figures = concerned(ledger, &release.fresh.iter().chain(&release.repeated).map(|e| e.cell.window).collect());
    figures.extend(release.fresh.iter().chain(&release.repeated).cloned());
    let evidence = Evidence { figures: &figures, issue, audience: request.audience, axes: request.axes, claims: &release.claims };
    let lessons = if request.noise.is_some() { run_without_sums(&evidence) } else { run(&evidence) };
    match lessons.first() {
        Some(lesson) => Err(Refusal::Attack(lesson.attack)),
        None => Ok(release),
    }
}
