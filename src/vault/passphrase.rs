//! Pass-phrases: one Argon2id derivation (RFC 9106, version 1.3), then HKDF to a verifier and a lock key.
//!
//! The slow derivation is done once, because a second, cheaper hash of the same words would become the real strength.
//! Stored are cost, salt and a verifier; neither the lock key nor what it is made from can be computed from them.
//! Refuses costs below the floor, and above a ceiling that would let a forged record exhaust the machine.

use argon2::{Algorithm, Argon2, Params, Version};
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use super::error::Error;
use super::format::take;
use super::kdf::{hkdf, hmac};
use super::keyed::same;
use super::keys::SymKey;
use super::random::random_bytes;

/// Magic, record version and the suite byte of Argon2id.
const HEAD: [u8; 4] = [b'C', b'P', 1, 0x21];
/// Largest cost read from a record: 1 GiB, 16 passes, 8 lanes.
const CEILING: Cost = Cost { memory_kib: 1 << 20, passes: 16, lanes: 8 };

/// Argon2id parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// Staff sign-in and key lock (`security.md` 6.1).
    pub const STAFF: Self = Self { memory_kib: 64 << 10, passes: 3, lanes: 1 };
    /// Nothing below this is accepted (OWASP minimum).
    pub const FLOOR: Self = Self { memory_kib: 19 << 10, passes: 2, lanes: 1 };

    const fn is_sound(self) -> bool {
        self.memory_kib >= Self::FLOOR.memory_kib
            && self.passes >= Self::FLOOR.passes
            && self.lanes >= Self::FLOOR.lanes
            && self.memory_kib <= CEILING.memory_kib
            && self.passes <= CEILING.passes
            && self.lanes <= CEILING.lanes
    }

    /// The slow derivation, of the NFKC form (NIST SP 800-63B-4, 3.1.1.2): the same letters from another keyboard or system are the
    /// same pass-phrase. ASCII is its own NFKC form. Runs before anything is looked at, so that its time tells nothing.
    fn stretch(self, passphrase: &str, salt: &[u8; 16]) -> Result<Zeroizing<[u8; 32]>, Error> {
        if !self.is_sound() {
            return Err(Error::Malformed);
        }
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).map_err(|_| Error::Malformed)?;
        // NFKC makes one code point into 18 at most; with room for a usual one nothing is copied.
        let mut normal = Zeroizing::new(String::with_capacity(passphrase.len() * 2));
        normal.extend(passphrase.nfkc());
        let mut root = Zeroizing::new([0_u8; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(normal.as_bytes(), salt, root.as_mut_slice())
            .map_err(|_| Error::Refused)?;
        Ok(root)
    }
}

/// What is stored about a pass-phrase.
pub struct PassphraseRecord {
    cost: Cost,
    salt: [u8; 16],
    verifier: [u8; 32],
}

impl PassphraseRecord {
    /// 64 bytes: head, memory, passes, lanes, salt, verifier.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = bound_bytes(self.cost, &self.salt);
        out.extend_from_slice(&self.verifier);
        out
    }

    /// Reads `to_bytes`.
    ///
    /// # Errors
    /// `Malformed` for another format and for a cost below the floor or above the ceiling.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let (head, rest) = take::<4>(bytes)?;
        let (memory_kib, rest) = take::<4>(rest)?;
        let (passes, rest) = take::<4>(rest)?;
        let (lanes, rest) = take::<4>(rest)?;
        let (salt, rest) = take::<16>(rest)?;
        let verifier = rest.try_into().map_err(|_| Error::Malformed)?;
        let [memory_kib, passes, lanes] = [memory_kib, passes, lanes].map(|field| u32::from_be_bytes(*field));
        let cost = Cost { memory_kib, passes, lanes };
        if *head != HEAD || !cost.is_sound() {
            return Err(Error::Malformed);
        }
        Ok(Self { cost, salt: *salt, verifier })
    }

    /// The cost it was made with, to enrol anew when the setting has risen.
    #[must_use]
    pub const fn cost(&self) -> Cost {
        self.cost
    }
}

/// Everything of a record that goes into the values derived from the pass-phrase.
fn bound_bytes(cost: Cost, salt: &[u8; 16]) -> Vec<u8> {
    let mut out = Vec::with_capacity(64);
    out.extend_from_slice(&HEAD);
    for field in [cost.memory_kib, cost.passes, cost.lanes] {
        out.extend_from_slice(&field.to_be_bytes());
    }
    out.extend_from_slice(salt);
    out
}

/// Verifier and lock key.
fn derive(passphrase: &str, cost: Cost, salt: &[u8; 16]) -> Result<([u8; 32], SymKey), Error> {
    let root = cost.stretch(passphrase, salt)?;
    let bound = bound_bytes(cost, salt);
    let auth = hkdf::<32>(salt, root.as_slice(), &[b"candor/v1/passphrase/auth", &bound]);
    let lock = hkdf::<32>(salt, root.as_slice(), &[b"candor/v1/passphrase/lock", &bound]);
    Ok((hmac(&auth, &[b"candor/v1/passphrase/verifier", &bound]), SymKey::from_bytes(*lock)))
}

/// A record for a new pass-phrase, and the key it locks with.
///
/// # Errors
/// `Malformed` for a cost outside floor and ceiling; `Refused` when the memory cannot be had.
pub fn enrol(passphrase: &str, cost: Cost) -> Result<(PassphraseRecord, SymKey), Error> {
    let salt = random_bytes();
    let (verifier, lock) = derive(passphrase, cost, &salt)?;
    Ok((PassphraseRecord { cost, salt, verifier }, lock))
}

