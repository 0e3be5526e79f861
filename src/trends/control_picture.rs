//! The picture of a control chart: line, centre, usual range, signals as ring and word, and the line where judging begins.
//!
//! Drawn in the frame of the monthly chart and written by the same hand. Refuses words and number formats of its own.

use super::chart::{Anchor, Chart, Mark, Place, Stroke};
use super::lettering;
use super::plot::{Frame, LABEL_SIZE, MARGIN, VALUE_SIZE, WIDTH, Wanted, YEAR_DROP, label};

/// Room between headline and plot; the phase line has its words in it.
const LEAD: f64 = 48.0;
/// From the top of the plot up to the words of the phase line.
const PHASE_RISE: f64 = 28.0;

/// One period of the picture. What is `None` is not drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spot {
    /// What it is called below the base line.
    pub name: String,
    /// Its year.
    pub year: i32,
    /// The figure drawn; a negative one is drawn at 0.
    pub value: Option<f64>,
    /// The same in the reader's writing.
    pub figure: String,
    /// Centre line.
    pub centre: Option<f64>,
    /// Lower end of the usual range; a negative one is drawn at 0.
    pub low: Option<f64>,
    /// Upper end of the usual range.
    pub high: Option<f64>,
    /// What its ring says; `None` for no ring.
    pub signal: Option<String>,
}

/// The words of the picture, in the reader's language.
#[derive(Clone, Copy, Debug)]
pub struct ControlWords<'a> {
    /// The finding, as a headline.
    pub title: &'a str,
    /// Finding, range and last value in one or two sentences, for those who do not see the picture.
    pub description: &'a str,
    /// What stands beside the usual range, or beside the centre where there is none.
    pub beside: &'a str,
    /// What stands at the phase line.
    pub phase: &'a str,
}

/// Draws periods, oldest first; `split` is the first one that is judged. Figures that are not finite are left out.
#[must_use]
pub fn control_picture(spots: &[Spot], split: Option<usize>, words: &ControlWords<'_>) -> Chart {
    let all = || spots.iter().flat_map(|s| [s.value, s.centre, s.high]).filter_map(drawable);
    let lines = spots.iter().rev().find_map(|s| Some((drawable(s.centre)?, range(s))));
    let frame = Frame::new(&Wanted {
        title: words.title,
        beside: if lines.is_some() { words.beside } else { "" },
        largest: all().fold(0.0, f64::max),
        least_step: 1,
        lead: LEAD,
        count: spots.len(),
    });
    let mut marks: Vec<Mark> = Vec::new();
    for (from, to, (low, high)) in stretches(spots, range) {
        let (x, top) = (frame.edge(from), frame.y(high));
        // Half a unit over the next one, so that no seam shows between them.
        let width = (frame.edge(to) + 0.5).min(frame.right) - x;
        marks.push(Mark::Band { x, y: top, width, height: frame.y(low) - top });
    }
    frame.grid(&mut marks);
    for (from, to, (low, high)) in stretches(spots, range) {
        marks.extend([low, high].map(|limit| level(&frame, from, to, limit, Stroke::Limit)));
    }
    for (from, to, centre) in stretches(spots, |s| drawable(s.centre)) {
        marks.push(level(&frame, from, to, centre, Stroke::Centre));
    }
    if let Some((centre, band)) = lines {
        frame.beside(band.map_or(centre, |(low, high)| f64::midpoint(low, high)), &mut marks);
    }
    if let Some(split) = split.filter(|s| (1..spots.len()).contains(s)) {
        phase(&frame, split, words.phase, &mut marks);
    }
    series(&frame, spots, &mut marks);
    let names: Vec<(String, i32)> = spots.iter().map(|s| (s.name.clone(), s.year)).collect();
    frame.names(&names, &mut marks);
    frame.headline(&mut marks);
    let height = frame.base + YEAR_DROP + MARGIN - 2.0;
    Chart { width: WIDTH, height, title: words.title.to_owned(), description: words.description.to_owned(), marks }
}

