//! Typed identifiers: 16 random bytes each, so that neither time nor order can be read from them.
//!
//! Refuses sequences and time-ordered ids (`security.md` 7.6). The bytes are drawn by the caller from the
//! vault's generator; this file only gives them a type and a spelling (32 lower-case hex digits).

use std::fmt;

/// Reads 32 hex digits; anything else is `None`.
fn from_hex(text: &str) -> Option<[u8; 16]> {
    if text.len() != 32 || !text.is_ascii() {
        return None;
    }
    let mut out = [0_u8; 16];
    for (slot, pair) in out.iter_mut().zip(text.as_bytes().chunks(2)) {
        let digits = std::str::from_utf8(pair).ok()?;
        if !pair.iter().all(u8::is_ascii_hexdigit) {
            return None;
        }
        *slot = u8::from_str_radix(digits, 16).ok()?;
    }
    Some(out)
}

macro_rules! typed_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; 16]);

        impl $name {
            /// Wraps bytes drawn by the vault's generator or read back from the store.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(bytes)
            }

            /// The raw bytes, for storage and for binding into ciphertexts.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }

            /// Reads the hex spelling used in staff URLs; `None` when it is not one.
            #[must_use]
            pub fn parse(text: &str) -> Option<Self> {
                from_hex(text).map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }
    };
}

typed_id! {
    /// One report after it has left the intake table.
    ReportId
}
typed_id! {
    /// One member of staff with an account.
    PersonId
}
typed_id! {
    /// One digest issue.
    DigestId
}
typed_id! {
    /// One digest reader.
    SubscriberId
}
typed_id! {
    /// One letter waiting in, or gone from, the outbox.
    LetterId
}
typed_id! {
    /// One callback or legal hold.
    CeremonyId
}
typed_id! {
    /// One key record in the key store.
    KeyId
}
typed_id! {
    /// One passkey of a member of staff.
    PasskeyId
}
typed_id! {
    /// One corrective action.
    ActionId
}
typed_id! {
    /// One lesson.
    LessonId
}

#[cfg(test)]
mod tests {
    use super::ReportId;

    #[test]
    fn hex_spelling_reads_back() {
        let id = ReportId::from_bytes([7; 16]);

        assert_eq!(ReportId::parse(&id.to_string()), Some(id));
    }

    #[test]
    fn anything_but_32_hex_digits_is_refused() {
        for bad in ["", "07", "zz070707070707070707070707070707", "ééééééééééééééé1", "+7070707070707070707070707070707"] {
            assert_eq!(ReportId::parse(bad), None, "{bad}");
        }
    }
}
