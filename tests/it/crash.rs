//! `kill -9` while 200 submissions are under way, ten times over, against the real program.
//!
//! Afterwards every receipt that was answered resolves, and no receipt holds two reports. The database outlives the
//! process; on PostgreSQL the server does too.

use std::path::Path;
use std::sync::{Arc, Mutex};

use candor::domain::clock::{Clock, FixedClock, SystemClock};

use crate::on_both;
use crate::support::app;
use crate::support::client::Visitor;
use crate::support::service::Service;

const ROUNDS: usize = 10;
const AT_ONCE: usize = 200;
const THREADS: usize = 20;

fn file_one(base: &str, number: usize) -> Option<String> {
    let mut visitor = Visitor::new(base);
    let page = visitor.try_send("GET", "/report", &[], &[]).filter(|p| p.status == 200)?;
    let form = page
        .form("narrative")
        .set("kind", "near-miss")
        .set("narrative", &format!("Crash round, report {number}: the hoist stopped half way."));
    let words = form.value("words")?.to_owned();
    let body = form.encoded();
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    // Sent twice, as an impatient thumb does: the second must not make a second report.
    let first = visitor.try_send("POST", "/report", &headers, body.as_bytes());
    let second = visitor.try_send("POST", "/report", &headers, body.as_bytes());
    let answered = [first, second].into_iter().flatten().any(|p| p.status == 200 && p.header("clear-site-data").is_some());
    answered.then_some(words)
}

fn rounds(config: &Path) -> Vec<String> {
    let answered = Arc::new(Mutex::new(Vec::new()));
    for round in 0..ROUNDS {
        let service = Service::start(config);
        let next = Arc::new(std::sync::atomic::AtomicUsize::new(0));
        let threads: Vec<_> = (0..THREADS)
            .map(|_| {
                let (base, next, answered) = (service.base.clone(), Arc::clone(&next), Arc::clone(&answered));
                std::thread::spawn(move || {
                    while let number @ 0..AT_ONCE = next.fetch_add(1, std::sync::atomic::Ordering::SeqCst) {
                        if let Some(words) = file_one(&base, number) {
                            answered.lock().expect("list").push(words);
                        }
                    }
                })
            })
            .collect();
        // Killed after a number of answers that differs from round to round, not after a time.
        let until = answered.lock().expect("list").len() + 5 + round * 9;
        while answered.lock().expect("list").len() < until && threads.iter().any(|t| !t.is_finished()) {
            std::thread::yield_now();
        }
        service.kill();
        threads.into_iter().for_each(|t| t.join().expect("a client"));
    }
    Arc::try_unwrap(answered).expect("one owner").into_inner().expect("list")
}

on_both! {
    fn answered_receipts_survive(url: &str, folder: &Path) {
        let clock = Arc::new(FixedClock::at(SystemClock.now()));
        let config = app::installation(url, &clock, folder);
        let answered = rounds(&config);
        assert!(answered.len() > ROUNDS * 5, "only {} answered", answered.len());

        let service = Service::start(&config);
        let mut visitor = Visitor::new(&service.base);
        for words in &answered {
            let form = visitor.get("/receipt").form("words").set("words", words);
            let page = visitor.submit(&form);
            assert!(page.status == 200 && page.text().contains(r#"aria-current="step""#), "an answered receipt is lost: {}", page.visible());
        }
        service.kill();

        let distinct: std::collections::BTreeSet<&String> = answered.iter().collect();
        let (stored, receipts) = app::stored_reports(url);
        assert_eq!(stored, receipts, "a receipt holds two reports");
        assert!(stored >= i64::try_from(distinct.len()).expect("a count"), "{stored} stored, {} answered", distinct.len());
        println!("{} answered over {ROUNDS} kills, {stored} stored, none lost, none twice", distinct.len());
    }
}