fn drawable(value: Option<f64>) -> Option<f64> {
    value.filter(|v| v.is_finite() && *v <= f64::from(u32::MAX)).map(|v| v.max(0.0))
}

fn range(spot: &Spot) -> Option<(f64, f64)> {
    let (low, high) = (drawable(spot.low)?, drawable(spot.high)?);
    (low <= high).then_some((low, high))
}

/// Neighbours that share a line: the first, the one after the last, and where the line lies.
fn stretches<T: PartialEq + Copy>(spots: &[Spot], of: impl Fn(&Spot) -> Option<T>) -> Vec<(usize, usize, T)> {
    let mut found: Vec<(usize, usize, T)> = Vec::new();
    for (i, spot) in spots.iter().enumerate() {
        let Some(here) = of(spot) else { continue };
        match found.last_mut() {
            Some((_, end, there)) if *end == i && *there == here => *end = i + 1,
            _ => found.push((i, i + 1, here)),
        }
    }
    found
}

fn level(frame: &Frame, from: usize, to: usize, value: f64, stroke: Stroke) -> Mark {
    let y = frame.y(value);
    Mark::Line { from: (frame.edge(from), y), to: (frame.edge(to), y), stroke }
}

/// The line and its words, to whichever side has more room.
fn phase(frame: &Frame, split: usize, words: &str, marks: &mut Vec<Mark>) {
    let (x, top) = (frame.edge(split), frame.top - PHASE_RISE);
    marks.push(Mark::Line { from: (x, top), to: (x, frame.base), stroke: Stroke::Phase });
    let rightwards = x < WIDTH / 2.0;
    let (room, at, anchor) =
        if rightwards { (WIDTH - MARGIN - x - 6.0, x + 6.0, Anchor::Start) } else { (x - 6.0 - MARGIN, x - 6.0, Anchor::End) };
    marks.push(label((at, top + LABEL_SIZE), anchor, lettering::fit(words, LABEL_SIZE, room, false)));
}

