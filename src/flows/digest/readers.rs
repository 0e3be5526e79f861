//! Who gets the digest: added by a publisher, asked by letter, and leaving without asking anybody.
//!
//! Addresses rest sealed with the data key. The tokens for confirming and leaving are made from the reader's id and a
//! key, so they are kept nowhere; they can start or end letters, never show an address.

use crate::domain::access::{Actor, ConfirmReader, ManageReaders, Permit, Unsubscribe};
use crate::domain::contact::{EmailAddress, Language};
use crate::domain::edition::Level;
use crate::domain::id::{LetterId, SubscriberId};
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::{Error as StoreError, ReaderRow};
use crate::vault::{Padding, Purpose, keyed_digest, keyed_token, random_bytes, same};

/// Sealed addresses all have this length, whatever the address.
const ADDRESS_SIZE: usize = 512;
const TOKEN_LABEL: &str = "candor/v1/unsubscribe";
const CONFIRM_LABEL: &str = "candor/v1/confirm-reader";
const DIGEST_LABEL: &str = "candor/v1/reader-address";

/// Where a reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReaderState {
    /// Has not answered the question yet.
    Asked,
    /// Receives.
    Active,
    /// Left, or was removed.
    Left,
    /// Letters came back.
    Bounced,
}

/// One reader, for the publisher's list.
pub struct DigestReader {
    /// Random id.
    pub id: SubscriberId,
    /// Address.
    pub address: String,
    /// Language of the letters.
    pub language: Language,
    /// Which figures they may see.
    pub level: Level,
    /// Where they stand.
    pub state: ReaderState,
}

fn state(row: &ReaderRow, bounced: &[SubscriberId]) -> ReaderState {
    match (row.active, row.asked) {
        (true, _) => ReaderState::Active,
        (false, true) => ReaderState::Asked,
        (false, false) if bounced.contains(&row.id) => ReaderState::Bounced,
        (false, false) => ReaderState::Left,
    }
}

/// Opens a reader's address.
pub(super) fn address(ctx: &Ctx, row: &ReaderRow) -> Result<EmailAddress, Error> {
    let bytes = ctx.keyring.open(Purpose::ReaderAddress, row.id.as_bytes(), &row.address)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Error::Broken("an address is not UTF-8"))?;
    EmailAddress::parse(text).map_err(|_| Error::Broken("an address does not parse"))
}

