//! The second factor: a one-time code, a recovery code or a passkey. Checked first, used up only when the pass-phrase is right too.
//!
//! Refuses the same proof twice: a time step, a recovery code and a passkey's challenge each count once, whichever node is asked.

use super::passkeys::{self, Answered};
use crate::domain::id::PersonId;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::Account;
use crate::vault::{Purpose, RECOVERY_CODES, RecoveryCode, TotpSecret, keyed_digest};

/// What somebody shows beside the pass-phrase.
#[derive(Clone)]
pub enum Second {
    /// Six digits of an authenticator app, or a recovery code.
    Code(String),
    /// A passkey's answer to a challenge of ours.
    Passkey {
        /// The challenge as the page carried it.
        challenge: String,
        /// What the browser sent, as JSON.
        answer: String,
    },
}

/// A second factor that holds, still to be used up.
pub(super) enum Held {
    /// A time step.
    Step(i64),
    /// Digest of a recovery code; whether it is one of the person's is seen when it is used up.
    Recovery([u8; 32]),
    /// A passkey's answer.
    Passkey(Answered),
}

/// Whether it holds for this account.
///
/// # Errors
/// `Unavailable`, `Conflict("sealed")` or `Broken`.
pub(super) fn check(ctx: &Ctx, account: &Account, second: &Second) -> Result<Option<Held>, Error> {
    match second {
        Second::Code(code) => match RecoveryCode::parse(code) {
            Some(code) => Ok(Some(Held::Recovery(digest(ctx, account.id, &code)?))),
            None => Ok(code_step(ctx, account, code)?.map(Held::Step)),
        },
        Second::Passkey { challenge, answer } => Ok(passkeys::proved(ctx, account.id, challenge, answer)?.map(Held::Passkey)),
    }
}

/// Uses it up; `false` when somebody was faster, or when the recovery code is none of this person's.
///
/// # Errors
/// `Unavailable`.
pub(super) fn spend(ctx: &Ctx, person: PersonId, held: &Held) -> Result<bool, Error> {
    Ok(ctx.store.tend(|t| match held {
        Held::Step(step) => t.use_code(person, *step),
        Held::Recovery(digest) => t.use_recovery_code(person, digest),
        Held::Passkey(answered) => t.use_passkey(&answered.row, &answered.challenge, answered.until),
    })?)
}

fn code_step(ctx: &Ctx, account: &Account, code: &str) -> Result<Option<i64>, Error> {
    let Some(sealed) = &account.totp else { return Ok(None) };
    let bytes = ctx.keyring.open(Purpose::Totp, account.id.as_bytes(), sealed)?;
    let secret: [u8; 20] = bytes.as_slice().try_into().map_err(|_| Error::Broken("a one-time-code secret is not 20 bytes"))?;
    let step = TotpSecret::from_bytes(secret).check(code, ctx.now().0);
    Ok(step.filter(|step| *step > account.totp_step))
}

fn digest(ctx: &Ctx, person: PersonId, code: &RecoveryCode) -> Result<[u8; 32], Error> {
    let bytes = [person.as_bytes().as_slice(), code.expose().as_slice()].concat();
    Ok(keyed_digest(&ctx.keyring.opened()?.lookup, "candor/v1/recovery-code", &bytes))
}

/// A fresh set of recovery codes: what is shown once, and what is kept.
pub(super) fn draw_codes(ctx: &Ctx, person: PersonId) -> Result<(Vec<String>, Vec<[u8; 32]>), Error> {
    let codes: Vec<RecoveryCode> = (0..RECOVERY_CODES).map(|_| RecoveryCode::generate()).collect();
    let digests = codes.iter().map(|code| digest(ctx, person, code)).collect::<Result<_, _>>()?;
    Ok((codes.iter().map(RecoveryCode::encode).collect(), digests))
}
