//! One-time codes of the second factor (RFC 6238: SHA-1, six digits, 30 seconds).
//!
//! Accepts the step before and the step after. Refuses to remember anything: the caller stores the matched step and
//! refuses it the second time. The secret has no `Debug`, `Clone` or serialisation and is wiped when dropped.

use totp_rs::{Builder, Secret, Totp};
use zeroize::Zeroizing;

use super::random::random_bytes;

/// The 160-bit secret that an authenticator app shares with us.
pub struct TotpSecret(Zeroizing<[u8; 20]>);

impl TotpSecret {
    /// A fresh secret.
    #[must_use]
    pub fn generate() -> Self {
        Self::from_bytes(random_bytes())
    }

    /// Wraps stored or derived bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 20]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The bytes, for sealing.
    #[must_use]
    pub fn expose(&self) -> &[u8; 20] {
        &self.0
    }

    /// For typing into an app by hand: 32 characters of base 32.
    #[must_use]
    pub fn base32(&self) -> String {
        Secret::new_stack(*self.0).to_base32()
    }

    /// Reads what `base32` wrote, as an app does when somebody types it in; `None` for anything else.
    #[must_use]
    pub fn from_base32(text: &str) -> Option<Self> {
        let secret = Secret::try_from_base32(text).ok()?;
        secret.as_bytes().try_into().ok().map(Self::from_bytes)
    }

    /// The `otpauth://` address for the QR picture. Colons, which would end a name, become spaces.
    #[must_use]
    pub fn uri(&self, issuer: &str, account: &str) -> String {
        let (issuer, account) = (percent_encoded(&issuer.replace(':', " ")), percent_encoded(&account.replace(':', " ")));
        let secret = Zeroizing::new(self.base32());
        format!("otpauth://totp/{issuer}:{account}?secret={}&issuer={issuer}&algorithm=SHA1&digits=6&period=30", *secret)
    }

    /// The code an app shows at this Unix time; before 1970 that of its first step.
    #[must_use]
    pub fn code_at(&self, unix_seconds: i64) -> String {
        self.engine().generate(u64::try_from(unix_seconds).unwrap_or(0)).to_string()
    }

    /// The step (Unix time / 30) whose code this is, among the present one and its two neighbours. White space is ignored.
    #[must_use]
    pub fn check(&self, code: &str, unix_seconds: i64) -> Option<i64> {
        let digits: String = code.chars().filter(|c| !c.is_whitespace()).take(7).collect();
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let step = self.engine().check(&digits, u64::try_from(unix_seconds).ok()?)?;
        i64::try_from(step).ok()
    }

    /// The crate's defaults are RFC 6238's, with a window of one step; 20 bytes are always long enough for it.
    fn engine(&self) -> Totp {
        Builder::new().with_secret(Secret::new_stack(*self.0)).build_noncompliant()
    }
}

/// RFC 3986 percent-encoding of everything but unreserved characters.
fn percent_encoded(text: &str) -> String {
    let spell = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    text.bytes().map(spell).collect()
}

#[cfg(test)]
mod tests {
    use super::TotpSecret;

    /// The secret of RFC 6238, appendix B.
    fn secret() -> TotpSecret {
        TotpSecret::from_bytes(*b"12345678901234567890")
    }

    #[test]
    fn codes_are_the_last_six_digits_of_rfc_6238() {
        for (at, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (20_000_000_000, "353130")] {
            assert_eq!(secret().code_at(at), code);
        }
    }

    #[test]
    fn a_code_matches_its_step_and_the_neighbours_only() {
        let code = secret().code_at(300);

        for (at, step) in [(269, None), (270, Some(10)), (300, Some(10)), (359, Some(10)), (360, None)] {
            assert_eq!(secret().check(&code, at), step, "at {at}");
        }
    }

    #[test]
    fn spaces_inside_a_code_do_not_matter_and_other_text_is_no_code() {
        assert_eq!(secret().check(" 287 082\n", 59), Some(1));
        for bad in ["", "28708", "2870822", "28708a", "+87082", "２８７０８２"] {
            assert_eq!(secret().check(bad, 59), None, "{bad}");
        }
        assert_eq!(secret().check("287082", -1), None);
    }

    #[test]
    fn the_address_names_issuer_and_account_safely() {
        let uri = secret().uri("Candor: Nord & Süd", "ann@example.org");

        assert_eq!(
            uri,
            "otpauth://totp/Candor%20%20Nord%20%26%20S%C3%BCd:ann%40example.org?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ\
             &issuer=Candor%20%20Nord%20%26%20S%C3%BCd&algorithm=SHA1&digits=6&period=30"
        );
    }
}
