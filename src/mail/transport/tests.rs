//! What a message must look like on the wire. Deliveries to a scripted server are in `tests/it/mail.rs`.

use std::fs;

use super::{SmtpSettings, Tls, Transport, to_eml};
use crate::domain::clock::Moment;
use crate::domain::contact::EmailAddress;
use crate::domain::digest::Artefact;
use crate::domain::outbox::Failure;
use crate::mail::{Content, Error, Leave, Letter, Sender};

fn sender() -> Sender {
    Sender {
        name: "Sécurité des soins".into(),
        address: EmailAddress::parse("safety@example.org").expect("address"),
        list_id: "safety-digest.example.org".into(),
    }
}

fn unsubscribe_url() -> String {
    format!("https://safety.example.org/unsubscribe?t={}", "Zk9-_x".repeat(20))
}

fn letter() -> Letter {
    Letter {
        to: EmailAddress::parse("ann@example.net").expect("address"),
        message_id: "00112233445566778899aabbccddeeff@example.org".into(),
        leave: Some(Leave { mailto: None, url: unsubscribe_url() }),
        content: Content::Digest(Artefact {
            subject: "Our hospital: safety digest, October 2026".into(),
            text: "Plain – complete.\nAbout 60.\n".into(),
            html: "<html><body><p>About 60.</p><img src=\"cid:chart\" alt=\"Chart\"></body></html>".into(),
            chart_png: vec![0x89, b'P', b'N', b'G', 0, 255, 13, 10],
            chart_alt: "Chart".into(),
            talk: String::new(),
        }),
        sent_at: Moment(1_793_523_600),
    }
}

fn eml(letter: &Letter) -> String {
    String::from_utf8(to_eml(&sender(), letter).expect("message")).expect("ascii")
}

fn split(part: &str) -> (Vec<(String, String)>, &str) {
    let (head, body) = part.split_once("\r\n\r\n").expect("head and body");
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", " ");
    let headers = unfolded.lines().map(|l| l.split_once(": ").expect("header")).map(|(n, v)| (n.to_owned(), v.to_owned()));
    (headers.collect(), body)
}

fn header<'a>(headers: &'a [(String, String)], name: &str) -> &'a str {
    let found: Vec<&str> = headers.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str()).collect();
    assert_eq!(found.len(), 1, "{name}: {headers:?}");
    found.first().copied().expect("one")
}

fn parts<'a>(headers: &[(String, String)], body: &'a str) -> Vec<&'a str> {
    let boundary = header(headers, "Content-Type").split("boundary=\"").nth(1).expect("boundary").split('"').next().expect("quoted");
    let inner = body.split_once(&format!("--{boundary}--")).expect("closed").0;
    inner.split(&format!("--{boundary}\r\n")).skip(1).collect()
}

#[test]
fn headers_are_these_and_no_others() {
    let eml = eml(&letter());
    let (headers, _) = split(&eml);

    let names: Vec<&str> = headers.iter().map(|(name, _)| name.as_str()).collect();
    let expected = [
        "Date",
        "From",
        "To",
        "Subject",
        "Message-ID",
        "List-Id",
        "Auto-Submitted",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
        "MIME-Version",
        "Content-Type",
    ];
    assert_eq!(names, expected);
    assert_eq!(header(&headers, "Date"), "Sun, 01 Nov 2026 09:00:00 +0000");
    assert_eq!(header(&headers, "To"), "ann@example.net");
    assert_eq!(header(&headers, "Subject"), "Our hospital: safety digest, October 2026");
    assert_eq!(header(&headers, "Message-ID"), "<00112233445566778899aabbccddeeff@example.org>");
    assert_eq!(header(&headers, "List-Id"), "<safety-digest.example.org>");
    assert_eq!(header(&headers, "List-Unsubscribe"), format!("<{}>", unsubscribe_url()));
    assert_eq!(header(&headers, "List-Unsubscribe-Post"), "List-Unsubscribe=One-Click");
    assert_eq!(header(&headers, "Auto-Submitted"), "auto-generated");
    assert!(header(&headers, "From").starts_with("=?utf-8?") && header(&headers, "From").ends_with("<safety@example.org>"));
}

#[test]
fn text_comes_first_and_the_picture_is_named_as_the_page_names_it() {
    let eml = eml(&letter());
    let (headers, body) = split(&eml);
    assert!(header(&headers, "Content-Type").starts_with("multipart/alternative"));

    let alternatives = parts(&headers, body);
    let [text, shown] = alternatives.as_slice() else { panic!("two alternatives") };
    let (shown_headers, shown_body) = split(shown);
    let related = parts(&shown_headers, shown_body);
    let [html, chart] = related.as_slice() else { panic!("page and picture") };

    assert!(header(&split(text).0, "Content-Type").starts_with("text/plain"));
    assert!(header(&shown_headers, "Content-Type").starts_with("multipart/related"));
    assert!(header(&split(html).0, "Content-Type").starts_with("text/html"));
    assert_eq!(header(&split(chart).0, "Content-ID"), "<chart>");
    assert_eq!(header(&split(chart).0, "Content-Type"), "image/png");
    assert_eq!(split(chart).1.trim(), "iVBORwD/DQo=");
}

