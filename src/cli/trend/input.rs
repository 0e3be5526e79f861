//! A series from CSV: period, count, and if there are any exposure and phase.
//!
//! Takes what spreadsheets write: a heading or none, byte-order mark, either line end, quotes, spaces, commas, semicolons or tabs. A blank
//! cell or NA is a missing value. Refuses what it cannot read, with the number of the line and what to do.

use csv::{ReaderBuilder, StringRecord, Trim};

use crate::cli::exit::Bad;
use crate::trends::Series;

/// Most points of one series.
const POINTS_MAX: usize = 1_000_000;

const NO_DATA: &str = "no data: write lines of period,count[,exposure][,phase] to standard input";

/// What a column is called in a heading, folded to small letters.
const NAMES: [(Column, &[&str]); 4] = [
    (Column::Period, &["period", "date", "day", "week", "month", "quarter", "year", "label", "unit", "time", "x", "i"]),
    (Column::Count, &["count", "counts", "n", "events", "cases", "value", "y", "gap", "measure", "observed", "numerator"]),
    (Column::Exposure, &["exposure", "size", "hours", "days", "denominator", "population", "expected", "opportunities"]),
    (Column::Phase, &["phase", "part", "section"]),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Period,
    Count,
    Exposure,
    Phase,
}

/// A line's number and its cells.
type Row = (usize, StringRecord);

/// Where each column stands, counted from 0.
struct Layout {
    period: Option<usize>,
    count: usize,
    exposure: Option<usize>,
    phase: Option<usize>,
}

/// Reads a whole series.
pub(super) fn read(bytes: &[u8]) -> Result<Series, Bad> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Bad("the input is UTF-16: save it as CSV in UTF-8".to_owned()));
    }
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .comment(Some(b'#'))
        .delimiter(delimiter(bytes))
        .from_reader(bytes);
    let (mut rows, mut record, mut ends) = (Vec::new(), StringRecord::new(), LineEnds::of(bytes));
    loop {
        let read = reader.read_record(&mut record);
        let line = ends.before(reader.position().byte());
        if !read.map_err(|error| unreadable(&error, line))? {
            break;
        }
        if !record.iter().all(str::is_empty) {
            rows.push((line, record.iter().map(unquoted).collect()));
        }
        if rows.len() > POINTS_MAX {
            return Err(Bad(format!("line {line}: more than {POINTS_MAX} points: sum them up to longer periods first")));
        }
    }
    let (layout, body) = layout(&rows)?;
    if body.is_empty() {
        return Err(Bad(NO_DATA.to_owned()));
    }
    let mut series = Series::default();
    for (line, record) in body {
        let cell = |at: Option<usize>| at.and_then(|i| record.get(i)).unwrap_or_default();
        if record.len() <= layout.count {
            return Err(Bad(format!("line {line}: no count: write period,count[,exposure][,phase]")));
        }
        let count = number(cell(Some(layout.count)), "count", *line)?;
        let exposure = number(cell(layout.exposure), "exposure", *line)?;
        let label = layout.period.map_or_else(|| (series.len() + 1).to_string(), |at| cell(Some(at)).to_owned());
        series.push(label, count, exposure, cell(layout.phase).to_owned());
    }
    Ok(series)
}

/// Counts lines as an editor does. The parser's own count stands still at the second half of a CRLF, at blank lines and at comments.
struct LineEnds<'a> {
    rest: &'a [u8],
    taken: u64,
    line: usize,
}

impl<'a> LineEnds<'a> {
    const fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, taken: 0, line: 1 }
    }

    /// The line of the last byte before `end`; ends must not go back.
    fn before(&mut self, end: u64) -> usize {
        let step = usize::try_from(end.saturating_sub(1).saturating_sub(self.taken)).unwrap_or(0).min(self.rest.len());
        let (passed, rest) = self.rest.split_at(step);
        self.line += passed.split(|b| *b == b'\n').count() - 1;
        (self.rest, self.taken) = (rest, self.taken + step as u64);
        self.line
    }
}

/// A cell that had a space before its quotes keeps them; they go here.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).map_or(cell, str::trim)
}

fn unreadable(error: &csv::Error, line: usize) -> Bad {
    let reason = if matches!(error.kind(), csv::ErrorKind::Utf8 { .. }) { "not UTF-8 text: save the file as UTF-8" } else { "not CSV" };
    Bad(format!("line {line}: {reason}"))
}

/// The separator of the first line that is not a comment.
fn delimiter(bytes: &[u8]) -> u8 {
    let first = bytes.split(|b| *b == b'\n').find(|line| !line.starts_with(b"#") && line.iter().any(|b| !b.is_ascii_whitespace()));
    let holds = |wanted: u8| first.is_some_and(|line| line.contains(&wanted));
    [b',', b';', b'\t'].into_iter().find(|b| holds(*b)).unwrap_or(b',')
}

