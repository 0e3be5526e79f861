//! `pg_dump` and `pg_restore`, one schema at a time, for backup and restore of a PostgreSQL database.
//!
//! A password in the database address goes to them through the environment, where other users of the machine do not see it.

use std::io::Write as _;
use std::process::{Child, Command, Stdio};

use anyhow::{Context as _, Result, bail};

use crate::store::Half;

/// The address without its password, and the password.
fn apart(url: &str) -> (String, Option<String>) {
    let Some((scheme, rest)) = url.split_once("://") else { return (url.to_owned(), None) };
    let (authority, path) = rest.find(['/', '?']).map_or((rest, ""), |at| rest.split_at(at));
    match authority.rsplit_once('@').and_then(|(user, host)| Some((user.split_once(':')?, host))) {
        Some(((user, password), host)) => (format!("{scheme}://{user}@{host}{path}"), Some(decoded(password))),
        None => (url.to_owned(), None),
    }
}

/// Percent-decoding, as in the address.
fn decoded(text: &str) -> String {
    let (mut out, mut bytes) = (Vec::new(), text.bytes());
    while let Some(byte) = bytes.next() {
        let hex = |b: Option<u8>| b.and_then(|b| char::from(b).to_digit(16)).and_then(|d| u8::try_from(d).ok());
        match byte {
            b'%' => out.push(hex(bytes.next()).unwrap_or(0) << 4 | hex(bytes.next()).unwrap_or(0)),
            other => out.push(other),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn program(name: &str, url: &str) -> Command {
    let (address, password) = apart(url);
    let mut command = Command::new(name);
    command.arg(format!("--dbname={address}"));
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    command
}

fn started(command: &mut Command, name: &str) -> Result<Child> {
    command
        .spawn()
        .with_context(|| format!("{name} cannot be started: install PostgreSQL's client programs, of the server's version or newer"))
}

/// Dumps one half; `take` gets the stream.
pub(super) fn dump(url: &str, half: Half, take: impl FnOnce(std::process::ChildStdout) -> Result<()>) -> Result<()> {
    let which = match half {
        Half::Data => "--exclude-schema=keystore",
        Half::Keys => "--schema=keystore",
    };
    let mut command = program("pg_dump", url);
    command.args(["--format=custom", "--no-owner", "--no-privileges", which]).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut child = started(&mut command, "pg_dump")?;
    let stream = child.stdout.take().context("pg_dump has no output")?;
    let taken = take(stream);
    let ended = child.wait()?;
    taken?;
    if ended.success() { Ok(()) } else { bail!("pg_dump failed; the archive is not complete") }
}

/// Puts one half back in a single transaction; `give` writes the dump.
pub(super) fn restore(url: &str, give: impl FnOnce(&mut dyn FnMut(&[u8]) -> Result<()>) -> Result<()>) -> Result<()> {
    let mut command = program("pg_restore", url);
    command
        .args(["--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error"])
        .stdin(Stdio::piped());
    let mut child = started(&mut command, "pg_restore")?;
    let mut input = child.stdin.take().context("pg_restore has no input")?;
    let given = give(&mut |bytes| Ok(input.write_all(bytes)?));
    if given.is_err() {
        // What was read so far must not be taken for the whole.
        let _ = child.kill();
    }
    drop(input);
    let ended = child.wait()?;
    given?;
    if ended.success() { Ok(()) } else { bail!("pg_restore failed; nothing was changed by it") }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn a_password_leaves_the_address() {
        for (url, address, password) in [
            ("postgresql:///candor?host=/run", "postgresql:///candor?host=/run", None),
            ("postgresql://ann@db/candor", "postgresql://ann@db/candor", None),
            ("postgres://ann:p%40ss@db:5432/candor", "postgres://ann@db:5432/candor", Some("p@ss")),
        ] {
            assert_eq!(apart(url), (address.to_owned(), password.map(str::to_owned)));
        }
    }
}
