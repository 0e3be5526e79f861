//! The way out for a single letter, as a flow sees it. Refuses to know what is behind: that is put in when the service starts.

use crate::domain::outbox::Refusal;
use crate::mail::Letter;

/// Takes one letter out of the house now. The timers have the way; a flow only asks.
pub trait Postman: Send + Sync {
    /// Delivers `letter`, blocking.
    ///
    /// # Errors
    /// Why it did not leave.
    fn carry(&self, letter: &Letter) -> Result<(), Refusal>;
}
