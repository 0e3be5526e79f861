//! A letter that waits to be delivered, and what may become of it.
//!
//! Refuses a silent end: a letter is delivered, or it waits for its next attempt, or it lies visibly dead.

use super::clock::Moment;

/// Attempts before a letter is given up.
pub const ATTEMPTS_MAX: i32 = 8;
/// How long one worker may hold a letter, in seconds, before another may take it.
pub const LEASE: i64 = 120;

/// Where a letter stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterState {
    /// Waits for its next attempt.
    Waiting,
    /// Handed to the mail server or written to the folder.
    Sent,
    /// Given up; an operator has to look.
    Dead,
}

impl LetterState {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Dead => "dead",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Waiting, Self::Sent, Self::Dead].into_iter().find(|s| s.code() == code)
    }
}

/// Why an attempt failed, coarse enough to be kept: no server text, no address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// 4xx, broken connection, time-out: try again.
    Transient,
    /// 5xx: this address will not take it.
    Permanent,
    /// TLS refused, credentials refused, no server: nothing will go out until somebody mends the settings.
    Configuration,
}

impl Failure {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Transient => "transient",
            Self::Permanent => "permanent",
            Self::Configuration => "configuration",
        }
    }
}

/// When to try again after `attempts` failed attempts: 1, 2, 4 … minutes, at most 6 hours.
#[must_use]
pub fn next_attempt(now: Moment, attempts: i32) -> Moment {
    let doublings = u32::try_from(attempts.saturating_sub(1)).unwrap_or(0).min(9);
    now.plus((60_i64 << doublings).min(6 * 3600))
}

#[cfg(test)]
mod tests {
    use super::{Moment, next_attempt};

    #[test]
    fn waits_double_up_to_six_hours() {
        let waits: Vec<i64> = (1..=12).map(|n| next_attempt(Moment(0), n).0).collect();

        assert_eq!(waits.get(..4), Some([60, 120, 240, 480].as_slice()));
        assert_eq!(waits.last(), Some(&21_600));
    }
}
