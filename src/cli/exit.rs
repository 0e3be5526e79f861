//! From an error to an exit code and a sentence on standard error.

use std::process::ExitCode;

/// Bad input or usage: exit code 2. Everything else that fails is 1.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Bad(pub String);

/// Prints what went wrong, with its causes, and picks the code.
pub(super) fn code(done: anyhow::Result<ExitCode>) -> ExitCode {
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("candor: {error:#}");
            let bad = error.downcast_ref::<Bad>().is_some() || error.downcast_ref::<crate::config::Error>().is_some();
            ExitCode::from(if bad { 2 } else { 1 })
        }
    }
}

/// What a flow refused, as words for a terminal.
pub(super) fn explain(error: crate::flows::Error) -> anyhow::Error {
    use crate::flows::Error;
    let text = match error {
        Error::Denied | Error::NotFound => return Bad("not found".to_owned()).into(),
        Error::Invalid(problems) => {
            let fields: Vec<String> = problems.iter().map(|p| format!("{} ({})", p.field, p.key.trim_start_matches("problem-"))).collect();
            return Bad(format!("not accepted: {}", fields.join(", "))).into();
        }
        Error::Conflict("keys-missing") => "there are no keys yet: run `candor keys init`",
        Error::Conflict("keys-exist") => "the keys exist already",
        Error::Conflict("root-key-wrong") => "the root key file holds another key than the one this database was set up with",
        Error::Conflict("digest-month-open") => "that month is not over by seven days yet",
        Error::Conflict("digest-exists") => "that month has its digest already",
        Error::Conflict("digest-same-person") => "whoever prepared a digest cannot approve it, and it is approved once only",
        Error::Conflict("digest-refused") => "its figures, laid beside those of earlier digests, would give a small count away",
        Error::Conflict("digest-spent") => "noise has been drawn for that month once: it is not drawn again, restored database or not",
        Error::Conflict("digest-book") => {
            "the book of noise (noise.book, beside the audit anchors) is shorter than it was: put the newest one back"
        }
        Error::Conflict("digest-noise-preview") => "with noise a preview would be another draw: freeze the month to see it",
        Error::Conflict("export-month-open") => "the last month is not over by seven days yet",
        Error::Conflict("export-cut") => {
            "an earlier export holds some of these months but not all: export the same months again, or others"
        }
        Error::Conflict("export-too-few") => "too few people are known to work here, or too few reports are alike, for anything to leave",
        Error::Conflict("intake-not-open") => "no screener has set a pass-phrase yet, so there is no key to seal reports to",
        Error::Conflict("screening-held") => "somebody holds the screening key: they hand it on, on the screening desk",
        Error::Conflict("sealed") => "there is no root key: the command needs it",
        Error::Conflict("retention-quiet") => "no alarm stands: there is nothing to confirm",
        Error::Conflict(_) => "it was changed meanwhile: look again",
        Error::Unavailable => "the database is out of reach",
        Error::Broken(place) => return anyhow::anyhow!("something is broken: {place}"),
    };
    anyhow::anyhow!(text)
}
