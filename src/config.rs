//! Typed settings: the defaults, a file over them, and what they name (sector pack, areas), or a refusal to start.
//!
//! Refuses unknown keys and values out of range. Holds paths of secrets, never secrets.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::domain::contact::{EmailAddress, Language};
use crate::domain::edition::Level;
use crate::domain::outbox::STEP_MAX;
use crate::domain::period::Period;
use crate::domain::retention::Ages;
use crate::domain::span::Pace;
use crate::domain::taxonomy::{Area, Choice, Choices, Code, Label, Taxonomy};

mod areas;
mod raw;

use areas::parse_areas;

const DEFAULTS: &str = include_str!("../config/default.toml");
const PACKS: [(&str, &str); 4] = [
    ("healthcare", include_str!("../config/packs/healthcare.toml")),
    ("aviation", include_str!("../config/packs/aviation.toml")),
    ("rail", include_str!("../config/packs/rail.toml")),
    ("industry", include_str!("../config/packs/industry.toml")),
];
/// Areas of the demonstration's invented organisation.
pub const DEMO_AREAS: &str = include_str!("../config/demo-organisation.toml");
/// Areas of the invented organisation of sixty people.
pub const DEMO_CLINIC: &str = include_str!("../config/demo-clinic.toml");
/// Areas of the invented organisation of nine people.
pub const DEMO_PRACTICE: &str = include_str!("../config/demo-practice.toml");

/// Why settings are refused: which file or key, and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Error(String);

/// Every setting, checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// HTTP.
    pub server: Server,
    /// Database URL.
    pub storage_url: String,
    /// Keys.
    pub keys: Keys,
    /// Shown on every page.
    pub organisation: String,
    /// What the form offers.
    pub taxonomy: Taxonomy,
    /// Batches from intake to the desk.
    pub intake: Intake,
    /// How long things are kept.
    pub retention: Ages,
    /// Digest.
    pub digest: Digest,
    /// Mail.
    pub mail: Mail,
}

/// HTTP settings.
#[derive(Clone, Debug)]
pub struct Server {
    /// Listen address.
    pub listen: SocketAddr,
    /// Base of every link, without a trailing slash.
    pub public_url: String,
    /// Worker threads; 0 is one per core.
    pub workers: usize,
    /// File with the form key shared by all nodes.
    pub form_key_file: Option<PathBuf>,
}

/// Key settings.
#[derive(Clone, Debug)]
pub struct Keys {
    /// Root key file.
    pub root_key_file: PathBuf,
    /// Whether new seals are hybrid post-quantum.
    pub post_quantum: bool,
    /// File that the end of the audit chain is noted in every day, best on another disk.
    pub audit_anchors_file: PathBuf,
    /// Argon2id memory in KiB.
    pub passphrase_memory_kib: u32,
    /// Argon2id passes.
    pub passphrase_passes: u32,
}

/// Batches from intake to the screening desk.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// Reports that wait together before any is shown.
    pub together: usize,
    /// Days after which one is shown alone.
    pub patience_days: i32,
}

/// Digest settings.
#[derive(Clone, Copy, Debug)]
pub struct Digest {
    /// Language of the letters.
    pub language: Language,
    /// Level of readers for whom nobody chose another.
    pub audience: Level,
    /// How often; `None` goes by how many reports come.
    pub pace: Option<Pace>,
    /// Whether a new reader is asked by letter before anything else is sent.
    pub confirm_readers: bool,
    /// Epsilon for one report in thousandths; `None` without noise.
    pub noise_thousandths: Option<u32>,
}

/// Mail settings.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Where letters go.
    pub deliver: Deliver,
    /// Sender's display name.
    pub sender_name: String,
    /// Sender's address.
    pub sender_address: EmailAddress,
    /// RFC 2919 list id.
    pub list_id: String,
    /// Where a reader's mail program may write to leave; `None` offers the web address only.
    pub unsubscribe_address: Option<EmailAddress>,
    /// The domain's signature; `None` when letters leave unsigned.
    pub dkim: Option<Dkim>,
}

/// Signing settings (RFC 6376).
#[derive(Clone, Debug)]
pub struct Dkim {
    /// Signing domain.
    pub domain: String,
    /// Selector.
    pub selector: String,
    /// File with the private key, PEM.
    pub key_file: PathBuf,
}

