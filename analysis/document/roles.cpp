#include <algorithm>

#include "analysis/document/passes.h"

namespace claimbase::reading {
namespace {

constexpr std::uint32_t kLongestTail = 200;  // bytes: longer text behind the references is an article again

bool is_heading(const Draft& draft) {
  return draft.block.kind == BlockKind::heading || draft.block.kind == BlockKind::title;
}

bool is_chrome(BlockRole role) {
  return role == BlockRole::navigation || role == BlockRole::promotion || role == BlockRole::metadata;
}

BlockRole role_of(Section section) {
  switch (section) {
    case Section::keywords:
      return BlockRole::keywords;
    case Section::disclaimer:
      return BlockRole::disclaimer;
    case Section::navigation:
      return BlockRole::navigation;
    case Section::none:
    case Section::generic:
    case Section::references:
    case Section::sources:
    case Section::contents:
    case Section::faq:
      return BlockRole::content;
  }
  return BlockRole::content;
}

bool is_item(const Draft& draft) {
  return draft.block.kind == BlockKind::list_item;
}

// From a heading on: keywords are its list or one paragraph, links are what is short, a disclaimer all up to the next
// heading.
std::size_t spread_section(Drafts& drafts, std::size_t heading, BlockRole role) {
  drafts[heading].block.role = role;
  std::size_t i = heading + 1;
  const bool items = i < drafts.size() && is_item(drafts[i]);
  for (; i < drafts.size() && !is_heading(drafts[i]); ++i) {
    if (role != BlockRole::disclaimer && items && !is_item(drafts[i])) break;
    if (role == BlockRole::keywords && !items && i > heading + 1 && drafts[i].block.range.size() > kLongestTail) break;
    if (role == BlockRole::navigation && !items && drafts[i].block.range.size() > kLongestTail) break;
    if (drafts[i].block.role == BlockRole::content) drafts[i].block.role = role;
    if (role != BlockRole::disclaimer && drafts[i].block.kind == BlockKind::caption)
      drafts[i].block.kind = BlockKind::paragraph;
  }
  return i;
}

// Names and functions of people under a call to action.
void settle_author_boxes(Drafts& drafts) {
  for (std::size_t i = 1; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    const Draft& above = drafts[i - 1];
    const bool called = above.block.kind == BlockKind::paragraph && is_chrome(above.block.role) && !above.dated;
    if (!called || draft.block.kind != BlockKind::caption || draft.settled) continue;
    draft.block.kind = BlockKind::paragraph;
    draft.block.role = BlockRole::metadata;
  }
}

// Short lines at the very end, behind references or links, are the page's.
void settle_tail(Drafts& drafts) {
  std::size_t begin = drafts.size();
  while (begin > 0) {
    const Draft& draft = drafts[begin - 1];
    if (draft.block.role != BlockRole::content) {
      if (!is_chrome(draft.block.role)) break;
    } else if (!is_text(draft) || draft.block.range.size() > kLongestTail ||
               !(draft.shape.fits || draft.shape.lower_case)) {
      break;
    }
    --begin;
  }
  if (begin == 0 || begin == drafts.size()) return;
  const BlockRole above = drafts[begin - 1].block.role;
  const bool behind = above == BlockRole::references || above == BlockRole::keywords ||
                      above == BlockRole::disclaimer || is_chrome(drafts[begin].block.role);
  if (!behind) return;
  for (std::size_t i = begin; i < drafts.size(); ++i) {
    if (drafts[i].block.role != BlockRole::content) continue;
    drafts[i].block.role = BlockRole::navigation;
    drafts[i].block.kind = BlockKind::paragraph;
    drafts[i].block.level = 0;
  }
}

}  // namespace

void spread_roles(Drafts& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].block.kind != BlockKind::heading) continue;
    const BlockRole role = role_of(drafts[i].section);
    if (role != BlockRole::content) spread_section(drafts, i, role);
  }
  settle_author_boxes(drafts);
  settle_tail(drafts);
}

}  // namespace claimbase::reading
