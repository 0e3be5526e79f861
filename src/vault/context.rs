//! Where a ciphertext belongs: bound into it, so that moving it to another place makes it useless.
//!
//! Refuses to let two places share an encoding: every part has a fixed size or its length before it.

/// What a sealed thing is. The code is bound into ciphertexts: add at the end, never reuse one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// The key of one raw report, sealed to the screening key.
    RawKey,
    /// A raw report under its own key.
    Raw,
    /// A released, de-identified text.
    Released,
    /// An analyst's synopsis.
    Synopsis,
    /// A staff member's private key under the pass-phrase's lock key.
    StaffKey,
    /// The screening private key, sealed to one screener.
    ScreeningKey,
    /// A small key of the keyring under the root key.
    RootWrap,
    /// A one-time-code secret.
    Totp,
    /// A digest reader's address.
    ReaderAddress,
    /// A staff private key unlocked for one session.
    SessionUnlock,
    /// A reply to a reporter.
    Reply,
    /// A piece of the organisation's own list of terms.
    Dictionary,
    /// An identity strip under its report's identity key.
    Identity,
    /// A custodian's bundle of shares of one identity key.
    IdentityShares,
    /// A custodian's share, passed on to another for one callback.
    SharePassed,
    /// An opened identity, sealed to the custodian who makes the callback.
    IdentityShown,
    /// A reporter's message, sealed to the screening key.
    Answer,
    /// The record of a callback or a legal hold.
    Ceremony,
    /// Name and public data of a passkey.
    Passkey,
    /// A question to a passkey on its way through the browser.
    PasskeyChallenge,
    /// A corrective action or a lesson.
    Learning,
}

impl Purpose {
    /// Every purpose, in order of its code.
    pub const ALL: [Self; 21] = [
        Self::RawKey,
        Self::Raw,
        Self::Released,
        Self::Synopsis,
        Self::StaffKey,
        Self::ScreeningKey,
        Self::RootWrap,
        Self::Totp,
        Self::ReaderAddress,
        Self::SessionUnlock,
        Self::Reply,
        Self::Dictionary,
        Self::Identity,
        Self::IdentityShares,
        Self::SharePassed,
        Self::IdentityShown,
        Self::Answer,
        Self::Ceremony,
        Self::Passkey,
        Self::PasskeyChallenge,
        Self::Learning,
    ];

    /// Stable code, one byte of the authenticated data.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::RawKey => 0x01,
            Self::Raw => 0x02,
            Self::Released => 0x03,
            Self::Synopsis => 0x04,
            Self::StaffKey => 0x05,
            Self::ScreeningKey => 0x06,
            Self::RootWrap => 0x07,
            Self::Totp => 0x08,
            Self::ReaderAddress => 0x09,
            Self::SessionUnlock => 0x0a,
            Self::Reply => 0x0b,
            Self::Dictionary => 0x0c,
            Self::Identity => 0x0d,
            Self::IdentityShares => 0x0e,
            Self::SharePassed => 0x0f,
            Self::IdentityShown => 0x10,
            Self::Answer => 0x11,
            Self::Ceremony => 0x12,
            Self::Passkey => 0x30,
            Self::PasskeyChallenge => 0x31,
            Self::Learning => 0x32,
        }
    }

    /// HPKE `info` string.
    #[must_use]
    pub const fn info(self) -> &'static str {
        match self {
            Self::RawKey => "candor/v1/raw-key",
            Self::Raw => "candor/v1/raw",
            Self::Released => "candor/v1/released",
            Self::Synopsis => "candor/v1/synopsis",
            Self::StaffKey => "candor/v1/staff-key",
            Self::ScreeningKey => "candor/v1/screening-key",
            Self::RootWrap => "candor/v1/root-wrap",
            Self::Totp => "candor/v1/totp",
            Self::ReaderAddress => "candor/v1/reader-address",
            Self::SessionUnlock => "candor/v1/session-unlock",
            Self::Reply => "candor/v1/reply",
            Self::Dictionary => "candor/v1/dictionary",
            Self::Identity => "candor/v1/identity",
            Self::IdentityShares => "candor/v1/identity-shares",
            Self::SharePassed => "candor/v1/share-passed",
            Self::IdentityShown => "candor/v1/identity-shown",
            Self::Answer => "candor/v1/answer",
            Self::Ceremony => "candor/v1/ceremony",
            Self::Passkey => "candor/v1/passkey",
            Self::PasskeyChallenge => "candor/v1/passkey-challenge",
            Self::Learning => "candor/v1/learning",
        }
    }
}

/// The place of one ciphertext.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// What it is.
    pub purpose: Purpose,
    /// Public id of the installation.
    pub instance: &'a [u8; 16],
    /// Id of the record it belongs to, at most 4 GiB long.
    pub record: &'a [u8],
    /// Id of the key that opens it; sixteen zeros where the record names the key.
    pub key: &'a [u8; 16],
    /// Generation or epoch of that key.
    pub epoch: u32,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Purpose;

    #[test]
    fn codes_and_info_strings_are_unique() {
        let codes: BTreeSet<u8> = Purpose::ALL.iter().map(|p| p.code()).collect();
        let infos: BTreeSet<&str> = Purpose::ALL.iter().map(|p| p.info()).collect();

        assert_eq!(codes.len(), Purpose::ALL.len());
        assert_eq!(infos.len(), Purpose::ALL.len());
        assert!(infos.iter().all(|info| info.starts_with("candor/v1/")));
    }
}
