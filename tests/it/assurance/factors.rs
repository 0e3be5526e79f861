//! Second factors: one-time codes, recovery codes, passkeys; delays after failures; rules for pass-phrases.

use candor::domain::clock::Clock as _;
use candor::domain::person::Role;
use candor::flows::people::{self, Second, SignInRefusal};
use candor::vault::TotpSecret;

use crate::on_both;
use crate::support::app::{PASSPHRASE, TestApp};
use crate::support::at_rest;
use crate::support::authenticator::{Authenticator, question};
use crate::support::client::{Form, Page, Visitor};

fn door(app: &TestApp, visitor: &mut Visitor) -> (Page, Form) {
    let page = visitor.get("/sign-in");
    let form = page.form("data-passkey=\"get\"").set("email", &app.member(Role::Analyst, 0).email).set("passphrase", PASSPHRASE);
    (page, form)
}

fn signed_in(visitor: &Visitor) -> bool {
    visitor.cookies.contains_key("candor")
}

/// Adds a passkey to the first analyst's account.
fn enrolled(app: &TestApp, name: &str) -> (Visitor, Authenticator) {
    let mut owner = app.signed_in(Role::Analyst, 0);
    let me = owner.get("/desk/me");
    let mut passkey = Authenticator::at(&app.base);
    let answer = passkey.create(&question(&me, "create"));
    let done = owner.submit(&me.form("data-passkey=\"create\"").set("name", name).set("answer", &answer));
    assert_eq!((done.status, done.path.as_str()), (200, "/desk/me?done=passkey-added"), "{}", done.visible());
    assert!(done.visible().contains(name), "{}", done.visible());
    (owner, passkey)
}

on_both! {
    fn se_09_a_code_works_once_and_one_step_either_way(app: TestApp) {
        let member = app.member(Role::Analyst, 0);
        app.clock.advance(600);
        for (skew, good) in [(-60, false), (60, false), (-30, true), (30, true)] {
            app.clock.advance(120);
            let code = TotpSecret::from_base32(&member.secret).expect("base 32").code_at(app.clock.now().0 + skew);
            let mut visitor = app.visitor();
            let (_, form) = door(&app, &mut visitor);
            visitor.submit(&form.clone().set("code", &code));
            assert_eq!(signed_in(&visitor), good, "a code {skew} seconds off");

            let mut thief = app.visitor();
            thief.submit(&form.set("code", &code));
            assert!(!signed_in(&thief), "a code that was used");
        }
    }
}

on_both! {
    fn se_09_guesses_are_slowed_down_to_one_a_minute(app: TestApp) {
        let member = app.member(Role::Analyst, 0);
        let guess = |code: u32| people::sign_in(&app.ctx, &member.email, PASSPHRASE, &Second::Code(format!("{code:06}")));
        let right = || {
            let code = TotpSecret::from_base32(&member.secret).expect("base 32").code_at(app.clock.now().0);
            people::sign_in(&app.ctx, &member.email, PASSPHRASE, &Second::Code(code)).is_ok()
        };
        app.clock.advance(120);
        let mut allowed = 0;
        // Ten minutes with a guess every second; a guess that is not even looked at does not count as a failure.
        for second in 0..600 {
            app.clock.advance(1);
            assert!(guess(second).is_err());
        }
        for _ in 0..61 {
            app.clock.advance(1);
            if right() {
                allowed += 1;
                break;
            }
        }
        assert_eq!(allowed, 1, "the owner gets in when the minute is over");
    }
}

