-- Whoever had not confirmed yet receives nothing before and after.
DELETE FROM outbox WHERE digest IS NULL;
ALTER TABLE outbox ALTER COLUMN digest SET NOT NULL;
ALTER TABLE readers DROP COLUMN asked;
