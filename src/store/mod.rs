//! Keeps and finds; cannot read what is sealed.
//!
//! Three doors: `Store::read`, `Store::write` with a permit (commits an audit entry with the change) and
//! `Store::tend` for housekeeping; beside them `Store::take_in` for submissions. Refuses plaintext narratives by type:
//! it is handed envelopes, digests and codes. Does not know the vault.

mod audit;
mod cases;
mod ceremonies;
mod chain;
mod conn;
mod counts;
mod custody;
mod dialect;
mod dictionary;
mod digests;
mod error;
mod fulltext;
mod group;
mod intake;
mod keys;
mod leases;
mod migrate;
mod outbox;
mod people;
mod readers;
mod schema;
mod schema_check;
mod screening;
mod sessions;
mod taking;
mod tx;

pub use audit::{AuditLine, entries_of, head, link_at, oldest, recent, verify};
pub use cases::{CaseFilter, CasePage, CaseRow, TriageChange};
pub use ceremonies::{CeremonyKind, OpenStrip};
pub use conn::{Address, Backend, Durability, keystore_path};
pub use counts::Count;
pub use custody::{Destroyed, Member, ReportKeys};
pub use dictionary::SealedList;
pub use error::Error;
pub use fulltext::FoundPage;
pub use intake::MovePlan;
pub use keys::KeyRow;
pub use leases::claim as claim_lease;
pub use migrate::{SchemaState, migrate, schema_state};
pub use outbox::{DueLetter, OutboxTally, SentLetter};
pub use people::{Account, Enrolment, NewPerson};
pub use readers::ReaderRow;
pub use schema_check::{expected_columns, tables_in};
pub use screening::{ProposalRow, RawRow};
pub use sessions::SessionRow;
pub use tx::{Reader, Store, Tending, Writer};
