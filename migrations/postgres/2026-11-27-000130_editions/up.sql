-- An issue may speak of a quarter (`period` is its last month), is signed, and holds one letter for each level and language.
-- Readers have a level; a letter names its edition when it is queued. Issues from before have no signature and are never sent again.
ALTER TABLE digests ADD COLUMN months INTEGER NOT NULL DEFAULT 1 CHECK (months IN (1, 3));
ALTER TABLE digests ADD COLUMN seal BYTEA;
ALTER TABLE readers ADD COLUMN level TEXT CHECK (level IN ('outside', 'all-staff', 'safety-team'));
ALTER TABLE outbox ADD COLUMN edition TEXT;
