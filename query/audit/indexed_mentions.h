// What the index says of a claim of copy: the mentions of the same claim, of narrower and of broader ones.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
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

  /// The mentions about a substance and an outcome. Where fewer than kEnoughSourced of them rest on something, also
  /// those about what is narrower, the form's base, or an outcome one step broader; the same claims first. No more than
  /// kMostMentions: those that rest on something first, by level and weight of it, out of the first 40 of those and the
  /// first 8 of others, so that an answer does not take longer the more often a thing is said.
  [[nodiscard]] std::vector<IndexedMention> read(std::string_view substance, std::string_view outcome);

  static constexpr int kMostMentions = 24;
  static constexpr int kEnoughSourced = 4;

 private:
  /// A substance or an outcome near to one that was asked for.
  struct NearConcept {
    std::int64_t key = 0;
    std::string id;
    Valence valence = Valence::neutral;
    int away = 0;
  };
  struct Neighbourhood {
    Statement read;
    std::map<std::string, std::vector<NearConcept>> by_id;  // what was asked for before
  };
  struct KnownClaim {
    std::int64_t key = 0;
    std::string_view substance;  // of the question, or of by_id
    std::string relation;
    std::string_view outcome;
    Valence valence = Valence::neutral;  // of the outcome
    int away = 0;
  };
  [[nodiscard]] static const std::vector<NearConcept>& near(Neighbourhood& known, std::string_view id);
  [[nodiscard]] std::vector<KnownClaim> same_claims(std::string_view substance, std::string_view outcome);
  [[nodiscard]] std::vector<KnownClaim> near_claims(std::string_view substance, std::string_view outcome);
  [[nodiscard]] std::vector<IndexedMention> mentions_of(const std::vector<KnownClaim>& claims);
  void read_links(std::int64_t mention, std::vector<EvidenceItem>& links);
  [[nodiscard]] const ReferenceSummary& reference(std::int64_t key);
  void read_quantities(std::int64_t mention, std::vector<IndexedQuantity>& quantities);

  Statement same_claims_;
  Neighbourhood substances_;
  Neighbourhood outcomes_;
  Statement claims_;
  Statement mentions_;
  Statement links_;
  Statement reference_;
  Statement quantities_;
  std::unordered_map<std::int64_t, ReferenceSummary> known_;  // by key
};

}  // namespace claimbase
