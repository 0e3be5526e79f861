//! A short text as a QR code, drawn as one SVG path.
//!
//! Always the same mask: a reader takes the mask from the code itself (ISO/IEC 18004, 7.8 and 7.9), and weighing all eight
//! against each other costs more than sealing a report. Refuses texts that do not fit: there is no picture then.

use std::fmt::Write as _;

use qrcode::bits::encode_auto;
use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::ec::construct_codewords;
use qrcode::{Color, EcLevel};

/// Light modules around the code (ISO/IEC 18004, 6.3.8).
const QUIET: usize = 4;

/// A QR code as one SVG path over a grid of `side` units, quiet zone included.
pub(super) struct Picture {
    pub(super) side: usize,
    pub(super) path: String,
}

/// Draws `text`; none when it does not fit.
pub(super) fn picture(text: &str) -> Option<Picture> {
    let bits = encode_auto(text.as_bytes(), EcLevel::M).ok()?;
    let version = bits.version();
    let (data, correction) = construct_codewords(&bits.into_bytes(), version, EcLevel::M).ok()?;
    let mut canvas = Canvas::new(version, EcLevel::M);
    canvas.draw_all_functional_patterns();
    canvas.draw_data(&data, &correction);
    canvas.apply_mask(MaskPattern::Checkerboard);
    let width = usize::try_from(version.width()).ok()?;
    let path = trace(&canvas.into_colors(), width)?;
    Some(Picture { side: width + 2 * QUIET, path })
}

/// One bar for each run of dark modules in a row.
fn trace(modules: &[Color], width: usize) -> Option<String> {
    let mut path = String::with_capacity(8 * 1024);
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|a, b| a == b) {
            if run.first() == Some(&Color::Dark) {
                write!(path, "M{} {}h{}v1h-{}z", x + QUIET, y + QUIET, run.len(), run.len()).ok()?;
            }
            x += run.len();
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::picture;

    /// Paints the path at four pixels a module, as a browser would.
    fn painted(path: &str, side: usize) -> Vec<bool> {
        let mut dark = vec![false; side * side];
        for bar in path.split('z').filter(|bar| !bar.is_empty()) {
            let numbers: Vec<usize> = bar.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect();
            let [x, y, run, 1, _] = numbers[..] else { panic!("a bar has five numbers: {bar}") };
            dark[y * side + x..y * side + x + run].fill(true);
        }
        dark
    }

    #[test]
    fn a_reader_reads_the_text() {
        let texts = [
            "abacus zoom zoom zoom zoom zoom zoom zoom abacus",
            "unwilling-unwilling-unwilling-unwilling-unwilling-unwilling-unwilling-unwilling-unwilling",
            "parasail sedation distance relish alike bunkhouse reversal undrilled unveiling",
            "otpauth://totp/Candor:ann@example.org?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&issuer=Candor",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ];
        for text in texts {
            let picture = picture(text).expect("a short text fits");
            let dark = painted(&picture.path, picture.side);
            let grey = |x: usize, y: usize| if dark[y / 4 * picture.side + x / 4] { 0 } else { 255 };
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(picture.side * 4, picture.side * 4, grey);
            let grids = image.detect_grids();
            assert_eq!(grids.first().expect("a code").decode().expect("readable").1, text);
        }
    }
}
