-- The conversation behind the nine words: which answers a screener has settled, the released wording as its reporter can
-- open it, and what was released later. Addenda, not edits.

ALTER TABLE messages ADD COLUMN settled BOOLEAN NOT NULL DEFAULT FALSE;

CREATE TABLE wordings (
    receipt BYTEA NOT NULL PRIMARY KEY,
    sealed BYTEA NOT NULL
);

-- Period 0: proposed by one screener, waits for another.
CREATE TABLE addenda (
    report BYTEA NOT NULL,
    position INTEGER NOT NULL,
    proposed_by BYTEA NOT NULL,
    period INTEGER NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (report, position)
);
