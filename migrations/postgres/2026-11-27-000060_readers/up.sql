-- Readers confirm before they receive: `asked` while the question is open. A letter without a digest is that question.
ALTER TABLE readers ADD COLUMN asked BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE outbox ALTER COLUMN digest DROP NOT NULL;
