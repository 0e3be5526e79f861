//! Many envelopes, and nothing in them twice: neither the salt of a field nor the encapsulation of a seal.

use std::collections::HashSet;

use candor::vault::{Context, Padding, Purpose, Suite, SymKey, generate_pair, seal_field, seal_to, sha256};

/// Bytes before the body of an envelope.
const HEADER: usize = 24;
/// Salt of a field, as `docs/crypto.md` has it.
const SALT: usize = 32;
/// Encapsulation of X-Wing: a ciphertext of ML-KEM-768 and a public key of X25519.
const ENCAPSULATED: usize = 1_088 + 32;

/// Seals the same words under the same keys, this many fields and so many seals to a person.
fn nothing_twice(fields: usize, seals: usize) {
    let key = SymKey::from_bytes([5; 32]);
    let (_, public) = generate_pair(Suite::XWing);
    let context = Context { purpose: Purpose::Raw, instance: &[1; 16], record: b"record", key: &[2; 16], epoch: 1 };
    let (mut salts, mut encapsulated) = (HashSet::with_capacity(fields), HashSet::with_capacity(seals));
    for _ in 0..fields {
        let field = seal_field(&key, &context, b"the same words", Padding::None).expect("sealed");
        salts.insert(<[u8; SALT]>::try_from(&field.as_bytes()[HEADER..HEADER + SALT]).expect("a salt"));
    }
    for _ in 0..seals {
        let sealed = seal_to(&public, &context, b"the same words").expect("sealed");
        encapsulated.insert(sha256(&sealed.as_bytes()[HEADER..HEADER + ENCAPSULATED]));
    }
    assert_eq!((salts.len(), encapsulated.len()), (fields, seals), "a salt or an encapsulation came twice");
    println!("{fields} salts and {seals} encapsulations, all different");
}

#[test]
fn cr_08_twenty_thousand_salts_and_two_thousand_encapsulations_repeat_nothing() {
    nothing_twice(20_000, 2_000);
}

#[test]
#[ignore = "a million of each takes minutes"]
fn cr_08_a_million_envelopes_repeat_nothing() {
    nothing_twice(1_000_000, 1_000_000);
}
