-- Version 3: terms whose words have everyday meanings count only beside a related concept.

ALTER TABLE terms ADD COLUMN needs_neighbour INTEGER NOT NULL DEFAULT 0;
