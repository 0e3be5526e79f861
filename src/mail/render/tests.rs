//! What a rendered letter must hold and must never hold.

use std::collections::BTreeSet;

use super::render;
use crate::domain::contact::Language;
use crate::domain::digest::{Artefact, Ask, Deed, Figures, Health, Held, Issue, Movement, Point, Printed, Row, Told, UsualRange};
use crate::domain::edition::Level;
use crate::domain::lesson::Story;
use crate::domain::period::Period;
use crate::domain::span::{Pace, Span};
use crate::i18n::{Catalog, Words};
use crate::mail::{Error, Links, chart_alt};

fn words(language: Language) -> Words {
    Catalog::load().expect("messages").words(language)
}

fn links() -> Links {
    Links {
        public_url: "https://safety.example.org/".into(),
        report_url: "https://safety.example.org/report".into(),
        unsubscribe_url: "https://safety.example.org/unsubscribe".into(),
    }
}

fn row(name: &str, now: Printed, before: Printed, movement: Movement) -> Row {
    Row { name: name.into(), unsorted: false, now, before, movement }
}

fn issue() -> Issue {
    use Movement::{CannotSay, Fewer, More, NoClearChange};
    use Printed::{About, Few, Withheld};
    let period = Period::parse("2026-10").expect("month");
    let series = period.back(13).into_iter().zip([30, 35, 25, 30, 40, 35, 30, 25, 35, 30, 40, 35, 60]);
    let figures = Figures {
        total: row("", About(60), About(35), More),
        areas: vec![
            row("Theatre", About(25), About(10), More),
            row("Emergency <department>", About(15), About(20), NoClearChange),
            row("Imaging", Withheld, Withheld, CannotSay),
        ],
        categories: vec![
            row("Medication", About(25), About(10), More),
            row("Falls", Few, About(10), CannotSay),
            row("Devices", About(10), About(20), Fewer),
            row("Communication", About(45), About(15), More),
        ],
        series: series.map(|(period, n)| Point { period, value: About(n) }).collect(),
        usual: Some(UsualRange { low: 17.4, centre: 32.5, high: 47.6, dispersion: 1.0 }),
        outside: Some(true),
        false_alarm: Some(40),
        lacking: Vec::new(),
        rules: "rules v1",
    };
    Issue {
        span: Span::holding(period, Pace::Month),
        level: Level::AllStaff,
        organisation: "St. Brigid & Partners".into(),
        figures: Some(figures),
        told: Told::default(),
        noise_thousandths: None,
    }
}

/// The same with other figures.
fn with(change: impl FnOnce(&mut Figures)) -> Issue {
    let mut issue = issue();
    change(issue.figures.as_mut().expect("figures"));
    issue
}

/// Sixty people: a total and nothing beside it.
fn quiet() -> Issue {
    with(|f| {
        f.total = row("", Printed::Few, Printed::Few, Movement::CannotSay);
        (f.areas, f.categories, f.series) = (Vec::new(), Vec::new(), Vec::new());
        (f.usual, f.outside, f.false_alarm) = (None, None, None);
    })
}

/// What was learned and done, everything that can be told of it.
fn told() -> Told {
    let month = |text: &str| Period::parse(text).expect("a month");
    let deed = |what: &str, done, held| Deed { what: what.into(), owner: "ward manager".into(), done, due: month("2026-12"), held };
    Told {
        deeds: vec![
            deed("Low beds with a sensor", Some(month("2025-11")), Some(Held::Fewer)),
            deed("A line for what is left to do", Some(month("2026-09")), Some(Held::TooFew(Some(month("2027-03"))))),
            deed("Spare batteries", None, None),
        ],
        story: Some(Story {
            title: "Two bags".into(),
            happened: "They look alike.".into(),
            caught: "A second pair of eyes.".into(),
            helps: "Store them apart.".into(),
        }),
        asks: vec![Ask { what: "Check the hired pumps".into(), owner: "device lead".into(), by: month("2026-12") }],
        health: Health { reply_weeks: Some(2), told_percent: Some(55), strong_actions: Some((3, 5)) },
        question: Some("What do we pick in the dark?".into()),
    }
}

