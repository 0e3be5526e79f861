-- How many reports of a cell are closed, kept in step like the reports themselves: a letter says how many reporters were told what came of it,
-- and must not read every report for that.
ALTER TABLE rollups ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;
UPDATE rollups SET closed = (
    SELECT count(*) FROM reports
    WHERE reports.released_period = rollups.period
        AND coalesce(reports.area, '') = rollups.area
        AND coalesce(reports.category, '') = rollups.category
        AND coalesce(reports.severity, '') = rollups.severity
        AND reports.status = 'closed'
        AND NOT reports.excluded
);
