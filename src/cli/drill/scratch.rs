//! A scratch instance in a temporary folder: its own database, root key, people and mail folder, gone when it is dropped.
//!
//! Refuses to share anything with an installation on this machine.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};

use crate::cli::demo::{everybody, fresh};
use crate::cli::wire;
use crate::config::{DEMO_AREAS, Deliver, Settings};
use crate::domain::clock::{Clock as _, DAY, FixedClock, Moment, SystemClock};
use crate::domain::period::Period;
use crate::domain::span::Pace;
use crate::flows::{Ctx, Demo};
use crate::vault::random_bytes;

/// The instance.
pub(super) struct Scratch {
    folder: Folder,
    /// For flows.
    pub(super) ctx: Ctx,
    /// Moved by the drill.
    pub(super) clock: Arc<FixedClock>,
    /// Its people.
    pub(super) people: Demo,
    /// The month in which everything happens; over by more than a week.
    pub(super) month: Period,
}

/// A private folder that goes when its owner does.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // Nothing in it is worth a second error; what stays behind is invented.
        let _ = fs::remove_dir_all(&self.0);
    }
}

impl Scratch {
    /// Makes it, with one month that is over.
    pub(super) fn make() -> Result<Self> {
        let name = u64::from_be_bytes(random_bytes());
        let folder = Folder(std::env::temp_dir().join(format!("candor-drill-{name:016x}")));
        wire::private_folder(&folder.0)?;
        let month = SystemClock.now().plus(-9 * DAY).period().previous();
        let (ctx, clock) = fresh(&settings(&folder.0)?, Moment::start_of(month))?;
        let people = everybody(&ctx)?;
        Ok(Self { folder, ctx, clock, people, month })
    }

    /// Every file of the instance with its bytes, the write-ahead log included.
    pub(super) fn files(&self) -> Result<Vec<(String, Vec<u8>)>> {
        let mut files = Vec::new();
        collect(&self.folder.0, &self.folder.0, &mut files)?;
        Ok(files)
    }
}

fn settings(folder: &Path) -> Result<Settings> {
    let mut settings = Settings::from_text("")?;
    settings.set_areas(DEMO_AREAS)?;
    settings.count_heads_in(SystemClock.now().period());
    settings.storage_url = format!("sqlite://{}", folder.join("candor.db").display());
    settings.keys.root_key_file = folder.join("root.key");
    settings.keys.audit_anchors_file = folder.join("audit.anchors");
    // The readers are invented: nobody would answer.
    settings.digest.confirm_readers = false;
    // The drill reads the letter of one month, however few reports it has.
    settings.digest.pace = Some(Pace::Month);
    settings.mail.deliver = Deliver::Folder(folder.join("mail"));
    settings.keys.passphrase_memory_kib = 19_456;
    settings.keys.passphrase_passes = 2;
    Ok(settings)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    for entry in fs::read_dir(folder).context("the scratch folder cannot be read")? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).display().to_string();
            files.push((name, fs::read(&path).context("a file of the scratch folder cannot be read")?));
        }
    }
    Ok(())
}
