//! Event Risk Classification: two questions, sixteen answers, one index.
//!
//! Follows the ARMS methodology for operational risk assessment (ARMS Working Group, 2010, section 4.2): what could
//! credibly have happened, and how effective were the barriers that were left. Refuses a probability: none is known.

/// Question 1: had it escalated, the most credible outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// No harm or loss worth naming.
    Negligible,
    /// Minor injury or damage.
    Minor,
    /// Major injury or damage.
    Major,
    /// Death or total loss.
    Catastrophic,
}

/// Question 2: the barriers that remained between this event and that outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Barriers {
    /// They would very likely have held.
    Effective,
    /// Some would have held.
    Limited,
    /// Hardly anything was left.
    Minimal,
    /// Nothing was left but luck.
    None,
}

/// What an index asks of the analyst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Band {
    /// Use for learning and trends.
    Low,
    /// Look into it or assess further.
    Medium,
    /// Act at once.
    High,
}

impl Outcome {
    /// Every outcome, mildest first.
    pub const ALL: [Self; 4] = [Self::Negligible, Self::Minor, Self::Major, Self::Catastrophic];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Negligible => "negligible",
            Self::Minor => "minor",
            Self::Major => "major",
            Self::Catastrophic => "catastrophic",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|o| o.code() == code)
    }
}

impl Barriers {
    /// Every answer, strongest first.
    pub const ALL: [Self; 4] = [Self::Effective, Self::Limited, Self::Minimal, Self::None];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Effective => "effective",
            Self::Limited => "limited",
            Self::Minimal => "minimal",
            Self::None => "none",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|b| b.code() == code)
    }
}

impl Band {
    /// Every band, mildest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// From the stored code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|b| b.code() == code)
    }
}

/// A grade: both answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Risk {
    /// Answer to question 1.
    pub outcome: Outcome,
    /// Answer to question 2.
    pub barriers: Barriers,
}

impl Risk {
    /// The ERC risk index, a number without unit from 1 to 2500.
    #[must_use]
    pub const fn index(self) -> i32 {
        let row = match self.outcome {
            Outcome::Negligible => [1, 1, 1, 1],
            Outcome::Minor => [2, 4, 20, 100],
            Outcome::Major => [10, 21, 100, 500],
            Outcome::Catastrophic => [50, 102, 500, 2500],
        };
        match self.barriers {
            Barriers::Effective => row[0],
            Barriers::Limited => row[1],
            Barriers::Minimal => row[2],
            Barriers::None => row[3],
        }
    }

    /// The band: from 500 on act at once, from 20 on look into it.
    #[must_use]
    pub const fn band(self) -> Band {
        match self.index() {
            500.. => Band::High,
            20.. => Band::Medium,
            _ => Band::Low,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Band, Barriers, Outcome, Risk};

    #[test]
    fn corners_of_the_matrix_are_as_published() {
        let at = |outcome, barriers| Risk { outcome, barriers };

        assert_eq!(at(Outcome::Catastrophic, Barriers::None).index(), 2500);
        assert_eq!(at(Outcome::Catastrophic, Barriers::Effective).index(), 50);
        assert_eq!(at(Outcome::Negligible, Barriers::None).index(), 1);
        assert_eq!(at(Outcome::Major, Barriers::None).band(), Band::High);
        assert_eq!(at(Outcome::Major, Barriers::Limited).band(), Band::Medium);
        assert_eq!(at(Outcome::Minor, Barriers::Limited).band(), Band::Low);
    }
}
