//! Holds `schema.rs` against what a database really has, so that neither the two migration trees nor the code drift.

use super::error::Error;
use super::tx::Store;

const SCHEMA: &str = include_str!("schema.rs");

/// Every table and column that the code knows, as (table, column), sorted.
#[must_use]
pub fn expected_columns() -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut table = None;
    for line in SCHEMA.lines() {
        let line = line.trim();
        if line.starts_with("diesel::") {
            continue;
        }
        if let Some((column, _)) = line.split_once(" -> ") {
            all.extend(table.map(|t: &str| (t.to_owned(), column.to_owned())));
        } else if line.ends_with('{') && line.contains(" (") {
            table = line.split_once(' ').map(|(name, _)| name); // `keystore.keys` keeps its schema
        }
    }
    all.sort();
    all
}

/// Whether the database has exactly these tables and columns.
///
/// # Errors
/// `Unavailable`.
pub fn tables_in(store: &Store) -> Result<bool, Error> {
    let mut present = store.columns()?;
    present.sort();
    Ok(present == expected_columns())
}

#[cfg(test)]
mod tests {
    use super::expected_columns;

    #[test]
    fn the_schema_file_is_read() {
        let columns = expected_columns();

        assert!(columns.contains(&("intake".to_owned(), "receipt".to_owned())));
        assert!(columns.contains(&("keystore.key_wraps".to_owned(), "holder".to_owned())));
        assert!(columns.len() > 90, "{}", columns.len());
    }
}