on_both! {
    fn se_11_the_delay_doubles_from_one_second_to_a_minute_and_a_hundred_failures_end_it(app: TestApp) {
        let member = app.member(Role::Analyst, 0);
        let owner = app.signed_in(Role::Analyst, 0);
        let token = owner.cookies.get("candor").expect("a session").clone();
        let wrong = || people::confirm(&app.ctx, &token, "a wrong guess entirely", &Second::Code("000000".to_owned()));
        for _ in 0..3 {
            assert_eq!(wrong().err(), Some(SignInRefusal::Wrong));
        }
        for delay in [1, 2, 4, 8, 16, 32, 60, 60] {
            assert_eq!(wrong().err(), Some(SignInRefusal::Wait(delay)));
            app.clock.advance(delay - 1);
            assert_eq!(wrong().err(), Some(SignInRefusal::Wait(1)), "one second before {delay} are over");
            app.clock.advance(1);
            assert_eq!(wrong().err(), Some(SignInRefusal::Wrong), "when {delay} are over");
        }
        app.clock.advance(60);
        let mut again = app.visitor();
        app.sign_in(&mut again, member, PASSPHRASE);
        assert!(lives(&mut again), "a success starts the count anew");

        let stranger = || people::sign_in(&app.ctx, &member.email, "a wrong guess entirely", &Second::Code("000000".to_owned()));
        for _ in 0..100 {
            assert!(stranger().is_err());
            app.clock.advance(60);
        }
        assert_eq!(app.sign_in(&mut app.visitor(), member, PASSPHRASE).status, 403, "now an operator has to act");
        let mut operator = app.signed_in(Role::Operator, 0);
        let people = operator.get("/desk/people");
        let text = people.text();
        let again = regex::Regex::new(r"/desk/people/[0-9a-f]{32}/again").expect("pattern").find_at(&text, text.find(&member.email).expect("listed")).expect("a form").as_str().to_owned();
        let link = operator.submit(&people.form(&again)).text();
        let token = regex::Regex::new(r"/set-up\?t=([0-9a-f]+)").expect("pattern").captures(&link).expect("a link")[1].to_owned();
        let secret = TotpSecret::from_base32(&people::begin_enrolment(&app.ctx, &token).expect("secret").secret_base32).expect("base 32");
        people::accept(&app.ctx, &token, PASSPHRASE, &secret.code_at(app.clock.now().0)).expect("enrolled");
        app.clock.advance(30);
        assert!(people::sign_in(&app.ctx, &member.email, PASSPHRASE, &Second::Code(secret.code_at(app.clock.now().0))).is_ok());
    }
}

fn lives(visitor: &mut Visitor) -> bool {
    visitor.get("/desk").path == "/desk"
}

on_both! {
    fn an_14_a_stranger_learns_nothing_about_who_has_an_account(app: TestApp) {
        let invited = people::invite(&app.ctx, &candor::domain::access::Actor::Console.permit().expect("console"), "Not Yet", "notyet@example.org", &[Role::Analyst]);
        assert!(invited.is_ok());
        let answer = |email: &str| {
            let mut stranger = app.visitor();
            let form = stranger.get("/sign-in").form("data-passkey").set("email", email).set("passphrase", "a wrong guess entirely").set("code", "123456");
            let page = stranger.submit(&form);
            let names: std::collections::BTreeSet<String> = page.headers.iter().map(|(name, _)| name.clone()).filter(|name| name != "date").collect();
            (page.status, page.bytes.len(), names, page.visible().replace(email, ""))
        };
        let unknown = answer("nobody@example.org");

        for round in 0..5 {
            assert_eq!(answer(&app.member(Role::Analyst, 0).email), unknown, "an account, attempt {round}");
        }
        assert_eq!(answer("notyet@example.org"), unknown, "an account that is not set up");
        assert_eq!(answer("not an address"), unknown, "no address at all");
    }
}

on_both! {
    fn ten_recovery_codes_are_shown_once_and_each_works_once(app: TestApp) {
        let mut owner = app.signed_in(Role::Analyst, 0);
        let shown = owner.submit(&owner.clone().get("/desk/me").form("/desk/me/codes"));
        let codes: Vec<String> = regex::Regex::new(r"\b[0-9a-f]{4}(?:-[0-9a-f]{4}){7}\b").expect("pattern").find_iter(&shown.text()).map(|m| m.as_str().to_owned()).collect();
        assert_eq!(codes.iter().collect::<std::collections::BTreeSet<_>>().len(), 10, "{}", shown.visible());
        let me = owner.get("/desk/me");
        assert!(me.visible().contains("10 recovery codes") && !codes.iter().any(|code| me.text().contains(code.as_str())));
        let plain: Vec<String> = codes.iter().map(|code| code.replace('-', "")).collect();
        at_rest::assert_absent(&app.bytes_at_rest(), &[codes[0].as_str(), plain[0].as_str()], "recovery code");

        let try_with = |email: &str, code: &str| {
            let mut visitor = app.visitor();
            let (_, form) = door(&app, &mut visitor);
            visitor.submit(&form.set("email", email).set("code", code));
            signed_in(&visitor)
        };
        let mine = app.member(Role::Analyst, 0).email.clone();
        assert!(!try_with(&app.member(Role::Publisher, 0).email, &codes[0]), "a colleague's code is none of mine");
        assert!(try_with(&mine, &codes[0]) && !try_with(&mine, &codes[0]), "once");
        assert!(try_with(&mine, &plain[1].to_uppercase()), "however it is typed");
        let mut owner = app.signed_in(Role::Analyst, 0);
        assert!(owner.get("/desk/me").visible().contains("8 recovery codes"));
        owner.submit(&owner.clone().get("/desk/me").form("/desk/me/codes"));
        assert!(!try_with(&mine, &codes[2]), "a new set ends the old one");
    }
}

