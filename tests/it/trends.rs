//! Trends on the desk: what moved is said first and without judgement, the chart and its table agree, every view is in the log.

use candor::domain::period::Period;
use candor::domain::person::Role;

use crate::digest::{number, sql};
use crate::on_both;
use crate::support::app::TestApp;
use crate::support::client::Page;
use crate::support::thief::{execute, rows};

/// Around 12 a month, as spread as Poisson counts are.
const CALM: [u32; 12] = [12, 9, 14, 11, 16, 8, 13, 12, 10, 15, 7, 13];

/// Roll-ups of three years up to October 2026 for one cell, calm but for the last months.
fn cell(area: &str, category: &str, severity: &str, shift: usize, after: &[u32]) -> String {
    let months = Period::parse("2026-10").expect("a month").back(36);
    let calm = CALM.into_iter().cycle().skip(shift).take(36 - after.len());
    let insert = |(month, n): (Period, u32)| {
        let number = month.number();
        format!(
            "INSERT INTO rollups (period, area, category, severity, reports) VALUES ({number}, '{area}', '{category}', '{severity}', {n});"
        )
    };
    months.into_iter().zip(calm.chain(after.iter().copied())).map(insert).collect()
}

/// Three areas that tell; in one of them falls end with `falls`. No two series have the same counts.
pub fn history(app: &TestApp, falls: &[u32]) {
    for (area, category, severity, shift, after) in [
        ("emergency", "fall", "minor", 0, falls),
        ("emergency", "medication", "none", 3, &[]),
        ("theatres", "medication", "minor", 5, &[]),
        ("theatres", "infection", "severe", 7, &[]),
        ("medical-wards", "infection", "none", 9, &[]),
    ] {
        execute(&app.url, &cell(area, category, severity, shift, after));
    }
}

const DOUBLING: [u32; 4] = [24, 27, 22, 25];

