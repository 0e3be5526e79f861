//! An installation's first keys, opening them at start or later, and changing the root key.
//!
//! The root key comes from outside the data; it wraps the data keys, the look-up key and the audit key. Without it the
//! service is sealed: it takes reports in and can open nothing. Refuses to install twice.

use std::sync::Arc;

use super::ctx::Ctx;
use super::error::Error;
use super::keyring::{Generation, Opened, Unsealed};
use crate::domain::access::{Actor, RotateKeys};
use crate::domain::id::KeyId;
use crate::domain::sealed::{Envelope, KeyPurpose};
use crate::store::{Error as StoreError, KeyRow, Store, Writer};
use crate::vault::{AuditKey, Context, Padding, Purpose, SymKey, open_field, random_bytes, seal_field};

/// Whether the installation has its keys.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn is_installed(store: &Store) -> Result<bool, Error> {
    Ok(store.read(|r| r.instance_value("id"))?.is_some())
}

/// Draws the instance id and the first keys and keeps them wrapped by the root key.
///
/// # Errors
/// `Conflict("keys-exist")` when that was done before.
pub fn install(store: &Store, root: &SymKey) -> Result<(), Error> {
    let instance: [u8; 16] = random_bytes();
    let wrapped = |purpose| wrapped_key(root, &instance, purpose, 1, &SymKey::generate());
    let keys = [wrapped(KeyPurpose::Data)?, wrapped(KeyPurpose::Lookup)?, wrapped(KeyPurpose::Audit)?];
    match store.tend(|t| t.install(&instance, &keys)) {
        Err(StoreError::Conflict) => Err(Error::Conflict("keys-exist")),
        other => Ok(other?),
    }
}

/// What is known without the root key: the service takes reports in, the desk says that it is sealed.
///
/// # Errors
/// `Conflict("keys-missing")` before `install`.
pub fn sealed(store: &Store) -> Result<Unsealed, Error> {
    Ok(Unsealed::new(instance_id(store)?, None))
}

/// Opens the keys and gives the store its audit chain.
///
/// # Errors
/// `Conflict("keys-missing")` before `install`; `Conflict("root-key-wrong")` when the root key is another one.
pub fn unseal(store: &Store, root: &SymKey) -> Result<Unsealed, Error> {
    let instance = instance_id(store)?;
    Ok(Unsealed::new(instance, Some(open_all(store, root, &instance)?)))
}

/// Opens the keys of a service that runs sealed, with the root key as somebody typed it: 64 hex digits, in groups or not.
///
/// # Errors
/// `Conflict("root-key-wrong")` when it is not the root key in force.
pub fn unseal_running(ctx: &Ctx, typed: &str) -> Result<(), Error> {
    let digits = zeroize::Zeroizing::new(typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase());
    let root = SymKey::from_hex(&digits).ok_or(Error::Conflict("root-key-wrong"))?;
    let opened = open_all(&ctx.store, &root, &ctx.keyring.instance)?;
    ctx.keyring.replace(opened);
    Ok(())
}

/// Says where the root key is found again when another node has made a newer data key; `None` from it: nowhere.
pub fn reopen_with(ctx: &Ctx, root: impl Fn() -> Option<SymKey> + Send + Sync + 'static) {
    let (store, instance) = (Arc::clone(&ctx.store), ctx.keyring.instance);
    ctx.keyring.reopen_by(Box::new(move || open_all(&store, &root().ok_or(Error::Conflict("sealed"))?, &instance)));
}

/// Takes a newer data key up that another process has made. A timer calls it.
///
/// # Errors
/// `Conflict("sealed")` when there is one and no root key for it; `Unavailable`.
pub fn take_up_data_keys(ctx: &Ctx) -> Result<(), Error> {
    let newest = ctx.store.read(|r| r.current_key(KeyPurpose::Data))?;
    if newest.is_some_and(|row| epoch(&row) > ctx.keyring.newest_generation().unwrap_or(u32::MAX)) { ctx.keyring.reload() } else { Ok(()) }
}

/// Wraps every key with a new root key in one transaction; the old one opens nothing afterwards.
///
/// # Errors
/// `Conflict("root-key-wrong")` when `old` is not the root key in force.
pub fn rotate_root(store: &Store, old: &SymKey, new: &SymKey) -> Result<usize, Error> {
    let instance = instance_id(store)?;
    drop(open_all(store, old, &instance)?);
    changed(store, "root", |w| {
        // Read inside the write: a key that somebody adds meanwhile must not stay under the old one.
        let rows = w.reading().keys()?;
        let wrapped = rows.iter().filter(|row| row.wrapped.is_some());
        let anew = wrapped.map(|row| Ok((row.id, rewrapped(new, &instance, row, &unwrapped(old, &instance, row)?)?)));
        let anew = anew.collect::<Result<Vec<_>, Error>>()?;
        anew.iter().try_for_each(|(id, wrap)| w.set_wrapped(*id, wrap))?;
        Ok(anew.len())
    })
}

