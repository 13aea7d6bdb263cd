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
