//! Who gets the digest, and leaving without asking anybody.
//!
//! Addresses rest sealed with the data key. The unsubscribe token is made from the reader's id and a key, so it is
//! kept nowhere; it can only end letters, never show an address.

use crate::domain::access::{Actor, ManageReaders, Permit, Unsubscribe};
use crate::domain::contact::{EmailAddress, Language};
use crate::domain::id::SubscriberId;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::store::ReaderRow;
use crate::vault::{Padding, Purpose, keyed_digest, keyed_token, random_bytes, same};

/// Sealed addresses all have this length, whatever the address.
const ADDRESS_SIZE: usize = 512;
const TOKEN_LABEL: &str = "candor/v1/unsubscribe";
const DIGEST_LABEL: &str = "candor/v1/reader-address";

/// One reader, for the publisher's list.
pub struct DigestReader {
    /// Random id.
    pub id: SubscriberId,
    /// Address.
    pub address: String,
    /// Language of the letters.
    pub language: Language,
    /// Whether letters go out.
    pub active: bool,
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
    let rows = ctx.store.read(|r| r.readers())?;
    let mut list = rows
        .iter()
        .map(|row| {
            Ok(DigestReader {
                id: row.id,
                address: address(ctx, row)?.expose().to_owned(),
                language: Language::parse(&row.language).unwrap_or_default(),
                active: row.active,
            })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    list.sort_by(|a, b| a.address.cmp(&b.address));
    Ok(list)
}

fn address_digest(ctx: &Ctx, address: &EmailAddress) -> Result<[u8; 32], Error> {
    Ok(keyed_digest(&ctx.keyring.opened()?.lookup, DIGEST_LABEL, address.expose().as_bytes()))
}

/// Adds a reader; one who left comes back.
///
/// # Errors
/// `Invalid` on `email`.
pub fn add_reader(ctx: &Ctx, permit: &Permit<ManageReaders>, email: &str, language: Language) -> Result<(), Error> {
    let email = EmailAddress::parse(email).map_err(|p| Error::Invalid(vec![p]))?;
    let id = SubscriberId::from_bytes(random_bytes());
    let row = ReaderRow {
        id,
        address_digest: address_digest(ctx, &email)?,
        address: ctx.keyring.seal(Purpose::ReaderAddress, id.as_bytes(), email.expose().as_bytes(), Padding::Exactly(ADDRESS_SIZE))?,
        language: language.tag().to_owned(),
        active: true,
    };
    Ok(ctx.store.write(permit, &format!("reader:{id}"), |w| w.add_reader(&row))?)
}

/// Stops letters to a reader.
///
/// # Errors
/// `Unavailable`.
pub fn remove_reader(ctx: &Ctx, permit: &Permit<ManageReaders>, id: SubscriberId) -> Result<(), Error> {
    Ok(ctx.store.write(permit, &format!("reader:{id}"), |w| w.silence_reader(id))?)
}

/// The value of `t` in a reader's unsubscribe link.
pub(super) fn unsubscribe_token(ctx: &Ctx, id: SubscriberId) -> Result<String, Error> {
    Ok(format!("{id}.{}", keyed_token(&ctx.keyring.opened()?.lookup, TOKEN_LABEL, id.as_bytes())))
}

/// Ends letters for whoever holds the link; `false` when it is no link of ours.
///
/// # Errors
/// `Unavailable`.
pub fn unsubscribe(ctx: &Ctx, token: &str) -> Result<bool, Error> {
    let Some(id) = token.split_once('.').and_then(|(id, _)| SubscriberId::parse(id)) else { return Ok(false) };
    if !same(unsubscribe_token(ctx, id)?.as_bytes(), token.as_bytes()) {
        return Ok(false);
    }
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
