#include <algorithm>

#include "analysis/document/passes.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kSampledEntries = 6;

bool has_entry_mark(const Draft& draft) {
  return draft.mark == Mark::number || draft.mark == Mark::bullet || draft.mark == Mark::footnote ||
         draft.mark == Mark::bracket;
}

void make_reference(Draft& draft) {
  draft.block.kind = BlockKind::reference;
  draft.block.role = BlockRole::references;
  draft.block.level = 0;
  draft.settled = true;
}

// "Sources" may head a list of foods as well: some entry must look like a reference.
bool holds_references(std::string_view text, const Drafts& drafts, std::size_t heading) {
  if (drafts[heading].section == Section::references) return true;
  for (std::size_t i = heading + 1; i < drafts.size() && i <= heading + kSampledEntries; ++i) {
    if (drafts[i].mark == Mark::hash || opens_section(drafts[i])) return false;
    if (looks_bibliographic(drafts[i].block.range.of(text))) return true;
  }
  return false;
}

// A line without a mark that goes on with the entry above it.
bool continues_entry(std::string_view text, const Draft& above, const Draft& draft, bool marked) {
  if (!is_text(draft) || draft.settled) return false;
  const std::string_view words = draft.block.range.of(text);
  if (starts_as_link(words)) return true;
  const bool adjacent = above.last_line + 1 == draft.first_line;
  return adjacent && (marked || starts_lower(words)) && !opens_section(draft);
}

// Short words without digits, and no entry behind them: the next heading.
bool reads_as_heading(std::string_view text, const Drafts& drafts, std::size_t i) {
  const Draft& draft = drafts[i];
  const std::string_view words = draft.block.range.of(text);
  const bool plain = words.find_first_of(".,0123456789") == std::string_view::npos && words.size() <= 80;
  if (!plain || !draft.shape.fits || !draft.blank_before) return false;
  return i + 1 >= drafts.size() || !is_text(drafts[i + 1]) || !looks_bibliographic(drafts[i + 1].block.range.of(text));
}

// Behind a marked list any bare line ends it; among bare entries only what reads like a heading.
bool ends_list(std::string_view text, const Drafts& drafts, std::size_t i, bool marked) {
  const Draft& draft = drafts[i];
  if (draft.mark == Mark::hash || opens_section(draft) || draft.mark == Mark::image || !draft.block.cells.empty())
    return true;
  if (draft.settled || draft.block.kind == BlockKind::title) return true;
  if (has_entry_mark(draft)) return false;
  return marked || draft.emphasised || reads_as_heading(text, drafts, i);
}

// "Here are the studies we used:" above the entries.
std::size_t skip_introduction(std::string_view text, Drafts& drafts, std::size_t i) {
  constexpr std::size_t kMostParagraphs = 3;
  std::size_t end = i;
  while (end < drafts.size() && end < i + kMostParagraphs && is_text(drafts[end]) && !drafts[end].settled &&
         !looks_bibliographic(drafts[end].block.range.of(text))) {
    ++end;
  }
  if (end >= drafts.size() || !has_entry_mark(drafts[end])) return i;
  for (; i < end; ++i) {
    drafts[i].block.role = BlockRole::references;
    drafts[i].settled = true;
  }
  return end;
}

void merge(Draft& entry, Draft& rest) {
  entry.block.range.end = rest.block.range.end;
  entry.last_line = rest.last_line;
  entry.blank_after = rest.blank_after;
  rest.block.range = {};
}

// The drafts after the heading; the index of the first that is no entry.
std::size_t read_entries(std::string_view text, Drafts& drafts, std::size_t heading) {
  std::size_t i = skip_introduction(text, drafts, heading + 1);
  if (i >= drafts.size()) return i;
  const bool marked = has_entry_mark(drafts[i]);
  std::size_t entry = heading;
  for (; i < drafts.size(); ++i) {
    if (entry != heading && continues_entry(text, drafts[entry], drafts[i], marked)) {
      merge(drafts[entry], drafts[i]);
      continue;
    }
    if (ends_list(text, drafts, i, marked)) break;
    make_reference(drafts[i]);
    entry = i;
  }
  return i;
}

}  // namespace

void read_references(std::string_view text, Drafts& drafts) {
  for (std::size_t i = 0; i < drafts.size();) {
    Draft& draft = drafts[i];
    const bool announced = draft.section == Section::references || draft.section == Section::sources;
    if (announced && opens_section(draft) && holds_references(text, drafts, i)) {
      draft.block.kind = BlockKind::heading;
      draft.block.role = BlockRole::references;
      draft.settled = draft.mark != Mark::hash && draft.mark != Mark::number;
      if (draft.block.level == 0) draft.block.level = 2;
      i = read_entries(text, drafts, i);
      continue;
    }
    if (draft.mark == Mark::footnote) make_reference(draft);
    ++i;
  }
  std::erase_if(drafts, [](const Draft& draft) { return draft.block.range.empty(); });
}

}  // namespace claimbase::reading
