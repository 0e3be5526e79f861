//! The geometry of the monthly chart: where every mark of it lies.
//!
//! Drawn from printed figures only, so a hidden month has no height to measure. Refuses words of its own.

use crate::domain::digest::{Point, Printed, UsualRange};

use super::chart::{Anchor, Chart, ChartWords, Mark, Place, Role, Stroke};
use super::lettering;
use super::usual::{is_beyond, printed_value};

/// Width of the picture in user units; one unit is one CSS pixel in a letter.
const WIDTH: f64 = 600.0;
const MARGIN: f64 = 20.0;
const TITLE_SIZE: f64 = 17.0;
const TITLE_LEADING: f64 = 23.0;
const TITLE_LINES: usize = 3;
const LABEL_SIZE: f64 = 12.0;
const LABEL_LEADING: f64 = 15.0;
const VALUE_SIZE: f64 = 13.0;
const PLOT_HEIGHT: f64 = 200.0;
/// Most room for "usual range" to the right of its band.
const USUAL_ROOM: f64 = 84.0;
/// From the base line down to the hidden-month marks, the month names, the years.
const HIDDEN_DROP: f64 = 9.0;
const MONTH_DROP: f64 = 30.0;
const YEAR_DROP: f64 = 45.0;

/// Where the plot lies and how figures become heights.
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    base: f64,
    step: u64,
    lines: u64,
    count: usize,
}

impl Frame {
    fn y(&self, value: f64) -> f64 {
        self.base - (self.base - self.top) * value / (self.step * self.lines) as f64
    }

    fn x(&self, index: usize) -> f64 {
        self.left + self.pitch() * (index as f64 + 0.5)
    }

    fn pitch(&self) -> f64 {
        (self.right - self.left) / self.count.max(1) as f64
    }
}

/// Draws monthly totals, oldest first, with their usual range.
///
/// Zero-based; the heights include the limits. Hidden months are gaps with a small mark under the base line, withheld ones gaps
/// with a dash. A usual range that is not finite is left out.
#[must_use]
pub fn monthly_chart(points: &[Point], usual: Option<UsualRange>, words: &ChartWords<'_>) -> Chart {
    let usual = usual.filter(|u| [u.low, u.centre, u.high].iter().all(|v| (0.0..=f64::from(u32::MAX)).contains(v)) && u.low <= u.high);
    let title = lettering::wrap(words.title, TITLE_SIZE, WIDTH - 2.0 * MARGIN, TITLE_LINES);
    let beside = if usual.is_some() { lettering::wrap(words.usual, LABEL_SIZE, USUAL_ROOM, 3) } else { Vec::new() };
    let frame = frame(points, usual, title.len(), &beside);
    let mut marks: Vec<Mark> = Vec::new();
    if let Some(usual) = usual {
        let (top, bottom) = (frame.y(usual.high), frame.y(usual.low));
        marks.push(Mark::Band { x: frame.left, y: top, width: frame.right - frame.left, height: bottom - top });
    }
    grid(&frame, &mut marks);
    if let Some(usual) = usual {
        range_label(&frame, usual, beside, &mut marks);
    }
    series(&frame, points, usual, &mut marks);
    months(&frame, points, words, &mut marks);
    for (i, line) in title.into_iter().enumerate() {
        let at = (MARGIN, MARGIN + TITLE_SIZE + TITLE_LEADING * i as f64);
        marks.push(Mark::Text { at, anchor: Anchor::Start, size: TITLE_SIZE, role: Role::Title, text: line });
    }
    let height = frame.base + YEAR_DROP + note(&frame, points, words, &mut marks) + MARGIN - 2.0;
    Chart { width: WIDTH, height, title: words.title.to_owned(), description: words.description.to_owned(), marks }
}

