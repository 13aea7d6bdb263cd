-- Store version 4 to 5. The texts are those of claimbase.sql.
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
DROP TABLE reference_fts;
-- What of a work is searched. The index is made of it: entries are taken out with exactly this text.
CREATE VIEW reference_text AS SELECT r.key AS key, r.title AS title, r.abstract AS abstract,
  coalesce((SELECT group_concat(m.text, '; ') FROM (SELECT text FROM mesh WHERE reference = r.key ORDER BY ordinal) AS m), '') || '; ' ||
  coalesce((SELECT group_concat(k.text, '; ') FROM (SELECT text FROM keyword WHERE reference = r.key ORDER BY ordinal) AS k), '') AS subjects,
  r.authors AS authors, r.container_title AS container_title
  FROM reference AS r;
CREATE VIRTUAL TABLE reference_fts USING fts5
  (title, abstract, subjects, authors, container_title, content = 'reference_text', content_rowid = 'key', tokenize = 'claimbase en');
INSERT INTO reference_fts(reference_fts) VALUES ('rebuild');
