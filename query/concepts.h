// The store's vocabulary: concepts, their labels, and what is narrower than what. Each is read when it is asked for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
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
  std::string id;
  bool is_outcome = false;
  Valence valence = Valence::neutral;
};

/// Concepts go by their keys in the store. For one thread, on a connection that must outlive it; what was read once
/// stays as it was. A look-up is one of an index each.
class ConceptTable {
 public:
  explicit ConceptTable(const Database& db);

  [[nodiscard]] const Database& database() const { return db_; }

  /// `key` must be a concept's. Valid as long as the table.
  [[nodiscard]] const ConceptEntry& at(std::int64_t key);
  /// Preferred ones first.
  [[nodiscard]] std::vector<ConceptLabel> labels(std::int64_t key);

  /// The concept of that scheme with this id or, where there is none, with this label (folded; all labels are looked
  /// at); kNone where nothing fits.
  [[nodiscard]] std::int64_t find(std::string_view id_or_label, bool outcome);
  static constexpr std::int64_t kNone = 0;

  /// Whether `a` comes before `b` in the order of schemes and ids.
  [[nodiscard]] bool is_before(std::int64_t a, std::int64_t b);

  /// `key` and everything below it, itself first, each once.
  [[nodiscard]] std::vector<std::int64_t> with_narrower(std::int64_t key);
  /// The chain of broader concepts, nearest first, each once.
  [[nodiscard]] std::vector<std::int64_t> broader_chain(std::int64_t key);

 private:
  const Database& db_;
  Statement concept_;
  Statement labels_;
  Statement narrower_;
  Statement broader_;
  std::unordered_map<std::int64_t, ConceptEntry> known_;
};

/// The keys as a JSON list, for json_each() in a statement.
[[nodiscard]] std::string keys_json(std::span<const std::int64_t> concepts);

}  // namespace claimbase
