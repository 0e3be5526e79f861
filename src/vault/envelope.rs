//! Suite 0x11: one field under a symmetric key.
//!
//! Every message draws a salt and from it an encryption key of its own, so the zero nonce is used once and there is
//! no nonce to repeat. A commitment to the key is compared before decryption: ChaCha20-Poly1305 alone would let one
//! ciphertext open under two chosen keys. Refuses anything moved, relabelled or changed.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use zeroize::Zeroizing;

use super::context::Context;
use super::error::Error;
use super::format::{FIELD, authenticated_data, header_bytes, parse, take};
use super::kdf::hkdf;
use super::keyed::{same, sha256};
use super::keys::SymKey;
use super::padding::{Padding, pad, unpad};
use super::random::random_bytes;
use crate::domain::sealed::Envelope;

/// HKDF label; the digest of the authenticated data follows it.
const LABEL: &[u8] = b"candor/v1/field";
/// Length of a Poly1305 tag.
pub(super) const TAG: usize = 16;

/// The key of one message and the commitment to it.
struct MessageKey {
    cipher: ChaCha20Poly1305,
    commitment: [u8; 32],
}

fn message_key(key: &SymKey, salt: &[u8; 32], data: &[u8]) -> MessageKey {
    let both = hkdf::<64>(salt, key.expose(), &[LABEL, &sha256(data)]);
    let (mut encryption, mut commitment) = (Zeroizing::new([0_u8; 32]), [0_u8; 32]);
    encryption.iter_mut().chain(commitment.iter_mut()).zip(both.iter()).for_each(|(to, from)| *to = *from);
    MessageKey { cipher: ChaCha20Poly1305::new((&*encryption).into()), commitment }
}

/// Seals `plain` under `key` for the place `ctx`.
///
/// # Errors
/// `Malformed` when the text does not fit the padding.
pub fn seal_field(key: &SymKey, ctx: &Context<'_>, plain: &[u8], padding: Padding) -> Result<Envelope, Error> {
    let padded = pad(plain, padding)?;
    let data = authenticated_data(FIELD, ctx, padded.len())?;
    let salt = random_bytes::<32>();
    let message = message_key(key, &salt, &data);
    let payload = Payload { msg: &padded, aad: &data };
    let sealed = message.cipher.encrypt(&Nonce::default(), payload).map_err(|_| Error::Malformed)?;
    let mut out = header_bytes(FIELD, ctx, 64 + sealed.len());
    out.extend_from_slice(&salt);
    out.extend_from_slice(&message.commitment);
    out.extend_from_slice(&sealed);
    Ok(Envelope::from_bytes(out))
}

/// Opens what `seal_field` made with the same key for the same place.
///
/// # Errors
/// `Malformed` when this is not a field envelope; `Refused` for everything else.
pub fn open_field(key: &SymKey, ctx: &Context<'_>, envelope: &Envelope) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (header, body) = parse(envelope.as_bytes())?;
    if header.suite != FIELD {
        return Err(Error::Malformed);
    }
    header.names_key_of(ctx)?;
    let (salt, body) = take::<32>(body)?;
    let (commitment, sealed) = take::<32>(body)?;
    let padded_len = sealed.len().checked_sub(TAG).ok_or(Error::Malformed)?;
    let data = authenticated_data(FIELD, ctx, padded_len)?;
    let message = message_key(key, salt, &data);
    if !same(&message.commitment, commitment) {
        return Err(Error::Refused);
    }
    let payload = Payload { msg: sealed, aad: &data };
    let padded = message.cipher.decrypt(&Nonce::default(), payload).map_err(|_| Error::Refused)?;
    unpad(&Zeroizing::new(padded))
}

/// The padding that gives another content the size of this envelope.
///
/// # Errors
/// `Malformed` when it is too short to be a field envelope.
pub fn field_padding(envelope: &Envelope) -> Result<Padding, Error> {
    let (_, body) = parse(envelope.as_bytes())?;
    body.len().checked_sub(64 + TAG).map(Padding::Exactly).ok_or(Error::Malformed)
}

#[cfg(test)]
mod tests {
    use chacha20poly1305::aead::{Aead, KeyInit, Payload};

    use super::{open_field, seal_field};
    use crate::domain::sealed::Envelope;
    use crate::vault::{Context, Error, Padding, Purpose, SymKey};

    const CTX: Context<'static> = Context { purpose: Purpose::Raw, instance: &[1; 16], record: b"rec", key: &[2; 16], epoch: 7 };

    #[test]
    fn a_field_opens_with_its_key_in_its_place() {
        let key = SymKey::generate();
        for padding in [Padding::None, Padding::Narrative, Padding::Exactly(64)] {
            let sealed = seal_field(&key, &CTX, b"the pump alarm was off", padding).unwrap();

            assert_eq!(open_field(&key, &CTX, &sealed).unwrap().as_slice(), b"the pump alarm was off");
        }
    }

    #[test]
    fn the_empty_text_is_a_text() {
        let key = SymKey::generate();

        let sealed = seal_field(&key, &CTX, b"", Padding::None).unwrap();

        assert!(open_field(&key, &CTX, &sealed).unwrap().is_empty());
    }

