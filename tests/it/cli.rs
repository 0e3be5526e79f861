//! The program's commands as a person at a terminal meets them.

use std::process::Command;

use crate::support::program::candor;

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn deidentify_hides_names_and_numbers() {
    let out = candor(&["deidentify"], "Dr Lindqvist called 01632 960555 about the infusion pump.\n");

    let said = text(&out.stdout);
    assert_eq!(out.status.code(), Some(0));
    assert!(!said.contains("Lindqvist") && !said.contains("960555") && said.contains("infusion pump"), "{said}");
}

#[test]
fn deidentify_answers_lines_and_names_the_bad_one() {
    let input =
        "{\"id\":\"a\",\"text\":\"Mail jane@example.org, née Müller\"}\nnot json\n\n{\"id\":7,\"text\":\"nothing here\",\"lang\":\"en\"}\n";

    let out = candor(&["deidentify", "--jsonl"], input);

    assert_eq!(out.status.code(), Some(2));
    assert!(text(&out.stderr).contains("line 2"), "{}", text(&out.stderr));
    let lines: Vec<serde_json::Value> = text(&out.stdout).lines().map(|l| serde_json::from_str(l).expect("json")).collect();
    assert_eq!(lines.len(), 2);
    let first = lines.first().expect("a line");
    assert_eq!(first["id"], "a");
    let mail = first["spans"].as_array().expect("spans").iter().find(|s| s["kind"] == "EMAIL").expect("the address");
    assert_eq!((mail["start"].as_u64(), mail["end"].as_u64()), (Some(5), Some(21)), "offsets count code points");
    assert!(mail["rule"].is_string() && mail["confidence"].is_number());
    assert!(!first["text"].as_str().expect("text").contains("jane@"));
    assert_eq!(lines.get(1).expect("a line")["id"], 7);
}

#[test]
fn usage_errors_exit_with_two() {
    for args in [vec!["nonsense"], vec!["serve", "--config", "/nowhere/at/all.toml"], vec!["digest", "preview", "--period", "October"]] {
        let folder = tempfile::tempdir().expect("a folder");
        let out = Command::new(env!("CARGO_BIN_EXE_candor")).args(&args).current_dir(folder.path()).output().expect("the program starts");
        if args[0] == "digest" {
            assert_ne!(out.status.code(), Some(0), "{args:?}");
        } else {
            assert_eq!(out.status.code(), Some(2), "{args:?}: {}", text(&out.stderr));
        }
    }
}

#[test]
fn an_installation_is_set_up_from_the_console() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |args: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_candor")).args(args).current_dir(folder.path()).output().expect("the program starts")
    };

    let init = run(&["keys", "init"]);
    assert_eq!(init.status.code(), Some(0), "{}", text(&init.stderr));
    assert_eq!(run(&["keys", "init"]).status.code(), Some(2), "keys are made once");
    let status = run(&["keys", "status"]);
    assert!(text(&status.stdout).contains("opens them"), "{}", text(&status.stdout));

    let added = run(&["user", "add", "ann@example.org", "--name", "Ann Lee", "--role", "screener"]);
    assert!(text(&added.stdout).contains("/set-up?t="), "{}", text(&added.stderr));
    assert_eq!(
        run(&["user", "add", "bob@example.org", "--name", "Bob", "--role", "custodian", "--role", "analyst"]).status.code(),
        Some(2)
    );
    let list = text(&run(&["user", "list"]).stdout);
    assert!(list.contains("ann@example.org") && list.contains("invited") && !list.contains("bob@"), "{list}");
    assert_eq!(run(&["user", "disable", "ann@example.org"]).status.code(), Some(0));

    let audit = run(&["audit", "verify"]);
    assert!(text(&audit.stdout).contains("the chain is whole: 2 entries"), "{}", text(&audit.stdout));
    let doctor = run(&["doctor"]);
    let said = text(&doctor.stdout);
    assert!(said.contains("no screener yet") && said.contains("chain whole"), "{said}");
    assert_eq!(doctor.status.code(), Some(1));
    assert_eq!(run(&["migrate", "--check"]).status.code(), Some(0));

    std::fs::write(folder.path().join("candor-data/keys/root.key"), format!("{}\n", "ab".repeat(32))).expect("another key");
    assert_eq!(run(&["audit", "verify"]).status.code(), Some(1), "another root key opens nothing");
}

