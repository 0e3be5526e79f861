ALTER TABLE rollups DROP COLUMN closed;
