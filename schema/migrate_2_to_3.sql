-- Store version 2 to 3: what citations in words may mean, and which works of libraries they mean. The texts are those of
-- claimbase.sql; the rows come when the articles are next read, as they are after a change of the program.
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
