//! The groups of a dimension: a fixed hierarchy with head-counts, and a place for what was not stated.
//!
//! Refuses a group under an unknown parent and a code that stands twice, because then parts would not add up to their total.

use super::audience::Headcount;
use super::cell::Dimension;

/// Code of the group of reports that state nothing, or something that is no group any more.
pub const NOT_STATED: &str = "";

/// One group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Stable code.
    pub code: String,
    /// The group it is part of.
    pub parent: Option<String>,
    /// The people in it; `None` when it is no group of people.
    pub people: Option<Headcount>,
}

/// A dimension with its groups. Reports are counted at the leaves; every other group is the sum of those below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axis {
    dimension: Dimension,
    groups: Vec<Group>,
}

impl Axis {
    /// Takes the groups, each after its parent, and adds the one for what was not stated. In a dimension of people a group
    /// without a head-count is one nobody has counted. `None` for an unknown parent or a code that stands twice.
    #[must_use]
    pub fn new(dimension: Dimension, groups: Vec<Group>) -> Option<Self> {
        let uncounted = Headcount { people: None, age_months: 0 };
        let mut taken: Vec<Group> = Vec::with_capacity(groups.len() + 1);
        for mut group in groups {
            let known = |code: &String| taken.iter().any(|g| g.code == *code);
            if group.code == NOT_STATED || known(&group.code) || group.parent.as_ref().is_some_and(|p| !known(p)) {
                return None;
            }
            group.people = dimension.describes_people().then(|| group.people.unwrap_or(uncounted));
            taken.push(group);
        }
        taken.push(Group { code: NOT_STATED.to_owned(), parent: None, people: None });
        Some(Self { dimension, groups: taken })
    }

    /// Its dimension.
    #[must_use]
    pub const fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// Every group, the one for what was not stated last.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The group with this code.
    #[must_use]
    pub fn group(&self, code: &str) -> Option<&Group> {
        self.groups.iter().find(|g| g.code == code)
    }

    /// The groups directly below `code`; those at the top for `None`.
    pub fn children<'a>(&'a self, code: Option<&'a str>) -> impl Iterator<Item = &'a Group> {
        self.groups.iter().filter(move |g| g.parent.as_deref() == code)
    }

    fn is_leaf(&self, code: &str) -> bool {
        self.children(Some(code)).next().is_none()
    }

    /// Codes of the leaves, in order.
    pub fn leaves(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().map(|g| g.code.as_str()).filter(|code| self.is_leaf(code))
    }

    /// The group itself and every one above it.
    pub fn upwards<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Group> {
        std::iter::successors(self.group(code), |g| self.group(g.parent.as_deref()?))
    }

    /// Codes of the leaves at and below `code`.
    pub fn leaves_under<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a str> {
        self.leaves().filter(move |leaf| self.upwards(leaf).any(|g| g.code == code))
    }

    /// The leaf a report with this code is counted at.
    #[must_use]
    pub fn leaf_of<'a>(&self, code: &'a str) -> &'a str {
        if self.group(code).is_some() && self.is_leaf(code) { code } else { NOT_STATED }
    }

    /// The code by which a group is known: a group that is all its parent has is the parent under another name.
    #[must_use]
    pub fn canonical<'a>(&'a self, code: &'a str) -> &'a str {
        let mut known = code;
        loop {
            let mut below = self.children(Some(known));
            match (below.next(), below.next()) {
                (Some(only), None) => known = &only.code,
                _ => return known,
            }
        }
    }

    /// People in a group; `None` when it describes no people.
    #[must_use]
    pub fn crowd(&self, code: &str) -> Option<u32> {
        self.group(code).and_then(|g| g.people).map(Headcount::believed)
    }
}

#[cfg(test)]
mod tests {
    use super::{Axis, Group, NOT_STATED};
    use crate::trends::disclosure::audience::Headcount;
    use crate::trends::disclosure::cell::Dimension;

    fn group(code: &str, parent: Option<&str>) -> Group {
        Group { code: code.to_owned(), parent: parent.map(str::to_owned), people: Some(Headcount::fresh(30)) }
    }

    fn place() -> Axis {
        let groups = vec![
            group("north", None),
            group("wards", Some("north")),
            group("w1", Some("wards")),
            group("w2", Some("wards")),
            group("lab", None),
        ];
        Axis::new(Dimension::Place, groups).expect("an axis")
    }

    #[test]
    fn leaves_and_sums_are_found() {
        let axis = place();

        assert_eq!(axis.leaves().collect::<Vec<_>>(), ["w1", "w2", "lab", NOT_STATED]);
        assert_eq!(axis.leaves_under("north").collect::<Vec<_>>(), ["w1", "w2"]);
        assert_eq!(axis.upwards("w1").map(|g| g.code.as_str()).collect::<Vec<_>>(), ["w1", "wards", "north"]);
    }

    #[test]
    fn reports_without_a_leaf_are_counted_as_not_stated() {
        let axis = place();

        for (code, leaf) in [("w1", "w1"), ("wards", NOT_STATED), ("closed-ward", NOT_STATED), (NOT_STATED, NOT_STATED)] {
            assert_eq!(axis.leaf_of(code), leaf, "{code}");
        }
    }

    #[test]
    fn a_site_with_one_division_is_that_division() {
        let axis = place();

        assert_eq!(axis.canonical("north"), "wards");
        assert_eq!(axis.canonical("wards"), "wards");
        assert_eq!(axis.canonical("lab"), "lab");
    }

    #[test]
    fn groups_that_would_not_add_up_are_refused() {
        for groups in [vec![group("a", None), group("a", None)], vec![group("a", Some("b"))], vec![group("", None)]] {
            assert_eq!(Axis::new(Dimension::Place, groups), None);
        }
    }

    #[test]
    fn people_nobody_counted_are_nobody() {
        let nobody = Group { people: None, ..group("a", None) };
        let axis = |dimension| Axis::new(dimension, vec![nobody.clone()]).expect("an axis");

        assert_eq!(axis(Dimension::Place).crowd("a"), Some(0));
        assert_eq!(axis(Dimension::Category).crowd("a"), None);
        assert_eq!(axis(Dimension::Place).crowd(NOT_STATED), None);
    }
}
