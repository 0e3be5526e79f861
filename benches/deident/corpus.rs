//! The narratives of the development corpus as a reporter would have written them.
//!
//! Refuses a line that is not of the form described in `tests/corpus/README.md`.

use std::path::{Path, PathBuf};

use serde_json::Value;

/// One report without its marks.
pub struct Text {
    pub english: bool,
    pub plain: String,
}

/// All of them, in the order of the files' names.
pub fn read() -> Vec<Text> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).expect("the corpus").map(|e| e.expect("an entry").path()).collect();
    files.retain(|f| f.file_name().and_then(|n| n.to_str()).is_some_and(|n| n.starts_with("narratives") && n.ends_with(".jsonl")));
    files.sort();
    let whole: Vec<String> = files.iter().map(|f| std::fs::read_to_string(f).expect("a file of the corpus")).collect();
    whole.iter().flat_map(|w| w.lines()).filter(|l| !l.is_empty()).map(text).collect()
}

fn text(line: &str) -> Text {
    let record: Value = serde_json::from_str(line).expect("a record");
    let marked = record.get("marked").and_then(Value::as_str).expect("a marked text");
    Text { english: record.get("lang").and_then(Value::as_str) == Some("en"), plain: plain(marked) }
}

/// `[[KIND:text]]` leaves `text`.
fn plain(marked: &str) -> String {
    let mut parts = marked.split("[[");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (mark, rest) = part.split_once("]]").expect("a closed mark");
        let (_, inner) = mark.split_once(':').expect("a kind");
        plain.push_str(inner);
        plain.push_str(rest);
    }
    plain
}
