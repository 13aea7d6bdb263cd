-- The schema of a Claimbase store; kStoreVersion in schema/store.h is its version. docs/store.md says what each table means.
-- `key` is an internal number and never leaves the store; `id` (article: `path`) is the name the world uses.
-- Ranges (begin_byte, end_byte) are bytes of the article's text; lines count from 1.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE article (
  key INTEGER PRIMARY KEY,
  path TEXT NOT NULL UNIQUE CHECK (path <> ''),
  title TEXT NOT NULL,
  alternative_title TEXT NOT NULL,
  date TEXT NOT NULL,
  publisher TEXT NOT NULL,
  language TEXT NOT NULL,
  encoding TEXT NOT NULL,
  format TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified INTEGER NOT NULL,            -- nanoseconds since 1970
  reader_version INTEGER NOT NULL,
  extractor_version INTEGER NOT NULL,
  analyzer_version TEXT NOT NULL,       -- 16 hexadecimal digits
  vocabulary_version TEXT NOT NULL,     -- 16 hexadecimal digits
  inode INTEGER NOT NULL DEFAULT 0      -- of the file; 0: not known
) STRICT;

CREATE TABLE block (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  role TEXT NOT NULL CHECK (role <> ''),
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL CHECK (end_byte >= begin_byte),
  line INTEGER NOT NULL,
  level INTEGER NOT NULL,
  number INTEGER NOT NULL,              -- 0: none
  heading INTEGER,                      -- ordinal of the block of the nearest heading above
  lead_in INTEGER,                      -- ordinal of the block that introduces this item, row or answer
  heading_path TEXT NOT NULL,           -- "Magnesium > Bloeddruk"
  UNIQUE (article, ordinal)
) STRICT;

CREATE TABLE sentence (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  block INTEGER NOT NULL REFERENCES block (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,             -- in the article
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL CHECK (end_byte >= begin_byte),
  line INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (article, ordinal)
) STRICT;
CREATE INDEX sentence_block ON sentence (block);

CREATE TABLE concept (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL CHECK (id <> ''),
  scheme TEXT NOT NULL CHECK (scheme = 'substance' OR scheme = 'outcome'),
  valence TEXT NOT NULL CHECK (valence = 'neutral' OR valence = 'good' OR valence = 'bad'),
  kind TEXT NOT NULL CHECK (kind <> ''),       -- 'none', 'disease', 'nutrient' ...: the names of docs/vocabulary.md
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired = 0 OR retired = 1), -- no longer in the vocabulary, claims still use it
  UNIQUE (id, scheme)                   -- melatonin is a substance and an outcome
) STRICT;

