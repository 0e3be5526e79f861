DROP TABLE fulltext;
DROP TABLE search_docs;
