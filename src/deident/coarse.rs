//! Dates become a month, times a quarter of the day, ages a band of ten years.
//!
//! Refuses to guess: a date that reads two ways loses its month, a time without morning or evening loses its quarter.

/// Month names and their usual short forms, four languages, lower case, by month.
const MONTHS: [(&str, &[&str]); 12] = [
    ("January", &["january", "jan", "januar", "jänner", "enero", "janvier", "janv"]),
    ("February", &["february", "feb", "februar", "febrero", "février", "févr", "fév"]),
    ("March", &["march", "mar", "märz", "marzo", "mars"]),
    ("April", &["april", "apr", "abril", "avril", "avr"]),
    ("May", &["may", "mai", "mayo"]),
    ("June", &["june", "jun", "juni", "junio", "juin"]),
    ("July", &["july", "jul", "juli", "julio", "juillet"]),
    ("August", &["august", "aug", "agosto", "août"]),
    ("September", &["september", "sept", "sep", "septiembre", "septembre"]),
    ("October", &["october", "oct", "oktober", "okt", "octubre", "octobre"]),
    ("November", &["november", "nov", "noviembre", "novembre"]),
    ("December", &["december", "dec", "dezember", "dez", "diciembre", "dic", "décembre", "déc", "desember"]),
];

/// `[date: March]` when the month is certain, `[date]` otherwise.
pub(super) fn date(original: &str) -> String {
    let month = named_month(original).or_else(|| numeric_month(original));
    month.map_or_else(|| "[date]".to_owned(), |name| format!("[date: {name}]"))
}

fn named_month(original: &str) -> Option<&'static str> {
    let lower = original.to_lowercase();
    lower.split(|c: char| !c.is_alphabetic()).find_map(|word| MONTHS.iter().find(|(_, forms)| forms.contains(&word)).map(|(name, _)| *name))
}

/// Day and month in figures: only when one of the two cannot be a month, or the year comes first.
fn numeric_month(original: &str) -> Option<&'static str> {
    let numbers: Vec<u32> = figures(original);
    let (first, second) = (*numbers.first()?, *numbers.get(1)?);
    let month = if first > 31 || first > 12 {
        second
    } else if second > 12 || first == second {
        first
    } else if original.contains('.') && !original.contains('/') {
        second
    } else {
        return None;
    };
    let index = usize::try_from(month.checked_sub(1)?).ok()?;
    MONTHS.get(index).map(|(name, _)| *name)
}

/// `[time: night]`, `[time: morning]`, `[time: afternoon]`, `[time: evening]`, or `[time]` when the figures read both ways.
pub(super) fn time(original: &str, after: &str) -> String {
    let quarter = hour(original, after).and_then(|hour| match hour {
        0..=5 | 24 => Some("night"),
        6..=11 => Some("morning"),
        12..=17 => Some("afternoon"),
        18..=23 => Some("evening"),
        _ => None,
    });
    quarter.map_or_else(|| "[time]".to_owned(), |name| format!("[time: {name}]"))
}

fn hour(original: &str, after: &str) -> Option<u32> {
    let lower = original.to_lowercase();
    if ["noon", "midday", "mediodía", "midi", "mittag"].iter().any(|word| lower.contains(word)) {
        return Some(12);
    }
    if ["midnight", "medianoche", "minuit", "mitternacht"].iter().any(|word| lower.contains(word)) {
        return Some(0);
    }
    let digits: String = lower.chars().take_while(char::is_ascii_digit).collect();
    let number: u32 = digits.parse().ok()?;
    let value = if digits.len() >= 3 { number / 100 } else { number };
    let near: String = after.chars().take(8).collect::<String>().to_lowercase();
    let rest = format!("{}{near}", lower.trim_start_matches(|c: char| c.is_ascii_digit()));
    let marked = |letter: char| {
        let m = ["m", ".m", " m"].iter().any(|end| rest.contains(&format!("{letter}{end}")));
        m || lower.ends_with(letter) && lower.len() > digits.len()
    };
    match value {
        1..=12 if marked('p') => Some(value % 12 + 12),
        1..=12 if marked('a') => Some(value % 12),
        13.. => Some(value),
        _ if digits.starts_with('0') || digits.len() >= 3 || lower.contains('h') => Some(value),
        _ => None,
    }
}

