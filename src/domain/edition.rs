//! Who reads a letter and in which language: an issue is frozen in one edition for each.
//!
//! Refuses to hand a reader the edition of a level above their own.

use super::contact::Language;

/// Who reads a letter; each level sees what the levels before it see, and more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Everybody else: the public, other organisations.
    Outside,
    /// Everybody in the organisation.
    AllStaff,
    /// The safety team.
    SafetyTeam,
}

impl Level {
    /// Every level, from the one that sees least.
    pub const ALL: [Self; 3] = [Self::Outside, Self::AllStaff, Self::SafetyTeam];

    /// Fewest people a described group must have (`docs/disclosure.md`, step 4).
    #[must_use]
    pub const fn crowd_min(self) -> u32 {
        match self {
            Self::Outside => 100,
            Self::AllStaff => 20,
            Self::SafetyTeam => 10,
        }
    }

    /// Printed figures under this are hidden (step 6).
    #[must_use]
    pub const fn hide_below(self) -> u32 {
        match self {
            Self::Outside => 15,
            Self::AllStaff | Self::SafetyTeam => 10,
        }
    }

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::AllStaff => "all-staff",
            Self::SafetyTeam => "safety-team",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

/// One of the letters an issue holds: for readers of a level, in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Edition {
    /// Who reads it.
    pub level: Level,
    /// In which language.
    pub language: Language,
}

impl Edition {
    /// Stable code: `all-staff/en`.
    #[must_use]
    pub fn code(self) -> String {
        format!("{}/{}", self.level.code(), self.language.tag())
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        let (level, language) = code.split_once('/')?;
        Some(Self { level: Level::from_code(level)?, language: Language::parse(language)? })
    }

    /// Which of `frozen` a reader gets who should have `self`: the same; else the first one of the same level; else that of the next level
    /// below. Never one of a level above: `None` then.
    #[must_use]
    pub fn nearest(self, frozen: &[Self]) -> Option<Self> {
        let mut levels: Vec<Level> = Level::ALL.into_iter().filter(|l| *l <= self.level).collect();
        levels.reverse();
        levels.into_iter().find_map(|level| {
            let mut there = frozen.iter().filter(|e| e.level == level);
            there.clone().find(|e| e.language == self.language).or_else(|| there.next()).copied()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Edition, Language, Level};

    fn edition(code: &str) -> Edition {
        Edition::from_code(code).expect("an edition")
    }

    #[test]
    fn dc_09_a_reader_never_gets_an_edition_of_a_level_above_their_own() {
        let frozen = ["safety-team/en", "all-staff/en", "all-staff/de"].map(edition);

        let gets = |code: &str| edition(code).nearest(&frozen).map(Edition::code);
        assert_eq!(gets("all-staff/de").as_deref(), Some("all-staff/de"));
        assert_eq!(gets("all-staff/fr").as_deref(), Some("all-staff/en"));
        assert_eq!(gets("outside/en"), None);
        assert_eq!(edition("safety-team/en").nearest(&[edition("outside/fr")]).map(Edition::code).as_deref(), Some("outside/fr"));
        assert!(Level::ALL.iter().all(|l| Level::from_code(l.code()) == Some(*l)) && Edition::from_code("all-staff").is_none());
        assert_eq!(edition("outside/es").language, Language::Spanish);
    }
}
