//! The laws of the house, read from the source as text: who may import whom, which crate lives in which room, how long
//! a file may be, how it opens. Defined in `ARCHITECTURE.md`; a change of a table here is a change of the architecture.
//!
//! Refuses to be clever: it reads formatted source line by line, so a law may be broken by macro magic, never by habit.

mod bites;
mod reading;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::Path;

use reading::{Source, test_modules, written_paths};

/// Rooms by floor; imports go downwards only, and rooms of one floor do not know each other.
const FLOORS: [(&str, u8); 14] = [
    ("domain", 1),
    ("vault", 2),
    ("deident", 2),
    ("trends", 2),
    ("i18n", 2),
    ("search", 2),
    ("config", 2),
    ("store", 2),
    ("mail", 3),
    ("flows", 4),
    ("jobs", 5),
    ("web", 5),
    ("cli", 6),
    ("main", 7),
];

/// Downward arrows that are refused all the same.
const BANS: [(&str, &[&str]); 4] = [
    ("mail", &["store", "vault", "deident", "trends", "config"]),
    ("jobs", &["vault", "deident"]),
    ("web", &["store", "vault", "deident", "mail"]),
    ("flows", &["mail::transport"]),
];

/// Where each third-party crate may be named: a room, or a file of one.
const FENCE: [(&str, &[&str]); 48] = [
    ("actix_web", &["web"]),
    ("aho_corasick", &["deident"]),
    ("anyhow", &["cli"]),
    ("argon2", &["vault"]),
    ("askama", &["web", "mail"]),
    ("base64", &["mail/dkim", "mail/render"]),
    ("cdflib", &["trends/distributions"]),
    ("chacha20poly1305", &["vault"]),
    ("clap", &["cli"]),
    ("csv", &["cli/drill", "cli/export", "cli/trend"]),
    ("diesel", &["store"]),
    ("diesel_migrations", &["store"]),
    ("fluent_bundle", &["i18n"]),
    ("form_urlencoded", &["web"]),
    ("hkdf", &["vault"]),
    ("hmac", &["vault"]),
    ("hpke", &["vault"]),
    ("indicatif", &["cli"]),
    ("jiff", &["domain"]),
    ("lettre", &["mail/transport"]),
    ("libsqlite3_sys", &["store"]),
    ("microlp", &["trends/disclosure/audit"]),
    ("pq_sys", &["store"]),
    ("qrcode", &["web"]),
    ("rand", &["vault"]),
    ("regex", &["deident"]),
    ("regex_syntax", &["deident"]),
    ("resvg", &["trends"]),
    ("ring", &["mail/dkim"]),
    ("rust_stemmers", &["search"]),
    ("rustls", &["mail/dkim"]),
    ("serde", &["config", "web", "vault/passkey", "flows/payload", "cli/deidentify", "cli/trend"]),
    ("serde_json", &["web", "vault/passkey", "flows/payload", "cli/deidentify", "cli/drill/print", "cli/export", "cli/trend"]),
    ("sha2", &["vault"]),
    ("subtle", &["vault"]),
    ("thiserror", &["domain", "vault", "deident", "trends", "i18n", "config", "store", "mail", "flows", "jobs", "web", "cli"]),
    ("tokio", &["cli"]),
    ("toml", &["config"]),
    ("totp_rs", &["vault"]),
    ("tracing", &["store", "flows", "jobs", "web", "cli"]),
    ("tracing_subscriber", &["cli"]),
    ("unic_langid", &["i18n"]),
    ("unicode_normalization", &["deident", "search", "vault/passphrase"]),
    ("utoipa", &["web"]),
    ("webauthn_rs", &["vault/passkey"]),
    ("x25519_dalek", &["vault"]),
    ("zeroize", &["vault", "flows/people", "flows/custody", "flows/keyring", "flows/setup"]),
    ("zeroizing_alloc", &["main"]),
];

/// Longest file, without its tests.
const LINES_MAX: usize = 400;
/// Names that say nothing about what a file does.
const EMPTY_NAMES: [&str; 7] = ["util", "utils", "helper", "helpers", "common", "misc", "manager"];

