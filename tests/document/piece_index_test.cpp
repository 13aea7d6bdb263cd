#include "analysis/document/piece_index.h"

#include <gmock/gmock.h>

namespace claimbase::reading {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

std::vector<std::uint16_t> candidates(const PieceIndex& index, std::string_view text) {
  std::vector<std::uint16_t> ids;
  index.candidates(text, ids);
  return ids;
}

TEST(PieceIndex, FindsPiecesWhereverTheyStand) {
  PieceIndex index;
  index.add("lees verder", 1);
  index.add("bekijk ook", 2);
  index.add("geen medisch advies", 3);
  EXPECT_THAT(candidates(index, "lees verder"), UnorderedElementsAre(1));
  EXPECT_THAT(candidates(index, "dit is geen medisch advies, bekijk ook"), UnorderedElementsAre(2, 3));
  EXPECT_THAT(candidates(index, "zink helpt de huid"), IsEmpty());
  EXPECT_THAT(candidates(index, "le"), IsEmpty());
}

TEST(PieceIndex, ShortPiecesAreCandidatesAnywhere) {
  PieceIndex index;
  index.add("ab", 7);
  index.add("abcdef", 8);
  EXPECT_THAT(candidates(index, ""), UnorderedElementsAre(7, 8));
}

// Whatever bytes a piece is of, it is found in a text that holds it.
TEST(PieceIndex, MissesNothing) {
  PieceIndex index;
  std::vector<std::string> pieces;
  std::uint32_t state = 1;
  const auto next = [&state] { return state = state * 1664525U + 1013904223U; };
  for (std::uint16_t id = 0; id < 300; ++id) {
    std::string piece;
    for (std::uint32_t i = 0; i < 5 + id % 9U; ++i) piece += static_cast<char>(next() >> 24U);
    index.add(piece, id);
    pieces.push_back(std::move(piece));
  }
  for (std::uint16_t id = 0; id < 300; ++id)
    EXPECT_THAT(candidates(index, std::string(id % 5U, '.') + pieces[id] + pieces[(id + 1) % 300U]), Contains(id));
}

}  // namespace
}  // namespace claimbase::reading
