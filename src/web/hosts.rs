//! The host names this service answers to. Refuses to learn one from a request.

use std::net::IpAddr;

/// The host names this service answers to, from its public address.
#[derive(Debug)]
pub(in crate::web) struct Hosts {
    name: String,
    loopback: bool,
    secure: bool,
}

impl Hosts {
    /// Reads the public address. Under a loopback address every loopback name is answered.
    #[must_use]
    pub(in crate::web) fn of(public_url: &str) -> Self {
        let (scheme, rest) = public_url.split_once("://").unwrap_or(("http", public_url));
        let name = host_name(rest.split('/').next().unwrap_or_default());
        Self { loopback: is_loopback(&name), secure: scheme.eq_ignore_ascii_case("https"), name }
    }

    /// Whether links are `https`, so that cookies are `Secure` and the browser is told to stay there.
    #[must_use]
    pub(in crate::web) const fn is_secure(&self) -> bool {
        self.secure
    }

    /// Whether a `Host` header is ours.
    #[must_use]
    pub(in crate::web) fn answers(&self, host: &str) -> bool {
        let name = host_name(host);
        name == self.name || (self.loopback && is_loopback(&name))
    }
}

/// Host name without port and brackets, lower case.
fn host_name(authority: &str) -> String {
    let bare = match authority.strip_prefix('[') {
        Some(rest) => rest.split(']').next(),
        None => authority.split(':').next(),
    };
    bare.unwrap_or_default().to_ascii_lowercase()
}

fn is_loopback(name: &str) -> bool {
    name == "localhost" || name.ends_with(".localhost") || name.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::Hosts;

    #[test]
    fn only_the_public_name_is_answered() {
        let hosts = Hosts::of("https://Candor.example.org/");

        assert!(hosts.is_secure() && hosts.answers("candor.example.org") && hosts.answers("CANDOR.example.org:443"));
        assert!(!hosts.answers("127.0.0.1:8080") && !hosts.answers("evil.example") && !hosts.answers(""));
    }

    #[test]
    fn behind_loopback_every_loopback_name_is_answered() {
        let hosts = Hosts::of("http://127.0.0.1:8080");

        assert!(!hosts.is_secure() && hosts.answers("localhost:9") && hosts.answers("[::1]:8080") && hosts.answers("127.0.0.1"));
        assert!(!hosts.answers("evil.example") && !hosts.answers("127.0.0.1.evil.example"));
    }
}
