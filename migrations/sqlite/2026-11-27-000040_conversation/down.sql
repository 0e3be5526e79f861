DROP TABLE addenda;
DROP TABLE wordings;
ALTER TABLE messages DROP COLUMN settled;
