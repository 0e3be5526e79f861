//! Backup archives in the age format, version 1 (<https://age-encryption.org/v1>): any age program opens them.
//!
//! One X25519 recipient; the payload is a stream of 64 KiB chunks, each sealed under the file's own key with a counter and a
//! mark on the last, so that a cut or reordered archive is refused. Refuses pass-phrases, several recipients and plug-ins.
//! Written here because the crate of that name brings older versions of five primitives this room has already.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

use super::bech32::{decode, encode};
use super::error::Error;
use super::kdf::{hkdf, hmac};
use super::keyed::same;
use super::random::random_bytes;

/// First line of an archive.
const VERSION: &str = "age-encryption.org/v1";
/// HKDF label of the recipient's part.
const WRAP: &[u8] = b"age-encryption.org/v1/X25519";
/// Bytes of plaintext in every chunk but the last.
pub const CHUNK: usize = 64 << 10;
/// Bytes of a sealed chunk.
pub const SEALED_CHUNK: usize = CHUNK + 16;
/// Longest header that is read: one recipient needs 185 bytes, the rest is for those of other programs.
pub const HEADER_MAX: usize = 16 << 10;

/// Whom archives are sealed to: `age1…`.
pub struct Recipient(PublicKey);

/// What opens them: `AGE-SECRET-KEY-1…`.
pub struct Identity(StaticSecret);

impl Recipient {
    /// Reads `age1…`.
    ///
    /// # Errors
    /// `Malformed`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let bytes: [u8; 32] = decode("age", text.trim())?.try_into().map_err(|_| Error::Malformed)?;
        Ok(Self(PublicKey::from(bytes)))
    }
}

impl Identity {
    /// Reads the identity from the text of a key file; lines that start with `#` are remarks.
    ///
    /// # Errors
    /// `Malformed`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let line = text.lines().map(str::trim).find(|l| !l.is_empty() && !l.starts_with('#')).ok_or(Error::Malformed)?;
        let bytes = Zeroizing::new(decode("age-secret-key-", &line.to_lowercase())?);
        let bytes: [u8; 32] = bytes.as_slice().try_into().map_err(|_| Error::Malformed)?;
        Ok(Self(StaticSecret::from(bytes)))
    }

    /// A fresh identity.
    #[must_use]
    pub fn generate() -> Self {
        Self(StaticSecret::from(random_bytes::<32>()))
    }

    /// `AGE-SECRET-KEY-1…`.
    #[must_use]
    pub fn expose(&self) -> Zeroizing<String> {
        Zeroizing::new(encode("age-secret-key-", &self.0.to_bytes()).to_uppercase())
    }

    /// `age1…`.
    #[must_use]
    pub fn recipient(&self) -> String {
        encode("age", PublicKey::from(&self.0).as_bytes())
    }
}

/// Seals or opens the chunks of one archive, in order.
pub struct Stream {
    cipher: ChaCha20Poly1305,
    next: u64,
    ended: bool,
}

impl Stream {
    fn of(file_key: &[u8; 16], nonce: &[u8; 16]) -> Self {
        let key = hkdf::<32>(nonce, file_key, &[b"payload"]);
        Self { cipher: ChaCha20Poly1305::new((&*key).into()), next: 0, ended: false }
    }

    /// Eleven bytes of counter, one that marks the last chunk.
    fn nonce(&mut self, last: bool) -> Result<Nonce, Error> {
        if self.ended {
            return Err(Error::Malformed);
        }
        let mut nonce = [0_u8; 12];
        let counter = (u128::from(self.next) << 8) | u128::from(last);
        nonce.iter_mut().rev().zip(counter.to_le_bytes()).for_each(|(to, from)| *to = from);
        self.next += 1;
        self.ended = last;
        Ok(nonce.into())
    }

    /// Seals the next chunk: exactly `CHUNK` bytes, or fewer in the last.
    ///
    /// # Errors
    /// `Malformed` for a chunk of another size, or after the last.
    pub fn seal(&mut self, plain: &[u8], last: bool) -> Result<Vec<u8>, Error> {
        if plain.len() > CHUNK || (plain.len() < CHUNK && !last) {
            return Err(Error::Malformed);
        }
        let nonce = self.nonce(last)?;
        self.cipher.encrypt(&nonce, plain).map_err(|_| Error::Malformed)
    }

    /// Opens the next chunk; `last` when nothing follows it.
    ///
    /// # Errors
    /// `Refused` when it is changed, moved, or not the last where the archive ends.
    pub fn open(&mut self, sealed: &[u8], last: bool) -> Result<Zeroizing<Vec<u8>>, Error> {
        let nonce = self.nonce(last)?;
        let plain = Zeroizing::new(self.cipher.decrypt(&nonce, sealed).map_err(|_| Error::Refused)?);
        // An empty last chunk is for the empty archive only: otherwise something was cut off.
        if plain.is_empty() && self.next > 1 { Err(Error::Refused) } else { Ok(plain) }
    }
}