/// Every reader, by address.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn readers(ctx: &Ctx, permit: &Permit<ManageReaders>) -> Result<Vec<DigestReader>, Error> {
    let _ = permit;
    let (rows, bounced) = ctx.store.read(|r| Ok((r.readers()?, r.bounced_readers()?)))?;
    let mut list = rows
        .iter()
        .map(|row| {
            Ok(DigestReader {
                id: row.id,
                address: address(ctx, row)?.expose().to_owned(),
                language: Language::parse(&row.language).unwrap_or_default(),
                level: row.level.unwrap_or(ctx.settings.digest.audience),
                state: state(row, &bounced),
            })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    list.sort_by(|a, b| a.address.cmp(&b.address));
    Ok(list)
}

pub(super) fn address_digest(ctx: &Ctx, address: &EmailAddress) -> Result<[u8; 32], Error> {
    Ok(keyed_digest(&ctx.keyring.opened()?.lookup, DIGEST_LABEL, address.expose().as_bytes()))
}

/// Adds a reader; one who left comes back. Unless the settings say otherwise the first letter only asks, and nothing
/// more is sent until the reader has answered.
///
/// # Errors
/// `Invalid` on `email`.
pub fn add_reader(ctx: &Ctx, permit: &Permit<ManageReaders>, email: &str, language: Language, level: Level) -> Result<(), Error> {
    let email = EmailAddress::parse(email).map_err(|p| Error::Invalid(vec![p]))?;
    let id = SubscriberId::from_bytes(random_bytes());
    let ask = ctx.settings.digest.confirm_readers;
    let row = ReaderRow {
        id,
        address_digest: address_digest(ctx, &email)?,
        address: ctx.keyring.seal(Purpose::ReaderAddress, id.as_bytes(), email.expose().as_bytes(), Padding::Exactly(ADDRESS_SIZE))?,
        language: language.tag().to_owned(),
        active: !ask,
        asked: ask,
        level: Some(level),
    };
    let (now, letter) = (ctx.now(), LetterId::from_bytes(random_bytes()));
    Ok(ctx.store.write(permit, &format!("reader:{id}"), |w| {
        let (reader, asked) = w.add_reader(&row)?;
        if asked { w.queue_letter(None, reader, letter, now) } else { Ok(()) }
    })?)
}

/// Stops letters to a reader.
///
/// # Errors
/// `Unavailable`.
pub fn remove_reader(ctx: &Ctx, permit: &Permit<ManageReaders>, id: SubscriberId) -> Result<(), Error> {
    Ok(ctx.store.write(permit, &format!("reader:{id}"), |w| w.silence_reader(id))?)
}

fn token(ctx: &Ctx, label: &str, id: SubscriberId) -> Result<String, Error> {
    Ok(format!("{id}.{}", keyed_token(&ctx.keyring.opened()?.lookup, label, id.as_bytes())))
}

/// The reader a link belongs to; `None` when it is no link of ours.
fn holder(ctx: &Ctx, label: &str, held: &str) -> Result<Option<SubscriberId>, Error> {
    let Some(id) = held.split_once('.').and_then(|(id, _)| SubscriberId::parse(id)) else { return Ok(None) };
    Ok(same(token(ctx, label, id)?.as_bytes(), held.as_bytes()).then_some(id))
}

/// The value of `t` in a reader's unsubscribe link.
pub(super) fn unsubscribe_token(ctx: &Ctx, id: SubscriberId) -> Result<String, Error> {
    token(ctx, TOKEN_LABEL, id)
}

/// The address at which a reader says yes.
pub(super) fn confirm_link(ctx: &Ctx, id: SubscriberId) -> Result<String, Error> {
    Ok(format!("{}/confirm?t={}", ctx.public_url(), token(ctx, CONFIRM_LABEL, id)?))
}

/// Starts letters for whoever holds the link and was asked; `false` otherwise. Pressing twice is the same as once.
///
/// # Errors
/// `Unavailable`.
pub fn confirm(ctx: &Ctx, held: &str) -> Result<bool, Error> {
    let Some(id) = holder(ctx, CONFIRM_LABEL, held)? else { return Ok(false) };
    let reader = match ctx.store.read(|r| r.reader(id)) {
        Err(StoreError::NotFound) => return Ok(false),
        other => other?,
    };
    if reader.active || !reader.asked {
        return Ok(reader.active);
    }
    let permit = Actor::System.permit::<ConfirmReader>().ok_or(Error::Denied)?;
    Ok(ctx.store.write(&permit, &format!("reader:{id}"), |w| w.confirm_reader(id))?)
}

/// Ends letters for whoever holds the link; `false` when it is no link of ours.
///
/// # Errors
/// `Unavailable`.
pub fn unsubscribe(ctx: &Ctx, held: &str) -> Result<bool, Error> {
    let Some(id) = holder(ctx, TOKEN_LABEL, held)? else { return Ok(false) };
    let permit = Actor::System.permit::<Unsubscribe>().ok_or(Error::Denied)?;
    ctx.store.write(&permit, &format!("reader:{id}"), |w| w.silence_reader(id))?;
    Ok(true)
}

/// Ends letters for a typed address. The answer is the same whether it was a reader's or not.
///
/// # Errors
/// `Invalid` when it is no address.
pub fn unsubscribe_address(ctx: &Ctx, email: &str) -> Result<(), Error> {
    let email = EmailAddress::parse(email).map_err(|p| Error::Invalid(vec![p]))?;
    let digest = address_digest(ctx, &email)?;
    let permit = Actor::System.permit::<Unsubscribe>().ok_or(Error::Denied)?;
    ctx.store.write(&permit, "reader:by-address", |w| w.silence_address(&digest))?;
    Ok(())
}
