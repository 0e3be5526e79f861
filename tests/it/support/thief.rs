//! A thief with the database, the key store, the root key and some pass-phrases: opens whatever those open, by the written
//! format and the public functions of the vault, without the running service.

use std::collections::BTreeMap;

use candor::domain::id::PersonId;
use candor::domain::receipt::ReceiptDigest;
use candor::domain::sealed::Envelope;
use candor::vault::{
    Context, PassphraseRecord, PrivateKey, Purpose, SymKey, combine, named_key, open_field, open_from, share_towards, verify,
};
use diesel::sql_types::{Binary, Integer, Text};
use diesel::{
    Connection as _, PgConnection, QueryableByName, RunQueryDsl as _, SqliteConnection, connection::SimpleConnection as _, sql_query,
};

/// One row of at most four columns of bytes and one number, however the query calls them.
#[derive(QueryableByName, Clone)]
pub struct Row {
    #[diesel(sql_type = Binary)]
    pub a: Vec<u8>,
    #[diesel(sql_type = Binary)]
    pub b: Vec<u8>,
    #[diesel(sql_type = Binary)]
    pub c: Vec<u8>,
    #[diesel(sql_type = Integer)]
    pub n: i32,
    #[diesel(sql_type = Text)]
    pub t: String,
}

/// Runs a query beside the program; the key store is `keystore` on both databases.
pub fn rows(url: &str, query: &str) -> Vec<Row> {
    match url.strip_prefix("sqlite://") {
        Some(path) => {
            let mut db = SqliteConnection::establish(path).expect("file");
            let keys = candor::store::keystore_path(path);
            db.batch_execute(&format!("PRAGMA busy_timeout = 5000; ATTACH DATABASE '{keys}' AS keystore")).expect("key store");
            sql_query(query).load(&mut db).expect(query)
        }
        None => sql_query(query.replace("x''", "''::bytea")).load(&mut PgConnection::establish(url).expect("server")).expect(query),
    }
}

/// Changes something beside the program.
pub fn execute(url: &str, statement: &str) {
    try_execute(url, statement).expect(statement);
}

/// The same, for statements that the database may refuse.
pub fn try_execute(url: &str, statement: &str) -> Result<(), String> {
    match url.strip_prefix("sqlite://") {
        Some(path) => {
            let mut db = SqliteConnection::establish(path).map_err(|e| e.to_string())?;
            let keys = candor::store::keystore_path(path);
            db.batch_execute(&format!("PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; ATTACH DATABASE '{keys}' AS keystore"))
                .map_err(|e| e.to_string())?;
            db.batch_execute(statement).map_err(|e| e.to_string())
        }
        None => PgConnection::establish(url).map_err(|e| e.to_string())?.batch_execute(statement).map_err(|e| e.to_string()),
    }
}

/// What was stolen.
pub struct Loot {
    instance: [u8; 16],
    staff: BTreeMap<String, (PersonId, Vec<u8>)>,
    locked: BTreeMap<PersonId, Envelope>,
    custody: BTreeMap<i32, Vec<PersonId>>,
    /// Receipt digest, strip, set, bundles.
    pub strips: Vec<(ReceiptDigest, Envelope, i32, Vec<u8>)>,
}

fn person(bytes: &[u8]) -> PersonId {
    PersonId::from_bytes(bytes.try_into().expect("sixteen bytes"))
}

impl Loot {
    /// Takes everything.
    pub fn of(url: &str) -> Self {
        let instance = rows(url, "SELECT value AS a, x'' AS b, x'' AS c, 0 AS n, name AS t FROM instance WHERE name = 'id'");
        let staff = rows(url, "SELECT id AS a, passphrase AS b, x'' AS c, 0 AS n, email AS t FROM staff WHERE passphrase IS NOT NULL");
        let locked = rows(url, "SELECT person AS a, locked AS b, x'' AS c, 0 AS n, '' AS t FROM keystore.staff_keys");
        let custody =
            rows(url, "SELECT person AS a, x'' AS b, x'' AS c, number AS n, '' AS t FROM keystore.custody ORDER BY number, position");
        let strips = rows(
            url,
            "SELECT k.receipt AS a, r.identity AS b, k.shares AS c, k.custody AS n, '' AS t FROM reports r JOIN keystore.report_keys k ON k.receipt = r.receipt",
        );
        let mut sets: BTreeMap<i32, Vec<PersonId>> = BTreeMap::new();
        custody.iter().for_each(|row| sets.entry(row.n).or_default().push(person(&row.a)));
        Self {
            instance: instance.first().expect("an instance").a.clone().try_into().expect("sixteen bytes"),
            staff: staff.into_iter().map(|r| (r.t, (person(&r.a), r.b))).collect(),
            locked: locked.into_iter().map(|r| (person(&r.a), Envelope::from_bytes(r.b))).collect(),
            custody: sets,
            strips: strips
                .into_iter()
                .map(|r| (ReceiptDigest(r.a.try_into().expect("32 bytes")), Envelope::from_bytes(r.b), r.n, r.c))
                .collect(),
        }
    }

