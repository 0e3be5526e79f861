//! The invented history holds together: codes, texts, counts and the one rise.

use std::collections::{BTreeMap, BTreeSet};

use super::compose::LONGEST;
use super::slots::Slots;
use super::{Story, Told, areas, events, mix};
use crate::domain::period::Period;
use crate::domain::report::ReportKind;
use crate::domain::risk::Band;
use crate::domain::taxonomy::Code;

const PACK: &str = include_str!("../../../config/packs/healthcare.toml");
const ORGANISATION: &str = include_str!("../../../config/demo-organisation.toml");
const MEAN: f64 = 40.0;

fn history(seed: u64) -> Vec<Vec<Told>> {
    let mut story = Story::new(seed);
    let months = Period::parse("2026-06").expect("a month").back(24);
    months.iter().enumerate().map(|(at, month)| story.month(*month, at, 24, MEAN)).collect()
}

fn listed(file: &str, code: &str) -> bool {
    file.contains(&format!("code = \"{code}\""))
}

#[test]
fn the_same_seed_tells_the_same_story() {
    let print = |seed| history(seed).iter().flatten().map(|t| t.submission.narrative.expose().to_owned()).collect::<Vec<_>>();

    assert_eq!(print(7), print(7));
    assert_ne!(print(7), print(8));
}

#[test]
fn every_event_is_complete_and_speaks_in_known_codes_and_slots() {
    let slots = Slots::read();
    let calendar = ["day", "dayth", "mm", "yy", "year", "month", "earlier"];
    let known = |text: &str| {
        text.split('{').skip(1).filter_map(|p| p.split('}').next()).all(|s| slots.has(s.trim_end_matches('~')) || calendar.contains(&s))
    };

    for event in events::read() {
        let codes = [&event.roles, &event.phases, &event.factors].into_iter().flatten();
        let answers = event.catches.iter().flat_map(|c| [c.detection, c.recovery]);
        for code in codes.copied().chain(answers).chain([event.category]) {
            assert!(listed(PACK, code), "{code} in {}", event.synopsis);
        }
        assert!(!event.areas.is_empty() && event.areas.iter().all(|a| listed(ORGANISATION, a)), "{}", event.synopsis);
        assert!(!event.synopsis.is_empty() && !event.synopsis.contains(['{', '[', '#']), "{:?}", event.what);
        assert!(!event.phases.is_empty() && !event.roles.is_empty() && !event.factors.is_empty() && !event.so.is_empty());
        assert!(event.standing || !event.catches.is_empty(), "{}", event.synopsis);
        let texts = [&event.what, &event.so, &event.wish].into_iter().flatten().copied();
        for text in texts.chain(event.catches.iter().map(|c| c.text)) {
            assert!(known(text), "{text}");
            assert_eq!(text.matches('[').count(), text.matches(']').count(), "{text}");
            assert!(text.split('[').skip(1).all(|p| p.contains(']')), "{text}");
        }
    }
}

#[test]
fn every_category_has_events_enough() {
    let events = events::read();
    let count = |category: &str, standing: bool| {
        events.iter().filter(|e| e.category == category && e.standing == standing && e.lang == "en" && !e.rise).count()
    };

    for (category, ..) in mix::CATEGORIES {
        let common = ["medication", "fall", "clinical-process", "documentation", "device-equipment"].contains(&category);
        assert!(count(category, false) >= if common { 6 } else { 3 }, "{category}");
        assert!(count(category, true) >= 1, "{category}");
    }
}

#[test]
fn headcounts_are_those_of_the_organisation() {
    for (area, headcount, by_role) in areas::AREAS {
        let roles = by_role.iter().map(|(role, n)| format!("{role} = {n}")).collect::<Vec<_>>().join(", ");
        let block = ORGANISATION.split("[[areas]]").find(|b| listed(b, area)).expect("the area");
        assert!(block.contains(&format!("headcount = {headcount}\n")) && block.contains(&roles), "{area}");
    }
}

#[test]
fn reports_are_short_filled_and_coded() {
    for told in history(1).iter().flatten() {
        let (text, answers) = (told.submission.narrative.expose(), &told.submission.answers);
        assert!((30..=LONGEST).contains(&text.chars().count()), "{text}");
        assert!(!text.contains(['{', '}', '[', ']', '#', '|']) && !text.contains("  ") && !text.contains(" ,"), "{text}");
        assert!((1..=3).contains(&told.factors.len()));
        let known = |code: &Option<Code>| {
            code.as_ref().is_none_or(|c| ["dont-know", "rather-not"].contains(&c.as_str()) || listed(PACK, c.as_str()))
        };
        assert!([&answers.phase, &answers.detection, &answers.recovery, &answers.role].into_iter().all(known), "{answers:?}");
    }
}

#[test]
fn two_reports_seldom_read_alike() {
    let history = history(3);
    let texts: Vec<&str> = history.iter().flatten().map(|t| t.submission.narrative.expose()).collect();

    assert!(texts.iter().collect::<BTreeSet<_>>().len() * 100 >= texts.len() * 98);
}

#[test]
fn the_mix_is_as_announced() {
    let history: Vec<Told> = (0..8).flat_map(history).flatten().collect();
    let share = |fits: &dyn Fn(&Told) -> bool| history.iter().filter(|t| fits(t)).count() as f64 / history.len() as f64;

    assert!((0.20..0.30).contains(&share(&|t| t.category.as_str() == "medication")));
    assert!((0.10..0.19).contains(&share(&|t| t.category.as_str() == "fall")));
    assert!((0.65..0.76).contains(&share(&|t| t.submission.kind == ReportKind::NearMiss)));
    assert!((0.07..0.13).contains(&share(&|t| t.submission.kind == ReportKind::WentWell)));
    assert!((0.80..0.90).contains(&share(&|t| t.risk.is_some())));
    assert!((0.005..0.09).contains(&share(&|t| t.risk.is_some_and(|r| r.band() == Band::High))));
    assert!(share(&|t| t.submission.urgent) < 0.06);
}

#[test]
fn months_have_plausible_counts() {
    for month in history(5) {
        assert!((15..=85).contains(&month.len()), "{}", month.len());
    }
}

#[test]
fn device_reports_triple_in_the_last_five_months_where_the_pumps_are() {
    let mut by_area: BTreeMap<String, usize> = BTreeMap::new();
    let (mut before, mut after) = (0, 0);
    for seed in 0..10 {
        for (at, month) in history(seed).iter().enumerate() {
            let devices: Vec<&Told> = month.iter().filter(|t| t.category.as_str() == "device-equipment").collect();
            if at < 19 {
                before += devices.len();
                continue;
            }
            after += devices.len();
            for area in devices.iter().filter_map(|t| t.submission.answers.area.as_ref()) {
                *by_area.entry(area.to_string()).or_default() += 1;
            }
        }
    }

    let ratio = (after as f64 / 5.0) / (before as f64 / 19.0);
    assert!((2.4..4.0).contains(&ratio), "{ratio}");
    assert!(by_area["intensive-care"] + by_area["theatres"] > by_area.values().sum::<usize>() / 2);
}
