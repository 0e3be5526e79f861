DROP TABLE settled_bursts;