    fn context<'a>(&'a self, purpose: Purpose, record: &'a [u8], epoch: u32) -> Context<'a> {
        Context { purpose, instance: &self.instance, record, key: &[0; 16], epoch }
    }

    /// A person's own key, with their pass-phrase.
    pub fn own_key(&self, email: &str, passphrase: &str) -> (PersonId, PrivateKey) {
        let (id, record) = self.staff.get(email).expect("an account");
        let lock = verify(passphrase, &PassphraseRecord::from_bytes(record).expect("a record")).expect("the right pass-phrase");
        let sealed = self.locked.get(id).expect("a locked key");
        let bytes = open_field(&lock, &self.context(Purpose::StaffKey, id.as_bytes(), 0), sealed).expect("it opens");
        (*id, PrivateKey::from_bytes(&bytes).expect("a key"))
    }

    fn bundle(&self, who: &(PersonId, PrivateKey), strip: &(ReceiptDigest, Envelope, i32, Vec<u8>)) -> Option<(usize, Vec<u8>)> {
        let (receipt, _, set, shares) = strip;
        let position = self.custody.get(set)?.iter().position(|p| *p == who.0)?;
        let mut rest = shares.as_slice();
        for _ in 0..position {
            let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
            rest = rest.get(4 + length..)?;
        }
        let length = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?) as usize;
        let sealed = Envelope::from_bytes(rest.get(4..4 + length)?.to_vec());
        let record = [receipt.0.as_slice(), who.0.as_bytes()].concat();
        let epoch = u32::try_from(*set).ok()?;
        let (key, _) = named_key(&sealed).ok()?;
        let context = Context { key: &key, ..self.context(Purpose::IdentityShares, &record, epoch) };
        Some((position, open_from(&who.1, &context, &sealed).ok()?.to_vec()))
    }

    fn try_key(&self, key: &SymKey, strip: &(ReceiptDigest, Envelope, i32, Vec<u8>)) -> Option<String> {
        let plain = open_field(key, &self.context(Purpose::Identity, &strip.0.0, 0), &strip.1).ok()?;
        Some(String::from_utf8_lossy(&plain).into_owned())
    }

    /// Every strip that one person's shares open, tried alone and against each other, and as the root key's holder too.
    pub fn opened_by_one(&self, who: &(PersonId, PrivateKey), root: &[u8; 32]) -> Vec<String> {
        let mut opened = Vec::new();
        for strip in &self.strips {
            let Some((_, bundle)) = self.bundle(who, strip) else { continue };
            let mut candidates: Vec<[u8; 32]> = bundle.chunks_exact(32).map(|c| c.try_into().expect("32 bytes")).collect();
            candidates.push(*root);
            let pairs: Vec<[u8; 32]> = candidates.iter().flat_map(|a| candidates.iter().map(|b| *combine(a, b).expose())).collect();
            opened.extend(candidates.into_iter().chain(pairs).filter_map(|key| self.try_key(&SymKey::from_bytes(key), strip)));
        }
        opened
    }

    /// Every strip that two people's shares open together.
    pub fn opened_by_two(&self, one: &(PersonId, PrivateKey), two: &(PersonId, PrivateKey)) -> Vec<String> {
        let mut opened = Vec::new();
        for strip in &self.strips {
            let (Some((i, first)), Some((j, second))) = (self.bundle(one, strip), self.bundle(two, strip)) else { continue };
            let (Ok(a), Ok(b)) = (share_towards(&first, i, j), share_towards(&second, j, i)) else { continue };
            opened.extend(self.try_key(&combine(&a, &b), strip));
        }
        opened
    }
}
