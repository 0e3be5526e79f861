-- The key store leaves the data: wraps of report keys, staff keys, epochs and identity shares live in a schema of their own,
-- which has its own, shorter backup life. Identity strips, conversation, ceremonies.

CREATE SCHEMA keystore;

CREATE TABLE keystore.keys (
    id BYTEA NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    public_key BYTEA,
    wrapped BYTEA,
    UNIQUE (purpose, epoch)
);
INSERT INTO keystore.keys SELECT id, purpose, epoch, public_key, wrapped FROM keys;

CREATE TABLE keystore.key_wraps (
    key_id BYTEA NOT NULL,
    holder BYTEA NOT NULL,
    wrapped BYTEA NOT NULL,
    PRIMARY KEY (key_id, holder)
);
INSERT INTO keystore.key_wraps SELECT key_id, holder, wrapped FROM key_wraps;
DROP TABLE key_wraps;
DROP TABLE keys;

CREATE TABLE keystore.staff_keys (
    person BYTEA NOT NULL PRIMARY KEY,
    locked BYTEA NOT NULL
);
INSERT INTO keystore.staff_keys SELECT id, locked_key FROM staff WHERE locked_key IS NOT NULL;
ALTER TABLE staff DROP COLUMN locked_key;

-- One row for every report, whoever sent it: a live key, a destroyed one and one that never opened anything look alike.
CREATE TABLE keystore.report_keys (
    receipt BYTEA NOT NULL PRIMARY KEY,
    epoch INTEGER NOT NULL,
    raw_key BYTEA NOT NULL,
    custody INTEGER NOT NULL,
    shares BYTEA NOT NULL
);
INSERT INTO keystore.report_keys SELECT receipt, 1, raw_key, 0, ''::bytea FROM reports;
INSERT INTO keystore.report_keys SELECT receipt, 1, raw_key, 0, ''::bytea FROM intake;

-- A set of custodians: whose keys the identity shares of reports taken in under that number are sealed to.
CREATE TABLE keystore.custody (
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person BYTEA NOT NULL,
    public_key BYTEA NOT NULL,
    PRIMARY KEY (number, position)
);

-- Digests of receipts whose keys were destroyed: applied after a restore, before the service opens.
CREATE TABLE keystore.purged (
    digest BYTEA NOT NULL PRIMARY KEY,
    what TEXT NOT NULL,
    day INTEGER NOT NULL
);

ALTER TABLE intake DROP COLUMN raw_key;
ALTER TABLE intake ADD COLUMN identity BYTEA NOT NULL DEFAULT ''::bytea;

ALTER TABLE reports DROP COLUMN raw_key;
ALTER TABLE reports ADD COLUMN identity BYTEA NOT NULL DEFAULT ''::bytea;
-- Days of destruction, counted from the Monday of the week of arrival, so that they tell no more than the week did.
ALTER TABLE reports ADD COLUMN raw_due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN identity_due INTEGER NOT NULL DEFAULT 0;
-- What the reporter said about the released wording, and the month in which the receipt was last used.
ALTER TABLE reports ADD COLUMN reporter TEXT NOT NULL DEFAULT 'open' CHECK (reporter IN ('open', 'approved', 'blur', 'withdrawn'));
ALTER TABLE reports ADD COLUMN receipt_used INTEGER NOT NULL DEFAULT 0;

CREATE TABLE messages (
    id BYTEA NOT NULL PRIMARY KEY,
    receipt BYTEA NOT NULL,
    position INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('desk', 'copy', 'reporter')),
    sealed BYTEA NOT NULL,
    UNIQUE (receipt, position)
);

-- Callbacks and legal holds: which report they are about is inside.
CREATE TABLE ceremonies (
    id BYTEA NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('callback', 'hold', 'resplit')),
    sealed BYTEA NOT NULL
);
