// Places of words that are too many for memory: sorted runs of them in a temporary database, which SQLite keeps in a
// file that has no name any more, merged by word at the end.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/database.h"

namespace claimbase {

/// A word of an index: the byte of its number in kSentenceIndexes, then its stem.
struct GatheredWord {
  std::string_view name;
  std::int64_t rows = 0;                     // sentences with it
  std::span<const std::string_view> places;  // pieces for each_place() (word_places.h), in the order of keys
  [[nodiscard]] std::size_t index() const { return static_cast<std::size_t>(name.front()); }
  [[nodiscard]] std::string_view stem() const { return name.substr(1); }
};
/// What it is given is valid for the time of the call.
using GatheredUse = std::function<void(const GatheredWord&)>;

class PlaceRuns {
 public:
  PlaceRuns();
  /// Begins a run, whose keys are greater than those of the runs before.
  void begin();
  /// In the order of names.
  void add(std::string_view name, std::int64_t rows, std::string_view places);
  /// Each name once, in order, with the pieces of all runs.
  void merge(const GatheredUse& use);

 private:
  Database db_;
  std::size_t runs_ = 0;
  std::optional<Statement> add_;
};

}  // namespace claimbase