/// Where letters go.
#[derive(Clone, Debug)]
pub enum Deliver {
    /// `.eml` files in this folder.
    Folder(PathBuf),
    /// A mail server.
    Smtp(Smtp),
}

/// Mail server settings.
#[derive(Clone, Debug)]
pub struct Smtp {
    /// Host name.
    pub host: String,
    /// Port.
    pub port: u16,
    /// TLS from the first byte instead of STARTTLS.
    pub implicit_tls: bool,
    /// User name; empty for none.
    pub user: String,
    /// File with the password.
    pub password_file: Option<PathBuf>,
    /// Extra trusted certificate, PEM.
    pub root_certificate_file: Option<PathBuf>,
    /// Seconds before an attempt is given up.
    pub timeout_seconds: u64,
}

impl Settings {
    /// The defaults with `file` laid over them.
    ///
    /// # Errors
    /// A sentence naming the file or key and what to do.
    pub fn load(file: Option<&Path>) -> Result<Self, Error> {
        let over = match file {
            Some(path) => read(path)?,
            None => String::new(),
        };
        Self::from_text(&over)
    }

    /// The defaults with `over` laid over them.
    ///
    /// # Errors
    /// A sentence naming the key and what to do.
    pub fn from_text(over: &str) -> Result<Self, Error> {
        let mut base: toml::Table = DEFAULTS.parse().map_err(|e| Error(format!("defaults: {e}")))?;
        let over: toml::Table = over.parse().map_err(|e| Error(format!("settings file: {e}")))?;
        lay_over(&mut base, over);
        let file: raw::File = base.try_into().map_err(|e| Error(format!("settings file: {e}")))?;
        Self::check(file)
    }

    fn check(file: raw::File) -> Result<Self, Error> {
        let (areas_name, areas) = match path(&file.organisation.areas_file) {
            Some(p) => parse_areas(&read(&p)?)?,
            None => (None, Vec::new()),
        };
        Ok(Self {
            server: server(&file.server)?,
            storage_url: file.storage.url,
            keys: keys(&file.keys)?,
            organisation: areas_name.unwrap_or(file.organisation.name),
            taxonomy: taxonomy(&file.organisation.pack, areas)?,
            intake: file.intake,
            retention: retention(&file.retention)?,
            digest: digest(&file.digest)?,
            mail: mail(file.mail)?,
        })
    }

    /// Takes the head-counts for ones of `month`: those of invented people never go out of date.
    pub fn count_heads_in(&mut self, month: Period) {
        self.taxonomy.areas.iter_mut().for_each(|area| area.counted = Some(month));
    }

    /// Takes name and areas from the text of an areas file, as the demonstration does.
    ///
    /// # Errors
    /// A sentence naming what does not parse.
    pub fn set_areas(&mut self, text: &str) -> Result<(), Error> {
        let (name, areas) = parse_areas(text)?;
        self.taxonomy.areas = areas;
        if let Some(name) = name {
            self.organisation = name;
        }
        Ok(())
    }
}

fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(|e| Error(format!("{}: {e}", path.display())))
}

fn path(text: &str) -> Option<PathBuf> {
    (!text.is_empty()).then(|| PathBuf::from(text))
}

fn lay_over(base: &mut toml::Table, over: toml::Table) {
    for (key, value) in over {
        match (base.get_mut(&key), value) {
            (Some(toml::Value::Table(below)), toml::Value::Table(above)) => lay_over(below, above),
            (_, value) => {
                base.insert(key, value);
            }
        }
    }
}

fn server(raw: &raw::Server) -> Result<Server, Error> {
    let listen: SocketAddr =
        raw.listen.parse().map_err(|_| Error("server.listen: write an address and a port, such as 127.0.0.1:8080".to_owned()))?;
    let public_url = if raw.public_url.is_empty() { format!("http://{listen}") } else { raw.public_url.trim_end_matches('/').to_owned() };
    if !public_url.starts_with("https://") && !public_url.starts_with("http://") {
        return Err(Error("server.public_url: must start with https:// (or http:// on loopback)".to_owned()));
    }
    Ok(Server { listen, public_url, workers: raw.workers, form_key_file: path(&raw.form_key_file) })
}