/// From the heading if there is one, else in the order of the contract. A heading whose words are not known is taken for one when
/// no cell of it holds a digit, so that a first row with a slip of the pen is never passed over.
fn layout(rows: &[Row]) -> Result<(Layout, &[Row]), Bad> {
    let Some(((line, first), rest)) = rows.split_first() else {
        return Err(Bad(NO_DATA.to_owned()));
    };
    let named = |wanted: Column| first.iter().position(|cell| column(cell) == Some(wanted));
    if let Some(count) = named(Column::Count) {
        let taken = [named(Column::Exposure), named(Column::Phase), Some(count)];
        let period = named(Column::Period).or_else(|| (0..first.len()).find(|i| !taken.contains(&Some(*i))));
        return Ok((Layout { period, count, exposure: named(Column::Exposure), phase: named(Column::Phase) }, rest));
    }
    let count = usize::from(first.len() > 1);
    if !first.get(count).is_some_and(is_word) {
        return Ok((in_order(first.len(), rows), rows));
    }
    if first.iter().any(|cell| cell.contains(|c: char| c.is_ascii_digit())) {
        let cell = first.get(count).unwrap_or_default();
        return Err(Bad(format!(
            "line {line}: count {cell:?} is not a number: write period,count[,exposure][,phase], with or without a heading"
        )));
    }
    Ok((in_order(first.len(), rest), rest))
}

/// Period, count, exposure, phase; a third column of words is the phase, and a single column the count.
fn in_order(width: usize, rows: &[Row]) -> Layout {
    let third = || rows.iter().filter_map(|(_, record)| record.get(2));
    let third_is_phase = width == 3 && third().any(is_word) && !third().any(|cell| parse(cell).is_some());
    let (exposure, phase) = if third_is_phase { (None, Some(2)) } else { (Some(2), Some(3)) };
    Layout { period: (width > 1).then_some(0), count: usize::from(width > 1), exposure, phase }
}

fn column(cell: &str) -> Option<Column> {
    let folded = cell.to_lowercase();
    NAMES.iter().find(|(_, names)| names.contains(&folded.as_str())).map(|(column, _)| *column)
}

fn is_missing(cell: &str) -> bool {
    cell.is_empty() || ["na", "n/a", "null", "none", "nan", "-", "."].contains(&cell.to_lowercase().as_str())
}

fn is_word(cell: &str) -> bool {
    !is_missing(cell) && parse(cell).is_none()
}

fn parse(cell: &str) -> Option<f64> {
    cell.parse::<f64>().ok().filter(|n| n.is_finite())
}

fn number(cell: &str, name: &str, line: usize) -> Result<Option<f64>, Bad> {
    if is_missing(cell) {
        return Ok(None);
    }
    let refusal = || Bad(format!("line {line}: {name} {cell:?} is not a number: write it like 12 or 12.5, or leave the cell blank"));
    parse(cell).map(Some).ok_or_else(refusal)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_heading_a_mark_quotes_spaces_and_gaps_are_taken() {
        let series = read(b"\xEF\xBB\xBF\"Period\" , Count,Phase\r\n2026-01, \"4\" ,before\r\n\r\n2026-02,NA,after\r\n").expect("a series");

        assert_eq!(series.labels, ["2026-01", "2026-02"]);
        assert_eq!(series.counts, [Some(4.0), None]);
        assert_eq!(series.phases, ["before", "after"]);
        assert!(!series.has_exposure());
    }

    #[test]
    fn columns_without_a_heading_stand_in_order() {
        let whole = read(b"1,4,100,a\n2,5,200,b").expect("a series");
        let phase = read(b"1;4;a\n2;5;b").expect("a series");
        let unknown = read(b"Woche,Meldungen,Stunden\n1,4,100\n").expect("a series");
        let bare = read(b"# made up\n4\n5\n").expect("a series");

        assert_eq!((whole.exposure, whole.phases.as_slice()), (vec![Some(100.0), Some(200.0)], ["a", "b"].map(String::from).as_slice()));
        assert_eq!((phase.has_exposure(), phase.phases.as_slice()), (false, ["a", "b"].map(String::from).as_slice()));
        assert_eq!((unknown.len(), unknown.exposure.as_slice()), (1, [Some(100.0)].as_slice()));
        assert_eq!((bare.labels, bare.counts), (vec!["1".to_owned(), "2".to_owned()], vec![Some(4.0), Some(5.0)]));
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_line() {
        for (input, wanted) in [
            (b"".as_slice(), "no data"),
            (b"period,count\n", "no data"),
            (b"period,count\n1,4\n2,four\n", "line 3: count \"four\""),
            (b"1,4,100\n2,5,1e999\n", "line 2: exposure"),
            (b"# made up\r\nperiod,count\r\n\r\n1,4\r\n2,four\r\n", "line 5: count \"four\""),
            (b"1,4\n2\n", "line 2: no count"),
            (b"1,b\n2,3\n", "line 1: count \"b\""),
            (b"1,4,100\n2,5,many\n", "line 2: exposure \"many\""),
            (b"1,4\n2,\xFF\n", "line 2: not UTF-8"),
            (b"\xFF\xFE1\0", "UTF-16"),
        ] {
            let said = read(input).expect_err("a refusal").to_string();

            assert!(said.contains(wanted), "{said:?} does not hold {wanted:?}");
        }
    }
}
