#include "analysis/document/structure.h"

#include <algorithm>
#include <utility>

#include "analysis/document/passes.h"

namespace claimbase::reading {
namespace {

constexpr std::string_view kBetweenBlocks = "\n\n";
constexpr std::string_view kBetweenItems = "\n";
constexpr std::string_view kBetweenCells = " | ";

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_chrome(BlockRole role) {
  return role == BlockRole::navigation || role == BlockRole::promotion || role == BlockRole::metadata;
}

// Words with single blanks between them, and no other white space. Without a way out of the loop: the compiler then
// takes many bytes at a time.
bool is_closed_up(std::string_view text) {
  constexpr unsigned char kBlank = ' ';
  if (text.empty() || is_space(text.front()) || is_space(text.back())) return false;
  unsigned char found = 0;
  const char* const bytes = text.data();
  for (std::size_t i = 1; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(bytes[i]);
    const auto from_tab = static_cast<unsigned char>(c - '\t');
    const auto both = static_cast<unsigned char>((c ^ kBlank) | (static_cast<unsigned char>(bytes[i - 1]) ^ kBlank));
    found |= static_cast<unsigned char>(from_tab < 5);
    found |= static_cast<unsigned char>(both == 0);
  }
  return found == 0;
}

std::size_t space_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// Where the words end that stand at `at`: before white space, or, `spaced`, before any but single blanks between words.
std::size_t end_of_words(std::string_view text, std::size_t at, bool spaced) {
  while (at < text.size()) {
    if (static_cast<unsigned char>(text[at]) > ' ' || !is_space(text[at])) {
      ++at;
      continue;
    }
    const bool single = spaced && text[at] == ' ' && at + 1 < text.size() && !is_space(text[at + 1]);
    if (!single) break;
    at += 2;
  }
  return at;
}

Mark mark_of(const BlockStart& start) {
  if (start.kind == BlockKind::heading) return Mark::hash;
  if (start.kind == BlockKind::list_item || start.kind == BlockKind::reference)
    return start.number > 0 ? Mark::number : Mark::bullet;
  return start.kind == BlockKind::caption ? Mark::image : Mark::none;
}

bool is_settled(const BlockStart& start) {
  if (start.settled || start.role != BlockRole::content) return true;
  return start.kind != BlockKind::paragraph && start.kind != BlockKind::heading && start.kind != BlockKind::list_item;
}

Draft draft_of(BlockStart start) {
  // A heading of a menu heads nothing.
  if (is_chrome(start.role) && (start.kind == BlockKind::heading || start.kind == BlockKind::caption)) {
    start.kind = BlockKind::paragraph;
    start.level = 0;
  }
  Draft draft;
  draft.mark = mark_of(start);
  draft.block.kind = start.kind;
  draft.block.role = start.kind == BlockKind::reference ? BlockRole::references : start.role;
  draft.block.number = start.number;
  draft.settled = is_settled(start);
  if (start.kind == BlockKind::heading) {
    draft.depth = draft.block.level = std::clamp(start.level, 1, 6);
  } else if (start.kind == BlockKind::title) {
    draft.block.level = 1;
  } else if (start.kind == BlockKind::list_item) {
    draft.indent = static_cast<std::uint32_t>(std::max(start.level, 0));
  }
  return draft;
}

// "12. Jansen P. ...", "[12] ...": the number is printed in an entry that has none by its markup.
void take_printed_number(std::string_view text, Draft& draft) {
  const BlockKind kind = draft.block.kind;
  const bool may_be_entry = kind == BlockKind::list_item || (kind == BlockKind::paragraph && !draft.settled);
  if (draft.block.number != 0 || (kind != BlockKind::reference && !may_be_entry)) return;
  const MarkedLine marked = read_mark(text, draft.block.range);
  if ((marked.mark != Mark::number && marked.mark != Mark::bracket) || marked.number == 0 || marked.content.empty())
    return;
  if (may_be_entry && !looks_bibliographic(draft.block.range.of(text))) return;
  draft.mark = marked.mark;
  draft.block.number = marked.number;
  draft.block.range = marked.content;
  if (may_be_entry) draft.block.kind = BlockKind::list_item;
}

// An answer belongs to the question above it.
void relate_answers(Drafts& drafts) {
  int question = -1;
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Block& block = drafts[i].block;
    if (block.kind == BlockKind::question) question = static_cast<int>(i);
    if (block.kind == BlockKind::answer && block.lead_in < 0) block.lead_in = question;
  }
}

}  // namespace

void StructureBuilder::open(const BlockStart& start) {
  close();
  draft_ = draft_of(start);
  open_ = true;
  const bool items = !drafts_.empty() && drafts_.back().mark == draft_.mark && draft_.mark != Mark::none &&
                     draft_.block.kind == drafts_.back().block.kind;
  if (!document_.text.empty()) document_.text += items ? kBetweenItems : kBetweenBlocks;
  if (!items) ++line_;
  draft_.blank_before = !items;
  begin_ = end();
}

