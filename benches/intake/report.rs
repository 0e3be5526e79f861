//! Medians, the table, and the file that the next run compares with.

use std::collections::BTreeMap;
use std::path::Path;

/// Figures by database and name, in the order they were put.
#[derive(Default)]
pub struct Figures(Vec<(String, String, f64)>);

impl Figures {
    /// Notes one figure.
    pub fn put(&mut self, database: &str, name: &str, value: f64) {
        self.0.push((database.to_owned(), name.to_owned(), value));
    }
}

/// Middle value; 0 without values.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    quantile(&sorted, 0.5)
}

/// Value at a quantile of sorted values.
pub fn quantile(sorted: &[f64], q: f64) -> f64 {
    let at = ((sorted.len().saturating_sub(1)) as f64 * q).round() as usize;
    sorted.get(at).copied().unwrap_or(0.0)
}

/// What is aimed for, as printed beside the figure.
fn aim(database: &str, name: &str) -> &'static str {
    match (database, name) {
        ("sqlite", n) if n.contains(" 8 clients") => ">= 0.5",
        ("sqlite", n) if n.contains("32 clients / raw") => ">= 1",
        ("sqlite", n) if n.contains("64 clients") => ">= 3",
        ("postgres", n) if n.contains("64 clients") => ">= 2",
        (_, n) if n.starts_with("p99") => "<= 4",
        (_, n) if n.starts_with("CPU") => "<= 0.06",
        (_, "failures") => "0",
        _ => "",
    }
}

/// Prints the table and keeps it for the next run.
pub fn print(figures: &Figures, file: &Path) {
    let before: BTreeMap<String, f64> = std::fs::read_to_string(file).ok().and_then(|t| serde_json::from_str(&t).ok()).unwrap_or_default();
    println!("{:<9} {:<44} {:>9}  {:<8} against the previous run", "database", "figure (median of rounds)", "value", "aim");
    let mut now = BTreeMap::new();
    for (database, name, value) in &figures.0 {
        let key = format!("{database}: {name}");
        let change = match before.get(&key) {
            Some(old) if *old > 0.0 => format!("x {:.2}", value / old),
            Some(_) => "was 0".to_owned(),
            None => "no previous run".to_owned(),
        };
        println!("{database:<9} {name:<44} {value:>9.3}  {:<8} {change}", aim(database, name));
        now.insert(key, *value);
    }
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).expect("a folder");
    }
    std::fs::write(file, serde_json::to_string_pretty(&now).expect("figures")).expect("a file");
}
