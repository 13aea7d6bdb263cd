// What the index says of a claim of copy: the mentions of the same claim, of narrower and of broader ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/claim/valence.h"
#include "query/audit/indexed_works.h"
#include "query/audit/near_claims.h"
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

/// One thing that a mention rests on.
struct IndexedLink {
  std::int64_t kind = 0;  // link_kind.number
  double weight = 0;
  std::int64_t reference_key = 0;
  const ReferenceSummary* reference = nullptr;    // without first author and number; null: it leads to no work
  std::optional<AttributionSummary> attribution;  // where there is no reference
  std::int64_t citation = 0;
  std::int64_t entry = 0;
  std::int64_t ordinal = -1;  // of the citation; -1: none
};

struct IndexedArticle {
  std::string path;
  std::string format;
};

/// What is the same of a mention for each claim that comes upon it.
struct StoredMention {
  double rank = 0;                 // of what it rests on; less is better
  std::vector<IndexedLink> links;  // the heaviest first
  bool complete = false;           // what follows has been read
  IndexedArticle article;
  std::int64_t ordinal = 0;  // in the article
  std::int64_t sentence_key = 0;
  std::string sentence;  // read where a link leads to no work; else IndexedMentionReader::sentence
  std::string exposure;
  std::string polarity;
  std::string certainty;
  std::vector<IndexedQuantity> quantities;
};

struct IndexedMention {
  MentionSummary claim;
  Valence valence = Valence::neutral;     // of its outcome
  int away = 0;                           // KnownClaim::away
  const StoredMention* stored = nullptr;  // of the reader
};

/// Statements prepared once; for one thread. `db` must outlive it, and it the mentions that it gave. What many claims
/// come upon is read once, and sentences, names and numbers only for what is shown.
class IndexedMentionReader {
 public:
  explicit IndexedMentionReader(const Database& db);

  /// The mentions about a substance and an outcome. Where fewer than kEnoughSourced of them rest on something, also
  /// those about what is narrower, the form's base, or an outcome one step broader; the same claims first. No more than
  /// kMostMentions: those that rest on something first, by level and weight of it, out of the first 40 of those and the
  /// first 8 of others, so that an answer does not take longer the more often a thing is said.
  [[nodiscard]] std::vector<IndexedMention> read(std::string_view substance, std::string_view outcome);

  /// The text of its sentence.
  [[nodiscard]] std::string sentence(const StoredMention& mention);
  /// The mention and one of its links (null: it rests on nothing) as it is shown, but for claim and stance.
  [[nodiscard]] EvidenceItem shown(const StoredMention& mention, const IndexedLink* link);

  static constexpr std::size_t kMostMentions = 24;
  static constexpr int kEnoughSourced = 4;

 private:
  /// The keys of mentions of one claim, in their order: no more than are weighed.
  struct ClaimMentions {
    std::vector<std::int64_t> sourced;
    std::vector<std::int64_t> bare;
  };
  struct Candidate {
    std::size_t claim = 0;  // of Candidates::claims
    std::int64_t key = 0;
    StoredMention* stored = nullptr;
  };
  struct Candidates {
    std::vector<KnownClaim> claims;
    std::vector<Candidate> mentions;
    std::size_t sourced = 0, bare = 0;
  };
  [[nodiscard]] bool take(const KnownClaim& claim, Candidates& candidates);
  [[nodiscard]] std::vector<IndexedMention> best_of(Candidates candidates);
  [[nodiscard]] const ClaimMentions& of_claim(std::int64_t claim);
  [[nodiscard]] StoredMention& weighed(std::int64_t key, bool sourced);
  void complete(std::int64_t key, StoredMention& mention);
  void complete_links(StoredMention& mention);
  [[nodiscard]] const IndexedArticle& article(std::int64_t key);

  NearClaimReader claims_;
  IndexedWorkReader works_;
  Statement of_claim_;
  Statement evidence_;
  Statement mention_;
  Statement article_;
  Statement citation_;
  Statement quantities_;
  Statement sentence_;
  Statement link_kind_;
  std::unordered_map<std::int64_t, ClaimMentions> claim_mentions_;
  std::unordered_map<std::int64_t, StoredMention> mentions_;
  std::unordered_map<std::int64_t, IndexedArticle> articles_;
};

}  // namespace claimbase