/// Issues of every shape.
fn every() -> [Issue; 4] {
    let nobody = Issue { figures: None, ..issue() };
    [issue(), quiet(), Issue { told: told(), ..issue() }, Issue { told: told(), ..nobody }]
}

fn letter(issue: &Issue, language: Language) -> Artefact {
    render(issue, &words(language), &links(), vec![1, 2, 3]).expect("letter")
}

/// What a reader of the HTML sees: tags and styles gone, the picture replaced by its alternative.
fn seen(html: &str) -> String {
    let body = html.split_once("<body").expect("body").1;
    let body = body.replace("alt=\"", ">").replace("\" style=\"display:block", "<");
    let text = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect::<Vec<_>>().join(" ");
    text.replace("&#38;", "&").replace("&#60;", "<").replace("&#62;", ">").replace("&#39;", "'")
}

fn numbers(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).map(ToOwned::to_owned).collect()
}

fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn text_and_html_hold_the_same_figures_and_sentences_in_every_language() {
    for language in Language::ALL {
        for issue in every() {
            let letter = letter(&issue, language);
            let (text, html) = (flat(&letter.text), flat(&seen(&letter.html)));

            assert_eq!(numbers(&text), numbers(&html), "{language:?}");
            let question = issue.told.question.clone().unwrap_or_else(|| words(language).get("question-10"));
            for sentence in [&letter.chart_alt, &question] {
                assert!(text.contains(sentence) && html.contains(sentence), "{language:?}: {sentence}");
            }
        }
    }
}

#[test]
fn no_message_is_missing_and_no_argument_is_left_open() {
    for language in Language::ALL {
        for issue in every() {
            let letter = letter(&issue, language);

            for text in [&letter.talk, &letter.subject, &letter.text, &seen(&letter.html), &letter.chart_alt] {
                assert!(!text.contains('⟦') && !text.contains("{ $"), "{language:?}: {text}");
            }
        }
        assert!((1..=12).all(|month| !words(language).get(&format!("question-{month}")).contains('⟦')));
    }
}

#[test]
fn the_bottom_line_says_number_movement_and_range() {
    let letter = letter(&issue(), Language::English);

    let line = "We count about 60 reports for October 2026, more than the month before; that is above the usual range of 20 to 45.";
    assert!(flat(&letter.text).contains(line), "{}", letter.text);
    assert!(letter.html.contains(line));
}

#[test]
fn an_ordinary_month_and_a_first_month_read_as_sentences() {
    let inside = with(|f| {
        f.total = row("", Printed::About(30), Printed::About(35), Movement::NoClearChange);
        f.outside = Some(false);
    });
    let first = with(|f| {
        f.total = row("", Printed::About(30), Printed::Few, Movement::CannotSay);
        (f.usual, f.outside, f.false_alarm) = (None, None, None);
    });
    let says = |issue: &Issue| flat(&letter(issue, Language::English).text);

    assert!(says(&inside).contains(
        "We count about 30 reports for October 2026, with no clear change from the month before; that is within the usual range of 20 to 45."
    ));
    assert!(says(&first).contains("We count about 30 reports for October 2026. "));
    assert!(says(&quiet()).contains("We count fewer than 10 reports for October 2026; a number that small is not shown."));
}

#[test]
fn what_changed_names_three_rows_in_alphabetical_order() {
    let text = flat(&letter(&issue(), Language::English).text);

    let expected = "What changed ============ - Communication: more, about 45 after about 15 the month before. \
        - Medication: more, about 25 after about 10 the month before. - Theatre: more, about 25 after about 10 the month before. \
        - The tables below show further changes.";
    assert!(text.contains(expected), "{text}");
}

