//! An installation's first keys, and opening them at start.
//!
//! The root key comes from outside the data; it wraps the data key and the audit key. Refuses to install twice.

use std::sync::Arc;

use super::error::Error;
use super::keyring::{Keyring, Unsealed};
use crate::domain::id::KeyId;
use crate::domain::sealed::KeyPurpose;
use crate::store::{Error as StoreError, KeyRow, Store};
use crate::vault::{AuditKey, Context, Padding, Purpose, SymKey, open_field, random_bytes, seal_field};

/// Whether the installation has its keys.
///
/// # Errors
/// `Unavailable` or `Broken`.
pub fn is_installed(store: &Store) -> Result<bool, Error> {
    Ok(store.read(|r| r.instance_value("id"))?.is_some())
}

/// Draws the instance id, the data key and the audit key and keeps them wrapped by the root key.
///
/// # Errors
/// `Conflict("keys-exist")` when that was done before.
pub fn install(store: &Store, root: &SymKey) -> Result<(), Error> {
    let instance: [u8; 16] = random_bytes();
    let data = wrapped_key(root, &instance, KeyPurpose::Data)?;
    let audit = wrapped_key(root, &instance, KeyPurpose::Audit)?;
    match store.tend(|t| t.install(&instance, &[data, audit])) {
        Err(StoreError::Conflict) => Err(Error::Conflict("keys-exist")),
        other => Ok(other?),
    }
}

/// Opens the keys and gives the store its audit chain.
///
/// # Errors
/// `Conflict("keys-missing")` before `install`; `Conflict("root-key-wrong")` when the root key is another one.
pub fn unseal(store: &Store, root: &SymKey) -> Result<Unsealed, Error> {
    let instance = store.read(|r| r.instance_value("id"))?.ok_or(Error::Conflict("keys-missing"))?;
    let instance: [u8; 16] = instance.try_into().map_err(|_| Error::Broken("the instance id is not 16 bytes"))?;
    let (_, _, audit) = opened_key(store, root, &instance, KeyPurpose::Audit)?;
    store.set_chain(Arc::new(AuditKey::new(audit)));
    let (data_id, data_generation, data) = opened_key(store, root, &instance, KeyPurpose::Data)?;
    Ok(Unsealed::new(Keyring { instance, data, data_id, data_generation }))
}

fn root_context<'a>(instance: &'a [u8; 16], purpose: KeyPurpose, id: &'a KeyId, epoch: u32) -> Context<'a> {
    Context { purpose: Purpose::RootWrap, instance, record: purpose.code().as_bytes(), key: id.as_bytes(), epoch }
}

fn wrapped_key(root: &SymKey, instance: &[u8; 16], purpose: KeyPurpose) -> Result<KeyRow, Error> {
    let id = KeyId::from_bytes(random_bytes());
    let key = SymKey::generate();
    let wrapped = seal_field(root, &root_context(instance, purpose, &id, 1), key.expose(), Padding::None)?;
    Ok(KeyRow { id, purpose, epoch: 1, public_key: None, wrapped: Some(wrapped) })
}

fn opened_key(store: &Store, root: &SymKey, instance: &[u8; 16], purpose: KeyPurpose) -> Result<(KeyId, u32, SymKey), Error> {
    let row = store.read(|r| r.current_key(purpose))?.ok_or(Error::Conflict("keys-missing"))?;
    let epoch = u32::try_from(row.epoch).unwrap_or(0);
    let wrapped = row.wrapped.ok_or(Error::Broken("a wrapped key without bytes"))?;
    let plain =
        open_field(root, &root_context(instance, purpose, &row.id, epoch), &wrapped).map_err(|_| Error::Conflict("root-key-wrong"))?;
    let bytes: [u8; 32] = plain.as_slice().try_into().map_err(|_| Error::Broken("a key is not 32 bytes"))?;
    Ok((row.id, epoch, SymKey::from_bytes(bytes)))
}
