#include "analysis/document/passes.h"

namespace claimbase::reading {
namespace {

// Behind `i` comes item i + 1 of the same list, and nothing between.
bool next_is_sibling(const Drafts& drafts, std::size_t i) {
  if (i + 1 >= drafts.size()) return false;
  const Draft& here = drafts[i];
  const Draft& next = drafts[i + 1];
  if (next.mark != Mark::number || next.depth != here.depth) return false;
  return next.block.number == here.block.number + 1 || next.block.number == here.block.number;
}

// Something for a heading to stand above: text, a list, a table.
bool opens_content(const Drafts& drafts, std::size_t i) {
  return i + 1 < drafts.size() && drafts[i + 1].mark != Mark::rule;
}

}  // namespace

void tell_numbered_headings(Drafts& drafts) {
  bool sibling_before = false;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.mark != Mark::number || draft.settled) {
      sibling_before = false;
      continue;
    }
    const bool sibling_after = next_is_sibling(drafts, i);
    const bool shaped = draft.shape.fits || draft.section != Section::none;
    const bool standing = draft.blank_before || i == 0 || drafts[i - 1].mark != Mark::bullet;
    if (!sibling_before && !sibling_after && shaped && standing && opens_content(drafts, i)) {
      draft.block.kind = BlockKind::heading;
    }
    sibling_before = sibling_after;
  }
}

}  // namespace claimbase::reading
