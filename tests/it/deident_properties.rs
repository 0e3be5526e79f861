//! The de-identifier on generated texts: whatever is typed, its findings hold together, and it comes to an end.
//!
//! Refuses to measure time: a text of the longest permitted length that took long would be seen by everybody who runs the tests.

use candor::deident::find_phrase;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;

use super::support::sound::{LONGEST, assert_sound};

/// What reports are made of, and what gets in the way.
const FRAGMENTS: [&str; 76] = [
    "Dr ",
    "Dr. ",
    "Mr ",
    "nurse ",
    "Schwester ",
    "señora ",
    "Raj",
    "Fernandes",
    "Abara",
    "O'Brien",
    "Müller-Lüdenscheidt",
    "J.",
    "A.B.",
    "Ana",
    " y ",
    "von ",
    "told ",
    "me ",
    "called ",
    "was ",
    "patient ",
    "Bed ",
    "Ward ",
    "Theatre ",
    "the ",
    "in ",
    "at ",
    "on ",
    "ext ",
    "tel ",
    "ref ",
    "login ",
    "reg ",
    "aged ",
    "year-old",
    "St. ",
    "Road",
    "Leeds",
    "3 March",
    "03/04/2025",
    "1st ",
    "07700",
    "900123",
    "0",
    "12",
    "12:30",
    "2.5 mg",
    "+44",
    "AB12 CDE",
    "raj@example.org",
    "https://x.org/a",
    "www.",
    ".com",
    "\\\\srv",
    "@",
    "/",
    "-",
    "–",
    "'",
    "’",
    "\"",
    "(",
    ")",
    "[",
    "]",
    ".",
    ",",
    ":",
    " ",
    "\n",
    "\r\n",
    "\u{200b}",
    "\u{301}",
    "ﬁ",
    "Ѕ",
    "ｗ",
];

/// Repeated, each of them makes a matcher that goes back over the text slow.
const TIRESOME: [&str; 24] = [
    "a", "0", "\n", ".", "-", "'", "(", "@", "/", ":", "1 ", "((( ", "Dr ", "A.A.A.", "a@", "a.b@c.d ", "a-", "1-", "00:00:", "http://",
    "O'", "\u{301}", "\u{200b}", "ﬃ",
];

fn mixture() -> impl Strategy<Value = String> {
    proptest::collection::vec(select(FRAGMENTS.as_slice()), 0..60).prop_map(|pieces| pieces.concat())
}

/// Any characters, those between the words of a report among them.
fn noise() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![any::<char>().prop_map(String::from), select(FRAGMENTS.as_slice()).prop_map(str::to_owned), Just(" ".to_owned())];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

fn repeats() -> impl Strategy<Value = String> {
    (mixture(), select(TIRESOME.as_slice()), 0..400_usize, mixture())
        .prop_map(|(head, unit, times, tail)| head + &unit.repeat(times) + &tail)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_characters_give_sound_spans(text in any::<String>(), noise in noise()) {
        assert_sound(&text);
        assert_sound(&noise);
    }

    #[test]
    fn any_mixture_of_what_reports_are_made_of_gives_sound_spans(text in mixture()) {
        assert_sound(&text);
    }

    #[test]
    fn long_repeats_give_sound_spans(text in repeats()) {
        assert_sound(&text);
    }

    #[test]
    fn a_phrase_of_the_text_is_found_inside_it_and_in_order(text in mixture(), phrase in select(FRAGMENTS.as_slice())) {
        let length = text.chars().count();
        let found = find_phrase(&text, phrase);

        assert!(found.iter().all(|(start, end)| start < end && *end <= length));
        assert!(found.windows(2).all(|pair| pair[0].1 <= pair[1].0));
    }
}

#[test]
fn the_longest_text_of_tiresome_repeats_is_read_to_its_end() {
    let read = |units: &[&str]| units.iter().for_each(|unit| drop(assert_sound(&unit.repeat(LONGEST / unit.len()))));

    std::thread::scope(|scope| TIRESOME.chunks(6).for_each(|units| drop(scope.spawn(move || read(units)))));

    assert_sound(&"\n".repeat(30_000));
    assert_sound(&format!("Dr {} said", "Pneumono-ultra".repeat(4_000)));
}

#[test]
fn awkward_texts_give_sound_spans() {
    let seeds = [
        "",
        " ",
        "\n\r\t",
        ".",
        "A",
        "(",
        "\u{200b}\u{200d}",
        "\u{301}\u{301}",
        "e\u{301}\u{302}",
        "ﷺ½ﬁ",
        "🏳️‍🌈👩‍⚕️",
        "Dr ",
        "Dr. \u{200b}R\u{200d}aj",
        "@",
        "@@a",
        "a@b.c",
        "\\\\",
        "\\\\x",
        "+44",
        "0000000000",
        "1.1.1.1.1",
        "((((",
        "''''",
        "A.B.",
        "A. ",
        "O'",
        "d'",
        "-",
        "--a",
        "Straße",
        "İstanbul ",
        "ＤＲ ＲＡＪ",
        "12/34/",
        "the the ",
        "Mr Mr ",
        "bed 3, ",
        "\u{0}",
        "\u{10ffff}",
        "ext ext ",
        "called called ",
        "[[PERSON:x]]",
        "１２:３０ ",
        "Ana y ",
    ];
    for seed in seeds {
        for times in [1, 2, 37] {
            let text = seed.repeat(times);
            assert_sound(&text);
            assert!(find_phrase(&text, seed).len() <= text.chars().count());
        }
    }
    let mut state = 7_u64;
    for _ in 0..60 {
        let mut text = String::new();
        for _ in 0..24 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(seeds[usize::try_from(state >> 33).expect("31 bits") % seeds.len()]);
        }
        assert_sound(&text);
    }
}
