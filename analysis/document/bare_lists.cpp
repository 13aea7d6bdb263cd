#include <algorithm>

#include "analysis/document/passes.h"

namespace claimbase::reading {
namespace {

constexpr std::uint32_t kLongestItem = 200;
constexpr std::uint32_t kLongestCrowdedItem = 80;
constexpr std::size_t kCrowd = 3;

bool is_item_shape(const Draft& draft) {
  return is_text(draft) && !draft.settled && draft.section == Section::none &&
         (draft.shape.fits || draft.shape.lower_case) && !draft.emphasised &&
         draft.block.kind == BlockKind::paragraph && draft.block.range.size() <= kLongestItem;
}

std::string_view first_word(const Draft& draft) {
  const std::string_view words = draft.folded;
  return words.substr(0, words.find(' '));
}

void make_items(Drafts& drafts, std::size_t begin, std::size_t end, int lead_in) {
  for (std::size_t i = begin; i < end; ++i) {
    drafts[i].block.kind = BlockKind::list_item;
    drafts[i].block.lead_in = lead_in;
    drafts[i].settled = true;
  }
}

// Behind a paragraph that ends in a colon: where the lines begin alike all are items, else the last may be the next
// heading.
std::size_t read_after_colon(Drafts& drafts, std::size_t paragraph) {
  const std::size_t begin = paragraph + 1;
  std::size_t end = begin;
  while (end < drafts.size() && is_item_shape(drafts[end])) ++end;
  if (end - begin < 2) return begin;
  bool alike = true;
  for (std::size_t i = begin + 1; i < end; ++i) alike = alike && first_word(drafts[i]) == first_word(drafts[begin]);
  const bool crowded = !drafts[end - 1].blank_before;
  const std::size_t last = alike || crowded || end == drafts.size() ? end : end - 1;
  make_items(drafts, begin, last, static_cast<int>(paragraph));
  return last;
}

// Three short lines or more without a blank line between them.
std::size_t read_crowd(Drafts& drafts, std::size_t begin) {
  std::size_t end = begin;
  while (end < drafts.size() && is_item_shape(drafts[end]) && drafts[end].block.range.size() <= kLongestCrowdedItem &&
         (end == begin || !drafts[end].blank_before)) {
    ++end;
  }
  if (end - begin < kCrowd) return std::max(end, begin + 1);
  // The last is the next section's heading where only it has a blank line and text behind it.
  const bool heading_last =
      end < drafts.size() && drafts[end - 1].blank_after && is_text(drafts[end]) && !drafts[end].settled;
  make_items(drafts, begin, heading_last ? end - 1 : end, -1);
  return end;
}

}  // namespace

void read_bare_lists(std::string_view text, Drafts& drafts) {
  for (std::size_t i = 0; i < drafts.size();) {
    const Draft& draft = drafts[i];
    const bool open = is_text(draft) && !draft.settled;
    if (open && last_character(draft.block.range.of(text)) == U':' && draft.section == Section::none) {
      i = read_after_colon(drafts, i);
    } else if (open && i > 0 && is_item_shape(draft) && !is_text(drafts[i - 1])) {
      ++i;
    } else {
      i = open && i > 0 ? read_crowd(drafts, i) : i + 1;
    }
  }
}

}  // namespace claimbase::reading
