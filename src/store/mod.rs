//! Keeps and finds; cannot read what is sealed.
//!
//! Doors: `Store::read`, `Store::write` with a permit (commits an audit entry with the change) and `Store::tend` for
//! housekeeping; for reporters `Store::take_in` and `Store::speak`. Refuses plaintext narratives by type:
//! it is handed envelopes, digests and codes. Does not know the vault.

mod audit;
mod bursts;
mod cases;
mod ceremonies;
mod chain;
mod conflicts;
mod conn;
mod copies;
mod counts;
mod custody;
mod dialect;
mod dictionary;
mod digests;
mod dossier;
mod error;
mod exports;
mod factors;
mod fulltext;
mod group;
mod intake;
mod keys;
mod learning;
mod leases;
mod messages;
mod migrate;
mod outbox;
mod people;
mod readers;
mod retention;
mod schema;
mod schema_check;
mod screening;
mod sealed;
mod sessions;
mod taking;
mod tidy;
mod tx;

pub use audit::{AuditLine, Cut, cut_before, entries_of, head, link_at, oldest, recent, verify};
pub use cases::{CaseFilter, CasePage, CaseRow, TriageChange};
pub use ceremonies::{CeremonyKind, OpenStrip};
pub use conn::{Address, Backend, Durability, keystore_path};
pub use copies::{Half, copy_into, is_in_use, is_sound};
pub use counts::Count;
pub use custody::{Destroyed, Member, ReportKeys};
pub use dictionary::SealedList;
pub use digests::Queue;
pub use dossier::{DeadKeys, Dossier, KeysOfWithdrawn};
pub use error::Error;
pub use exports::Exportable;
pub use factors::PasskeyRow;
pub use fulltext::FoundPage;
pub use intake::MovePlan;
pub use keys::KeyRow;
pub use learning::{LearningKind, LearningRow, Publicity};
pub use leases::claim as claim_lease;
pub use messages::{AddendumRow, Addressee, MessageRow, NewMessage};
pub use migrate::{SchemaState, migrate, schema_state};
pub use outbox::{DueLetter, OutboxTally, SentLetter};
pub use people::{Account, Enrolment, NewPerson};
pub use readers::ReaderRow;
pub use retention::Purged;
pub use schema_check::{expected_columns, tables_in};
pub use screening::{ProposalRow, RawRow};
pub use sealed::{SealedColumn, SealedRow};
pub use sessions::{SessionLine, SessionRow};
pub use tidy::Tidy;
pub use tx::{Reader, Speaking, Store, Tending, Writer};
