//! Figures as lines: hidden at once first, doubts taken as hidden second.

use crate::corpus::Form;
use crate::tally::{Counts, Share, Tally};

fn cell(share: Share) -> String {
    share.percent().map_or_else(|| format!("{:>8}", "-"), |p| format!("{p:>7.1}%"))
}

fn row(name: &str, tally: &Tally, of: impl Fn(&Counts) -> Share) -> String {
    let (once, doubts) = (of(&tally.at_once), of(&tally.with_doubts));
    format!("  {name:<44}{}{}   {}\n", cell(once), cell(doubts), once.all)
}

/// One corpus, or one language of it.
pub fn one(name: &str, tally: &Tally, form: &Form, kinds: bool) -> String {
    let mut out = format!("{name}: {} texts\n  {:<44}{:>8}{:>8}   of\n", tally.texts, "", "at once", "+doubts");
    if tally.at_once.whole.all > 0 {
        out += &row("letters and figures leaked", tally, |c| c.leaked);
        out += &row("marks hidden whole", tally, |c| c.whole);
        if !form.partial {
            out += &row("precision", tally, |c| c.strict);
            out += &row("precision, 15 letters either side forgiven", tally, |c| c.lenient);
        }
        out += &row("texts with nothing leaked", tally, |c| c.tight);
    }
    if !form.partial && tally.at_once.untouched.all > 0 {
        out += &row("texts without identifiers left as they were", tally, |c| c.untouched);
    }
    out += &row("words hidden", tally, |c| c.words);
    for kind in tally.at_once.kinds.keys().filter(|_| kinds) {
        out += &row(&format!("  {kind}"), tally, |c| c.kinds.get(kind).copied().unwrap_or_default());
    }
    out + "\n"
}
