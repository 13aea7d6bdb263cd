// A map from the bytes of a word to its WordForm that allocates only for words it has not seen.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/language/analyzer.h"

namespace claimbase {

/// Open addressing over a power of two. Pointers to forms stay valid until clear().
class FormCache {
 public:
  FormCache();

  [[nodiscard]] const WordForm* find(std::string_view raw, std::uint64_t hash) const;
  /// `raw` must be absent. Words that fold alike share one form.
  const WordForm* add(std::string_view raw, std::uint64_t hash, WordForm form);
  [[nodiscard]] const WordForm* find_folded(std::string_view folded) const;
  const WordForm* add_alias(std::string_view raw, std::uint64_t hash, const WordForm* form);

  [[nodiscard]] std::size_t size() const { return used_; }
  void clear();

  [[nodiscard]] static std::uint64_t hash(std::string_view raw);

 private:
  struct Slot {
    std::uint64_t hash = 0;
    const char* key = nullptr;
    std::uint32_t size = 0;
    const WordForm* form = nullptr;
  };
  void grow();
  const char* keep(std::string_view raw);

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
  std::deque<WordForm> forms_;
  std::unordered_map<std::string_view, const WordForm*> by_folded_;
  std::vector<std::unique_ptr<char[]>> chunks_;  // the raw words, end to end
  std::size_t chunk_left_ = 0;
};

}  // namespace claimbase
