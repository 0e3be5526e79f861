//! Who may do what: the single table from acts to roles, and the permit that proves it was asked.
//!
//! A flow that changes something, or opens something sealed, demands a `Permit<A>`; a permit cannot be made without
//! passing the table; and the store writes the act's name into the audit chain. So a change without a permission
//! check or without an audit entry does not compile.

use std::marker::PhantomData;

use super::id::PersonId;
use super::person::{Role, Roles};

/// Something that can be done and is worth an audit entry.
pub trait Act {
    /// Stable verb in the audit log.
    const VERB: &'static str;
    /// Any one of these roles suffices. Empty: only the machine itself or the console may do it.
    const ROLES: &'static [Role];
    /// Whether the console (`candor user …`, run by whoever owns the data folder) may do it.
    const CONSOLE: bool = false;
    /// Whether a person must have proved pass-phrase and second factor within `FRESH_SECONDS` before posting it.
    const FRESH: bool = false;
}

/// How long a proof of pass-phrase and second factor counts as fresh, in seconds (`security.md` 6.3).
pub const FRESH_SECONDS: i64 = 5 * 60;

macro_rules! acts {
    ($($(#[$doc:meta])* $name:ident = $verb:literal by [$($role:ident),*] $(console $console:literal)? $(fresh $fresh:literal)?;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug)]
            pub enum $name {}
            impl Act for $name {
                const VERB: &'static str = $verb;
                const ROLES: &'static [Role] = &[$(Role::$role),*];
                $(const CONSOLE: bool = $console;)?
                $(const FRESH: bool = $fresh;)?
            }
        )*
        /// Every verb of the table with the roles that may do it, for the access test and the documents.
        pub const TABLE: &[(&str, &[Role])] = &[$(($verb, &[$(Role::$role),*])),*];
    };
}

acts! {
    /// Look at what waits on the screening desk, sealed.
    ListScreening = "screening.list" by [Screener];
    /// Open one raw narrative.
    ReadRaw = "report.read-raw" by [Screener];
    /// Propose a released wording; with one screener only, release it.
    Release = "report.release" by [Screener];
    /// Second screener confirms or sends back a proposed wording.
    Confirm = "report.confirm" by [Screener];
    /// Read the list of released reports.
    ListReleased = "report.list" by [Analyst, Screener];
    /// Look for released reports by their words.
    Search = "report.search" by [Analyst, Screener];
    /// Open one released report.
    ReadReleased = "report.read" by [Analyst, Screener];
    /// Code, grade, summarise and move a released report.
    Triage = "report.triage" by [Analyst];
    /// Look at trends: exact counts, for the desk only.
    ReadTrends = "trends.read" by [Analyst, Publisher];
    /// Look at corrective actions and lessons.
    ReadLearning = "learning.read" by [Analyst, Publisher];
    /// Write, change and finish corrective actions.
    ManageActions = "action.manage" by [Analyst];
    /// Write a lesson.
    WriteLesson = "lesson.write" by [Analyst, Publisher];
    /// Publish a lesson that somebody else wrote, or take one back.
    PublishLesson = "lesson.publish" by [Publisher] fresh true;
    /// Say that a burst of reports counts.
    SettleBurst = "burst.settle" by [Analyst];
    /// See what the desk and a reporter said to each other; raw answers are not in it.
    ReadConversation = "conversation.read" by [Analyst, Screener];
    /// Ask a reporter something behind the nine words.
    AskReporter = "reporter.ask" by [Analyst, Screener];
    /// Open one raw answer of a reporter.
    ReadAnswer = "answer.read-raw" by [Screener];
    /// Settle a reporter's answer: propose or release an addendum, or set it aside.
    ReleaseAnswer = "answer.release" by [Screener];
    /// Second screener confirms or sends back an addendum.
    ConfirmAnswer = "answer.confirm" by [Screener];
    /// Compose and freeze a digest.
    PrepareDigest = "digest.prepare" by [Analyst, Publisher] console true;
    /// Look at a frozen digest.
    ReadDigest = "digest.read" by [Analyst, Publisher] console true;
    /// Approve a frozen digest and queue its letters.
    ApproveDigest = "digest.approve" by [Publisher] fresh true;
    /// Add or remove digest readers.
    ManageReaders = "digest.readers" by [Publisher, Operator] console true;
    /// Invite, change, disable people.
    ManagePeople = "people.manage" by [Operator] console true fresh true;
    /// Set the first pass-phrase with an invitation.
    AcceptInvitation = "people.accept" by [] console true;
    /// Change one's own pass-phrase, passkeys or recovery codes.
    ManageOwn = "people.own" by [Screener, Analyst, Publisher, Custodian, Auditor, Operator] fresh true;
    /// End one's own sessions in other browsers.
    EndOwnSessions = "people.end-sessions" by [Screener, Analyst, Publisher, Custodian, Auditor, Operator];
    /// Hand the screening key on to another screener.
    GrantScreening = "keys.grant-screening" by [Screener] fresh true;
    /// Look at callbacks and how far they have come; no identity in it.
    ListCallbacks = "identity.list" by [Screener, Custodian];
    /// Ask custodians to call a reporter back.
    AskCallback = "identity.ask" by [Screener];
    /// Put one's own share in, with a reason: the first of two.
    RequestIdentity = "identity.request" by [Custodian] fresh true;
    /// Put the second share in, which opens the strip for the first custodian.
    OpenIdentity = "identity.open" by [Custodian] fresh true;
    /// A refused attempt to open an identity.
    RefusedIdentity = "identity.refused" by [Custodian];
    /// Decline a request.
    DeclineIdentity = "identity.decline" by [Custodian];
    /// Read an opened strip, once.
    ReadIdentity = "identity.read" by [Custodian] fresh true;
    /// End a callback.
    CloseCallback = "identity.close" by [Custodian];
    /// Bring strips that are still open to the present set of custodians.
    Resplit = "identity.resplit" by [Custodian] fresh true;
    /// Ask for a legal hold.
    RequestHold = "hold.request" by [Custodian] fresh true;
    /// Confirm a legal hold, or end one.
    ConfirmHold = "hold.confirm" by [Auditor] fresh true;
    /// Look at legal holds.
    ListHolds = "hold.list" by [Custodian, Auditor];
    /// Destroy what is due.
    Destroy = "retention.destroy" by [];
    /// Make keys at installation.
    InitKeys = "keys.init" by [] console true;
    /// Change the root key, start a new data key or a new screening epoch.
    RotateKeys = "keys.rotate" by [] console true;
    /// Index released reports, or all of them anew.
    IndexReports = "search.index" by [] console true;
    /// Import, count and remove the organisation's own terms.
    ManageDictionary = "dictionary.manage" by [Operator] console true fresh true;
    /// Add one term met in a report.
    AddTerm = "dictionary.add" by [Screener];
    /// Read the audit log.
    ReadAudit = "audit.read" by [Auditor] console true;
    /// Stop destroying until an operator has looked.
    HoldBack = "retention.alarm" by [];
    /// Say that what is due may be destroyed although it is unusually much.
    ConfirmRetention = "retention.confirm" by [Operator] console true;
    /// Cut off audit entries that have reached their age.
    CutAudit = "audit.cut" by [];
    /// Hide more of a released wording, for somebody named in it.
    RedactAgain = "report.redact-again" by [Screener] console true;
    /// Hand released reports on, coarse and without order.
    ExportReports = "report.export" by [] console true;
    /// Bring a backup back.
    Restore = "backup.restore" by [] console true;
    /// A digest reader leaves by themselves.
    Unsubscribe = "digest.unsubscribe" by [];
    /// Somebody who was asked says that they want the digest.
    ConfirmReader = "digest.confirm" by [];
    /// Note that a letter came back.
    TakeBounce = "digest.bounce" by [] console true;
    /// Send a trial letter.
    TryMail = "mail.try" by [Publisher, Operator];
    /// See whether letters go out.
    WatchMail = "mail.watch" by [Analyst, Publisher, Operator] console true;
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A signed-in person with the roles they hold now.
    Person(PersonId, Roles),
    /// Whoever runs the command line beside the data.
    Console,
    /// The service itself: timers, and visitors acting on what is theirs.
    System,
}

impl Actor {
    /// Asks the table. `None` means refused; the caller answers as if the thing did not exist.
    #[must_use]
    pub fn permit<A: Act>(self) -> Option<Permit<A>> {
        let allowed = match self {
            Self::Person(_, roles) => A::ROLES.iter().any(|r| roles.has(*r)),
            Self::Console => A::CONSOLE,
            Self::System => A::ROLES.is_empty(),
        };
        allowed.then_some(Permit { actor: self, act: PhantomData })
    }

    /// How the audit log names the actor: a person's id, `console` or `system`. Never a name or address.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Person(id, _) => id.to_string(),
            Self::Console => "console".to_owned(),
            Self::System => "system".to_owned(),
        }
    }
}

