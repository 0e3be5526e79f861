-- Whether a report may be listed, without its row, in which long seals stand before these columns: a search asks for every match.
CREATE INDEX reports_listed ON reports (id, status, released_period, area);
