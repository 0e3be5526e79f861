-- Second factors beside the one-time code, the time of the last proof, and the areas that people may not see.
ALTER TABLE sessions ADD COLUMN proved BIGINT NOT NULL DEFAULT 0;

CREATE TABLE passkeys (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL REFERENCES staff (id),
    sealed BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX passkeys_person ON passkeys (person);

CREATE TABLE recovery_codes (
    digest BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL REFERENCES staff (id)
) WITHOUT ROWID;
CREATE INDEX recovery_codes_person ON recovery_codes (person);

-- Challenges that were answered, until they end by themselves: each is answered once.
CREATE TABLE used_challenges (
    digest BLOB NOT NULL PRIMARY KEY,
    until BIGINT NOT NULL
) WITHOUT ROWID;

CREATE TABLE staff_conflicts (
    person BLOB NOT NULL REFERENCES staff (id),
    area TEXT NOT NULL,
    PRIMARY KEY (person, area)
) WITHOUT ROWID;
