//! The files' own shapes, before anything is checked: settings, sector packs, areas. Refuses unknown keys.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) server: Server,
    pub(super) storage: Storage,
    pub(super) keys: Keys,
    pub(super) organisation: Organisation,
    pub(super) intake: super::Intake,
    pub(super) retention: Retention,
    pub(super) digest: Digest,
    pub(super) mail: Mail,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Server {
    pub(super) listen: String,
    pub(super) public_url: String,
    pub(super) workers: usize,
    pub(super) form_key_file: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Storage {
    pub(super) url: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Keys {
    pub(super) root_key_file: String,
    pub(super) suite: String,
    pub(super) audit_anchors_file: String,
    pub(super) passphrase_memory_kib: u32,
    pub(super) passphrase_passes: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Organisation {
    pub(super) name: String,
    pub(super) pack: String,
    pub(super) areas_file: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Retention {
    pub(super) raw_after_release_days: i32,
    pub(super) raw_days: i32,
    pub(super) identity_days: i32,
    pub(super) released_years: i32,
    pub(super) receipt_days: i32,
    pub(super) audit_years: i32,
    pub(super) data_backup_days: i32,
    pub(super) key_backup_days: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Digest {
    pub(super) language: String,
    pub(super) audience: String,
    pub(super) period: String,
    pub(super) confirm_readers: bool,
    pub(super) noise: Option<Noise>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Noise {
    pub(super) epsilon: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Mail {
    pub(super) deliver: String,
    pub(super) folder: String,
    pub(super) sender_name: String,
    pub(super) sender_address: String,
    pub(super) list_id: String,
    pub(super) unsubscribe_address: String,
    pub(super) smtp: Smtp,
    pub(super) dkim: Dkim,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Dkim {
    pub(super) domain: String,
    pub(super) selector: String,
    pub(super) key_file: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Smtp {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) tls: String,
    pub(super) user: String,
    pub(super) password_file: String,
    pub(super) root_certificate_file: String,
    pub(super) timeout_seconds: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pack {
    pub(super) roles: Vec<Entry>,
    pub(super) phases: Vec<Entry>,
    pub(super) detections: Vec<Entry>,
    pub(super) recoveries: Vec<Entry>,
    pub(super) categories: Vec<Entry>,
    pub(super) factors: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub(super) code: String,
    pub(super) label: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub(super) en: String,
    pub(super) es: Option<String>,
    pub(super) fr: Option<String>,
    pub(super) de: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AreasFile {
    /// Overrides the organisation's name when given.
    pub(super) name: Option<String>,
    /// Month in which the heads were counted, `YYYY-MM`.
    pub(super) headcount_as_of: Option<String>,
    #[serde(default)]
    pub(super) areas: Vec<Area>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Area {
    pub(super) code: String,
    pub(super) label: Words,
    pub(super) headcount: u32,
    #[serde(default)]
    pub(super) by_role: std::collections::BTreeMap<String, u32>,
}
