//! Canonicalisation by the examples of RFC 6376 section 3.4.5. Signatures are checked by another program in `tests/it/dkim.rs`.

use super::{Signer, fields, halves, relaxed_body, relaxed_header};
use crate::domain::clock::Moment;
use crate::mail::Error;

/// The Ed25519 key of RFC 8032 section 7.1, test 1, as PKCS #8.
const KEY: &[u8] =
    b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n";

#[test]
fn white_space_is_brought_into_the_standard_form() {
    let message = b"A: X\r\nB : Y\t\r\n\tZ  \r\n\r\n C \r\nD \t E\r\n\r\n\r\n";
    let (head, body) = halves(message).expect("halves");

    let headers: Vec<String> = fields(head).iter().map(|(name, value)| relaxed_header(name, value)).collect();

    assert_eq!(headers, ["a:X", "b:Y Z"]);
    assert_eq!(relaxed_body(body), b" C\r\nD E\r\n");
    assert_eq!(relaxed_body(b""), b"");
    assert_eq!(relaxed_body(b"\r\n \r\n"), b"");
    assert_eq!(relaxed_body(b"a\r\n\r\nb"), b"a\r\n\r\nb\r\n");
}

#[test]
fn a_signature_names_the_unsubscribe_headers_and_doubles_the_visible_ones() {
    let signer = Signer::new("example.org", "candor", KEY).expect("key");
    let message =
        b"From: a@example.org\r\nList-Unsubscribe: <https://x>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\nHi\r\n";

    let letter = String::from_utf8(signer.sign(message, Moment(5)).expect("signed")).expect("ascii");

    assert!(letter.starts_with("DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed; d=example.org; s=candor; t=5;\r\n"), "{letter}");
    assert!(letter.contains("h=From:List-Unsubscribe:List-Unsubscribe-Post:From:To:Subject:Date;"), "{letter}");
    assert_eq!(signer.sign(message, Moment(5)).expect("again"), letter.into_bytes());
}

#[test]
fn names_and_keys_that_cannot_work_are_refused() {
    let refused = |domain, selector, pem| Signer::new(domain, selector, pem).err();

    assert_eq!(refused("example..org", "s", KEY), Some(Error::Setting("mail.dkim.domain")));
    assert_eq!(refused("example.org", "s; d=evil", KEY), Some(Error::Setting("mail.dkim.selector")));
    assert_eq!(refused("example.org", "s", b"no key".as_slice()), Some(Error::Setting("mail.dkim.key_file")));
}
