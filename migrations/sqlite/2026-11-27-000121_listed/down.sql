DROP INDEX reports_listed;
