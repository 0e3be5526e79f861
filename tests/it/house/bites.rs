//! Each law of the house is fed a file that breaks it: a law that never bites is no law.

use std::collections::{BTreeMap, BTreeSet};

use super::reading::Source;
use super::{
    LINES_MAX, ban_complaints, circle_complaints, dependencies, fence_complaints, file_complaints, floor_complaints, hold,
    migration_complaints, path_complaints, plan_complaints,
};

/// A file of one line beside its opening comment.
fn file(path: &str, line: &str) -> Source {
    Source::new(path, &format!("//! Says what it does.\n{line}\n"))
}

#[test]
fn floors_bite() {
    for (path, line) in [
        ("domain/id.rs", "use crate::store::Store;"),
        ("store/people.rs", "use crate::vault::Envelope;"),
        ("web/desk.rs", "fn f() { crate::jobs::start(); }"),
        ("jobs/run.rs", "use crate::{domain::id::ReportId, web::page};"),
        ("mail/page.rs", "pub(crate) use crate::flows::Ctx;"),
        ("web/page.rs", "use crate::Secret;"),
        ("attic/box.rs", "use crate::domain::id::ReportId;"),
    ] {
        assert_eq!(floor_complaints(&[file(path, line)]).len(), 1, "{path}: {line}");
    }
    for (path, line) in [
        ("web/page.rs", "use crate::{domain::{self, id::ReportId}, flows::Ctx};"),
        ("web/page.rs", "// use crate::jobs::start;\nconst A: &str = \"crate::jobs\"; const Q: char = '\"'; fn f() { crate::flows::f() }"),
        ("main.rs", "fn main() { candor::cli::run() }"),
    ] {
        hold(&floor_complaints(&[file(path, line)]));
    }
}

#[test]
fn bans_bite() {
    let face = file("mail/mod.rs", "pub use transport::{Transport, Sent};");
    let bad = ["use crate::mail::Transport;", "use crate::mail::transport::connect;"];

    for line in bad {
        assert_eq!(ban_complaints(&[file("flows/send.rs", line), Source::new(&face.path, &face.text)]).len(), 1, "{line}");
    }
    assert_eq!(ban_complaints(&[file("web/desk.rs", "use crate::mail::Letter;")]).len(), 1);
    assert_eq!(ban_complaints(&[file("jobs/run.rs", "fn f() { crate::vault::open() }")]).len(), 1);
    hold(&ban_complaints(&[file("flows/send.rs", "use crate::mail::render;"), face]));
}

#[test]
fn path_law_bites() {
    for line in ["use super::super::id::X;", "use crate::domain::*;", "use super::{a::B, c::*};", "use super::*;"] {
        assert_eq!(path_complaints(&[file("store/a.rs", line)]).len(), 1, "{line}");
    }
    hold(&path_complaints(&[file("store/a.rs", "use diesel::prelude::*;")]));
}

#[test]
fn fence_bites() {
    let complaints = |path, line| fence_complaints(&[file(path, line)], &[]).len();

    assert_eq!(complaints("domain/id.rs", "use serde::Serialize;"), 1);
    assert_eq!(complaints("flows/send.rs", "fn f() { lettre::Message::builder(); }"), 1);
    assert_eq!(complaints("mail/render.rs", "use lettre::Message;"), 1);
    assert_eq!(complaints("mail/transport/smtp.rs", "use lettre::Message;"), 0);
    assert_eq!(complaints("trends/spc.rs", "#[cfg(test)]\nmod tests {\n    use serde_json::Value;\n}"), 0);
    assert_eq!(fence_complaints(&[], &dependencies("[dependencies]\nsurprise = \"1\"\n[lints]\n")).len(), 1);
}

#[test]
fn file_law_bites() {
    let long = "fn f() {}\n".repeat(LINES_MAX);

    assert_eq!(file_complaints(&[Source::new("web/a.rs", "use std::fmt;\n")]).len(), 1);
    assert_eq!(file_complaints(&[file("web/a.rs", &long)]).len(), 1);
    assert_eq!(file_complaints(&[file("web/helpers.rs", "")]).len(), 1);
    hold(&file_complaints(&[file("web/a.rs", &format!("#[cfg(test)]\nmod tests {{\n{long}}}"))]));
}

#[test]
fn circle_law_bites() {
    let face = || file("store/mod.rs", "mod a;\nmod b;\npub use a::A;");
    let circle = [face(), file("store/a.rs", "use super::b::B;"), file("store/b.rs", "use super::A;")];
    let line = [face(), file("store/a.rs", "use super::b::B;"), file("store/b.rs", "fn f() {}")];
    let shared_by_face = [file("store/mod.rs", "mod a;\nfn f() { a::g() }"), file("store/a.rs", "use crate::store::f;")];
    let over_a_face = [
        file("web/routes.rs", "use super::api::all;"),
        file("web/api/mod.rs", "mod a;\nfn all() { a::g() }"),
        file("web/api/a.rs", "use crate::web::routes::read;"),
    ];

    assert_eq!(circle_complaints(&circle).len(), 1);
    assert_eq!(circle_complaints(&over_a_face).len(), 1);
    hold(&circle_complaints(&shared_by_face));
    hold(&circle_complaints(&line));
}

#[test]
fn migration_and_plan_laws_bite() {
    let side = |files: &[&str]| BTreeMap::from([("2026_first".to_owned(), files.iter().map(|f| (*f).to_owned()).collect())]);

    assert_eq!(migration_complaints(&side(&["up.sql", "down.sql"]), &BTreeMap::new()).len(), 1);
    assert_eq!(migration_complaints(&side(&["up.sql", "down.sql"]), &side(&["up.sql"])).len(), 1);
    assert_eq!(plan_complaints(&BTreeSet::from(["web".to_owned()]), "The web of rooms").len(), 1);
    hold(&plan_complaints(&BTreeSet::from(["web".to_owned()]), "| `web` | pages |"));
}
