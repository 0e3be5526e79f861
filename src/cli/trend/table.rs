//! The answer of `candor trend` as text: summary values, signals, and a line for every point in aligned columns.

use super::output::{Answer, Figure, Figures, Table};

/// Room for the name of a summary value.
const NAME: usize = 25;

/// The whole text.
pub(super) fn text(answer: &Answer) -> String {
    let mut parts = vec![format!("{} chart, {}, {} point(s)\n", answer.chart, answer.rules_version, answer.points.len())];
    if answer.sections.len() > 1 {
        for section in &answer.sections {
            parts.push(format!("\nphase {}, points {} to {}\n{}", section.phase, section.first, section.last, lines(&section.figures)));
        }
        parts.push("\n".to_owned());
    }
    if answer.sections.len() < 2 || answer.sections.last().is_some_and(|s| s.figures != answer.figures) {
        parts.push(lines(&answer.figures));
    }
    let fired = if answer.signals.is_empty() { "none".to_owned() } else { answer.signals.join(", ") };
    parts.push(format!("{:<NAME$}{fired}\n\n", "signals"));
    parts.push(columns(&rows(answer)));
    parts.extend(answer.notes.iter().map(|note| format!("note: {note}\n")));
    parts.concat()
}

/// A table's whole text.
pub(super) fn grid(table: &Table) -> String {
    let head = table.rows.first().map(|row| row.iter().map(|(name, _)| name.to_owned()).collect());
    let rows: Vec<Vec<String>> =
        head.into_iter().chain(table.rows.iter().map(|row| row.iter().map(|(_, figure)| written(figure)).collect())).collect();
    let title = format!("{}, {}, {} row(s)\n", table.chart, table.rules_version, table.rows.len());
    [title, lines(&table.figures), "\n".to_owned(), columns(&rows)].concat()
}

/// A line for each summary value.
pub(super) fn lines(figures: &Figures) -> String {
    figures.iter().map(|(name, figure)| format!("{name:<NAME$}{}\n", written(figure))).collect::<Vec<_>>().concat()
}

fn rows(answer: &Answer) -> Vec<Vec<String>> {
    let exposure = answer.points.iter().any(|p| p.exposure.is_some());
    let phase = answer.points.iter().any(|p| p.phase.is_some());
    let more: Vec<&str> =
        answer.points.iter().find(|p| !p.more.is_empty()).map(|p| p.more.iter().map(|m| m.0).collect()).unwrap_or_default();
    let head = [("period", true), ("count", true), ("exposure", exposure), ("phase", phase)].into_iter().filter(|h| h.1).map(|h| h.0);
    let head = head.chain(["value", "centre", "low", "high"]).chain(more.iter().copied()).chain(["signals"]);
    let mut rows = vec![head.map(str::to_owned).collect::<Vec<_>>()];
    for p in &answer.points {
        let mut row = vec![p.period.clone(), shown(p.count)];
        row.extend(exposure.then(|| shown(p.exposure)));
        row.extend(phase.then(|| p.phase.clone().unwrap_or_default()));
        row.extend([p.value, p.centre, p.low, p.high].map(shown));
        let named = |name: &&str| p.more.iter().find(|m| m.0 == *name).map_or_else(|| "-".to_owned(), |m| written(m.1));
        row.extend(more.iter().map(named));
        row.push(p.signals.join(", "));
        rows.push(row);
    }
    rows
}

/// A summary value as it is printed.
pub(super) fn written(figure: &Figure) -> String {
    match figure {
        Figure::Number(number) => shown(*number),
        Figure::Whole(number) => number.to_string(),
        Figure::Flag(flag) => flag.map_or("-", |f| if f { "yes" } else { "no" }).to_owned(),
        Figure::Numbers(numbers) => numbers.iter().map(|n| shown(*n)).collect::<Vec<_>>().join(" "),
        Figure::Word(word) => word.clone().unwrap_or_else(|| "-".to_owned()),
    }
}

/// Six figures, without trailing zeros; a dash for what is not there.
fn shown(number: Option<f64>) -> String {
    let Some(number) = number else { return "-".to_owned() };
    let whole_places = if number == 0.0 { 1.0 } else { number.abs().log10().floor() + 1.0 };
    if !(-4.0..=15.0).contains(&whole_places) {
        return format!("{number:.5e}");
    }
    let places = (0..12_u8).find(|places| f64::from(*places) + whole_places >= 6.0).unwrap_or(12);
    let text = format!("{number:.*}", usize::from(places));
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// Cells in columns as wide as their widest, numbers to the right; the first and the last column to the left.
pub(super) fn columns(rows: &[Vec<String>]) -> String {
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widths: Vec<usize> =
        (0..count).map(|c| rows.iter().filter_map(|r| r.get(c)).map(|s| s.chars().count()).max().unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate();
        let padded =
            cells.map(|(c, (cell, width))| if c == 0 || c + 1 == count { format!("{cell:<width$}") } else { format!("{cell:>width$}") });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    rows.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn numbers_are_shown_with_six_figures() {
        let cases = [
            (19.846_153_846, "19.8462"),
            (0.0, "0"),
            (0.000_123_456_7, "0.000123457"),
            (1_234_567.8, "1234568"),
            (12.0, "12"),
            (1e-9, "1.00000e-9"),
        ];

        for (number, wanted) in cases {
            assert_eq!(shown(Some(number)), wanted);
        }
        assert_eq!(shown(None), "-");
    }
}
