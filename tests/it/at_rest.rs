//! What a thief of the disk has: sealed bytes that open nowhere else, of sizes that say nothing.

use candor::domain::person::Role;
use candor::domain::sealed::Envelope;
use candor::vault::{Context, Purpose, SymKey, open_field};

use crate::journey::screen;
use crate::on_both;
use crate::support::app::PASSPHRASE;
use crate::support::at_rest::assert_absent;
use crate::support::thief::{execute, rows};

const CANARIES: [&str; 5] = ["Thistlewood", "0160777", "gantry", "Merriweather", "ladder-night"];
const STORY: &str = "Nurse Thistlewood (bleep 0160777) was under the gantry when the chain parted.";
const STRIP: [&str; 3] = ["Ottoline Merriweather", "ladder-night@example.net", "evenings"];

on_both! {
    fn cr_01_a_stolen_disk_reads_as_nothing(app: TestApp) {
        for number in 0..5 {
            app.file(&format!("{STORY} Time {number}."));
            app.file_with_strip(&format!("{STORY} Again {number}."), STRIP);
        }
        assert_absent(&app.bytes_at_rest(), &CANARIES, "while they wait");
        app.next_day();
        assert_absent(&app.bytes_at_rest(), &CANARIES, "on the desk");
        screen(&app);
        assert_absent(&app.bytes_at_rest(), &CANARIES, "after a release");
    }
}

on_both! {
    fn cr_02_the_root_key_opens_released_text_and_nothing_else(app: TestApp) {
        app.file_with_strip(STORY, STRIP);
        app.next_day();
        screen(&app);
        let instance: [u8; 16] = rows(&app.url, "SELECT value AS a, x'' AS b, x'' AS c, 0 AS n, name AS t FROM instance WHERE name = 'id'")[0].a.clone().try_into().expect("id");
        let keys = rows(&app.url, "SELECT id AS a, wrapped AS b, x'' AS c, epoch AS n, purpose AS t FROM keystore.keys WHERE wrapped IS NOT NULL");
        let opened: Vec<([u8; 16], u32, SymKey)> = keys
            .iter()
            .map(|row| {
                let id: [u8; 16] = row.a.clone().try_into().expect("id");
                let epoch = u32::try_from(row.n).expect("epoch");
                let context = Context { purpose: Purpose::RootWrap, instance: &instance, record: row.t.as_bytes(), key: &id, epoch };
                let plain = open_field(&SymKey::from_bytes([7; 32]), &context, &Envelope::from_bytes(row.b.clone())).expect("the root key opens it");
                (id, epoch, SymKey::from_bytes(plain.as_slice().try_into().expect("32 bytes")))
            })
            .collect();
        let reports = rows(&app.url, "SELECT id AS a, raw AS b, released_text AS c, 0 AS n, status AS t FROM reports");
        let bound = rows(&app.url, "SELECT receipt AS a, identity AS b, x'' AS c, 0 AS n, status AS t FROM reports");
        let mut released = 0;
        for (id, epoch, key) in &opened {
            let place = |purpose, record| Context { purpose, instance: &instance, record, key: id, epoch: *epoch };
            let text = Envelope::from_bytes(reports[0].c.clone());
            released += usize::from(open_field(key, &place(Purpose::Released, &reports[0].a), &text).is_ok());
            for (purpose, sealed) in [(Purpose::Raw, &reports[0].b), (Purpose::Identity, &bound[0].b)] {
                let sealed = Envelope::from_bytes(sealed.clone());
                let zero = Context { key: &[0; 16], epoch: 0, ..place(purpose, &bound[0].a) };
                assert!(open_field(key, &place(purpose, &bound[0].a), &sealed).is_err() && open_field(key, &zero, &sealed).is_err());
            }
        }
        assert_eq!(released, 1, "the data key opens the released text");
    }
}

