//! A client that behaves like a browser without JavaScript: keeps cookies, follows redirects, fills in forms it finds.

use std::collections::BTreeMap;

use regex::Regex;

/// One answer.
#[derive(Debug, Clone)]
pub struct Page {
    /// Status code.
    pub status: u16,
    /// Header lines, lower-case names.
    pub headers: Vec<(String, String)>,
    /// Raw body.
    pub bytes: Vec<u8>,
    /// Address the page came from.
    pub path: String,
}

impl Page {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// One header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// What a reader sees: tags removed, entities decoded, white space folded.
    pub fn visible(&self) -> String {
        let text = self.text();
        let without =
            Regex::new(r"(?s)<(script|style)\b.*?</(script|style)>|<[^>]*>").expect("pattern").replace_all(&text, " ").into_owned();
        unescape(&without).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The fields of the form whose tag or buttons contain `mark`, with the values a browser would send.
    pub fn form(&self, mark: &str) -> Form {
        let text = self.text();
        let forms = Regex::new(r"(?s)<form\b([^>]*)>(.*?)</form>").expect("pattern");
        for found in forms.captures_iter(&text) {
            let (tag, body) = (found.get(1).map_or("", |m| m.as_str()), found.get(2).map_or("", |m| m.as_str()));
            if tag.contains(mark) || body.contains(mark) {
                return Form::parse(tag, body, &self.path);
            }
        }
        panic!("no form with {mark:?} on {} (status {}):\n{}", self.path, self.status, self.visible());
    }

    /// Every `href` on the page.
    pub fn links(&self) -> Vec<String> {
        let text = self.text();
        Regex::new(r#"href="([^"]+)""#).expect("pattern").captures_iter(&text).map(|c| unescape(&c[1])).collect()
    }

    /// The first link that starts with `prefix` and is longer.
    pub fn link(&self, prefix: &str) -> String {
        self.links()
            .into_iter()
            .find(|l| l.starts_with(prefix) && l.len() > prefix.len())
            .unwrap_or_else(|| panic!("no link {prefix}… on {}:\n{}", self.path, self.visible()))
    }
}

/// Decodes the entities that templates write.
pub fn unescape(text: &str) -> String {
    let numbers = Regex::new(r"&#(x?)([0-9a-fA-F]+);").expect("pattern");
    let text = numbers.replace_all(text, |c: &regex::Captures<'_>| {
        let radix = if c[1].is_empty() { 10 } else { 16 };
        u32::from_str_radix(&c[2], radix).ok().and_then(char::from_u32).map_or_else(String::new, String::from)
    });
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&").replace("&nbsp;", " ")
}

/// A form ready to be sent.
#[derive(Debug, Clone)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// `get` or `post`.
    pub method: String,
    /// Name and value of every field, in order.
    pub fields: Vec<(String, String)>,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let quoted = Regex::new(&format!(r#"(?s)\b{name}="([^"]*)""#)).expect("pattern");
    quoted.captures(tag).map(|c| unescape(&c[1]))
}

fn has(tag: &str, word: &str) -> bool {
    Regex::new(&format!(r"(?s)\s{word}(\s|=|/|$)")).expect("pattern").is_match(tag)
}

impl Form {
    fn parse(tag: &str, body: &str, path: &str) -> Self {
        let mut fields = Vec::new();
        let parts =
            Regex::new(r"(?s)<input\b([^>]*)>|<textarea\b([^>]*)>(.*?)</textarea>|<select\b([^>]*)>(.*?)</select>").expect("pattern");
        for part in parts.captures_iter(body) {
            if let Some(input) = part.get(1) {
                let kind = attribute(input.as_str(), "type").unwrap_or_else(|| "text".to_owned());
                let sent = match kind.as_str() {
                    "checkbox" | "radio" => has(input.as_str(), "checked"),
                    "submit" | "button" | "reset" => false,
                    _ => true,
                };
                if let (Some(name), true) = (attribute(input.as_str(), "name"), sent) {
                    fields.push((
                        name,
                        attribute(input.as_str(), "value").unwrap_or_else(|| if kind == "checkbox" { "on".into() } else { String::new() }),
                    ));
                }
            } else if let Some(area) = part.get(2) {
                if let Some(name) = attribute(area.as_str(), "name") {
                    let value = unescape(part.get(3).map_or("", |m| m.as_str()));
                    fields.push((name, value.strip_prefix('\n').unwrap_or(&value).to_owned()));
                }
            } else if let Some(name) = part.get(4).and_then(|select| attribute(select.as_str(), "name")) {
                fields.push((name, selected(part.get(5).map_or("", |m| m.as_str()))));
            }
        }
        let action = attribute(tag, "action").filter(|a| !a.is_empty()).unwrap_or_else(|| path.to_owned());
        Self { action, method: attribute(tag, "method").unwrap_or_else(|| "get".to_owned()).to_lowercase(), fields }
    }

    /// Sets a field, replacing what was there.
    pub fn set(mut self, name: &str, value: &str) -> Self {
        self.fields.retain(|(n, _)| n != name);
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Adds a field beside others of the same name.
    pub fn add(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Sends it elsewhere, as a button with `formaction` does.
    pub fn to(mut self, action: &str) -> Self {
        self.action = action.to_owned();
        self
    }

    /// The value of a field.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The body as a browser would encode it.
    pub fn encoded(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self.fields.iter()).finish()
    }
}

fn selected(options: &str) -> String {
    let each = Regex::new(r"(?s)<option\b([^>]*)>(.*?)</option>").expect("pattern");
    let all: Vec<(String, bool)> = each
        .captures_iter(options)
        .map(|o| (attribute(&o[1], "value").unwrap_or_else(|| unescape(o[2].trim())), has(&o[1], "selected")))
        .collect();
    all.iter().find(|(_, on)| *on).or_else(|| all.first()).map_or_else(String::new, |(v, _)| v.clone())
}

/// A visitor: an address to talk to and the cookies it was given.
#[derive(Clone)]
pub struct Visitor {
    base: String,
    agent: ureq::Agent,
    /// Cookies by name.
    pub cookies: BTreeMap<String, String>,
}

impl Visitor {
    /// A visitor of the service at `base`.
    pub fn new(base: &str) -> Self {
        let config = ureq::Agent::config_builder().http_status_as_error(false).max_redirects(0).build();
        Self { base: base.to_owned(), agent: config.into(), cookies: BTreeMap::new() }
    }

    fn absolute(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) }
    }

    fn cookie_line(&self) -> String {
        self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect::<Vec<_>>().join("; ")
    }

    fn take(&mut self, path: &str, answer: ureq::http::Response<ureq::Body>) -> Option<Page> {
        let status = answer.status().as_u16();
        let headers: Vec<(String, String)> =
            answer.headers().iter().map(|(n, v)| (n.as_str().to_owned(), String::from_utf8_lossy(v.as_bytes()).into_owned())).collect();
        for (_, line) in headers.iter().filter(|(n, _)| n == "set-cookie") {
            let (name, value) = line.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            if value.is_empty() {
                self.cookies.remove(name)
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned())
            };
        }
        let bytes = answer.into_body().read_to_vec().ok()?;
        Some(Page { status, headers, bytes, path: path.to_owned() })
    }

