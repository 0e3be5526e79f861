//! Reads what a mail server sends back when it could not deliver: a delivery status notification (RFC 3464).
//!
//! Takes from it which letter came back, to whom it went and how final that is (RFC 3463), and nothing else. Refuses to
//! guess from free text: a message without a `message/delivery-status` part is no notification.

use crate::domain::contact::EmailAddress;

/// How final it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounce {
    /// The address does not work.
    Gone,
    /// It may work next month: a full mailbox, a server away, a letter that was not liked.
    ForNow,
}

/// A letter that came back.
#[derive(Debug)]
pub struct Returned {
    /// Its Message-ID without angle brackets, when the notification quotes its headers.
    pub message_id: Option<String>,
    /// Whom it could not reach, when the notification says so in a readable way.
    pub address: Option<EmailAddress>,
    /// How final it is.
    pub bounce: Bounce,
}

/// Reads a notification; `None` when `text` is none, or speaks of a delay or a success only.
#[must_use]
pub fn parse_bounce(text: &str) -> Option<Returned> {
    let text = text.replace("\r\n", "\n");
    let (head, body) = split(&text);
    let kind = field(&head, "content-type")?;
    if !kind.to_ascii_lowercase().starts_with("multipart/report") {
        return None;
    }
    let parts: Vec<(Vec<(String, String)>, &str)> = parts(body, &boundary(&kind)?).into_iter().map(split).collect();
    let of = |wanted: &[&str]| {
        parts.iter().find(|(head, _)| {
            let kind = field(head, "content-type").unwrap_or_default().to_ascii_lowercase();
            wanted.iter().any(|w| kind.split(';').next().is_some_and(|k| k.trim() == *w))
        })
    };
    let (_, status) = of(&["message/delivery-status", "message/global-delivery-status"])?;
    // The first group is about the message, each further one about one recipient; our letters have one.
    let failed = status.trim_start_matches('\n').split("\n\n").map(fields).find(|group| is_failed(group))?;
    let returned = of(&["message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"]);
    let message_id = returned.and_then(|(_, quoted)| field(&split(quoted).0, "message-id"));
    let recipient = field(&failed, "original-recipient").or_else(|| field(&failed, "final-recipient"));
    Some(Returned {
        message_id: message_id.map(|id| id.trim().trim_matches(['<', '>']).to_owned()),
        address: recipient.and_then(|r| EmailAddress::parse(r.split_once(';').map_or(r.as_str(), |(_, address)| address)).ok()),
        bounce: finality(&field(&failed, "status").unwrap_or_default()),
    })
}

fn is_failed(group: &[(String, String)]) -> bool {
    field(group, "action").is_some_and(|action| action.eq_ignore_ascii_case("failed"))
}

/// RFC 3463: class 5 is permanent; but a full mailbox (x.2.2), the other system (x.3), the road (x.4) and a policy (x.7)
/// say nothing about the address.
fn finality(status: &str) -> Bounce {
    let code = status.split_whitespace().next().unwrap_or_default();
    let parts: Vec<&str> = code.split('.').collect();
    match parts.as_slice() {
        ["5", "2", "2"] | ["5", "3" | "4" | "7", _] => Bounce::ForNow,
        ["5", _, _] => Bounce::Gone,
        _ => Bounce::ForNow,
    }
}

/// Head and body of a message or part.
fn split(text: &str) -> (Vec<(String, String)>, &str) {
    match text.strip_prefix('\n') {
        Some(body) => (Vec::new(), body),
        None => text.split_once("\n\n").map_or_else(|| (fields(text), ""), |(head, body)| (fields(head), body)),
    }
}

/// `Name: value` lines, continuation lines joined.
fn fields(text: &str) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match (line.starts_with([' ', '\t']), out.last_mut(), line.split_once(':')) {
            (true, Some((_, value)), _) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (false, _, Some((name, value))) => out.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
            _ => {}
        }
    }
    out
}

fn field(fields: &[(String, String)], name: &str) -> Option<String> {
    fields.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone())
}

/// The `boundary` parameter, quoted or not.
fn boundary(kind: &str) -> Option<String> {
    let at = kind.to_ascii_lowercase().find("boundary=")?;
    let value = kind.get(at + "boundary=".len()..)?;
    let value = match value.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next()?,
        None => value.split([';', ' ', '\t']).next()?,
    };
    (!value.is_empty()).then(|| value.to_owned())
}

fn parts<'a>(body: &'a str, boundary: &str) -> Vec<&'a str> {
    let line = format!("--{boundary}");
    let opened = body.split_once(&format!("{line}\n")).map_or("", |(_, rest)| rest);
    let inner = opened.split_once(&format!("\n{line}--")).map_or(opened, |(inner, _)| inner);
    inner.split(format!("\n{line}\n").as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Bounce, parse_bounce};

    fn report(action: &str, status: &str) -> String {
        format!(
            "From: MAILER-DAEMON@mx.example.net\r\nSubject: Undelivered\r\nContent-Type: multipart/report;\r\n\treport-type=delivery-status;\r\n\tboundary=\"b1\"\r\n\r\n\
            A preamble.\r\n--b1\r\n\r\nI'm sorry.\r\n\r\n--b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.net\r\n\r\n\
            Final-Recipient: rfc822; Ann@Example.net\r\nAction: {action}\r\nStatus: {status}\r\nDiagnostic-Code: smtp; 550 5.1.1 no\r\n such: person\r\n\r\n\
            --b1\r\nContent-Type: text/rfc822-headers\r\n\r\nSubject: digest\r\nMessage-ID:\r\n <0011@list.example.org>\r\n\r\n--b1--\r\n"
        )
    }

    #[test]
    fn letter_address_and_finality_are_read() {
        let returned = parse_bounce(&report("failed", "5.1.1 (no such person)")).expect("a notification");

        assert_eq!(returned.message_id.as_deref(), Some("0011@list.example.org"));
        assert_eq!(returned.address.expect("address").expose(), "ann@example.net");
        assert_eq!(returned.bounce, Bounce::Gone);
    }

    #[test]
    fn what_is_not_about_the_address_is_for_now() {
        for (status, expected) in [
            ("5.0.0", Bounce::Gone),
            ("5.2.1", Bounce::Gone),
            ("5.2.2", Bounce::ForNow),
            ("5.7.26", Bounce::ForNow),
            ("4.4.7", Bounce::ForNow),
            ("", Bounce::ForNow),
        ] {
            assert_eq!(parse_bounce(&report("Failed", status)).expect("a notification").bounce, expected, "{status}");
        }
    }

    #[test]
    fn delays_successes_and_other_messages_are_nothing() {
        assert!(parse_bounce(&report("delayed", "4.4.1")).is_none());
        assert!(parse_bounce(&report("delivered", "2.0.0")).is_none());
        for other in
            ["", "\r\n\r\n", "Content-Type: text/plain\r\n\r\nAction: failed\r\n", "Content-Type: multipart/report\r\n\r\n", "--\n\n--"]
        {
            assert!(parse_bounce(other).is_none(), "{other:?}");
        }
    }
}
