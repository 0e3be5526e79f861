-- The blind index: keyed digests of the stems of released texts, in the order of the text. No word rests here.
-- `form` is the version of cutting and stemming; a released report without a row of the present form is indexed by a timer.

CREATE TABLE search_docs (
    report BYTEA NOT NULL PRIMARY KEY,
    -- Row of the full-text index: from the random id of the report, so that it tells no order of release.
    place BIGINT NOT NULL UNIQUE,
    form INTEGER NOT NULL
);

-- Positions are kept for phrases. Its twin in the other database is a virtual table.
CREATE TABLE fulltext (
    place BIGINT NOT NULL PRIMARY KEY,
    words TSVECTOR NOT NULL
);
CREATE INDEX fulltext_words ON fulltext USING gin (words);