fn keys(raw: &raw::Keys) -> Result<Keys, Error> {
    let post_quantum = match raw.suite.as_str() {
        "x-wing" => true,
        "x25519" => false,
        _ => return Err(Error("keys.suite: x-wing or x25519".to_owned())),
    };
    if raw.passphrase_memory_kib < 19_456 || raw.passphrase_passes < 2 {
        return Err(Error("keys: Argon2id below 19456 KiB or 2 passes is refused".to_owned()));
    }
    Ok(Keys {
        root_key_file: PathBuf::from(&raw.root_key_file),
        post_quantum,
        audit_anchors_file: PathBuf::from(&raw.audit_anchors_file),
        passphrase_memory_kib: raw.passphrase_memory_kib,
        passphrase_passes: raw.passphrase_passes,
    })
}

/// Ranges of `security.md` 6.5. What a released report still needs, and the reporter's consent page, end with the hard stops.
fn retention(raw: &raw::Retention) -> Result<Ages, Error> {
    let within = |key: &str, value: i32, low: i32, high: i32| {
        if (low..=high).contains(&value) { Ok(value) } else { Err(Error(format!("retention.{key}: {low} to {high}"))) }
    };
    Ok(Ages {
        raw_after_release_days: within("raw_after_release_days", raw.raw_after_release_days, 7, 180)?,
        raw_days: within("raw_days", raw.raw_days, 7, 180)?,
        identity_days: within("identity_days", raw.identity_days, 1, 90)?,
        released_years: within("released_years", raw.released_years, 1, 10)?,
        receipt_days: within("receipt_days", raw.receipt_days, 30, 365)?,
        audit_years: within("audit_years", raw.audit_years, 1, 7)?,
        data_backup_days: within("data_backup_days", raw.data_backup_days, 1, 50)?,
        key_backup_days: within("key_backup_days", raw.key_backup_days, 1, 14)?,
    })
}

fn digest(raw: &raw::Digest) -> Result<Digest, Error> {
    let language = Language::parse(&raw.language).ok_or_else(|| Error("digest.language: en, es, fr or de".to_owned()))?;
    let audience = Level::from_code(&raw.audience).ok_or_else(|| Error("digest.audience: safety-team, all-staff or outside".to_owned()))?;
    let pace = match raw.period.as_str() {
        "auto" => None,
        "month" => Some(Pace::Month),
        "quarter" => Some(Pace::Quarter),
        _ => return Err(Error("digest.period: auto, month or quarter".to_owned())),
    };
    let noise_thousandths = raw.noise.as_ref().map(noise).transpose()?;
    Ok(Digest { language, audience, pace, confirm_readers: raw.confirm_readers, noise_thousandths })
}

/// Bounds of `security.md` 5.5, in whole thousandths.
fn noise(raw: &raw::Noise) -> Result<u32, Error> {
    let allowed = (500..=2_000_u32).find(|thousandths| (f64::from(*thousandths) / 1_000.0 - raw.epsilon).abs() < 1e-9);
    allowed.ok_or_else(|| Error("digest.noise.epsilon: 0.5 to 2.0, three decimals at most; more would promise nothing".to_owned()))
}

fn mail(raw: raw::Mail) -> Result<Mail, Error> {
    let sender_address =
        EmailAddress::parse(&raw.sender_address).map_err(|_| Error("mail.sender_address: not a mail address".to_owned()))?;
    let clean = |text: &str| !text.chars().any(char::is_control);
    if !clean(&raw.sender_name) || !clean(&raw.list_id) {
        return Err(Error("mail: names must be one line".to_owned()));
    }
    let deliver = match raw.deliver.as_str() {
        "folder" => Deliver::Folder(PathBuf::from(&raw.folder)),
        "smtp" => Deliver::Smtp(smtp(raw.smtp)?),
        _ => return Err(Error("mail.deliver: folder or smtp".to_owned())),
    };
    let dkim = dkim(raw.dkim)?;
    let unsubscribe_address = (!raw.unsubscribe_address.is_empty())
        .then(|| EmailAddress::parse(&raw.unsubscribe_address))
        .transpose()
        .map_err(|_| Error("mail.unsubscribe_address: not a mail address".to_owned()))?;
    Ok(Mail { deliver, sender_name: raw.sender_name, sender_address, list_id: raw.list_id, unsubscribe_address, dkim })
}

