//! Reports straight through the intake flow, with and without an identity strip; and more custodians than the one of the test staff.

use candor::domain::access::{Actor, ManagePeople};
use candor::domain::clock::Clock as _;
use candor::domain::identity::IdentityStrip;
use candor::domain::person::Role;
use candor::domain::report::{Answers, ReportKind, Submission};
use candor::domain::text::{Narrative, Note};
use candor::flows::intake::{Submitted, issue, submit};
use candor::flows::people;
use candor::vault::TotpSecret;

use super::app::{PASSPHRASE, TestApp};

/// Enrols `count` more custodians, so that strips can be left.
pub fn add_custodians(app: &TestApp, count: usize) {
    let permit = Actor::Console.permit::<ManagePeople>().expect("console");
    for number in 0..count {
        let email = format!("keeper{number}@example.org");
        let link = people::invite(&app.ctx, &permit, &format!("Keeper {number}"), &email, &[Role::Custodian]).expect("invited").link;
        let token = link.split_once("?t=").expect("token").1.to_owned();
        let secret = people::begin_enrolment(&app.ctx, &token).expect("secret").secret_base32;
        let code = TotpSecret::from_base32(&secret).expect("base 32").code_at(app.clock.now().0);
        people::accept(&app.ctx, &token, PASSPHRASE, &code).expect("enrolled");
    }
    // What was looked up before is used for half a minute.
    app.clock.advance(31);
}

/// Files one report and returns its words.
pub fn send(app: &TestApp, narrative: &str, strip: bool) -> String {
    let identity = if strip { IdentityStrip::parse("Ada Nurse", "ada@example.org", "evenings").expect("a strip") } else { None };
    let submission = Submission {
        kind: ReportKind::NearMiss,
        narrative: Narrative::parse(narrative).expect("a narrative"),
        idea: Note::default(),
        answers: Answers::default(),
        urgent: false,
        identity,
    };
    let issued = issue(&app.ctx);
    match submit(&app.ctx, &submission, &issued.words, &issued.token).expect("the store answers") {
        Submitted::Received(words) => words,
        _ => panic!("a report was not received"),
    }
}
