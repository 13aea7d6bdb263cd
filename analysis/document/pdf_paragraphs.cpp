#include "analysis/document/pdf_paragraphs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "analysis/document/pdf_rows.h"
#include "analysis/document/pdf_sizes.h"
#include "analysis/document/text_shape.h"

namespace claimbase::reading {
namespace {

constexpr double kOtherSize = 0.12;  // of the body's size: another font of the same size differs by less
constexpr double kIndent = 0.8;      // of the size
constexpr double kNoteSize = 0.95;   // of the body's size

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

int number_in(std::string_view mark) {
  int made = 0;
  for (const char c : mark.substr(0, 6)) {
    if (is_digit(c)) made = made * 10 + (c - '0');
  }
  return made;
}

bool opens_item(const PdfLine& line) {
  return line.words.size() > 1 && !line.words.front().raised && is_item_mark(line.words.front().text) &&
         is_spaced(line.words[0], line.words[1]);
}

bool ends_in_hyphen(std::string_view words) {
  return words.ends_with('-') || words.ends_with("\xC2\xAD") || words.ends_with("\xE2\x80\x90");
}

bool ends_thought(std::string_view words) {
  return ends_sentence(words) || last_character(words) == U':';
}

class Paragrapher {
 public:
  Paragrapher(const PdfSizes& sizes, std::vector<PdfParagraph>& made) : sizes_(sizes), made_(made) {}

  void add(PdfItem item) {
    if (!item.cells.empty()) {
      close();
      made_.push_back({PdfKind::row, 0, 0, false, std::move(item.cells)});
      return;
    }
    if (open_ && breaks(item)) {
      const bool note = paragraph_.kind == PdfKind::note;
      close();
      if (note) reopen(item.line);
    }
    if (!open_) start(item);
    last_ = {item.line, {}, item.region, item.right};
    last_words_ = words_of(item.line);
    paragraph_.lines.push_back(std::move(item.line));
  }

  void close() {
    if (!open_) return;
    open_ = false;
    std::vector<PdfParagraph>& place = paragraph_.kind == PdfKind::note ? notes_ : made_;
    place.push_back(std::exchange(paragraph_, {}));
  }

  // Notes stand behind the text: in it they would part a sentence that goes on overleaf.
  void finish() {
    close();
    std::ranges::move(notes_, std::back_inserter(made_));
  }

 private:
  // Behind a note the paragraph above it may go on.
  void reopen(const PdfLine& line) {
    if (made_.empty() || made_.back().kind == PdfKind::row || opens_note(line)) return;
    const PdfLine& above = made_.back().lines.back();
    last_words_ = words_of(above);
    paragraph_.kind = made_.back().kind;
    open_ = std::abs(line.size - above.size) <= kOtherSize * sizes_.body() && goes_on_elsewhere(line);
    if (!open_) {
      paragraph_ = {};
      return;
    }
    paragraph_ = std::move(made_.back());
    made_.pop_back();
  }

  void start(const PdfItem& item) {
    open_ = true;
    const PdfLine& line = item.line;
    const PdfWord& first = line.words.front();
    if (sizes_.is_heading(line.size)) {
      paragraph_.kind = PdfKind::heading;
      return;
    }
    if (opens_note(line)) {
      paragraph_.kind = PdfKind::note;
      paragraph_.number = number_in(first.text);
      return;
    }
    const bool behind_item = !made_.empty() && made_.back().kind == PdfKind::item;
    if (!opens_item(line)) return;
    paragraph_.kind = PdfKind::item;
    paragraph_.number = number_in(first.text);
    if (!behind_item) item_left_ = line.box.left;
    paragraph_.level =
        std::clamp(static_cast<int>(std::lround((line.box.left - item_left_) / (2 * std::max(line.size, 1.0)))), 0, 8);
  }

  [[nodiscard]] bool opens_note(const PdfLine& line) const {
    const PdfWord& first = line.words.front();
    return line.words.size() > 1 && first.raised && is_digit(first.text.front()) &&
           line.size < kNoteSize * sizes_.body();
  }