/// The cells of the row whose heading is `name`, from the table under the heading `after`.
fn row(page: &Page, after: &str, name: &str) -> Vec<String> {
    let text = page.text();
    let from = text.find(after).unwrap_or_else(|| panic!("no {after} in {}", page.visible()));
    let rest = &text[from..];
    let found = rest.split("<tr").find(|r| r.contains("scope=\"row\"") && r.contains(name)).unwrap_or_else(|| panic!("no row {name}"));
    let cells = regex::Regex::new(r"(?s)<t[hd]\b[^>]*>(.*?)</t[hd]>").expect("pattern");
    let tags = regex::Regex::new(r"<[^>]*>").expect("pattern");
    cells.captures_iter(found).map(|c| tags.replace_all(&c[1], " ").split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn views(app: &TestApp) -> Vec<String> {
    let query =
        "SELECT x'' AS a, x'' AS b, x'' AS c, CAST(seq AS INTEGER) AS n, object AS t FROM audit WHERE verb = 'trends.read' ORDER BY seq";
    rows(&app.url, query).into_iter().map(|r| r.t).collect()
}

on_both! {
    fn nothing_moved_is_said_in_one_sentence_and_every_view_is_logged_once(app: TestApp) {
        history(&app, &[]);
        let mut analyst = app.signed_in(Role::Analyst, 0);

        let page = analyst.get("/desk/trends");

        // The whole, three areas, three categories, three severities.
        assert_eq!(page.status, 200);
        assert!(page.visible().contains("10 series watched, none moved more than usual. Last month: October 2026."), "{}", page.visible());
        assert!(!page.text().contains("id=\"moved\""));
        assert!(page.visible().contains("rules v1") && page.visible().contains("3 of 11 areas told us something last month"), "{}", page.visible());
        analyst.get("/desk/trends?series=category%3Afall&chart=c");
        assert_eq!(views(&app), ["series:all", "series:category:fall"]);
    }
}

on_both! {
    fn a_doubling_is_named_with_figures_range_and_start_and_without_judgement(app: TestApp) {
        history(&app, &DOUBLING);
        let mut publisher = app.signed_in(Role::Publisher, 0);

        let page = publisher.get("/desk/trends");

        let told = page.visible();
        assert!(told.contains("10 series watched, 3 moved more than usual in October 2026."), "{told}");
        let falls = row(&page, "id=\"moved\"", "category%3Afall");
        assert_eq!(falls.get(1).map(String::as_str), Some("more than usual"));
        assert!(falls[2].ends_with("25"), "{falls:?}");
        let range = regex::Regex::new(r"(\d+) to (\d+)$").expect("pattern").captures(&falls[3]).expect("a range of whole numbers");
        assert!((3..=8).contains(&range[1].parse::<u32>().expect("low")) && (18..=24).contains(&range[2].parse::<u32>().expect("high")));
        assert!(falls[4].starts_with("Since July 2026: 98 reports, where about 4") && falls[4].contains("not more danger"), "{falls:?}");
        assert_eq!(page.text().matches("class=\"said\"").count(), 6, "three signals at most, two figures each");
        for judging in ["worse", "better", "improve", "deteriorat", "significant"] {
            assert!(!told.to_lowercase().contains(judging), "{judging}: {told}");
        }
    }
}

on_both! {
    fn a_silence_asks_whether_people_stopped_telling(app: TestApp) {
        history(&app, &[2, 1, 3, 1, 0]);
        let mut analyst = app.signed_in(Role::Analyst, 0);

        let page = analyst.get("/desk/trends");

        let falls = row(&page, "id=\"moved\"", "category%3Afall");
        assert_eq!(falls.get(1).map(String::as_str), Some("fewer than usual"));
        assert!(falls[4].contains("Since June 2026: 7 reports") && falls[4].contains("whether people stopped telling"), "{falls:?}");
    }
}

on_both! {
    fn the_chart_draws_what_its_table_says(app: TestApp) {
        history(&app, &DOUBLING);
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let title_of = regex::Regex::new(r#"<title id="chart-title">([^<]*)</title>"#).expect("pattern");

        for (query, title, last) in [
            ("chart=default", "Patient fall: more reports than usual in October 2026", "25"),
            ("chart=c", "Patient fall: more reports than usual in October 2026", "25"),
            ("chart=xmr", "Patient fall: more reports than usual in October 2026", "25"),
            ("chart=run", "Patient fall: as usual in October 2026", "25"),
            ("chart=u", "Patient fall: more reports than usual in October 2026", "4.5"),
            ("chart=default&level=quarter", "too few periods up to Q3 2026", "73"),
            ("chart=default&from=2026-01", "too few periods up to October 2026", "25"),
            ("chart=c&learn=18", "more reports than usual in October 2026", "25"),
        ] {
            let page = analyst.get(&format!("/desk/trends?series=category%3Afall&{query}"));
            let text = page.text();
            let svg = &text[text.find("<svg").expect("a picture")..text.find("</svg>").expect("its end")];
            let name = title_of.captures(svg).expect("a name")[1].to_owned();
            assert!(name.contains(title), "{query}: {name}");
            assert!(svg.contains(&format!("The last figure is {last}.")), "{query}");
            let period = if query.contains("quarter") { "Q3 2026" } else { "October 2026" };
            let cells = row(&page, "class=\"figures\"", period);
            assert!(cells.iter().any(|c| c == last), "{query}: {cells:?}");
            let ringed = svg.matches("fill=\"none\"").count();
            let marked = text.matches("<td>more than usual</td>").count();
            assert_eq!(ringed, marked, "{query}: a ring for every word");
            assert_eq!(ringed > 0, title.contains("more reports"), "{query}");
        }
    }
}

on_both! {
    fn the_form_is_an_address_and_unknown_values_are_the_usual_chart(app: TestApp) {
        history(&app, &DOUBLING);
        let mut analyst = app.signed_in(Role::Analyst, 0);

        let form = analyst.get("/desk/trends").form("name=\"series\"");
        assert_eq!(form.method, "get");
        let names: Vec<&str> = form.fields.iter().map(|(n, _)| n.as_str()).collect();
        assert_eq!(names, ["series", "chart", "level", "from", "learn"]);

        let odd = analyst.get("/desk/trends?series=area%3Amars&chart=pie&level=day&from=yesterday&learn=-1");
        assert_eq!(odd.status, 200);
        assert!(odd.visible().contains("10 series watched"));
        assert!(odd.text().contains("<title id=\"chart-title\">Whole organisation: "), "{}", odd.visible());
    }
}

on_both! {
    fn a_large_area_that_says_nothing_is_named_and_the_smallest_is_not_spoken_of(app: TestApp) {
        for (at, area) in ["emergency", "intensive-care", "theatres", "surgical-wards", "maternity", "children", "outpatients", "imaging", "laboratories-pharmacy", "estates-support"].into_iter().enumerate() {
            execute(&app.url, &cell(area, "fall", "minor", at, &[]));
        }
        let mut analyst = app.signed_in(Role::Analyst, 0);

        let page = analyst.get("/desk/trends");

        let told = page.visible();
        let health = &told[told.find("Health of reporting").expect("health")..];
        assert!(health.contains("10 of 11 areas told us") && health.contains("Medical wards : 0 reports, where about"), "{health}");
        assert!(!health.contains("Hyperbaric"), "{health}");
    }
}

on_both! {
    fn before_there_is_anything_to_judge_the_page_says_so(app: TestApp) {
        let mut analyst = app.signed_in(Role::Analyst, 0);

        let empty = analyst.get("/desk/trends");
        assert!(empty.visible().contains("Nothing to show yet") && !empty.text().contains("<svg"), "{}", empty.visible());

        execute(&app.url, "INSERT INTO rollups (period, area, category, severity, reports) VALUES (202609, 'emergency', 'fall', '', 9)");
        // The running month does not count yet.
        execute(&app.url, "INSERT INTO rollups (period, area, category, severity, reports) VALUES (202611, 'emergency', 'fall', '', 90)");
        let early = analyst.get("/desk/trends");
        assert!(early.visible().contains("2 months so far"), "{}", early.visible());
        assert!(early.text().contains("Whole organisation: too few periods up to October 2026") && !early.visible().contains("90"));
    }
}

on_both! {
    fn the_page_speaks_four_languages(app: TestApp) {
        history(&app, &DOUBLING);
        let mut analyst = app.signed_in(Role::Analyst, 0);

        for (language, words) in [("en", "more than usual"), ("es", "más de lo habitual"), ("fr", "plus que d’habitude"), ("de", "mehr als üblich")] {
            for chart in ["default", "run", "u"] {
                let page = analyst.get(&format!("/desk/trends?lang={language}&chart={chart}"));
                assert!(page.visible().contains(words) && !page.text().contains('⟦'), "{language}: {}", page.visible());
            }
        }
    }
}

on_both! {
    fn a_burst_is_held_out_of_the_digest_until_an_analyst_says_that_it_counts(app: TestApp) {
        use candor::domain::access::{Actor, ReadDigest};
        let month = |text| Period::parse(text).expect("a month");
        let mut rows = String::new();
        for (at, month) in month("2026-10").back(18).into_iter().enumerate() {
            let emergency = if at == 17 { 60 } else { 12 + at % 3 };
            for (area, n) in [("emergency", emergency), ("theatres", 30 + at % 4), ("surgical-wards", 32 + at % 3)] {
                rows += &format!("INSERT INTO rollups (period, area, category, severity, reports) VALUES ({}, '{area}', 'fall', '', {n});", month.number());
            }
        }
        sql(&app, &rows);
        let read = Actor::Console.permit::<ReadDigest>().expect("the console");
        let letter = || crate::support::issues::preview(&app.ctx, &read, month("2026-10")).expect("a letter").text;
        let line = |text: &str| text.lines().find(|l| l.starts_with("Emergency department")).map(str::to_owned);

        let before = letter();
        assert!(line(&before).is_none_or(|l| !l.contains("60") && !l.contains("55")), "{before}");
        assert!(before.contains("Theatres and anaesthesia"), "{before}");
        assert!(line(&before).is_some_and(|l| l.contains("not shown")), "not printed as quiet: {before}");
        let flat = before.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains("For October 2026 some reports are not counted yet") && flat.contains("are not compared with another time") && !flat.contains("fewer than the month before"), "{before}");

        let mut publisher = app.signed_in(Role::Publisher, 0);
        let seen = publisher.get("/desk/trends");
        assert!(seen.visible().contains("Held out of the digest") && !seen.text().contains("/desk/trends/burst"), "{}", seen.visible());
        let mut analyst = app.signed_in(Role::Analyst, 0);
        let page = analyst.get("/desk/trends");
        assert!(page.visible().contains("Emergency department, October 2026: 60 reports, about 13 were to be expected."), "{}", page.visible());
        let done = analyst.submit(&page.form("name=\"area\""));
        assert!(done.status == 200 && !done.visible().contains("Held out of the digest"), "{}", done.visible());

        let after = line(&letter()).expect("a row");
        assert!(after.contains("60") || after.contains("55"), "{after}");
        assert_eq!(number(&app, "SELECT count(*) AS number FROM audit WHERE verb = 'burst.settle' AND object = 'burst:2026-10:emergency'"), 1);
    }
}
