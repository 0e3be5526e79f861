-- Reports from before the retention clock get their days now: counted from today, because their own day is not known any more.

UPDATE reports SET
    raw_due = CAST(strftime('%s', 'now') AS INTEGER) / 86400 + 90,
    receipt_used = CAST(strftime('%Y%m', 'now') AS INTEGER)
WHERE raw_due = 0 AND length(raw) > 0;
UPDATE reports SET raw_due = raw_due - 60, week = 0 WHERE released_period > 0 AND raw_due > 0;