on_both! {
    fn a_passkey_signs_in_beside_the_pass_phrase(app: TestApp) {
        let (_, mut passkey) = enrolled(&app, "Blue key <b>");
        for _ in 0..2 {
            let mut visitor = app.visitor();
            let (page, form) = door(&app, &mut visitor);
            let answer = passkey.get(&question(&page, "get"));
            let done = visitor.submit(&form.set("answer", &answer));
            assert!(signed_in(&visitor), "{}", done.visible());
        }

        let mut visitor = app.visitor();
        let (page, form) = door(&app, &mut visitor);
        let answer = passkey.get(&question(&page, "get"));
        let wrong = form.clone().set("passphrase", "a wrong guess entirely").set("answer", &answer);
        visitor.submit(&wrong);
        assert!(!signed_in(&visitor), "a passkey alone opens nothing");
        visitor.submit(&form.set("answer", &answer));
        assert!(signed_in(&visitor), "a wrong pass-phrase uses nothing up");

        app.clock.advance(301);
        let asked = visitor.get("/desk/confirm?next=/desk/me");
        let answer = passkey.get(&question(&asked, "get"));
        let back = visitor.submit(&asked.form("confirm-passphrase").set("confirm-passphrase", PASSPHRASE).set("confirm-answer", &answer));
        assert_eq!(back.path, "/desk/me", "{}", back.visible());
        assert!(back.text().contains("Blue key &#60;b&#62;"), "{}", back.visible());
        let removed = visitor.submit(&back.form("/remove"));
        assert_eq!(removed.path, "/desk/me?done=passkey-removed");
        let mut late = app.visitor();
        let (page, form) = door(&app, &mut late);
        let answer = passkey.get(&question(&page, "get"));
        late.submit(&form.set("answer", &answer));
        assert!(!signed_in(&late), "a passkey that was removed");
    }
}

on_both! {
    fn se_09_a_passkey_that_does_not_hold_is_refused(app: TestApp) {
        let (_, mut passkey) = enrolled(&app, "Blue key");
        let mut attempt = |spoil: &mut dyn FnMut(&mut Authenticator, &Page, Form) -> Form| {
            app.clock.advance(61);
            let mut visitor = app.visitor();
            let (page, form) = door(&app, &mut visitor);
            let form = spoil(&mut passkey, &page, form);
            visitor.submit(&form);
            signed_in(&visitor)
        };
        let mut used = None;
        assert!(attempt(&mut |passkey, page, form| { let form = form.set("answer", &passkey.get(&question(page, "get"))); used = Some(form.clone()); form }), "the control");
        let used = used.expect("a form");

        assert!(!attempt(&mut |_, _, _| used.clone()), "an answer that was used");
        assert!(!attempt(&mut |_, _, form| form.set("answer", used.value("answer").expect("an answer"))), "an old answer to a new challenge");
        assert!(!attempt(&mut |passkey, page, form| { passkey.verifies = false; let answer = passkey.get(&question(page, "get")); passkey.verifies = true; form.set("answer", &answer) }), "without user verification");
        assert!(!attempt(&mut |passkey, page, form| { let own = std::mem::replace(&mut passkey.origin, "https://evil.example".to_owned()); let answer = passkey.get(&question(page, "get")); passkey.origin = own; form.set("answer", &answer) }), "made on another page");
        assert!(!attempt(&mut |passkey, page, form| form.set("answer", &passkey.get(&question(page, "get"))).set("email", &app.member(Role::Publisher, 0).email)), "somebody else's account");
        assert!(!attempt(&mut |passkey, page, form| { let form = form.set("answer", &passkey.get(&question(page, "get"))); app.clock.advance(601); form }), "too late");
        assert!(!attempt(&mut |passkey, page, form| { let challenge = form.value("challenge").expect("sealed").replace('0', "1"); form.set("answer", &passkey.get(&question(page, "get"))).set("challenge", &challenge) }), "a challenge that was changed");
        assert!(!attempt(&mut |_, page, form| { let mut other = Authenticator::at(&app.base); other.create(&question(page, "get").as_object().map(|_| serde_json::json!({ "user": { "id": "AAAA" }, "rp": { "id": "localhost" }, "challenge": "AAAA" })).expect("json")); form.set("answer", &other.get(&question(page, "get"))) }), "a passkey nobody added");
        for answer in ["{}", "nonsense", "[]", "{\"id\":1}"] {
            assert!(!attempt(&mut |_, _, form| form.set("answer", answer)), "{answer}");
        }
        assert!(attempt(&mut |passkey, page, form| form.set("answer", &passkey.get(&question(page, "get")))), "the control once more");
    }
}

