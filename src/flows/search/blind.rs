//! Words to digests: the only place where a stem meets the key of the index.
//!
//! Every digest names the language of its text, so that a query is read by the rules of the text it meets.

use crate::deident::guess_language;
use crate::domain::blind::{BlindPhrase, BlindQuery, BlindReading, BlindWord};
use crate::domain::contact::Language;
use crate::flows::ctx::Ctx;
use crate::flows::error::Error;
use crate::search::{Reading, words};
use crate::vault::BlindKey;

fn key(ctx: &Ctx) -> Result<BlindKey, Error> {
    Ok(BlindKey::of(&ctx.keyring.opened()?.lookup))
}

fn blind(key: &BlindKey, language: Language, stem: &str) -> BlindWord {
    BlindWord::from_bytes(key.digest(language.tag(), stem))
}

/// The words of a released text for the index, in the order of the text.
///
/// # Errors
/// `Conflict("sealed")`.
pub(in crate::flows) fn blind_words(ctx: &Ctx, text: &str) -> Result<Vec<BlindWord>, Error> {
    let (key, language) = (key(ctx)?, guess_language(text));
    Ok(words(text, language).iter().map(|word| blind(&key, language, &word.stem)).collect())
}

/// A query for the index.
///
/// # Errors
/// `Conflict("sealed")`.
pub(super) fn blind_query(ctx: &Ctx, readings: &[Reading]) -> Result<BlindQuery, Error> {
    let key = key(ctx)?;
    let side = |language: Language, phrases: &[Vec<String>]| -> Vec<BlindPhrase> {
        phrases.iter().map(|phrase| phrase.iter().map(|stem| blind(&key, language, stem)).collect()).collect()
    };
    let reading = |r: &Reading| BlindReading { wanted: side(r.language, &r.wanted), unwanted: side(r.language, &r.unwanted) };
    Ok(readings.iter().map(reading).collect())
}