  [[nodiscard]] bool breaks(const PdfItem& item) const {
    const PdfLine& line = item.line;
    const PdfLine& above = last_.line;
    if (std::abs(line.size - above.size) > kOtherSize * sizes_.body()) return true;
    if (opens_note(line)) return true;
    if (item.region != last_.region) return !goes_on_elsewhere(line);
    const double down = line.box.bottom - above.box.bottom;
    if (down < 0.3 * line.size) return true;
    if (paragraph_.kind == PdfKind::heading) return down > 1.8 * line.size;
    if (down > 1.3 * sizes_.pitch() * line.size / sizes_.body()) return true;
    if (opens_item(line) && is_next_item(line)) return true;
    if (ends_in_hyphen(last_words_)) return false;
    const bool short_of_edge = ended_early(line);
    if (short_of_edge && (ends_thought(last_words_) || !starts_lower(line.words.front().text))) return true;
    return is_shifted(line, short_of_edge);
  }

  [[nodiscard]] bool goes_on_elsewhere(const PdfLine& line) const {
    if (paragraph_.kind != PdfKind::text && paragraph_.kind != PdfKind::item) return false;
    if (opens_item(line) || ends_thought(last_words_)) return false;
    return ends_in_hyphen(last_words_) || starts_lower(line.words.front().text) ||
           is_digit(line.words.front().text.front());
  }

  // A bullet; or a number that goes on counting or stands behind the end of a sentence: not "2016." at a line's begin.
  [[nodiscard]] bool is_next_item(const PdfLine& line) const {
    const int number = number_in(line.words.front().text);
    return number == 0 || number == paragraph_.number + 1 || ends_thought(last_words_);
  }

  // The next word had fitted: whoever set the line wanted it to end.
  [[nodiscard]] bool ended_early(const PdfLine& line) const {
    const double room = last_.right - last_.line.box.right;
    return line.words.front().box.width() + 1.25 * line.size < room;
  }

  [[nodiscard]] bool is_shifted(const PdfLine& line, bool short_of_edge) const {
    const double shift = line.box.left - last_.line.box.left;
    const bool first = paragraph_.lines.size() == 1;
    if (shift > kIndent * line.size) {
      if (first && paragraph_.kind != PdfKind::text) return false;  // hanging behind its mark
      return short_of_edge || ends_thought(last_words_);
    }
    if (shift < -kIndent * line.size) return !first || paragraph_.kind == PdfKind::item;
    return false;
  }

  const PdfSizes& sizes_;
  std::vector<PdfParagraph>& made_;
  std::vector<PdfParagraph> notes_;
  PdfParagraph paragraph_;
  bool open_ = false;
  PdfItem last_;
  std::string last_words_;
  double item_left_ = 0;
};

// The first row of each table, where its cells are short words and another row has numbers or more words.
void find_header_rows(std::vector<PdfParagraph>& paragraphs) {
  constexpr std::size_t kLongestHeader = 60;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    if (paragraphs[i].kind != PdfKind::row || (i > 0 && paragraphs[i - 1].kind == PdfKind::row)) continue;
    const auto& cells = paragraphs[i].lines;
    paragraphs[i].header = std::all_of(cells.begin() + 1, cells.end(), [](const PdfLine& cell) {
      const std::string words = words_of(cell);
      return !words.empty() && words.size() <= kLongestHeader && !is_digit(words.front());
    });
  }
}

}  // namespace

std::vector<PdfParagraph> paragraphs_of(std::vector<PdfItem> items) {
  const PdfSizes sizes(items);
  std::vector<PdfParagraph> made;
  Paragrapher paragrapher(sizes, made);
  for (PdfItem& item : items) paragrapher.add(std::move(item));
  paragrapher.finish();
  rank_headings(made);
  find_header_rows(made);
  return made;
}

}  // namespace claimbase::reading
