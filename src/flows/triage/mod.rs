//! What analysts do with released reports: find, read, code, grade, summarise, move on.

mod case;
mod list;

pub use crate::store::CaseFilter;
pub(in crate::flows) use case::seal_synopsis;
pub use case::{Case, Change, code, read};
pub use list::{CaseCard, List, list, tally};