/// Starts an archive: its header, and the stream that seals what follows.
///
/// # Errors
/// `Refused` for a recipient with whom no secret can be agreed.
pub fn begin_sealing(to: &Recipient) -> Result<(Vec<u8>, Stream), Error> {
    let file_key = Zeroizing::new(random_bytes::<16>());
    let own = StaticSecret::from(random_bytes::<32>());
    let share = PublicKey::from(&own);
    let wrap = wrap_cipher(&own, &to.0, &share, &to.0)?;
    let body = wrap.encrypt(&Nonce::default(), file_key.as_slice()).map_err(|_| Error::Malformed)?;
    let head = format!("{VERSION}\n-> X25519 {}\n{}\n---", base64(share.as_bytes()), base64(&body));
    let mac = header_mac(&file_key, head.as_bytes());
    let nonce = random_bytes::<16>();
    let mut out = format!("{head} {}\n", base64(&mac)).into_bytes();
    out.extend_from_slice(&nonce);
    Ok((out, Stream::of(&file_key, &nonce)))
}

/// Reads the header at the start of `bytes` (all of a short archive, or at least `HEADER_MAX` bytes of a long one); gives its
/// length and the stream that opens what follows.
///
/// # Errors
/// `Malformed` when this is no archive, `Refused` when it is for somebody else or its header was changed.
pub fn begin_opening(with: &Identity, bytes: &[u8]) -> Result<(usize, Stream), Error> {
    let mut lines = Lines { bytes, at: 0 };
    if lines.next()? != VERSION {
        return Err(Error::Malformed);
    }
    let mut file_key = None;
    loop {
        let start = lines.at;
        let line = lines.next()?;
        if let Some(mac) = line.strip_prefix("--- ") {
            let file_key: Zeroizing<[u8; 16]> = file_key.ok_or(Error::Refused)?;
            let covered = bytes.get(..start + 3).ok_or(Error::Malformed)?;
            if !same(&header_mac(&file_key, covered), &unbase64(mac)?) {
                return Err(Error::Refused);
            }
            let nonce = bytes.get(lines.at..).and_then(|rest| rest.first_chunk::<16>()).ok_or(Error::Malformed)?;
            return Ok((lines.at + 16, Stream::of(&file_key, nonce)));
        }
        let Some(arguments) = line.strip_prefix("-> ") else { return Err(Error::Malformed) };
        let body = lines.body()?;
        if let Some(share) = arguments.strip_prefix("X25519 ")
            && file_key.is_none()
        {
            file_key = unwrapped(with, share, &body)?;
        }
    }
}

/// The file key in a stanza that is for `with`; `None` when it is for somebody else.
fn unwrapped(with: &Identity, share: &str, body: &[u8]) -> Result<Option<Zeroizing<[u8; 16]>>, Error> {
    let share: [u8; 32] = unbase64(share)?.try_into().map_err(|_| Error::Malformed)?;
    if body.len() != 32 {
        return Err(Error::Malformed);
    }
    let (share, own) = (PublicKey::from(share), PublicKey::from(&with.0));
    let opened = wrap_cipher(&with.0, &share, &share, &own)?.decrypt(&Nonce::default(), body);
    Ok(opened.ok().map(Zeroizing::new).and_then(|key| key.as_slice().try_into().ok()).map(Zeroizing::new))
}

fn wrap_cipher(secret: &StaticSecret, with: &PublicKey, share: &PublicKey, to: &PublicKey) -> Result<ChaCha20Poly1305, Error> {
    let shared = secret.diffie_hellman(with);
    if !shared.was_contributory() {
        return Err(Error::Refused);
    }
    let salt = [share.as_bytes().as_slice(), to.as_bytes()].concat();
    let key = hkdf::<32>(&salt, shared.as_bytes(), &[WRAP]);
    Ok(ChaCha20Poly1305::new((&*key).into()))
}

fn header_mac(file_key: &[u8; 16], covered: &[u8]) -> [u8; 32] {
    hmac(&hkdf::<32>(&[], file_key, &[b"header"]), &[covered])
}

/// Lines of a header.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lines<'a> {
    fn next(&mut self) -> Result<&'a str, Error> {
        let rest = self.bytes.get(self.at..).ok_or(Error::Malformed)?;
        let end = rest.iter().take(HEADER_MAX).position(|b| *b == b'\n').ok_or(Error::Malformed)?;
        self.at += end + 1;
        rest.get(..end).and_then(|line| std::str::from_utf8(line).ok()).ok_or(Error::Malformed)
    }

    /// A stanza's body: lines of 64 letters, the last one shorter.
    fn body(&mut self) -> Result<Vec<u8>, Error> {
        let mut letters = String::new();
        loop {
            let line = self.next()?;
            letters.push_str(line);
            match line.len() {
                64 => {}
                0..64 => return unbase64(&letters),
                _ => return Err(Error::Malformed),
            }
        }
    }
}

