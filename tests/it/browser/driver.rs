//! Debian's Chromium through chromedriver: one browser a test, a phone-sized window, scripts off unless asked for.
//!
//! Without the two programs a test says so and passes, or fails when `CANDOR_TEST_REQUIRE_ALL` is set.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};

use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::runtime::Runtime;

use crate::support::backends::all_required;

/// One browser with one window.
pub struct Phone {
    runtime: Runtime,
    client: Client,
    driver: Child,
    port: u16,
    _profile: tempfile::TempDir,
}

fn found(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

fn chromedriver() -> (Child, u16) {
    let mut child =
        Command::new("chromedriver").arg("--port=0").stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("chromedriver starts");
    let port = BufReader::new(child.stdout.take().expect("output"))
        .lines()
        .map_while(Result::ok)
        .find_map(|line| line.split_once("started successfully on port ").and_then(|(_, rest)| rest.trim_end_matches('.').parse().ok()))
        .expect("chromedriver says its port");
    (child, port)
}

impl Phone {
    /// Starts a browser; `None` when there is none here and none is required.
    pub fn start(scripts: bool) -> Option<Self> {
        if !found("chromedriver") || !found("chromium") {
            assert!(!all_required(), "chromium or chromedriver is missing, and CANDOR_TEST_REQUIRE_ALL wants a browser");
            println!("skipped in a browser: chromium or chromedriver is not installed");
            return None;
        }
        let (driver, port) = chromedriver();
        let profile = tempfile::tempdir().expect("a profile");
        let content = if scripts { 1 } else { 2 };
        let options = serde_json::json!({
            "binary": "/usr/bin/chromium",
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=390,844",
                format!("--user-data-dir={}", profile.path().display())],
            "prefs": { "profile.managed_default_content_settings.javascript": content },
        });
        let capabilities = serde_json::Map::from_iter([("goog:chromeOptions".to_owned(), options)]);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let client = runtime
            .block_on(ClientBuilder::new(HttpConnector::new()).capabilities(capabilities).connect(&format!("http://127.0.0.1:{port}")))
            .expect("a browser");
        Some(Self { runtime, client, driver, port, _profile: profile })
    }

    /// Gives the browser an authenticator with a finger on it (WebAuthn level 3, section 11).
    pub fn give_authenticator(&mut self) {
        let session = self.runtime.block_on(self.client.session_id()).expect("an answer").expect("a session");
        let wanted = serde_json::json!({
            "protocol": "ctap2", "transport": "internal",
            "hasResidentKey": true, "hasUserVerification": true, "isUserVerified": true, "isUserConsenting": true,
        });
        ureq::post(format!("http://127.0.0.1:{}/session/{session}/webauthn/authenticator", self.port))
            .header("content-type", "application/json")
            .send(wanted.to_string())
            .expect("an authenticator");
    }

    /// Opens an address.
    pub fn open(&mut self, address: &str) {
        self.runtime.block_on(self.client.goto(address)).expect("the page opens");
    }

    /// Waits for an element that only the next page has: a click returns before the page it leads to is there.
    pub fn wait_for(&mut self, css: &str) {
        let patience = std::time::Duration::from_secs(60);
        let found = self.runtime.block_on(self.client.wait().at_most(patience).for_element(Locator::Css(css)));
        found.unwrap_or_else(|e| panic!("{css}: {e}"));
    }

    /// Clicks the first element that fits.
    pub fn click(&mut self, css: &str) {
        self.runtime.block_on(async {
            let element = self.client.find(Locator::Css(css)).await.unwrap_or_else(|e| panic!("{css}: {e}"));
            element.click().await.unwrap_or_else(|e| panic!("{css}: {e}"));
        });
    }

    /// Types into a field.
    pub fn type_into(&mut self, css: &str, text: &str) {
        self.runtime.block_on(async {
            let element = self.client.find(Locator::Css(css)).await.unwrap_or_else(|e| panic!("{css}: {e}"));
            element.send_keys(text).await.unwrap_or_else(|e| panic!("{css}: {e}"));
        });
    }

    /// The visible text of an element.
    pub fn text(&mut self, css: &str) -> String {
        self.runtime.block_on(async { self.client.find(Locator::Css(css)).await.expect("the element").text().await.expect("text") })
    }

    /// How many elements fit.
    pub fn count(&mut self, css: &str) -> usize {
        self.runtime.block_on(self.client.find_all(Locator::Css(css))).expect("a list").len()
    }

    /// Cookies of the page.
    pub fn cookies(&mut self) -> usize {
        self.runtime.block_on(self.client.get_all_cookies()).expect("cookies").len()
    }

    /// The page's address.
    pub fn address(&mut self) -> String {
        self.runtime.block_on(self.client.current_url()).expect("an address").to_string()
    }

    /// Makes the window this large.
    pub fn resize(&mut self, width: u32, height: u32) {
        self.runtime.block_on(self.client.set_window_size(width, height)).expect("a size");
    }

    /// Keeps what the window shows as a PNG.
    pub fn picture(&mut self, file: &str) {
        let png = self.runtime.block_on(self.client.screenshot()).expect("a picture");
        std::fs::write(file, png).expect("a file");
    }

    /// Everything the page has loaded, by address.
    pub fn loaded(&mut self) -> Vec<String> {
        let script = "return performance.getEntriesByType('resource').map(e => e.name)";
        let value = self.runtime.block_on(self.client.execute(script, Vec::new())).expect("a list");
        serde_json::from_value(value).expect("addresses")
    }

    /// What the accessibility audit complains about, as `rule: first element`.
    pub fn audit(&mut self, axe: &str) -> Vec<String> {
        self.runtime.block_on(self.client.execute(axe, Vec::new())).expect("the audit loads");
        let script = "const done = arguments[arguments.length - 1];
            axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
               .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes[0].target.join(' ') + ' ' + v.nodes[0].failureSummary)));";
        let value = self.runtime.block_on(self.client.execute_async(script, Vec::new())).expect("the audit runs");
        serde_json::from_value(value).expect("complaints")
    }
}

impl Drop for Phone {
    fn drop(&mut self) {
        let _ = self.runtime.block_on(self.client.clone().close());
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// The text of axe-core, where `scripts/install.sh` put it; `None` when it is not there and not required.
pub fn axe() -> Option<String> {
    let path = std::path::Path::new("target/axe/node_modules/axe-core/axe.min.js");
    let text = std::fs::read_to_string(path).ok();
    assert!(text.is_some() || !all_required(), "axe-core is missing: run scripts/install.sh");
    if text.is_none() {
        println!("skipped: the accessibility audit (axe-core is not installed; scripts/install.sh does it)");
    }
    text
}
