-- The organisation's own terms: pieces of one sealed list, every piece the same size. The mark is drawn anew with each change.

CREATE TABLE dictionary (
    part INTEGER NOT NULL PRIMARY KEY,
    mark BLOB NOT NULL,
    sealed BLOB NOT NULL
);
