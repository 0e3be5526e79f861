//! Letters against a mail server that accepts, refuses, defers, hangs up or will not encrypt.

#![allow(clippy::expect_used, clippy::panic, reason = "a letter that cannot be made has to stop the test")]

use candor::domain::clock::Moment;
use candor::domain::contact::EmailAddress;
use candor::domain::digest::Artefact;
use candor::domain::outbox::Failure;
use candor::mail::{Content, Leave, Letter, Sender, SmtpSettings, Tls, Transport, to_eml};

use crate::support::smtp::{Behaviour, SmtpServer};

fn sender() -> Sender {
    Sender {
        name: "Safety team".into(),
        address: EmailAddress::parse("safety@example.org").expect("address"),
        list_id: "safety-digest.example.org".into(),
    }
}

fn letter() -> Letter {
    Letter {
        to: EmailAddress::parse("ann@example.net").expect("address"),
        message_id: "00112233445566778899aabbccddeeff@example.org".into(),
        leave: Some(Leave {
            mailto: Some("mailto:leave@example.org?subject=abc".into()),
            url: "https://safety.example.org/unsubscribe?t=abc".into(),
        }),
        content: Content::Digest(Artefact {
            subject: "Our hospital: safety digest, October 2026".into(),
            text: ".A line that starts with a dot.\n..\n.\nThe end.\n".into(),
            html: "<html><body><img src=\"cid:chart\" alt=\"Chart\"></body></html>".into(),
            chart_png: vec![1, 2, 3],
            chart_alt: "Chart".into(),
            talk: String::new(),
        }),
        sent_at: Moment(1_793_523_600),
    }
}

fn settings(server: &SmtpServer) -> SmtpSettings {
    SmtpSettings {
        host: "127.0.0.1".into(),
        port: server.port,
        tls: Tls::StartTls,
        user: None,
        password: None,
        timeout_seconds: 10,
        extra_root_pem: Some(server.root_pem.clone()),
    }
}

fn deliver(settings: SmtpSettings) -> Result<(), Failure> {
    Transport::smtp(settings).expect("settings").deliver(&sender(), &letter()).map_err(|refusal| refusal.failure)
}

#[test]
fn a_letter_arrives_encrypted_and_unchanged() {
    let server = SmtpServer::start(Behaviour::Accept);

    assert_eq!(deliver(settings(&server)), Ok(()));

    let received = server.received();
    let [only] = received.as_slice() else { panic!("one letter, not {}", received.len()) };
    assert_eq!((only.from.as_str(), only.to.as_slice()), ("safety@example.org", ["ann@example.net".to_owned()].as_slice()));
    assert!(only.encrypted);
    assert_eq!(only.data.trim_end(), String::from_utf8(to_eml(&sender(), &letter()).expect("message")).expect("ascii").trim_end());
}

#[test]
fn implicit_tls_works_too_and_credentials_are_given_over_it() {
    let server = SmtpServer::start_implicit(Behaviour::Accept);
    let with_user = SmtpSettings { tls: Tls::Implicit, user: Some("ann".into()), password: Some("secret".into()), ..settings(&server) };

    assert_eq!(deliver(with_user), Ok(()));

    assert_eq!(server.received().len(), 1);
    assert!(server.commands().iter().any(|(encrypted, line)| *encrypted && line.starts_with("AUTH")));
}

#[test]
fn the_machine_does_not_give_its_name_away() {
    let server = SmtpServer::start(Behaviour::Accept);

    deliver(settings(&server)).expect("delivered");

    let hellos: Vec<String> = server.commands().into_iter().map(|(_, line)| line).filter(|line| line.starts_with("EHLO")).collect();
    assert_eq!(hellos, ["EHLO example.org", "EHLO example.org"]);
}

#[test]
fn failures_are_told_apart() {
    let expected = [
        (Behaviour::RefuseRecipient, Failure::Permanent),
        (Behaviour::DeferAfterData, Failure::Transient),
        (Behaviour::CloseAfterData, Failure::Transient),
        (Behaviour::CloseAtGreeting, Failure::Transient),
        (Behaviour::BusyAtGreeting, Failure::Transient),
        (Behaviour::NoStartTls, Failure::Configuration),
    ];
    for (behaviour, failure) in expected {
        let server = SmtpServer::start(behaviour);

        assert_eq!(deliver(settings(&server)), Err(failure), "{behaviour:?}");
    }
}

#[test]
fn a_silent_server_is_given_up_and_tried_again_later() {
    let server = SmtpServer::start(Behaviour::Silent);

    assert_eq!(deliver(SmtpSettings { timeout_seconds: 1, ..settings(&server) }), Err(Failure::Transient));
}

#[test]
fn refused_credentials_are_a_matter_of_settings() {
    let server = SmtpServer::start(Behaviour::RefuseCredentials);
    let with_user = SmtpSettings { user: Some("ann".into()), password: Some("secret".into()), ..settings(&server) };

    assert_eq!(deliver(with_user), Err(Failure::Configuration));
    assert!(server.received().is_empty());
}

#[test]
fn without_starttls_neither_letter_nor_password_is_said() {
    let server = SmtpServer::start(Behaviour::NoStartTls);
    let with_user = SmtpSettings { user: Some("ann".into()), password: Some("secret".into()), ..settings(&server) };

    assert_eq!(deliver(with_user), Err(Failure::Configuration));

    let said: Vec<String> = server.commands().into_iter().map(|(_, line)| line).collect();
    assert!(said.iter().all(|line| line.starts_with("EHLO") || line == "QUIT"), "{said:?}");
}

#[test]
fn a_certificate_nobody_vouches_for_is_refused() {
    for tls in [Tls::StartTls, Tls::Implicit] {
        let server =
            if tls == Tls::Implicit { SmtpServer::start_implicit(Behaviour::Accept) } else { SmtpServer::start(Behaviour::Accept) };

        assert_eq!(deliver(SmtpSettings { tls, extra_root_pem: None, ..settings(&server) }), Err(Failure::Configuration), "{tls:?}");
        assert!(server.received().is_empty());
    }
}

#[test]
fn a_server_that_is_down_waits_for_its_operator() {
    let server = SmtpServer::start(Behaviour::Accept);
    let down = settings(&server);
    drop(server);

    assert_eq!(deliver(down), Err(Failure::Configuration));
}

#[test]
fn the_second_attempt_carries_the_same_message_id() {
    let server = SmtpServer::start(Behaviour::DeferAfterData);

    let _ = deliver(settings(&server));
    let _ = deliver(settings(&server));

    let received = server.received();
    assert_eq!(received.len(), 2);
    assert!(received.iter().all(|r| r.data.contains("Message-ID: <00112233445566778899aabbccddeeff@example.org>\r\n")));
    assert_eq!(received.first().map(|r| &r.data), received.last().map(|r| &r.data));
}
