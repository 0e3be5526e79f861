//! What was learned and done as words: deeds with their verdict, one story, reporting health, asks.
//!
//! Every verdict is one of five fixed ones. Refuses to say anything where nothing was chosen.

use super::parts::{Item, Section, Told, month, one_line};
use crate::domain::digest::{self, Ask, Deed, Health, Held};
use crate::i18n::Words;

/// Most deeds and asks of one letter.
const DEEDS_MAX: usize = digest::DEEDS_MAX;
const ASKS_MAX: usize = digest::ASKS_MAX;

fn section(title: &str, items: Vec<Item>, words: &Words) -> Option<Section> {
    (!items.is_empty()).then(|| Section { title: words.get(title), items })
}

/// You said, we did.
pub(super) fn deeds(told: &digest::Told, words: &Words) -> Option<Section> {
    section("letter-deeds", told.deeds.iter().take(DEEDS_MAX).map(|deed| done(deed, words)).collect(), words)
}

fn done(deed: &Deed, words: &Words) -> Item {
    let (state, on) = deed.done.map_or(("due", deed.due), |done| ("done", done));
    let who = words.with("letter-deed-who", &[("owner", &one_line(&deed.owner)), ("state", state), ("when", &month(on, words))]);
    let verdict = deed.held.map(|held| format!(" {}", verdict(held, words))).unwrap_or_default();
    Item { text: one_line(&deed.what), note: format!("{who}{verdict}") }
}

/// Whether it held, in fixed words.
fn verdict(held: Held, words: &Words) -> String {
    let said = |code| words.with("letter-held", &[("held", code), ("when", "")]);
    match held {
        Held::Fewer => said("fewer"),
        Held::NoClearChange => said("same"),
        Held::More => said("more"),
        Held::ReportingFell => said("fell"),
        Held::TooFew(None) => said("few"),
        Held::TooFew(Some(when)) => words.with("letter-held", &[("held", "few-before"), ("when", &month(when, words))]),
    }
}

/// One learning story.
pub(super) fn story(told: &digest::Told, words: &Words) -> Option<Told> {
    let story = told.story.as_ref()?;
    let parts = [("happened", &story.happened), ("caught", &story.caught), ("helps", &story.helps)];
    let part = |(name, text): (&str, &String)| (words.get(&format!("letter-story-{name}")), one_line(text));
    let parts = parts.into_iter().map(part).filter(|(_, text)| !text.is_empty()).collect();
    Some(Told { title: words.get("letter-story"), name: one_line(&story.title), parts })
}

/// How well reporting works.
pub(super) fn health(health: &Health, words: &Words) -> Option<Section> {
    let reply = health.reply_weeks.map(|weeks| {
        let kind = if weeks <= 1 { "one" } else { "more" };
        words.with("letter-health-reply", &[("kind", kind), ("weeks", &weeks.to_string())])
    });
    let told = health.told_percent.map(|percent| match percent {
        0..5 => words.get("letter-health-told-hardly"),
        _ => words.with("letter-health-told", &[("percent", &percent.to_string())]),
    });
    let strong = health
        .strong_actions
        .map(|(strong, all)| words.with("letter-health-strong", &[("strong", &strong.to_string()), ("all", &all.to_string())]));
    let item = |text| Item { text, note: String::new() };
    section("letter-health", [reply, told, strong].into_iter().flatten().map(item).collect(), words)
}

/// What to do next.
pub(super) fn asks(told: &digest::Told, words: &Words) -> Option<Section> {
    let item = |ask: &Ask| Item {
        text: one_line(&ask.what),
        note: words.with("letter-ask-who", &[("owner", &one_line(&ask.owner)), ("when", &month(ask.by, words))]),
    };
    section("letter-asks", told.asks.iter().take(ASKS_MAX).map(item).collect(), words)
}
