//! The real program as a process of its own, on an installation that has its keys and a screener.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// A running process; whatever it says on standard error is kept in `service.log` beside its settings.
pub struct Service {
    child: Child,
    /// `http://127.0.0.1:PORT`.
    pub base: String,
}

impl Service {
    /// Starts it and waits until it says where it listens.
    pub fn start(config: &Path) -> Self {
        Self::start_saying(config, "warn,candor=info")
    }

    /// The same with another level of talk on standard error.
    pub fn start_saying(config: &Path, level: &str) -> Self {
        Self::start_command(Command::new(env!("CARGO_BIN_EXE_candor")), config, level)
    }

    /// Starts it under a program that watches it and is not its parent.
    pub fn start_watched(mut watcher: Command, config: &Path) -> Self {
        watcher.arg(env!("CARGO_BIN_EXE_candor"));
        Self::start_command(watcher, config, "warn,candor=info")
    }

    /// Its process.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    fn start_command(mut command: Command, config: &Path, level: &str) -> Self {
        let log = File::options().create(true).append(true).open(config.with_file_name("service.log")).expect("a log");
        let mut child = command
            .args(["serve", "--listen", "127.0.0.1:0", "--config"])
            .arg(config)
            .env("RUST_LOG", level)
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the program starts");
        let lines = BufReader::new(child.stdout.take().expect("output")).lines();
        let base = lines
            .map_while(Result::ok)
            .find_map(|line| line.split_once("listens on ").map(|(_, rest)| rest.split(' ').next().expect("an address").to_owned()))
            .expect("the program says where it listens");
        Self { child, base }
    }

    /// `kill -9`.
    pub fn kill(mut self) {
        self.child.kill().expect("kill -9");
        self.child.wait().expect("gone");
    }
}
