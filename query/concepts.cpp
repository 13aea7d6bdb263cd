#include "query/concepts.h"

#include <algorithm>
#include <tuple>

#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

constexpr std::string_view kConcept = "SELECT id, scheme, valence FROM concept WHERE key = ?1";
constexpr std::string_view kLabels =
    "SELECT text, language, inverse, kind = 'preferred' FROM label WHERE concept = ?1 AND kind IN ('preferred',"
    " 'alternative', 'hidden') ORDER BY kind <> 'preferred', ordinal";
constexpr std::string_view kNarrower = "SELECT concept FROM broader WHERE broader = ?1 ORDER BY concept";
constexpr std::string_view kBroader =
    "SELECT b.broader FROM broader AS b JOIN concept AS c ON c.key = b.broader WHERE b.concept = ?1 ORDER BY c.id";

// An id as it was typed, or folded.
constexpr std::string_view kById = "SELECT key FROM concept WHERE scheme = ?1 AND id IN (?2, ?3) ORDER BY id LIMIT 1";
constexpr std::string_view kAllLabels =
    "SELECT c.key, l.text FROM concept AS c JOIN label AS l ON l.concept = c.key WHERE c.scheme = ?1 AND l.inverse = 0"
    " AND l.kind IN ('preferred', 'alternative', 'hidden') ORDER BY c.id";

std::vector<std::int64_t> reach(std::int64_t from, Statement& next_of) {
  std::vector<std::int64_t> reached{from};
  for (std::size_t at = 0; at < reached.size(); ++at) {
    next_of.bind(1, reached[at]);
    while (next_of.step()) {
      const std::int64_t next = next_of.integer(0);
      if (std::ranges::find(reached, next) == reached.end()) reached.push_back(next);
    }
  }
  return reached;
}

}  // namespace

Valence valence_of(std::string_view name) {
  if (name == "good") return Valence::good;
  return name == "bad" ? Valence::bad : Valence::neutral;
}

ConceptTable::ConceptTable(const Database& db)
    : db_(db), concept_(db, kConcept), labels_(db, kLabels), narrower_(db, kNarrower), broader_(db, kBroader) {}

const ConceptEntry& ConceptTable::at(std::int64_t key) {
  const auto [place, is_new] = known_.try_emplace(key);
  if (!is_new) return place->second;
  concept_.bind(1, key);
  while (concept_.step()) {
    place->second = {std::string(concept_.text(0)), concept_.text(1) == "outcome", valence_of(concept_.text(2))};
  }
  return place->second;
}

std::vector<ConceptLabel> ConceptTable::labels(std::int64_t key) {
  std::vector<ConceptLabel> labels;
  labels_.bind(1, key);
  while (labels_.step()) {
    labels.push_back(
        {std::string(labels_.text(0)), std::string(labels_.text(1)), labels_.integer(2) != 0, labels_.integer(3) != 0});
  }
  return labels;
}

std::int64_t ConceptTable::find(std::string_view id_or_label, bool outcome) {
  const std::string_view scheme = outcome ? "outcome" : "substance";
  const std::string label = fold(id_or_label);
  Statement by_id(db_, kById);
  by_id.bind(1, scheme).bind(2, id_or_label).bind(3, std::string_view(label));
  if (by_id.step()) return by_id.integer(0);
  Statement labels(db_, kAllLabels);
  labels.bind(1, scheme);
  while (labels.step()) {
    if (fold(labels.text(1)) == label) return labels.integer(0);
  }
  return kNone;
}

bool ConceptTable::is_before(std::int64_t a, std::int64_t b) {
  const ConceptEntry& first = at(a);
  const ConceptEntry& second = at(b);
  // "outcome" comes before "substance".
  return std::tuple(!first.is_outcome, std::string_view(first.id)) <
         std::tuple(!second.is_outcome, std::string_view(second.id));
}

std::vector<std::int64_t> ConceptTable::with_narrower(std::int64_t key) {
  return reach(key, narrower_);
}

std::vector<std::int64_t> ConceptTable::broader_chain(std::int64_t key) {
  std::vector<std::int64_t> chain = reach(key, broader_);
  chain.erase(chain.begin());
  return chain;
}

std::string keys_json(std::span<const std::int64_t> concepts) {
  std::string json = "[";
  for (const std::int64_t key : concepts) {
    if (json.size() > 1) json += ',';
    json += std::to_string(key);
  }
  return json + ']';
}

}  // namespace claimbase
