DROP TABLE dictionary;
