//! Accepting an invitation: a pass-phrase, a one-time-code secret, a key pair of one's own.
//!
//! The first screener to enrol also makes the screening pair; its private half is sealed to that person and exists
//! nowhere else. Later screeners get it from a colleague. Refuses a used or outdated invitation.

use super::second::draw_codes;
use super::sets::{settle_custody, start_epoch};
use crate::domain::access::{AcceptInvitation, Actor};
use crate::domain::id::PersonId;
use crate::domain::person::{Role, Standing};
use crate::domain::problem::FieldProblem;
use crate::domain::sealed::Envelope;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::{Account, Enrolment};
use crate::vault::{Context, LinkToken, Padding, Purpose, TotpSecret, enrol, generate_pair, keyed_digest, passphrase_problem, seal_field};

/// Whom an invitation is for.
pub struct Invitation {
    /// Name.
    pub name: String,
    /// Sign-in address.
    pub email: String,
}

/// What the set-up page shows for the one-time-code app.
pub struct Enrolling {
    /// Secret in base 32.
    pub secret_base32: String,
    /// `otpauth://` address for the QR picture.
    pub otpauth_uri: String,
}

fn invited(ctx: &Ctx, link_token: &str) -> Result<Option<(LinkToken, Account)>, Error> {
    let Some(token) = LinkToken::parse(link_token) else { return Ok(None) };
    let account = ctx.store.read(|r| r.account_by_invitation(&token.digest()))?;
    Ok(account.filter(|a| a.standing == Standing::Invited && ctx.now() < a.invited_until).map(|a| (token, a)))
}

/// Whom a link is for; `None` when it is used, outdated or mistyped.
///
/// # Errors
/// `Unavailable`.
pub fn invitation(ctx: &Ctx, link_token: &str) -> Result<Option<Invitation>, Error> {
    Ok(invited(ctx, link_token)?.map(|(_, a)| Invitation { name: a.name, email: a.email.expose().to_owned() }))
}

/// The same link always gives the same secret, so that a reloaded page still fits the telephone.
fn totp_secret(ctx: &Ctx, token: &LinkToken) -> Result<TotpSecret, Error> {
    let digest = keyed_digest(&ctx.keyring.opened()?.lookup, "candor/v1/enrol-totp", &token.digest());
    let mut bytes = [0_u8; 20];
    bytes.iter_mut().zip(digest).for_each(|(to, from)| *to = from);
    Ok(TotpSecret::from_bytes(bytes))
}

/// What to show on the set-up page.
///
/// # Errors
/// `NotFound` for a link that is used, outdated or mistyped.
pub fn begin_enrolment(ctx: &Ctx, link_token: &str) -> Result<Enrolling, Error> {
    let (token, account) = invited(ctx, link_token)?.ok_or(Error::NotFound)?;
    let secret = totp_secret(ctx, &token)?;
    Ok(Enrolling {
        secret_base32: secret.base32(),
        otpauth_uri: secret.uri(&format!("Candor {}", ctx.organisation()), account.email.expose()),
    })
}

/// What is wrong with a pass-phrase for this account.
pub(super) fn passphrase_problems(ctx: &Ctx, account: &Account, passphrase: &str) -> Vec<FieldProblem> {
    let problem = passphrase_problem(passphrase, &[ctx.organisation(), &account.name, account.email.expose()]);
    problem.map(|key| FieldProblem::new("passphrase", key)).into_iter().collect()
}

/// Sets the first pass-phrase and returns the recovery codes, to be shown once.
///
/// # Errors
/// `NotFound` for a dead link; `Invalid` on `passphrase` or `code`.
pub fn accept(ctx: &Ctx, link_token: &str, passphrase: &str, code: &str) -> Result<Vec<String>, Error> {
    let (token, account) = invited(ctx, link_token)?.ok_or(Error::NotFound)?;
    let secret = totp_secret(ctx, &token)?;
    let mut problems = passphrase_problems(ctx, &account, passphrase);
    let step = secret.check(code, ctx.now().0);
    if step.is_none() {
        problems.push(FieldProblem::new("code", "problem-code"));
    }
    let (Some(totp_step), true) = (step, problems.is_empty()) else {
        return Err(Error::Invalid(problems));
    };
    let made = make_keys(ctx, &account, passphrase, &secret)?;
    let enrolment = Enrolment { totp_step, ..made };
    let (codes, digests) = draw_codes(ctx, account.id)?;
    let permit = Actor::System.permit::<AcceptInvitation>().ok_or(Error::Denied)?;
    ctx.store.write(&permit, &format!("person:{}", account.id), |w| {
        w.enrol(account.id, &token.digest(), &enrolment)?;
        w.set_recovery_codes(account.id, &digests)?;
        if account.roles.has(Role::Screener) && !w.reading().anybody_screens()? {
            start_epoch(ctx, w, Some(account.id))?;
        }
        settle_custody(w)
    })?;
    ctx.look_up_again();
    Ok(codes)
}

fn make_keys(ctx: &Ctx, account: &Account, passphrase: &str, secret: &TotpSecret) -> Result<Enrolment, Error> {
    let (private, public) = generate_pair(ctx.suite());
    let (record, locked_key) = lock_own_key(ctx, account.id, passphrase, &private.to_bytes())?;
    Ok(Enrolment {
        passphrase: record,
        totp: ctx.keyring.seal(Purpose::Totp, account.id.as_bytes(), secret.expose(), Padding::None)?,
        totp_step: 0,
        public_key: public.to_bytes(),
        locked_key,
    })
}

/// Locks a private key with a pass-phrase: the record to know it by, and the locked key.
pub(super) fn lock_own_key(ctx: &Ctx, person: PersonId, passphrase: &str, own_key: &[u8]) -> Result<(Vec<u8>, Envelope), Error> {
    let turn = ctx.passphrase_turn.lock().map_err(|_| Error::Broken("a pass-phrase derivation failed"))?;
    let (record, lock) = enrol(passphrase, ctx.cost())?;
    drop(turn);
    Ok((record.to_bytes(), seal_field(&lock, &own_key_context(ctx, &person), own_key, Padding::None)?))
}

/// Context of a person's own private key under their pass-phrase.
pub(super) fn own_key_context<'a>(ctx: &'a Ctx, person: &'a PersonId) -> Context<'a> {
    Context { purpose: Purpose::StaffKey, instance: &ctx.keyring.instance, record: person.as_bytes(), key: &[0; 16], epoch: 0 }
}
