#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "analysis/document/passes.h"

namespace claimbase::reading {
namespace {

using Counts = std::unordered_map<std::string_view, int>;

Counts count_short_lines(const Drafts& drafts) {
  Counts counts;
  for (const Draft& draft : drafts) {
    if (draft.shape.fits) ++counts[draft.folded];
  }
  return counts;
}

bool is_item(const Draft& draft) {
  return draft.mark == Mark::bullet || draft.mark == Mark::number;
}

// An item, or a line that comes back further on as a heading.
bool is_entry(const Draft& draft, const Counts& counts, bool items) {
  if (is_item(draft)) return true;
  if (items || !is_text(draft) || draft.settled || !draft.shape.fits) return false;
  const auto found = counts.find(draft.folded);
  return found != counts.end() && found->second > 1;
}

}  // namespace

void read_contents(Drafts& drafts) {
  Counts counts;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].section != Section::contents || !opens_section(drafts[i])) continue;
    if (counts.empty()) counts = count_short_lines(drafts);
    const bool items = i + 1 < drafts.size() && is_item(drafts[i + 1]);
    if (!drafts[i].folded.starts_with('[')) drafts[i].block.kind = BlockKind::heading;
    if (drafts[i].block.level == 0) drafts[i].block.level = 2;
    std::size_t j = i + 1;
    std::unordered_set<std::string_view> entries;
    for (; j < drafts.size() && is_entry(drafts[j], counts, items); ++j) {
      // The first entry again, numbered as in the list: the text begins.
      if (!entries.insert(drafts[j].folded).second && drafts[j].block.kind == BlockKind::heading) break;
      drafts[j].block.kind = BlockKind::list_item;
      drafts[j].block.role = BlockRole::contents;
      drafts[j].settled = true;
    }
    // Without a list below it, "In this article" may be any heading.
    if (j > i + 1 || drafts[i].folded.starts_with('[')) {
      drafts[i].block.role = BlockRole::contents;
      drafts[i].settled = true;
    } else if (is_text(drafts[i])) {
      drafts[i].block.kind = BlockKind::paragraph;
      drafts[i].block.level = 0;
    }
    i = j - 1;
  }
}

}  // namespace claimbase::reading
