//! How wide text comes out in the bundled font, and where to break it.
//!
//! A careful over-estimate by class of character, so that nothing set with it leaves the picture; refuses to read the font.

/// Width of `text` at `size`, in the same unit as `size`; not less than the true width of Latin, Greek and Cyrillic in
/// DejaVu Sans.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(ems).sum::<f64>() * size
}

fn ems(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' => 0.36,
        'f' | 't' | 'r' | 'I' | 'J' | '(' | ')' | '[' | ']' | '-' | '/' | '!' => 0.43,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' | 'O' | 'Q' | 'G' | '+' | '=' | '<' | '>' | '~' | '#' => 1.0,
        'a'..='z' | '0'..='9' => 0.65,
        'A'..='Z' => 0.8,
        c if c.is_ascii() => 0.84,
        '\u{2013}' | '\u{2019}' | '\u{a0}' => 0.55,
        'æ' | 'œ' | 'ŉ' | 'ŵ' => 1.15,
        c if c <= '\u{17f}' => {
            if c.is_lowercase() {
                0.8
            } else {
                1.15
            }
        }
        c if c.is_lowercase() => 1.2,
        _ => 1.45,
    }
}

/// Breaks `text` at white space into at most `most` lines no wider than `room`; what does not fit ends in an ellipsis.
pub(super) fn wrap(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let joined = lines.last().map(|line| format!("{line} {word}")).filter(|line| width(line, size) <= room);
        match (joined, lines.last_mut()) {
            (Some(joined), Some(last)) => *last = joined,
            _ => lines.push(word.to_owned()),
        }
    }
    let over = lines.len() > most;
    lines.truncate(most);
    let count = lines.len();
    lines.into_iter().enumerate().map(|(i, line)| fit(&line, size, room, over && i + 1 == count)).collect()
}

/// `text` as it is, or as much as leaves room for an ellipsis when it is too wide or more should have followed.
pub(super) fn fit(text: &str, size: f64, room: f64, more: bool) -> String {
    if !more && width(text, size) <= room {
        return text.to_owned();
    }
    let ellipsis = ems('…') * size;
    let mut used = ellipsis;
    let kept: String = text
        .chars()
        .take_while(|c| {
            used += ems(*c) * size;
            used <= room
        })
        .collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::{fit, width, wrap};

    #[test]
    fn lines_break_between_words_and_stay_in_the_room() {
        let lines = wrap("reports about moving patients are higher than usual", 10.0, 120.0, 9);

        assert!(lines.len() > 1);
        assert!(lines.iter().all(|l| width(l, 10.0) <= 120.0));
        assert_eq!(lines.join(" "), "reports about moving patients are higher than usual");
    }

    #[test]
    fn what_does_not_fit_ends_in_an_ellipsis() {
        let lines = wrap("one two three four five six seven", 10.0, 60.0, 2);

        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…') && width(&lines[1], 10.0) <= 60.0);
        assert!(width(&fit("Donaudampfschifffahrtsgesellschaft", 10.0, 80.0, false), 10.0) <= 80.0);
        assert!(wrap(" \n ", 10.0, 60.0, 2).is_empty());
    }
}
