-- Days and weeks that were forgotten do not come back; the columns themselves are older than this step.
SELECT 1;
