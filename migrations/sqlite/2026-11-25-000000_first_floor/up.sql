-- First floor: people, keys, intake, reports, counts, digests, outbox, audit.
-- Portable types only: bytes, text, integers, booleans. Its twin in the other folder has the same columns.

CREATE TABLE instance (
    name TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE staff (
    id BLOB NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('invited', 'active', 'disabled')),
    is_screener BOOLEAN NOT NULL,
    is_analyst BOOLEAN NOT NULL,
    is_publisher BOOLEAN NOT NULL,
    is_custodian BOOLEAN NOT NULL,
    is_auditor BOOLEAN NOT NULL,
    is_operator BOOLEAN NOT NULL,
    passphrase BLOB,
    totp BLOB,
    totp_step BIGINT NOT NULL,
    public_key BLOB,
    locked_key BLOB,
    failures INTEGER NOT NULL,
    failed_at BIGINT NOT NULL,
    invitation BLOB,
    invited_until BIGINT NOT NULL,
    -- Separation of duties (docs/threat-model.md): the same pairs as domain/person.rs.
    CHECK (NOT (is_custodian AND (is_screener OR is_analyst OR is_operator OR is_auditor))),
    CHECK (NOT (is_operator AND (is_screener OR is_analyst OR is_publisher OR is_auditor))),
    CHECK (NOT (is_auditor AND (is_screener OR is_analyst OR is_publisher)))
) WITHOUT ROWID;

CREATE TABLE sessions (
    digest BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL REFERENCES staff (id),
    started BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    unlocked BLOB,
    unlocked_until BIGINT NOT NULL
) WITHOUT ROWID;
CREATE INDEX sessions_person ON sessions (person);

CREATE TABLE keys (
    id BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    public_key BLOB,
    wrapped BLOB,
    UNIQUE (purpose, epoch)
) WITHOUT ROWID;

CREATE TABLE key_wraps (
    key_id BLOB NOT NULL REFERENCES keys (id),
    holder BLOB NOT NULL REFERENCES staff (id),
    wrapped BLOB NOT NULL,
    PRIMARY KEY (key_id, holder)
) WITHOUT ROWID;

CREATE TABLE intake (
    receipt BLOB NOT NULL PRIMARY KEY,
    body_mac BLOB NOT NULL,
    raw_key BLOB NOT NULL,
    raw BLOB NOT NULL,
    reply_key BLOB NOT NULL,
    urgent BOOLEAN NOT NULL,
    day INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE reports (
    id BLOB NOT NULL PRIMARY KEY,
    receipt BLOB NOT NULL UNIQUE,
    body_mac BLOB NOT NULL,
    raw_key BLOB NOT NULL,
    raw BLOB NOT NULL,
    reply_key BLOB NOT NULL,
    week INTEGER NOT NULL,
    urgent BOOLEAN NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('screening', 'proposed', 'released', 'triage', 'learning', 'closed')),
    proposed_by BLOB,
    released_text BLOB,
    released_period INTEGER NOT NULL,
    kind TEXT NOT NULL,
    area TEXT,
    day_part TEXT,
    phase TEXT,
    detection TEXT,
    recovery TEXT,
    severity TEXT,
    category TEXT,
    outcome TEXT,
    barriers TEXT,
    risk_index INTEGER NOT NULL,
    closing TEXT,
    excluded BOOLEAN NOT NULL,
    synopsis BLOB,
    version INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX reports_queue ON reports (released_period DESC, id);
CREATE INDEX reports_status ON reports (status, released_period DESC, id);
CREATE INDEX reports_area ON reports (area, released_period DESC, id);
CREATE INDEX reports_category ON reports (category, released_period DESC, id);

CREATE TABLE report_factors (
    report BLOB NOT NULL REFERENCES reports (id),
    factor TEXT NOT NULL,
    PRIMARY KEY (report, factor)
) WITHOUT ROWID;

CREATE TABLE rollups (
    period INTEGER NOT NULL,
    area TEXT NOT NULL,
    category TEXT NOT NULL,
    severity TEXT NOT NULL,
    reports INTEGER NOT NULL,
    PRIMARY KEY (period, area, category, severity)
) WITHOUT ROWID;

CREATE TABLE digests (
    id BLOB NOT NULL PRIMARY KEY,
    period INTEGER NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('frozen', 'approved')),
    prepared_by BLOB,
    approved_by BLOB,
    frozen_at BIGINT NOT NULL,
    hash BLOB NOT NULL,
    artefact BLOB NOT NULL,
    CHECK (approved_by IS NULL OR prepared_by IS NULL OR approved_by <> prepared_by)
) WITHOUT ROWID;

CREATE TABLE readers (
    id BLOB NOT NULL PRIMARY KEY,
    address_digest BLOB NOT NULL UNIQUE,
    address BLOB NOT NULL,
    language TEXT NOT NULL,
    active BOOLEAN NOT NULL
) WITHOUT ROWID;

CREATE TABLE outbox (
    id BLOB NOT NULL PRIMARY KEY,
    digest BLOB NOT NULL REFERENCES digests (id),
    reader BLOB NOT NULL REFERENCES readers (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
    attempts INTEGER NOT NULL,
    next_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    failure TEXT,
    UNIQUE (digest, reader)
) WITHOUT ROWID;
CREATE INDEX outbox_due ON outbox (state, next_at);

CREATE TABLE audit (
    seq BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    object TEXT NOT NULL,
    mac BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL,
    mac BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO audit_head (id, seq, mac) VALUES (1, 0, zeroblob(32));

CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    owner BLOB NOT NULL,
    until BIGINT NOT NULL
) WITHOUT ROWID;
