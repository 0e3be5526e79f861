//! Suites 0x01 and 0x02: sealing to a public key (HPKE, RFC 9180, base mode, one message).
//!
//! Whoever seals keeps nothing that opens it again. The nonce is made inside HPKE. Refuses a key of another suite and
//! anything moved, relabelled or changed. Keys and other things of a known size go as they are, texts are padded first.

use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::{Kem, X25519HkdfSha256, XWing};
use hpke::{Deserializable, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal_with_rng};
use zeroize::Zeroizing;

use super::context::Context;
use super::envelope::TAG;
use super::error::Error;
use super::format::{authenticated_data, header_bytes, parse};
use super::keys::{PrivateKey, PublicKey, Suite};
use super::padding::{Padding, pad, unpad};
use super::random::generator;
use crate::domain::sealed::Envelope;

/// Seals `plain` to the holder of the private half of `to`, for the place `ctx`.
///
/// # Errors
/// `Refused` for a public key with which no secret can be agreed.
pub fn seal_to(to: &PublicKey, ctx: &Context<'_>, plain: &[u8]) -> Result<Envelope, Error> {
    match to.suite() {
        Suite::XWing => seal::<XWing>(to, ctx, plain),
        Suite::X25519 => seal::<X25519HkdfSha256>(to, ctx, plain),
    }
}

/// As `seal_to`, for texts: filled up first, so that the ciphertext's length says little about the text's.
///
/// # Errors
/// `Malformed` when the text does not fit the padding; `Refused` as for `seal_to`.
pub fn seal_padded_to(to: &PublicKey, ctx: &Context<'_>, plain: &[u8], padding: Padding) -> Result<Envelope, Error> {
    seal_to(to, ctx, &pad(plain, padding)?)
}

/// Opens what `seal_padded_to` made.
///
/// # Errors
/// As `open_from`; `Refused` when the padding is not one that sealing makes.
pub fn open_padded_from(with: &PrivateKey, ctx: &Context<'_>, envelope: &Envelope) -> Result<Zeroizing<Vec<u8>>, Error> {
    unpad(&open_from(with, ctx, envelope)?)
}

/// Opens what `seal_to` made for this key and this place.
///
/// # Errors
/// `Malformed` when this is not an envelope of a public-key suite; `Refused` for everything else.
pub fn open_from(with: &PrivateKey, ctx: &Context<'_>, envelope: &Envelope) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (header, body) = parse(envelope.as_bytes())?;
    let suite = Suite::from_code(header.suite).ok_or(Error::Malformed)?;
    header.names_key_of(ctx)?;
    if suite != with.suite() {
        return Err(Error::Refused);
    }
    match suite {
        Suite::XWing => open::<XWing>(with, ctx, body),
        Suite::X25519 => open::<X25519HkdfSha256>(with, ctx, body),
    }
}

fn seal<K: Kem>(to: &PublicKey, ctx: &Context<'_>, plain: &[u8]) -> Result<Envelope, Error> {
    let suite = to.suite().code();
    let data = authenticated_data(suite, ctx, plain.len())?;
    let key = to.parsed::<K>()?;
    let (encapsulated, sealed) = single_shot_seal_with_rng::<ChaCha20Poly1305, HkdfSha256, K>(
        &OpModeS::Base,
        &key,
        ctx.purpose.info().as_bytes(),
        plain,
        &data,
        &mut generator(),
    )
    .map_err(|_| Error::Refused)?;
    let encapsulated = encapsulated.to_bytes();
    let mut out = header_bytes(suite, ctx, encapsulated.len() + sealed.len());
    out.extend_from_slice(&encapsulated);
    out.extend_from_slice(&sealed);
    Ok(Envelope::from_bytes(out))
}

fn open<K: Kem>(with: &PrivateKey, ctx: &Context<'_>, body: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (encapsulated, sealed) = body.split_at_checked(K::EncappedKey::size()).ok_or(Error::Malformed)?;
    let padded = sealed.len().checked_sub(TAG).ok_or(Error::Malformed)?;
    let data = authenticated_data(with.suite().code(), ctx, padded)?;
    let key = with.parsed::<K>()?;
    let encapsulated = K::EncappedKey::from_bytes(encapsulated).map_err(|_| Error::Refused)?;
    single_shot_open::<ChaCha20Poly1305, HkdfSha256, K>(&OpModeR::Base, &key, &encapsulated, ctx.purpose.info().as_bytes(), sealed, &data)
        .map(Zeroizing::new)
        .map_err(|_| Error::Refused)
}

#[cfg(test)]
mod tests {
    use super::{open_from, seal_to};
    use crate::domain::sealed::Envelope;
    use crate::vault::{Context, Error, Padding, PublicKey, Purpose, Suite, SymKey, generate_pair, open_field, seal_field};

    const CTX: Context<'static> = Context { purpose: Purpose::RawKey, instance: &[1; 16], record: b"rec", key: &[2; 16], epoch: 7 };
    const BOTH: [Suite; 2] = [Suite::XWing, Suite::X25519];

