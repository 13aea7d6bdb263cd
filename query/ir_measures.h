// Measures of a ranking against judgements, as NIST's trec_eval 9 computes them.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

namespace claimbase {

/// Document id to grade; above 0 is relevant.
using Grades = std::map<std::string, int, std::less<>>;

struct RankedDocument {
  std::string id;
  double score = 0;
};

/// The order that trec_eval takes: by score, kept as a `float`, best first; ties by id, the greater in byte order
/// first. A document that comes twice is kept at its best place.
[[nodiscard]] std::vector<std::string> trec_order(std::vector<RankedDocument> documents);

/// ndcg_cut.k: gain is the grade, discount log2(rank + 1); the ideal is the best order of all judged documents. 0 where
/// none is relevant.
[[nodiscard]] double ndcg_at(std::span<const std::string> ranked, const Grades& grades, std::size_t k);
/// map: the precisions at the relevant documents, over the number of relevant ones.
[[nodiscard]] double average_precision(std::span<const std::string> ranked, const Grades& grades);
/// recall.k.
[[nodiscard]] double recall_at(std::span<const std::string> ranked, const Grades& grades, std::size_t k);

}  // namespace claimbase
