-- Version 2: approval states, the rest of TBX-Basic, the watch over concepts, and requests that are compared with their retry.
-- Old rows read as they were: approved, with nothing else said of them.

ALTER TABLE concepts ADD COLUMN approval INTEGER NOT NULL DEFAULT 0;
ALTER TABLE concepts ADD COLUMN external_references TEXT;
ALTER TABLE concepts ADD COLUMN transactions TEXT;

ALTER TABLE terms ADD COLUMN approval INTEGER NOT NULL DEFAULT 0;
ALTER TABLE terms ADD COLUMN customer TEXT;
ALTER TABLE terms ADD COLUMN project TEXT;
ALTER TABLE terms ADD COLUMN location TEXT;
ALTER TABLE terms ADD COLUMN related TEXT;
ALTER TABLE terms ADD COLUMN external_references TEXT;
ALTER TABLE terms ADD COLUMN transactions TEXT;

CREATE INDEX concepts_by_start  ON concepts (tenant, from_revision, concept);
CREATE INDEX concepts_by_end    ON concepts (tenant, to_revision, concept) WHERE to_revision IS NOT NULL;
CREATE INDEX documents_by_start ON documents (tenant, from_revision, document);
CREATE INDEX documents_by_end   ON documents (tenant, to_revision, document) WHERE to_revision IS NOT NULL;

ALTER TABLE requests ADD COLUMN digest BLOB;         -- of what the request asks for; NULL where nobody compares
ALTER TABLE requests ADD COLUMN conflicts TEXT;      -- what a revert left as it is
