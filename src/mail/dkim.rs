//! Signs a finished message so that the reader's mail server can tell it is ours (DKIM, RFC 6376; Ed25519, RFC 8463).
//!
//! Both canonicalisations are `relaxed`. The two unsubscribe headers are covered, as RFC 8058 section 4 wants. Refuses
//! RSA keys below 2048 bits and says nothing about a key that does not parse.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{Ed25519KeyPair, RSA_PKCS1_SHA256, RsaKeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::pki_types::pem::PemObject as _;

use super::error::Error;
use crate::domain::clock::Moment;

/// Headers a signature covers when the message has them. Those of `ONCE` are named twice: a second one that
/// somebody adds later breaks the signature (RFC 6376 section 8.15).
const COVERED: [&str; 11] = [
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "Auto-Submitted",
    "MIME-Version",
    "Content-Type",
];
const ONCE: [&str; 4] = ["From", "To", "Subject", "Date"];
/// Characters of the signature in one line of the header.
const WIDTH: usize = 72;

enum Key {
    Ed25519(Ed25519KeyPair),
    Rsa(Box<RsaKeyPair>),
}

/// A domain's signing key.
pub struct Signer {
    domain: String,
    selector: String,
    key: Key,
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Signer({}._domainkey.{})", self.selector, self.domain)
    }
}

impl Signer {
    /// A key from a PEM file: PKCS #8 for Ed25519 or RSA, or PKCS #1 for RSA.
    ///
    /// # Errors
    /// `Setting` with the key of the setting that cannot work.
    pub fn new(domain: &str, selector: &str, pem: &[u8]) -> Result<Self, Error> {
        let name = |text: &str| {
            !text.is_empty() && text.split('.').all(|l| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
        };
        if !name(domain) {
            return Err(Error::Setting("mail.dkim.domain"));
        }
        if !name(selector) {
            return Err(Error::Setting("mail.dkim.selector"));
        }
        let key = key(pem).ok_or(Error::Setting("mail.dkim.key_file"))?;
        Ok(Self { domain: domain.to_owned(), selector: selector.to_owned(), key })
    }

    /// `message` with its signature in front. The same message at the same moment gives the same bytes.
    ///
    /// # Errors
    /// `Message` when it has no headers or the key refuses.
    pub(super) fn sign(&self, message: &[u8], at: Moment) -> Result<Vec<u8>, Error> {
        let (head, body) = halves(message).ok_or(Error::Message)?;
        let headers = fields(head);
        let present = |name: &&str| headers.iter().any(|(n, _)| n.eq_ignore_ascii_case(name));
        let named: Vec<&str> = COVERED.iter().filter(|n| present(n)).chain(&ONCE).copied().collect();
        let hash = STANDARD.encode(digest(&SHA256, &relaxed_body(body)));
        let algorithm = if matches!(self.key, Key::Ed25519(_)) { "ed25519-sha256" } else { "rsa-sha256" };
        let mut header = format!(
            "DKIM-Signature: v=1; a={algorithm}; c=relaxed/relaxed; d={}; s={}; t={};\r\n\th={};\r\n\tbh={hash};\r\n\tb=",
            self.domain,
            self.selector,
            at.0,
            named.join(":")
        );
        let mut covered = String::new();
        // The second naming of a header finds nothing and adds nothing (RFC 6376 section 5.4.2).
        for name in COVERED {
            for (found, value) in headers.iter().filter(|(n, _)| n.eq_ignore_ascii_case(name)) {
                covered += &relaxed_header(found, value);
                covered += "\r\n";
            }
        }
        let (name, value) = header.split_once(':').ok_or(Error::Message)?;
        covered += &relaxed_header(name, value);
        let signature = STANDARD.encode(self.signature(covered.as_bytes())?);
        for (at, character) in signature.chars().enumerate() {
            if at > 0 && at % WIDTH == 0 {
                header += "\r\n\t";
            }
            header.push(character);
        }
        header.write_str("\r\n").map_err(|_| Error::Message)?;
        Ok([header.as_bytes(), message].concat())
    }

    fn signature(&self, covered: &[u8]) -> Result<Vec<u8>, Error> {
        match &self.key {
            // RFC 8463 section 3: the SHA-256 of the headers is what is signed.
            Key::Ed25519(pair) => Ok(pair.sign(digest(&SHA256, covered).as_ref()).as_ref().to_vec()),
            Key::Rsa(pair) => {
                let mut out = vec![0; pair.public().modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), covered, &mut out).map_err(|_| Error::Message)?;
                Ok(out)
            }
        }
    }
}

fn key(pem: &[u8]) -> Option<Key> {
    match PrivateKeyDer::from_pem_slice(pem).ok()? {
        PrivateKeyDer::Pkcs1(der) => RsaKeyPair::from_der(der.secret_pkcs1_der()).ok().map(|k| Key::Rsa(Box::new(k))),
        PrivateKeyDer::Pkcs8(der) => {
            let der = der.secret_pkcs8_der();
            // OpenSSL writes Ed25519 keys without the public half.
            let ed25519 = Ed25519KeyPair::from_pkcs8_maybe_unchecked(der).ok().map(Key::Ed25519);
            ed25519.or_else(|| RsaKeyPair::from_pkcs8(der).ok().map(|k| Key::Rsa(Box::new(k))))
        }
        _ => None,
    }
}

/// Headers and body of a message, without the blank line between them.
fn halves(message: &[u8]) -> Option<(&str, &[u8])> {
    let at = message.windows(4).position(|w| w == b"\r\n\r\n")?;
    Some((std::str::from_utf8(message.get(..at + 2)?).ok()?, message.get(at + 4..)?))
}

/// Header fields, each with its folded lines.
fn fields(head: &str) -> Vec<(&str, String)> {
    let mut out: Vec<(&str, String)> = Vec::new();
    for line in head.split_inclusive("\r\n") {
        match (line.starts_with([' ', '\t']), out.last_mut(), line.split_once(':')) {
            (true, Some((_, value)), _) => value.push_str(line),
            (false, _, Some((name, value))) => out.push((name, value.to_owned())),
            _ => {}
        }
    }
    out
}

/// RFC 6376 section 3.4.2, without the line end.
fn relaxed_header(name: &str, value: &str) -> String {
    let value: Vec<&str> = value.split([' ', '\t', '\r', '\n']).filter(|part| !part.is_empty()).collect();
    format!("{}:{}", name.trim_end().to_ascii_lowercase(), value.join(" "))
}

/// RFC 6376 section 3.4.4.
fn relaxed_body(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut kept = 0;
    let mut lines = body.split(|b| *b == b'\n').peekable();
    while let Some(line) = lines.next() {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if lines.peek().is_none() && line.is_empty() {
            break;
        }
        let mut gap = false;
        for byte in line {
            if matches!(byte, b' ' | b'\t') {
                gap = true;
                continue;
            }
            if gap {
                out.push(b' ');
                gap = false;
            }
            out.push(*byte);
        }
        let blank = out.ends_with(b"\r\n") || out.is_empty();
        out.extend_from_slice(b"\r\n");
        if !blank {
            kept = out.len();
        }
    }
    out.truncate(kept);
    out
}

#[cfg(test)]
mod tests;
