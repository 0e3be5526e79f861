//! The identity strip: who the reporter is and how to reach them, in their own words.
//!
//! Refuses to print itself, control characters, and anything that would not fit the one size in which every strip is kept.

use std::fmt;

use super::problem::FieldProblem;

/// Longest name, in characters.
pub const NAME_MAX: usize = 100;
/// Longest way to be reached, in characters.
pub const REACH_MAX: usize = 200;
/// Longest remark on when and how to call, in characters.
pub const WHEN_MAX: usize = 100;

/// What a reporter leaves for a callback. Debug shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct IdentityStrip {
    name: String,
    reach: String,
    when: String,
}

impl IdentityStrip {
    /// Reads the three fields of the form; `None` when all of them are empty.
    ///
    /// # Errors
    /// A problem at the field that is too long, that has control characters, or that is missing: without a way to be reached
    /// a strip is of no use.
    pub fn parse(name: &str, reach: &str, when: &str) -> Result<Option<Self>, Vec<FieldProblem>> {
        let (name, reach, when) = (name.trim(), reach.trim(), when.trim());
        if name.is_empty() && reach.is_empty() && when.is_empty() {
            return Ok(None);
        }
        let mut problems = Vec::new();
        let fits = |text: &str, most: usize| text.chars().count() <= most && !text.chars().any(char::is_control);
        for (field, text, most) in [("strip_1", name, NAME_MAX), ("strip_2", reach, REACH_MAX), ("strip_3", when, WHEN_MAX)] {
            if !fits(text, most) {
                problems.push(FieldProblem::new(field, "problem-strip-long"));
            }
        }
        if reach.is_empty() {
            problems.push(FieldProblem::new("strip_2", "problem-strip-reach"));
        }
        if problems.is_empty() {
            Ok(Some(Self { name: name.to_owned(), reach: reach.to_owned(), when: when.to_owned() }))
        } else {
            Err(problems)
        }
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How to reach the reporter.
    #[must_use]
    pub fn reach(&self) -> &str {
        &self.reach
    }

    /// When and how to call.
    #[must_use]
    pub fn when(&self) -> &str {
        &self.when
    }
}

impl fmt::Debug for IdentityStrip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdentityStrip(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::IdentityStrip;

    #[test]
    fn an_empty_strip_is_none_and_a_name_alone_is_a_problem() {
        assert_eq!(IdentityStrip::parse(" ", "", "\t").expect("empty"), None);
        let problems = IdentityStrip::parse("Ann", "", "").expect_err("nobody can be reached");
        assert_eq!(problems.first().map(|p| p.field), Some("strip_2"));
    }

    #[test]
    fn fields_have_their_limits_and_debug_is_silent() {
        assert!(IdentityStrip::parse(&"x".repeat(101), "1", "").is_err());
        assert!(IdentityStrip::parse("a\u{7}b", "1", "").is_err());
        let strip = IdentityStrip::parse("Ann", "ext 41", "after six").expect("fits").expect("some");
        assert_eq!((strip.name(), strip.reach(), strip.when()), ("Ann", "ext 41", "after six"));
        assert_eq!(format!("{strip:?}"), "IdentityStrip(hidden)");
    }
}
