//! The page as plain text: complete, and readable in any width that fits a terminal.
//!
//! Refuses to be a summary of the HTML: it holds every figure and every link.

use super::page::{Block, Page};
use super::parts::{Item, Line, Section, Table, Told};

/// Columns of a line of prose.
const WIDTH: usize = 72;

/// The text part.
pub(super) fn text(page: &Page) -> String {
    let mut blocks =
        vec![format!("{}\n{}, {}", page.organisation, page.title, page.when), wrap(&page.bottom_line, ""), wrap(&page.thanks, "")];
    blocks.extend(page.blocks.iter().map(block));
    blocks.push("-".repeat(WIDTH));
    blocks.extend(page.foot.iter().map(|sentence| wrap(sentence, "")));
    // A link keeps its line to itself, so that no wrapping ever breaks it.
    blocks.push(page.links.iter().map(|link| format!("{}:\n{}", link.words, link.url)).collect::<Vec<_>>().join("\n"));
    blocks.push(wrap(&page.no_reply, ""));
    blocks.join("\n\n") + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::List(section) => listed(section),
        Block::Chart(chart) => format!("{}\n{}\n{}", heading(&chart.title), wrap(&chart.alt, ""), wrap(&chart.figures, "")),
        Block::Table(rows) => table(rows),
        Block::Story(story) => told(story),
        Block::Question(title, question) => format!("{}\n{}", heading(title), wrap(question, "")),
    }
}

fn heading(title: &str) -> String {
    format!("{title}\n{}", "=".repeat(title.chars().count()))
}

fn listed(section: &Section) -> String {
    let item = |i: &Item| {
        let text = wrap(&format!("- {}", i.text), "  ");
        if i.note.is_empty() { text } else { format!("{text}\n  {}", wrap(&i.note, "  ")) }
    };
    format!("{}\n{}", heading(&section.title), section.items.iter().map(item).collect::<Vec<_>>().join("\n"))
}

fn told(story: &Told) -> String {
    let part = |(name, text): &(String, String)| wrap(&format!("{name}: {text}"), "");
    let parts: Vec<String> = std::iter::once(wrap(&story.name, "")).chain(story.parts.iter().map(part)).collect();
    format!("{}\n{}", heading(&story.title), parts.join("\n\n"))
}

/// Aligned lines: names to the left, figures to the right.
fn table(table: &Table) -> String {
    let mut block = format!("{}\n{}", heading(&table.title), columns(table));
    if !table.rest.is_empty() {
        block += "\n\n";
        block += &wrap(&table.rest, "");
    }
    block
}

/// The rows as aligned columns.
fn columns(table: &Table) -> String {
    let cells = |line: &Line| [line.name.clone(), line.now.clone(), line.before.clone(), line.movement.clone()];
    let rows: Vec<[String; 4]> = std::iter::once(table.heads.clone()).chain(table.lines.iter().map(cells)).collect();
    let widths: [usize; 3] = std::array::from_fn(|i| rows.iter().filter_map(|r| r.get(i)).map(|c| c.chars().count()).max().unwrap_or(0));
    let [name_width, now_width, before_width] = widths;
    let show = |[name, now, before, movement]: &[String; 4]| {
        format!("{name:<name_width$}  {now:>now_width$}  {before:>before_width$}  {movement}")
    };
    rows.iter().map(show).collect::<Vec<_>>().join("\n")
}

/// Breaks a sentence at spaces; following lines start with `indent`. A word longer than a line stays whole.
fn wrap(sentence: &str, indent: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in sentence.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > WIDTH {
            out.push('\n');
            out.push_str(indent);
            column = indent.chars().count();
        } else if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_break_at_spaces_and_long_words_stay_whole() {
        let long = "x".repeat(100);

        assert_eq!(wrap("a b", ""), "a b");
        assert_eq!(wrap(&format!("- a {long} b"), "  "), format!("- a\n  {long}\n  b"));
    }
}
