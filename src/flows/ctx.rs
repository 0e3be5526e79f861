//! What every flow works with: store, keys, engine, clock, settings. Built once, by the command line.
//!
//! Refuses to hand its keys out: they are visible inside this room only.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock};

use super::keyring::{Keyring, Unsealed};
use super::postman::Postman;
use super::shelf::Shelf;
use super::terms::TermShelf;
use super::used::Used;
use crate::config::Settings;
use crate::deident::Engine;
use crate::domain::clock::{Clock, Moment};
use crate::domain::contact::EmailAddress;
use crate::domain::person::Role;
use crate::domain::taxonomy::Taxonomy;
use crate::i18n::Catalog;
use crate::store::Store;
use crate::vault::{Cost, FormKey, PasskeySite, Purpose, Suite, TotpSecret, random_bytes};

/// One invented person of the demonstration.
#[derive(Clone, Debug)]
pub struct DemoPerson {
    /// Name.
    pub name: String,
    /// Sign-in address.
    pub email: String,
    /// Pass-phrase, printed on purpose: the person is invented.
    pub passphrase: String,
    /// Roles.
    pub roles: Vec<Role>,
}

/// Present only under `candor demo`; no setting can switch it on.
#[derive(Clone, Debug, Default)]
pub struct Demo {
    /// Everybody with an account.
    pub people: Vec<DemoPerson>,
}

/// What the command line hands over.
pub struct Parts {
    /// The opened store, with its audit chain set.
    pub store: Store,
    /// What `setup::unseal` returned.
    pub unsealed: Unsealed,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Settings.
    pub settings: Settings,
    /// Words.
    pub catalog: Arc<Catalog>,
    /// The de-identification engine.
    pub engine: Arc<Engine>,
    /// 32 shared bytes, or `None` to draw a form key for this process.
    pub form_key: Option<[u8; 32]>,
    /// Invented people.
    pub demo: Option<Demo>,
}

/// What every flow works with.
pub struct Ctx {
    pub(in crate::flows) store: Arc<Store>,
    pub(in crate::flows) keyring: Keyring,
    pub(in crate::flows) engine: Arc<Engine>,
    pub(in crate::flows) clock: Arc<dyn Clock>,
    pub(in crate::flows) settings: Settings,
    pub(in crate::flows) catalog: Arc<Catalog>,
    pub(in crate::flows) form_key: FormKey,
    /// One pass-phrase derivation at a time bounds the memory a flood of sign-ins can take.
    pub(in crate::flows) passphrase_turn: Mutex<()>,
    /// Drawn at start: tells this process from the others when a lease is claimed.
    pub(in crate::flows) node: [u8; 16],
    /// The organisation's own terms, as last read.
    pub(in crate::flows) terms: TermShelf,
    /// `None` where the public address is a bare number.
    pub(in crate::flows) passkeys: Option<PasskeySite>,
    /// Public halves, as last looked up.
    pub(in crate::flows) publics: Shelf,
    pub(in crate::flows) used: Used,
    /// Whether rows have moved since the files were last put in order; assumed at start.
    pub(in crate::flows) untidy: AtomicBool,
    demo: Option<Demo>,
    postman: OnceLock<Arc<dyn Postman>>,
}

impl Ctx {
    /// Puts the parts together.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let form_key = parts.form_key.map_or_else(FormKey::random, FormKey::from_bytes);
        let passkeys = PasskeySite::new(&parts.settings.server.public_url, &parts.settings.organisation);
        Self {
            passkeys,
            store: Arc::new(parts.store),
            keyring: parts.unsealed.into_keyring(),
            engine: parts.engine,
            clock: parts.clock,
            settings: parts.settings,
            catalog: parts.catalog,
            form_key,
            passphrase_turn: Mutex::new(()),
            node: random_bytes(),
            terms: TermShelf::default(),
            publics: Shelf::default(),
            used: Used::default(),
            untidy: AtomicBool::new(true),
            demo: parts.demo,
            postman: OnceLock::new(),
        }
    }

    /// What the form and the desk offer.
    #[must_use]
    pub const fn taxonomy(&self) -> &Taxonomy {
        &self.settings.taxonomy
    }

    /// The organisation's name.
    #[must_use]
    pub fn organisation(&self) -> &str {
        &self.settings.organisation
    }

    /// Base of every link, without a trailing slash.
    #[must_use]
    pub fn public_url(&self) -> &str {
        &self.settings.server.public_url
    }

    /// Words in every language.
    #[must_use]
    pub const fn catalog(&self) -> &Arc<Catalog> {
        &self.catalog
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// All settings.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The store, for the command line's own checks.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Whether the root key is not loaded: reports are taken in, nothing else works.
    #[must_use]
    pub fn is_sealed(&self) -> bool {
        self.keyring.opened().is_err()
    }

    /// Invented people, under `candor demo` only.
    #[must_use]
    pub const fn demo(&self) -> Option<&Demo> {
        self.demo.as_ref()
    }

    /// Replaces the list of invented people once they exist.
    pub fn set_demo(&mut self, demo: Demo) {
        self.demo = Some(demo);
    }

    /// Hands over the way out for trial letters; later calls change nothing.
    pub fn set_postman(&self, postman: Arc<dyn Postman>) {
        let _ = self.postman.set(postman);
    }

    /// The way out for trial letters.
    pub(in crate::flows) fn postman(&self) -> Option<&dyn Postman> {
        self.postman.get().map(|postman| &**postman)
    }

    /// The one-time code an invented person's telephone would show now; `None` outside the demonstration.
    #[must_use]
    pub fn demo_code(&self, email: &str) -> Option<String> {
        self.demo.as_ref()?;
        let email = EmailAddress::parse(email).ok()?;
        let account = self.store.read(|r| r.account_by_email(&email)).ok()??;
        let sealed = account.totp?;
        let bytes = self.keyring.open(Purpose::Totp, account.id.as_bytes(), &sealed).ok()?;
        let secret: [u8; 20] = bytes.as_slice().try_into().ok()?;
        Some(TotpSecret::from_bytes(secret).code_at(self.now().0))
    }

    /// The suite for everything sealed to a public key from now on.
    pub(in crate::flows) const fn suite(&self) -> Suite {
        if self.settings.keys.post_quantum { Suite::XWing } else { Suite::X25519 }
    }

    /// Argon2id cost of new pass-phrases.
    pub(in crate::flows) const fn cost(&self) -> Cost {
        Cost { memory_kib: self.settings.keys.passphrase_memory_kib, passes: self.settings.keys.passphrase_passes, lanes: 1 }
    }
}