    #[test]
    fn sealing_twice_gives_two_ciphertexts() {
        let key = SymKey::generate();

        assert_ne!(seal_field(&key, &CTX, b"a", Padding::None).unwrap(), seal_field(&key, &CTX, b"a", Padding::None).unwrap());
    }

    #[test]
    fn texts_of_one_bucket_have_one_length() {
        let key = SymKey::generate();
        let size = |len| seal_field(&key, &CTX, &vec![b'x'; len], Padding::Narrative).unwrap().as_bytes().len();

        assert_eq!(size(0), size(4_092));
        assert_eq!(size(4_093), size(8_188));
        assert_ne!(size(4_092), size(4_093));
    }

    #[test]
    fn every_flipped_bit_of_every_byte_is_refused() {
        let key = SymKey::generate();
        let sealed = seal_field(&key, &CTX, b"short", Padding::None).unwrap();
        for at in 0..sealed.as_bytes().len() {
            for bit in 0..8 {
                let mut bytes = sealed.as_bytes().to_vec();
                bytes[at] ^= 1 << bit;
                assert!(open_field(&key, &CTX, &Envelope::from_bytes(bytes)).is_err(), "byte {at}, bit {bit}");
            }
        }
    }

    #[test]
    fn truncated_extended_and_foreign_bytes_are_refused() {
        let key = SymKey::generate();
        let sealed = seal_field(&key, &CTX, b"short", Padding::None).unwrap();
        let whole = sealed.as_bytes();
        for len in 0..whole.len() {
            assert!(open_field(&key, &CTX, &Envelope::from_bytes(whole[..len].to_vec())).is_err(), "{len} bytes");
        }
        for extra in [&[0][..], &[0; 16], &[0xff; 4_096]] {
            assert!(open_field(&key, &CTX, &Envelope::from_bytes([whole, extra].concat())).is_err());
        }
    }

    #[test]
    fn every_part_of_the_place_is_bound() {
        let key = SymKey::generate();
        let sealed = seal_field(&key, &CTX, b"short", Padding::None).unwrap();
        let elsewhere = [
            Context { purpose: Purpose::Released, ..CTX },
            Context { instance: &[9; 16], ..CTX },
            Context { record: b"other", ..CTX },
            Context { record: b"", ..CTX },
            Context { key: &[9; 16], ..CTX },
            Context { epoch: 8, ..CTX },
        ];
        for ctx in elsewhere {
            assert_eq!(open_field(&key, &ctx, &sealed).unwrap_err(), Error::Refused, "{ctx:?}");
        }
        assert_eq!(open_field(&SymKey::generate(), &CTX, &sealed).unwrap_err(), Error::Refused);
    }

    #[test]
    fn a_header_rewritten_to_the_expected_key_is_still_refused() {
        let key = SymKey::generate();
        let sealed = seal_field(&key, &Context { epoch: 8, ..CTX }, b"short", Padding::None).unwrap();
        let mut bytes = sealed.as_bytes().to_vec();
        bytes[23] = 7;

        assert_eq!(open_field(&key, &CTX, &Envelope::from_bytes(bytes)).unwrap_err(), Error::Refused);
    }

    #[test]
    fn cr_09_a_blob_made_for_a_second_key_is_stopped_by_the_commitment() {
        // The attacker knows both keys and makes body and tag valid for the second; the commitment names the first.
        let (first, second) = (SymKey::generate(), SymKey::generate());
        let sealed = seal_field(&first, &CTX, b"short", Padding::None).unwrap();
        let (head, body) = sealed.as_bytes().split_at(88);
        let data = super::authenticated_data(super::FIELD, &CTX, body.len() - 16).unwrap();
        let salt: [u8; 32] = head[24..56].try_into().unwrap();
        let forged = super::message_key(&second, &salt, &data);
        let padded = [0, 0, 0, 5, b'o', b't', b'h', b'e', b'r'];
        let payload = Payload { msg: &padded, aad: &data };
        let other = forged.cipher.encrypt(&super::Nonce::default(), payload).unwrap();
        let two_keyed = Envelope::from_bytes([head, &other].concat());

        assert_eq!(open_field(&second, &CTX, &two_keyed).unwrap_err(), Error::Refused);
        assert_eq!(open_field(&first, &CTX, &two_keyed).unwrap_err(), Error::Refused);
    }

    #[test]
    fn the_cipher_gives_the_tag_of_rfc_8439() {
        let key: [u8; 32] = std::array::from_fn(|i| 0x80 + u8::try_from(i).unwrap());
        let nonce = [0x07, 0, 0, 0, 0x40, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47];
        let text = b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
        let aad = [0x50, 0x51, 0x52, 0x53, 0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7];

        let out = super::ChaCha20Poly1305::new((&key).into()).encrypt((&nonce).into(), Payload { msg: text, aad: &aad }).unwrap();

        assert_eq!(crate::vault::hex::encode(&out[114..]), "1ae10b594f09e26a7e902ecbd0600691");
    }
}
