-- Months of an area in which far more was reported than usual, and an analyst said that it counts.
CREATE TABLE settled_bursts (
    period INTEGER NOT NULL,
    area TEXT NOT NULL,
    PRIMARY KEY (period, area)
) WITHOUT ROWID;
