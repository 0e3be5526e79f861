//! People with an account: rows of `staff`.
//!
//! The database refuses the role pairs too; a refused pair comes back as `Conflict`.

use diesel::prelude::*;

use super::error::Error;
use super::schema::staff;
use super::screening::sixteen;
use super::tx::{Reader, Tending, Writer};
use crate::domain::clock::Moment;
use crate::domain::contact::EmailAddress;
use crate::domain::id::PersonId;
use crate::domain::person::{Role, Roles, Standing};
use crate::domain::sealed::Envelope;

/// Everything about an account that signing in needs.
#[derive(Clone, Debug)]
pub struct Account {
    /// Random id.
    pub id: PersonId,
    /// Sign-in address.
    pub email: EmailAddress,
    /// Name as typed.
    pub name: String,
    /// Where it stands.
    pub standing: Standing,
    /// Roles held.
    pub roles: Roles,
    /// Pass-phrase record; `None` before the invitation is accepted.
    pub passphrase: Option<Vec<u8>>,
    /// One-time-code secret, sealed with the data key.
    pub totp: Option<Envelope>,
    /// Last accepted time step, so that a code works once.
    pub totp_step: i64,
    /// Public half of the person's own pair.
    pub public_key: Option<Vec<u8>>,
    /// Failed attempts since the last success.
    pub failures: i32,
    /// When the last one was.
    pub failed_at: Moment,
    /// Digest of the invitation.
    pub invitation: Option<Vec<u8>>,
    /// When the invitation ends.
    pub invited_until: Moment,
}

/// Somebody to invite.
pub struct NewPerson<'a> {
    /// Random id.
    pub id: PersonId,
    /// Sign-in address.
    pub email: &'a EmailAddress,
    /// Name.
    pub name: &'a str,
    /// Roles.
    pub roles: Roles,
    /// Digest of the invitation link's token.
    pub invitation: [u8; 32],
    /// When the link ends.
    pub until: Moment,
}

/// What accepting an invitation leaves behind.
pub struct Enrolment {
    /// Pass-phrase record.
    pub passphrase: Vec<u8>,
    /// One-time-code secret, sealed.
    pub totp: Envelope,
    /// Step of the code that confirmed it.
    pub totp_step: i64,
    /// Public half.
    pub public_key: Vec<u8>,
    /// Private half, locked.
    pub locked_key: Envelope,
}

type Flags = (bool, bool, bool, bool, bool, bool);
type Columns =
    ((Vec<u8>, String, String, String), Flags, (Option<Vec<u8>>, Option<Vec<u8>>, i64, Option<Vec<u8>>), (i32, i64, Option<Vec<u8>>, i64));

macro_rules! columns {
    () => {
        (
            (staff::id, staff::email, staff::name, staff::standing),
            (staff::is_screener, staff::is_analyst, staff::is_publisher, staff::is_custodian, staff::is_auditor, staff::is_operator),
            (staff::passphrase, staff::totp, staff::totp_step, staff::public_key),
            (staff::failures, staff::failed_at, staff::invitation, staff::invited_until),
        )
    };
}

fn roles((screener, analyst, publisher, custodian, auditor, operator): Flags) -> Result<Roles, Error> {
    let flags = [screener, analyst, publisher, custodian, auditor, operator];
    let held: Vec<Role> = Role::ALL.into_iter().zip(flags).filter_map(|(role, on)| on.then_some(role)).collect();
    Roles::new(&held).map_err(|_| Error::Broken("a refused pair of roles"))
}

fn account((who, flags, secrets, attempts): Columns) -> Result<Account, Error> {
    let (id, email, name, standing) = who;
    let (passphrase, totp, totp_step, public_key) = secrets;
    let (failures, failed_at, invitation, invited_until) = attempts;
    Ok(Account {
        id: PersonId::from_bytes(sixteen(id)?),
        email: EmailAddress::parse(&email).map_err(|_| Error::Broken("an address does not parse"))?,
        name,
        standing: Standing::from_code(&standing).ok_or(Error::Broken("unknown standing"))?,
        roles: roles(flags)?,
        passphrase,
        totp: totp.map(Envelope::from_bytes),
        totp_step,
        public_key,
        failures,
        failed_at: Moment(failed_at),
        invitation,
        invited_until: Moment(invited_until),
    })
}

impl Reader<'_> {
    /// The account with this address.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn account_by_email(&mut self, email: &EmailAddress) -> Result<Option<Account>, Error> {
        let found: Option<Columns> = staff::table.filter(staff::email.eq(email.expose())).select(columns!()).first(self.0).optional()?;
        found.map(account).transpose()
    }

    /// The account with this id.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn account(&mut self, id: PersonId) -> Result<Option<Account>, Error> {
        let found: Option<Columns> = staff::table.find(id.as_bytes().to_vec()).select(columns!()).first(self.0).optional()?;
        found.map(account).transpose()
    }

    /// The account that this invitation is for.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn account_by_invitation(&mut self, digest: &[u8; 32]) -> Result<Option<Account>, Error> {
        let found: Option<Columns> =
            staff::table.filter(staff::invitation.eq(Some(digest.to_vec()))).select(columns!()).first(self.0).optional()?;
        found.map(account).transpose()
    }

    /// Everybody, by name.
    ///
    /// # Errors
    /// `Unavailable` or `Broken`.
    pub fn accounts(&mut self) -> Result<Vec<Account>, Error> {
        let rows: Vec<Columns> = staff::table.order((staff::name, staff::id)).select(columns!()).load(self.0)?;
        rows.into_iter().map(account).collect()
    }
}

