// Which of many fixed pieces may occur in a text: a filter, so that few of them have to be searched for one by one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace claimbase::reading {

/// Looks at every fourth place of a text only: of each piece it keeps the four runs of four bytes that begin at
/// neighbouring places, the rarest by their letters, and wherever the piece stands, one of the four is met.
class PieceIndex {
 public:
  /// A piece of fewer than seven bytes is a candidate in any text.
  void add(std::string_view piece, std::uint16_t id);

  /// The ids of pieces that may occur in `text`, added to `ids` in no order, some more than once; every piece that does
  /// occur is among them. O(text).
  void candidates(std::string_view text, std::vector<std::uint16_t>& ids) const;

 private:
  static constexpr std::size_t kSlots = 4096;
  struct Entry {
    std::uint32_t key = 0;
    std::uint16_t id = 0;
  };
  std::array<bool, kSlots> taken_{};
  std::array<std::vector<Entry>, kSlots> slots_;
  std::vector<std::uint16_t> everywhere_;
};

}  // namespace claimbase::reading
