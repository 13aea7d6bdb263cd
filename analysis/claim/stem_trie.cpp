#include "analysis/claim/stem_trie.h"

#include <algorithm>
#include <utility>

namespace claimbase {
namespace {

std::uint64_t edge_key(std::uint32_t node, std::uint32_t stem) {
  return (std::uint64_t{node} << 32U) | stem;
}

// Fibonacci hashing (Knuth, TAOCP 3, 6.4): the high bits of the product are well mixed.
std::size_t slot_of(std::uint64_t key, std::size_t slots) {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 32U) & (slots - 1);
}

}  // namespace

std::uint32_t StemIds::add(std::string_view stem) {
  return ids_.try_emplace(std::string(stem), static_cast<std::uint32_t>(ids_.size() + 1)).first->second;
}

std::uint32_t StemIds::find(std::string_view stem) const {
  const auto found = ids_.find(stem);
  return found == ids_.end() ? 0 : found->second;
}

std::uint32_t StemTrie::child(std::uint32_t node, std::uint32_t stem) const {
  if (node == 0) return stem < roots_.size() ? roots_[stem] : 0;
  if ((flags_[node] & kGoesOn) == 0) return 0;
  const std::uint64_t key = edge_key(node, stem);
  for (std::size_t at = slot_of(key, edges_.size());; at = (at + 1) & (edges_.size() - 1)) {
    if (edges_[at].from == key) return edges_[at].to;
    if (edges_[at].from == 0) return 0;
  }
}

void StemTrie::add_edge(Edge edge) {
  if ((edges_used_ + 1) * 2 > edges_.size()) {
    std::vector<Edge> fewer = std::move(edges_);
    edges_ = std::vector<Edge>(fewer.size() * 2);
    edges_used_ = 0;
    for (const Edge& each : fewer)
      if (each.from != 0) add_edge(each);
  }
  std::size_t at = slot_of(edge.from, edges_.size());
  while (edges_[at].from != 0) at = (at + 1) & (edges_.size() - 1);
  edges_[at] = edge;
  ++edges_used_;
}

void StemTrie::add(std::span<const std::uint32_t> phrase, std::uint32_t value) {
  // A stem without a number is in no phrase: one that holds it could never be found.
  if (phrase.empty() || std::ranges::find(phrase, 0U) != phrase.end()) return;
  std::uint32_t node = 0;
  for (const std::uint32_t stem : phrase) {
    std::uint32_t next = child(node, stem);
    if (next == 0) {
      next = node_count();
      values_.emplace_back();
      flags_.push_back(0);
      if (node == 0) {
        if (stem >= roots_.size()) roots_.resize(stem + 1, 0);
        roots_[stem] = next;
      } else {
        flags_[node] |= kGoesOn;
        add_edge({edge_key(node, stem), next});
      }
    }
    node = next;
  }
  flags_[node] |= kEnds;
  std::vector<std::uint32_t>& values = values_[node];
  if (std::ranges::find(values, value) == values.end()) values.push_back(value);
}

StemTrie::Match StemTrie::longest(std::span<const std::uint32_t> stems) const {
  Match best;
  std::uint32_t node = 0;
  for (std::uint32_t i = 0; i < stems.size(); ++i) {
    if (stems[i] == 0) break;
    node = child(node, stems[i]);
    if (node == 0) break;
    if ((flags_[node] & kEnds) != 0) best = {i + 1, node, {}};
  }
  if (best.length > 0) best.values = values_[best.node];
  return best;
}

}  // namespace claimbase