fn series(frame: &Frame, spots: &[Spot], marks: &mut Vec<Mark>) {
    let places: Vec<Option<Place>> = spots.iter().enumerate().map(|(i, s)| drawable(s.value).map(|v| (frame.x(i), frame.y(v)))).collect();
    for pair in places.windows(2) {
        if let [Some(from), Some(to)] = pair {
            marks.push(Mark::Line { from: *from, to: *to, stroke: Stroke::Series });
        }
    }
    for (i, (spot, place)) in spots.iter().zip(&places).enumerate() {
        let Some(at) = *place else { continue };
        let last = i + 1 == spots.len();
        marks.push(Mark::Dot { at, radius: (frame.mark_size() * 0.5).min(3.5) + if last { 1.0 } else { 0.0 } });
        if spot.signal.is_some() {
            marks.push(Mark::Ring { at, radius: (frame.pitch() * 0.75).clamp(3.0, 8.0) });
        }
        // Of neighbours that say the same, the last one says it.
        let said = spots.get(i + 1).is_some_and(|next| next.signal == spot.signal);
        let text = match &spot.signal {
            Some(word) if !said => format!("{} {word}", spot.figure),
            None if last => spot.figure.clone(),
            _ => continue,
        };
        // Words are wide: they stand above everything that is drawn below them.
        let reach = lettering::width(&text, VALUE_SIZE);
        let under = places.iter().flatten().filter(|p| (p.0 - at.0).abs() <= reach);
        let highest = under.map(|p| p.1).fold(at.1, f64::min);
        let before = i.checked_sub(1).and_then(|b| places.get(b).copied().flatten());
        marks.push(if spot.signal.is_some() {
            frame.value_label((at.0, highest), None, &text)
        } else {
            frame.value_label(at, before, &text)
        });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop_assert, proptest};

    use super::{ControlWords, Spot, control_picture};
    use crate::trends::chart::{Chart, Mark, Stroke};
    use crate::trends::to_svg;

    const WORDS: ControlWords<'static> =
        ControlWords { title: "More than usual", description: "9 in June.", beside: "usual range", phase: "judged from here" };

    fn spot(value: f64) -> Spot {
        Spot { name: "Jun".to_owned(), year: 2026, value: Some(value), figure: value.to_string(), ..Spot::default() }
    }

    fn judged(value: f64, signal: Option<&str>) -> Spot {
        Spot { centre: Some(3.0), low: Some(-1.0), high: Some(7.0), signal: signal.map(str::to_owned), ..spot(value) }
    }

    fn lines(chart: &Chart, wanted: Stroke) -> usize {
        chart.marks.iter().filter(|m| matches!(m, Mark::Line { stroke, .. } if *stroke == wanted)).count()
    }

    fn texts(chart: &Chart) -> Vec<&str> {
        chart.marks.iter().filter_map(|m| if let Mark::Text { text, .. } = m { Some(text.as_str()) } else { None }).collect()
    }

    #[test]
    fn a_signal_is_a_ring_and_a_word_and_neighbours_say_it_once() {
        let chart = control_picture(&[spot(3.0), judged(8.0, Some("more")), judged(9.0, Some("more")), judged(3.0, None)], Some(1), &WORDS);

        assert_eq!(chart.marks.iter().filter(|m| matches!(m, Mark::Ring { .. })).count(), 2);
        assert!(texts(&chart).contains(&"9 more") && !texts(&chart).contains(&"8 more"));
        assert!(texts(&chart).contains(&"judged from here") && lines(&chart, Stroke::Phase) == 1);
    }

    #[test]
    fn limits_that_stay_the_same_are_one_line_and_start_where_judging_does() {
        let chart = control_picture(&[spot(3.0), judged(4.0, None), judged(2.0, None)], Some(1), &WORDS);

        assert_eq!((lines(&chart, Stroke::Centre), lines(&chart, Stroke::Limit)), (1, 2));
        let band = chart.marks.iter().find_map(|m| if let Mark::Band { x, .. } = m { Some(*x) } else { None });
        let phase = chart.marks.iter().find_map(|m| match m {
            Mark::Line { from, stroke: Stroke::Phase, .. } => Some(from.0),
            _ => None,
        });
        assert_eq!(band, phase);
    }

    #[test]
    fn without_limits_there_is_no_band_and_no_word_for_it() {
        let chart = control_picture(&[spot(3.0), spot(4.0)], None, &WORDS);

        assert!(!texts(&chart).contains(&"usual range") && lines(&chart, Stroke::Phase) == 0);
        assert!(to_svg(&chart).contains("<desc id=\"chart-desc\">9 in June.</desc>"));
    }

    fn spots() -> impl Strategy<Value = Vec<Spot>> {
        let one = ("\\PC{0,12}", 0.0..400.0_f64, any::<f64>(), 0.0..300.0_f64, any::<bool>(), "\\PC{0,60}");
        proptest::collection::vec(one, 0..50).prop_map(|all| {
            let made = all.into_iter().map(|(name, value, odd, spread, rings, word)| Spot {
                name,
                year: 2026,
                value: Some(value),
                figure: format!("{value:.1}"),
                centre: Some(value + spread / 2.0),
                low: Some(odd),
                high: Some(value + spread),
                signal: rings.then_some(word),
            });
            made.collect()
        })
    }

    proptest! {
        #[test]
        fn every_mark_lies_inside_the_picture(
            spots in spots(), split in proptest::option::of(0..60_usize),
            title in ".{0,200}", beside in ".{0,60}", phase in ".{0,120}",
        ) {
            let words = ControlWords { title: &title, description: "", beside: &beside, phase: &phase };

            let chart = control_picture(&spots, split, &words);

            for mark in &chart.marks {
                let [left, top, right, bottom] = mark.bounds();
                let inside = left >= 0.0 && top >= 0.0 && right <= chart.width && bottom <= chart.height;
                prop_assert!(inside, "{:?} in {} x {}", mark, chart.width, chart.height);
            }
        }
    }
}
