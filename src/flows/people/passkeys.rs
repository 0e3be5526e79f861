//! Passkeys: asking a browser for one, judging its answer, adding and removing them.
//!
//! The challenge travels through the page, sealed with the data key and with its end inside, so that any node can judge the answer
//! and a page that nobody sends costs nothing. What was answered is noted until it would have ended anyway. Refuses a challenge that
//! was made for another purpose or for another person.

use super::session::Session;
use crate::domain::access::{ManageOwn, Permit};
use crate::domain::clock::Moment;
use crate::domain::id::{PasskeyId, PersonId};
use crate::domain::problem::FieldProblem;
use crate::domain::sealed::Envelope;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::PasskeyRow;
use crate::vault::{Ceremony, Padding, PasskeyAnswer, PasskeyRecord, PasskeySite, Purpose, from_hex, keyed_digest, sha256, to_hex};

/// Seconds a browser may take from the page to its answer.
const CHALLENGE: i64 = 10 * 60;
/// What a challenge is bound to when it is there to prove who somebody is.
const PROOF: &[u8] = b"proof";
/// Longest name of a passkey.
const NAME_MAX: usize = 60;
/// Most passkeys of one person.
const PASSKEYS_MAX: usize = 10;

/// A question for the browser, as the page carries it.
pub struct PasskeyQuestion {
    /// Goes out with the page and comes back with the answer.
    pub challenge: String,
    /// `publicKey` options as JSON.
    pub options: String,
}

/// One passkey as its owner sees it.
pub struct OwnPasskey {
    /// Id for the button that removes it.
    pub id: PasskeyId,
    /// The owner's name for it.
    pub name: String,
}

fn question(ctx: &Ctx, bound_to: &[u8], ceremony: &Ceremony) -> Result<PasskeyQuestion, Error> {
    let until = ctx.now().plus(CHALLENGE);
    let plain = [until.0.to_be_bytes().as_slice(), &ceremony.state].concat();
    let sealed = ctx.keyring.seal(Purpose::PasskeyChallenge, bound_to, &plain, Padding::None)?;
    Ok(PasskeyQuestion { challenge: to_hex(sealed.as_bytes()), options: ceremony.question.clone() })
}

/// A challenge that came back in time.
struct Asked {
    state: Vec<u8>,
    digest: [u8; 32],
    until: Moment,
}

fn asked(ctx: &Ctx, bound_to: &[u8], challenge: &str) -> Result<Option<Asked>, Error> {
    ctx.keyring.opened()?;
    let Some(bytes) = from_hex(challenge) else { return Ok(None) };
    let digest = sha256(&bytes);
    // A challenge that does not open is one that somebody made up.
    let opened = ctx.keyring.open(Purpose::PasskeyChallenge, bound_to, &Envelope::from_bytes(bytes.to_vec())).ok();
    Ok(opened.and_then(|plain| {
        let (until, state) = plain.split_first_chunk::<8>()?;
        let until = Moment(i64::from_be_bytes(*until));
        (ctx.now() < until).then(|| Asked { state: state.to_vec(), digest, until })
    }))
}

/// The question of a page on which somebody proves who they are; `None` where this address has no passkeys.
///
/// # Errors
/// `Conflict("sealed")` or `Broken`.
pub fn ask_for_proof(ctx: &Ctx) -> Result<Option<PasskeyQuestion>, Error> {
    let Some(site) = &ctx.passkeys else { return Ok(None) };
    Ok(Some(question(ctx, PROOF, &site.begin_proof()?)?))
}

/// A passkey with its use counted, and the challenge it answered.
pub(super) struct Answered {
    pub(super) row: PasskeyRow,
    pub(super) challenge: [u8; 32],
    pub(super) until: Moment,
}

/// Whether an answer proves that a passkey of `person` is at hand and its owner with it.
pub(super) fn proved(ctx: &Ctx, person: PersonId, challenge: &str, answer: &str) -> Result<Option<Answered>, Error> {
    let Some(site) = &ctx.passkeys else { return Ok(None) };
    let Some(asked) = asked(ctx, PROOF, challenge)? else { return Ok(None) };
    let Ok(answer) = PasskeyAnswer::parse(answer) else { return Ok(None) };
    let id = passkey_id(ctx, answer.credential())?;
    let Some(row) = ctx.store.read(|r| r.passkey(id))?.filter(|row| row.person == person) else { return Ok(None) };
    let (name, record) = open(ctx, &row)?;
    let Ok(record) = site.finish_proof(&asked.state, &answer, person.as_bytes(), record) else { return Ok(None) };
    let row = PasskeyRow { sealed: seal(ctx, id, &name, &record)?, ..row };
    Ok(Some(Answered { row, challenge: asked.digest, until: asked.until }))
}

