//! People with an account and the roles they hold.
//!
//! Refuses the role pairs of `security.md` 3 wherever a set of roles is built; the database holds the same rule as a
//! constraint, so that no path around this file exists.

use super::id::PersonId;

/// What a person may be asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Reads raw narratives, settles identifiers, releases.
    Screener,
    /// Works on released reports; prepares digests.
    Analyst,
    /// Approves and sends digests and lessons.
    Publisher,
    /// Two of them together open one identity strip.
    Custodian,
    /// Reads the audit log, no content.
    Auditor,
    /// Runs the installation: people, settings, mail, backup.
    Operator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] = [Self::Screener, Self::Analyst, Self::Publisher, Self::Custodian, Self::Auditor, Self::Operator];

    /// Stable code, also the word on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Screener => "screener",
            Self::Analyst => "analyst",
            Self::Publisher => "publisher",
            Self::Custodian => "custodian",
            Self::Auditor => "auditor",
            Self::Operator => "operator",
        }
    }

    /// From the code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.code() == code)
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// Two roles one person may not hold together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleClash(pub Role, pub Role);

/// A set of roles in which no refused pair stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Roles(u8);

impl Roles {
    /// No role at all.
    pub const NONE: Self = Self(0);

    /// Builds a set.
    ///
    /// # Errors
    /// The first refused pair: custodian with screener, analyst, operator or auditor; operator with any role that
    /// touches data; auditor with anything.
    pub fn new(roles: &[Role]) -> Result<Self, RoleClash> {
        let set = Self(roles.iter().fold(0, |bits, role| bits | role.bit()));
        for (one, other) in REFUSED {
            if set.has(one) && set.has(other) {
                return Err(RoleClash(one, other));
            }
        }
        Ok(set)
    }

    /// Whether the set holds `role`.
    #[must_use]
    pub const fn has(self, role: Role) -> bool {
        self.0 & role.bit() != 0
    }

    /// The roles in the set, in order.
    pub fn iter(self) -> impl Iterator<Item = Role> {
        Role::ALL.into_iter().filter(move |r| self.has(*r))
    }

    /// Whether no role is held.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// Pairs refused for one person.
pub const REFUSED: [(Role, Role); 11] = [
    (Role::Custodian, Role::Screener),
    (Role::Custodian, Role::Analyst),
    (Role::Custodian, Role::Operator),
    (Role::Custodian, Role::Auditor),
    (Role::Operator, Role::Screener),
    (Role::Operator, Role::Analyst),
    (Role::Operator, Role::Publisher),
    (Role::Operator, Role::Auditor),
    (Role::Auditor, Role::Screener),
    (Role::Auditor, Role::Analyst),
    (Role::Auditor, Role::Publisher),
];

/// Where an account stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Invited; has not set a pass-phrase yet.
    Invited,
    /// In use.
    Active,
    /// Shut by an operator.
    Disabled,
}

impl Standing {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Active => "active",
            Self::Disabled => "disabled",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Invited, Self::Active, Self::Disabled].into_iter().find(|s| s.code() == code)
    }
}

/// What the people page shows of one person.
#[derive(Clone, Debug)]
pub struct Person {
    /// Random id.
    pub id: PersonId,
    /// Name as the operator typed it.
    pub name: String,
    /// Sign-in address.
    pub email: super::contact::EmailAddress,
    /// Roles held.
    pub roles: Roles,
    /// Where the account stands.
    pub standing: Standing,
    /// Screener without the screening key yet: another screener has to grant it.
    pub waits_for_key: bool,
}

#[cfg(test)]
mod tests {
    use super::{Role, Roles};

    #[test]
    fn refused_pairs_are_refused() {
        assert!(Roles::new(&[Role::Custodian, Role::Analyst]).is_err());
        assert!(Roles::new(&[Role::Operator, Role::Screener]).is_err());
        assert!(Roles::new(&[Role::Auditor, Role::Publisher]).is_err());
    }

    #[test]
    fn a_small_organisation_may_join_screener_and_analyst() {
        let roles = Roles::new(&[Role::Screener, Role::Analyst]).expect("allowed");

        assert_eq!(roles.iter().count(), 2);
    }
}