/// The lock key, if this is the pass-phrase of the record. Always does the whole work first.
///
/// # Errors
/// `Refused` when it is not.
pub fn verify(passphrase: &str, record: &PassphraseRecord) -> Result<SymKey, Error> {
    let (verifier, lock) = derive(passphrase, record.cost, &record.salt)?;
    if same(&verifier, &record.verifier) { Ok(lock) } else { Err(Error::Refused) }
}

/// The work of `verify` for nobody, so that an unknown account answers no faster than a known one.
pub fn spend_like_verify(cost: Cost) {
    let salt = [0x5a; 16];
    let done = derive("a passphrase that nobody has", cost, &salt).is_ok_and(|(verifier, _)| same(&verifier, &salt));
    std::hint::black_box(done);
}

#[cfg(test)]
mod tests {
    use argon2::{Algorithm, Argon2, AssociatedData, ParamsBuilder, Version};

    use super::{Cost, PassphraseRecord, enrol, verify};
    use crate::vault::{Error, hex};

    const WORDS: &str = "seven calm otters mend nets";

    #[test]
    fn the_same_words_give_the_same_lock_and_others_none() {
        let (record, lock) = enrol(WORDS, Cost::FLOOR).unwrap();

        assert_eq!(verify(WORDS, &record).unwrap().expose(), lock.expose());
        assert_eq!(verify("seven calm otters mend net", &record).err(), Some(Error::Refused));
    }

    #[test]
    fn the_same_letters_from_another_keyboard_open_it() {
        let (composed, full_width, ligature) =
            ("caf\u{e9} crème brûlée fin", "\u{ff43}\u{ff41}fé crème brûlée fin", "cafe\u{301} crème brûlée \u{fb01}n");
        let (record, lock) = enrol(composed, Cost::FLOOR).unwrap();

        for typed in [full_width, ligature] {
            assert_eq!(verify(typed, &record).unwrap().expose(), lock.expose(), "{typed}");
        }
        assert_eq!(verify("cafe creme brulee fin", &record).err(), Some(Error::Refused), "accents are letters");
    }

    #[test]
    fn two_enrolments_of_the_same_words_share_nothing() {
        let (first, lock) = enrol(WORDS, Cost::FLOOR).unwrap();
        let (second, other) = enrol(WORDS, Cost::FLOOR).unwrap();

        assert_ne!(first.verifier, second.verifier);
        assert_ne!(lock.expose(), other.expose());
        assert_ne!(&first.verifier, lock.expose());
    }

    #[test]
    fn a_record_reads_back_and_still_verifies() {
        let (record, lock) = enrol(WORDS, Cost::FLOOR).unwrap();
        let bytes = record.to_bytes();

        let again = PassphraseRecord::from_bytes(&bytes).unwrap();

        assert_eq!(bytes.len(), 64);
        assert_eq!(again.cost(), Cost::FLOOR);
        assert_eq!(verify(WORDS, &again).unwrap().expose(), lock.expose());
    }

    #[test]
    fn a_record_with_changed_salt_cost_or_verifier_does_not_verify() {
        let bytes = enrol(WORDS, Cost::FLOOR).unwrap().0.to_bytes();
        for at in [7, 11, 16, 63] {
            let mut changed = bytes.clone();
            changed[at] += 1;
            let record = PassphraseRecord::from_bytes(&changed).unwrap();
            assert_eq!(verify(WORDS, &record).err(), Some(Error::Refused), "byte {at}");
        }
    }

    #[test]
    fn costs_outside_floor_and_ceiling_are_malformed() {
        let floor = Cost::FLOOR;
        let weak = [
            Cost { memory_kib: floor.memory_kib - 1, ..floor },
            Cost { passes: 1, ..floor },
            Cost { lanes: 0, ..floor },
            Cost { memory_kib: u32::MAX, ..floor },
            Cost { passes: u32::MAX, ..floor },
            Cost { lanes: u32::MAX, ..floor },
        ];
        for cost in weak {
            let record = PassphraseRecord { cost, salt: [0; 16], verifier: [0; 32] };
            assert_eq!(PassphraseRecord::from_bytes(&record.to_bytes()).err(), Some(Error::Malformed), "{cost:?}");
            assert_eq!(enrol(WORDS, cost).err(), Some(Error::Malformed), "{cost:?}");
        }
    }

    #[test]
    fn other_formats_are_malformed() {
        let good = PassphraseRecord { cost: Cost::STAFF, salt: [0; 16], verifier: [0; 32] }.to_bytes();
        for len in (0..64).chain([65]) {
            let bytes: Vec<u8> = good.iter().copied().chain([0]).take(len).collect();
            assert!(PassphraseRecord::from_bytes(&bytes).is_err(), "{len} bytes");
        }
        for at in 0..4 {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert!(PassphraseRecord::from_bytes(&bad).is_err(), "byte {at}");
        }
    }

    #[test]
    fn argon2id_gives_the_answer_of_rfc_9106() {
        let data = AssociatedData::new(&[4; 12]).unwrap();
        let params = ParamsBuilder::new().m_cost(32).t_cost(3).p_cost(4).data(data).output_len(32).build().unwrap();
        let mut out = [0; 32];

        let engine = Argon2::new_with_secret(&[3; 8], Algorithm::Argon2id, Version::V0x13, params).unwrap();
        engine.hash_password_into(&[1; 32], &[2; 16], &mut out).unwrap();

        assert_eq!(hex::encode(&out), "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }
}
