// The store's vocabulary: concepts, their labels, and what is narrower than what.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/valence.h"
#include "schema/database.h"

namespace claimbase {

/// "good", "bad"; anything else is neutral.
[[nodiscard]] Valence valence_of(std::string_view name);

struct ConceptLabel {
  std::string text;
  std::string language;  // "": any
  bool inverse = false;  // names the lack of the concept
  bool preferred = false;
};

struct ConceptEntry {
  std::int64_t key = 0;
  std::string id;
  bool is_outcome = false;
  Valence valence = Valence::neutral;
  std::vector<ConceptLabel> labels;  // preferred ones first
  std::vector<std::size_t> broader;  // indexes in ConceptTable::all()
  std::vector<std::size_t> narrower;
};

/// Read once a run; some thousand labels. Immutable.
class ConceptTable {
 public:
  explicit ConceptTable(const Database& db);

  [[nodiscard]] std::span<const ConceptEntry> all() const { return concepts_; }
  [[nodiscard]] const ConceptEntry& at(std::size_t index) const { return concepts_[index]; }

  /// The concept of that scheme with this id or, where there is none, with this label (folded); none() where nothing
  /// fits.
  [[nodiscard]] std::size_t find(std::string_view id_or_label, bool outcome) const;
  [[nodiscard]] std::size_t none() const { return concepts_.size(); }

  /// `index` and everything below it, itself first, each once.
  [[nodiscard]] std::vector<std::size_t> with_narrower(std::size_t index) const;
  /// The chain of broader concepts, nearest first, each once.
  [[nodiscard]] std::vector<std::size_t> broader_chain(std::size_t index) const;

 private:
  std::vector<ConceptEntry> concepts_;
};

/// The keys as a JSON list, for json_each() in a statement.
[[nodiscard]] std::string keys_json(const ConceptTable& table, std::span<const std::size_t> concepts);

}  // namespace claimbase
