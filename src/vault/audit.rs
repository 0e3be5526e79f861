//! The audit chain's links, made with the audit key.
//!
//! Refuses to give its key away again: K-audit makes links and nothing else, so that an auditor with a copy of it can
//! check a chain without this program.

use super::kdf::hmac;
use super::keys::SymKey;
use crate::domain::audit::{Chain, Entry};

/// Makes links; wiped when dropped.
pub struct AuditKey(SymKey);

impl AuditKey {
    /// From K-audit.
    #[must_use]
    pub const fn new(key: SymKey) -> Self {
        Self(key)
    }
}

impl From<SymKey> for AuditKey {
    fn from(key: SymKey) -> Self {
        Self::new(key)
    }
}

impl Chain for AuditKey {
    /// HMAC-SHA256 over the previous link and the entry's own bytes.
    fn link(&self, previous: &[u8; 32], entry: &Entry) -> [u8; 32] {
        hmac(self.0.expose(), &[previous, &entry.covered_bytes()])
    }
}

#[cfg(test)]
mod tests {
    use super::AuditKey;
    use crate::domain::audit::{Chain, Entry, GENESIS};
    use crate::domain::clock::Moment;
    use crate::vault::SymKey;

    fn entry(seq: i64) -> Entry {
        Entry { seq, at: Moment(1_000), actor: "system".into(), verb: "test".into(), object: "list:1".into() }
    }

    #[test]
    fn a_link_depends_on_key_previous_link_and_every_field() {
        let key = AuditKey::new(SymKey::from_bytes([1; 32]));
        let link = key.link(&GENESIS, &entry(1));

        assert_eq!(link, AuditKey::new(SymKey::from_bytes([1; 32])).link(&GENESIS, &entry(1)));
        assert_ne!(link, AuditKey::new(SymKey::from_bytes([2; 32])).link(&GENESIS, &entry(1)));
        assert_ne!(link, key.link(&[1; 32], &entry(1)));
        assert_ne!(link, key.link(&GENESIS, &entry(2)));
        assert_ne!(link, key.link(&GENESIS, &Entry { object: "list:2".into(), ..entry(1) }));
    }
}
