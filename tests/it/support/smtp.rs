//! A mail server that does what a test tells it to, on a free port of this machine, with a throw-away certificate.
//!
//! Speaks as much SMTP as one letter needs (RFC 5321, RFC 3207, RFC 4954). Refuses nothing by itself: every refusal is
//! the behaviour asked for.

#![allow(clippy::expect_used, reason = "a test server that cannot start has to stop the test")]

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Names in the certificate unless a test wants another.
const OWN_NAMES: [&str; 2] = ["127.0.0.1", "localhost"];

/// What the server does with a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behaviour {
    /// Takes every letter.
    Accept,
    /// `550` for every recipient.
    RefuseRecipient,
    /// `451` after the letter.
    DeferAfterData,
    /// Hangs up when the letter is complete, before it answers.
    CloseAfterData,
    /// Hangs up in the middle of the letter.
    CloseInData,
    /// Takes the letter and keeps its answer until the client is gone.
    TakeAndWait,
    /// Offers no STARTTLS.
    NoStartTls,
    /// Hangs up instead of greeting.
    CloseAtGreeting,
    /// `421` instead of greeting.
    BusyAtGreeting,
    /// Accepts the connection and says nothing.
    Silent,
    /// Wants credentials and answers `535` to any.
    RefuseCredentials,
}

/// A letter the server took or was offered in full.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    /// Envelope sender.
    pub(crate) from: String,
    /// Envelope recipients.
    pub(crate) to: Vec<String>,
    /// The message as it stood on the wire, dots unstuffed.
    pub(crate) data: String,
    /// Whether the connection was encrypted by then.
    pub(crate) encrypted: bool,
}

#[derive(Default)]
struct Log {
    received: Vec<Received>,
    commands: Vec<(bool, String)>,
}

/// A running server; stops when dropped.
pub(crate) struct SmtpServer {
    /// Port on 127.0.0.1.
    pub(crate) port: u16,
    /// The certificate to trust, PEM.
    pub(crate) root_pem: Vec<u8>,
    log: Arc<Mutex<Log>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl SmtpServer {
    /// Starts a server with STARTTLS.
    pub(crate) fn start(behaviour: Behaviour) -> Self {
        Self::launch(vec![behaviour], false, &OWN_NAMES)
    }

    /// Starts a server with STARTTLS that treats each connection as the next of `behaviours`, the last one for good.
    pub(crate) fn start_changing(behaviours: &[Behaviour]) -> Self {
        Self::launch(behaviours.to_vec(), false, &OWN_NAMES)
    }

    /// Starts a server whose certificate is trusted but carries another name.
    pub(crate) fn start_as_another() -> Self {
        Self::launch(vec![Behaviour::Accept], false, &["mail.elsewhere.example"])
    }

    /// Starts a server that speaks TLS from the first byte.
    pub(crate) fn start_implicit(behaviour: Behaviour) -> Self {
        Self::launch(vec![behaviour], true, &OWN_NAMES)
    }

    fn launch(behaviours: Vec<Behaviour>, implicit: bool, names: &[&str]) -> Self {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let made = rcgen::generate_simple_self_signed(names).expect("certificate");
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().expect("versions");
        let config = Arc::new(config.with_no_client_auth().with_single_cert(vec![made.cert.der().clone()], key).expect("key"));
        let listener = TcpListener::bind("127.0.0.1:0").expect("port");
        let port = listener.local_addr().expect("address").port();
        let (log, stop) = (Arc::new(Mutex::new(Log::default())), Arc::new(AtomicBool::new(false)));
        let (log_inside, stop_inside) = (Arc::clone(&log), Arc::clone(&stop));
        let thread = std::thread::spawn(move || {
            let last = *behaviours.last().expect("a behaviour");
            let behaviours = behaviours.into_iter().chain(std::iter::repeat(last));
            for (stream, behaviour) in listener.incoming().map_while(Result::ok).zip(behaviours) {
                if stop_inside.load(Ordering::SeqCst) {
                    break;
                }
                // A client that hangs up in the middle is what some tests are about.
                let _ = serve(stream, behaviour, implicit, &config, &log_inside);
            }
        });
        Self { port, root_pem: made.cert.pem().into_bytes(), log, stop, thread: Some(thread) }
    }

    /// Every letter offered in full so far.
    pub(crate) fn received(&self) -> Vec<Received> {
        self.log.lock().expect("log").received.clone()
    }

    /// Every command line so far with whether it came over an encrypted connection.
    pub(crate) fn commands(&self) -> Vec<(bool, String)> {
        self.log.lock().expect("log").commands.clone()
    }
}

impl Drop for SmtpServer {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // Wakes the listener so that it sees the flag.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// How a dialogue ended.
enum End {
    Closed,
    StartTls,
}

fn serve(stream: TcpStream, behaviour: Behaviour, implicit: bool, config: &Arc<ServerConfig>, log: &Mutex<Log>) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let secure = |stream: TcpStream| -> io::Result<_> {
        let connection = ServerConnection::new(Arc::clone(config)).map_err(io::Error::other)?;
        Ok(BufReader::new(StreamOwned::new(connection, stream)))
    };
    match behaviour {
        Behaviour::CloseAtGreeting => return stream.shutdown(Shutdown::Both),
        Behaviour::Silent => {
            // Waits for the client to give up.
            let mut sink = Vec::new();
            return (&stream).read_to_end(&mut sink).map(drop);
        }
        _ => {}
    }
    if implicit {
        return Dialogue { behaviour, encrypted: true, log }.run(&mut secure(stream)?, true).map(drop);
    }
    let mut plain = BufReader::new(stream.try_clone()?);
    let end = Dialogue { behaviour, encrypted: false, log }.run(&mut Duplex(&mut plain), true)?;
    if matches!(end, End::StartTls) {
        Dialogue { behaviour, encrypted: true, log }.run(&mut secure(stream)?, false)?;
    }
    Ok(())
}

/// A buffered reader one can also write to.
trait Line {
    fn read_line(&mut self, into: &mut String) -> io::Result<usize>;
    fn say(&mut self, line: &str) -> io::Result<()>;
}

struct Duplex<'a>(&'a mut BufReader<TcpStream>);

