// What the score of one found sentence is made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/expansion.h"
#include "query/sentence_index.h"

namespace claimbase {

enum class PartOrigin : std::uint8_t { typed, label, piece };
[[nodiscard]] std::string_view to_string(PartOrigin origin);  // "typed" ...

/// What one word, or words that stand together, add: weight · idf · f · (k1 + 1) / (f + k1 · (1 − b + b · length /
/// mean)).
struct SentencePart {
  std::string term;
  PartOrigin origin = PartOrigin::typed;
  double weight = 1;     // of what stands for the typed words
  double idf = 0;        // of a label or piece: of all that its group may be said by
  int in_sentence = 0;   // how often
  int in_headings = 0;   // above it
  double frequency = 0;  // f: places in headings count less
  double score = 0;
};

/// What the sum is multiplied by: what the sentence is.
struct SentencePrior {
  std::string name;  // "claims", "heading", "no content"
  double factor = 1;
};

struct SentenceExplanation {
  std::vector<SentencePart> parts;    // in the order of the query
  std::vector<SentencePrior> priors;  // those that are not 1
  int length = 0;                     // words of the sentence and its headings, at most 255
  double mean_length = 0;
  double score = 0;  // the sum of the parts times the priors
};

/// Of the sentence `key` of `index`, which holds all the groups. A group counts by its typed words where all are there,
/// else by the best of what stands for them. Cost: a reading of the sentence for each phrase of the groups.
[[nodiscard]] SentenceExplanation explain_sentence(SentenceIndex& index, const std::vector<QueryGroup>& groups,
                                                   std::int64_t key);

}  // namespace claimbase
