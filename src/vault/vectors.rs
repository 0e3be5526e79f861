//! Frozen vectors: envelopes written once and opened for ever.
//!
//! When a test here fails, the format has changed and stored data no longer opens: add a new version or suite instead.
//! `cargo test -- --ignored print_new_vectors` prints a fresh file; the one in the repository is never replaced, only
//! added to.

use serde_json::{Value, json};

use super::hex::encode;
use super::keys::pair_from;
use super::{Context, Padding, PrivateKey, Purpose, ReceiptKeys, Suite, SymKey, open_field, open_from, seal_field, seal_to};
use crate::domain::receipt::Receipt;
use crate::domain::sealed::Envelope;

const FROZEN: &str = include_str!("../../tests/vectors/envelope_v1.json");
const INSTANCE: [u8; 16] = *b"vector instance!";
const RECORD: &[u8] = b"record of a vector";
const KEY_ID: [u8; 16] = *b"vector key id 16";
const EPOCH: u32 = 0x0102_0304;
const WORDS: &str = "abacus abdomen abdominal abide abiding ability ablaze able abnormal";

const fn context(purpose: Purpose) -> Context<'static> {
    Context { purpose, instance: &INSTANCE, record: RECORD, key: &KEY_ID, epoch: EPOCH }
}

fn bytes(value: &Value) -> Vec<u8> {
    let text = value.as_str().unwrap();
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(text.get(at..at + 2).unwrap(), 16).unwrap()).collect()
}

fn purpose(value: &Value) -> Purpose {
    Purpose::ALL.into_iter().find(|p| u64::from(p.code()) == value.as_u64().unwrap()).unwrap()
}

#[test]
fn every_frozen_envelope_still_opens() {
    let frozen: Value = serde_json::from_str(FROZEN).unwrap();
    let cases = frozen["envelopes"].as_array().unwrap();
    for case in cases {
        let (key, envelope) = (bytes(&case["key"]), Envelope::from_bytes(bytes(&case["envelope"])));
        let (instance, key_id) = (bytes(&case["instance"]).try_into().unwrap(), bytes(&case["key_id"]).try_into().unwrap());
        let ctx = Context {
            purpose: purpose(&case["purpose"]),
            instance: &instance,
            record: &bytes(&case["record"]),
            key: &key_id,
            epoch: u32::try_from(case["epoch"].as_u64().unwrap()).unwrap(),
        };

        let plain = match case["suite"].as_u64().unwrap() {
            0x11 => open_field(&SymKey::from_bytes(key.try_into().unwrap()), &ctx, &envelope),
            _ => open_from(&PrivateKey::from_bytes(&key).unwrap(), &ctx, &envelope),
        };

        assert_eq!(*plain.unwrap(), bytes(&case["plain"]), "{}", case["name"]);
    }
    let suites: std::collections::BTreeSet<u64> = cases.iter().filter_map(|case| case["suite"].as_u64()).collect();
    assert_eq!(suites, [0x01, 0x02, 0x11].into());
}

#[test]
fn the_frozen_receipt_still_gives_the_same_values() {
    let frozen: Value = serde_json::from_str(FROZEN).unwrap();

    assert_eq!(frozen["receipt"], receipt_values());
}

fn receipt_values() -> Value {
    let keys = ReceiptKeys::derive(&Receipt::from_canonical(WORDS.to_owned()), &INSTANCE);
    json!({
        "words": WORDS,
        "instance": encode(&INSTANCE),
        "digest": encode(&keys.digest.0),
        "body": "a body",
        "body_mac": encode(&keys.body_mac(b"a body")),
        "reply_private_x25519": encode(&keys.reply_private(Suite::X25519).to_bytes()),
        "reply_public_x25519": encode(&keys.reply_public(Suite::X25519).to_bytes()),
        "reply_private_xwing": encode(&keys.reply_private(Suite::XWing).to_bytes()),
    })
}

fn case(name: &str, suite: u8, purpose: Purpose, key: &[u8], plain: &[u8], envelope: &Envelope) -> Value {
    json!({
        "name": name, "suite": suite, "purpose": purpose.code(), "instance": encode(&INSTANCE), "record": encode(RECORD),
        "key_id": encode(&KEY_ID), "epoch": EPOCH, "key": encode(key), "plain": encode(plain), "envelope": encode(envelope.as_bytes()),
    })
}

#[test]
#[ignore = "prints a new vector file; the frozen one is kept"]
fn print_new_vectors() {
    let mut envelopes = Vec::new();
    let key = [0x42; 32];
    for (name, padding, plain) in
        [("field, padded to 64", Padding::Exactly(64), &b"The alarm was silenced."[..]), ("field, not padded", Padding::None, b"")]
    {
        let sealed = seal_field(&SymKey::from_bytes(key), &context(Purpose::Raw), plain, padding).unwrap();
        envelopes.push(case(name, 0x11, Purpose::Raw, &key, plain, &sealed));
    }
    for (name, suite) in [("sealed to an X25519 key", Suite::X25519), ("sealed to an X-Wing key", Suite::XWing)] {
        let (private, public) = pair_from(suite, &[0x24; 32]);
        let sealed = seal_to(&public, &context(Purpose::RawKey), &key).unwrap();
        envelopes.push(case(name, suite.code(), Purpose::RawKey, &private.to_bytes(), &key, &sealed));
    }
    println!("{:#}", json!({ "format": "candor envelope, version 1", "envelopes": envelopes, "receipt": receipt_values() }));
}
