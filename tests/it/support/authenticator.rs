//! A passkey in software, as a browser and its authenticator would make and use it (WebAuthn level 3, ES256, no attestation). It
//! can be told to misbehave.

use candor::vault::sha256;
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};

use super::client::{Page, unescape};

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

/// One passkey.
pub struct Authenticator {
    key: EcdsaKeyPair,
    id: [u8; 16],
    user: String,
    counter: u32,
    /// Whether it asks for finger, face or PIN.
    pub verifies: bool,
    /// The page it believes to be on.
    pub origin: String,
}

/// URL-safe base 64 without padding.
pub fn base64(bytes: &[u8]) -> String {
    let digits = |chunk: &[u8]| {
        let word = (0..3).fold(0_u32, |word, i| word << 8 | u32::from(*chunk.get(i).unwrap_or(&0)));
        (0..=chunk.len()).map(move |i| char::from(ALPHABET[(word >> (18 - 6 * i) & 63) as usize])).collect::<String>()
    };
    bytes.chunks(3).map(digits).collect()
}

/// The question that a page carries for the browser.
pub fn question(page: &Page, kind: &str) -> Value {
    let pattern = regex::Regex::new(&format!(r#"data-passkey="{kind}" data-options="([^"]*)""#)).expect("pattern");
    let text = page.text();
    let found = pattern.captures(&text).unwrap_or_else(|| panic!("no question on {}: {}", page.path, page.visible()));
    serde_json::from_str(&unescape(&found[1])).expect("json")
}

fn client_data(kind: &str, question: &Value, origin: &str) -> Vec<u8> {
    json!({ "type": kind, "challenge": question["challenge"], "origin": origin, "crossOrigin": false }).to_string().into_bytes()
}

impl Authenticator {
    /// A fresh one for the site at `base`, whose name for itself is `localhost`.
    pub fn at(base: &str) -> Self {
        let random = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).expect("a key");
        Self {
            key: EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, document.as_ref(), &random).expect("a key"),
            id: candor::vault::random_bytes(),
            user: String::new(),
            counter: 0,
            verifies: true,
            origin: base.replace("127.0.0.1", "localhost"),
        }
    }

    fn data(&self, site: &str, more: u8) -> Vec<u8> {
        let flags = PRESENT | if self.verifies { VERIFIED } else { 0 } | more;
        [sha256(site.as_bytes()).as_slice(), &[flags], &self.counter.to_be_bytes()].concat()
    }

    /// The answer to `navigator.credentials.create`.
    pub fn create(&mut self, question: &Value) -> String {
        self.user = question["user"]["id"].as_str().expect("a user").to_owned();
        let site = question["rp"]["id"].as_str().expect("a site");
        let point = self.key.public_key().as_ref();
        let cose =
            [&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20], &point[1..33], &[0x22, 0x58, 0x20], &point[33..65]].concat();
        let data = [self.data(site, ATTESTED).as_slice(), &[0; 16], &[0, 16], &self.id, &cose].concat();
        let head = [b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(), &[u8::try_from(data.len()).expect("short")]].concat();
        json!({
            "id": base64(&self.id), "rawId": base64(&self.id), "type": "public-key", "extensions": {},
            "response": {
                "attestationObject": base64(&[head, data].concat()),
                "clientDataJSON": base64(&client_data("webauthn.create", question, &self.origin)),
            },
        })
        .to_string()
    }

    /// The answer to `navigator.credentials.get`.
    pub fn get(&mut self, question: &Value) -> String {
        self.counter += 1;
        let data = self.data(question["rpId"].as_str().expect("a site"), 0);
        let client = client_data("webauthn.get", question, &self.origin);
        let signed = [data.as_slice(), &sha256(&client)].concat();
        let signature = self.key.sign(&SystemRandom::new(), &signed).expect("a signature");
        json!({
            "id": base64(&self.id), "rawId": base64(&self.id), "type": "public-key", "extensions": {},
            "response": {
                "authenticatorData": base64(&data),
                "clientDataJSON": base64(&client),
                "signature": base64(signature.as_ref()),
                "userHandle": self.user,
            },
        })
        .to_string()
    }
}
