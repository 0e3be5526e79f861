//! One letter to a mail server, over TLS or not at all.
//!
//! Refuses plaintext: with STARTTLS a server that does not offer it gets nothing, neither letter nor password, and
//! certificates are always verified. What a server said goes back to the caller for one person's eyes; credentials are cut out of it.

use std::error::Error as _;
use std::io::{self, ErrorKind};
use std::net::ToSocketAddrs as _;
use std::time::Duration;

use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, address::Envelope};

use crate::domain::outbox::{Failure, Refusal, Stage};
use crate::mail::error::Error;
use crate::mail::letter::{Letter, Sender};

/// Characters of a server's answer that are handed back.
const SAID_MAX: usize = 400;

/// How the connection is encrypted. There is no third way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tls {
    /// Plain greeting, then STARTTLS or nothing (RFC 3207).
    StartTls,
    /// TLS from the first byte (RFC 8314).
    Implicit,
}

/// How to reach the mail server.
#[derive(Clone)]
pub struct SmtpSettings {
    /// Host name, also the name the certificate must carry.
    pub host: String,
    /// Port.
    pub port: u16,
    /// Encryption.
    pub tls: Tls,
    /// User name; `None` for a relay that needs none.
    pub user: Option<String>,
    /// Pass-phrase that goes with it.
    pub password: Option<String>,
    /// Seconds before one step of a delivery is given up.
    pub timeout_seconds: u64,
    /// A certificate trusted besides the system's, PEM.
    pub extra_root_pem: Option<Vec<u8>>,
}

impl std::fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SmtpSettings({}:{}, {:?})", self.host, self.port, self.tls)
    }
}

/// A checked way to a mail server.
pub(super) struct Smtp {
    host: String,
    port: u16,
    implicit: bool,
    timeout: Duration,
    parameters: TlsParameters,
    credentials: Option<(String, String)>,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Smtp({}:{})", self.host, self.port)
    }
}

fn parameters(host: &str, extra_root_pem: Option<&[u8]>) -> Result<TlsParameters, Error> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(pem) = extra_root_pem {
        // The library takes a file without any certificate for an empty list; that would be a silent mistake.
        if !pem.windows(27).any(|w| w == b"-----BEGIN CERTIFICATE-----") {
            return Err(Error::Setting("mail.smtp.root_certificate_file"));
        }
        builder = builder.add_root_certificate(Certificate::from_pem(pem).map_err(|_| Error::Setting("mail.smtp.root_certificate_file"))?);
    }
    builder.build_rustls().map_err(|_| Error::Setting("mail.smtp.tls"))
}