/// Letters of base 64 (RFC 4648), without padding.
const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let letter = |group: u32, place: usize| char::from(*LETTERS.get((group >> (18 - 6 * place)) as usize & 63).unwrap_or(&b'A'));
    let encode = |chunk: &[u8]| {
        let group = chunk.iter().zip([16, 8, 0]).fold(0_u32, |sum, (byte, shift)| sum | u32::from(*byte) << shift);
        (0..=chunk.len()).map(|place| letter(group, place)).collect::<String>()
    };
    bytes.chunks(3).map(encode).collect()
}

/// Refuses other letters, padding, and bits left over that are not zero: every value has one spelling.
fn unbase64(text: &str) -> Result<Vec<u8>, Error> {
    let (mut out, mut group, mut bits) = (Vec::new(), 0_u32, 0);
    for letter in text.bytes() {
        let value = LETTERS.iter().position(|l| *l == letter).and_then(|v| u32::try_from(v).ok()).ok_or(Error::Malformed)?;
        (group, bits) = (group << 6 | value, bits + 6);
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(group >> bits & 0xff).map_err(|_| Error::Malformed)?);
            group &= (1 << bits) - 1;
        }
    }
    if group == 0 && bits < 6 { Ok(out) } else { Err(Error::Malformed) }
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, Identity, Recipient, SEALED_CHUNK, base64, begin_opening, begin_sealing, unbase64};
    use crate::vault::Error;

    fn sealed(to: &str, plain: &[u8]) -> Vec<u8> {
        let (mut out, mut stream) = begin_sealing(&Recipient::parse(to).unwrap()).unwrap();
        let chunks: Vec<&[u8]> = if plain.is_empty() { vec![plain] } else { plain.chunks(CHUNK).collect() };
        for (number, chunk) in chunks.iter().enumerate() {
            out.extend(stream.seal(chunk, number + 1 == chunks.len()).unwrap());
        }
        out
    }

    fn opened(with: &Identity, archive: &[u8]) -> Result<Vec<u8>, Error> {
        let (header, mut stream) = begin_opening(with, archive)?;
        let chunks: Vec<&[u8]> = archive[header..].chunks(SEALED_CHUNK).collect();
        let mut out = Vec::new();
        for (number, chunk) in chunks.iter().enumerate() {
            out.extend_from_slice(&stream.open(chunk, number + 1 == chunks.len())?);
        }
        Ok(out)
    }

    #[test]
    fn what_is_sealed_opens_at_every_length() {
        let identity = Identity::generate();
        for length in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK] {
            let plain: Vec<u8> = (0..length).map(|i| u8::try_from(i % 251).unwrap()).collect();
            assert_eq!(opened(&identity, &sealed(&identity.recipient(), &plain)).unwrap(), plain, "{length}");
        }
    }

    #[test]
    fn changed_cut_and_foreign_archives_are_refused() {
        let identity = Identity::generate();
        let archive = sealed(&identity.recipient(), &vec![7; 2 * CHUNK]);
        for at in (0..300).chain([archive.len() - 1]) {
            let mut bad = archive.clone();
            bad[at] ^= 1;
            assert!(opened(&identity, &bad).is_err(), "byte {at}");
        }
        assert!(opened(&identity, &archive[..archive.len() - SEALED_CHUNK]).is_err(), "cut at a chunk");
        assert!(opened(&identity, &archive[..archive.len() - 1]).is_err());
        assert!(matches!(opened(&Identity::generate(), &archive), Err(Error::Refused)));
    }

    #[test]
    fn keys_read_back_from_their_text() {
        let identity = Identity::generate();

        let again = Identity::parse(&format!("# made today\n\n{}\n", identity.expose().as_str())).unwrap();

        assert_eq!(again.recipient(), identity.recipient());
        for bad in ["", "age1", "age1qqqq", "AGE-SECRET-KEY-1QQQQ", &identity.recipient().replace("age1", "agf1")] {
            assert!(Recipient::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn base_64_is_that_of_rfc_4648_without_padding() {
        for (plain, text) in [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(plain.as_bytes()), text);
            assert_eq!(unbase64(text).unwrap(), plain.as_bytes());
        }
        for bad in ["Zg==", "Zh", "Z", "Zm 8"] {
            assert!(unbase64(bad).is_err(), "{bad}");
        }
    }
}
