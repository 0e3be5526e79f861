//! Microsoft Presidio as a process: the texts go in, its pace comes out.
//!
//! Gives it one thread and no network. Refuses to guess: whatever goes wrong is told in one line.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

use crate::Pace;

/// One thread for each of the libraries that could take more, and no list of domains from the network.
const SURROUNDINGS: [(&str, &str); 5] = [
    ("OMP_NUM_THREADS", "1"),
    ("OPENBLAS_NUM_THREADS", "1"),
    ("MKL_NUM_THREADS", "1"),
    ("BLIS_NUM_THREADS", "1"),
    ("TLDEXTRACT_PUBLIC_SUFFIX_LIST_URLS", ""),
];

/// What `presidio.py` says.
pub struct Measured {
    pub pace: Pace,
    pub version: String,
    pub model: String,
}

/// Runs `presidio.py` over the texts.
pub fn run(python: &str, texts: &[&str], each: Duration) -> Result<Measured, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/deident/presidio.py");
    let mut child = Command::new(python)
        .arg(script)
        .arg(each.as_secs_f64().to_string())
        .envs(SURROUNDINGS)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("{python} does not start: {e}"))?;
    let sent = serde_json::to_string(texts).expect("texts");
    // A script that ends early tells why on its error output; its status is looked at below.
    let _ = child.stdin.take().expect("input").write_all(sent.as_bytes());
    let out = child.wait_with_output().map_err(|e| e.to_string())?;
    if !out.status.success() {
        return Err(format!("its script ended with {}", out.status));
    }
    read(&String::from_utf8_lossy(&out.stdout)).ok_or_else(|| "its script gave no figures".to_owned())
}

fn read(output: &str) -> Option<Measured> {
    let said: Value = serde_json::from_str(output.lines().last()?).ok()?;
    let count = |name: &str| said.get(name)?.as_u64().and_then(|n| usize::try_from(n).ok());
    let words = |name: &str| said.get(name)?.as_str().map(str::to_owned);
    let pace = Pace { documents: count("documents")?, bytes: count("bytes")?, seconds: said.get("seconds")?.as_f64()? };
    Some(Measured { pace, version: words("version")?, model: words("model")? })
}