/// Starts a new generation of the data key. Running nodes take it up within seconds, and everything is sealed anew with it in the
/// background (`flows/rotation.rs`).
///
/// # Errors
/// `Conflict("root-key-wrong")` when the root key is another one.
pub fn rotate_data(store: &Store, root: &SymKey) -> Result<i32, Error> {
    let instance = instance_id(store)?;
    drop(open_all(store, root, &instance)?);
    changed(store, "data", |w| {
        let rows = w.reading().keys()?;
        // The root key may have changed since: nothing may be added under one that is out of force.
        rows.iter().filter(|row| row.wrapped.is_some()).try_for_each(|row| unwrapped(root, &instance, row).map(drop))?;
        let newest = rows.iter().filter(|row| row.purpose == KeyPurpose::Data).map(|row| row.epoch).max().unwrap_or(0);
        w.add_key(&wrapped_key(root, &instance, KeyPurpose::Data, newest + 1, &SymKey::generate())?)?;
        Ok(newest + 1)
    })
}

/// One audited change of keys whose steps may fail in the vault as well as in the store.
fn changed<T>(store: &Store, object: &str, change: impl FnOnce(&mut Writer<'_>) -> Result<T, Error>) -> Result<T, Error> {
    let permit = Actor::Console.permit::<RotateKeys>().ok_or(Error::Denied)?;
    let mut refused = None;
    let done = store.write(&permit, object, |w| {
        change(w).map_err(|error| {
            refused = Some(error);
            StoreError::Conflict
        })
    });
    match (done, refused) {
        (Err(_), Some(error)) => Err(error),
        (other, _) => Ok(other?),
    }
}

fn instance_id(store: &Store) -> Result<[u8; 16], Error> {
    let instance = store.read(|r| r.instance_value("id"))?.ok_or(Error::Conflict("keys-missing"))?;
    instance.try_into().map_err(|_| Error::Broken("the instance id is not 16 bytes"))
}

fn wrapped_rows(store: &Store) -> Result<Vec<KeyRow>, Error> {
    Ok(store.read(|r| r.keys())?.into_iter().filter(|row| row.wrapped.is_some()).collect())
}

fn open_all(store: &Store, root: &SymKey, instance: &[u8; 16]) -> Result<Opened, Error> {
    let rows = wrapped_rows(store)?;
    let of = |purpose| rows.iter().filter(move |row| row.purpose == purpose);
    let audit = of(KeyPurpose::Audit).next().ok_or(Error::Conflict("keys-missing"))?;
    let audit = unwrapped(root, instance, audit)?;
    let data = of(KeyPurpose::Data)
        .map(|row| Ok(Generation { id: row.id, number: epoch(row), key: unwrapped(root, instance, row)? }))
        .collect::<Result<Vec<_>, Error>>()?;
    let oldest = data.last().ok_or(Error::Conflict("keys-missing"))?;
    // Installations from before the look-up key derived look-up values from the first data key: they keep doing so.
    let lookup = match of(KeyPurpose::Lookup).next() {
        Some(row) => unwrapped(root, instance, row)?,
        None => SymKey::from_bytes(*oldest.key.expose()),
    };
    store.set_chain(Arc::new(AuditKey::new(audit)));
    Ok(Opened { data, lookup })
}

fn epoch(row: &KeyRow) -> u32 {
    u32::try_from(row.epoch).unwrap_or(0)
}

fn root_context<'a>(instance: &'a [u8; 16], purpose: KeyPurpose, id: &'a KeyId, epoch: u32) -> Context<'a> {
    Context { purpose: Purpose::RootWrap, instance, record: purpose.code().as_bytes(), key: id.as_bytes(), epoch }
}

fn wrapped_key(root: &SymKey, instance: &[u8; 16], purpose: KeyPurpose, number: i32, key: &SymKey) -> Result<KeyRow, Error> {
    let mut row = KeyRow { id: KeyId::from_bytes(random_bytes()), purpose, epoch: number, public_key: None, wrapped: None };
    row.wrapped = Some(rewrapped(root, instance, &row, key)?);
    Ok(row)
}

fn rewrapped(root: &SymKey, instance: &[u8; 16], row: &KeyRow, key: &SymKey) -> Result<Envelope, Error> {
    Ok(seal_field(root, &root_context(instance, row.purpose, &row.id, epoch(row)), key.expose(), Padding::None)?)
}

fn unwrapped(root: &SymKey, instance: &[u8; 16], row: &KeyRow) -> Result<SymKey, Error> {
    let wrapped = row.wrapped.as_ref().ok_or(Error::Broken("a wrapped key without bytes"))?;
    let context = root_context(instance, row.purpose, &row.id, epoch(row));
    let plain = open_field(root, &context, wrapped).map_err(|_| Error::Conflict("root-key-wrong"))?;
    let bytes: [u8; 32] = plain.as_slice().try_into().map_err(|_| Error::Broken("a key is not 32 bytes"))?;
    Ok(SymKey::from_bytes(bytes))
}
