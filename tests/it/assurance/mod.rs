//! Checks of `docs/threat-model.md` by their ids: access control (AC), sessions and doors (SE).

mod access;
mod conflicts;
mod doors;
mod factors;
mod matrix;
mod roles;
mod sessions;
