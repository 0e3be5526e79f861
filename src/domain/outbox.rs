//! A letter that waits to be delivered, and what may become of it.
//!
//! Refuses a silent end: a letter is delivered, or it waits for its next attempt, or it lies visibly dead.

use super::clock::Moment;

/// Attempts before a letter is given up: with the waits below about five days, as RFC 5321 section 4.5.4.1 advises, so
/// that a mail server that is away for a long week-end loses nothing.
pub const ATTEMPTS_MAX: i32 = 30;
/// How long one worker may hold a letter, in seconds, before another may take it. Longer than the slowest delivery
/// (ten steps of at most `STEP_MAX` seconds), or two workers could send the same letter.
pub const LEASE: i64 = 900;
/// Longest time-out that may be set for one step of a delivery, in seconds.
pub const STEP_MAX: u64 = 60;
/// Seconds for which no letter is tried after the server could not be reached.
pub const SERVER_PAUSE: i64 = 60;
/// Digests in a row that have to come back before a reader whose address is not known to be gone gets no more.
pub const BOUNCES_MAX: usize = 3;
/// What stands as the failure of a letter that was taken and came back.
pub const BOUNCED: &str = "bounced";

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

/// How far a delivery came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reaching the server, or the folder.
    Connect,
    /// Encrypting the connection and checking the certificate.
    Encrypt,
    /// Signing in to the server.
    SignIn,
    /// Handing the letter over.
    Letter,
}

impl Stage {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Connect => "connect",
            Self::Encrypt => "encrypt",
            Self::SignIn => "sign-in",
            Self::Letter => "letter",
        }
    }
}

/// Why a letter did not leave. The server's words are for whoever sends a trial letter; they are never logged or kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What it means for the next attempt.
    pub failure: Failure,
    /// Where it happened.
    pub stage: Stage,
    /// What the other side said; blank when it said nothing.
    pub said: String,
}

impl Refusal {
    /// A refusal without words.
    #[must_use]
    pub const fn silent(failure: Failure, stage: Stage) -> Self {
        Self { failure, stage, said: String::new() }
    }
}

impl std::fmt::Debug for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Refusal({}, {})", self.failure.code(), self.stage.code())
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
    use super::{ATTEMPTS_MAX, Moment, next_attempt};

    #[test]
    fn waits_double_up_to_six_hours() {
        let waits: Vec<i64> = (1..=12).map(|n| next_attempt(Moment(0), n).0).collect();

        assert_eq!(waits.get(..4), Some([60, 120, 240, 480].as_slice()));
        assert_eq!(waits.last(), Some(&21_600));
    }

    #[test]
    fn du_08_a_letter_outlives_a_server_that_is_away_for_three_days() {
        let given_up = (1..ATTEMPTS_MAX).fold(Moment(0), next_attempt);

        assert!(given_up.0 > 4 * 86_400 && given_up.0 < 7 * 86_400, "{given_up:?}");
    }
}
