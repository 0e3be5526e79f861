-- Corrective actions and lessons, sealed like released wordings. Nobody publishes what they wrote themselves.

CREATE TABLE learning (
    id BYTEA NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('action', 'lesson')),
    state TEXT NOT NULL CHECK (state IN ('open', 'published', 'withdrawn')),
    written_by BYTEA NOT NULL,
    approved_by BYTEA,
    month INTEGER NOT NULL DEFAULT 0,
    sealed BYTEA NOT NULL,
    CHECK (approved_by IS NULL OR approved_by <> written_by),
    CHECK (state = 'open' OR approved_by IS NOT NULL)
);

-- How long reports waited for a person, added up by quarter in a few classes: the week of arrival itself is forgotten at release.
CREATE TABLE waits (
    quarter INTEGER NOT NULL,
    weeks INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    PRIMARY KEY (quarter, weeks)
);
