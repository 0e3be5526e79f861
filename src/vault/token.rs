//! Tokens: proof that a form's words came from here, staff sessions, and links.
//!
//! The browser or the letter holds the token; the store keeps its digest only. Refuses any spelling but the one it
//! gave out. Secret types have no `Debug`, `Clone` or serialisation and are wiped when dropped.

use zeroize::Zeroizing;

use super::hex;
use super::kdf::{hkdf, hmac};
use super::keyed::{same, sha256};
use super::keys::SymKey;
use super::random::random_bytes;
use crate::domain::receipt::Receipt;

/// K-form: proves that words were issued by this process or its neighbours.
pub struct FormKey(SymKey);

impl FormKey {
    /// A key for this process alone; it dies with it.
    #[must_use]
    pub fn random() -> Self {
        Self(SymKey::generate())
    }

    /// A key shared by several intake nodes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(SymKey::from_bytes(bytes))
    }

    /// Proof for these words on this day (days since 1970), 64 hex digits.
    #[must_use]
    pub fn issue(&self, receipt: &Receipt, day: i32) -> String {
        hex::encode(&hmac(self.0.expose(), &[b"candor/v1/form\0", &day.to_be_bytes(), receipt.expose().as_bytes()]))
    }

    /// Whether `token` is proof for these words from today or yesterday.
    #[must_use]
    pub fn holds(&self, receipt: &Receipt, token: &str, today: i32) -> bool {
        let of = |day| same(self.issue(receipt, day).as_bytes(), token.as_bytes());
        let (today, yesterday) = (of(today), of(today.saturating_sub(1)));
        today | yesterday
    }
}

/// A staff session's 256 random bits, as held by the browser.
pub struct SessionToken(Zeroizing<[u8; 32]>);

impl SessionToken {
    /// A fresh token.
    #[must_use]
    pub fn generate() -> Self {
        Self(Zeroizing::new(random_bytes()))
    }

    /// Reads the spelling of `encode`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode_exactly::<32>(text).map(Self)
    }

    /// For the cookie: 64 lower-case hex digits.
    #[must_use]
    pub fn encode(&self) -> String {
        hex::encode(self.0.as_slice())
    }

    /// What the store keeps instead of the token.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        sha256(self.0.as_slice())
    }

    /// The key under which an unlocked private key waits between two requests of this session.
    #[must_use]
    pub fn unlock_key(&self) -> SymKey {
        SymKey::from_bytes(*hkdf(&[], self.0.as_slice(), &[b"candor/v1/session/unlock"]))
    }

    /// The anti-forgery token of this session's forms, 64 hex digits; says nothing about the session token.
    #[must_use]
    pub fn csrf(&self) -> String {
        hex::encode(hkdf::<32>(&[], self.0.as_slice(), &[b"candor/v1/session/csrf"]).as_slice())
    }
}

/// The secret part of a one-time link, such as an invitation.
pub struct LinkToken(Zeroizing<[u8; 32]>);

impl LinkToken {
    /// A fresh token.
    #[must_use]
    pub fn generate() -> Self {
        Self(Zeroizing::new(random_bytes()))
    }

    /// Reads the spelling of `encode`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode_exactly::<32>(text).map(Self)
    }

    /// For the link: 64 lower-case hex digits.
    #[must_use]
    pub fn encode(&self) -> String {
        hex::encode(self.0.as_slice())
    }

    /// What the store keeps instead of the token.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        *hkdf(&[], self.0.as_slice(), &[b"candor/v1/link/digest"])
    }
}

#[cfg(test)]
mod tests {
    use super::{FormKey, LinkToken, SessionToken};
    use crate::vault::draw_receipt;

    #[test]
    fn a_form_token_holds_on_its_day_and_the_next() {
        let (key, receipt) = (FormKey::random(), draw_receipt());
        let token = key.issue(&receipt, 100);

        assert!(key.holds(&receipt, &token, 100) && key.holds(&receipt, &token, 101));
        assert!(!key.holds(&receipt, &token, 99) && !key.holds(&receipt, &token, 102));
    }

    #[test]
    fn a_form_token_holds_for_its_words_and_its_key_only() {
        let (key, receipt) = (FormKey::from_bytes([1; 32]), draw_receipt());
        let token = key.issue(&receipt, 100);

        assert!(FormKey::from_bytes([1; 32]).holds(&receipt, &token, 100));
        assert!(!FormKey::random().holds(&receipt, &token, 100));
        assert!(!key.holds(&draw_receipt(), &token, 100));
        for bad in ["", "é", &token.to_uppercase(), &format!("{token}0")] {
            assert!(!key.holds(&receipt, bad, 100));
        }
        assert!(!key.holds(&receipt, "", i32::MIN));
    }

    #[test]
    fn a_session_token_reads_back_with_the_same_derived_values() {
        let token = SessionToken::generate();

        let again = SessionToken::parse(&token.encode()).unwrap();

        assert_eq!(again.digest(), token.digest());
        assert_eq!(again.csrf(), token.csrf());
        assert_eq!(again.unlock_key().expose(), token.unlock_key().expose());
    }

    #[test]
    fn values_derived_from_a_session_token_are_all_different() {
        let token = SessionToken::generate();
        let hex = crate::vault::hex::encode;

        let all = [token.encode(), token.csrf(), hex(&token.digest()), hex(token.unlock_key().expose())];

        let unique: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(unique.len(), 4);
    }

    #[test]
    fn other_spellings_are_no_tokens() {
        let link = LinkToken::generate();

        assert_eq!(LinkToken::parse(&link.encode()).unwrap().digest(), link.digest());
        for bad in [String::new(), link.encode().to_uppercase() + "g", format!("{} ", link.encode())] {
            assert!(LinkToken::parse(&bad).is_none() && SessionToken::parse(&bad).is_none());
        }
    }
}
