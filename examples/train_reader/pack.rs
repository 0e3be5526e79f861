//! From training weights to the bytes the program reads: the weightiest features, a byte to a weight, each row with its fingerprint.
//!
//! Refuses a feature whose two places are taken by weightier ones.

use candor::deident::Lesson;

use crate::learn::{LABELS, Learned, Row};

/// Pairs of rows in the finished model: 2^18, eight megabytes.
const PAIRS: usize = 1 << 18;

/// Weights relative to the label "nothing".
fn relative(row: &Row) -> Row {
    row.map(|weight| weight - row[0])
}

fn weight(row: &Row) -> f32 {
    relative(row).iter().fold(0.0, |most: f32, w| most.max(w.abs()))
}

/// Steps relative to "nothing behind nothing".
fn steps(learned: &Learned) -> Vec<u8> {
    let mut bytes = Vec::new();
    for row in &learned.steps {
        for step in row {
            bytes.extend(((step * 100.0).round().clamp(-30_000.0, 30_000.0) as i16).to_le_bytes());
        }
    }
    bytes
}

/// The finished model.
pub fn bytes(learned: &Learned) -> Vec<u8> {
    let mut rows: Vec<(f32, u64, usize)> =
        learned.features.iter().map(|(&f, &place)| (weight(&learned.weights[place]), f, place)).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let most = rows.get(rows.len() / 2000).map_or(1.0, |row| row.0).max(0.1);
    let unit = most / 127.0;
    let mut bytes = vec![0_u8; PAIRS * 2 * Lesson::ROW];
    let mut placed = 0_usize;
    for (_, feature, place) in rows.iter().filter(|row| row.0 > unit) {
        let (first, print) = (Lesson::place(*feature, PAIRS) * 2 * Lesson::ROW, Lesson::fingerprint(*feature));
        let marks = [bytes[first], bytes[first + Lesson::ROW]];
        let Some(side) = marks.iter().position(|&mark| mark == 0).filter(|_| !marks.contains(&print)) else { continue };
        let at = first + side * Lesson::ROW;
        bytes[at] = print;
        for (label, w) in relative(&learned.weights[*place]).iter().enumerate().take(LABELS).skip(1) {
            bytes[at + label] = ((w / unit).round().clamp(-127.0, 127.0) as i8).cast_unsigned();
        }
        placed += 1;
    }
    eprintln!("{placed} of {} features have a place", rows.len());
    bytes.extend(steps(learned));
    bytes.extend(unit.to_le_bytes());
    bytes
}