/// Proof that `actor` may do `A`. Cannot be made outside this file.
#[derive(Debug)]
pub struct Permit<A: Act> {
    actor: Actor,
    act: PhantomData<A>,
}

impl<A: Act> Permit<A> {
    /// Who was permitted.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// The person permitted; `None` for console and system.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        match self.actor {
            Actor::Person(id, _) => Some(id),
            Actor::Console | Actor::System => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Act, Actor, ApproveDigest, GrantScreening, ManageDictionary, ManageOwn, ManagePeople, Permit, ReadRaw, Triage};
    use crate::domain::{
        id::PersonId,
        person::{Role, Roles},
    };

    #[test]
    fn an_analyst_cannot_read_raw_text() {
        let analyst = Actor::Person(PersonId::from_bytes([1; 16]), Roles::new(&[Role::Analyst]).expect("set"));

        let raw: Option<Permit<ReadRaw>> = analyst.permit();
        let triage: Option<Permit<Triage>> = analyst.permit();

        assert!(raw.is_none() && triage.is_some());
    }

    #[test]
    fn the_console_manages_people_but_reads_nothing() {
        assert!(Actor::Console.permit::<ManagePeople>().is_some());
        assert!(Actor::Console.permit::<ReadRaw>().is_none());
        assert!(Actor::System.permit::<ReadRaw>().is_none());
    }

    #[test]
    fn what_changes_people_keys_terms_and_letters_asks_for_a_fresh_proof() {
        const { assert!(ManagePeople::FRESH && GrantScreening::FRESH && ManageDictionary::FRESH && ApproveDigest::FRESH && ManageOwn::FRESH) };
        const { assert!(!ReadRaw::FRESH && !Triage::FRESH) };
    }
}