fn floor(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

/// Paths into the crate, without their root. The program's own file reaches the rooms by the crate's name.
fn crate_paths(source: &Source) -> Vec<String> {
    let roots = if source.room() == "main" { ["crate", "candor"].as_slice() } else { &["crate"] };
    let stripped = |root: &str, path: String| path.strip_prefix(root).map(|rest| rest.trim_start_matches(':').to_owned());
    roots.iter().flat_map(|root| source.paths_from(root).into_iter().filter_map(|path| stripped(root, path))).collect()
}

/// Law 1: imports go downwards.
fn floor_complaints(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources.iter().filter(|s| s.room() != "lib") {
        let Some(mine) = floor(source.room()) else {
            complaints.push(format!("{}: this room is on no floor", source.path));
            continue;
        };
        for path in crate_paths(source) {
            let to = path.split("::").next().unwrap_or_default();
            match floor(to) {
                None => complaints.push(format!("{}: `{path}` goes through the crate root", source.path)),
                Some(_) if to == source.room() => {}
                Some(theirs) if theirs < mine => {}
                Some(_) => complaints.push(format!("{}: {} may not know `{path}`", source.path, source.room())),
            }
        }
    }
    complaints
}

/// Law 2: the finer bans. What `mail` re-exports from its transport counts as the transport.
fn ban_complaints(sources: &[Source]) -> Vec<String> {
    let face = sources.iter().find(|s| s.path == "mail/mod.rs");
    let reexported = face
        .into_iter()
        .flat_map(|s| &s.shipped_uses)
        .filter_map(|(path, _)| path.trim_start_matches("self::").strip_prefix("transport::"));
    let transport: Vec<String> = reexported.map(|name| format!("mail::{name}")).collect();
    let mut complaints = Vec::new();
    for source in sources {
        let banned = BANS.iter().filter(|(room, _)| *room == source.room()).flat_map(|(_, banned)| banned.iter());
        let banned: Vec<String> = banned.map(|b| (*b).to_owned()).collect();
        let more = if banned.iter().any(|b| b == "mail::transport") { transport.as_slice() } else { &[] };
        for path in crate_paths(source) {
            if banned.iter().chain(more).any(|ban| path == *ban || path.starts_with(&format!("{ban}::"))) {
                complaints.push(format!("{}: {} must never know `{path}`", source.path, source.room()));
            }
        }
    }
    complaints
}

/// Law 3: no `super::super`, no globs over our own rooms.
fn path_complaints(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources {
        let ours = ["crate", "super", "self"].iter().flat_map(|root| source.paths_from(root));
        for path in ours {
            if path.contains("super::super") {
                complaints.push(format!("{}: `{path}` climbs two floors of folders; name the room", source.path));
            }
            if path.ends_with("::*") {
                complaints.push(format!("{}: `{path}` imports everything; name what is used", source.path));
            }
        }
    }
    complaints
}

/// Law 4: every third-party crate stays in its room, and every dependency has a fence. Inline tests may look over it.
fn fence_complaints(sources: &[Source], dependencies: &[String]) -> Vec<String> {
    let unfenced = dependencies.iter().filter(|name| !FENCE.iter().any(|(fenced, _)| fenced == name));
    let mut complaints: Vec<String> = unfenced.map(|name| format!("Cargo.toml: `{name}` has no room in the fence list")).collect();
    for source in sources {
        for (name, places) in FENCE {
            let imported = source.shipped_uses.iter().any(|(path, _)| path == name || path.starts_with(&format!("{name}::")));
            let named = imported || !written_paths(&source.shipped_code, name).is_empty();
            let stem = source.path.trim_end_matches(".rs");
            let at_home = places.iter().any(|place| stem == *place || stem.starts_with(&format!("{place}/")));
            if named && !at_home {
                complaints.push(format!("{}: `{name}` belongs to {} only", source.path, places.join(", ")));
            }
        }
    }
    complaints
}

/// Law 5: an opening comment, a bounded length, a name that says something.
fn file_complaints(sources: &[Source]) -> Vec<String> {
    let mut complaints = Vec::new();
    for source in sources {
        if !source.text.starts_with("//!") {
            complaints.push(format!("{}: does not open with what it does and what it refuses", source.path));
        }
        if source.lines > LINES_MAX {
            complaints.push(format!("{}: {} lines without tests, at most {LINES_MAX}", source.path, source.lines));
        }
        if source.path.trim_end_matches(".rs").split('/').any(|part| EMPTY_NAMES.contains(&part)) {
            complaints.push(format!("{}: name it after what it does", source.path));
        }
    }
    complaints
}

/// The file that a path inside a room points to. A name that a face re-exports leads to the file behind it.
fn target(sources: &BTreeMap<String, &Source>, from: &Source, path: &str) -> Option<String> {
    let module = from.module();
    let parent = module.rsplit_once("::").map_or("", |(parent, _)| parent);
    let full = match path.split_once("::")? {
        ("crate", rest) => rest.to_owned(),
        ("super", rest) => format!("{parent}::{rest}"),
        ("self", rest) => format!("{module}::{rest}"),
        (child, _) if sources.contains_key(&format!("{module}::{child}")) => format!("{module}::{path}"),
        _ => return None,
    };
    let mut found = full.as_str();
    while !sources.contains_key(found) {
        found = found.rsplit_once("::")?.0;
    }
    let name = full.get(found.len()..)?.trim_start_matches(':').split("::").next()?.to_owned();
    let face = sources.get(found)?;
    let behind = face.shipped_uses.iter().find(|(path, public)| *public && !name.is_empty() && path.ends_with(&format!("::{name}")));
    match behind {
        Some((path, _)) if face.path != from.path => target(sources, face, path).or_else(|| Some(found.to_owned())),
        _ => Some(found.to_owned()),
    }
}

/// Law 6: the files of a room do not run in circles. Two arrows do not count: what a face re-exports, which is a promise
/// and not a need, and what a file takes from the face of its own folder, which may hold what the files there share.
fn circle_complaints(sources: &[Source]) -> Vec<String> {
    let by_module: BTreeMap<String, &Source> = sources.iter().map(|s| (s.module(), s)).collect();
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources {
        let imported = source.shipped_uses.iter().filter(|(_, public)| !public).map(|(path, _)| path.clone());
        let own = by_module.keys().filter_map(|m| m.strip_prefix(&format!("{}::", source.module())).map(str::to_owned));
        let roots: Vec<String> = ["crate", "super", "self"].iter().map(|r| (*r).to_owned()).chain(own).collect();
        let written = roots.iter().flat_map(|root| written_paths(&source.shipped_code, root));
        let module = source.module();
        let same_room =
            |to: &String| to.split("::").next() == Some(source.room()) && !format!("{module}::").starts_with(&format!("{to}::"));
        let to = imported.chain(written).filter_map(|path| target(&by_module, source, &path)).filter(same_room);
        arrows.insert(module.clone(), to.collect());
    }
    let mut complaints = Vec::new();
    while let Some(circle) = shortest_circle(&arrows) {
        complaints.push(format!("a circle: {}", circle.join(" -> ")));
        // Each circle is named once: its closing arrow is taken out before the next is sought.
        if let [.., last, first] = circle.as_slice() {
            arrows.entry(last.clone()).or_default().remove(first);
        }
    }
    complaints
}

/// The shortest way from any file back to itself, its start named at both ends.
fn shortest_circle(arrows: &BTreeMap<String, BTreeSet<String>>) -> Option<Vec<String>> {
    let circle_from = |start: &String| {
        let (mut ways, mut seen) = (VecDeque::from([vec![start.clone()]]), BTreeSet::new());
        while let Some(way) = ways.pop_front() {
            for to in way.last().and_then(|end| arrows.get(end)).into_iter().flatten() {
                let longer: Vec<String> = way.iter().chain([to]).cloned().collect();
                if to == start {
                    return Some(longer);
                }
                if seen.insert(to.clone()) {
                    ways.push_back(longer);
                }
            }
        }
        None
    };
    arrows.keys().filter_map(circle_from).min_by_key(Vec::len)
}

/// Law 7: both databases have the same migrations, each with a way up and a way down.
fn migration_complaints(sqlite: &BTreeMap<String, BTreeSet<String>>, postgres: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let mut complaints = Vec::new();
    for (side, mine, other) in [("sqlite", sqlite, postgres), ("postgres", postgres, sqlite)] {
        for (folder, files) in mine {
            if !other.contains_key(folder) {
                complaints.push(format!("migrations/{side}/{folder}: has no twin for the other database"));
            }
            for file in ["up.sql", "down.sql"] {
                if !files.contains(file) {
                    complaints.push(format!("migrations/{side}/{folder}: has no {file}"));
                }
            }
        }
    }
    complaints
}

/// Law 8: the plan of the house names every room.
fn plan_complaints(rooms: &BTreeSet<String>, plan: &str) -> Vec<String> {
    let named =
        |room: &str| [format!("`{room}`"), format!("`{room}/"), format!("src/{room}")].iter().any(|spelling| plan.contains(spelling));
    rooms.iter().filter(|room| !named(room)).map(|room| format!("ARCHITECTURE.md: does not name the room `{room}`")).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn entries(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found: Vec<_> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
}

fn sources() -> Vec<Source> {
    let (src, mut open, mut found) = (root().join("src"), vec![root().join("src")], Vec::new());
    while let Some(folder) = open.pop() {
        for path in entries(&folder) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(&src).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                found.push(Source::new(&name, &fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(found.len() > 50, "the source was not found below {}", src.display());
    let tests_only: Vec<String> = found.iter().flat_map(test_modules).collect();
    found.into_iter().map(|s| if tests_only.contains(&s.module()) { s.without_shipped() } else { s }).collect()
}

/// Names under `[dependencies]`, spelt as in code.
fn dependencies(manifest: &str) -> Vec<String> {
    let inside = manifest.lines().skip_while(|line| line.trim() != "[dependencies]").skip(1).take_while(|line| !line.starts_with('['));
    inside.filter_map(|line| line.split_once('=')).map(|(name, _)| name.trim().replace('-', "_")).filter(|n| !n.starts_with('#')).collect()
}

fn migrations(side: &str) -> BTreeMap<String, BTreeSet<String>> {
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folders = entries(&root().join("migrations").join(side)).into_iter().filter(|p| p.is_dir());
    folders.map(|folder| (name(&folder), entries(&folder).iter().map(|p| name(p)).collect())).collect()
}

/// Every arrow between rooms, highest first.
fn arrows_between_rooms(sources: &[Source]) -> BTreeMap<String, BTreeSet<String>> {
    let mut arrows: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources.iter().filter(|s| s.room() != "lib") {
        let to = crate_paths(source).into_iter().filter_map(|path| path.split("::").next().map(str::to_owned));
        arrows.entry(source.room().to_owned()).or_default().extend(to.filter(|to| to != source.room()));
    }
    arrows
}

fn hold(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n  {}\n", complaints.join("\n  "));
}

#[test]
fn imports_go_downwards() {
    hold(&floor_complaints(&sources()));
}

#[test]
fn rooms_keep_their_finer_bans() {
    hold(&ban_complaints(&sources()));
}

#[test]
fn paths_name_what_they_use() {
    hold(&path_complaints(&sources()));
}

#[test]
fn third_party_crates_stay_in_their_rooms() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");

    hold(&fence_complaints(&sources(), &dependencies(&manifest)));
}

#[test]
fn files_open_with_their_purpose_and_stay_short() {
    hold(&file_complaints(&sources()));
}

#[test]
fn files_of_a_room_do_not_run_in_circles() {
    hold(&circle_complaints(&sources()));
}

#[test]
fn migrations_come_in_pairs() {
    let sqlite = migrations("sqlite");

    assert!(!sqlite.is_empty(), "there are no migrations");
    hold(&migration_complaints(&sqlite, &migrations("postgres")));
}

#[test]
fn the_plan_names_every_room() {
    let plan = fs::read_to_string(root().join("ARCHITECTURE.md")).expect("ARCHITECTURE.md");
    let rooms = sources().iter().filter(|s| s.path.contains('/')).map(|s| s.room().to_owned()).collect();

    hold(&plan_complaints(&rooms, &plan));
}

#[test]
fn house_picture() {
    let arrows = arrows_between_rooms(&sources());

    for (room, floor) in FLOORS.iter().rev() {
        let to: Vec<&str> = arrows.get(*room).into_iter().flatten().map(String::as_str).collect();
        println!("floor {floor}  {room:<8} -> {}", if to.is_empty() { "(nothing)".to_owned() } else { to.join(" ") });
    }

    assert!(arrows.values().any(|to| !to.is_empty()));
    assert!(arrows.get("domain").is_none_or(BTreeSet::is_empty));
}
