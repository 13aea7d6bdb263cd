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

StemIds::StemIds(std::span<const std::string> stems) {
  ids_.reserve(stems.size());
  for (const std::string& stem : stems) add(stem);
}

std::uint32_t StemIds::add(std::string_view stem) {
  return ids_.try_emplace(std::string(stem), static_cast<std::uint32_t>(ids_.size() + 1)).first->second;
}

std::uint32_t StemIds::find(std::string_view stem) const {
  const auto found = ids_.find(stem);
  return found == ids_.end() ? 0 : found->second;
}

inline StemTrie::Step StemTrie::child(std::uint32_t node, std::uint32_t stem) const {
  const std::uint64_t key = edge_key(node, stem);
  for (std::size_t at = slot_of(key, edges_.size());; at = (at + 1) & (edges_.size() - 1)) {
    if (edges_[at].from == key) return edges_[at].to;
    if (edges_[at].from == 0) return 0;
  }
}

void StemTrie::grow_edges() {
  std::vector<Edge> larger(edges_.size() * 2);
  for (const Edge& each : edges_) {
    if (each.from == 0) continue;
    std::size_t at = slot_of(each.from, larger.size());
    while (larger[at].from != 0) at = (at + 1) & (larger.size() - 1);
    larger[at] = each;
  }
  edges_ = std::move(larger);
}

StemTrie::Step& StemTrie::child_to_add(std::uint32_t node, std::uint32_t stem) {
  if (node == 0) {
    if (stem >= roots_.size()) roots_.resize(stem + 1, 0);
    if (roots_[stem] == 0) {
      roots_[stem] = node_count();
      values_.emplace_back();
    }
    return roots_[stem];
  }
  if ((edges_used_ + 1) * 2 > edges_.size()) grow_edges();
  const std::uint64_t key = edge_key(node, stem);
  std::size_t at = slot_of(key, edges_.size());
  while (edges_[at].from != 0 && edges_[at].from != key) at = (at + 1) & (edges_.size() - 1);
  if (edges_[at].from == 0) {
    edges_[at] = {key, node_count()};
    values_.emplace_back();
    ++edges_used_;
  }
  return edges_[at].to;
}

// A node's values lie together: those of a node that gets another are moved behind all others.
void StemTrie::add_value(std::uint32_t node, std::uint32_t value) {
  const std::span<const std::uint32_t> known = values_at(node);
  if (std::ranges::find(known, value) != known.end()) return;
  Values& values = values_[node];
  if (values.begin + values.count != pool_.size()) {
    // The pool doubles as it grows: a reserve() of what is needed now would copy it at each value.
    const std::size_t begin = pool_.size();
    pool_.resize(begin + values.count);
    std::copy_n(pool_.begin() + values.begin, values.count, pool_.begin() + static_cast<std::ptrdiff_t>(begin));
    values.begin = static_cast<std::uint32_t>(begin);
  }
  pool_.push_back(value);
  ++values.count;
}

void StemTrie::add(std::span<const std::uint32_t> phrase, std::uint32_t value) {
  // A stem without a number is in no phrase: one that holds it could never be found.
  if (phrase.empty() || std::ranges::find(phrase, 0U) != phrase.end()) return;
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    Step& next = child_to_add(node, phrase[i]);
    next |= i + 1 == phrase.size() ? kEnds : kGoesOn;
    node = next & kNode;
  }
  add_value(node, value);
}

StemTrie::Match StemTrie::longest_from(Step root, std::span<const std::uint32_t> stems) const {
  Match best;
  Step step = root;
  for (std::uint32_t i = 1; step != 0; ++i) {
    if ((step & kEnds) != 0) {
      best.length = i;
      best.node = step & kNode;
    }
    if ((step & kGoesOn) == 0 || i == stems.size() || stems[i] == 0) break;
    step = child(step & kNode, stems[i]);
  }
  if (best.length > 0) best.values = values_at(best.node);
  return best;
}

}  // namespace claimbase
