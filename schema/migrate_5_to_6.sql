-- Store version 5 to 6. The texts are those of claimbase.sql.
DROP INDEX mention_sentence;
DROP INDEX mention_claim;
-- Each holds all that a filter asks: from a claim to its sentences, or back, without the rows.
CREATE INDEX mention_sentence ON mention (sentence, claim, article);
CREATE INDEX mention_claim ON mention (claim, sentence, article);
