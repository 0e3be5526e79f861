//! Takes the README's pictures from a running demonstration. Called by `scripts/pictures.sh`, never by the test run.

use std::collections::BTreeMap;

use super::driver::Phone;

/// Address and pass-phrase by role, as the demonstration keeps them for its invented people.
fn people(file: &str) -> BTreeMap<String, (String, String)> {
    let text = std::fs::read_to_string(file).expect("the demonstration's people");
    let lines = text.lines().map(|l| l.split('\t').map(str::to_owned).collect::<Vec<_>>());
    lines.rev().filter_map(|l| Some((l.get(3)?.clone(), (l.get(1)?.clone(), l.get(2)?.clone())))).collect()
}

fn sign_in(phone: &mut Phone, base: &str, (email, passphrase): &(String, String)) {
    phone.open(&format!("{base}/sign-in"));
    let page = phone.text("body");
    // The page shows each invented person's code beside the address.
    let at = page.find(email.as_str()).expect("the person is listed");
    let code = regex::Regex::new(r"\b\d{3} ?\d{3}\b").expect("pattern").find_at(&page, at).expect("a code").as_str().replace(' ', "");
    phone.type_into("input[name=email]", email);
    phone.type_into("input[name=passphrase]", passphrase);
    phone.type_into("input[name=code]", &code);
    phone.click("main form button[type=submit], main form button:not([type])");
    phone.wait_for("form[action='/sign-out']");
    assert!(phone.address().ends_with("/desk"), "{}", phone.text("body"));
}

#[test]
#[ignore = "takes pictures of a running demonstration; scripts/pictures.sh starts one"]
fn take() {
    let base = std::env::var("CANDOR_PICTURES_BASE").expect("CANDOR_PICTURES_BASE");
    let people = people(&std::env::var("CANDOR_PICTURES_PEOPLE").expect("CANDOR_PICTURES_PEOPLE"));
    let mut phone = Phone::start(false).expect("a browser");

    phone.resize(390, 1500);
    phone.open(&format!("{base}/report"));
    phone.picture("docs/pictures/form.png");

    phone.resize(1280, 1500);
    sign_in(&mut phone, &base, people.get("screener").expect("a screener"));
    phone.open(&format!("{base}/desk/screening"));
    phone.click("a[href^='/desk/screening/']");
    phone.wait_for("main select");
    phone.picture("docs/pictures/desk.png");
    phone.click("form[action='/sign-out'] button");
    phone.wait_for("input[name=passphrase]");

    sign_in(&mut phone, &base, people.get("analyst").expect("an analyst"));
    phone.open(&format!("{base}/desk/digest"));
    phone.click("a[href^='/desk/digest/']");
    phone.wait_for("iframe");
    let issue = phone.address();
    phone.resize(700, 1500);
    phone.open(&format!("{issue}/letter"));
    phone.picture("docs/pictures/digest.png");
}