impl Smtp {
    pub(super) fn new(settings: SmtpSettings) -> Result<Self, Error> {
        if settings.host.is_empty() || !settings.host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':')) {
            return Err(Error::Setting("mail.smtp.host"));
        }
        if settings.timeout_seconds == 0 {
            return Err(Error::Setting("mail.smtp.timeout_seconds"));
        }
        let credentials = match (settings.user, settings.password) {
            (None, None) => None,
            (Some(user), Some(password)) => Some((user, password)),
            _ => return Err(Error::Setting("mail.smtp.user")),
        };
        let parameters = parameters(&settings.host, settings.extra_root_pem.as_deref())?;
        Ok(Self {
            host: settings.host,
            port: settings.port,
            implicit: settings.tls == Tls::Implicit,
            timeout: Duration::from_secs(settings.timeout_seconds),
            parameters,
            credentials,
        })
    }

    pub(super) fn deliver(&self, sender: &Sender, letter: &Letter, message: &[u8]) -> Result<(), Refusal> {
        let unusable = |failure| move |_| Refusal::silent(failure, Stage::Letter);
        let from: Address = sender.address.expose().parse().map_err(unusable(Failure::Configuration))?;
        let to: Address = letter.to.expose().parse().map_err(unusable(Failure::Permanent))?;
        let hello = ClientId::Domain(from.domain().to_owned());
        let envelope = Envelope::new(Some(from), vec![to]).map_err(|_| Refusal::silent(Failure::Permanent, Stage::Letter))?;
        let mut connection = self.open(&hello)?;
        let sent = connection.send(&envelope, message).map_err(|error| self.refusal(during_letter(&error), Stage::Letter, &error));
        if sent.is_ok() {
            // The letter is in the server's hands; how it says goodbye changes nothing.
            let _ = connection.quit();
        } else {
            connection.abort();
        }
        sent.map(drop)
    }

    /// An encrypted and, where wanted, authenticated connection. Says the sender's domain, not this machine's name.
    fn open(&self, hello: &ClientId) -> Result<SmtpConnection, Refusal> {
        let address = (self.host.as_str(), self.port);
        let unknown = || Refusal::silent(Failure::Configuration, Stage::Connect);
        let at = |stage| move |error: SmtpError| self.refusal(before_letter(&error), stage, &error);
        // Asked first because the library does not tell an unknown name from a broken connection.
        address.to_socket_addrs().map_err(|_| unknown())?.next().ok_or_else(unknown)?;
        let implicit = self.implicit.then_some(&self.parameters);
        let mut connection = SmtpConnection::connect(address, Some(self.timeout), hello, implicit, None).map_err(at(Stage::Connect))?;
        if !self.implicit && connection.can_starttls() {
            connection.starttls(&self.parameters, hello).map_err(at(Stage::Encrypt))?;
        }
        if !connection.is_encrypted() {
            connection.abort();
            return Err(Refusal::silent(Failure::Configuration, Stage::Encrypt));
        }
        if let Some((user, password)) = &self.credentials {
            let credentials = Credentials::new(user.clone(), password.clone());
            connection.auth(DEFAULT_MECHANISMS, &credentials).map_err(at(Stage::SignIn))?;
        }
        Ok(connection)
    }

    /// What the server said, in one line, without anything of the credentials.
    fn refusal(&self, failure: Failure, stage: Stage, error: &SmtpError) -> Refusal {
        let mut said = error.to_string();
        let mut source = error.source();
        while let Some(inner) = source {
            let more = inner.to_string();
            if !said.contains(&more) {
                said = format!("{said}: {more}");
            }
            source = inner.source();
        }
        for secret in self.credentials.iter().flat_map(|(user, password)| [user, password]).filter(|s| !s.is_empty()) {
            said = said.replace(secret.as_str(), "…");
        }
        let said = said.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SAID_MAX).collect();
        Refusal { failure, stage, said }
    }
}

/// Before the letter is offered every refusal is about us: no server, no TLS, wrong certificate, wrong credentials.
fn before_letter(error: &SmtpError) -> Failure {
    let no_server = matches!(
        io_kind(error),
        Some(
            ErrorKind::ConnectionRefused
                | ErrorKind::HostUnreachable
                | ErrorKind::NetworkUnreachable
                | ErrorKind::AddrNotAvailable
                | ErrorKind::TimedOut
                | ErrorKind::InvalidData // what a failed certificate check or a TLS alert arrives as
        )
    );
    if error.is_permanent() || error.is_client() || error.is_tls() || no_server { Failure::Configuration } else { Failure::Transient }
}

/// Once it is offered a 5xx is about this letter; everything unclear is worth another attempt.
fn during_letter(error: &SmtpError) -> Failure {
    // A client error here means an address outside ASCII and a server that cannot carry it.
    if error.is_permanent() || error.is_client() { Failure::Permanent } else { Failure::Transient }
}

fn io_kind(error: &SmtpError) -> Option<ErrorKind> {
    let mut source = error.source();
    while let Some(inner) = source {
        if let Some(io) = inner.downcast_ref::<io::Error>() {
            return Some(io.kind());
        }
        source = inner.source();
    }
    None
}