#[test]
fn rows_stand_in_alphabetical_order_whatever_their_figures() {
    let letter = letter(&issue(), Language::English);

    for text in [&letter.text, &letter.html] {
        let tables = text.split_once("By area").expect("tables").1;
        let at = |name: &str| tables.find(name).expect(name);
        assert!(at("Emergency") < at("Theatre"));
        // A row without any figure stands in the sentence below its table.
        assert!(at("Theatre") < at("Imaging") && at("Imaging") < at("By kind of event"));
        assert!(at("Communication") < at("Devices") && at("Devices") < at("Falls") && at("Falls") < at("Medication"));
    }
}

#[test]
fn dc_17_where_figures_are_thin_what_was_learned_leads_and_nobody_gets_a_table_of_nothing() {
    let told = Issue { told: told(), ..quiet() };
    let nobody = Issue { figures: None, ..told.clone() };
    let read = |issue: &Issue| letter(issue, Language::English);

    let (small, smallest, large) = (read(&told), read(&nobody), read(&Issue { told: told.told.clone(), ..issue() }));
    let at = |letter: &Artefact, what: &str| letter.text.find(what).unwrap_or_else(|| panic!("no {what}: {}", letter.text));
    assert!(at(&small, "You said, we did") < at(&small, "What changed"));
    assert!(at(&large, "What changed") < at(&large, "You said, we did"));
    assert!(!small.text.contains("By area") && !small.html.contains("scope=\"col\""));
    let said = flat(&smallest.text);
    assert!(said.contains("fewer than 20 people are known to work here") && said.contains("You said, we did"), "{said}");
    assert!(!smallest.html.contains("<img") && !smallest.text.contains("What changed"));
    assert_eq!(small.subject, large.subject);
}

#[test]
fn what_was_learned_is_told_in_fixed_words() {
    let letter = letter(&Issue { told: told(), ..issue() }, Language::English);
    let (text, html) = (flat(&letter.text), flat(&seen(&letter.html)));

    for said in [
        "Low beds with a sensor",
        "Since then: fewer than expected.",
        "Since then: too few events to tell before March 2027.",
        "Two bags",
        "A second pair of eyes.",
        "Check the hired pumps",
        "What do we pick in the dark?",
        "55 %",
    ] {
        assert!(text.contains(said) && html.contains(said), "{said}: {text}");
    }
    assert!(letter.html.len() < 40_000 && letter.talk.contains("What do we pick in the dark?"));
}

#[test]
fn the_subject_tells_a_lock_screen_nothing_but_the_month() {
    let letter = letter(&issue(), Language::English);

    assert_eq!(letter.subject, "St. Brigid & Partners: safety digest, October 2026");
    let injected = Issue { organisation: "A\r\nBcc: x@example.org".into(), ..issue() };
    assert_eq!(super::render(&injected, &words(Language::English), &links(), vec![]).expect("letter").subject.lines().count(), 1);
}

#[test]
fn the_page_fetches_nothing_runs_nothing_and_tracks_nothing() {
    let html = letter(&issue(), Language::English).html;

    for never in ["<script", "<link", "<form", "<iframe", "<svg", "@import", "url(", "src=\"http", "data:", "onclick", "utm_", "?"] {
        let found = if never == "?" {
            html.split("href=\"").skip(1).any(|h| h.split('"').next().is_some_and(|u| u.contains('?')))
        } else {
            html.contains(never)
        };
        assert!(!found, "{never}");
    }
    assert_eq!(html.matches("<img").count(), 1);
    assert!(html.contains("<img src=\"cid:chart\""));
    assert!(html.len() < 40_000, "{} bytes", html.len());
}

#[test]
fn the_page_can_be_read_aloud() {
    let html = letter(&issue(), Language::French).html;

    assert!(html.contains("<html lang=\"fr\""));
    assert_eq!(html.matches("<h1").count(), 1);
    assert_eq!(html.matches("scope=\"col\"").count(), 8);
    assert_eq!(html.matches("scope=\"row\"").count(), 6);
    assert!(html.split("<table").skip(1).all(|t| t.starts_with(" role=\"presentation\"") || t.contains("<th scope=\"col\"")));
    assert!(!html.contains("font-size:1px;\">") && html.contains("alt=\"Graphique"));
}

