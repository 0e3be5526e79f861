-- First floor: people, keys, intake, reports, counts, digests, outbox, audit.
-- Portable types only: bytes, text, integers, booleans. Its twin in the other folder has the same columns.

CREATE TABLE instance (
    name TEXT NOT NULL PRIMARY KEY,
    value BYTEA NOT NULL
);

CREATE TABLE staff (
    id BYTEA NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('invited', 'active', 'disabled')),
    is_screener BOOLEAN NOT NULL,
    is_analyst BOOLEAN NOT NULL,
    is_publisher BOOLEAN NOT NULL,
    is_custodian BOOLEAN NOT NULL,
    is_auditor BOOLEAN NOT NULL,
    is_operator BOOLEAN NOT NULL,
    passphrase BYTEA,
    totp BYTEA,
    totp_step BIGINT NOT NULL,
    public_key BYTEA,
    locked_key BYTEA,
    failures INTEGER NOT NULL,
    failed_at BIGINT NOT NULL,
    invitation BYTEA,
    invited_until BIGINT NOT NULL,
    -- Separation of duties (docs/threat-model.md): the same pairs as domain/person.rs.
    CHECK (NOT (is_custodian AND (is_screener OR is_analyst OR is_operator OR is_auditor))),
    CHECK (NOT (is_operator AND (is_screener OR is_analyst OR is_publisher OR is_auditor))),
    CHECK (NOT (is_auditor AND (is_screener OR is_analyst OR is_publisher)))
);

CREATE TABLE sessions (
    digest BYTEA NOT NULL PRIMARY KEY,
    person BYTEA NOT NULL REFERENCES staff (id),
    started BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    unlocked BYTEA,
    unlocked_until BIGINT NOT NULL
);
CREATE INDEX sessions_person ON sessions (person);

CREATE TABLE keys (
    id BYTEA NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    public_key BYTEA,
    wrapped BYTEA,
    UNIQUE (purpose, epoch)
);

CREATE TABLE key_wraps (
    key_id BYTEA NOT NULL REFERENCES keys (id),
    holder BYTEA NOT NULL REFERENCES staff (id),
    wrapped BYTEA NOT NULL,
    PRIMARY KEY (key_id, holder)
);

CREATE TABLE intake (
    receipt BYTEA NOT NULL PRIMARY KEY,
    body_mac BYTEA NOT NULL,
    raw_key BYTEA NOT NULL,
    raw BYTEA NOT NULL,
    reply_key BYTEA NOT NULL,
    urgent BOOLEAN NOT NULL,
    day INTEGER NOT NULL
);

CREATE TABLE reports (
    id BYTEA NOT NULL PRIMARY KEY,
    receipt BYTEA NOT NULL UNIQUE,
    body_mac BYTEA NOT NULL,
    raw_key BYTEA NOT NULL,
    raw BYTEA NOT NULL,
    reply_key BYTEA NOT NULL,
    week INTEGER NOT NULL,
    urgent BOOLEAN NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('screening', 'proposed', 'released', 'triage', 'learning', 'closed')),
    proposed_by BYTEA,
    released_text BYTEA,
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
    synopsis BYTEA,
    version INTEGER NOT NULL
);
CREATE INDEX reports_queue ON reports (released_period DESC, id);
CREATE INDEX reports_status ON reports (status, released_period DESC, id);
CREATE INDEX reports_area ON reports (area, released_period DESC, id);
CREATE INDEX reports_category ON reports (category, released_period DESC, id);

CREATE TABLE report_factors (
    report BYTEA NOT NULL REFERENCES reports (id),
    factor TEXT NOT NULL,
    PRIMARY KEY (report, factor)
);

CREATE TABLE rollups (
    period INTEGER NOT NULL,
    area TEXT NOT NULL,
    category TEXT NOT NULL,
    severity TEXT NOT NULL,
    reports INTEGER NOT NULL,
    PRIMARY KEY (period, area, category, severity)
);

CREATE TABLE digests (
    id BYTEA NOT NULL PRIMARY KEY,
    period INTEGER NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('frozen', 'approved')),
    prepared_by BYTEA,
    approved_by BYTEA,
    frozen_at BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    artefact BYTEA NOT NULL,
    CHECK (approved_by IS NULL OR prepared_by IS NULL OR approved_by <> prepared_by)
);

CREATE TABLE readers (
    id BYTEA NOT NULL PRIMARY KEY,
    address_digest BYTEA NOT NULL UNIQUE,
    address BYTEA NOT NULL,
    language TEXT NOT NULL,
    active BOOLEAN NOT NULL
);

CREATE TABLE outbox (
    id BYTEA NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL REFERENCES digests (id),
    reader BYTEA NOT NULL REFERENCES readers (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
    attempts INTEGER NOT NULL,
    next_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    failure TEXT,
    UNIQUE (digest, reader)
);
CREATE INDEX outbox_due ON outbox (state, next_at);

CREATE TABLE audit (
    seq BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    verb TEXT NOT NULL,
    object TEXT NOT NULL,
    mac BYTEA NOT NULL
);

CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    seq BIGINT NOT NULL,
    mac BYTEA NOT NULL
);
INSERT INTO audit_head (id, seq, mac) VALUES (1, 0, decode(repeat('00', 32), 'hex'));

CREATE TABLE leases (
    name TEXT NOT NULL PRIMARY KEY,
    owner BYTEA NOT NULL,
    until BIGINT NOT NULL
);