CREATE TABLE label (
  concept INTEGER NOT NULL REFERENCES concept (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  language TEXT NOT NULL,               -- '': any
  kind TEXT NOT NULL CHECK (kind = 'preferred' OR kind = 'alternative' OR kind = 'hidden' OR kind = 'suffix' OR kind = 'place'),
  inverse INTEGER NOT NULL CHECK (inverse = 0 OR inverse = 1),
  text TEXT NOT NULL,
  PRIMARY KEY (concept, ordinal)
) STRICT, WITHOUT ROWID;

-- The labels of concepts as stems, by which a query's words lead to them; schema/label_words.cpp makes the rows of `label` and
-- `concept`, and meta's `label_words` says by which analyzer.
CREATE TABLE label_words (
  language TEXT NOT NULL,               -- whose stems: 'nl', 'en'; a label of any language is there in both
  first_stem TEXT NOT NULL CHECK (first_stem <> ''),
  rest TEXT NOT NULL,                   -- the other stems, joined by spaces
  first_word TEXT NOT NULL,             -- folded
  concept INTEGER NOT NULL REFERENCES concept (key) ON DELETE CASCADE,
  inverse INTEGER NOT NULL CHECK (inverse = 0 OR inverse = 1),
  PRIMARY KEY (language, first_stem, rest, first_word, concept, inverse)
) STRICT, WITHOUT ROWID;

CREATE TABLE broader (
  concept INTEGER NOT NULL REFERENCES concept (key) ON DELETE CASCADE,
  broader INTEGER NOT NULL REFERENCES concept (key) ON DELETE CASCADE,
  PRIMARY KEY (concept, broader)
) STRICT, WITHOUT ROWID;
CREATE INDEX broader_narrower ON broader (broader);

CREATE TABLE exact_match (
  concept INTEGER NOT NULL REFERENCES concept (key) ON DELETE CASCADE,
  iri TEXT NOT NULL,
  PRIMARY KEY (concept, iri)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,              -- substance:relation:outcome
  substance INTEGER NOT NULL REFERENCES concept (key),
  relation TEXT NOT NULL
    CHECK (relation = 'affects' OR relation = 'lowers' OR relation = 'raises' OR relation = 'prevents' OR relation = 'treats' OR relation = 'supports' OR relation = 'no-effect'),
  outcome INTEGER NOT NULL REFERENCES concept (key),
  UNIQUE (substance, outcome, relation)
) STRICT;
CREATE INDEX claim_outcome ON claim (outcome);

CREATE TABLE mention (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,             -- in the article
  sentence INTEGER NOT NULL REFERENCES sentence (key) ON DELETE CASCADE,
  claim INTEGER NOT NULL REFERENCES claim (key),
  exposure TEXT NOT NULL CHECK
    (exposure = 'intake' OR exposure = 'supplement' OR exposure = 'food' OR exposure = 'form' OR exposure = 'deficiency' OR exposure = 'excess' OR exposure = 'topical' OR exposure = 'intravenous'),
  polarity TEXT NOT NULL CHECK (polarity = 'affirmed' OR polarity = 'negated'),
  certainty TEXT NOT NULL CHECK (certainty = 'asserted' OR certainty = 'hedged'),
  inherited INTEGER NOT NULL CHECK (inherited = 0 OR inherited = 1),
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  substance_begin INTEGER NOT NULL,
  substance_end INTEGER NOT NULL,
  outcome_begin INTEGER NOT NULL,
  outcome_end INTEGER NOT NULL,
  cue_begin INTEGER NOT NULL,
  cue_end INTEGER NOT NULL,
  UNIQUE (article, ordinal)
) STRICT;
-- Each holds all that a filter asks: from a claim to its sentences, or back, without the rows.
CREATE INDEX mention_sentence ON mention (sentence, claim, article);
CREATE INDEX mention_claim ON mention (claim, sentence, article);

CREATE TABLE quantity (
  mention INTEGER NOT NULL REFERENCES mention (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  low REAL NOT NULL,
  high REAL NOT NULL,
  unit TEXT NOT NULL,                   -- UCUM
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  printed TEXT NOT NULL,
  PRIMARY KEY (mention, ordinal)
) STRICT, WITHOUT ROWID;

-- One row a work, over all articles and libraries (docs/store.md, Merging).
CREATE TABLE reference (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''), -- doi:..., pmid:..., ref:...
  type TEXT NOT NULL,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,                -- "Nielsen F. H.; Barbagallo M."; table author has them apart
  et_al INTEGER NOT NULL CHECK (et_al = 0 OR et_al = 1),
  year INTEGER,
  container_title TEXT NOT NULL,
  volume TEXT NOT NULL,
  issue TEXT NOT NULL,
  page TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url TEXT NOT NULL,
  accessed TEXT NOT NULL,
  abstract TEXT NOT NULL,
  raw TEXT NOT NULL,
  study_design TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
  work TEXT NOT NULL,                   -- all of it, in JSON
  date TEXT NOT NULL DEFAULT '',        -- of publication, ISO 8601
  language TEXT NOT NULL DEFAULT '',
  issn TEXT NOT NULL DEFAULT '',
  isbn TEXT NOT NULL DEFAULT '',
  notice TEXT NOT NULL DEFAULT ''       -- what stands now: '', or a nature of retraction_notice
    CHECK (notice = '' OR notice = 'retraction' OR notice = 'expression-of-concern' OR notice = 'correction' OR notice = 'reinstatement'),
  notice_date TEXT NOT NULL DEFAULT ''  -- of that notice
) STRICT;
CREATE INDEX reference_year ON reference (year);

CREATE TABLE author (
  reference INTEGER NOT NULL REFERENCES reference (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  family TEXT NOT NULL,
  given TEXT NOT NULL,
  literal TEXT NOT NULL,
  PRIMARY KEY (reference, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX author_family ON author (family);

CREATE TABLE identifier (
  reference INTEGER NOT NULL REFERENCES reference (key) ON DELETE CASCADE,
  scheme TEXT NOT NULL CHECK (scheme = 'doi' OR scheme = 'pmid' OR scheme = 'pmcid'),
  value TEXT NOT NULL,
  PRIMARY KEY (reference, scheme)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifier_value ON identifier (scheme, value);

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
  version TEXT NOT NULL,                -- of the reader and its data, 16 hexadecimal digits
  inode INTEGER NOT NULL DEFAULT 0      -- of the file; 0: not known
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
  severity TEXT NOT NULL CHECK (severity = 'note' OR severity = 'warning' OR severity = 'error'),
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
  major INTEGER NOT NULL CHECK (major = 0 OR major = 1), -- descriptor or a qualifier is a main topic
  PRIMARY KEY (reference, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX mesh_descriptor ON mesh (descriptor);

CREATE TABLE retraction_notice (
  key INTEGER PRIMARY KEY,
  library INTEGER NOT NULL REFERENCES library (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  line INTEGER NOT NULL,
  record_id TEXT NOT NULL,              -- of the database
  nature TEXT NOT NULL CHECK (nature = 'retraction' OR nature = 'expression-of-concern' OR nature = 'correction' OR nature = 'reinstatement'),
  date TEXT NOT NULL,                   -- ISO 8601; '': not known
  doi TEXT NOT NULL,                    -- of the notice
  pmid TEXT NOT NULL,
  reasons TEXT NOT NULL,                -- joined by "; "
  title TEXT NOT NULL,                  -- of the paper
  identity INTEGER NOT NULL REFERENCES identity (key), -- of the paper
  UNIQUE (library, ordinal)
) STRICT;
CREATE INDEX retraction_notice_identity ON retraction_notice (identity);

-- Where an article's reference list prints a work: "cited by".
CREATE TABLE reference_entry (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  reference INTEGER NOT NULL REFERENCES reference (key),
  number INTEGER NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL CHECK (end_byte >= begin_byte),
  line INTEGER NOT NULL,
  raw TEXT NOT NULL,
  fields INTEGER NOT NULL,              -- how many fields of the work this entry gives
  work TEXT NOT NULL,                   -- the work as this entry gives it, in JSON
  identity INTEGER REFERENCES identity (key), -- NULL only within a migration
  UNIQUE (article, ordinal)
) STRICT;
CREATE INDEX reference_entry_best ON reference_entry (reference, fields DESC, raw);
CREATE INDEX reference_entry_identity ON reference_entry (identity);

CREATE TABLE citation (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,             -- in the article
  sentence INTEGER NOT NULL REFERENCES sentence (key) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind = 'marker' OR kind = 'author-year' OR kind = 'link' OR kind = 'xref' OR kind = 'attribution'),
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL CHECK (end_byte >= begin_byte),
  line INTEGER NOT NULL,
  marker TEXT NOT NULL,
  reference INTEGER REFERENCES reference (key), -- NULL: unresolved
  -- what an attribution says; empty for other kinds
  journal TEXT NOT NULL,
  year INTEGER,
  study_design TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 5),
  authors TEXT NOT NULL,
  organisation TEXT NOT NULL,
  specific INTEGER NOT NULL CHECK (specific = 0 OR specific = 1),
  entry INTEGER REFERENCES reference_entry (key) ON DELETE SET NULL, -- of the article's list, that it resolves to; NULL: a library's work
  UNIQUE (article, ordinal)
) STRICT;
CREATE INDEX citation_sentence ON citation (sentence);
CREATE INDEX citation_reference ON citation (reference);
CREATE INDEX citation_entry ON citation (entry);
-- Their number is asked for after each run.
CREATE INDEX citation_unresolved ON citation (article) WHERE reference IS NULL AND kind <> 'attribution';

-- The works that words may mean: of the article's list, or else of libraries. Of a citation that leads to one of them there is none.
CREATE TABLE citation_candidate (
  citation INTEGER NOT NULL REFERENCES citation (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  reference INTEGER NOT NULL REFERENCES reference (key),
  entry INTEGER REFERENCES reference_entry (key) ON DELETE CASCADE, -- of the article's list; NULL: a library's
  PRIMARY KEY (citation, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_candidate_reference ON citation_candidate (reference);
CREATE INDEX citation_candidate_entry ON citation_candidate (entry);

-- The numbers of LinkKind (schema/records.h) with their names and weights.
CREATE TABLE link_kind (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  weight REAL NOT NULL
) STRICT;
INSERT INTO link_kind (number, name, weight) VALUES
  (1, 'marker', 1.0), (2, 'lead-in', 0.9), (3, 'attribution', 0.8), (4, 'same-paragraph', 0.5), (5, 'reference-list', 0.2);

CREATE TABLE evidence (
  key INTEGER PRIMARY KEY,
  mention INTEGER NOT NULL REFERENCES mention (key) ON DELETE CASCADE,
  citation INTEGER REFERENCES citation (key) ON DELETE CASCADE,
  reference INTEGER REFERENCES reference (key), -- the citation's, or the list entry's; NULL: the citation is unresolved
  link INTEGER NOT NULL REFERENCES link_kind (number),
  weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
  entry INTEGER REFERENCES reference_entry (key) ON DELETE SET NULL,
  CHECK (citation IS NOT NULL OR reference IS NOT NULL)
) STRICT;
CREATE INDEX evidence_mention ON evidence (mention);
CREATE INDEX evidence_citation ON evidence (citation);
CREATE INDEX evidence_reference ON evidence (reference);
CREATE INDEX evidence_entry ON evidence (entry);

CREATE TABLE diagnostic (
  article INTEGER NOT NULL REFERENCES article (key) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  severity TEXT NOT NULL CHECK (severity = 'note' OR severity = 'warning' OR severity = 'error'),
  rule TEXT NOT NULL,
  begin_byte INTEGER NOT NULL,
  end_byte INTEGER NOT NULL,
  line INTEGER NOT NULL,                -- 0: the whole file
  message TEXT NOT NULL,
  PRIMARY KEY (article, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX diagnostic_rule ON diagnostic (rule);

-- What runs of the indexer did, for `claimbase diff` (docs/store.md, Runs). No part of the content that a store is compared by.
CREATE TABLE run (
  number INTEGER PRIMARY KEY,           -- 1, 2, 3 ...; never used again, for the newest is never forgotten
  command TEXT NOT NULL CHECK (command <> ''), -- 'update', 'rebuild', 'watch', 'repair' ...
  program TEXT NOT NULL,                -- its version
  began INTEGER NOT NULL,               -- nanoseconds since 1970
  ended INTEGER,                        -- likewise; NULL: under way, or cut short
  complete INTEGER NOT NULL CHECK (complete = 0 OR complete = 1), -- all that changed is listed; 0: a first build, of which only counts are
  added INTEGER NOT NULL DEFAULT 0,     -- articles
  changed INTEGER NOT NULL DEFAULT 0,
  renamed INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,    -- files
  libraries INTEGER NOT NULL DEFAULT 0, -- added, changed or removed
  counts TEXT NOT NULL DEFAULT '{}'     -- of the store afterwards, in JSON
) STRICT;

-- An article or library that a run added, changed, renamed or removed, in the order in which it was done.
CREATE TABLE run_change (
  key INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind = 'article' OR kind = 'library'),
  change TEXT NOT NULL CHECK (change = 'added' OR change = 'changed' OR change = 'renamed' OR change = 'removed'),
  path TEXT NOT NULL CHECK (path <> ''),
  previous TEXT NOT NULL DEFAULT '',    -- the path before a renaming
  title TEXT NOT NULL DEFAULT '',
  format TEXT NOT NULL DEFAULT ''       -- of an article: what its lines count
) STRICT;
CREATE INDEX run_change_run ON run_change (run);

-- A mention that an article lost or gained; one that says something else now is lost and gained.
CREATE TABLE run_mention (
  key INTEGER PRIMARY KEY,
  change INTEGER NOT NULL REFERENCES run_change (key) ON DELETE CASCADE,
  gained INTEGER NOT NULL CHECK (gained = 0 OR gained = 1), -- 0: lost
  claim TEXT NOT NULL,                  -- claim.id
  exposure TEXT NOT NULL,
  polarity TEXT NOT NULL,
  certainty TEXT NOT NULL,
  line INTEGER NOT NULL,
  heading TEXT NOT NULL,                -- the headings above its sentence
  sentence TEXT NOT NULL,
  quantities TEXT NOT NULL,             -- as printed, a list in JSON
  evidence TEXT NOT NULL                -- a list of objects in JSON: docs/store.md, Runs
) STRICT;
CREATE INDEX run_mention_change ON run_mention (change);

-- An entry that an article's reference list lost or gained.
CREATE TABLE run_entry (
  key INTEGER PRIMARY KEY,
  change INTEGER NOT NULL REFERENCES run_change (key) ON DELETE CASCADE,
  gained INTEGER NOT NULL CHECK (gained = 0 OR gained = 1), -- 0: lost
  reference TEXT NOT NULL,              -- reference.id
  number INTEGER NOT NULL,
  line INTEGER NOT NULL,
  raw TEXT NOT NULL
) STRICT;
CREATE INDEX run_entry_change ON run_entry (change);

-- What happened to works that articles cite, whatever the reason.
CREATE TABLE run_reference (
  key INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  change TEXT NOT NULL CHECK (change = 'notice' OR change = 'renamed' OR change = 'gone' OR change = 'found'), -- gone, found: a library's work that words lead to
  reference TEXT NOT NULL,              -- reference.id, afterwards
  label TEXT NOT NULL,                  -- for people: authors, year, title
  previous TEXT NOT NULL,               -- the notice or the id before
  notice TEXT NOT NULL,                 -- that stands afterwards; '' for none
  notice_date TEXT NOT NULL,
  mentions INTEGER NOT NULL             -- that rest on it
) STRICT;
CREATE INDEX run_reference_run ON run_reference (run);

-- What ranking asks of each sentence: a byte of each column is one key, the first being chunk * 4096. Derived from the other
-- tables (schema/sentence_chunks.h).
CREATE TABLE sentence_chunk (
  chunk INTEGER PRIMARY KEY,
  lengths BLOB NOT NULL,                -- words of the sentence and the headings above it, at most 255; 0: no such sentence, or no words
  traits BLOB NOT NULL,                 -- 0x03 index (nl, en, und), 0x04 content, 0x08 heading, 0x10 claims something
  totals BLOB NOT NULL                  -- of each index, its sentences with a word and their words: numbers of 4 bytes, little end first
) STRICT;

-- Where the words stand that many sentences have, in a form that is read faster than FTS5's. Derived (schema/common_words.h).
CREATE TABLE common_word (
  language TEXT NOT NULL,               -- of the index: nl, en, und
  stem TEXT NOT NULL,
  rows INTEGER NOT NULL,                -- sentences with the word when this was written
  places BLOB NOT NULL,                 -- schema/word_places.h
  PRIMARY KEY (language, stem)
) STRICT;

-- Full text. One index a language, because a tokenizer of SQLite 3.40 is not told the language of a row; rowid = sentence.key, reference.key.
-- No triggers: schema/full_text.cpp writes the index together with the rows.
CREATE VIEW sentence_nl AS SELECT s.key AS key, s.text AS text, b.heading_path AS heading
  FROM sentence AS s JOIN block AS b ON b.key = s.block WHERE s.language = 'nl';
CREATE VIEW sentence_en AS SELECT s.key AS key, s.text AS text, b.heading_path AS heading
  FROM sentence AS s JOIN block AS b ON b.key = s.block WHERE s.language = 'en';
CREATE VIEW sentence_und AS SELECT s.key AS key, s.text AS text, b.heading_path AS heading
  FROM sentence AS s JOIN block AS b ON b.key = s.block WHERE s.language NOT IN ('nl', 'en');
CREATE VIRTUAL TABLE sentence_fts_nl USING fts5 (text, heading, content = 'sentence_nl', content_rowid = 'key', tokenize = 'claimbase nl');
CREATE VIRTUAL TABLE sentence_fts_en USING fts5 (text, heading, content = 'sentence_en', content_rowid = 'key', tokenize = 'claimbase en');
CREATE VIRTUAL TABLE sentence_fts_und USING fts5 (text, heading, content = 'sentence_und', content_rowid = 'key', tokenize = 'claimbase und');
-- What of a work is searched. The index is made of it: entries are taken out with exactly this text.
CREATE VIEW reference_text AS SELECT r.key AS key, r.title AS title, r.abstract AS abstract,
  coalesce((SELECT group_concat(m.text, '; ') FROM (SELECT text FROM mesh WHERE reference = r.key ORDER BY ordinal) AS m), '') || '; ' ||
  coalesce((SELECT group_concat(k.text, '; ') FROM (SELECT text FROM keyword WHERE reference = r.key ORDER BY ordinal) AS k), '') AS subjects,
  r.authors AS authors, r.container_title AS container_title
  FROM reference AS r;
CREATE VIRTUAL TABLE reference_fts USING fts5
  (title, abstract, subjects, authors, container_title, content = 'reference_text', content_rowid = 'key', tokenize = 'claimbase en');