on_both! {
    fn cr_06_a_ciphertext_in_another_place_opens_nothing(app: TestApp) {
        app.file(STORY);
        app.file("A second story about a crane.");
        app.next_day();
        let ids = rows(&app.url, "SELECT id AS a, receipt AS b, raw AS c, 0 AS n, status AS t FROM reports ORDER BY id");
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        let blob = |bytes: &[u8]| if app.url.starts_with("sqlite") { format!("x'{}'", hex(bytes)) } else { format!("decode('{}', 'hex')", hex(bytes)) };
        let swap = |table: &str, column: &str, key: &str, a: (&[u8], &[u8]), b: (&[u8], &[u8])| {
            execute(&app.url, &format!("UPDATE {table} SET {column} = {} WHERE {key} = {}; UPDATE {table} SET {column} = {} WHERE {key} = {}", blob(b.1), blob(a.0), blob(a.1), blob(b.0)));
        };
        let mut screener = app.signed_in(Role::Screener, 0);
        let pages: Vec<String> = ids.iter().map(|r| format!("/desk/screening/{}", hex(&r.a))).collect();
        let refused = |screener: &mut crate::support::client::Visitor, what: &str| {
            for page in &pages {
                let answer = screener.get(page);
                assert!(answer.status >= 400 && !answer.text().contains("gantry") && !answer.text().contains("crane"), "{what}: {}", answer.status);
            }
        };
        swap("reports", "raw", "id", (&ids[0].a, &ids[0].c), (&ids[1].a, &ids[1].c));
        refused(&mut screener, "raw texts of two reports");
        swap("reports", "raw", "id", (&ids[1].a, &ids[0].c), (&ids[0].a, &ids[1].c));
        execute(&app.url, "SELECT 1");
        // Back to where they were, then the keys.
        swap("reports", "raw", "id", (&ids[0].a, &ids[1].c), (&ids[1].a, &ids[0].c));
        execute(&app.url, &format!("UPDATE reports SET raw = {} WHERE id = {}; UPDATE reports SET raw = {} WHERE id = {}", blob(&ids[0].c), blob(&ids[0].a), blob(&ids[1].c), blob(&ids[1].a)));
        assert!(pages.iter().all(|page| screener.get(page).status == 200), "back in their places they open");
        let keys = rows(&app.url, "SELECT receipt AS a, raw_key AS b, x'' AS c, 0 AS n, '' AS t FROM keystore.report_keys ORDER BY receipt");
        swap("keystore.report_keys", "raw_key", "receipt", (&keys[0].a, &keys[0].b), (&keys[1].a, &keys[1].b));
        refused(&mut screener, "keys of two reports");
        let log = app.signed_in(Role::Auditor, 0).get("/desk/audit").text();
        assert!(log.matches("report.read-raw").count() >= 6, "every attempt is in the log");
    }
}

on_both! {
    fn cr_07_a_damaged_ciphertext_is_refused_and_the_service_lives(app: TestApp) {
        app.file(STORY);
        app.next_day();
        let row = rows(&app.url, "SELECT id AS a, raw AS b, x'' AS c, 0 AS n, status AS t FROM reports")[0].clone();
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        let put = |bytes: &[u8]| {
            let value = if app.url.starts_with("sqlite") { format!("x'{}'", hex(bytes)) } else { format!("decode('{}', 'hex')", hex(bytes)) };
            execute(&app.url, &format!("UPDATE reports SET raw = {value}"));
        };
        let mut screener = app.signed_in(Role::Screener, 0);
        let page = format!("/desk/screening/{}", hex(&row.a));
        for at in [0, 2, 3, 5, 21, 30, 60, 100, row.b.len() - 1] {
            let mut bent = row.b.clone();
            bent[at] ^= 1;
            put(&bent);
            let answer = screener.get(&page);
            assert!(answer.status >= 400 && !answer.text().contains("gantry"), "byte {at}");
        }
        for damaged in [Vec::new(), row.b[..40].to_vec(), [row.b.as_slice(), &[0; 16]].concat()] {
            put(&damaged);
            assert!(screener.get(&page).status >= 400, "{} bytes", damaged.len());
        }
        put(&row.b);
        assert!(screener.get(&page).text().contains("gantry"), "undamaged it opens");
    }
}

on_both! {
    fn cr_10_stored_sizes_come_from_the_buckets(app: TestApp) {
        for size in [1, 100, 3_000, 5_000, 12_000, 19_999] {
            app.file(&"x ".repeat(size / 2 + 1));
        }
        app.file_with_strip("Short.", ["A", "b", ""]);
        app.file_with_strip("Short.", [&"N".repeat(100), &"é".repeat(200), &"w".repeat(100)]);
        app.next_day();
        let sizes = rows(&app.url, "SELECT x'' AS a, x'' AS b, x'' AS c, length(raw) AS n, '' AS t FROM reports");
        // Header, salt, commitment and tag come on top of a bucket.
        for row in &sizes {
            assert!([4, 8, 16, 32, 64, 128].iter().any(|kib| row.n == kib * 1024 + 24 + 64 + 16), "{}", row.n);
        }
        let strips = rows(&app.url, "SELECT x'' AS a, x'' AS b, x'' AS c, length(identity) AS n, '' AS t FROM reports");
        assert!(strips.iter().all(|row| row.n == 2_048 + 24 + 64 + 16), "every strip has one size");
        let shares = rows(&app.url, "SELECT x'' AS a, x'' AS b, x'' AS c, length(shares) AS n, '' AS t FROM keystore.report_keys");
        assert!(shares.windows(2).all(|two| two[0].n == two[1].n && two[0].n > 3_000), "so have the shares");
    }
}

