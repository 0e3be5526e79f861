//! What members of staff do with their accounts: be invited, sign in, prove again, unlock, hand keys on, keep them in order.

mod conflicts;
mod enrol;
mod keys;
mod manage;
mod own;
mod passkeys;
mod second;
mod session;
mod sets;
mod sign_in;

pub use conflicts::{add_conflict, conflicts, remove_conflict};
pub use enrol::{Enrolling, Invitation, accept, begin_enrolment, invitation};
pub use keys::{grant, waiting_for_key};
pub use manage::{Invited, disable, enable, invite, invite_again, list, set_roles};
pub use own::{ChangeRefusal, OwnAccount, OwnSession, change_passphrase, end_other_sessions, new_recovery_codes, own_account};
pub use passkeys::{OwnPasskey, PasskeyQuestion, add_passkey, ask_for_proof, remove_passkey};
pub use second::Second;
pub use session::{Session, session, sign_out, sweep};
pub use sets::{rotate_monthly, rotate_screening, screening_holders, start_anew};
pub use sign_in::{SignInRefusal, confirm, sign_in, unlock};

pub(in crate::flows) use keys::{Unlocked, unlocked};
