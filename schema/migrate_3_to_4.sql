-- Store version 3 to 4: inodes of files, by which renamed ones are known again, and what runs did. The texts are those of
-- claimbase.sql; the inodes come with the next update, and what earlier runs did is not known.
ALTER TABLE article ADD COLUMN inode INTEGER NOT NULL DEFAULT 0;
ALTER TABLE library ADD COLUMN inode INTEGER NOT NULL DEFAULT 0;
-- What runs of the indexer did, for `claimbase diff` (docs/store.md, Runs). No part of the content that a store is compared by.
CREATE TABLE run (
  number INTEGER PRIMARY KEY,           -- 1, 2, 3 ...; never used again, for the newest is never forgotten
  command TEXT NOT NULL CHECK (command <> ''), -- 'update', 'rebuild', 'watch', 'repair' ...
  program TEXT NOT NULL,                -- its version
  began INTEGER NOT NULL,               -- nanoseconds since 1970
  ended INTEGER,                        -- likewise; NULL: under way, or cut short
  complete INTEGER NOT NULL CHECK (complete IN (0, 1)), -- all that changed is listed; 0: a first build, of which only counts are
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
  kind TEXT NOT NULL CHECK (kind IN ('article', 'library')),
  change TEXT NOT NULL CHECK (change IN ('added', 'changed', 'renamed', 'removed')),
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
  gained INTEGER NOT NULL CHECK (gained IN (0, 1)), -- 0: lost
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
  gained INTEGER NOT NULL CHECK (gained IN (0, 1)), -- 0: lost
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
  change TEXT NOT NULL CHECK (change IN ('notice', 'renamed', 'gone', 'found')), -- gone, found: a library's work that words lead to
  reference TEXT NOT NULL,              -- reference.id, afterwards
  label TEXT NOT NULL,                  -- for people: authors, year, title
  previous TEXT NOT NULL,               -- the notice or the id before
  notice TEXT NOT NULL,                 -- that stands afterwards; '' for none
  notice_date TEXT NOT NULL,
  mentions INTEGER NOT NULL             -- that rest on it
) STRICT;
CREATE INDEX run_reference_run ON run_reference (run);

CREATE INDEX citation_unresolved ON citation (article) WHERE reference IS NULL AND kind <> 'attribution';