    #[test]
    fn both_suites_open_with_their_private_half() {
        for suite in BOTH {
            let (private, public) = generate_pair(suite);
            for plain in [&b""[..], &[5; 32], &[6; 5_000]] {
                let sealed = seal_to(&public, &CTX, plain).unwrap();

                assert_eq!(open_from(&private, &CTX, &sealed).unwrap().as_slice(), plain);
                assert_eq!(sealed.as_bytes()[3], suite.code());
            }
        }
    }

    /// Flips a bit of each byte whose position `chosen` takes. X25519 itself ignores the top bit of a point, but HPKE
    /// and X-Wing bind every byte of it: 0x80 tests that.
    fn flipped_bytes_are_refused(suite: Suite, chosen: impl Fn(usize) -> bool) {
        let (private, public) = generate_pair(suite);
        let sealed = seal_to(&public, &CTX, &[5; 32]).unwrap();
        for at in (0..sealed.as_bytes().len()).filter(|at| chosen(*at)) {
            let mut bytes = sealed.as_bytes().to_vec();
            bytes[at] ^= 0x80;
            assert!(open_from(&private, &CTX, &Envelope::from_bytes(bytes)).is_err(), "{suite:?}, byte {at}");
        }
    }

    #[test]
    fn every_flipped_byte_of_an_x25519_envelope_is_refused() {
        flipped_bytes_are_refused(Suite::X25519, |_| true);
    }

    #[test]
    fn flipped_bytes_in_every_part_of_an_x_wing_envelope_are_refused() {
        // All of the header, of the X25519 half's last bytes and of the ciphertext; a sample of the ML-KEM half.
        flipped_bytes_are_refused(Suite::XWing, |at| at < 32 || at % 41 == 0 || at > 1_130);
    }

    #[test]
    #[ignore = "a minute without optimisation; the test above samples the same bytes"]
    fn every_flipped_byte_of_an_x_wing_envelope_is_refused() {
        flipped_bytes_are_refused(Suite::XWing, |_| true);
    }

    #[test]
    fn truncated_and_extended_bytes_are_refused() {
        for suite in BOTH {
            let (private, public) = generate_pair(suite);
            let sealed = seal_to(&public, &CTX, &[5; 32]).unwrap();
            let whole = sealed.as_bytes();
            for len in 0..whole.len() {
                assert!(open_from(&private, &CTX, &Envelope::from_bytes(whole[..len].to_vec())).is_err(), "{suite:?}, {len} bytes");
            }
            assert!(open_from(&private, &CTX, &Envelope::from_bytes([whole, &[0]].concat())).is_err());
        }
    }

    #[test]
    fn every_part_of_the_place_is_bound() {
        let elsewhere = [
            Context { purpose: Purpose::ScreeningKey, ..CTX },
            Context { instance: &[9; 16], ..CTX },
            Context { record: b"other", ..CTX },
            Context { key: &[9; 16], ..CTX },
            Context { epoch: 8, ..CTX },
        ];
        for suite in BOTH {
            let (private, public) = generate_pair(suite);
            let sealed = seal_to(&public, &CTX, &[5; 32]).unwrap();
            for ctx in elsewhere {
                assert_eq!(open_from(&private, &ctx, &sealed).unwrap_err(), Error::Refused, "{ctx:?}");
            }
        }
    }

    #[test]
    fn another_persons_key_and_another_suites_key_are_refused() {
        for (suite, other) in [(Suite::XWing, Suite::X25519), (Suite::X25519, Suite::XWing)] {
            let (_, public) = generate_pair(suite);
            let sealed = seal_to(&public, &CTX, &[5; 32]).unwrap();

            assert_eq!(open_from(&generate_pair(suite).0, &CTX, &sealed).unwrap_err(), Error::Refused);
            assert_eq!(open_from(&generate_pair(other).0, &CTX, &sealed).unwrap_err(), Error::Refused);
        }
    }

    #[test]
    fn field_and_public_key_envelopes_are_not_taken_for_each_other() {
        let (private, public) = generate_pair(Suite::XWing);
        let key = SymKey::generate();
        let field = seal_field(&key, &CTX, b"a", Padding::None).unwrap();
        let sealed = seal_to(&public, &CTX, b"a").unwrap();

        assert_eq!(open_from(&private, &CTX, &field).unwrap_err(), Error::Malformed);
        assert_eq!(open_field(&key, &CTX, &sealed).unwrap_err(), Error::Malformed);
    }

    #[test]
    fn nothing_is_sealed_to_the_point_that_fixes_the_secret() {
        let mut bytes = vec![0; 33];
        bytes[0] = Suite::X25519.code();

        let sealed = PublicKey::from_bytes(&bytes).and_then(|zero| seal_to(&zero, &CTX, b"a"));

        assert!(sealed.is_err());
    }
}
