-- Version 1 of the schema.
-- Every key begins with the tenant, so that the same tables can be distributed by tenant on another engine.
-- A version of a unit, document or concept is live in [from_revision, to_revision); to_revision is NULL while it is live.
-- Times are UTC in ticks of 100 ns since 0001-01-01. Enumerations are stored by their numbers in the model.
-- Arrays that are only ever read whole (tags, attributes, segments, beads, forms, examples) are JSON.
-- checksum is the CRC-32C of a version with all its rows, so that a flipped bit inside a text does not pass for data.

CREATE TABLE tenants (
  tenant    INTEGER NOT NULL PRIMARY KEY,
  name      TEXT    NOT NULL UNIQUE,
  revision  INTEGER NOT NULL,            -- the newest revision
  last_unit INTEGER NOT NULL             -- the number of the newest unit; numbers are never given twice
) STRICT;

CREATE TABLE change_sets (
  tenant      INTEGER NOT NULL REFERENCES tenants,
  revision    INTEGER NOT NULL,
  author      TEXT    NOT NULL,
  time        INTEGER NOT NULL,
  reason      TEXT    NOT NULL,
  source_file TEXT,
  request_id  TEXT,
  PRIMARY KEY (tenant, revision)
) STRICT, WITHOUT ROWID;

-- The answer to each request that named itself, so that a retry is answered alike, even where nothing was written.
CREATE TABLE requests (
  tenant      INTEGER NOT NULL REFERENCES tenants,
  request_id  TEXT    NOT NULL,
  revision    INTEGER NOT NULL,
  author      TEXT    NOT NULL,
  time        INTEGER NOT NULL,
  reason      TEXT    NOT NULL,
  source_file TEXT,
  written     INTEGER NOT NULL,
  units       BLOB    NOT NULL,          -- unit numbers as zigzag varints of the differences
  PRIMARY KEY (tenant, request_id)
) STRICT;

