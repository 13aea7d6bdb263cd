// What the index says of a claim of copy: the mentions of the same claim, of narrower and of broader ones.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/valence.h"
#include "query/audit/report.h"
#include "query/place.h"
#include "schema/database.h"

namespace claimbase {

/// A number with its unit, as the store keeps it.
struct IndexedQuantity {
  std::string kind;  // "dose" ...
  double low = 0;
  double high = 0;
  std::string unit;
  std::string printed;
};

struct IndexedMention {
  MentionSummary claim;
  Valence valence = Valence::neutral;  // of its outcome
  std::string article;
  std::string format;
  std::uint32_t line = 0;
  std::string sentence;
  int away = 0;  // steps in the vocabulary from what was asked: 0 the same claim, 1 narrower, 2 broader
  std::vector<IndexedQuantity> quantities;
  std::vector<EvidenceItem> links;  // what it rests on; article, line, sentence, claim and stance are not filled in
};

/// Statements prepared once; for one thread. `db` must outlive it.
class IndexedMentionReader {
 public:
  explicit IndexedMentionReader(const Database& db);

  /// The mentions about a substance (and what is narrower, or the form's base) and an outcome (narrower, or one step
  /// broader); the same claims first. No more than kMostMentions: those that rest on something first, by level and
  /// weight of it, out of the first 300 of those and the first 16 of others.
  [[nodiscard]] std::vector<IndexedMention> read(std::string_view substance, std::string_view outcome);

  static constexpr int kMostMentions = 60;

 private:
  void read_links(std::int64_t mention, std::vector<EvidenceItem>& links);
  void read_quantities(std::int64_t mention, std::vector<IndexedQuantity>& quantities);

  Statement claims_;
  Statement mentions_;
  Statement links_;
  Statement quantities_;
};

}  // namespace claimbase
