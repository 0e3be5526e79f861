//! What Linux tells of a process in `/proc`: processor time and memory. A process is named by its number, or `self`.
//!
//! Refuses to guess: nothing where there is no `/proc`.

fn file(process: &str, name: &str) -> Option<String> {
    std::fs::read_to_string(format!("/proc/{process}/{name}")).ok()
}

/// User and system seconds so far.
pub fn cpu_seconds(process: &str) -> Option<f64> {
    let stat = file(process, "stat")?;
    let (_, rest) = stat.rsplit_once(") ")?;
    let ticks: f64 = rest.split(' ').skip(11).take(2).filter_map(|t| t.parse::<f64>().ok()).sum();
    // Linux counts in hundredths of a second for /proc on every architecture in use.
    Some(ticks / 100.0)
}

/// A line of `status` that counts memory: `VmRSS` is what is held now, `VmHWM` the most so far.
pub fn memory_mib(process: &str, name: &str) -> Option<f64> {
    let status = file(process, "status")?;
    let line = status.lines().find(|l| l.starts_with(name))?;
    let kib: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024.0)
}