/// All three keys together or none.
fn dkim(raw: raw::Dkim) -> Result<Option<Dkim>, Error> {
    let filled = [&raw.domain, &raw.selector, &raw.key_file].into_iter().filter(|text| !text.is_empty()).count();
    match filled {
        0 => Ok(None),
        3 => Ok(Some(Dkim { domain: raw.domain, selector: raw.selector, key_file: PathBuf::from(raw.key_file) })),
        _ => Err(Error("mail.dkim: name domain, selector and key_file, or none of them".to_owned())),
    }
}

fn smtp(raw: raw::Smtp) -> Result<Smtp, Error> {
    if raw.host.is_empty() {
        return Err(Error("mail.smtp.host: name the mail server".to_owned()));
    }
    let implicit_tls = match raw.tls.as_str() {
        "starttls" => false,
        "implicit" => true,
        _ => return Err(Error("mail.smtp.tls: starttls or implicit; there is no plaintext".to_owned())),
    };
    Ok(Smtp {
        host: raw.host,
        port: raw.port,
        implicit_tls,
        user: raw.user,
        password_file: path(&raw.password_file),
        root_certificate_file: path(&raw.root_certificate_file),
        timeout_seconds: raw.timeout_seconds.clamp(1, STEP_MAX),
    })
}

fn label(words: raw::Words) -> Label {
    Label { en: words.en, es: words.es, fr: words.fr, de: words.de }
}

fn code(text: &str) -> Result<Code, Error> {
    Code::parse(text).ok_or_else(|| Error(format!("code {text:?}: small letters, digits and single hyphens, at most 40")))
}

fn choices(entries: Vec<raw::Entry>) -> Result<Choices, Error> {
    entries.into_iter().map(|e| Ok(Choice { code: code(&e.code)?, label: label(e.label) })).collect::<Result<_, _>>().map(Choices)
}

fn taxonomy(pack: &str, areas: Vec<Area>) -> Result<Taxonomy, Error> {
    let built_in = PACKS.iter().find(|(name, _)| *name == pack).map(|(_, text)| (*text).to_owned());
    let text = match built_in {
        Some(text) => text,
        None => read(Path::new(pack))?,
    };
    let raw: raw::Pack = toml::from_str(&text).map_err(|e| Error(format!("pack {pack}: {e}")))?;
    Ok(Taxonomy {
        areas,
        roles: choices(raw.roles)?,
        phases: choices(raw.phases)?,
        detections: choices(raw.detections)?,
        recoveries: choices(raw.recoveries)?,
        categories: choices(raw.categories)?,
        factors: choices(raw.factors)?,
    })
}

#[cfg(test)]
mod tests {
    use super::{DEMO_AREAS, Settings};

    #[test]
    fn the_defaults_are_valid() {
        let settings = Settings::from_text("").expect("defaults");

        assert_eq!(settings.server.public_url, "http://127.0.0.1:8080");
        assert!(settings.keys.post_quantum);
    }

    #[test]
    fn one_key_can_be_laid_over() {
        let settings = Settings::from_text("[mail]\nsender_name = \"Ward safety\"").expect("settings");

        assert_eq!(settings.mail.sender_name, "Ward safety");
        assert_eq!(settings.mail.list_id, "safety-digest.example.org");
    }

    #[test]
    fn unknown_keys_and_weak_values_are_refused() {
        for bad in [
            "[server]\nlisten_on = \"x\"",
            "[extra]",
            "[keys]\npassphrase_memory_kib = 8",
            "[mail]\ndeliver = \"pigeon\"",
            "[mail.smtp]\ntls = \"none\"\n[mail]\ndeliver = \"smtp\"",
            "[server]\npublic_url = \"ftp://x\"",
            "[mail.dkim]\ndomain = \"example.org\"",
            "[retention]\nidentity_days = 0",
            "[digest]\nnoise = { epsilon = 2.001 }",
            "[digest]\nnoise = { epsilon = 0.4 }",
            "[digest]\nnoise = { }",
            "[retention]\nraw_days = 181",
            "[retention]\nkey_backup_days = 15",
        ] {
            assert!(Settings::from_text(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_demonstration_has_twelve_areas() {
        let mut settings = Settings::from_text("").expect("defaults");

        settings.set_areas(DEMO_AREAS).expect("areas");

        assert_eq!(settings.taxonomy.areas.len(), 12);
    }
}
