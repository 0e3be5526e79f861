//! Letters of other scripts that are drawn like Latin ones, and small capitals: the Latin letter each is taken for.
//!
//! Refuses letters that only resemble one (Я is no R): a reader would stumble over them. Written for this project (CC0 1.0).

use std::collections::HashMap;
use std::sync::LazyLock;

/// Pairs of a letter and the Latin letter that it looks like, in rows of other scripts.
const PAIRS: [&str; 9] = [
    // Cyrillic capitals and small letters
    "АA ВB ЕE ЁË ЅS ІI ЇÏ ЈJ КK МM НH ОO РP СC ТT УY ҮY ХX ҺH ӀI ԌG ԚQ ԜW ѴV ҚK ҒF",
    "аa вb гr еe ёë ѕs іi їï јj кk мm нh оo пn рp сc тt уy үy хx һh ӏl ԁd ԍg ԛq ԝw ѵv ьb қk",
    // Greek capitals and small letters; Ϲ and ϲ before their compatibility forms, which are sigmas
    "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ϲc ϳj ͿJ ΆÁ ΈÉ ΊÍ ΌÓ ΎÝ ΪÏ ΫŸ",
    "αa γy εe ηn ιi κk νv οo ρp τt υu χx ωw άá έé ίí όó ύú ϊï ϋü",
    // Armenian
    "ՕO ՍU ՏS օo ոn սu հh ցg զq",
    // Cherokee
    "ᎪA ᏴB ᏟC ᎠD ᎬE ᏀG ᎻH ᎫJ ᏦK ᏞL ᎷM ᏢP ᎡR ᏚS ᎢT ᏙV ᎳW ᏃZ",
    // Lisu
    "ꓮA ꓐB ꓚC ꓓD ꓰE ꓝF ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX ꓬY ꓜZ",
    // Latin small capitals
    "ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ꞯq ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz",
    // Latin letters of the phonetic alphabet
    "ɑa ɡg ɩi ȷj ʋv",
];

/// The figure nought of scripts that write figures of their own; the other nine stand behind it.
const NOUGHTS: [char; 17] = [
    '\u{660}', '\u{6f0}', '\u{7c0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}', '\u{ce6}', '\u{d66}',
    '\u{e50}', '\u{ed0}', '\u{f20}', '\u{1040}', '\u{17e0}',
];

/// Whether the letter is of the script that the reports' languages are written in.
pub(super) const fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

/// The Latin letter that a letter of another script, or a small capital, is taken for.
pub(super) fn latin(c: char) -> Option<char> {
    static BY_LETTER: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        let pair = |pair: &str| Some((pair.chars().next()?, pair.chars().nth(1)?));
        PAIRS.iter().flat_map(|row| row.split_whitespace()).filter_map(pair).collect()
    });
    if c.is_ascii() { None } else { BY_LETTER.get(&c).copied().or_else(|| badge(c)) }
}

/// Capitals in black circles and squares, which have no compatibility form.
fn badge(c: char) -> Option<char> {
    let first = [0x1f150_u32, 0x1f170].into_iter().find(|first| (*first..first + 26).contains(&u32::from(c)))?;
    char::from_u32(u32::from('A') + u32::from(c) - first)
}

/// The ASCII figure of a figure of another script.
pub(super) fn figure(c: char) -> Option<char> {
    if c.is_ascii() || !c.is_numeric() {
        return None;
    }
    let value = NOUGHTS.into_iter().find_map(|nought| u32::from(c).checked_sub(u32::from(nought)).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use super::{NOUGHTS, PAIRS, figure, is_latin, latin};

    #[test]
    fn every_pair_leads_from_outside_ascii_to_a_latin_letter() {
        for pair in PAIRS.iter().flat_map(|row| row.split_whitespace()) {
            let letters: Vec<char> = pair.chars().collect();
            assert!(matches!(letters.as_slice(), [from, to] if !from.is_ascii() && is_latin(*to) && latin(*from) == Some(*to)), "{pair}");
        }
    }

    #[test]
    fn figures_of_other_scripts_count_from_their_nought() {
        assert!(NOUGHTS.into_iter().all(|nought| figure(nought) == Some('0')));
        assert_eq!(figure('\u{669}'), Some('9'));
        assert_eq!(figure('½'), None);
        assert_eq!(latin('\u{1f151}'), Some('B'));
    }
}
