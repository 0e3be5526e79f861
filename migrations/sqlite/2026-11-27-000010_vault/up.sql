-- The key store leaves the data: wraps of report keys, staff keys, epochs and identity shares live in a file of their own
-- (attached as keystore), which has its own, shorter backup life. Identity strips, conversation, ceremonies.

CREATE TABLE keystore.keys (
    id BLOB NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    public_key BLOB,
    wrapped BLOB,
    UNIQUE (purpose, epoch)
) WITHOUT ROWID;
INSERT INTO keystore.keys SELECT id, purpose, epoch, public_key, wrapped FROM main.keys;

CREATE TABLE keystore.key_wraps (
    key_id BLOB NOT NULL,
    holder BLOB NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (key_id, holder)
) WITHOUT ROWID;
INSERT INTO keystore.key_wraps SELECT key_id, holder, wrapped FROM main.key_wraps;
DROP TABLE main.key_wraps;
DROP TABLE main.keys;

CREATE TABLE keystore.staff_keys (
    person BLOB NOT NULL PRIMARY KEY,
    locked BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO keystore.staff_keys SELECT id, locked_key FROM main.staff WHERE locked_key IS NOT NULL;
ALTER TABLE staff DROP COLUMN locked_key;

-- One row for every report, whoever sent it: a live key, a destroyed one and one that never opened anything look alike.
CREATE TABLE keystore.report_keys (
    receipt BLOB NOT NULL PRIMARY KEY,
    epoch INTEGER NOT NULL,
    raw_key BLOB NOT NULL,
    custody INTEGER NOT NULL,
    shares BLOB NOT NULL
) WITHOUT ROWID;
INSERT INTO keystore.report_keys SELECT receipt, 1, raw_key, 0, x'' FROM main.reports;
INSERT INTO keystore.report_keys SELECT receipt, 1, raw_key, 0, x'' FROM main.intake;

-- A set of custodians: whose keys the identity shares of reports taken in under that number are sealed to.
CREATE TABLE keystore.custody (
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    person BLOB NOT NULL,
    public_key BLOB NOT NULL,
    PRIMARY KEY (number, position)
) WITHOUT ROWID;

-- Digests of receipts whose keys were destroyed: applied after a restore, before the service opens.
CREATE TABLE keystore.purged (
    digest BLOB NOT NULL PRIMARY KEY,
    what TEXT NOT NULL,
    day INTEGER NOT NULL
) WITHOUT ROWID;

ALTER TABLE intake DROP COLUMN raw_key;
ALTER TABLE intake ADD COLUMN identity BLOB NOT NULL DEFAULT x'';

ALTER TABLE reports DROP COLUMN raw_key;
ALTER TABLE reports ADD COLUMN identity BLOB NOT NULL DEFAULT x'';
-- Days of destruction, counted from the Monday of the week of arrival, so that they tell no more than the week did.
ALTER TABLE reports ADD COLUMN raw_due INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN identity_due INTEGER NOT NULL DEFAULT 0;
-- What the reporter said about the released wording, and the month in which the receipt was last used.
ALTER TABLE reports ADD COLUMN reporter TEXT NOT NULL DEFAULT 'open' CHECK (reporter IN ('open', 'approved', 'blur', 'withdrawn'));
ALTER TABLE reports ADD COLUMN receipt_used INTEGER NOT NULL DEFAULT 0;

CREATE TABLE messages (
    id BLOB NOT NULL PRIMARY KEY,
    receipt BLOB NOT NULL,
    position INTEGER NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('desk', 'copy', 'reporter')),
    sealed BLOB NOT NULL,
    UNIQUE (receipt, position)
) WITHOUT ROWID;

-- Callbacks and legal holds: which report they are about is inside.
CREATE TABLE ceremonies (
    id BLOB NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('callback', 'hold', 'resplit')),
    sealed BLOB NOT NULL
) WITHOUT ROWID;
