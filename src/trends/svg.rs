//! Geometry to SVG: one light panel that reads the same on a page, in dark mode and on paper.
//!
//! Presentation attributes only, so that it passes a content security policy without inline styles. Refuses markup in words:
//! everything handed in is escaped. Identifiers inside are fixed; put one chart on a page.

use super::chart::{Anchor, Chart, Mark, Role, Stroke};
use super::png::FONT;

const INK: &str = "#2f2b3a";
const QUIET: &str = "#595466";
const SERIES: &str = "#4b3f72";
const PANEL: &str = "#ffffff";

/// Writes the chart as one SVG element with an accessible name and description.
#[must_use]
pub fn to_svg(chart: &Chart) -> String {
    let (w, h) = (number(chart.width), number(chart.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" role=\"img\" \
         aria-labelledby=\"chart-title\" aria-describedby=\"chart-desc\" font-family=\"{FONT}, sans-serif\">\n\
         <title id=\"chart-title\">{}</title>\n<desc id=\"chart-desc\">{}</desc>\n\
         <rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"3\" fill=\"{PANEL}\" stroke=\"#cfccd6\"/>\n",
        escape(&chart.title),
        escape(&chart.description),
        number(chart.width - 1.0),
        number(chart.height - 1.0),
    );
    for mark in &chart.marks {
        out.push_str(&element(mark));
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

fn element(mark: &Mark) -> String {
    match mark {
        Mark::Band { x, y, width, height } => format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"#e9e6ef\"/>",
            number(*x),
            number(*y),
            number(*width),
            number(*height)
        ),
        Mark::Line { from, to, stroke } => format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>",
            number(from.0),
            number(from.1),
            number(to.0),
            number(to.1),
            pen(*stroke)
        ),
        Mark::Dot { at, radius } => {
            format!("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"{SERIES}\"/>", number(at.0), number(at.1), number(*radius))
        }
        Mark::Ring { at, radius } => format!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" fill=\"none\" stroke=\"{SERIES}\" stroke-width=\"1.75\"/>",
            number(at.0),
            number(at.1),
            number(radius - 0.875)
        ),
        Mark::Hidden { at, size } => {
            let inner = size - 1.25;
            format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{PANEL}\" stroke=\"#767181\" stroke-width=\"1.25\"/>",
                number(at.0 - inner / 2.0),
                number(at.1 - inner / 2.0),
                number(inner),
                number(inner)
            )
        }
        Mark::Text { at, anchor, size, role, text } => lettering(*at, *anchor, *size, *role, text),
    }
}

fn lettering(at: (f64, f64), anchor: Anchor, size: f64, role: Role, text: &str) -> String {
    let anchor = match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    };
    let ink = match role {
        Role::Title => format!("fill=\"{INK}\""),
        Role::Value => format!("fill=\"{SERIES}\" stroke=\"{PANEL}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\""),
        Role::Label => format!("fill=\"{QUIET}\""),
    };
    format!("<text x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor} {ink}>{}</text>", number(at.0), number(at.1), number(size), escape(text))
}

const fn pen(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Grid => "stroke=\"#dcdae2\"",
        Stroke::Base => "stroke=\"#767181\"",
        Stroke::Centre => "stroke=\"#767181\" stroke-width=\"1.25\" stroke-dasharray=\"6 4\"",
        Stroke::Series => "stroke=\"#4b3f72\" stroke-width=\"2\" stroke-linecap=\"round\"",
        Stroke::Limit => "stroke=\"#9d96ad\"",
        Stroke::Phase => "stroke=\"#595466\" stroke-width=\"1.25\" stroke-dasharray=\"2 3\"",
        Stroke::Withheld => "stroke=\"#767181\" stroke-width=\"1.5\"",
    }
}

/// Two decimals at most, so that the same chart is the same bytes everywhere.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Escapes for element content and attribute values; characters that XML 1.0 forbids become U+FFFD.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{number, to_svg};
    use crate::domain::digest::{Point, Printed};
    use crate::domain::period::Period;
    use crate::trends::chart::ChartWords;
    use crate::trends::monthly::monthly_chart;

    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    fn svg(title: &str) -> String {
        let words = ChartWords { title, description: "a & b", usual: "<usual>", few: "fewer than \"10\"", months: MONTHS };
        let period = Period::parse("2026-09").expect("a month");
        let points = [Point { period: period.previous(), value: Printed::Few }, Point { period, value: Printed::About(15) }];
        to_svg(&monthly_chart(&points, None, &words))
    }

    #[test]
    fn words_cannot_become_markup() {
        let svg = svg("</title><script>\"'\u{0}");

        assert!(svg.contains("&lt;/title&gt;&lt;script&gt;&quot;&#39;\u{fffd}"));
        assert!(!svg.contains("<script"));
        assert!(resvg::usvg::roxmltree::Document::parse(&svg).is_ok());
    }

    #[test]
    fn the_picture_has_a_name_a_description_and_no_inline_style() {
        let svg = svg("Reports");

        assert!(svg.contains("role=\"img\"") && svg.contains("<title id=\"chart-title\">Reports</title>"));
        assert!(svg.contains("<desc id=\"chart-desc\">a &amp; b</desc>"));
        assert!(!svg.contains("style="));
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(number(12.0), "12");
        assert_eq!(number(12.345_678), "12.35");
        assert_eq!(number(100.0), "100");
        assert_eq!(number(0.5), "0.5");
    }
}
