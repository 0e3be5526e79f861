//! The digest letter as it is delivered: small, and understood by mail programs, as two linters see it.
//!
//! Without the linters, which `scripts/install.sh` puts into `target/lint`, the second half says so and passes, or fails when
//! `CANDOR_TEST_REQUIRE_ALL` is set.

use std::path::{Path, PathBuf};
use std::process::Command;

use candor::domain::access::{Actor, ManageReaders};
use candor::domain::contact::Language;
use candor::domain::person::Role;
use candor::flows::digest as letters;
use candor::jobs::deliver;
use candor::mail::Transport;

use crate::digest::{approve, history, letters_in, prepared, say_yes};
use crate::on_both;
use crate::support::app::TestApp;
use crate::support::backends::all_required;

/// Largest letter as it goes over the wire, with its picture.
const WIRE_MAX: usize = 150_000;
/// Largest HTML part; some mail programs cut at 102 kB.
const HTML_MAX: usize = 40_000;

/// One letter in each language, delivered.
fn delivered(app: &TestApp) -> Vec<String> {
    let permit = Actor::Console.permit::<ManageReaders>().expect("the console");
    for language in Language::ALL {
        letters::add_reader(&app.ctx, &permit, &format!("{}@example.org", language.tag()), language).expect("added");
    }
    let folder = app.folder.path().join("asked");
    std::fs::create_dir(&folder).expect("a folder");
    assert_eq!(deliver(&app.ctx, &Transport::folder(&folder)).expect("questions"), 4);
    letters_in(&folder).iter().for_each(|(_, question)| say_yes(app, question));
    history(app, "2026-10");
    let issue = prepared(app, "2026-10");
    assert_eq!(approve(&mut app.signed_in(Role::Publisher, 0), &issue).status, 200);
    let folder = app.folder.path().join("letters");
    std::fs::create_dir(&folder).expect("a folder");
    assert_eq!(deliver(&app.ctx, &Transport::folder(&folder)).expect("delivery"), 4);
    letters_in(&folder).into_iter().map(|(_, letter)| letter).collect()
}

/// The HTML part of a letter, decoded from quoted-printable.
fn html(letter: &str) -> String {
    let part = letter.split("Content-Type: text/html").nth(1).expect("an HTML part");
    let (head, body) = part.split_once("\r\n\r\n").expect("its head");
    assert!(head.contains("quoted-printable"), "{head}");
    let body = body.split("\r\n--").next().expect("a part").replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = body.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex =
            (*first == b'=').then(|| std::str::from_utf8(after.get(..2)?).ok()).flatten().and_then(|h| u8::from_str_radix(h, 16).ok());
        match hex {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn lint(files: &[PathBuf]) {
    if !Path::new("target/lint/node_modules/caniemail").exists() {
        assert!(!all_required(), "the linters are missing: run scripts/install.sh");
        println!("skipped: the linters of the letter are not installed");
        return;
    }
    let out = Command::new("node").arg("scripts/lint-letter.mjs").args(files).output().expect("node starts");
    assert!(out.status.success(), "{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    let bad = files[0].with_extension("bad.html");
    let text = std::fs::read_to_string(&files[0])
        .expect("a letter")
        .replace("<body ", "<body onload=\"x()\" ")
        .replace("display:block", "display:grid");
    std::fs::write(&bad, text.replace("</h1>", "</h1><video src=\"x\"></video>")).expect("a file");
    let out = Command::new("node").arg("scripts/lint-letter.mjs").arg(bad).output().expect("node starts");
    assert_eq!(out.status.code(), Some(1), "the linters find nothing in a bad letter");
}

on_both! {
    fn the_letter_is_small_and_mail_programs_understand_it(app: TestApp) {
        let mut files = Vec::new();
        for (at, letter) in delivered(&app).iter().enumerate() {
            let html = html(letter);
            assert!(letter.len() < WIRE_MAX, "{} bytes over the wire", letter.len());
            assert!(html.len() < HTML_MAX, "{} bytes of HTML", html.len());
            assert!(html.starts_with("<!DOCTYPE html>") && html.trim_end().ends_with("</html>"), "{html}");
            let file = app.folder.path().join(format!("letter-{at}.html"));
            std::fs::write(&file, html).expect("a file");
            files.push(file);
        }

        lint(&files);
    }
}
