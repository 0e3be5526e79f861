//! Everything that rests: the files of a folder and, on PostgreSQL, the rows; and looking for words that must not be there.

use std::path::Path;

/// Every byte under a folder, file by file, and the rows of the database as text.
pub fn everything(url: &str, folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut places = vec![("rows".to_owned(), rows_as_text(url))];
    collect(folder, &mut places);
    places
}

/// None of the words stands anywhere, in whatever case.
pub fn assert_absent(places: &[(String, Vec<u8>)], words: &[&str], when: &str) {
    for (place, bytes) in places {
        for word in words {
            assert!(!bytes.windows(word.len()).any(|w| w.eq_ignore_ascii_case(word.as_bytes())), "{word} {when} in {place}");
        }
    }
}

fn collect(folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { collect(&path, files) } else { files.push((path.display().to_string(), std::fs::read(&path).expect("a file"))) }
    }
}

fn rows_as_text(url: &str) -> Vec<u8> {
    use diesel::{Connection as _, QueryableByName, RunQueryDsl as _, sql_query};
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        line: String,
    }
    if url.starts_with("sqlite") {
        return Vec::new();
    }
    let mut db = diesel::PgConnection::establish(url).expect("server");
    let names =
        "SELECT table_schema || '.' || table_name AS line FROM information_schema.tables WHERE table_schema IN ('public', 'keystore')";
    let tables: Vec<Row> = sql_query(names).load(&mut db).expect("tables");
    tables
        .iter()
        .flat_map(|t| {
            // Bytes are shown as text wherever they are printable, so that a plaintext inside a column would be seen.
            let rows: Vec<Row> = sql_query(format!("SELECT encode(convert_to(r::text, 'UTF8'), 'escape') AS line FROM {} AS r", t.line))
                .load(&mut db)
                .expect("rows");
            // A column of bytes is looked at as the bytes it holds: in its spelling, any few digits turn up by chance.
            let column = regex::Regex::new(r"\\+x([0-9a-f]+)").expect("pattern");
            rows.into_iter().flat_map(move |r| {
                let mut bytes = column.replace_all(&r.line, " ").into_owned().into_bytes();
                for found in column.captures_iter(&r.line) {
                    let digits = found.get(1).expect("digits").as_str().as_bytes();
                    bytes.extend(digits.chunks(2).filter_map(|p| u8::from_str_radix(std::str::from_utf8(p).ok()?, 16).ok()));
                }
                bytes
            })
        })
        .collect()
}
