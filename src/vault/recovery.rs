//! Recovery codes: 128 random bits each, for the day when neither telephone nor passkey is at hand (`security.md` 6.2).
//!
//! With 128 bits no slow hash is needed (ASVS 6.5.2 asks for 112). Refuses to remember anything: the caller stores digests and uses
//! each once.

use zeroize::Zeroizing;

use super::hex;
use super::random::random_bytes;

/// Codes in one set.
pub const RECOVERY_CODES: usize = 10;
/// Digits between two hyphens.
const GROUP: usize = 4;

/// One recovery code.
pub struct RecoveryCode(Zeroizing<[u8; 16]>);

impl RecoveryCode {
    /// A fresh code.
    #[must_use]
    pub fn generate() -> Self {
        Self(Zeroizing::new(random_bytes()))
    }

    /// Reads a code as somebody types it: capitals, spaces and hyphens make no difference.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Zeroizing<String> =
            Zeroizing::new(text.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_lowercase()).take(33).collect());
        hex::decode_exactly::<16>(&digits).map(Self)
    }

    /// For the page that shows it once: 32 hex digits in groups of four.
    #[must_use]
    pub fn encode(&self) -> String {
        let digits = Zeroizing::new(hex::encode(self.0.as_slice()));
        let mut out = String::with_capacity(39);
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && place % GROUP == 0 {
                out.push('-');
            }
            out.push(digit);
        }
        out
    }

    /// The bytes, for the digest.
    #[must_use]
    pub fn expose(&self) -> &[u8; 16] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::RecoveryCode;

    #[test]
    fn a_code_reads_back_however_it_is_typed() {
        let code = RecoveryCode::generate();
        let shown = code.encode();

        assert_eq!((shown.len(), shown.matches('-').count()), (39, 7));
        for typed in [shown.clone(), shown.to_uppercase(), shown.replace('-', " "), shown.replace('-', "")] {
            assert_eq!(RecoveryCode::parse(&typed).map(|c| *c.expose()), Some(*code.expose()), "{typed}");
        }
    }

    #[test]
    fn anything_else_is_no_code() {
        let shown = RecoveryCode::generate().encode();
        for bad in ["", "123456", &shown[1..], &format!("{shown}0"), &shown.replace('-', "_")] {
            assert!(RecoveryCode::parse(bad).is_none(), "{bad}");
        }
    }
}