on_both! {
    fn se_09_a_passkey_is_added_by_its_owner_only_and_rests_sealed(app: TestApp) {
        let mut owner = app.signed_in(Role::Analyst, 0);
        let me = owner.get("/desk/me");
        let form = me.form("data-passkey=\"create\"").set("name", "Quicksilver ring");
        let mut passkey = Authenticator::at(&app.base);
        passkey.verifies = false;
        let unverified = passkey.create(&question(&me, "create"));
        assert_eq!(owner.submit(&form.clone().set("answer", &unverified)).status, 422, "without user verification");
        passkey.verifies = true;
        let own = std::mem::replace(&mut passkey.origin, "https://evil.example".to_owned());
        let foreign = passkey.create(&question(&me, "create"));
        assert_eq!(owner.submit(&form.clone().set("answer", &foreign)).status, 422, "made on another page");
        passkey.origin = own;
        let good = passkey.create(&question(&me, "create"));
        assert_eq!(owner.submit(&form.clone().set("name", " ").set("answer", &good)).status, 422, "without a name");

        let mut thief = app.signed_in(Role::Publisher, 0);
        let theirs = thief.get("/desk/me").form("data-passkey=\"create\"").set("name", "x").set("answer", &good).set("challenge", form.value("challenge").expect("sealed"));
        assert_eq!(thief.submit(&theirs).status, 422, "a challenge for somebody else");

        assert_eq!(owner.submit(&form.clone().set("answer", &good)).status, 200);
        assert_eq!(owner.submit(&form.set("answer", &good)).status, 422, "the same answer again");
        at_rest::assert_absent(&app.bytes_at_rest(), &["Quicksilver ring", "cred_id", "\"counter\""], "a passkey");
    }
}

on_both! {
    fn an_account_that_is_invited_again_loses_its_passkeys_and_codes(app: TestApp) {
        let (_, mut passkey) = enrolled(&app, "Blue key");
        let permit = candor::domain::access::Actor::Console.permit().expect("console");
        let person = people::list(&app.ctx, &permit).expect("people").into_iter().find(|p| p.email.expose() == app.member(Role::Analyst, 0).email).expect("there");
        let link = people::invite_again(&app.ctx, &permit, person.id).expect("invited").link;
        let token = link.split_once("?t=").expect("token").1;
        let secret = TotpSecret::from_base32(&people::begin_enrolment(&app.ctx, token).expect("secret").secret_base32).expect("base 32");
        people::accept(&app.ctx, token, PASSPHRASE, &secret.code_at(app.clock.now().0)).expect("enrolled");

        let mut visitor = app.visitor();
        let (page, form) = door(&app, &mut visitor);
        let answer = passkey.get(&question(&page, "get"));
        visitor.submit(&form.set("answer", &answer));

        assert!(!signed_in(&visitor));
    }
}

on_both! {
    fn se_10_pass_phrases_are_long_free_in_form_and_not_on_lists(app: TestApp) {
        let permit = candor::domain::access::Actor::Console.permit().expect("console");
        let drawn = (0..20).map(|_| candor::vault::draw_passphrase()).collect::<Vec<_>>().join(" ");
        let long = |n: usize| drawn.chars().take(n - 1).chain(['!']).collect::<String>();
        let cases = [
            ("kurze vierzehn".to_owned(), false), ("genau fünfzehn!".to_owned(), true), (long(64), true), (long(128), true), (long(256), true), (long(257), false),
            ("four words and some spaces".to_owned(), true), ("🦔🌧️🪁🧭 hedgehog kite fog".to_owned(), true), ("correct horse battery staple".to_owned(), false),
            ("candor candor candor".to_owned(), false), ("passwordpassword".to_owned(), false), ("aaaaaaaaaaaaaaaaaaaa".to_owned(), false), ("Priya Natarajan 1".to_owned(), false),
        ];
        for (number, (passphrase, good)) in cases.into_iter().enumerate() {
            let email = format!("phrase{number}@example.org");
            let link = people::invite(&app.ctx, &permit, "Priya Natarajan", &email, &[Role::Analyst]).expect("invited").link;
            let token = link.split_once("?t=").expect("token").1.to_owned();
            let mut visitor = app.visitor();
            let form = visitor.get(&format!("/set-up?t={token}")).form("passphrase");
            let secret = TotpSecret::from_base32(&people::begin_enrolment(&app.ctx, &token).expect("secret").secret_base32).expect("base 32");
            let form = form.set("passphrase", &passphrase).set("again", &passphrase).set("code", &secret.code_at(app.clock.now().0));
            let answer = visitor.submit(&form);
            assert_eq!(answer.status, if good { 200 } else { 422 }, "{passphrase:?}: {}", answer.visible());
            if good {
                app.clock.advance(30);
                let code = secret.code_at(app.clock.now().0);
                assert!(people::sign_in(&app.ctx, &email, &passphrase, &Second::Code(code)).is_ok(), "{passphrase:?}");
            }
        }
    }
}
