#include <algorithm>

#include "analysis/document/passes.h"

namespace claimbase::reading {
namespace {

constexpr std::uint32_t kTextLength = 100;  // bytes of a line that is text whatever its end
constexpr std::uint32_t kLongestCaption = 100;

bool is_skipped(const Draft& draft) {
  if (draft.block.kind == BlockKind::caption) return true;
  return draft.settled && draft.block.kind == BlockKind::paragraph && draft.block.role != BlockRole::content;
}

// Blank lines set it apart, or what stands above it is complete.
bool stands_apart_above(std::string_view text, const Drafts& drafts, std::size_t i) {
  if (i == 0 || drafts[i].blank_before) return true;
  const Draft& above = drafts[i - 1];
  return !is_text(above) || above.settled || ends_sentence(above.block.range.of(text));
}

bool stands_apart_below(const Drafts& drafts, std::size_t i) {
  if (drafts[i].blank_after || i + 1 >= drafts.size()) return true;
  const Draft& below = drafts[i + 1];
  return !is_text(below) || below.block.range.size() >= kTextLength || below.block.kind != BlockKind::paragraph;
}

// What the next draft that is no chrome makes of a candidate.
enum class Below { content, heading, first_of_numbered, nothing };

Below below_of(const Drafts& drafts, std::size_t next) {
  if (next >= drafts.size()) return Below::nothing;
  const Block& block = drafts[next].block;
  if (block.kind != BlockKind::heading && block.kind != BlockKind::title) {
    return block.role == BlockRole::content ? Below::content : Below::nothing;
  }
  return drafts[next].mark == Mark::number && block.number == 1 ? Below::first_of_numbered : Below::heading;
}

void make_heading(Draft& draft, int level) {
  draft.block.kind = BlockKind::heading;
  draft.block.level = level;
  draft.settled = true;
}

void decide(std::string_view text, Drafts& drafts, std::size_t i, std::size_t next, bool marked_up) {
  Draft& draft = drafts[i];
  const bool apart = stands_apart_above(text, drafts, i) && stands_apart_below(drafts, i);
  const bool known = draft.section != Section::none;
  if (is_candidate(draft) && apart && (!marked_up || draft.emphasised)) {
    const Below below = below_of(drafts, next);
    if (known || below == Below::content || below == Below::first_of_numbered)
      return make_heading(draft, marked_up ? 4 : 2);
    // Over another heading, or over nothing: the text of a picture, or a link that asks.
    const bool asks = last_character(draft.block.range.of(text)) == U'?';
    if (below == Below::heading && !asks && draft.block.range.size() <= kLongestCaption)
      draft.block.kind = BlockKind::caption;
  } else if (is_text(draft) && !draft.settled && draft.shape.lower_case && draft.blank_before && draft.blank_after &&
             i > 0 && draft.block.range.size() <= kLongestCaption) {
    draft.block.kind = BlockKind::caption;
  }
}

// A numbered heading is below the unnumbered one that announces it ("7 benefits"), beside an introduction.
void set_numbered_levels(Drafts& drafts) {
  int level = 2;
  for (Draft& draft : drafts) {
    if (draft.block.kind != BlockKind::heading) continue;
    if (draft.mark == Mark::number) {
      draft.block.level = level + std::max(0, draft.depth - 1);
    } else if (draft.section != Section::none) {
      level = 2;
    } else {
      level = std::min(draft.block.level + 1, 6);
    }
  }
}

}  // namespace

void find_headings(std::string_view text, Drafts& drafts) {
  const auto hashes =
      std::count_if(drafts.begin(), drafts.end(), [](const Draft& draft) { return draft.mark == Mark::hash; });
  const bool marked_up = hashes >= 2;
  std::size_t next = drafts.size();
  for (std::size_t i = drafts.size(); i-- > 0;) {
    decide(text, drafts, i, next, marked_up);
    if (!is_skipped(drafts[i])) next = i;
  }
  set_numbered_levels(drafts);
}

}  // namespace claimbase::reading
