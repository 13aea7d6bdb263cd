#include "query/audit/excerpt.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/language/unicode.h"
#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

struct Glyph {
  std::string text;
  int columns = 1;
  char mark = ' ';
};

Glyph glyph_at(std::string_view line, std::size_t at, const CodePoint& point) {
  const std::string_view bytes = line.substr(at, point.size);
  if (bytes == "\t") return {" "};
  if (!point.valid || point.value == '\n' || point.value == '\r' || printable(bytes).empty()) {
    return {std::string(kReplacement)};
  }
  return {std::string(bytes), columns_of(point.value)};
}

/// Characters taken from a line, forwards or backwards, while there is room for them.
class Taken {
 public:
  Taken(std::string_view line, std::uint32_t at, std::size_t width)
      : line_(line), begin_(at), end_(at), width_(width), most_(kMostGlyphs * width) {}

  // Up to byte `end`.
  void forwards(std::size_t end, char mark) {
    while (end_ < end && take(decode_utf8(line_, end_), end_, mark, right_)) end_ += last_size_;
  }
  // At most `columns` of what is free.
  void backwards(std::size_t columns) {
    const std::size_t width = std::exchange(width_, std::min(width_, used_ + columns));
    while (begin_ > 0) {
      const CodePoint point = decode_utf8_before(line_, begin_);
      if (!take(point, begin_ - point.size, ' ', left_)) break;
      begin_ -= last_size_;
    }
    width_ = width;
  }
  [[nodiscard]] std::size_t free() const { return width_ - used_; }

  [[nodiscard]] Excerpt made() const {
    Excerpt excerpt;
    if (begin_ > 0) {
      excerpt.text = kEllipsis;
      excerpt.marks = " ";
    }
    std::for_each(left_.rbegin(), left_.rend(), [&](const Glyph& glyph) { add(glyph, excerpt); });
    for (const Glyph& glyph : right_) add(glyph, excerpt);
    if (end_ < line_.size()) excerpt.text += kEllipsis;
    const std::size_t last = excerpt.marks.find_last_of('^');
    excerpt.marks.resize(last == std::string::npos ? 0 : last + 1);
    return excerpt;
  }

 private:
  static constexpr std::size_t kMostGlyphs = 4;  // for a column: combining characters take none

  bool take(const CodePoint& point, std::size_t at, char mark, std::vector<Glyph>& glyphs) {
    Glyph glyph = glyph_at(line_, at, point);
    const auto columns = static_cast<std::size_t>(glyph.columns);
    if (used_ + columns > width_ || left_.size() + right_.size() == most_) return false;
    glyph.mark = mark;
    glyphs.push_back(std::move(glyph));
    used_ += columns;
    last_size_ = point.size;
    return true;
  }
  static void add(const Glyph& glyph, Excerpt& excerpt) {
    excerpt.text += glyph.text;
    excerpt.marks.append(static_cast<std::size_t>(glyph.columns), glyph.mark);
  }

  std::string_view line_;
  std::size_t begin_, end_;
  std::size_t width_, most_;
  std::size_t used_ = 0;
  std::uint32_t last_size_ = 0;
  std::vector<Glyph> left_;  // the nearest first
  std::vector<Glyph> right_;
};

}  // namespace

int columns_of(char32_t character) {
  const auto code = static_cast<UChar32>(character);
  constexpr char32_t kSoftHyphen = 0xAD;
  if (character == kSoftHyphen) return 1;
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

Excerpt excerpt_of(std::string_view line, ByteRange marked, std::size_t width) {
  constexpr std::size_t kBefore = 3;  // a third of what the mark leaves free stands before it
  const auto size = static_cast<std::uint32_t>(line.size());
  const std::uint32_t begin = std::min(marked.begin, size);
  Taken taken(line, begin, width);
  taken.forwards(std::clamp(marked.end, begin, size), '^');
  taken.backwards(taken.free() / kBefore);
  taken.forwards(size, ' ');
  taken.backwards(taken.free());
  return taken.made();
}

}  // namespace claimbase
