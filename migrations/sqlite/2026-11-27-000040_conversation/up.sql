-- The conversation behind the nine words: which answers a screener has settled, the released wording as its reporter can
-- open it, and what was released later. Addenda, not edits.

ALTER TABLE messages ADD COLUMN settled BOOLEAN NOT NULL DEFAULT 0;

CREATE TABLE wordings (
    receipt BLOB NOT NULL PRIMARY KEY,
    sealed BLOB NOT NULL
) WITHOUT ROWID;

-- Period 0: proposed by one screener, waits for another.
CREATE TABLE addenda (
    report BLOB NOT NULL,
    position INTEGER NOT NULL,
    proposed_by BLOB NOT NULL,
    period INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (report, position)
) WITHOUT ROWID;