/// A scale of round figures whose top clears the largest of them by a little, for the label.
fn frame(points: &[Point], usual: Option<UsualRange>, title_lines: usize, beside: &[String]) -> Frame {
    let largest = points.iter().filter_map(|p| printed_value(p.value)).chain(usual.map(|u| u.high)).fold(10.0, f64::max);
    let clear = largest * 1.06;
    let mut steps = (0..12_u32).flat_map(|k| [1, 2, 5].map(|m| m * 10_u64.pow(k))).filter(|s| *s >= 5);
    let step = steps.find(|s| (*s * 5) as f64 >= clear).unwrap_or(1_000_000_000);
    let lines = (1..=5).find(|n| (step * n) as f64 >= clear).unwrap_or(5);
    let top = MARGIN + TITLE_SIZE + TITLE_LEADING * title_lines.saturating_sub(1) as f64 + 30.0;
    Frame {
        left: MARGIN + lettering::width(&(step * lines).to_string(), LABEL_SIZE) + 8.0,
        right: WIDTH - MARGIN - beside.iter().map(|line| lettering::width(line, LABEL_SIZE) + 8.0).fold(0.0, f64::max),
        top,
        base: top + PLOT_HEIGHT,
        step,
        lines,
        count: points.len(),
    }
}

fn label(at: Place, anchor: Anchor, text: String) -> Mark {
    Mark::Text { at, anchor, size: LABEL_SIZE, role: Role::Label, text }
}

fn grid(frame: &Frame, marks: &mut Vec<Mark>) {
    for n in 0..=frame.lines {
        let y = frame.y((n * frame.step) as f64);
        let stroke = if n == 0 { Stroke::Base } else { Stroke::Grid };
        marks.push(Mark::Line { from: (frame.left, y), to: (frame.right, y), stroke });
        marks.push(label((frame.left - 8.0, y + LABEL_SIZE * 0.36), Anchor::End, (n * frame.step).to_string()));
    }
}

fn range_label(frame: &Frame, usual: UsualRange, lines: Vec<String>, marks: &mut Vec<Mark>) {
    let centre = frame.y(usual.centre);
    marks.push(Mark::Line { from: (frame.left, centre), to: (frame.right, centre), stroke: Stroke::Centre });
    let block = LABEL_LEADING * lines.len() as f64;
    let middle = f64::midpoint(frame.y(usual.low), frame.y(usual.high));
    for (i, line) in lines.into_iter().enumerate() {
        let y = middle - block / 2.0 + LABEL_LEADING * (i as f64 + 0.76);
        marks.push(label((frame.right + 8.0, y), Anchor::Start, line));
    }
}

fn series(frame: &Frame, points: &[Point], usual: Option<UsualRange>, marks: &mut Vec<Mark>) {
    let places: Vec<Option<Place>> =
        points.iter().enumerate().map(|(i, p)| printed_value(p.value).map(|v| (frame.x(i), frame.y(v)))).collect();
    for pair in places.windows(2) {
        if let [Some(from), Some(to)] = pair {
            marks.push(Mark::Line { from: *from, to: *to, stroke: Stroke::Series });
        }
    }
    let size = (frame.pitch() * 0.5).clamp(1.0, 7.0);
    for (i, point) in points.iter().enumerate() {
        let (x, last) = (frame.x(i), i + 1 == points.len());
        match (point.value, places.get(i).copied().flatten()) {
            (Printed::About(v), Some(at)) => {
                let outside = usual.is_some_and(|u| is_beyond(f64::from(v), u));
                marks.push(Mark::Dot { at, radius: (size * 0.5).min(3.5) + if last { 1.0 } else { 0.0 } });
                if outside {
                    marks.push(Mark::Ring { at, radius: 8.0 });
                }
                if outside || last {
                    let before = i.checked_sub(1).and_then(|b| places.get(b).copied().flatten());
                    marks.push(value_label(frame, at, before, v));
                }
            }
            (Printed::Few, _) => marks.push(Mark::Hidden { at: (x, frame.base + HIDDEN_DROP), size }),
            _ => {
                let y = frame.base + HIDDEN_DROP;
                marks.push(Mark::Line { from: (x - size / 2.0, y), to: (x + size / 2.0, y), stroke: Stroke::Withheld });
            }
        }
    }
}