#[test]
fn the_same_letter_is_the_same_bytes_and_two_readers_share_the_page() {
    let other = Letter { to: EmailAddress::parse("bo@example.net").expect("address"), message_id: "ff@example.org".into(), ..letter() };

    assert_eq!(eml(&letter()), eml(&letter()));
    assert_eq!(split(&eml(&letter())).1.trim_end(), split(&eml(&other)).1.trim_end());
    assert!(!split(&eml(&letter())).1.contains("Zk9"), "the token must stay in the header");
}

#[test]
fn no_value_can_add_a_header_line() {
    let bad = "x\r\nBcc: eve@example.org";
    let subject = Letter { content: Content::Note { subject: bad.into(), text: String::new() }, ..letter() };
    let id = Letter { message_id: format!("{bad}@b"), ..letter() };
    let unsubscribe = Letter { leave: Some(Leave { mailto: None, url: format!("https://a/{bad}") }), ..letter() };
    let named = |sender: Sender| to_eml(&sender, &letter()).err();

    assert_eq!(to_eml(&sender(), &subject).err(), Some(Error::Header("Subject")));
    assert_eq!(to_eml(&sender(), &id).err(), Some(Error::Header("Message-ID")));
    assert_eq!(to_eml(&sender(), &unsubscribe).err(), Some(Error::Header("List-Unsubscribe")));
    assert_eq!(named(Sender { name: bad.into(), ..sender() }), Some(Error::Header("From")));
    assert_eq!(named(Sender { list_id: bad.into(), ..sender() }), Some(Error::Header("List-Id")));
}

#[test]
fn an_11_a_digest_has_a_size_class_and_not_a_size() {
    for extra in (0..700).chain([8_190, 16_300, 30_000]) {
        let Content::Digest(artefact) = letter().content else { panic!("a digest") };
        let longer = Letter {
            content: Content::Digest(Artefact { text: format!("{}{}", artefact.text, "x".repeat(extra)), ..artefact }),
            ..letter()
        };

        let message = eml(&longer);

        assert_eq!(message.len() % (32 * 1024), 0, "{extra}");
        assert!(message.ends_with("\r\n") && message.lines().all(|line| line.len() <= 998), "{extra}");
        let after = message.split_once("--=_candor-alternative--\r\n").expect("closed").1;
        assert!(after.trim().is_empty(), "{extra}: nothing but blank lines fills it");
    }
}

#[test]
fn a_note_is_one_part_of_text_and_a_trial_letter_has_nothing_to_leave() {
    let note = Letter { leave: None, content: Content::Note { subject: "Trial".into(), text: "Fine.\n".into() }, ..letter() };

    let eml = eml(&note);
    let (headers, body) = split(&eml);

    assert!(header(&headers, "Content-Type").starts_with("text/plain"));
    assert_eq!(body.trim(), "Fine.");
    assert!(!headers.iter().any(|(name, _)| name.starts_with("List-Unsubscribe")));
}

#[test]
fn a_folder_holds_each_letter_once() {
    let folder = tempfile::tempdir().expect("folder");
    let transport = Transport::folder(folder.path());

    transport.deliver(&sender(), &letter()).expect("first");
    transport.deliver(&sender(), &letter()).expect("second");

    let name = "00112233445566778899aabbccddeeff@example.org.eml";
    assert_eq!(fs::read_dir(folder.path()).expect("list").count(), 1);
    assert_eq!(fs::read_to_string(folder.path().join(name)).expect("letter"), eml(&letter()));
}

#[test]
fn settings_that_cannot_work_are_refused_by_their_key() {
    let good = || SmtpSettings {
        host: "mail.example.org".into(),
        port: 587,
        tls: Tls::StartTls,
        user: None,
        password: None,
        timeout_seconds: 5,
        extra_root_pem: None,
    };
    let refused = |settings| Transport::smtp(settings).err();

    assert_eq!(refused(good()), None);
    assert_eq!(refused(SmtpSettings { host: String::new(), ..good() }), Some(Error::Setting("mail.smtp.host")));
    assert_eq!(refused(SmtpSettings { timeout_seconds: 0, ..good() }), Some(Error::Setting("mail.smtp.timeout_seconds")));
    assert_eq!(refused(SmtpSettings { user: Some("u".into()), ..good() }), Some(Error::Setting("mail.smtp.user")));
    let no_certificate = Some(b"not a certificate".to_vec());
    assert_eq!(refused(SmtpSettings { extra_root_pem: no_certificate, ..good() }), Some(Error::Setting("mail.smtp.root_certificate_file")));
    let shown = format!("{:?}", SmtpSettings { user: Some("u".into()), password: Some("pass-phrase".into()), ..good() });
    assert!(!shown.contains("pass-phrase"));
}

#[test]
fn a_server_that_does_not_exist_is_a_matter_of_settings() {
    let settings = SmtpSettings {
        host: "no-such-host.invalid".into(),
        port: 587,
        tls: Tls::Implicit,
        user: None,
        password: None,
        timeout_seconds: 5,
        extra_root_pem: None,
    };

    let outcome = Transport::smtp(settings).expect("settings").deliver(&sender(), &letter());

    assert_eq!(outcome.map_err(|refusal| refusal.failure), Err(Failure::Configuration));
}