on_both! {
    fn cr_15_weakened_or_exchanged_pass_phrase_records_are_refused(app: TestApp) {
        let (one, two) = (app.member(Role::Analyst, 0), app.member(Role::Publisher, 0));
        let records = rows(&app.url, "SELECT id AS a, passphrase AS b, x'' AS c, 0 AS n, email AS t FROM staff WHERE passphrase IS NOT NULL");
        let of = |email: &str| records.iter().find(|r| r.t == email).expect("an account").clone();
        let hex = |bytes: &[u8]| bytes.iter().map(|b| format!("{b:02x}")).collect::<String>();
        let put = |email: &str, bytes: &[u8]| {
            let value = if app.url.starts_with("sqlite") { format!("x'{}'", hex(bytes)) } else { format!("decode('{}', 'hex')", hex(bytes)) };
            execute(&app.url, &format!("UPDATE staff SET passphrase = {value} WHERE email = '{email}'"));
        };
        let enters = |member| {
            let mut visitor = app.visitor();
            app.sign_in(&mut visitor, member, PASSPHRASE);
            !visitor.cookies.is_empty()
        };
        let mut weak = of(&one.email).b;
        weak[4..8].copy_from_slice(&8_u32.to_be_bytes());
        put(&one.email, &weak);
        assert!(!enters(one), "8 KiB of memory");
        let mut salted = of(&one.email).b;
        salted[16..32].copy_from_slice(&of(&two.email).b[16..32]);
        put(&one.email, &salted);
        assert!(!enters(one), "somebody else's salt");
        put(&one.email, &of(&two.email).b);
        assert!(!enters(one), "somebody else's record with the same pass-phrase: the own key does not open");
        put(&one.email, &of(&one.email).b);
        app.clock.advance(120);
        assert!(enters(one), "the record as it was");
    }
}

on_both! {
    /// Starts the real program without its root key, files a report, opens the service and reads the report.
    fn cr_14_a_sealed_service_takes_reports_in(url: &str, folder: &Path) {
        use crate::support::client::Visitor;
        use crate::support::service::Service;
        use candor::domain::clock::{Clock as _, FixedClock, SystemClock};
        let config = crate::support::app::installation(url, &std::sync::Arc::new(FixedClock::at(SystemClock.now())), folder);
        let away = folder.join("root.key.away");
        std::fs::rename(folder.join("root.key"), &away).expect("the root key leaves");
        let service = Service::start(&config);
        let mut reporter = Visitor::new(&service.base);
        let form = reporter.get("/report").form("narrative").set("kind", "near-miss").set("narrative", STORY).to("/report");
        let words = form.value("words").expect("words").to_owned();
        assert!(reporter.submit(&form).visible().contains(words.split(' ').next().expect("a word")), "a receipt");
        let look = reporter.get("/receipt").form("name=\"words\"").set("words", &words);
        assert_eq!(reporter.submit(&look).status, 200, "the receipt works");

        let mut desk = Visitor::new(&service.base);
        let door = desk.get("/sign-in");
        assert!(door.visible().contains("sealed"), "{}", door.visible());
        let form = desk.get("/unseal").form("name=\"key\"");
        assert_eq!(desk.submit(&form.clone().set("key", &"00".repeat(32))).status, 403);
        let key = std::fs::read_to_string(&away).expect("the key");
        desk.submit(&form.set("key", &key));
        assert!(!desk.get("/sign-in").visible().contains("sealed"), "open now");
        service.kill();
        let stored = crate::support::app::stored_reports(url);
        assert_eq!(stored, (1, 1));
    }
}

#[test]
fn cr_11_an_unknown_version_or_suite_is_refused() {
    let key = SymKey::from_bytes([5; 32]);
    let place = Context { purpose: Purpose::Raw, instance: &[1; 16], record: b"r", key: &[2; 16], epoch: 1 };
    let sealed = candor::vault::seal_field(&key, &place, b"text", candor::vault::Padding::None).expect("sealed");
    assert!(open_field(&key, &place, &sealed).is_ok());
    for (at, value) in [(2, 0), (2, 2), (3, 0x03), (3, 0x12), (3, 0x01), (3, 0x02)] {
        let mut bytes = sealed.as_bytes().to_vec();
        bytes[at] = value;
        assert!(open_field(&key, &place, &Envelope::from_bytes(bytes)).is_err(), "byte {at} = {value}");
    }
}

#[test]
fn cr_12_a_separate_program_opens_our_envelopes() {
    let Some(python) = std::env::var("CANDOR_TEST_PYTHON").ok().filter(|p| !p.is_empty()) else {
        println!("skipped: CANDOR_TEST_PYTHON names no Python with cryptography and kyber-py");
        return;
    };
    let output = std::process::Command::new(python)
        .args(["scripts/open_envelope.py", "tests/vectors/envelope_v1.json"])
        .output()
        .expect("the program runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.matches("opens").count() == 4, "{said}{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn cr_19_nothing_secret_prints_itself() {
    use candor::domain::identity::IdentityStrip;
    let strip = IdentityStrip::parse("Ottoline", "ext 9", "").expect("fits").expect("some");
    let receipt = candor::vault::draw_receipt();
    let narrative = candor::domain::text::Narrative::parse("the gantry").expect("a text");
    let printed = format!("{strip:?} {receipt:?} {narrative:?}");
    assert!(!printed.contains("Ottoline") && !printed.contains("gantry") && !printed.contains(receipt.expose()), "{printed}");
}
