#include "analysis/claim/stem_trie.h"

#include <algorithm>

namespace claimbase {
namespace {

std::uint64_t edge(std::uint32_t node, std::uint32_t stem) {
  return (std::uint64_t{node} << 32) | stem;
}

}  // namespace

std::uint32_t StemIds::add(std::string_view stem) {
  return ids_.try_emplace(std::string(stem), static_cast<std::uint32_t>(ids_.size() + 1)).first->second;
}

std::uint32_t StemIds::find(std::string_view stem) const {
  const auto found = ids_.find(stem);
  return found == ids_.end() ? 0 : found->second;
}

void StemTrie::add(std::span<const std::uint32_t> phrase, std::uint32_t value) {
  if (phrase.empty()) return;
  std::uint32_t node = 0;
  for (const std::uint32_t stem : phrase) {
    const auto [place, is_new] = edges_.try_emplace(edge(node, stem), static_cast<std::uint32_t>(values_.size()));
    if (is_new) values_.emplace_back();
    node = place->second;
  }
  if (std::ranges::find(values_[node], value) == values_[node].end()) values_[node].push_back(value);
}

StemTrie::Match StemTrie::longest(std::span<const std::uint32_t> stems) const {
  Match best;
  std::uint32_t node = 0;
  for (std::uint32_t i = 0; i < stems.size(); ++i) {
    if (stems[i] == 0) break;
    const auto next = edges_.find(edge(node, stems[i]));
    if (next == edges_.end()) break;
    node = next->second;
    if (!values_[node].empty()) best = {i + 1, values_[node]};
  }
  return best;
}

}  // namespace claimbase
