-- Store version 1 to 2: identity of works, libraries, retraction notices. The texts are those of claimbase.sql; what the
-- new tables hold of the rows that are there is worked out by schema/identity_rows.cpp when the store is next opened.
ALTER TABLE reference ADD COLUMN date TEXT NOT NULL DEFAULT '';
ALTER TABLE reference ADD COLUMN language TEXT NOT NULL DEFAULT '';
ALTER TABLE reference ADD COLUMN issn TEXT NOT NULL DEFAULT '';
ALTER TABLE reference ADD COLUMN isbn TEXT NOT NULL DEFAULT '';
ALTER TABLE reference ADD COLUMN notice TEXT NOT NULL DEFAULT ''
  CHECK (notice IN ('', 'retraction', 'expression-of-concern', 'correction', 'reinstatement'));
ALTER TABLE reference ADD COLUMN notice_date TEXT NOT NULL DEFAULT '';
-- Descriptions of works, each once: what entries, library records and notices say that identifies one. docs/store.md, Merging.
CREATE TABLE identity (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''), -- stands for the columns below, to `own`
  doi TEXT NOT NULL,
  pmid TEXT NOT NULL,
  pmcid TEXT NOT NULL,
  title TEXT NOT NULL,                  -- this and the next: folded, for comparing only
  family TEXT NOT NULL,
  year INTEGER,
  container TEXT NOT NULL,
  volume TEXT NOT NULL,
  page TEXT NOT NULL,
  own TEXT NOT NULL,                    -- the reference.id that it has by itself
  target INTEGER REFERENCES identity (key), -- the description it is one work with; NULL: none
  score REAL,                           -- how sure; with no target: that of the best of several that it could be
  work TEXT NOT NULL                    -- reference.id of the work: the target's, or `own`
) STRICT;
CREATE INDEX identity_doi ON identity (doi) WHERE doi <> '';
CREATE INDEX identity_pmid ON identity (pmid) WHERE pmid <> '';
CREATE INDEX identity_pmcid ON identity (pmcid) WHERE pmcid <> '';
CREATE INDEX identity_target ON identity (target);
CREATE INDEX identity_work ON identity (work);

-- What descriptions of one work are looked for by.
CREATE TABLE identity_key (
  hash INTEGER NOT NULL,
  identity INTEGER NOT NULL REFERENCES identity (key) ON DELETE CASCADE,
  PRIMARY KEY (hash, identity)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_key_identity ON identity_key (identity);

-- Files of records, and of notices on papers.
CREATE TABLE library (
  key INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE CHECK (path <> ''),
  format TEXT NOT NULL CHECK (format <> ''), -- 'ris', 'medline', 'pubmed-xml', 'bibtex', 'csl-json', 'jats', 'retraction-watch'
  content_hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,            -- nanoseconds since 1970
  version TEXT NOT NULL                 -- of the reader and its data, 16 hexadecimal digits
) STRICT;

CREATE TABLE library_record (
  key INTEGER PRIMARY KEY,
  library INTEGER NOT NULL REFERENCES library (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  reference INTEGER NOT NULL REFERENCES reference (key),
  line INTEGER NOT NULL,
  name TEXT NOT NULL,                   -- the file's own name for it
  fields INTEGER NOT NULL,
  work TEXT NOT NULL,                   -- the work as this record gives it, in JSON
  identity INTEGER NOT NULL REFERENCES identity (key),
  UNIQUE (library, ordinal)
) STRICT;
CREATE INDEX library_record_best ON library_record (reference, fields DESC);
CREATE INDEX library_record_identity ON library_record (identity);

CREATE TABLE library_diagnostic (
  library INTEGER NOT NULL REFERENCES library (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
  rule TEXT NOT NULL,
  line INTEGER NOT NULL,                -- 0: the whole file
  message TEXT NOT NULL,
  PRIMARY KEY (library, ordinal)
) STRICT, WITHOUT ROWID;

-- What libraries say of a work besides; of the reference as a whole, as its columns are.
CREATE TABLE editor (
  reference INTEGER NOT NULL REFERENCES reference (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  family TEXT NOT NULL,
  given TEXT NOT NULL,
  literal TEXT NOT NULL,
  PRIMARY KEY (reference, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE keyword (
  reference INTEGER NOT NULL REFERENCES reference (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (reference, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication_type (
  reference INTEGER NOT NULL REFERENCES reference (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,                   -- as MEDLINE names them: "Randomized Controlled Trial"
  PRIMARY KEY (reference, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE mesh (
  reference INTEGER NOT NULL REFERENCES reference (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  text TEXT NOT NULL,                   -- as MEDLINE prints it: "Hypertension/*drug therapy"
  descriptor TEXT NOT NULL,             -- "Hypertension"
  major INTEGER NOT NULL CHECK (major IN (0, 1)), -- descriptor or a qualifier is a main topic
  PRIMARY KEY (reference, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX mesh_descriptor ON mesh (descriptor);

CREATE TABLE retraction_notice (
  key INTEGER PRIMARY KEY,
  library INTEGER NOT NULL REFERENCES library (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  record_id TEXT NOT NULL,              -- of the database
  nature TEXT NOT NULL CHECK (nature IN ('retraction', 'expression-of-concern', 'correction', 'reinstatement')),
  date TEXT NOT NULL,                   -- ISO 8601; '': not known
  doi TEXT NOT NULL,                    -- of the notice
  pmid TEXT NOT NULL,
  reasons TEXT NOT NULL,                -- joined by "; "
  title TEXT NOT NULL,                  -- of the paper
  identity INTEGER NOT NULL REFERENCES identity (key), -- of the paper
  UNIQUE (library, ordinal)
) STRICT;
CREATE INDEX retraction_notice_identity ON retraction_notice (identity);

ALTER TABLE reference_entry ADD COLUMN identity INTEGER REFERENCES identity (key);
CREATE INDEX reference_entry_identity ON reference_entry (identity);
ALTER TABLE citation ADD COLUMN entry INTEGER REFERENCES reference_entry (key) ON DELETE SET NULL;
CREATE INDEX citation_entry ON citation (entry);
ALTER TABLE evidence ADD COLUMN entry INTEGER REFERENCES reference_entry (key) ON DELETE SET NULL;
CREATE INDEX evidence_entry ON evidence (entry);
UPDATE citation SET entry = coalesce(
  (SELECT e.key FROM reference_entry AS e WHERE e.article = citation.article AND e.reference = citation.reference
    AND e.number = CAST(citation.marker AS INTEGER)),
  (SELECT e.key FROM reference_entry AS e WHERE e.article = citation.article AND e.reference = citation.reference
    ORDER BY e.ordinal)) WHERE reference IS NOT NULL;
UPDATE evidence SET entry = coalesce(
  (SELECT c.entry FROM citation AS c WHERE c.key = evidence.citation),
  (SELECT e.key FROM mention AS m JOIN reference_entry AS e ON e.article = m.article
    WHERE m.key = evidence.mention AND e.reference = evidence.reference ORDER BY e.ordinal LIMIT 1))
  WHERE reference IS NOT NULL;
