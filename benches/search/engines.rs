//! The two full-text indexes, asked directly: rank, count, the best 25.

use std::collections::BTreeMap;
use std::path::Path;

use candor::deident::guess_language;
use candor::search::{Query, words};
use diesel::connection::SimpleConnection as _;
use diesel::sql_types::{BigInt, Double, Text};
use diesel::{Connection as _, QueryableByName, RunQueryDsl as _, SqliteConnection, sql_query};

#[derive(QueryableByName)]
struct Ranked {
    #[diesel(sql_type = BigInt)]
    place: i64,
    #[diesel(sql_type = Double)]
    score: f64,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    words: String,
}

fn best(db: &mut SqliteConnection, query: &str) -> (Vec<(i64, f64)>, i64) {
    let total: Number =
        sql_query("SELECT count(*) AS n FROM fulltext WHERE fulltext MATCH $1").bind::<Text, _>(query).get_result(db).expect("a count");
    let ranked = "SELECT rowid AS place, -bm25(fulltext) AS score FROM fulltext WHERE fulltext MATCH $1 ORDER BY 2 DESC, 1 LIMIT 25";
    let rows: Vec<Ranked> = sql_query(ranked).bind::<Text, _>(query).load(db).expect("rows");
    (rows.into_iter().map(|r| (r.place, r.score)).collect(), total.n)
}

fn index_mib(db: &mut SqliteConnection) -> f64 {
    let size: Number = sql_query("SELECT sum(length(block)) AS n FROM fulltext_data").get_result(db).expect("a size");
    size.n as f64 / f64::from(1 << 20)
}

/// Readable words under SQLite's own tokeniser and stemmer.
pub struct Plain(SqliteConnection);

impl Plain {
    /// Indexes the texts.
    pub fn new(file: &Path, texts: &[String]) -> Self {
        let mut db = SqliteConnection::establish(&file.display().to_string()).expect("a file");
        db.batch_execute(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
             CREATE VIRTUAL TABLE fulltext USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 2')",
        )
        .expect("a table");
        // One transaction a text, as a release is one: the index is made of as many pieces as the other.
        for text in texts {
            sql_query("INSERT INTO fulltext (words) VALUES ($1)").bind::<Text, _>(text).execute(&mut db).expect("a row");
        }
        Self(db)
    }

    /// Rank and count.
    pub fn best(&mut self, query: &str) -> (Vec<(i64, f64)>, i64) {
        best(&mut self.0, query)
    }

    /// The same with the engine's own marked excerpts.
    pub fn page(&mut self, query: &str) -> (Vec<String>, i64) {
        let total = best(&mut self.0, query).1;
        let ranked = "SELECT snippet(fulltext, 0, '<mark>', '</mark>', '…', 40) AS words FROM fulltext WHERE fulltext MATCH $1
                      ORDER BY bm25(fulltext) LIMIT 25";
        let rows: Vec<Line> = sql_query(ranked).bind::<Text, _>(query).load(&mut self.0).expect("rows");
        (rows.into_iter().map(|r| r.words).collect(), total)
    }

    /// Size of the index without the texts.
    pub fn index_mib(&mut self) -> f64 {
        index_mib(&mut self.0)
    }
}

/// The index of the installation, read beside it. The bench knows the texts, so it can tell which digest stands for which stem.
pub struct Blind {
    db: SqliteConnection,
    digests: BTreeMap<(String, String), String>,
}

impl Blind {
    /// Learns the digests: a text and its row have the same number of words in the same order.
    pub fn new(database: &Path, texts: &[String]) -> Self {
        let mut db = SqliteConnection::establish(&database.display().to_string()).expect("a file");
        let rows: Vec<Line> = sql_query("SELECT words FROM fulltext").load(&mut db).expect("rows");
        let shape = |keys: &[&str]| -> Vec<usize> { keys.iter().map(|k| keys.iter().position(|o| o == k).unwrap_or(0)).collect() };
        let rows: BTreeMap<Vec<usize>, Vec<String>> = rows
            .iter()
            .map(|row| row.words.split(' ').collect::<Vec<_>>())
            .map(|row| (shape(&row), row.iter().map(|w| (*w).to_owned()).collect()))
            .collect();
        let mut digests = BTreeMap::new();
        for text in texts {
            let language = guess_language(text);
            let stems = words(text, language);
            let keys: Vec<&str> = stems.iter().map(|w| w.stem.as_str()).collect();
            if let Some(row) = rows.get(&shape(&keys)) {
                digests.extend(keys.iter().zip(row).map(|(stem, word)| ((language.tag().to_owned(), (*stem).to_owned()), word.clone())));
            }
        }
        Self { db, digests }
    }

    /// Rank and count.
    pub fn best(&mut self, typed: &str) -> (Vec<(i64, f64)>, i64) {
        let mut readings = Vec::new();
        for reading in Query::parse(typed).readings() {
            let digest = |stem: &String| {
                let known = self.digests.get(&(reading.language.tag().to_owned(), stem.clone()));
                known.cloned().unwrap_or_else(|| "aaaaaaaaaaaaa".to_owned())
            };
            let side = |phrases: &[Vec<String>], between: &str| {
                let phrase = |p: &Vec<String>| format!("\"{}\"", p.iter().map(digest).collect::<Vec<_>>().join(" "));
                phrases.iter().map(phrase).collect::<Vec<_>>().join(between)
            };
            let (wanted, unwanted) = (side(&reading.wanted, " AND "), side(&reading.unwanted, " OR "));
            readings.push(if unwanted.is_empty() { format!("({wanted})") } else { format!("(({wanted}) NOT ({unwanted}))") });
        }
        best(&mut self.db, &readings.join(" OR "))
    }

    /// Size of the index without the rows of digests.
    pub fn index_mib(&mut self) -> f64 {
        index_mib(&mut self.db)
    }
}