#[test]
fn every_settings_file_parses() {
    for entry in std::fs::read_dir("config").expect("config") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if !name.ends_with(".toml") {
            continue;
        }
        if name.starts_with("demo-") {
            let mut settings = candor::config::Settings::from_text("").expect("defaults");
            settings.set_areas(&std::fs::read_to_string(&path).expect("a file")).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert!(settings.taxonomy.areas.iter().all(|area| area.counted.is_some()), "{name} does not say when heads were counted");
            continue;
        }
        let text = std::fs::read_to_string(&path)
            .expect("a file")
            .replace("areas_file = \"/etc/candor/areas.toml\"", "areas_file = \"config/demo-organisation.toml\"");
        if let Err(error) = candor::config::Settings::from_text(&text) {
            panic!("{name}: {error}");
        }
    }
    for pack in ["healthcare", "aviation", "rail", "industry"] {
        candor::config::Settings::from_text(&format!("[organisation]\npack = \"{pack}\"")).unwrap_or_else(|e| panic!("{pack}: {e}"));
    }
}

/// A settings file whose areas were counted as `line` says.
fn counted(folder: &std::path::Path, url: &str, line: &str) -> String {
    let areas = folder.join("areas.toml");
    std::fs::write(&areas, candor::config::DEMO_AREAS.replace("headcount_as_of = \"2026-09\"", line)).expect("areas");
    let clock =
        std::sync::Arc::new(candor::domain::clock::FixedClock::at(candor::domain::clock::Clock::now(&candor::domain::clock::SystemClock)));
    let config = folder.join("candor.toml");
    let config = if config.exists() { config } else { crate::support::app::installation(url, &clock, folder) };
    let text = std::fs::read_to_string(&config).expect("settings");
    if !text.contains("areas_file") {
        std::fs::write(&config, format!("[organisation]\nareas_file = \"{}\"\n{text}", areas.display())).expect("settings");
    }
    config.display().to_string()
}

crate::on_both! {
    fn dc_05_heads_nobody_counted_of_late_make_no_figures(url: &str, folder: &Path) {
        let now = candor::domain::clock::Clock::now(&candor::domain::clock::SystemClock).plus(-8 * 86_400).period();
        let month = now.previous();
        let ago = |months: usize| format!("headcount_as_of = \"{}\"", candor::domain::clock::Clock::now(&candor::domain::clock::SystemClock).period().back(months + 1)[0]);
        let preview = |line: &str| {
            let config = counted(folder, url, line);
            let out = crate::support::program::candor(&["--config", &config, "digest", "preview", "--period", &month.to_string()], "");
            let doctor = crate::support::program::candor(&["--config", &config, "doctor"], "");
            (out, text(&doctor.stdout))
        };
        counted(folder, url, "");
        crate::digest::history_at(url, month);

        for (line, said) in [(ago(14), "more than 13 months ago"), (String::new(), "nobody knows when heads were counted")] {
            let (out, doctor) = preview(&line);
            assert_eq!(out.status.code(), Some(0), "{line:?}: {}", text(&out.stderr));
            let letter = text(&out.stdout).replace('\n', " ");
            assert!(letter.contains("This letter shows no figures") && !letter.contains("Emergency department"), "{letter}");
            assert!(text(&out.stderr).contains(said), "the start says so: {}", text(&out.stderr));
            assert!(doctor.contains(said), "{doctor}");
        }
        for line in [ago(13), ago(0)] {
            let (out, doctor) = preview(&line);
            assert_eq!(out.status.code(), Some(0), "{line:?}: {}", text(&out.stderr));
            assert!(text(&out.stdout).contains("We count about"), "{}", text(&out.stdout));
            assert!(!doctor.contains("headcount_as_of") && !doctor.contains("counted in"), "{doctor}");
        }
        assert_eq!(preview("headcount_as_of = \"last year\"").0.status.code(), Some(2));
    }
}
