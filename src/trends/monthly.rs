//! The geometry of the monthly chart: where every mark of it lies.
//!
//! Drawn from printed figures only, so a hidden month has no height to measure. Refuses words of its own.

use crate::domain::digest::{Point, Printed, UsualRange};

use super::chart::{Anchor, Chart, ChartWords, Mark, Place, Stroke};
use super::lettering;
use super::plot::{Frame, LABEL_SIZE, MARGIN, WIDTH, Wanted, YEAR_DROP, label};
use super::usual::{is_beyond, printed_value};

/// From the base line down to the hidden-month marks.
const HIDDEN_DROP: f64 = 9.0;

/// Draws monthly totals, oldest first, with their usual range.
///
/// Zero-based; the heights include the limits. Hidden months are gaps with a small mark under the base line, withheld ones gaps
/// with a dash. A usual range that is not finite is left out.
#[must_use]
pub fn monthly_chart(points: &[Point], usual: Option<UsualRange>, words: &ChartWords<'_>) -> Chart {
    let usual = usual.filter(|u| [u.low, u.centre, u.high].iter().all(|v| (0.0..=f64::from(u32::MAX)).contains(v)) && u.low <= u.high);
    let frame = Frame::new(&Wanted {
        title: words.title,
        beside: if usual.is_some() { words.usual } else { "" },
        largest: points.iter().filter_map(|p| printed_value(p.value)).chain(usual.map(|u| u.high)).fold(10.0, f64::max),
        least_step: 5,
        lead: 30.0,
        count: points.len(),
    });
    let mut marks: Vec<Mark> = Vec::new();
    if let Some(usual) = usual {
        let (top, bottom) = (frame.y(usual.high), frame.y(usual.low));
        marks.push(Mark::Band { x: frame.left, y: top, width: frame.right - frame.left, height: bottom - top });
    }
    frame.grid(&mut marks);
    if let Some(usual) = usual {
        let centre = frame.y(usual.centre);
        marks.push(Mark::Line { from: (frame.left, centre), to: (frame.right, centre), stroke: Stroke::Centre });
        frame.beside(f64::midpoint(usual.low, usual.high), &mut marks);
    }
    series(&frame, points, usual, &mut marks);
    let name = |p: &Point| usize::try_from(p.period.month()).ok().and_then(|m| words.months.get(m.saturating_sub(1)).copied());
    let names: Vec<(String, i32)> = points.iter().map(|p| (name(p).unwrap_or("").to_owned(), p.period.year())).collect();
    frame.names(&names, &mut marks);
    frame.headline(&mut marks);
    let height = frame.base + YEAR_DROP + note(&frame, points, words, &mut marks) + MARGIN - 2.0;
    Chart { width: WIDTH, height, title: words.title.to_owned(), description: words.description.to_owned(), marks }
}

fn series(frame: &Frame, points: &[Point], usual: Option<UsualRange>, marks: &mut Vec<Mark>) {
    let places: Vec<Option<Place>> =
        points.iter().enumerate().map(|(i, p)| printed_value(p.value).map(|v| (frame.x(i), frame.y(v)))).collect();
    for pair in places.windows(2) {
        if let [Some(from), Some(to)] = pair {
            marks.push(Mark::Line { from: *from, to: *to, stroke: Stroke::Series });
        }
    }
    let size = frame.mark_size();
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
                    marks.push(frame.value_label(at, before, &v.to_string()));
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
        let usual = UsualRange { low: 10.0, centre: 25.0, high: 40.0, dispersion: 1.0 };

        let chart = monthly_chart(&points(&values), Some(usual), &WORDS);

        assert_eq!(chart.marks.iter().filter(|m| matches!(m, Mark::Ring { .. })).count(), 1);
        assert_eq!(lines(&chart, Stroke::Centre), 1);
        assert!(texts(&chart).contains(&"60"));
    }

    #[test]
    fn the_axis_starts_at_zero_and_clears_the_upper_limit() {
        let usual = UsualRange { low: 10.0, centre: 25.0, high: 72.0, dispersion: 1.0 };

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
            let chart =
                monthly_chart(&points(&[Printed::About(25)]), Some(UsualRange { low: 0.0, centre: 25.0, high, dispersion: 1.0 }), &WORDS);

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
            let range = UsualRange { low, centre: low + spread / 2.0, high: low + spread, dispersion: 1.0 };

            let chart = monthly_chart(&points(&values), Some(range), &words);

            for mark in &chart.marks {
                let [left, top, right, bottom] = mark.bounds();
                let inside = left >= 0.0 && top >= 0.0 && right <= chart.width && bottom <= chart.height;
                prop_assert!(inside, "{:?} in {} x {}", mark, chart.width, chart.height);
            }
        }
    }
}
