// Phrases as paths of stem ids: finds the longest phrase that starts at a place in one walk, whatever the number of
// phrases (a trie; Fredkin, Trie Memory, CACM 3(9), 1960).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace claimbase {

/// Gives each stem that occurs in a phrase a number from 1; 0 is any other stem.
class StemIds {
 public:
  std::uint32_t add(std::string_view stem);
  [[nodiscard]] std::uint32_t find(std::string_view stem) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
};

class StemTrie {
 public:
  /// Several values may have the same phrase. An empty phrase is ignored.
  void add(std::span<const std::uint32_t> phrase, std::uint32_t value);

  struct Match {
    std::uint32_t length = 0;               // stems matched; 0: none
    std::span<const std::uint32_t> values;  // valid until the next add()
  };
  /// The longest phrase that begins `stems`. O(length of the match).
  [[nodiscard]] Match longest(std::span<const std::uint32_t> stems) const;

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  // (node, stem) -> node
  std::vector<std::vector<std::uint32_t>> values_{1};       // by node
};

}  // namespace claimbase
