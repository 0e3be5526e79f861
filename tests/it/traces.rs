//! The running program looked at from outside: what it writes while a report comes in, and what it remembers after a sign-out.
//!
//! Needs leave to watch a child process; where that is refused the tests say so, and fail when everything is required.

use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::fs::FileExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use candor::domain::clock::{Clock as _, FixedClock, SystemClock};
use candor::domain::person::Role;
use candor::vault::TotpSecret;

use crate::on_both;
use crate::support::app::{self, PASSPHRASE};
use crate::support::backends::all_required;
use crate::support::client::Visitor;
use crate::support::service::Service;
use crate::support::thief::Loot;

const RARE: [&str; 3] = ["Thistlewood", "zirconium", "sluiceway"];
const STORY: &str = "Nurse Thistlewood left the zirconium valve open and the sluiceway flooded.";

/// Every call that can put bytes into a file or a socket.
const WRITING: &str = "trace=write,writev,pwrite64,pwritev,pwritev2,sendto,sendmsg,sendmmsg,sendfile,splice,copy_file_range";

fn watching_is_allowed() -> bool {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let allowed = tried.is_ok_and(|status| status.success());
    assert!(allowed || !all_required(), "strace is missing or may not watch, and CANDOR_TEST_REQUIRE_ALL wants it");
    allowed
}

/// The trace once the watched process is gone.
fn whole_trace(path: &Path) -> String {
    let mut text = String::new();
    let mut reader = BufReader::new(std::fs::File::open(path).expect("a trace"));
    while !text.contains("+++ killed by SIGKILL +++") {
        reader.read_to_string(&mut text).expect("a trace in ASCII");
        std::thread::yield_now();
    }
    text
}

on_both! {
    fn cr_18_a_submission_writes_no_plaintext(url: &str, folder: &Path) {
        if !watching_is_allowed() {
            println!("skipped: strace is missing or may not watch a process here");
            return;
        }
        let config = app::installation(url, &Arc::new(FixedClock::at(SystemClock.now())), folder);
        let trace = folder.join("trace");
        let mut strace = Command::new("strace");
        // As a grandchild, so that the program stays our child; with the names of files and sockets, and nothing left out.
        strace.args(["-D", "-f", "-yy", "-s", "200000", "-e", WRITING, "-o"]).arg(&trace);
        let service = Service::start_watched(strace, &config);
        let mut reporter = Visitor::new(&service.base);
        let form = reporter.get("/report").form("narrative").set("kind", "near-miss").set("narrative", STORY).to("/report");
        let words = form.value("words").expect("words").to_owned();
        assert_eq!(reporter.submit(&form).status, 200);
        let look = reporter.get("/receipt").form("name=\"words\"").set("words", &words);
        assert_eq!(reporter.submit(&look).status, 200);
        service.kill();

        let text = whole_trace(&trace);
        let (to_visitors, elsewhere): (Vec<&str>, Vec<&str>) =
            text.lines().partition(|line| line.split_once('(').is_some_and(|(_, rest)| rest.split(',').next().is_some_and(|fd| fd.contains("<TCP"))));
        let receipt: Vec<&str> = words.split(' ').collect();
        assert!(to_visitors.iter().any(|line| receipt.iter().all(|word| line.contains(word))), "the trace shows what is written");
        let stores = elsewhere.iter().filter(|line| line.contains(if url.starts_with("sqlite") { "candor.db" } else { "<UNIX" })).count();
        assert!(stores > 0, "the trace shows what is stored");
        let told: Vec<&str> = RARE.into_iter().chain([words.as_str()]).collect();
        for line in elsewhere {
            let found = told.iter().find(|word| line.contains(**word));
            assert!(found.is_none(), "{found:?} was written: {}", line.chars().take(120).collect::<String>());
        }
    }
}

/// Every writable stretch of a process's memory, or `None` where looking is refused.
fn memory(process: u32) -> Option<Vec<(String, Vec<u8>)>> {
    let mem = std::fs::File::open(format!("/proc/{process}/mem")).ok()?;
    let maps = BufReader::new(std::fs::File::open(format!("/proc/{process}/maps")).ok()?);
    let mut all = Vec::new();
    for line in maps.lines().map(|line| line.expect("a line")) {
        let (range, rest) = line.split_once(' ')?;
        let (from, to) = range.split_once('-')?;
        let (from, to) = (u64::from_str_radix(from, 16).ok()?, u64::from_str_radix(to, 16).ok()?);
        if !rest.starts_with("rw") {
            continue;
        }
        let mut bytes = vec![0; usize::try_from(to - from).ok()?];
        // A stretch that has gone meanwhile holds nothing.
        if mem.read_exact_at(&mut bytes, from).is_ok() {
            all.push((line, bytes));
        }
    }
    (!all.is_empty()).then_some(all)
}

fn found_in<'a>(memory: &'a [(String, Vec<u8>)], what: &[u8]) -> Vec<&'a str> {
    memory.iter().filter(|(_, bytes)| memchr::memmem::find(bytes, what).is_some()).map(|(place, _)| place.as_str()).collect()
}

on_both! {
    fn cr_16_nothing_of_a_person_stays_in_memory_after_signing_out(url: &str, folder: &Path) {
        // Ten minutes ago, so that no code of the enrolment counts as used.
        let clock = Arc::new(FixedClock::at(SystemClock.now().plus(-600)));
        let (config, people) = app::installation_of(url, &clock, folder);
        let member = &people.iter().filter(|(role, _)| *role == Role::Screener).nth(1).expect("a screener").1;
        let loot = Loot::of(url);
        let own = loot.own_key(&member.email, PASSPHRASE).1.to_bytes();
        let service = Service::start(&config);
        let mut screener = Visitor::new(&service.base);
        let code = TotpSecret::from_base32(&member.secret).expect("base 32").code_at(SystemClock.now().0);
        let form = screener.get("/sign-in").form("passphrase").set("email", &member.email).set("passphrase", PASSPHRASE).set("code", &code);
        screener.submit(&form);
        assert!(!screener.cookies.is_empty(), "signed in");
        assert_eq!(screener.get("/desk/screening").status, 200);

        let desk = screener.get("/desk");
        screener.submit(&desk.form("/sign-out"));
        assert!(screener.get("/desk").path.starts_with("/sign-in"), "signed out");
        drop(screener);
        let Some(seen) = memory(service.process()) else {
            assert!(!all_required(), "the memory of a child process may not be read, and CANDOR_TEST_REQUIRE_ALL wants it");
            println!("skipped: the memory of a child process may not be read here");
            return service.kill();
        };

        assert!(!found_in(&seen, url.trim_start_matches("sqlite://").as_bytes()).is_empty(), "the memory can be searched");
        for (what, bytes) in [
            ("the pass-phrase", PASSPHRASE.as_bytes().to_vec()),
            ("the pass-phrase as a form has it", PASSPHRASE.replace(' ', "+").into_bytes()),
            ("the pass-phrase as a form may have it", PASSPHRASE.replace(' ', "%20").into_bytes()),
            ("the private key", own[own.len() - 32..].to_vec()),
        ] {
            let places = found_in(&seen, &bytes);
            assert!(places.is_empty(), "{what} is in {places:?}");
        }
        service.kill();
    }
}
