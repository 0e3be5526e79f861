//! Public halves as they were last looked up: the screening epoch and the custodians in force.
//!
//! Refuses to serve anything older than half a minute, so that a node learns what another node changed.

use std::sync::{Arc, RwLock};

use crate::domain::clock::Moment;
use crate::domain::id::{KeyId, PersonId};
use crate::vault::PublicKey;

/// Seconds a looked-up key is used without asking again.
const FRESH: i64 = 30;

/// Public half of a screening pair.
#[derive(Clone)]
pub(in crate::flows) struct ScreeningPublic {
    pub(in crate::flows) id: KeyId,
    pub(in crate::flows) epoch: u32,
    pub(in crate::flows) key: Arc<PublicKey>,
}

/// Custodians whose shares are sealed now.
#[derive(Clone, Default)]
pub(in crate::flows) struct Custody {
    /// Number of the set; 0 when there is none.
    pub(in crate::flows) number: i32,
    pub(in crate::flows) members: Vec<(PersonId, Arc<PublicKey>)>,
}

impl Custody {
    /// Whether a strip can be left.
    pub(in crate::flows) fn is_open(&self) -> bool {
        self.members.len() > 1
    }

    /// A person's place in the set.
    pub(in crate::flows) fn position(&self, person: PersonId) -> Option<usize> {
        self.members.iter().position(|(id, _)| *id == person)
    }
}

/// What was looked up last, and when.
#[derive(Default)]
pub(in crate::flows) struct Shelf {
    pub(in crate::flows) screening: RwLock<Option<(Moment, ScreeningPublic)>>,
    pub(in crate::flows) custody: RwLock<Option<(Moment, Custody)>>,
}

pub(in crate::flows) fn shelved<T: Clone>(slot: &RwLock<Option<(Moment, T)>>, now: Moment) -> Option<T> {
    let slot = slot.read().ok()?;
    slot.as_ref().filter(|(at, _)| *at <= now && now < at.plus(FRESH)).map(|(_, value)| value.clone())
}

pub(in crate::flows) fn shelve<T>(slot: &RwLock<Option<(Moment, T)>>, now: Moment, value: T) {
    if let Ok(mut slot) = slot.write() {
        *slot = Some((now, value));
    }
}
