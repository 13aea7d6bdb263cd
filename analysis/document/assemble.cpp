#include <algorithm>

#include "analysis/document/date_line.h"
#include "analysis/document/draft.h"
#include "analysis/document/table.h"
#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

constexpr std::uint32_t kLongestPhrase = 600;  // bytes of a paragraph that are compared with known phrases
constexpr std::size_t kBeginning = 160;        // bytes of one that are looked at first
constexpr std::uint32_t kWidestWrap = 110;     // hard-wrapped text is narrower
constexpr std::uint32_t kNarrowestWrap = 55;

// The width at which a text was wrapped by hand or mail program; 0 where it was not. Wrapped text has no long line, and
// several neighbours that nearly fill it.
std::uint32_t wrap_width(const std::vector<Line>& lines, std::size_t first) {
  std::uint32_t widest = 0;
  std::size_t filled = 0;
  for (std::size_t i = first; i < lines.size(); ++i) widest = std::max(widest, lines[i].range.size());
  if (widest > kWidestWrap || widest < kNarrowestWrap) return 0;
  for (std::size_t i = first; i + 1 < lines.size(); ++i) {
    if (lines[i].range.size() * 10 > widest * 8 && !lines[i + 1].range.empty()) ++filled;
  }
  return filled >= 3 ? widest : 0;
}

class Assembler {
 public:
  Assembler(std::string_view text, const std::vector<Line>& lines, std::size_t first)
      : text_(text), lines_(lines), width_(wrap_width(lines, first)) {}

  Drafts run(std::size_t first) {
    const auto filled =
        static_cast<std::size_t>(std::ranges::count_if(lines_, [](const Line& line) { return !line.range.empty(); }));
    drafts_.reserve(std::min(filled, kMostDrafts));
    for (std::size_t i = first; i < lines_.size();) {
      if (lines_[i].range.empty()) {
        ++i;
        continue;
      }
      if (drafts_.size() >= kMostDrafts) {
        swallow_rest(i);
        break;
      }
      i += take(i);
    }
    for (Draft& draft : drafts_) finish(draft);
    return std::move(drafts_);
  }

 private:
  // Takes the line, or the table that starts there; how many lines that was.
  std::size_t take(std::size_t i) {
    const MarkedLine marked = read_mark(text_, lines_[i].range);
    if (marked.content.empty()) return 1;
    switch (marked.mark) {
      case Mark::rule:
      case Mark::fence:
      case Mark::pipe_rule:
        return 1;
      case Mark::underline:
        underline(i, marked.depth);
        return 1;
      case Mark::none:
      case Mark::pipe_row:
        if (!in_references_) {
          const std::size_t taken = take_table(i);
          if (taken > 0) return taken;
        }
        break;
      default:
        break;
    }
    if (marked.mark == Mark::none && continues(i, marked)) {
      drafts_.back().block.range.end = marked.content.end;
      drafts_.back().last_line = static_cast<std::uint32_t>(i);
      return 1;
    }
    add(i, marked);
    return 1;
  }

  void add(std::size_t i, const MarkedLine& marked) {
    Draft draft = start(i);
    draft.mark = marked.mark;
    draft.depth = marked.depth;
    draft.block.range = marked.content;
    draft.block.number = marked.number;
    switch (marked.mark) {
      case Mark::bullet:
      case Mark::number:
        draft.block.kind = BlockKind::list_item;
        break;
      case Mark::hash:
        draft.block.kind = BlockKind::heading;
        draft.block.level = marked.depth;
        break;
      case Mark::image:
        draft.block.kind = BlockKind::caption;
        break;
      case Mark::tag:
        draft.block.role = BlockRole::metadata;
        break;
      default:
        break;
    }
    if (marked.mark == Mark::hash || marked.mark == Mark::none) note_references(draft.block.range);
    drafts_.push_back(std::move(draft));
  }

  // Entries of a reference list have capitals inside words ("eLife", "BioMed"): no table is looked for among them.
  void note_references(ByteRange range) {
    if (range.size() > 60) return;
    const Section section = known_section(fold(range.of(text_)));
    if (section != Section::none) in_references_ = section == Section::references;
  }

  std::size_t take_table(std::size_t i) {
    Table table = read_table(text_, lines_, i);
    for (TableRow& row : table.rows) {
      Draft draft = start(row.line);
      draft.block.kind = row.header ? BlockKind::table_header : BlockKind::table_row;
      draft.block.range = lines_[row.line].range;
      draft.block.cells = std::move(row.cells);
      draft.settled = true;
      drafts_.push_back(std::move(draft));
    }
    return table.line_count;
  }