/// The figure of a point, on the side the line does not come from, kept off the base line and inside the picture.
fn value_label(frame: &Frame, at: Place, before: Option<Place>, value: u32) -> Mark {
    let falls = before.is_some_and(|b| b.1 < at.1);
    let below = falls && at.1 + 26.0 < frame.base;
    let text = value.to_string();
    let half = lettering::width(&text, VALUE_SIZE) / 2.0;
    let x = at.0.max(MARGIN + half).min(WIDTH - MARGIN - half);
    let y = if below { at.1 + 23.0 } else { at.1 - 12.0 };
    Mark::Text { at: (x, y), anchor: Anchor::Middle, size: VALUE_SIZE, role: Role::Value, text }
}

/// Names months as closely as they fit, counted back from the last, and the year wherever it changes between named months.
fn months(frame: &Frame, points: &[Point], words: &ChartWords<'_>, marks: &mut Vec<Mark>) {
    let room = 60.0;
    let names: Vec<String> = words.months.iter().map(|m| lettering::fit(m.trim(), LABEL_SIZE, room, false)).collect();
    let widest = names.iter().map(|n| lettering::width(n, LABEL_SIZE)).fold(lettering::width("0000", LABEL_SIZE), f64::max);
    let mut stride = 1;
    while frame.pitch() * stride as f64 <= widest + 4.0 {
        stride = if stride >= 12 {
            stride + 12
        } else if stride == 4 {
            6
        } else if stride == 6 {
            12
        } else {
            stride + 1
        };
    }
    let mut year = None;
    for (i, point) in points.iter().enumerate().filter(|(i, _)| (points.len() - 1 - i).is_multiple_of(stride)) {
        let half = widest / 2.0;
        let x = frame.x(i).max(MARGIN / 2.0 + half).min(WIDTH - MARGIN / 2.0 - half);
        let name = usize::try_from(point.period.month()).ok().and_then(|m| names.get(m.saturating_sub(1)));
        if let Some(name) = name.filter(|n| !n.is_empty()) {
            marks.push(label((x, frame.base + MONTH_DROP), Anchor::Middle, name.clone()));
        }
        if year.replace(point.period.year()) != Some(point.period.year()) {
            marks.push(label((x, frame.base + YEAR_DROP), Anchor::Middle, point.period.year().to_string()));
        }
    }
}