fn passkey_id(ctx: &Ctx, credential: &[u8]) -> Result<PasskeyId, Error> {
    let digest = keyed_digest(&ctx.keyring.opened()?.lookup, "candor/v1/passkey", credential);
    let (half, _) = digest.split_first_chunk::<16>().ok_or(Error::Broken("a digest is too short"))?;
    Ok(PasskeyId::from_bytes(*half))
}

/// Name, a zero byte, record.
fn seal(ctx: &Ctx, id: PasskeyId, name: &str, record: &PasskeyRecord) -> Result<Envelope, Error> {
    let plain = [name.as_bytes(), b"\0", &record.to_bytes()?].concat();
    ctx.keyring.seal(Purpose::Passkey, id.as_bytes(), &plain, Padding::None)
}

fn open(ctx: &Ctx, row: &PasskeyRow) -> Result<(String, PasskeyRecord), Error> {
    let plain = ctx.keyring.open(Purpose::Passkey, row.id.as_bytes(), &row.sealed)?;
    let end = plain.iter().position(|byte| *byte == 0).ok_or(Error::Broken("a passkey without a name"))?;
    let (name, record) = plain.split_at(end);
    let name = String::from_utf8(name.to_vec()).map_err(|_| Error::Broken("a passkey's name is not UTF-8"))?;
    Ok((name, PasskeyRecord::from_bytes(record.get(1..).unwrap_or_default())?))
}

fn opened(ctx: &Ctx, person: PersonId) -> Result<Vec<(PasskeyId, String, PasskeyRecord)>, Error> {
    let rows = ctx.store.read(|r| r.passkeys_of(person))?;
    let each = |row: &PasskeyRow| open(ctx, row).map(|(name, record)| (row.id, name, record));
    let mut all = rows.iter().map(each).collect::<Result<Vec<_>, _>>()?;
    all.sort_by(|(_, a, _), (_, b, _)| a.cmp(b));
    Ok(all)
}

/// A person's passkeys and the question for one more; no question where this address has no passkeys, or when there are enough.
pub(super) fn own(ctx: &Ctx, session: &Session) -> Result<(Vec<OwnPasskey>, Option<PasskeyQuestion>), Error> {
    let known = opened(ctx, session.person)?;
    let (mut shown, mut existing) = (Vec::new(), Vec::new());
    for (id, name, record) in known {
        shown.push(OwnPasskey { id, name });
        existing.push(record);
    }
    let site: Option<&PasskeySite> = ctx.passkeys.as_ref().filter(|_| existing.len() < PASSKEYS_MAX);
    let Some(site) = site else { return Ok((shown, None)) };
    let account = ctx.store.read(|r| r.account(session.person))?.ok_or(Error::NotFound)?;
    let ceremony = site.begin_adding(session.person.as_bytes(), account.email.expose(), &account.name, &existing)?;
    Ok((shown, Some(question(ctx, session.person.as_bytes(), &ceremony)?)))
}

/// Adds the passkey that the browser has made.
///
/// # Errors
/// `Invalid` on `name`; `Conflict` with what to do when it came too late, does not hold, or is one too many.
pub fn add_passkey(
    ctx: &Ctx,
    permit: &Permit<ManageOwn>,
    session: &Session,
    name: &str,
    (challenge, answer): (&str, &str),
) -> Result<(), Error> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
        return Err(Error::Invalid(vec![FieldProblem::new("name", "problem-passkey-name")]));
    }
    let person = session.person;
    let site = ctx.passkeys.as_ref().ok_or(Error::NotFound)?;
    let asked = asked(ctx, person.as_bytes(), challenge)?.ok_or(Error::Conflict("desk-me-passkey-late"))?;
    let record = site.finish_adding(&asked.state, answer).map_err(|_| Error::Conflict("desk-me-passkey-refused"))?;
    if ctx.store.read(|r| r.passkeys_of(person))?.len() >= PASSKEYS_MAX {
        return Err(Error::Conflict("desk-me-passkey-many"));
    }
    let id = passkey_id(ctx, record.credential())?;
    let row = PasskeyRow { id, person, sealed: seal(ctx, id, name, &record)? };
    let added = ctx.store.write(permit, &format!("person:{person}:passkey"), |w| {
        if !w.use_challenge(&asked.digest, asked.until)? {
            return Err(crate::store::Error::Conflict);
        }
        w.add_passkey(&row)
    });
    match added {
        Err(crate::store::Error::Conflict) => Err(Error::Conflict("desk-me-passkey-late")),
        other => Ok(other?),
    }
}

/// Removes one of one's own passkeys.
///
/// # Errors
/// `NotFound` when it is not there or somebody else's.
pub fn remove_passkey(ctx: &Ctx, permit: &Permit<ManageOwn>, session: &Session, id: PasskeyId) -> Result<(), Error> {
    let person = session.person;
    Ok(ctx.store.write(permit, &format!("person:{person}:passkey"), |w| w.remove_passkey(person, id))?)
}