impl Writer<'_> {
    /// Adds an invited person.
    ///
    /// # Errors
    /// `Conflict` when the address is taken or the roles are a refused pair.
    pub fn add_person(&mut self, new: &NewPerson<'_>) -> Result<(), Error> {
        let has = |role| new.roles.has(role);
        diesel::insert_into(staff::table)
            .values((
                staff::id.eq(new.id.as_bytes().to_vec()),
                staff::email.eq(new.email.expose()),
                staff::name.eq(new.name),
                staff::standing.eq(Standing::Invited.code()),
                (
                    staff::is_screener.eq(has(Role::Screener)),
                    staff::is_analyst.eq(has(Role::Analyst)),
                    staff::is_publisher.eq(has(Role::Publisher)),
                    staff::is_custodian.eq(has(Role::Custodian)),
                    staff::is_auditor.eq(has(Role::Auditor)),
                    staff::is_operator.eq(has(Role::Operator)),
                ),
                staff::totp_step.eq(0_i64),
                staff::failures.eq(0),
                staff::failed_at.eq(0_i64),
                staff::invitation.eq(Some(new.invitation.to_vec())),
                staff::invited_until.eq(new.until.0),
            ))
            .execute(self.0)?;
        Ok(())
    }

    /// Gives a person a new invitation: first pass-phrase again, no key access.
    ///
    /// # Errors
    /// `NotFound` when there is no such person.
    pub fn invite_again(&mut self, id: PersonId, invitation: &[u8; 32], until: Moment) -> Result<(), Error> {
        one(diesel::update(staff::table.find(id.as_bytes().to_vec()))
            .set((
                staff::standing.eq(Standing::Invited.code()),
                staff::invitation.eq(Some(invitation.to_vec())),
                staff::invited_until.eq(until.0),
            ))
            .execute(self.0)?)
    }

    /// Turns an invitation into an active account; the invitation is used up.
    ///
    /// # Errors
    /// `Conflict` when the invitation was used meanwhile.
    pub fn enrol(&mut self, id: PersonId, invitation: &[u8; 32], enrolment: &Enrolment) -> Result<(), Error> {
        let row = staff::table.find(id.as_bytes().to_vec()).filter(staff::invitation.eq(Some(invitation.to_vec())));
        let changed = diesel::update(row)
            .set((
                staff::standing.eq(Standing::Active.code()),
                staff::passphrase.eq(Some(enrolment.passphrase.clone())),
                staff::totp.eq(Some(enrolment.totp.as_bytes().to_vec())),
                staff::totp_step.eq(enrolment.totp_step),
                staff::public_key.eq(Some(enrolment.public_key.clone())),
                staff::failures.eq(0),
                staff::invitation.eq(None::<Vec<u8>>),
            ))
            .execute(self.0)?;
        if changed != 1 {
            return Err(Error::Conflict);
        }
        self.set_staff_key(id, &enrolment.locked_key)
    }

    /// Replaces the pass-phrase record and the private half it locks.
    ///
    /// # Errors
    /// `NotFound` when there is no such person.
    pub fn set_passphrase(&mut self, id: PersonId, passphrase: &[u8], locked_key: &Envelope) -> Result<(), Error> {
        one(diesel::update(staff::table.find(id.as_bytes().to_vec()))
            .set((staff::passphrase.eq(Some(passphrase.to_vec())), staff::failures.eq(0)))
            .execute(self.0)?)?;
        self.set_staff_key(id, locked_key)
    }

    /// Opens or shuts an account.
    ///
    /// # Errors
    /// `NotFound` when there is no such person.
    pub fn set_standing(&mut self, id: PersonId, standing: Standing) -> Result<(), Error> {
        one(diesel::update(staff::table.find(id.as_bytes().to_vec())).set(staff::standing.eq(standing.code())).execute(self.0)?)
    }

    /// Sets a person's roles.
    ///
    /// # Errors
    /// `NotFound`, or `Conflict` for a refused pair.
    pub fn set_roles(&mut self, id: PersonId, roles: Roles) -> Result<(), Error> {
        let has = |role| roles.has(role);
        one(diesel::update(staff::table.find(id.as_bytes().to_vec()))
            .set((
                staff::is_screener.eq(has(Role::Screener)),
                staff::is_analyst.eq(has(Role::Analyst)),
                staff::is_publisher.eq(has(Role::Publisher)),
                staff::is_custodian.eq(has(Role::Custodian)),
                staff::is_auditor.eq(has(Role::Auditor)),
                staff::is_operator.eq(has(Role::Operator)),
            ))
            .execute(self.0)?)
    }
}

fn one(changed: usize) -> Result<(), Error> {
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// Starts the count of failed attempts anew, after a success.
pub(super) fn failures_forgotten(db: &mut super::conn::Db, id: PersonId) -> Result<(), Error> {
    diesel::update(staff::table.find(id.as_bytes().to_vec())).set(staff::failures.eq(0)).execute(db)?;
    Ok(())
}

impl Tending<'_> {
    /// Notes a failed attempt.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn note_failure(&mut self, id: PersonId, at: Moment) -> Result<(), Error> {
        diesel::update(staff::table.find(id.as_bytes().to_vec()))
            .set((staff::failures.eq(staff::failures + 1), staff::failed_at.eq(at.0)))
            .execute(self.0)?;
        Ok(())
    }

    /// Uses up a one-time code; `false` when that step, or a later one, was used already.
    ///
    /// # Errors
    /// `Unavailable`.
    pub fn use_code(&mut self, id: PersonId, step: i64) -> Result<bool, Error> {
        let row = staff::table.find(id.as_bytes().to_vec()).filter(staff::totp_step.lt(step));
        let changed = diesel::update(row).set((staff::totp_step.eq(step), staff::failures.eq(0))).execute(self.0)?;
        Ok(changed == 1)
    }
}
