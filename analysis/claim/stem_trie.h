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
  StemIds() = default;
  /// The first has number 1.
  explicit StemIds(std::span<const std::string> stems);
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
    std::uint32_t length = 0;  // stems matched; 0: none
    std::uint32_t node = 0;    // where the phrase ends: a number below node_count(), another for each phrase
    std::span<const std::uint32_t> values;  // valid until the next add()
  };
  /// The longest phrase that begins `stems`. O(length of the match).
  [[nodiscard]] Match longest(std::span<const std::uint32_t> stems) const {
    const Step root = !stems.empty() && stems.front() < roots_.size() ? roots_[stems.front()] : 0;
    if ((root & kGoesOn) != 0) return longest_from(root, stems);
    return root == 0 ? Match{} : Match{1, root & kNode, values_at(root & kNode)};
  }

  /// Whether any phrase begins with that stem.
  [[nodiscard]] bool begins(std::uint32_t stem) const { return stem < roots_.size() && roots_[stem] != 0; }

  [[nodiscard]] std::uint32_t node_count() const { return static_cast<std::uint32_t>(values_.size()); }
  [[nodiscard]] std::span<const std::uint32_t> values_at(std::uint32_t node) const {
    return {pool_.data() + values_[node].begin, values_[node].count};
  }

 private:
  // A node with what is known of it, so that most steps of a walk need no look at the node itself.
  using Step = std::uint32_t;
  static constexpr Step kEnds = 1U << 31U;    // a phrase ends here
  static constexpr Step kGoesOn = 1U << 30U;  // and here one goes on
  static constexpr Step kNode = kGoesOn - 1;

  struct Edge {
    std::uint64_t from = 0;  // (node, stem); 0: free, since no stem is 0
    Step to = 0;
  };
  struct Values {  // in pool_
    std::uint32_t begin = 0;
    std::uint32_t count = 0;
  };
  [[nodiscard]] Match longest_from(Step root, std::span<const std::uint32_t> stems) const;
  [[nodiscard]] Step child(std::uint32_t node, std::uint32_t stem) const;    // 0: none
  [[nodiscard]] Step& child_to_add(std::uint32_t node, std::uint32_t stem);  // a new node where there is none
  void grow_edges();
  void add_value(std::uint32_t node, std::uint32_t value);

  std::vector<Values> values_{1};  // by node
  std::vector<std::uint32_t> pool_;
  std::vector<Step> roots_;                          // by stem: most walks end here, with one look
  std::vector<Edge> edges_ = std::vector<Edge>(64);  // of the other nodes: open addressing over a power of two
  std::size_t edges_used_ = 0;
};

}  // namespace claimbase
