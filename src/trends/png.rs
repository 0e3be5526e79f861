//! SVG to PNG with the one font that is built in (DejaVu Sans; its licence lies beside it in `data/`).
//!
//! The same input gives the same bytes on every machine: refuses system fonts, linked files and silent loss of text.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, Node, Options, Tree, fontdb};
use thiserror::Error;

/// Family name of the built-in font.
pub const FONT: &str = "DejaVu Sans";

/// Widest picture that is drawn.
const WIDEST: u32 = 4096;

static FACE: &[u8] = include_bytes!("data/DejaVuSans.ttf");

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| Arc::new(database(FACE)));

/// Why a picture could not be drawn. Says nothing of what it shows.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum Error {
    /// The SVG cannot be read.
    #[error("the chart is not readable SVG")]
    Svg,
    /// The asked width, or the height that follows from it, is not 1 to 4096.
    #[error("the picture would be {0} wide, which is not 1 to 4096, or too high")]
    Size(u32),
    /// Some text found no font and would have been left out.
    #[error("the built-in font is missing or cannot show {0} of the chart's texts")]
    Font(usize),
    /// The pixels could not be written as PNG.
    #[error("the picture could not be written as PNG")]
    Encode,
}

fn database(face: &[u8]) -> fontdb::Database {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(face.to_vec());
    fonts.set_sans_serif_family(FONT);
    fonts
}

/// Draws `svg` at `width` pixels; the height follows.
pub fn to_png(svg: &str, width: u32) -> Result<Vec<u8>, Error> {
    draw(svg, width, Arc::clone(&FONTS))?.encode_png().map_err(|_| Error::Encode)
}

fn options(fonts: Arc<fontdb::Database>) -> Options<'static> {
    let mut options = Options { fontdb: fonts, font_family: FONT.to_owned(), ..Options::default() };
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    options
}

fn draw(svg: &str, width: u32, fonts: Arc<fontdb::Database>) -> Result<Pixmap, Error> {
    let tree = Tree::from_str(svg, &options(fonts)).map_err(|_| Error::Svg)?;
    let missing = svg.matches("<text").count().saturating_sub(texts(tree.root()));
    if missing > 0 {
        return Err(Error::Font(missing));
    }
    let scale = width as f32 / tree.size().width();
    let height = pixels(tree.size().height() * scale).filter(|_| (1..=WIDEST).contains(&width)).ok_or(Error::Size(width))?;
    let mut picture = Pixmap::new(width, height).ok_or(Error::Size(width))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    Ok(picture)
}

/// The fewest whole pixels that hold `length`; `None` above the limit.
fn pixels(length: f32) -> Option<u32> {
    (1..=WIDEST).find(|n| *n as f32 >= length)
}

/// Texts that came through with every character found in the font.
fn texts(group: &Group) -> usize {
    let whole = |text: &resvg::usvg::Text| {
        let mut glyphs = text.layouted().iter().flat_map(|span| span.positioned_glyphs.iter()).peekable();
        glyphs.peek().is_some() && glyphs.all(|g| g.id.0 != 0)
    };
    group
        .children()
        .iter()
        .map(|node| match node {
            Node::Group(inner) => texts(inner),
            Node::Text(text) => usize::from(whole(text)),
            Node::Path(_) | Node::Image(_) => 0,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use resvg::tiny_skia::Pixmap;
    use resvg::usvg::{Node, Tree, fontdb};

    use super::{Error, FONTS, draw, options, to_png};
    use crate::domain::digest::{Point, Printed, UsualRange};
    use crate::domain::period::Period;
    use crate::trends::chart::ChartWords;
    use crate::trends::lettering::width;
    use crate::trends::monthly::monthly_chart;
    use crate::trends::svg::to_svg;

    fn dark_pixels(picture: &Pixmap, left: u32, top: u32, right: u32, bottom: u32) -> usize {
        let dark = |x, y| picture.pixel(x, y).is_some_and(|p| p.red() < 128);
        (top..bottom).flat_map(|y| (left..right).map(move |x| (x, y))).filter(|(x, y)| dark(*x, *y)).count()
    }

    #[test]
    fn a_chart_becomes_a_png_whose_title_can_be_read() {
        let words = ChartWords {
            title: "Près de trente signalements, comme d’habitude",
            description: "",
            usual: "fourchette habituelle",
            few: "moins de 10",
            months: ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
        };
        let values = [20, 25, 0, 30, 25, 20, 35, 30, 25, 20, 25, 60, 25, 30];
        let months = Period::parse("2026-09").expect("a month").back(values.len());
        let value = |v| if v == 0 { Printed::Few } else { Printed::About(v) };
        let points: Vec<Point> = months.into_iter().zip(values).map(|(period, v)| Point { period, value: value(v) }).collect();
        let svg = to_svg(&monthly_chart(&points, Some(UsualRange { low: 11.0, centre: 26.0, high: 41.0, dispersion: 1.0 }), &words));

        let png = to_png(&svg, 1200).expect("a picture");

        let picture = Pixmap::decode_png(&png).expect("a readable PNG");
        assert_eq!(picture.width(), 1200);
        assert!(png.len() < 60_000, "{} bytes", png.len());
        assert!(dark_pixels(&picture, 40, 36, 500, 86) > 300, "the title is blank");
        assert_eq!(dark_pixels(&picture, 4, 4, 1196, 30), 0, "the margin is not");
    }

    #[test]
    fn no_letter_is_wider_than_the_layout_takes_it_to_be() {
        let latin = ('!'..='~').chain('¡'..='ſ').chain('–'..='‧').chain(['≈', '€']);
        let letters: Vec<char> = latin.chain('Α'..='Ρ').chain('α'..='ω').chain('А'..='я').filter(|c| !"&<>\u{ad}".contains(*c)).collect();
        let texts: Vec<String> =
            letters.iter().map(|c| format!("<text y='50' font-size='10'>{}</text>", c.to_string().repeat(8))).collect();
        let svg = format!("<svg xmlns='http://www.w3.org/2000/svg' width='90' height='90'>{}</svg>", texts.concat());

        let tree = Tree::from_str(&svg, &options(Arc::clone(&FONTS))).expect("readable");

        assert_eq!(tree.root().children().len(), letters.len());
        for node in tree.root().children() {
            let Node::Text(text) = node else { panic!("a text") };
            let written: String = text.chunks().iter().map(|chunk| chunk.text().to_owned()).collect();
            assert!(f64::from(text.bounding_box().width()) <= width(&written, 10.0), "{written}");
        }
    }

    #[test]
    fn text_without_a_font_is_an_error_and_not_a_gap() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='90' height='30'><text x='5' y='20'>words</text></svg>";

        let lost = draw(svg, 90, Arc::new(fontdb::Database::new()));
        let unknown = draw(&svg.replace("words", "話"), 90, Arc::clone(&FONTS));

        assert_eq!(lost.err(), Some(Error::Font(1)));
        assert_eq!(unknown.err(), Some(Error::Font(1)));
        assert!(draw(svg, 90, Arc::clone(&FONTS)).is_ok());
    }

    #[test]
    fn impossible_pictures_are_refused() {
        let thin = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='100'/>";

        assert_eq!(to_png("no svg", 600), Err(Error::Svg));
        assert_eq!(to_png(thin, 0), Err(Error::Size(0)));
        assert_eq!(to_png(thin, 600), Err(Error::Size(600)));
    }
}
