//! Once a day the end of the audit chain is noted in a file outside the database.
//!
//! Refuses to change a line that is there: the file only grows.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use super::audit;
use super::ctx::Ctx;
use super::error::Error;
use crate::domain::audit::Anchor;

/// Every anchor in a file, oldest first; lines that are none are passed over. No file, no anchors.
#[must_use]
pub fn anchors_in(path: &Path) -> Vec<Anchor> {
    std::fs::read_to_string(path).map(|text| text.lines().filter_map(Anchor::parse).collect()).unwrap_or_default()
}

/// What was noted so far where the settings say.
#[must_use]
pub fn noted(ctx: &Ctx) -> Vec<Anchor> {
    anchors_in(&ctx.settings.keys.audit_anchors_file)
}

/// Notes today's anchor unless it is there.
///
/// # Errors
/// `Unavailable`; `Broken` when the file cannot be written.
pub fn note_anchor(ctx: &Ctx) -> Result<(), Error> {
    let path = &ctx.settings.keys.audit_anchors_file;
    if anchors_in(path).last().is_some_and(|last| last.day >= ctx.now().day()) {
        return Ok(());
    }
    let line = audit::anchor(ctx)?.spelled();
    if let Some(folder) = path.parent() {
        // Where it cannot be made, opening the file says so.
        let _ = std::fs::create_dir_all(folder);
    }
    let written = OpenOptions::new().append(true).create(true).mode(0o600).open(path).and_then(|mut file| {
        writeln!(file, "{line}")?;
        file.sync_all()
    });
    written.map_err(|_| Error::Broken("the audit anchor cannot be written"))
}