    /// One request without following redirects.
    pub fn send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Page {
        self.try_send(method, path, headers, body).expect("an answer")
    }

    /// One request that may fail half way, as when the service is killed.
    pub fn try_send(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Option<Page> {
        let mut request = ureq::http::Request::builder().method(method).uri(self.absolute(path));
        if !self.cookies.is_empty() {
            request = request.header("cookie", self.cookie_line());
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let answer = self.agent.run(request.body(body.to_vec()).expect("a request")).ok()?;
        self.take(path, answer)
    }

    /// Opens a page and follows redirects.
    pub fn get(&mut self, path: &str) -> Page {
        let page = self.send("GET", path, &[("sec-fetch-site", "same-origin")], &[]);
        self.follow(page)
    }

    fn follow(&mut self, mut page: Page) -> Page {
        for _ in 0..5 {
            let Some(next) = page.header("location").filter(|_| (300..400).contains(&page.status)).map(str::to_owned) else { break };
            page = self.send("GET", &next, &[("sec-fetch-site", "same-origin")], &[]);
        }
        page
    }

    /// Sends a form as a browser would, and follows redirects.
    pub fn submit(&mut self, form: &Form) -> Page {
        if form.method == "get" {
            let (path, query) = (form.action.clone(), form.encoded());
            return self.get(&format!("{path}?{query}"));
        }
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
        let page = self.send("POST", &form.action, &headers, form.encoded().as_bytes());
        self.follow(page)
    }
}