impl Line for Duplex<'_> {
    fn read_line(&mut self, into: &mut String) -> io::Result<usize> {
        self.0.read_line(into)
    }
    fn say(&mut self, line: &str) -> io::Result<()> {
        self.0.get_mut().write_all(format!("{line}\r\n").as_bytes())
    }
}

impl Line for BufReader<StreamOwned<ServerConnection, TcpStream>> {
    fn read_line(&mut self, into: &mut String) -> io::Result<usize> {
        BufRead::read_line(self, into)
    }
    fn say(&mut self, line: &str) -> io::Result<()> {
        self.get_mut().write_all(format!("{line}\r\n").as_bytes())?;
        self.get_mut().flush()
    }
}

struct Dialogue<'a> {
    behaviour: Behaviour,
    encrypted: bool,
    log: &'a Mutex<Log>,
}

impl Dialogue<'_> {
    fn run(&self, line: &mut dyn Line, greet: bool) -> io::Result<End> {
        if greet && self.behaviour == Behaviour::BusyAtGreeting {
            line.say("421 busy")?;
            return Ok(End::Closed);
        }
        if greet {
            line.say("220 test")?;
        }
        let mut letter = Received { from: String::new(), to: Vec::new(), data: String::new(), encrypted: self.encrypted };
        loop {
            let mut command = String::new();
            if line.read_line(&mut command)? == 0 {
                return Ok(End::Closed);
            }
            let command = command.trim_end().to_owned();
            self.log.lock().expect("log").commands.push((self.encrypted, command.clone()));
            let verb = command.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" => self.hello(line)?,
                "STARTTLS" if !self.encrypted && self.behaviour != Behaviour::NoStartTls => {
                    line.say("220 go ahead")?;
                    return Ok(End::StartTls);
                }
                "AUTH" if self.behaviour == Behaviour::RefuseCredentials => line.say("535 no")?,
                "AUTH" => line.say("235 welcome")?,
                "MAIL" => {
                    letter.from = path(&command);
                    line.say("250 ok")?;
                }
                "RCPT" if self.behaviour == Behaviour::RefuseRecipient => line.say("550 no such person")?,
                "RCPT" => {
                    letter.to.push(path(&command));
                    line.say("250 ok")?;
                }
                "DATA" => {
                    line.say("354 go ahead")?;
                    if self.behaviour == Behaviour::CloseInData {
                        line.read_line(&mut String::new())?;
                        return Ok(End::Closed);
                    }
                    letter.data = data(line)?;
                    self.log.lock().expect("log").received.push(letter.clone());
                    match self.behaviour {
                        Behaviour::CloseAfterData => return Ok(End::Closed),
                        Behaviour::TakeAndWait => {
                            while line.read_line(&mut String::new())? > 0 {}
                            return Ok(End::Closed);
                        }
                        Behaviour::DeferAfterData => line.say("451 try later")?,
                        _ => line.say("250 taken")?,
                    }
                }
                "QUIT" => {
                    line.say("221 bye")?;
                    return Ok(End::Closed);
                }
                _ => line.say("250 ok")?,
            }
        }
    }

    fn hello(&self, line: &mut dyn Line) -> io::Result<()> {
        line.say("250-test")?;
        if !self.encrypted && self.behaviour != Behaviour::NoStartTls {
            line.say("250-STARTTLS")?;
        }
        if self.encrypted {
            line.say("250-AUTH PLAIN LOGIN")?;
        }
        line.say("250 8BITMIME")
    }
}

/// The address between angle brackets.
fn path(command: &str) -> String {
    command.split_once('<').and_then(|(_, rest)| rest.split_once('>')).map(|(address, _)| address.to_owned()).unwrap_or_default()
}

/// Reads up to the lone dot.
fn data(line: &mut dyn Line) -> io::Result<String> {
    let mut out = String::new();
    loop {
        let mut next = String::new();
        if line.read_line(&mut next)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if next == ".\r\n" {
            return Ok(out);
        }
        out.push_str(next.strip_prefix('.').unwrap_or(&next));
    }
}
