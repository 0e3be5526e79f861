//! Takes letters out of the house, into a folder or to a mail server. The only file that knows the mail library.
//!
//! Refuses plaintext: with STARTTLS a server that does not offer it gets nothing, neither letter nor password, and
//! certificates are always verified. Nothing a server says is kept or logged, only the kind of failure.

use std::error::Error as _;
use std::io::{self, ErrorKind};
use std::net::ToSocketAddrs;
use std::path::PathBuf;
use std::time::{Duration, UNIX_EPOCH};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, address::Envelope};

use super::error::Error;
use super::folder;
use super::letter::{Letter, Sender, check_headers};
use crate::domain::outbox::Failure;

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
pub struct Smtp {
    host: String,
    port: u16,
    implicit: bool,
    timeout: Duration,
    parameters: TlsParameters,
    credentials: Option<Credentials>,
}

/// Where letters go.
pub enum Transport {
    /// `.eml` files in this folder.
    Folder(PathBuf),
    /// A mail server.
    Smtp(Box<Smtp>),
}

impl std::fmt::Debug for Transport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Folder(path) => write!(f, "Folder({})", path.display()),
            Self::Smtp(smtp) => write!(f, "Smtp({}:{})", smtp.host, smtp.port),
        }
    }
}

impl Transport {
    /// Letters become files in `path`, which is made when it is missing.
    #[must_use]
    pub fn folder(path: impl Into<PathBuf>) -> Self {
        Self::Folder(path.into())
    }

    /// Letters go to a mail server. Does not connect yet.
    ///
    /// # Errors
    /// `Setting` with the key of the first setting that cannot work.
    pub fn smtp(settings: SmtpSettings) -> Result<Self, Error> {
        if settings.host.is_empty() || !settings.host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':')) {
            return Err(Error::Setting("mail.smtp.host"));
        }
        if settings.timeout_seconds == 0 {
            return Err(Error::Setting("mail.smtp.timeout_seconds"));
        }
        let credentials = match (settings.user, settings.password) {
            (None, None) => None,
            (Some(user), Some(password)) => Some(Credentials::new(user, password)),
            _ => return Err(Error::Setting("mail.smtp.user")),
        };
        let parameters = parameters(&settings.host, settings.extra_root_pem.as_deref())?;
        Ok(Self::Smtp(Box::new(Smtp {
            host: settings.host,
            port: settings.port,
            implicit: settings.tls == Tls::Implicit,
            timeout: Duration::from_secs(settings.timeout_seconds),
            parameters,
            credentials,
        })))
    }

    /// Delivers one letter. Blocks until the server has answered or a time-out has passed.
    ///
    /// # Errors
    /// `Permanent` when this letter will never be taken, `Configuration` when none will until somebody mends
    /// something, `Transient` for everything else. After `Transient` the letter may have arrived; the next attempt
    /// carries the same Message-ID.
    pub fn deliver(&self, sender: &Sender, letter: &Letter) -> Result<(), Failure> {
        let message = to_eml(sender, letter).map_err(|_| Failure::Permanent)?;
        match self {
            Self::Folder(path) => folder::deliver(path, &letter.message_id, &message),
            Self::Smtp(smtp) => smtp.deliver(sender, letter, &message),
        }
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
    fn deliver(&self, sender: &Sender, letter: &Letter, message: &[u8]) -> Result<(), Failure> {
        let from: Address = sender.address.expose().parse().map_err(|_| Failure::Configuration)?;
        let to: Address = letter.to.expose().parse().map_err(|_| Failure::Permanent)?;
        let hello = ClientId::Domain(from.domain().to_owned());
        let envelope = Envelope::new(Some(from), vec![to]).map_err(|_| Failure::Permanent)?;
        let mut connection = self.open(&hello)?;
        let sent = connection.send(&envelope, message).map_err(|error| during_letter(&error));
        if sent.is_ok() {
            // The letter is in the server's hands; how it says goodbye changes nothing.
            let _ = connection.quit();
        } else {
            connection.abort();
        }
        sent.map(drop)
    }

    /// An encrypted and, where wanted, authenticated connection. Says the sender's domain, not this machine's name.
    fn open(&self, hello: &ClientId) -> Result<SmtpConnection, Failure> {
        let address = (self.host.as_str(), self.port);
        // Asked first because the library does not tell an unknown name from a broken connection.
        address.to_socket_addrs().map_err(|_| Failure::Configuration)?.next().ok_or(Failure::Configuration)?;
        let implicit = self.implicit.then_some(&self.parameters);
        let mut connection = SmtpConnection::connect(address, Some(self.timeout), hello, implicit, None).map_err(|e| before_letter(&e))?;
        if !self.implicit {
            if !connection.can_starttls() {
                connection.abort();
                return Err(Failure::Configuration);
            }
            connection.starttls(&self.parameters, hello).map_err(|e| before_letter(&e))?;
        }
        if !connection.is_encrypted() {
            connection.abort();
            return Err(Failure::Configuration);
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials).map_err(|e| before_letter(&e))?;
        }
        Ok(connection)
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

/// The letter as an RFC 5322 message: text first and complete, then HTML with its chart. The same letter gives the
/// same bytes every time.
///
/// # Errors
/// `Header` when a value could add a header line, `Message` when an address is not usable in a message.
pub fn to_eml(sender: &Sender, letter: &Letter) -> Result<Vec<u8>, Error> {
    check_headers(sender, letter)?;
    let mailbox = |name: Option<String>, address: &str| address.parse().map(|a| Mailbox::new(name, a)).map_err(|_| Error::Message);
    let seconds = u64::try_from(letter.sent_at.0).map_err(|_| Error::Header("Date"))?;
    let message = Message::builder()
        .date(UNIX_EPOCH + Duration::from_secs(seconds))
        .from(mailbox(Some(sender.name.clone()), sender.address.expose())?)
        .to(mailbox(None, letter.to.expose())?)
        .subject(letter.artefact.subject.clone())
        .message_id(Some(format!("<{}>", letter.message_id)))
        .raw_header(raw("List-Id", format!("<{}>", sender.list_id))?)
        .raw_header(raw("List-Unsubscribe", format!("<{}>", letter.unsubscribe_url))?)
        .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())?)
        .raw_header(raw("Auto-Submitted", "auto-generated".to_owned())?)
        .multipart(body(letter)?)
        .map_err(|_| Error::Message)?;
    Ok(message.formatted())
}

/// A header exactly as written; `check_headers` has made sure that it is one line of ASCII.
fn raw(name: &'static str, value: String) -> Result<HeaderValue, Error> {
    let header = HeaderName::new_from_ascii(name.to_owned()).map_err(|_| Error::Header(name))?;
    Ok(HeaderValue::dangerous_new_pre_encoded(header, value.clone(), value))
}

fn body(letter: &Letter) -> Result<MultiPart, Error> {
    let artefact = &letter.artefact;
    let png = ContentType::parse("image/png").map_err(|_| Error::Message)?;
    let chart = Attachment::new_inline("chart".to_owned()).body(artefact.chart_png.clone(), png);
    // Fixed boundaries keep a resend identical; `=_` cannot occur in quoted-printable or base64 text (RFC 2045 6.7).
    let shown = MultiPart::related().boundary("=_candor-related").singlepart(SinglePart::html(artefact.html.clone())).singlepart(chart);
    Ok(MultiPart::alternative().boundary("=_candor-alternative").singlepart(SinglePart::plain(artefact.text.clone())).multipart(shown))
}

#[cfg(test)]
mod tests;
