#include "analysis/document/piece_index.h"

namespace claimbase::reading {
namespace {

std::uint32_t key_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
  return byte(0) << 16U | byte(1) << 8U | byte(2);
}

std::uint32_t slot_of(std::uint32_t key) {
  return (key * 0x9E3779B1U) >> 20U;
}

// How rare a character is in Dutch and English text, roughly; others than small letters are rare, but for the blank.
std::size_t rarity(char c) {
  constexpr std::string_view kCommonFirst = " enatirodslhgvcmukpbwfjzyxq";
  const std::size_t place = kCommonFirst.find(c);
  return place == std::string_view::npos ? kCommonFirst.size() : place;
}

}  // namespace

void PieceIndex::add(std::string_view piece, std::uint16_t id) {
  if (piece.size() < 3) return everywhere_.push_back(id);
  std::size_t best = 0;
  std::size_t best_rarity = 0;
  for (std::size_t at = 0; at + 3 <= piece.size(); ++at) {
    const std::size_t rare = rarity(piece[at]) + rarity(piece[at + 1]) + rarity(piece[at + 2]);
    if (rare <= best_rarity) continue;
    best = at;
    best_rarity = rare;
  }
  const std::uint32_t key = key_at(piece, best);
  taken_.at(slot_of(key)) = true;
  slots_.at(slot_of(key)).push_back({key, id});
}

void PieceIndex::candidates(std::string_view text, std::vector<std::uint16_t>& ids) const {
  ids.insert(ids.end(), everywhere_.begin(), everywhere_.end());
  if (text.size() < 3) return;
  std::uint32_t key = key_at(text, 0) >> 8U;
  for (std::size_t at = 2; at < text.size(); ++at) {
    key = (key << 8U | static_cast<unsigned char>(text[at])) & 0xFFFFFFU;
    const std::uint32_t slot = slot_of(key);
    if (!taken_[slot]) continue;
    for (const Entry& entry : slots_[slot]) {
      if (entry.key == key) ids.push_back(entry.id);
    }
  }
}

}  // namespace claimbase::reading
