// Made-up articles of any number, for measuring: Dutch and English, in the shape and with the word frequencies of real
// ones.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/claim/vocabulary.h"

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
  std::vector<std::string> references;             // entries of reference lists
  std::array<std::vector<std::string>, 2> labels;  // by ConceptScheme, in the vocabulary's order
};

/// Makes articles out of the sentences of corpus/articles and of tests/claim/sentences.tsv. Their substances and
/// outcomes are exchanged for others of the vocabulary, drawn by Zipf's law; one word in forty is made up, out of
/// 200,000 by the same law, so that distinct words grow with the text as Heaps' law has it. The same number gives the
/// same article on every machine.
class ArticleGenerator {
 public:
  /// Reads the source sentences; throws std::runtime_error where they are missing.
  explicit ArticleGenerator(const Vocabulary& vocabulary);

  /// Plain text of about 12 kB: title, date, headings, paragraphs, lists, and numbered references with markers that
  /// point at them. Even numbers are Dutch, odd ones English.
  [[nodiscard]] std::string article(std::uint64_t number) const;

  /// Articles 0, 1, 2 ... until they hold `bytes` together.
  [[nodiscard]] std::vector<std::string> articles(std::size_t bytes) const;

 private:
  std::array<ArticleParts, 2> parts_;
};

}  // namespace claimbase::bench