/// Says what the mark of a hidden month means, if there is one; gives the height it took.
fn note(frame: &Frame, points: &[Point], words: &ChartWords<'_>, marks: &mut Vec<Mark>) -> f64 {
    if !points.iter().any(|p| p.value == Printed::Few) {
        return 0.0;
    }
    let y = frame.base + YEAR_DROP + 24.0;
    marks.push(Mark::Hidden { at: (frame.left + 3.5, y - LABEL_SIZE * 0.36), size: 7.0 });
    if let Some(line) = lettering::wrap(words.few, LABEL_SIZE, WIDTH - MARGIN - frame.left - 14.0, 1).into_iter().next() {
        marks.push(label((frame.left + 14.0, y), Anchor::Start, line));
    }
    24.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, any, prop_assert, prop_oneof, proptest};

    use super::monthly_chart;
    use crate::domain::digest::{Point, Printed, UsualRange};
    use crate::domain::period::Period;
    use crate::trends::chart::{Anchor, Chart, ChartWords, Mark, Stroke};

    const WORDS: ChartWords<'static> = ChartWords {
        title: "About as many reports as usual",
        description: "About 25 reports in September.",
        usual: "usual range",
        few: "fewer than 10",
        months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    };

    fn points(values: &[Printed]) -> Vec<Point> {
        let last = Period::parse("2026-09").expect("a month");
        last.back(values.len()).into_iter().zip(values).map(|(period, value)| Point { period, value: *value }).collect()
    }

    fn lines(chart: &Chart, wanted: Stroke) -> usize {
        chart.marks.iter().filter(|m| matches!(m, Mark::Line { stroke, .. } if *stroke == wanted)).count()
    }

    fn texts(chart: &Chart) -> Vec<&str> {
        chart.marks.iter().filter_map(|m| if let Mark::Text { text, .. } = m { Some(text.as_str()) } else { None }).collect()
    }

    #[test]
    fn hidden_months_are_gaps_with_a_mark_and_a_note() {
        let about = Printed::About;

        let chart = monthly_chart(&points(&[about(20), about(25), Printed::Few, about(25), Printed::Withheld, about(20)]), None, &WORDS);

        assert_eq!(lines(&chart, Stroke::Series), 1, "only the first two months touch");
        assert_eq!(lines(&chart, Stroke::Withheld), 1);
        assert_eq!(chart.marks.iter().filter(|m| matches!(m, Mark::Hidden { .. })).count(), 2, "one month, one note");
        assert!(texts(&chart).contains(&"fewer than 10"));
    }

    #[test]
    fn months_outside_the_usual_range_are_ringed_and_named_by_their_figure() {
        let mut values = vec![Printed::About(25); 12];
        values.insert(5, Printed::About(60));
        let usual = UsualRange { low: 10.0, centre: 25.0, high: 40.0 };

        let chart = monthly_chart(&points(&values), Some(usual), &WORDS);

        assert_eq!(chart.marks.iter().filter(|m| matches!(m, Mark::Ring { .. })).count(), 1);
        assert_eq!(lines(&chart, Stroke::Centre), 1);
        assert!(texts(&chart).contains(&"60"));
    }

    #[test]
    fn the_axis_starts_at_zero_and_clears_the_upper_limit() {
        let usual = UsualRange { low: 10.0, centre: 25.0, high: 72.0 };

        let chart = monthly_chart(&points(&[Printed::About(25)]), Some(usual), &WORDS);

        let axis: Vec<&str> = chart
            .marks
            .iter()
            .filter_map(|m| if let Mark::Text { text, anchor: Anchor::End, .. } = m { Some(text.as_str()) } else { None })
            .collect();
        assert_eq!(axis, ["0", "20", "40", "60", "80"]);
    }

    #[test]
    fn an_unusable_range_is_left_out() {
        for high in [f64::NAN, f64::INFINITY, -1.0] {
            let chart = monthly_chart(&points(&[Printed::About(25)]), Some(UsualRange { low: 0.0, centre: 25.0, high }), &WORDS);

            assert_eq!(lines(&chart, Stroke::Centre), 0);
        }
    }

    fn printed() -> impl Strategy<Value = Printed> {
        prop_oneof![
            4 => (2..60_u32).prop_map(|n| Printed::About(n * 5)),
            1 => any::<u32>().prop_map(Printed::About),
            1 => Just(Printed::Few),
            1 => Just(Printed::Withheld),
        ]
    }

    proptest! {
        #[test]
        fn every_mark_lies_inside_the_picture(
            values in proptest::collection::vec(printed(), 0..50),
            (low, spread) in (0.0..500.0_f64, 0.0..500.0_f64),
            title in ".{0,200}", usual in ".{0,60}", few in ".{0,200}", month in "\\PC{0,20}",
        ) {
            let words = ChartWords { title: &title, description: "", usual: &usual, few: &few, months: [month.as_str(); 12] };
            let range = UsualRange { low, centre: low + spread / 2.0, high: low + spread };

            let chart = monthly_chart(&points(&values), Some(range), &words);

            for mark in &chart.marks {
                let [left, top, right, bottom] = mark.bounds();
                let inside = left >= 0.0 && top >= 0.0 && right <= chart.width && bottom <= chart.height;
                prop_assert!(inside, "{:?} in {} x {}", mark, chart.width, chart.height);
            }
        }
    }
}
