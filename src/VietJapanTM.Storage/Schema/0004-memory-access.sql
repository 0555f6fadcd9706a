-- Version 4: memories that may be read but not written.

ALTER TABLE memories ADD COLUMN access INTEGER NOT NULL DEFAULT 0;