CREATE TABLE memories (
  tenant       INTEGER NOT NULL REFERENCES tenants,
  memory       INTEGER NOT NULL,         -- stands for the id in the larger tables
  id           TEXT    NOT NULL,
  display_name TEXT    NOT NULL,
  languages    TEXT    NOT NULL,
  priority     INTEGER NOT NULL,
  penalty      INTEGER NOT NULL,
  create_time  INTEGER NOT NULL,
  revision     INTEGER NOT NULL,
  PRIMARY KEY (tenant, memory),
  UNIQUE (tenant, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE units (
  tenant        INTEGER NOT NULL,
  unit          INTEGER NOT NULL,
  from_revision INTEGER NOT NULL,
  to_revision   INTEGER,
  memory        INTEGER NOT NULL,
  key           TEXT,
  document      TEXT,
  attributes    TEXT,
  confidences   TEXT,
  content_hash  INTEGER NOT NULL,        -- of document, languages, texts and tags: finds a unit that is put again
  checksum      INTEGER NOT NULL,
  PRIMARY KEY (tenant, unit, from_revision),
  FOREIGN KEY (tenant, memory) REFERENCES memories
) STRICT, WITHOUT ROWID;

CREATE INDEX units_by_memory   ON units (tenant, memory, unit, from_revision);
CREATE INDEX units_by_start    ON units (tenant, from_revision, unit);
CREATE INDEX units_by_end      ON units (tenant, to_revision, unit) WHERE to_revision IS NOT NULL;
CREATE INDEX units_by_content  ON units (tenant, memory, content_hash) WHERE to_revision IS NULL;
CREATE INDEX units_by_document ON units (tenant, document, unit) WHERE to_revision IS NULL AND document IS NOT NULL;
CREATE UNIQUE INDEX units_by_key ON units (tenant, memory, key) WHERE to_revision IS NULL AND key IS NOT NULL;

CREATE TABLE variants (
  tenant        INTEGER NOT NULL,
  unit          INTEGER NOT NULL,
  from_revision INTEGER NOT NULL,
  ordinal       INTEGER NOT NULL,
  language      TEXT    NOT NULL,
  text          TEXT    NOT NULL,
  tags          TEXT,
  status        INTEGER NOT NULL,
  origin        INTEGER NOT NULL,
  author        TEXT    NOT NULL,
  create_time   INTEGER NOT NULL,
  update_time   INTEGER NOT NULL,
  position      INTEGER,
  previous_hash INTEGER,
  next_hash     INTEGER,
  PRIMARY KEY (tenant, unit, from_revision, ordinal),
  FOREIGN KEY (tenant, unit, from_revision) REFERENCES units ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  tenant        INTEGER NOT NULL,
  document      TEXT    NOT NULL,
  from_revision INTEGER NOT NULL,
  to_revision   INTEGER,
  memory        INTEGER NOT NULL,
  display_name  TEXT    NOT NULL,
  create_time   INTEGER NOT NULL,
  checksum      INTEGER NOT NULL,
  PRIMARY KEY (tenant, document, from_revision),
  FOREIGN KEY (tenant, memory) REFERENCES memories
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX documents_live ON documents (tenant, document) WHERE to_revision IS NULL;

-- A rowid table: its rows are long.
CREATE TABLE document_texts (
  tenant        INTEGER NOT NULL,
  document      TEXT    NOT NULL,
  from_revision INTEGER NOT NULL,
  ordinal       INTEGER NOT NULL,
  language      TEXT    NOT NULL,
  raw           TEXT    NOT NULL,
  segments      TEXT    NOT NULL,
  PRIMARY KEY (tenant, document, from_revision, ordinal),
  FOREIGN KEY (tenant, document, from_revision) REFERENCES documents ON DELETE CASCADE
) STRICT;

-- One row a pair of languages: beads are read and replaced together with their document.
CREATE TABLE pair_beads (
  tenant          INTEGER NOT NULL,
  document        TEXT    NOT NULL,
  from_revision   INTEGER NOT NULL,
  ordinal         INTEGER NOT NULL,
  source_language TEXT    NOT NULL,
  target_language TEXT    NOT NULL,
  beads           TEXT    NOT NULL,
  PRIMARY KEY (tenant, document, from_revision, ordinal),
  FOREIGN KEY (tenant, document, from_revision) REFERENCES documents ON DELETE CASCADE
) STRICT;

CREATE TABLE concepts (
  tenant            INTEGER NOT NULL REFERENCES tenants,
  concept           TEXT    NOT NULL,
  from_revision     INTEGER NOT NULL,
  to_revision       INTEGER,
  subject_field     TEXT    NOT NULL,
  definition        TEXT,
  definition_source TEXT,
  note              TEXT,
  source            TEXT,
  related           TEXT,
  examples          TEXT,
  checksum          INTEGER NOT NULL,
  PRIMARY KEY (tenant, concept, from_revision)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX concepts_live ON concepts (tenant, concept) WHERE to_revision IS NULL;

CREATE TABLE concept_languages (
  tenant            INTEGER NOT NULL,
  concept           TEXT    NOT NULL,
  from_revision     INTEGER NOT NULL,
  section           INTEGER NOT NULL,
  language          TEXT    NOT NULL,
  definition        TEXT,
  definition_source TEXT,
  note              TEXT,
  PRIMARY KEY (tenant, concept, from_revision, section),
  FOREIGN KEY (tenant, concept, from_revision) REFERENCES concepts ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE terms (
  tenant             INTEGER NOT NULL,
  concept            TEXT    NOT NULL,
  from_revision      INTEGER NOT NULL,
  section            INTEGER NOT NULL,
  ordinal            INTEGER NOT NULL,
  text               TEXT    NOT NULL,
  id                 TEXT,
  status             INTEGER NOT NULL,
  part_of_speech     INTEGER NOT NULL,
  gender             INTEGER NOT NULL,
  number             INTEGER NOT NULL,
  type               INTEGER NOT NULL,
  case_rule          INTEGER NOT NULL,
  full_form          TEXT,
  forms              TEXT,
  context            TEXT,
  context_source     TEXT,
  source             TEXT,
  reliability        INTEGER,
  geographical_usage TEXT,
  note               TEXT,
  PRIMARY KEY (tenant, concept, from_revision, section, ordinal),
  FOREIGN KEY (tenant, concept, from_revision, section) REFERENCES concept_languages ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX terms_by_text ON terms (tenant, text);
