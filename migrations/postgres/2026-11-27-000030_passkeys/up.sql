-- Second factors beside the one-time code, the time of the last proof, and the areas that people may not see.
ALTER TABLE sessions ADD COLUMN proved BIGINT NOT NULL DEFAULT 0;

CREATE TABLE passkeys (
    id BYTEA NOT NULL PRIMARY KEY,
    person BYTEA NOT NULL REFERENCES staff (id),
    sealed BYTEA NOT NULL
);
CREATE INDEX passkeys_person ON passkeys (person);

CREATE TABLE recovery_codes (
    digest BYTEA NOT NULL PRIMARY KEY,
    person BYTEA NOT NULL REFERENCES staff (id)
);
CREATE INDEX recovery_codes_person ON recovery_codes (person);

-- Challenges that were answered, until they end by themselves: each is answered once.
CREATE TABLE used_challenges (
    digest BYTEA NOT NULL PRIMARY KEY,
    until BIGINT NOT NULL
);

CREATE TABLE staff_conflicts (
    person BYTEA NOT NULL REFERENCES staff (id),
    area TEXT NOT NULL,
    PRIMARY KEY (person, area)
);
