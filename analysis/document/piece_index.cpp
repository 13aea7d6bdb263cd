#include "analysis/document/piece_index.h"

#include <cstring>

namespace claimbase::reading {
namespace {

constexpr std::size_t kRun = sizeof(std::uint32_t);  // bytes of a key
constexpr std::size_t kStride = 4;
constexpr std::size_t kShortest = kRun + kStride - 1;

// The run as a number, in the order of the machine's bytes: it is compared with its like only.
std::uint32_t key_at(std::string_view text, std::size_t at) {
  std::uint32_t key = 0;
  std::memcpy(&key, text.data() + at, sizeof key);
  return key;
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

std::size_t rarest_window(std::string_view piece) {
  std::size_t best = 0;
  std::size_t best_rarity = 0;
  for (std::size_t at = 0; at + kShortest <= piece.size(); ++at) {
    std::size_t rare = 0;
    for (const char c : piece.substr(at, kShortest)) rare += rarity(c);
    if (rare <= best_rarity) continue;
    best = at;
    best_rarity = rare;
  }
  return best;
}

}  // namespace

void PieceIndex::add(std::string_view piece, std::uint16_t id) {
  if (piece.size() < kShortest) return everywhere_.push_back(id);
  const std::size_t begin = rarest_window(piece);
  for (std::size_t at = begin; at < begin + kStride; ++at) {
    const std::uint32_t key = key_at(piece, at);
    taken_.at(slot_of(key)) = true;
    slots_.at(slot_of(key)).push_back({key, id});
  }
}

void PieceIndex::candidates(std::string_view text, std::vector<std::uint16_t>& ids) const {
  ids.insert(ids.end(), everywhere_.begin(), everywhere_.end());
  for (std::size_t at = 0; at + kRun <= text.size(); at += kStride) {
    const std::uint32_t key = key_at(text, at);
    const std::uint32_t slot = slot_of(key);
    if (!taken_[slot]) continue;
    for (const Entry& entry : slots_[slot]) {
      if (entry.key == key) ids.push_back(entry.id);
    }
  }
}

}  // namespace claimbase::reading
