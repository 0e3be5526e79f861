-- The blind index: keyed digests of the stems of released texts, in the order of the text. No word rests here.
-- `form` is the version of cutting and stemming; a released report without a row of the present form is indexed by a timer.

CREATE TABLE search_docs (
    report BLOB NOT NULL PRIMARY KEY,
    -- Row of the full-text index: from the random id of the report, so that it tells no order of release.
    place BIGINT NOT NULL UNIQUE,
    form INTEGER NOT NULL
) WITHOUT ROWID;

-- Positions are kept for phrases. Its twin in the other database is an ordinary table with a GIN index.
CREATE VIRTUAL TABLE fulltext USING fts5(words, tokenize = 'ascii');
-- A deleted row leaves the index at once, not with the next merge.
INSERT INTO fulltext (fulltext, rank) VALUES ('secure-delete', 1);
