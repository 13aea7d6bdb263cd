#include "query/concepts.h"

#include <algorithm>
#include <unordered_map>

#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

constexpr std::string_view kConcepts = "SELECT key, id, scheme, valence FROM concept ORDER BY scheme, id";
constexpr std::string_view kLabels =
    "SELECT concept, text, language, inverse, kind = 'preferred' FROM label WHERE kind IN ('preferred', 'alternative', "
    "'hidden')"
    " ORDER BY concept, kind <> 'preferred', ordinal";
constexpr std::string_view kBroader =
    "SELECT b.concept, b.broader FROM broader AS b JOIN concept AS c ON c.key = b.broader ORDER BY b.concept, c.id";

std::vector<std::size_t> reach(std::size_t from, const auto& next_of) {
  std::vector<std::size_t> reached{from};
  for (std::size_t at = 0; at < reached.size(); ++at) {
    for (const std::size_t next : next_of(reached[at])) {
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

ConceptTable::ConceptTable(const Database& db) {
  std::unordered_map<std::int64_t, std::size_t> by_key;
  Statement concepts(db, kConcepts);
  while (concepts.step()) {
    ConceptEntry entry;
    entry.key = concepts.integer(0);
    entry.id = concepts.text(1);
    entry.is_outcome = concepts.text(2) == "outcome";
    entry.valence = valence_of(concepts.text(3));
    by_key.emplace(entry.key, concepts_.size());
    concepts_.push_back(std::move(entry));
  }
  Statement labels(db, kLabels);
  while (labels.step()) {
    concepts_[by_key.at(labels.integer(0))].labels.push_back(
        {std::string(labels.text(1)), std::string(labels.text(2)), labels.integer(3) != 0, labels.integer(4) != 0});
  }
  Statement broader(db, kBroader);
  while (broader.step()) {
    const std::size_t below = by_key.at(broader.integer(0));
    const std::size_t above = by_key.at(broader.integer(1));
    concepts_[below].broader.push_back(above);
    concepts_[above].narrower.push_back(below);
  }
}

std::size_t ConceptTable::find(std::string_view id_or_label, bool outcome) const {
  const std::string label = fold(id_or_label);
  std::size_t by_label = none();
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    if (concepts_[i].is_outcome != outcome) continue;
    if (concepts_[i].id == id_or_label || concepts_[i].id == label) return i;
    const auto is_label = [&](const ConceptLabel& candidate) {
      return !candidate.inverse && fold(candidate.text) == label;
    };
    if (by_label == none() && std::ranges::any_of(concepts_[i].labels, is_label)) by_label = i;
  }
  return by_label;
}

std::vector<std::size_t> ConceptTable::with_narrower(std::size_t index) const {
  return reach(
      index, [this](std::size_t at) -> const auto& { return concepts_[at].narrower; });
}

std::vector<std::size_t> ConceptTable::broader_chain(std::size_t index) const {
  std::vector<std::size_t> chain = reach(
      index, [this](std::size_t at) -> const auto& { return concepts_[at].broader; });
  chain.erase(chain.begin());
  return chain;
}

std::string keys_json(const ConceptTable& table, std::span<const std::size_t> concepts) {
  std::string json = "[";
  for (const std::size_t index : concepts) {
    if (json.size() > 1) json += ',';
    json += std::to_string(table.at(index).key);
  }
  return json + ']';
}

}  // namespace claimbase
