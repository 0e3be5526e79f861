//! `candor digest`: look at a month's letter, freeze it, send what is approved, say how it stands.
//!
//! Approval needs a person with the publisher's role, signed in at the desk, or named here with pass-phrase and code
//! on standard input: the console alone cannot approve.

use std::io::{BufRead as _, Read as _, Write as _};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context as _, Result};

use super::exit::{Bad, explain};
use super::wire;
use crate::domain::access::{Actor, ApproveDigest, PrepareDigest, ReadDigest, TakeBounce};
use crate::domain::digest::Editorial;
use crate::domain::id::DigestId;
use crate::domain::span::Span;
use crate::flows::digest::Taken;
use crate::flows::{Ctx, digest, people};
use crate::jobs;

/// Bytes of a notification that are read; the rest is the returned letter.
const NOTIFICATION_MAX: u64 = 1 << 20;

/// Subcommands of `digest`.
#[derive(clap::Subcommand)]
pub(super) enum Command {
    /// Print the text of a month's letter; freezes nothing.
    Preview(Month),
    /// Freeze a month's letter if it is not, and approve it. Reads address, pass-phrase and code from standard input.
    Approve(Month),
    /// Deliver what is approved and waits.
    Send(Month),
    /// Say how each issue stands.
    Status(Month),
    /// Take a letter from standard input that leaves the list by its subject, as `mail.unsubscribe_address` announces (RFC 2369).
    Leave,
    /// Take a delivery status notification (RFC 3464) from standard input, as the mail server hands it on.
    Bounce,
}

/// A month, or the last one.
#[derive(clap::Args)]
pub(super) struct Month {
    /// The month as 2026-09 or the quarter as 2026-Q3; without it, the last one that is over.
    #[arg(long, value_name = "PERIOD")]
    period: Option<String>,
}

impl Month {
    fn or_last(&self, ctx: &Ctx) -> Result<Span> {
        let Some(text) = &self.period else {
            let permit = Actor::Console.permit::<ReadDigest>().context("the console may read digests")?;
            let month = ctx.now().period().previous();
            let span = digest::span_holding(ctx, &permit, month).map_err(explain)?;
            // A quarter that is still running has no letter; the one before it has.
            return Ok(if span.last() > month { span.previous() } else { span });
        };
        Span::parse(text).ok_or_else(|| Bad(format!("{text:?} is neither a month nor a quarter: write 2026-09 or 2026-Q3")).into())
    }
}

pub(super) fn run(config: Option<&Path>, command: &Command) -> Result<ExitCode> {
    let ctx = wire::open(config)?;
    match command {
        Command::Preview(month) => {
            let permit = Actor::Console.permit::<ReadDigest>().context("the console may read digests")?;
            let span = month.or_last(&ctx)?;
            let editorial = usual(&ctx, span)?;
            let (_, artefact) = digest::preview(&ctx, &permit, span, &editorial, None).map_err(explain)?;
            println!("Subject: {}\n\n{}", artefact.subject, artefact.text);
        }
        Command::Approve(month) => approve(&ctx, month.or_last(&ctx)?)?,
        Command::Send(month) => {
            if month.period.is_some() {
                month.or_last(&ctx)?;
            }
            let transport = wire::transport(ctx.settings())?;
            println!("{} letter(s) delivered", jobs::deliver(&ctx, &transport).map_err(explain)?);
        }
        Command::Status(month) => status(&ctx, month)?,
        Command::Leave => leave(&ctx)?,
        Command::Bounce => bounce(&ctx)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn status(ctx: &Ctx, month: &Month) -> Result<()> {
    let permit = Actor::Console.permit::<ReadDigest>().context("the console may read digests")?;
    let only = month.period.as_ref().map(|_| month.or_last(ctx)).transpose()?;
    for card in digest::list(ctx, &permit).map_err(explain)?.iter().filter(|c| only.is_none_or(|p| c.record.span == p)) {
        let (r, l) = (&card.record, &card.letters);
        println!("{}  {:<8}  waiting {}  sent {}  dead {}", r.span, r.state.code(), l.waiting, l.sent, l.dead);
    }
    let changed = digest::changed(ctx, &permit).map_err(explain)?;
    if !changed.is_empty() {
        let named: Vec<String> = changed.iter().map(ToString::to_string).collect();
        return Err(Bad(format!("not what was frozen, so not sent: {}", named.join(", "))).into());
    }
    Ok(())
}

/// Stops letters to whom the token in the subject belongs. A letter without one is no error: a mail server would send that back.
fn leave(ctx: &Ctx) -> Result<()> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(NOTIFICATION_MAX).read_to_end(&mut bytes)?;
    // A long subject is folded over several lines (RFC 5322, 2.2.3).
    let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ");
    let head = text.lines().take_while(|line| !line.is_empty());
    let subject = head.map(str::trim).find_map(|line| line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("subject")));
    let left = match subject {
        Some((_, token)) => digest::unsubscribe(ctx, &token.replace(char::is_whitespace, "")).map_err(explain)?,
        None => false,
    };
    println!("{}", if left { "a reader gets no more letters" } else { "nothing to do: no such token in the subject" });
    Ok(())
}

/// Says what was done, never to whom. What is no notification is no error: a mail server would send that back again.
fn bounce(ctx: &Ctx) -> Result<()> {
    let permit = Actor::Console.permit::<TakeBounce>().context("the console may take bounces")?;
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(NOTIFICATION_MAX).read_to_end(&mut bytes)?;
    let taken = digest::take_bounce(ctx, &permit, &String::from_utf8_lossy(&bytes)).map_err(explain)?;
    println!(
        "{}",
        match taken {
            Taken::Silenced => "a reader gets no more letters",
            Taken::Noted => "noted; the reader stays",
            Taken::Nothing => "nothing to do: no failure of a letter sent from here, or known already",
        }
    );
    Ok(())
}

/// What a letter tells when nobody chose.
fn usual(ctx: &Ctx, span: Span) -> Result<Editorial> {
    let prepare = Actor::Console.permit::<PrepareDigest>().context("the console may prepare digests")?;
    digest::usual_editorial(ctx, &prepare, span).map_err(explain)
}

fn frozen(ctx: &Ctx, span: Span) -> Result<DigestId> {
    let read = Actor::Console.permit::<ReadDigest>().context("the console may read digests")?;
    if let Some(card) = digest::list(ctx, &read).map_err(explain)?.iter().find(|c| c.record.span == span) {
        return Ok(card.record.id);
    }
    let prepare = Actor::Console.permit::<PrepareDigest>().context("the console may prepare digests")?;
    digest::prepare(ctx, &prepare, span, &usual(ctx, span)?).map_err(explain)
}

fn ask(question: &str) -> Result<String> {
    eprint!("{question}: ");
    std::io::stderr().flush()?;
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn approve(ctx: &Ctx, span: Span) -> Result<()> {
    let (email, passphrase, code) = (ask("Publisher's address")?, ask("Pass-phrase")?, ask("One-time code")?);
    let token = people::sign_in(ctx, &email, &passphrase, &people::Second::Code(code)).map_err(|_| Bad("sign-in refused".to_owned()))?;
    let session = people::session(ctx, &token).map_err(explain)?.context("the session ended at once")?;
    let permit = session.actor().permit::<ApproveDigest>().ok_or_else(|| Bad("only a publisher may approve".to_owned()))?;
    let letters = digest::approve(ctx, &permit, frozen(ctx, span)?).map_err(explain)?;
    people::sign_out(ctx, &token).map_err(explain)?;
    println!("approved; {letters} letter(s) queued");
    Ok(())
}
