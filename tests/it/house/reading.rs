//! Takes a source file apart: its imports with braces expanded, its code without comments and strings, its length.
//!
//! Refuses to be a parser: it relies on formatted source, which the check before it has made sure of.

/// One source file, taken apart.
pub(super) struct Source {
    /// Below `src/`, with forward slashes.
    pub(super) path: String,
    pub(super) text: String,
    /// Every path of every `use`, braces expanded, and whether the line starts with `pub`.
    pub(super) uses: Vec<(String, bool)>,
    /// The code without comments, strings and `use` lines.
    pub(super) code: String,
    /// The same without inline tests: length, imports, code.
    pub(super) lines: usize,
    pub(super) shipped_uses: Vec<(String, bool)>,
    pub(super) shipped_code: String,
}

impl Source {
    pub(super) fn new(path: &str, text: &str) -> Self {
        let shipped = without_tests(text);
        let (uses, code) = take_uses(&bare(text));
        let (shipped_uses, shipped_code) = take_uses(&bare(&shipped));
        Self { path: path.to_owned(), text: text.to_owned(), uses, code, lines: shipped.lines().count(), shipped_uses, shipped_code }
    }

    /// The same file, known to be tests only.
    pub(super) fn without_shipped(self) -> Self {
        Self { lines: 0, shipped_uses: Vec::new(), shipped_code: String::new(), ..self }
    }

    pub(super) fn room(&self) -> &str {
        self.path.split('/').next().map_or("", |first| first.trim_end_matches(".rs"))
    }

    /// `flows::intake::submit` for `flows/intake/submit.rs`, `flows` for `flows/mod.rs`.
    pub(super) fn module(&self) -> String {
        self.path.trim_end_matches(".rs").trim_end_matches("/mod").replace('/', "::")
    }

    /// Every path that starts at `root`, imported or written out.
    pub(super) fn paths_from(&self, root: &str) -> Vec<String> {
        let start = format!("{root}::");
        let imported = self.uses.iter().map(|(path, _)| path.clone()).filter(|path| path.starts_with(&start));
        imported.chain(written_paths(&self.code, root)).collect()
    }
}

/// The text up to the inline tests.
fn without_tests(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let starts_tests = |pair: &[&str]| pair[0].starts_with("#[cfg(test)]") && pair[1].starts_with("mod ") && pair[1].ends_with('{');
    let end = lines.windows(2).position(starts_tests).unwrap_or(lines.len());
    lines.iter().take(end).flat_map(|line| [line, "\n"]).collect()
}

/// Modules of this file that exist for tests only: `#[cfg(test)]` over `mod name;`.
pub(super) fn test_modules(source: &Source) -> Vec<String> {
    let lines: Vec<&str> = source.text.lines().map(str::trim).collect();
    let marked =
        lines.windows(2).filter(|pair| pair[0] == "#[cfg(test)]").filter_map(|pair| pair[1].strip_prefix("mod ")?.strip_suffix(';'));
    marked.map(|name| format!("{}::{name}", source.module())).collect()
}

/// The code with comments, strings and character literals blanked out, line ends kept.
fn bare(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut i = 0;
    while i < chars.len() {
        let end = literal_end(&chars, i);
        if end > i {
            out.extend(chars[i..end].iter().filter(|c| **c == '\n'));
            out.push(' ');
            i = end;
        } else {
            out.push(chars[i]);
            i += 1;
        }
    }
    out
}

/// Where the comment, string or character that starts at `i` ends; `i` itself when none starts there.
fn literal_end(chars: &[char], i: usize) -> usize {
    let at = |j: usize| chars.get(j).copied().unwrap_or('\0');
    let until = |from: usize, done: &dyn Fn(usize) -> bool| (from..chars.len()).find(|j| done(*j)).unwrap_or(chars.len());
    match (at(i), at(i + 1), at(i + 2)) {
        ('/', '/', _) => until(i, &|j| at(j) == '\n'),
        ('/', '*', _) => (until(i + 2, &|j| at(j) == '*' && at(j + 1) == '/') + 2).min(chars.len()),
        ('r', '"' | '#', next)
            if (at(i + 1) == '"' || next == '"' || next == '#') && (i == 0 || !is_word(at(i - 1)) || at(i - 1) == 'b') =>
        {
            let hashes = (i + 1..chars.len()).take_while(|j| at(*j) == '#').count();
            let closes = |j: usize| at(j) == '"' && (1..=hashes).all(|h| at(j + h) == '#');
            (until(i + hashes + 2, &closes) + hashes + 1).min(chars.len())
        }
        ('"', ..) => {
            let mut j = i + 1;
            while j < chars.len() && at(j) != '"' {
                j += if at(j) == '\\' { 2 } else { 1 };
            }
            (j + 1).min(chars.len())
        }
        ('\'', '\\', _) => (until(i + 3, &|j| at(j) == '\'') + 1).min(chars.len()),
        ('\'', _, '\'') => i + 3,
        _ => i,
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Parts the code into its imports and the rest.
fn take_uses(code: &str) -> (Vec<(String, bool)>, String) {
    let (mut uses, mut rest, mut open) = (Vec::new(), String::new(), String::new());
    for line in code.lines() {
        let bare = line.trim();
        let visible = bare.starts_with("pub");
        let starts = bare.starts_with("use ") || (visible && bare.split_once(" use ").is_some_and(|(before, _)| !before.contains(' ')));
        if !open.is_empty() || starts {
            open.push_str(bare);
            open.push(' ');
        } else {
            rest.push_str(line);
            rest.push('\n');
        }
        if open.contains(';') {
            let is_public = open.starts_with("pub");
            let tree = open.split_once("use ").map_or("", |(_, tree)| tree).split(';').next().unwrap_or_default().to_owned();
            uses.extend(expand(&tree).into_iter().map(|path| (path, is_public)));
            open.clear();
        }
    }
    (uses, rest)
}

/// `a::{b, c::{d, e as f}}` as `a::b`, `a::c::d`, `a::c::e`.
fn expand(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((prefix, inner)) = tree.split_once('{') else {
        let path = tree.split(" as ").next().unwrap_or_default().trim();
        return if path.is_empty() { Vec::new() } else { vec![path.to_owned()] };
    };
    let inner = inner.trim_end().trim_end_matches('}').to_owned() + &"}".repeat(inner.matches('{').count());
    let (mut parts, mut part, mut depth) = (Vec::new(), String::new(), 0_i32);
    for c in inner.chars() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if c == ',' && depth == 0 {
            parts.push(std::mem::take(&mut part));
        } else {
            part.push(c);
        }
    }
    parts.push(part);
    let inside = parts.iter().flat_map(|part| expand(part));
    inside.map(|path| if path == "self" { prefix.trim_end_matches("::").to_owned() } else { format!("{prefix}{path}") }).collect()
}

/// Paths written out in code that start with the word `root`.
pub(super) fn written_paths(code: &str, root: &str) -> Vec<String> {
    let start = format!("{root}::");
    let begins = |at: usize| {
        let before = code.get(..at).unwrap_or_default();
        !before.ends_with(|c: char| is_word(c) || c == ':' || c == '.') && !before.ends_with("in ")
    };
    let path_at = |at: usize| code.get(at..).unwrap_or_default().split(|c: char| !is_word(c) && c != ':').next().unwrap_or_default();
    code.match_indices(&start).filter(|(at, _)| begins(*at)).map(|(at, _)| path_at(at).trim_end_matches(':').to_owned()).collect()
}
