//! A letter as the bytes of a message.
//!
//! Refuses header values that could add a line. A digest is filled up to a size class: who watches the line does not see whether a
//! month was quiet.

use std::time::{Duration, UNIX_EPOCH};

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Attachment, Mailbox, Message, MultiPart, SinglePart};

use crate::domain::digest::Artefact;
use crate::mail::error::Error;
use crate::mail::letter::{Content, Letter, Sender, check_headers};

/// A digest's size is a multiple of this, in bytes.
const SIZE_CLASS: usize = 32 * 1024;
/// Longest filling line with its end.
const LINE: usize = 78;

/// The letter as an RFC 5322 message: text first and complete, then HTML with its chart. The same letter gives the
/// same bytes every time.
///
/// # Errors
/// `Header` when a value could add a header line, `Message` when an address is not usable in a message.
pub fn to_eml(sender: &Sender, letter: &Letter) -> Result<Vec<u8>, Error> {
    check_headers(sender, letter)?;
    let mailbox = |name: Option<String>, address: &str| address.parse().map(|a| Mailbox::new(name, a)).map_err(|_| Error::Message);
    let seconds = u64::try_from(letter.sent_at.0).map_err(|_| Error::Header("Date"))?;
    let mut builder = Message::builder()
        .date(UNIX_EPOCH + Duration::from_secs(seconds))
        .from(mailbox(Some(sender.name.clone()), sender.address.expose())?)
        .to(mailbox(None, letter.to.expose())?)
        .subject(letter.content.subject().to_owned())
        .message_id(Some(format!("<{}>", letter.message_id)))
        .raw_header(raw("List-Id", format!("<{}>", sender.list_id))?)
        .raw_header(raw("Auto-Submitted", "auto-generated".to_owned())?);
    if let Some(leave) = &letter.leave {
        let ways = leave.mailto.as_ref().map_or_else(|| format!("<{}>", leave.url), |mailto| format!("<{}>, <{mailto}>", leave.url));
        builder = builder
            .raw_header(raw("List-Unsubscribe", ways)?)
            .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned())?);
    }
    match &letter.content {
        Content::Digest(artefact) => {
            let message = builder.multipart(body(artefact)?).map_err(|_| Error::Message)?;
            Ok(filled(message.formatted()))
        }
        Content::Note { text, .. } => {
            let message = builder.singlepart(SinglePart::plain(text.clone())).map_err(|_| Error::Message)?;
            Ok(message.formatted())
        }
    }
}

/// A header exactly as written; `check_headers` has made sure that it is one line of ASCII.
fn raw(name: &'static str, value: String) -> Result<HeaderValue, Error> {
    let header = HeaderName::new_from_ascii(name.to_owned()).map_err(|_| Error::Header(name))?;
    Ok(HeaderValue::dangerous_new_pre_encoded(header, value.clone(), value))
}

fn body(artefact: &Artefact) -> Result<MultiPart, Error> {
    // Fixed boundaries keep a resend identical; `=_` cannot occur in quoted-printable or base64 text (RFC 2045 6.7).
    let text = MultiPart::alternative().boundary("=_candor-alternative").singlepart(SinglePart::plain(artefact.text.clone()));
    let html = SinglePart::html(artefact.html.clone());
    if artefact.chart_png.is_empty() {
        return Ok(text.singlepart(html));
    }
    let png = ContentType::parse("image/png").map_err(|_| Error::Message)?;
    let chart = Attachment::new_inline("chart".to_owned()).body(artefact.chart_png.clone(), png);
    Ok(text.multipart(MultiPart::related().boundary("=_candor-related").singlepart(html).singlepart(chart)))
}

/// Fills a message up to its size class with blank lines after the last boundary, which mail programs skip (RFC 2046
/// section 5.1.1).
fn filled(mut message: Vec<u8>) -> Vec<u8> {
    let mut gap = SIZE_CLASS - message.len() % SIZE_CLASS;
    if gap < 2 {
        gap += SIZE_CLASS;
    }
    while gap > 0 {
        let line = match gap {
            0..=LINE => gap,
            // One byte alone is no line.
            _ if gap == LINE + 1 => LINE - 1,
            _ => LINE,
        };
        message.resize(message.len() + line - 2, b' ');
        message.extend_from_slice(b"\r\n");
        gap -= line;
    }
    message
}
