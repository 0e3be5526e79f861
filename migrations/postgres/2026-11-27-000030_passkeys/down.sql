DROP TABLE staff_conflicts;
DROP TABLE used_challenges;
DROP TABLE recovery_codes;
DROP TABLE passkeys;
ALTER TABLE sessions DROP COLUMN proved;
