// A block while it is made: what its line looked like, beside what it has been found to be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/document/document.h"
#include "analysis/document/line.h"
#include "analysis/document/phrases.h"
#include "analysis/document/text_shape.h"

namespace claimbase::reading {

struct Draft {
  Block block;
  Mark mark = Mark::none;
  int depth = 0;  // of the mark
  std::uint32_t indent = 0;
  std::uint32_t first_line = 0;
  std::uint32_t last_line = 0;
  bool blank_before = true;
  bool blank_after = true;
  bool emphasised = false;  // all of it between ** **
  bool dated = false;       // a date, perhaps with a publisher
  bool settled = false;     // its kind and role are final
  HeadingShape shape;
  std::string folded;  // of short drafts only, see kLongestPhrase
  Section section = Section::none;
  LinePhrase phrase;
};

using Drafts = std::vector<Draft>;

/// A text with more blocks is no article: the rest of it goes to the last one, so that memory stays bounded.
inline constexpr std::size_t kMostDrafts = 200'000;

/// The drafts of the lines from `first_line` on, one a line, table row, wrapped paragraph or list item. Linear.
[[nodiscard]] Drafts assemble(std::string_view text, const std::vector<Line>& lines, std::size_t first_line);

/// Fills what the draft's range and text say: shape, folded, section, phrase, dated.
void look_at(std::string_view text, Draft& draft);

[[nodiscard]] inline bool is_text(const Draft& draft) {
  return draft.mark == Mark::none && draft.block.cells.empty();
}

}  // namespace claimbase::reading