  // "Title" over "=====": a heading. Under anything else a rule.
  void underline(std::size_t i, int depth) {
    if (drafts_.empty() || i == 0) return;
    Draft& above = drafts_.back();
    if (above.last_line + 1 != i || !is_text(above) || above.first_line != above.last_line) return;
    above.mark = Mark::hash;
    above.depth = depth;
    above.block.kind = BlockKind::heading;
    above.block.level = depth;
    note_references(above.block.range);
  }

  // A line without a mark goes on with the block above where that was wrapped.
  bool continues(std::size_t i, const MarkedLine& marked) const {
    if (drafts_.empty() || i == 0) return false;
    const Draft& above = drafts_.back();
    if (above.last_line + 1 != i || !above.block.cells.empty()) return false;
    const bool listed = above.mark == Mark::bullet || above.mark == Mark::number || above.mark == Mark::footnote ||
                        above.mark == Mark::bracket;
    if (!listed && above.mark != Mark::none) return false;
    const Line& previous = lines_[i - 1];
    if (listed && lines_[i].indent > above.indent && lines_[i].indent >= 2) return true;
    const std::string_view content = marked.content.of(text_);
    if (width_ > 0) {
      // Filled text: the next line's first word would not have fitted on this one.
      const std::size_t word = std::min(content.find_first_of(" \t"), content.size());
      return previous.indent + previous.range.size() + 1 + word > width_;
    }
    return previous.range.size() >= kNarrowestWrap && starts_lower(content) &&
           !ends_sentence(previous.range.of(text_)) && last_character(previous.range.of(text_)) != U':';
  }

  Draft start(std::size_t i) const {
    Draft draft;
    draft.first_line = draft.last_line = static_cast<std::uint32_t>(i);
    draft.indent = lines_[i].indent;
    draft.blank_before = i == 0 || lines_[i - 1].range.empty();
    return draft;
  }

  void finish(Draft& draft) const {
    draft.blank_after = draft.last_line + 1 >= lines_.size() || lines_[draft.last_line + 1].range.empty();
    if (draft.block.cells.empty()) look_at(text_, draft);
  }

  void swallow_rest(std::size_t i) {
    for (std::size_t j = lines_.size(); j > i; --j) {
      if (lines_[j - 1].range.empty()) continue;
      drafts_.back().block.range.end = lines_[j - 1].range.end;
      drafts_.back().last_line = static_cast<std::uint32_t>(j - 1);
      break;
    }
  }

  std::string_view text_;
  const std::vector<Line>& lines_;
  std::uint32_t width_;
  bool in_references_ = false;
  Drafts drafts_;
};

// `limit` or a little less: no code point is cut.
std::size_t whole_points(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
  return limit;
}

// **All of it**
void unwrap_emphasis(std::string_view text, Draft& draft) {
  for (const std::string_view sign : {"**", "__"}) {
    const std::string_view words = draft.block.range.of(text);
    if (words.size() < 5 || !words.starts_with(sign) || words.find(sign, 2) != words.size() - 2) continue;
    draft.emphasised = true;
    draft.block.range = trim(text, {draft.block.range.begin + 2, draft.block.range.end - 2});
  }
}

// Longer paragraphs are known by how they begin; a pattern must then not ask for their end. Of those that do not begin
// as any pattern does, no more is folded than the name of a section may be long.
std::string fold_beginning(std::string_view words, const Draft& draft) {
  if (words.size() > 4000) return {};
  if (is_text(draft) && words.size() > kLongestDisclaimer && !draft.shape.fits) {
    std::string folded = fold(words.substr(0, whole_points(words, kBeginning)));
    if (folded.size() > kLongestPrefix && !may_begin_known_line(folded)) return folded;
  }
  return fold(words.substr(0, whole_points(words, kLongestPhrase)));
}

}  // namespace

void look_at(std::string_view text, Draft& draft) {
  if (is_text(draft)) unwrap_emphasis(text, draft);
  const std::string_view words = draft.block.range.of(text);
  draft.shape = heading_shape(words);
  draft.folded = fold_beginning(words, draft);
  draft.section = words.size() <= 80 ? known_section(draft.folded) : Section::none;
  draft.dated = is_text(draft) && read_date_line(words).has_value();
}

Drafts assemble(std::string_view text, const std::vector<Line>& lines, std::size_t first_line) {
  return Assembler(text, lines, first_line).run(first_line);
}

}  // namespace claimbase::reading
