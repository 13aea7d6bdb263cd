#include "analysis/document/pdf_furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "analysis/language/unicode.h"

namespace claimbase::reading {
namespace {

constexpr double kMargin = 0.12;  // of the page's height
constexpr double kSamePlace = 6;  // points

struct Key {
  std::string words;  // "# | Voedingsblad": the number changes from page to page
  long place = 0;
  // NOLINTNEXTLINE(modernize-use-nullptr): see byte_range.h
  friend auto operator<=>(const Key&, const Key&) = default;
};

bool in_margin(const PdfLine& line, const PdfPage& page) {
  return line.box.bottom < kMargin * page.height || line.box.top > (1 - kMargin) * page.height;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string masked(const PdfLine& line) {
  std::string made;
  for (const char c : fold(words_of(line))) {
    if (!is_digit(c)) {
      made += c;
    } else if (!made.ends_with('#')) {
      made += '#';
    }
  }
  return made;
}

// "7", "- 7 -", "7 / 12", "| 7"; but "7." opens an item.
bool is_page_number(std::string_view words) {
  return words.find('#') != std::string_view::npos && words.size() <= 12 && !words.ends_with('.') &&
         words.find_first_not_of("# -|/.\xE2\x80\x93\x94\xB7\xC2") == std::string_view::npos;
}

// What stands at the same place on how many pages.
class Repetitions {
 public:
  explicit Repetitions(const PdfLayout& layout) : pages_(static_cast<int>(layout.pages.size())) {
    for (const PdfPage& page : layout.pages) {
      for (const PdfLine& line : page.lines) {
        if (in_margin(line, page)) count(key_of(line), line.page);
      }
    }
  }

  // Only from the edge inwards: the first line of the text ends it.
  [[nodiscard]] bool is_furniture(const PdfPage& page, std::size_t at, bool from_top) {
    const PdfLine& line = page.lines[at];
    if (!in_margin(line, page)) return false;
    const Key key = key_of(line);
    if (key.words == "#." || key.words == "#)") return false;  // of an item
    if (is_page_number(key.words)) return true;
    const int found = found_[key].count;
    if (found >= kSurely || (found >= 2 && found * 3 >= pages_)) return true;
    return is_apart(page, at, from_top) && is_number_and_name(page, at);
  }

 private:
  static constexpr int kSurely = 3;  // pages, in a document of any length: the name of a chapter
  struct Found {
    int count = 0;
    int last = -1;
  };

  static Key key_of(const PdfLine& line) { return {masked(line), std::lround(line.box.bottom / kSamePlace)}; }

  void count(Key key, int page) {
    Found& found = found_[std::move(key)];
    if (std::exchange(found.last, page) != page) ++found.count;
  }

  // Far from the next line.
  static bool is_apart(const PdfPage& page, std::size_t at, bool from_top) {
    const PdfLine& line = page.lines[at];
    for (std::size_t next = from_top ? at + 1 : at - 1; next < page.lines.size(); from_top ? ++next : --next) {
      const PdfBox& other = page.lines[next].box;
      const double gap = from_top ? other.top - line.box.bottom : line.box.top - other.bottom;
      if (gap < -0.5 * line.size) continue;  // beside it
      return gap > line.size;
    }
    return true;
  }

  // A page number stands beside it: "Chapter 2: Structure handling      6".
  static bool is_number_and_name(const PdfPage& page, std::size_t at) {
    const PdfBox& box = page.lines[at].box;
    const auto is_beside = [&](const PdfLine& other) {
      return &other != &page.lines[at] && std::abs(other.box.middle() - box.middle()) < 0.5 * box.height() &&
             is_page_number(masked(other));
    };
    const std::size_t from = at < 3 ? 0 : at - 3;
    const std::size_t to = std::min(page.lines.size(), at + 4);
    return std::any_of(page.lines.begin() + static_cast<std::ptrdiff_t>(from),
                       page.lines.begin() + static_cast<std::ptrdiff_t>(to), is_beside);
  }

  int pages_;
  std::map<Key, Found> found_;
};

}  // namespace

void drop_furniture(PdfLayout& layout) {
  Repetitions repetitions(layout);
  for (PdfPage& page : layout.pages) {
    if (page.lines.empty()) continue;
    std::ranges::stable_sort(page.lines, {}, [](const PdfLine& line) { return line.box.middle(); });
    std::size_t first = 0;
    while (first < page.lines.size() && repetitions.is_furniture(page, first, true)) ++first;
    std::size_t last = page.lines.size();
    while (last > first && repetitions.is_furniture(page, last - 1, false)) --last;
    page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(last), page.lines.end());
    page.lines.erase(page.lines.begin(), page.lines.begin() + static_cast<std::ptrdiff_t>(first));
  }
}

}  // namespace claimbase::reading