/// `[age: 30s]`, `[age: teens]`, `[age: under 10]`, `[age: 90 or over]`, or `[age]`.
pub(super) fn age(original: &str) -> String {
    let years = figures(original).first().copied().or_else(|| spelled(&original.to_lowercase()));
    match years {
        Some(0..=9) => "[age: under 10]".to_owned(),
        Some(10..=19) => "[age: teens]".to_owned(),
        Some(years @ 20..=89) => format!("[age: {}0s]", years / 10),
        Some(90..=129) => "[age: 90 or over]".to_owned(),
        _ => "[age]".to_owned(),
    }
}

/// Number words up to twelve and the tens, as far as they are used for ages.
const SPELLED: [(u32, &[&str]); 20] = [
    (1, &["one", "un", "uno", "eins"]),
    (2, &["two", "dos", "deux", "zwei"]),
    (3, &["three", "tres", "trois", "drei"]),
    (4, &["four", "cuatro", "quatre", "vier"]),
    (5, &["five", "cinco", "cinq", "fünf"]),
    (6, &["six", "seis", "sechs"]),
    (7, &["seven", "siete", "sept", "sieben"]),
    (8, &["eight", "ocho", "huit", "acht"]),
    (9, &["nine", "nueve", "neuf", "neun"]),
    (10, &["ten", "diez", "dix", "zehn"]),
    (11, &["eleven", "once", "onze", "elf"]),
    (12, &["twelve", "doce", "douze", "zwölf"]),
    (20, &["twenty", "veinte", "vingt", "zwanzig"]),
    (30, &["thirty", "treinta", "trente", "dreißig"]),
    (40, &["forty", "cuarenta", "quarante", "vierzig"]),
    (50, &["fifty", "cincuenta", "cinquante", "fünfzig"]),
    (60, &["sixty", "sesenta", "soixante", "sechzig"]),
    (70, &["seventy", "setenta", "siebzig"]),
    (80, &["eighty", "ochenta", "achtzig"]),
    (90, &["ninety", "noventa", "neunzig"]),
];

fn spelled(lower: &str) -> Option<u32> {
    let word = lower.split(|c: char| !c.is_alphabetic()).next()?;
    SPELLED.iter().find(|(_, forms)| forms.contains(&word)).map(|(years, _)| *years)
}

fn figures(text: &str) -> Vec<u32> {
    text.split(|c: char| !c.is_ascii_digit()).filter_map(|digits| digits.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::{age, date, time};

    #[test]
    fn a_date_keeps_its_month_only_when_it_reads_one_way() {
        assert_eq!(date("14 March 2024"), "[date: March]");
        assert_eq!(date("6/18"), "[date: June]");
        assert_eq!(date("30.06."), "[date: June]");
        assert_eq!(date("3/11"), "[date]");
        assert_eq!(date("Tuesday"), "[date]");
    }

    #[test]
    fn a_time_becomes_a_quarter_of_the_day_when_it_is_certain() {
        assert_eq!(time("0315", ""), "[time: night]");
        assert_eq!(time("8:20 PM", ""), "[time: evening]");
        assert_eq!(time("14h20", ""), "[time: afternoon]");
        assert_eq!(time("noon", ""), "[time: afternoon]");
        assert_eq!(time("4.50", ""), "[time]");
        assert_eq!(time("half eleven", ""), "[time]");
    }

    #[test]
    fn an_age_becomes_a_band() {
        assert_eq!(age("34"), "[age: 30s]");
        assert_eq!(age("six"), "[age: under 10]");
        assert_eq!(age("93"), "[age: 90 or over]");
    }
}
