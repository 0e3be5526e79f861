//! Short letters of a few lines: the question whether somebody wants the digest, and the trial letter.
//!
//! Both have the same subject for everybody and carry no figure.

use super::letter::Content;
use crate::i18n::Words;

/// Asks a reader to confirm at `link`; says that doing nothing is an answer too.
#[must_use]
pub fn confirmation(words: &Words, organisation: &str, link: &str) -> Content {
    let said = |key: &str| words.with(key, &[("organisation", organisation)]);
    let text = [said("post-confirm-letter"), link.to_owned(), said("post-confirm-letter-else"), words.get("letter-no-reply")];
    Content::Note { subject: said("post-confirm-subject"), text: format!("{}\n", text.join("\n\n")) }
}

/// The letter that only shows whether letters arrive.
#[must_use]
pub fn trial(words: &Words, organisation: &str) -> Content {
    let said = |key: &str| words.with(key, &[("organisation", organisation)]);
    Content::Note {
        subject: said("post-trial-subject"),
        text: format!("{}\n\n{}\n", said("post-trial-letter"), words.get("letter-no-reply")),
    }
}
