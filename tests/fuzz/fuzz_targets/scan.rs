//! Any bytes, read as a report of up to 64 KiB: whatever they are, the spans are sound.
//!
//! Refuses to judge what was found, only whether it holds together.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../it/support/sound.rs"]
mod sound;

fuzz_target!(|bytes: &[u8]| {
    let bytes = &bytes[..bytes.len().min(sound::LONGEST)];
    sound::assert_sound(&String::from_utf8_lossy(bytes));
});
