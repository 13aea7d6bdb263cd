// Made-up articles of any number, for measuring: Dutch and English, in the shape and with the word frequencies of real
// ones.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/claim/vocabulary.h"
#include "bench/made_up_words.h"
#include "bench/made_up_works.h"

namespace claimbase::bench {

/// A sentence with holes for concepts.
struct SentenceTemplate {
  std::vector<std::string> texts;  // one more than `slots`: what stands around them
  std::vector<ConceptScheme> slots;
};

/// What articles of one language are made of.
struct ArticleParts {
  std::string language;
  std::vector<SentenceTemplate> claims;  // sentences that name an outcome
  std::vector<SentenceTemplate> others;
  std::vector<std::string> tails;  // with slots, to stand before a full stop (bench/data/phrases.tsv)
  std::vector<std::string> questions;
  std::vector<std::string> headings;
  std::array<std::vector<std::string>, 2> labels;  // by ConceptScheme: preferred_labels()
};

/// Makes articles out of the sentences of corpus/articles and of tests/claim/sentences.tsv. Their substances and
/// outcomes are exchanged for others of the vocabulary, drawn by Zipf's law; about one word in thirteen is made up, out
/// of 400,000 by the same law, so that distinct words grow with the text as Heaps' law has it. Six articles in ten have
/// a list of references, ten entries on average, to works drawn by Zipf's law out of 300,000. The same number gives the
/// same article on every machine.
class ArticleGenerator {
 public:
  /// Reads the source sentences; throws std::runtime_error where they are missing.
  explicit ArticleGenerator(const Vocabulary& vocabulary);

  /// Plain text of 1.2 to 20 kB, 6.5 in the mean (about 70 sentences): title, date, headings, paragraphs, lists,
  /// questions with answers, and references with markers that point at them. Even numbers are Dutch, odd ones English.
  /// About 0.2 ms.
  [[nodiscard]] std::string article(std::uint64_t number) const;

  /// Articles 0, 1, 2 ... until they hold `bytes` together.
  [[nodiscard]] std::vector<std::string> articles(std::size_t bytes) const;

 private:
  std::array<ArticleParts, 2> parts_;
  std::array<MadeUpWords, 2> words_;
  MadeUpWorks works_;
};

}  // namespace claimbase::bench
