-- Readers confirm before they receive: `asked` while the question is open. A letter without a digest is that question.
ALTER TABLE readers ADD COLUMN asked BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE outbox_new (
    id BLOB NOT NULL PRIMARY KEY,
    digest BLOB REFERENCES digests (id),
    reader BLOB NOT NULL REFERENCES readers (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dead')),
    attempts INTEGER NOT NULL,
    next_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    failure TEXT,
    UNIQUE (digest, reader)
) WITHOUT ROWID;
INSERT INTO outbox_new SELECT id, digest, reader, state, attempts, next_at, lease_until, failure FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_new RENAME TO outbox;
CREATE INDEX outbox_due ON outbox (state, next_at);
