//! Archives on disk: sealed while they are written, named by kind and time, pruned by age. Nothing readable touches a disk that
//! is not the data's own.
//!
//! Refuses to overwrite an archive, and to delete a file whose name it did not make.

use std::fs::{self, File, OpenOptions};
use std::io::{BufReader, Read, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::exit::Bad;
use crate::domain::clock::{DAY, Moment};
use crate::store::Half;
use crate::vault::age::{CHUNK, HEADER_MAX, Identity, Recipient, SEALED_CHUNK, begin_opening, begin_sealing};
use crate::vault::random_bytes;

const fn kind(half: Half) -> &'static str {
    match half {
        Half::Data => "data",
        Half::Keys => "keys",
    }
}

/// `candor-data-2026-11-26T1015.age`.
fn name(half: Half, now: Moment) -> String {
    format!("candor-{}-{}.age", kind(half), now.to_minute().replace(' ', "T").replace(':', ""))
}

/// The day in a name that `name` made.
fn day_of(half: Half, file: &str) -> Option<i32> {
    let date = file.strip_prefix(&format!("candor-{}-", kind(half)))?.strip_suffix(".age")?.split_once('T')?.0;
    // A name is compared with the days of the last years only: further back it is nobody's archive.
    let matches = |day: &i32| Moment::of_day(*day).date().to_string() == date;
    (18_262..40_000).find(matches)
}

/// Where an archive goes: the path itself, or a name of its own in a folder.
pub(super) fn place(half: Half, path: &Path, now: Moment) -> Result<PathBuf> {
    let file = if path.is_dir() { path.join(name(half, now)) } else { path.to_owned() };
    if file.exists() {
        return Err(Bad(format!("{} exists already", file.display())).into());
    }
    Ok(file)
}

/// Deletes this kind's archives in `folder` that are older than `days`; says how many.
pub(super) fn prune(half: Half, folder: &Path, now: Moment, days: i32) -> Result<usize> {
    let mut gone = 0;
    for entry in fs::read_dir(folder).with_context(|| format!("cannot look into {}", folder.display()))? {
        let entry = entry?;
        let old =
            entry.file_name().to_str().and_then(|file| day_of(half, file)).is_some_and(|day| day < now.plus(-DAY * i64::from(days)).day());
        if old {
            fs::remove_file(entry.path()).with_context(|| format!("cannot delete {}", entry.path().display()))?;
            gone += 1;
        }
    }
    Ok(gone)
}

fn private(path: &Path) -> Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).with_context(|| format!("cannot make {}", path.display()))
}

/// Reads up to `size` bytes, fewer only at the end.
fn piece(from: &mut impl Read, size: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(size);
    from.take(u64::try_from(size)?).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Seals everything `from` gives into a new file, which has its name only when it is complete and on the disk.
pub(super) fn seal(from: impl Read, to: &Recipient, file: &Path) -> Result<()> {
    let partial = file.with_extension("partial");
    let (header, mut stream) = begin_sealing(to).map_err(|_| Bad("the recipient's key is not a good one".to_owned()))?;
    let mut out = private(&partial)?;
    out.write_all(&header)?;
    let mut from = BufReader::with_capacity(CHUNK, from);
    let mut chunk = piece(&mut from, CHUNK)?;
    loop {
        let next = piece(&mut from, CHUNK)?;
        let last = next.is_empty();
        out.write_all(&stream.seal(&chunk, last).context("the archive cannot be sealed")?)?;
        if last {
            break;
        }
        chunk = next;
    }
    out.sync_all()?;
    fs::rename(&partial, file)?;
    Ok(())
}

/// Opens an archive and hands its bytes on, piece by piece. Every piece is checked before it is handed on.
pub(super) fn open(file: &Path, with: &Identity, to: &mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()> {
    let shown = file.display();
    let mut from = BufReader::with_capacity(CHUNK, File::open(file).with_context(|| format!("cannot read {shown}"))?);
    let mut ahead = piece(&mut from, HEADER_MAX)?;
    let (header, mut stream) = begin_opening(with, &ahead).with_context(|| format!("{shown} does not open with this identity"))?;
    ahead.drain(..header);
    ahead.extend(piece(&mut from, SEALED_CHUNK - ahead.len())?);
    loop {
        let next = piece(&mut from, SEALED_CHUNK)?;
        let last = next.is_empty();
        let plain = stream.open(&ahead, last).with_context(|| format!("{shown} is damaged or cut off"))?;
        to(&plain)?;
        if last {
            return Ok(());
        }
        ahead = next;
    }
}

/// Opens an archive into a new private file.
pub(super) fn open_into(file: &Path, with: &Identity, target: &Path) -> Result<()> {
    let mut out = private(target)?;
    open(file, with, &mut |bytes| Ok(out.write_all(bytes)?))?;
    Ok(out.sync_all()?)
}

/// Reads the identity that opens archives.
pub(super) fn identity(file: &Path) -> Result<Identity> {
    let text = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    match Identity::parse(&text) {
        Ok(identity) => Ok(identity),
        Err(_) => bail!("{} holds no age identity (AGE-SECRET-KEY-1…)", file.display()),
    }
}

/// A private folder beside the data, gone when its owner is: the copies in it are as readable as the data itself.
pub(super) struct Workbench(PathBuf);

impl Workbench {
    pub(super) fn beside(data: &Path) -> Result<Self> {
        let folder = data.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
        let name = u64::from_be_bytes(random_bytes());
        let bench = Self(folder.join(format!(".candor-copy-{name:016x}")));
        super::wire::private_folder(&bench.0)?;
        Ok(bench)
    }

    /// An empty private file in it.
    pub(super) fn file(&self, name: &str) -> Result<PathBuf> {
        let path = self.0.join(name);
        private(&path)?;
        Ok(path)
    }

    /// The path of a file in it that is not there yet.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Workbench {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            eprintln!("candor: {} could not be removed: {error}", self.0.display());
        }
    }
}