void StructureBuilder::close() {
  if (!open_) return;
  end_cell();
  open_ = false;
  space_ = false;
  // An anchor before words that never came is one of the place where the text ends.
  const auto settle = [this] {
    for (auto at = document_.anchors.rbegin(); at != document_.anchors.rend() && at->at > end(); ++at) at->at = end();
  };
  if (end() == begin_) {  // nothing in it: nor is the separator
    const std::size_t kept = document_.text.find_last_not_of('\n');
    document_.text.resize(kept == std::string::npos ? 0 : kept + 1);
    return settle();
  }
  settle();
  draft_.block.range = {begin_, end()};
  draft_.first_line = draft_.last_line = line_++;
  if (full()) {
    drafts_.back().block.range.end = end();
  } else {
    drafts_.push_back(std::move(draft_));
  }
}

void StructureBuilder::append(std::string_view words, ByteRange source) {
  const std::uint32_t begin = end();
  document_.text += words;
  document_.source_map.add({begin, end()}, source);
}

// With the white space that waits, where words stand before it.
void StructureBuilder::add_words(std::string_view words, ByteRange source) {
  if (space_ && end() > (in_cell_ ? cell_begin_ : begin_)) append(" ", space_source_);
  space_ = false;
  append(words, source);
}

void StructureBuilder::add_space(ByteRange source) {
  if (!space_) space_source_ = source;
  space_source_.end = std::max(space_source_.begin, source.end);
  space_ = true;
}

void StructureBuilder::text(std::string_view words, ByteRange source) {
  if (!open_) open({});
  const bool verbatim = words.size() == source.size();
  const std::size_t begin = space_end(words, 0);
  std::size_t end = words.size();
  while (end > begin && is_space(words[end - 1])) --end;
  if (verbatim && is_closed_up(words.substr(begin, end - begin))) {
    const ByteRange inside{source.begin + static_cast<std::uint32_t>(begin),
                           source.begin + static_cast<std::uint32_t>(end)};
    if (begin > 0) add_space({source.begin, inside.begin});
    add_words(words.substr(begin, end - begin), inside);
    if (inside.end < source.end) add_space({inside.end, source.end});
    last_source_ = source.end;
    return;
  }
  std::size_t i = 0;
  while (i < words.size()) {
    const std::size_t word = i;
    const bool space = is_space(words[i]);
    i = space ? space_end(words, i) : end_of_words(words, i, verbatim);
    const ByteRange piece = verbatim ? ByteRange{source.begin + static_cast<std::uint32_t>(word),
                                                 source.begin + static_cast<std::uint32_t>(i)}
                                     : source;
    space ? add_space(piece) : add_words(words.substr(word, i - word), piece);
  }
  last_source_ = source.end;
}

void StructureBuilder::end_cell() {
  if (in_cell_) draft_.block.cells.push_back({cell_begin_, end()});
  in_cell_ = false;
  space_ = false;
}

void StructureBuilder::cell() {
  if (!open_) open({.kind = BlockKind::table_row});
  end_cell();
  if (!draft_.block.cells.empty()) append(kBetweenCells, {last_source_, last_source_});
  in_cell_ = true;
  cell_begin_ = end();
}

std::uint32_t StructureBuilder::here() const {
  const bool spaced = space_ && open_ && end() > (in_cell_ ? cell_begin_ : begin_);
  return end() + (spaced ? 1U : 0U);
}

void StructureBuilder::mark(MarkKind kind, std::uint32_t begin, std::string target) {
  if (!open_ || begin < begin_ || begin >= end()) return;
  document_.marks.push_back({kind, {begin, end()}, std::move(target)});
}

void StructureBuilder::anchor(std::string id) {
  if (!id.empty()) document_.anchors.push_back({here(), std::move(id)});
}

void StructureBuilder::abandon(Diagnostic why) {
  document_.text.clear();
  document_.marks.clear();
  document_.anchors.clear();
  document_.entries.clear();
  document_.source_map = {};
  document_.diagnostics.push_back(std::move(why));
}

void StructureBuilder::finish() {
  close();
  const std::string_view text = document_.text;
  for (Draft& draft : drafts_) {
    if (!draft.block.cells.empty()) continue;
    take_printed_number(text, draft);
    look_at(text, draft);
  }
  if (full()) {
    document_.diagnostics.push_back(
        {Severity::warning, "document.too-many-blocks", drafts_.back().block.range, "the rest is read as one block"});
  }
  settle_known_lines(text, drafts_);
  const bool titled = std::ranges::any_of(drafts_, [](const Draft& d) { return d.block.kind == BlockKind::title; });
  titled ? find_dates(text, drafts_, document_) : find_titles(text, drafts_, document_);
  read_contents(drafts_);
  read_references(text, drafts_);
  settle_own_identifiers(text, drafts_);
  relate_answers(drafts_);
  read_questions(text, drafts_);
  find_headings(text, drafts_);
  spread_roles(drafts_);
  relate(std::move(drafts_), document_);
  std::ranges::stable_sort(document_.marks, {}, &InlineMark::range);
  std::ranges::stable_sort(document_.anchors, {}, &Anchor::at);
}

}  // namespace claimbase::reading
