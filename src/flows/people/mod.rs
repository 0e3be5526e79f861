//! What members of staff do with their accounts: be invited, sign in, unlock, hand keys on.

mod enrol;
mod keys;
mod manage;
mod session;
mod sets;
mod sign_in;

pub use enrol::{Enrolling, Invitation, accept, begin_enrolment, invitation};
pub use keys::{grant, waiting_for_key};
pub use manage::{Invited, disable, enable, invite, invite_again, list, set_roles};
pub use session::{Session, session, sign_out, sweep};
pub use sets::{rotate_monthly, rotate_screening, screening_holders, start_anew};
pub use sign_in::{SignInRefusal, sign_in, unlock};

pub(in crate::flows) use keys::{Unlocked, unlocked};
