//! Ways to reach somebody: mail, telephone, web addresses, shares, logins.
//!
//! Refuses public emergency numbers, and bare figures without a word that makes them a number to ring.

use crate::domain::redaction::SpanKind;

use super::{Pattern, always, any};

fn rings(number: &str, _: &str, _: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    digits >= 3 && !matches!(number, "999" | "911" | "112" | "000" | "111")
}

fn long_number(number: &str, before: &str, after: &str) -> bool {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (9..=15).contains(&digits) && !before.ends_with(['-', '/', '.']) && !after.starts_with(['-', '/'])
}

fn login(word: &str, _: &str, _: &str) -> bool {
    word.len() >= 3
        && (word.chars().any(|c| c.is_ascii_digit() || matches!(c, '_' | '.' | '-' | '@')) || word.chars().all(|c| c.is_ascii_lowercase()))
        && ![
            "the",
            "and",
            "was",
            "for",
            "that",
            "who",
            "with",
            "now",
            "been",
            "which",
            "had",
            "has",
            "not",
            "code",
            "name",
            "screen",
            "page",
            "que",
            "les",
            "pour",
            "mit",
            "und",
            "der",
            "del",
            "error",
            "story",
            "manual",
            "guide",
            "interface",
        ]
        .contains(&word)
}

pub(super) const PATTERNS: &[Pattern] = &[
    any(
        "email",
        SpanKind::Email,
        0.99,
        always,
        r"(?i)([a-z0-9][a-z0-9._%+-]*@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+)",
    ),
    any(
        "email-spoken",
        SpanKind::Email,
        0.97,
        always,
        r"(?i)\b([a-z0-9_-]+(?:(?: ?\. ?| (?:dot|punkt|punto|point) | ?[\[(]dot[\])] ?)[a-z0-9_-]+){0,4}(?: (?:at|arroba|arobase|ät) | ?[\[(](?:at|arroba)[\])] ?)[a-z0-9_-]+(?:(?: (?:dot|punkt|punto|point) | ?[\[(]dot[\])] ?)[a-z0-9_-]+){1,4})\b",
    ),
    any(
        "url",
        SpanKind::Url,
        0.99,
        always,
        r#"(?i)\b((?:https?|ftp|sftp|ssh)://[^\s<>"')\]]*[^\s<>"')\].,;:!?]|www\.[^\s<>"')\]]*[^\s<>"')\].,;:!?])"#,
    ),
    any(
        "url-host",
        SpanKind::Url,
        0.95,
        always,
        r#"(?i)(?:^|[^@\w.-])([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\.(?:com|net|org|edu|gov|int|info|example|local|lan|internal|corp|intranet|test|invalid|io|eu|uk|ie|de|at|ch|fr|be|es|mx|ar|cl|au|nz|za|in|us)(?:/[^\s<>"')\]]*[^\s<>"')\].,;:!?])?)(?:$|[^@\w-])"#,
    ),
    any("url-host", SpanKind::Url, 0.8, always, r"(?i)\b((?:srv|server|fw|db|dc|vm|host|nas|gw|web|app)-[a-z0-9-]*\d+)\b"),
    any("url-share", SpanKind::Url, 0.98, always, r"(\\\\[\w.$-]+(?:\\[\w.$-]+)*\\?)"),
    any("url-ip", SpanKind::Url, 0.98, always, r"\b((?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?:/\d{1,2})?)\b"),
    any("url-ip", SpanKind::Url, 0.95, always, r"(?i)\b((?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}|(?:[0-9a-f]{1,4}:){3,7}:?[0-9a-f]{1,4})\b"),
    any("username-handle", SpanKind::Username, 0.95, always, r"(?:^|[\s(,;:])(@[A-Za-z0-9_][A-Za-z0-9_.-]*[A-Za-z0-9_])"),
    any(
        "username-cue",
        SpanKind::Username,
        0.85,
        login,
        r#"(?i)\b(?:login|log-in|logon|user(?:name| ?id)?|account|sign[- ]on|signed in as|logged (?:in|on) as|logs in as|usuario|usuaria|cuenta|compte(?: utilisé)?|identifiant|utilisateur|benutzer(?:name)?|kennung|kürzel|angemeldet (?:war ich )?als|under login)\s*(?::|is|es|war|ist)?\s*[("']?([a-z0-9@][a-z0-9_.@-]*[_\d.@-][a-z0-9_.-]*[a-z0-9]|[a-z]+[_\d]+[a-z0-9]*)\b"#,
    ),
    any(
        "username-cue",
        SpanKind::Username,
        0.75,
        login,
        r"\b(?i:login|username|user ?id|identifiant|kürzel|benutzername|usuario|handle)\s*[:,]?\s+\(?([a-z]{4,}\d*|[A-Z]{3,}\d+|[A-Z]{5,})\b",
    ),
    any(
        "username-cue",
        SpanKind::Username,
        0.78,
        login,
        r"\b(?i:login|log-in|sign[- ]on|account|user|ipad|tablet|terminal|under|as|nom de)[,:]?\s+\(?([a-z]+\d+|[A-Z]{3,}\d+|[A-Z]{2,}-[A-Z]+\d+)\b",
    ),
    any("username-shape", SpanKind::Username, 0.6, login, r"\b([a-z]{2,}_[a-z0-9_]*[a-z0-9])\b"),
    any("phone-international", SpanKind::Phone, 0.97, long_number, r"(\+\d{1,3}(?:[ ./-]?\(?\d{1,5}\)?){2,6})\b"),
    any(
        "phone-national",
        SpanKind::Phone,
        0.9,
        long_number,
        r"(?:^|[^\w/.-])(\(?0\d{1,5}\)?(?:[ ./-]?\d{2,8}){1,5}|\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}[-.]\d{3}[-.]\d{4})\b",
    ),
    any("phone-national", SpanKind::Phone, 0.85, always, r"(?:^|[^\w/.-])(555-01\d\d|555 01 \d\d|\d{3}-\d{4})(?:$|[^\w/-])"),
    any(
        "phone-cue",
        SpanKind::Phone,
        0.93,
        rings,
        r"(?i)\b(?:ext(?:ension|n)?|bleep(?:ed)?|pager|page me|intercom|dect|busca|buscapersonas|interno|int|anexo|poste|paget|bip|durchwahl|dw|nebenstelle|apparat|piepser|funker)\b\.?\s*(?:no|number|nr|on|is|me on|me at|:)?\.?\s*:?\s*-?(\d{3,6}|\d{1,2}(?:[ -]\d{2,4}){1,3})\b",
    ),
    any(
        "phone-cue",
        SpanKind::Phone,
        0.93,
        rings,
        r"(?i)\b(?:tel|tél|teléfono|téléphone|telefon|telephone|phone|mobile|mob|cell|gsm|handy|móvil|celular|portable|ph|call me|ring me|text me|rückruf|call me on)\b\.?\s*(?:no|number|nr|is|on|at|unter|al|:)?\.?,?\s*:?\s*(\+?\(?\d[\d ()/.-]{2,16}\d)",
    ),
];
