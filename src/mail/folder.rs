//! Letters as `.eml` files in a folder, for trials, audits and sites that carry mail by hand.
//!
//! Refuses half a letter: a file appears whole under its name or not at all. The name comes from the Message-ID, so
//! the same letter delivered twice is one file. Files are readable by their owner only: they name a reader.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::domain::outbox::Failure;

/// Tells apart the unfinished files of threads that hold the same letter.
static UNFINISHED: AtomicU64 = AtomicU64::new(0);

/// Writes `message` under the name made from `message_id`.
///
/// # Errors
/// `Configuration` when the folder cannot be used at all, `Transient` for anything that may pass, such as a full disk.
pub(super) fn deliver(folder: &Path, message_id: &str, message: &[u8]) -> Result<(), Failure> {
    write(folder, message_id, message).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::PermissionDenied | ErrorKind::NotADirectory | ErrorKind::ReadOnlyFilesystem => {
            Failure::Configuration
        }
        _ => Failure::Transient,
    })
}

fn write(folder: &Path, message_id: &str, message: &[u8]) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    let name = safe_name(message_id);
    let number = UNFINISHED.fetch_add(1, Ordering::Relaxed);
    let unfinished = folder.join(format!(".{name}.{}-{number}.part", std::process::id()));
    let written = write_whole(&unfinished, message).and_then(|()| fs::rename(&unfinished, folder.join(format!("{name}.eml"))));
    if written.is_err() {
        // Best effort: the first error is the one worth reporting.
        let _ = fs::remove_file(&unfinished);
        return written;
    }
    // The rename itself is durable only once the folder is.
    File::open(folder)?.sync_all()
}

fn write_whole(path: &Path, message: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    file.write_all(message)?;
    file.sync_all()
}

/// A file name from a Message-ID: letters, digits, `@`, `-`, `_` and inner dots; everything else becomes `_`.
fn safe_name(message_id: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '@' | '-' | '_' | '.') { c } else { '_' };
    let name: String = message_id.chars().take(200).map(safe).collect();
    if name.starts_with('.') { format!("_{name}") } else { name }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    use super::{deliver, safe_name};
    use crate::domain::outbox::Failure;

    #[test]
    fn names_cannot_leave_the_folder() {
        assert_eq!(safe_name("ab12@example.org"), "ab12@example.org");
        assert_eq!(safe_name("../../etc/passwd"), "_.._.._etc_passwd");
        assert_eq!(safe_name("a/b\0c"), "a_b_c");
    }

    #[test]
    fn the_same_letter_twice_is_one_file() {
        let folder = tempfile::tempdir().expect("folder");
        let inner = folder.path().join("mail");

        deliver(&inner, "a@b", b"one").expect("first");
        deliver(&inner, "a@b", b"one").expect("second");

        let names: Vec<_> = fs::read_dir(&inner).expect("list").map(|e| e.expect("entry").file_name()).collect();
        assert_eq!(names, ["a@b.eml"]);
        assert_eq!(fs::read(inner.join("a@b.eml")).expect("read"), b"one");
        assert_eq!(fs::metadata(inner.join("a@b.eml")).expect("file").permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn a_folder_that_is_a_file_is_a_matter_of_settings() {
        let folder = tempfile::tempdir().expect("folder");
        let file = folder.path().join("mail");
        fs::write(&file, "").expect("file");

        assert_eq!(deliver(&file.join("in"), "a@b", b"one"), Err(Failure::Configuration));
    }
}
