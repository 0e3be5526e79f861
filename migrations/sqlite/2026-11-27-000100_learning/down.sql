DROP TABLE waits;
DROP TABLE learning;
