-- Whoever had not confirmed yet receives nothing before and after.
CREATE TABLE outbox_old (
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
INSERT INTO outbox_old SELECT id, digest, reader, state, attempts, next_at, lease_until, failure FROM outbox WHERE digest IS NOT NULL;
DROP TABLE outbox;
ALTER TABLE outbox_old RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (state, next_at);
ALTER TABLE readers DROP COLUMN asked;
