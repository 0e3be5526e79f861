//! The header of every envelope and the data that is authenticated with it.
//!
//! A total parser: any bytes give a header and a body or `Malformed`, never a panic. Refuses unknown versions and
//! suites instead of guessing. Layout byte by byte: `docs/crypto.md`.

use super::context::Context;
use super::error::Error;

/// First two bytes of every envelope.
const MAGIC: [u8; 2] = *b"CE";
/// The only version so far.
const VERSION: u8 = 1;
/// Magic, version, suite, key id, epoch.
pub(super) const HEADER: usize = 24;

/// Suite byte of HPKE with X25519.
pub(super) const HPKE_X25519: u8 = 0x01;
/// Suite byte of HPKE with X-Wing.
pub(super) const HPKE_XWING: u8 = 0x02;
/// Suite byte of a field under a symmetric key.
pub(super) const FIELD: u8 = 0x11;

/// What an envelope says about itself before anything is decrypted.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// One of the three suite bytes.
    pub(super) suite: u8,
    key: [u8; 16],
    epoch: u32,
}

impl Header {
    /// Whether this is the key and epoch that the caller is about to use.
    pub(super) fn names_key_of(&self, ctx: &Context<'_>) -> Result<(), Error> {
        if self.key == *ctx.key && self.epoch == ctx.epoch { Ok(()) } else { Err(Error::Refused) }
    }
}

/// The id and the generation or epoch of the key that an envelope names, before anything is opened.
///
/// # Errors
/// `Malformed` when these bytes are no envelope.
pub fn named_key(envelope: &crate::domain::sealed::Envelope) -> Result<([u8; 16], u32), Error> {
    let (header, _) = parse(envelope.as_bytes())?;
    Ok((header.key, header.epoch))
}

/// The header's bytes, with room for `body` more.
pub(super) fn header_bytes(suite: u8, ctx: &Context<'_>, body: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEADER + body);
    out.extend_from_slice(&MAGIC);
    out.extend_from_slice(&[VERSION, suite]);
    out.extend_from_slice(ctx.key);
    out.extend_from_slice(&ctx.epoch.to_be_bytes());
    out
}

/// Splits an envelope into header and body.
pub(super) fn parse(bytes: &[u8]) -> Result<(Header, &[u8]), Error> {
    let (magic, rest) = take::<2>(bytes)?;
    let ([version, suite], rest) = take::<2>(rest)?;
    let (key, rest) = take::<16>(rest)?;
    let (epoch, body) = take::<4>(rest)?;
    let known = *magic == MAGIC && *version == VERSION && matches!(*suite, HPKE_X25519 | HPKE_XWING | FIELD);
    if !known {
        return Err(Error::Malformed);
    }
    Ok((Header { suite: *suite, key: *key, epoch: u32::from_be_bytes(*epoch) }, body))
}

/// The first `N` bytes and the rest.
pub(super) fn take<const N: usize>(bytes: &[u8]) -> Result<(&[u8; N], &[u8]), Error> {
    bytes.split_first_chunk::<N>().ok_or(Error::Malformed)
}

/// Everything a ciphertext is bound to; `padded` is the length of the plaintext as encrypted.
pub(super) fn authenticated_data(suite: u8, ctx: &Context<'_>, padded: usize) -> Result<Vec<u8>, Error> {
    let record = u32::try_from(ctx.record.len()).map_err(|_| Error::Malformed)?;
    let padded = u32::try_from(padded).map_err(|_| Error::Malformed)?;
    let mut out = Vec::with_capacity(47 + ctx.record.len());
    out.extend_from_slice(&[VERSION, suite, ctx.purpose.code()]);
    out.extend_from_slice(ctx.instance);
    out.extend_from_slice(&record.to_be_bytes());
    out.extend_from_slice(ctx.record);
    out.extend_from_slice(ctx.key);
    out.extend_from_slice(&ctx.epoch.to_be_bytes());
    out.extend_from_slice(&padded.to_be_bytes());
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::{FIELD, HEADER, authenticated_data, header_bytes, parse};
    use crate::vault::{Context, Error, Purpose};

    const CTX: Context<'static> = Context { purpose: Purpose::Raw, instance: &[1; 16], record: b"rec", key: &[2; 16], epoch: 7 };

    #[test]
    fn a_header_reads_back() {
        let bytes = header_bytes(FIELD, &CTX, 0);

        let (header, body) = parse(&bytes).unwrap();

        assert_eq!(bytes.len(), HEADER);
        assert_eq!(header.suite, FIELD);
        assert!(header.names_key_of(&CTX).is_ok());
        assert!(header.names_key_of(&Context { epoch: 8, ..CTX }).is_err());
        assert!(body.is_empty());
    }

    #[test]
    fn unknown_magic_version_suite_and_short_input_are_malformed() {
        let good = header_bytes(FIELD, &CTX, 0);
        for (at, value) in [(0, b'X'), (1, b'X'), (2, 0), (2, 2), (3, 0), (3, 0x03), (3, 0x12), (3, 0xff)] {
            let mut bad = good.clone();
            bad[at] = value;
            assert_eq!(parse(&bad).unwrap_err(), Error::Malformed, "byte {at} = {value}");
        }
        for len in 0..HEADER {
            assert_eq!(parse(&good[..len]).unwrap_err(), Error::Malformed, "{len} bytes");
        }
    }

    #[test]
    fn authenticated_data_has_the_documented_layout() {
        let data = authenticated_data(FIELD, &CTX, 4_096).unwrap();

        let expected: Vec<u8> = [&[1, 0x11, 2][..], &[1; 16], &[0, 0, 0, 3], b"rec", &[2; 16], &[0, 0, 0, 7], &[0, 0, 0x10, 0]].concat();
        assert_eq!(data, expected);
    }
}