#[test]
fn names_from_the_organisation_stay_text() {
    let html = letter(&issue(), Language::English).html;

    assert!(html.contains("Emergency &#60;department&#62;") && !html.contains("<department>"));
}

#[test]
fn a_link_that_is_not_http_is_refused() {
    for bad in ["", "javascript:alert(1)", "/report", "https://a b", "https://a\r\nb", "https://a\"b"] {
        let links = Links { report_url: bad.into(), ..links() };

        assert_eq!(render(&issue(), &words(Language::English), &links, vec![]).err(), Some(Error::Link), "{bad}");
    }
}

#[test]
fn the_chart_alternative_says_finding_range_and_last_value() {
    let alt = chart_alt(&issue(), &words(Language::English));

    assert_eq!(
        alt,
        "Chart of reports a month, October 2025 to October 2026. The last month: about 60. That is above the usual range of 20 to 45."
    );
}

/// WCAG 2.2 relative luminance of `#rrggbb`.
fn luminance(colour: &str) -> f64 {
    let channel = |at: usize| {
        let v = f64::from(u8::from_str_radix(colour.get(at..at + 2).expect("colour"), 16).expect("hex")) / 255.0;
        if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

#[test]
fn every_text_colour_has_a_contrast_of_at_least_four_and_a_half() {
    let html = letter(&issue(), Language::English).html;
    let light = (["#1d2228", "#545b64", "#1f5a86"], ["#ffffff", "#eef3f8"]);
    let dark = (["#e8eaed", "#b4bcc6", "#9ccbf2"], ["#1f242a", "#26313c"]);

    for (inks, grounds) in [light, dark] {
        for (ink, ground) in inks.iter().flat_map(|ink| grounds.iter().map(move |ground| (ink, ground))) {
            assert!(html.contains(ink) && html.contains(ground), "{ink} {ground}: no longer in the template");
            let (a, b) = (luminance(ink), luminance(ground));
            let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
            assert!(contrast >= 4.5, "{ink} on {ground}: {contrast:.2}");
        }
    }
    // Every ink in the template is one of those checked above.
    let used: BTreeSet<&str> = html
        .split(['{', ';', '"', ' '])
        .zip(html.split(['{', ';', '"', ' ']).skip(1))
        .filter_map(|(a, b)| match a {
            "color:" => b.get(..7),
            _ => a.strip_prefix("color:").filter(|c| c.starts_with('#')),
        })
        .collect();
    assert!(used.iter().all(|ink| light.0.contains(ink) || dark.0.contains(ink)), "{used:?}");
}

#[test]
fn a_letter_with_noise_says_so_in_every_language() {
    for language in Language::ALL {
        let said = |noise_thousandths| {
            let letter = letter(&Issue { noise_thousandths, ..issue() }, language);
            (letter.text.replace('\n', " ").contains("ε = 1.25"), letter.html.contains("ε = 1.25"))
        };

        assert_eq!((said(Some(1_250)), said(None)), ((true, true), (false, false)), "{language:?}");
    }
}

#[test]
fn what_is_not_sorted_yet_is_no_news() {
    let unsorted = Row { unsorted: true, ..row("Not sorted yet", Printed::About(215), Printed::About(140), Movement::More) };
    let issue = with(|f| f.categories.push(unsorted));
    let text = letter(&issue, Language::English).text;

    assert!(!text.contains("Not sorted yet: more"), "{text}");
    assert!(text.contains("Not sorted yet"), "it keeps its row");
}

#[test]
fn a_time_that_lacks_reports_is_named() {
    let issue = with(|f| f.lacking = vec![Span::holding(Period::parse("2026-09").expect("month"), Pace::Month)]);
    let text = flat(&letter(&issue, Language::English).text);

    assert!(text.contains("For September 2026 some reports are not counted yet"), "{text}");
}
