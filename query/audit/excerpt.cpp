#include "query/audit/excerpt.h"

#include <unicode/uchar.h>

#include <algorithm>
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
};

Glyph glyph_at(std::string_view line, std::size_t at, const CodePoint& point) {
  const std::string_view bytes = line.substr(at, point.size);
  if (bytes == "\t") return {" ", 1};
  if (!point.valid || point.value == '\n' || point.value == '\r' || printable(bytes).empty()) {
    return {std::string(kReplacement), 1};
  }
  return {std::string(bytes), columns_of(point.value)};
}

std::vector<Glyph> glyphs_of(std::string_view line) {
  std::vector<Glyph> glyphs;
  glyphs.reserve(line.size());
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint point = decode_utf8(line, at);
    glyphs.push_back(glyph_at(line, at, point));
    at += point.size;
  }
  return glyphs;
}

// The glyphs to show: the marked ones from their begin, and what fits before and behind.
struct Window {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Window window_of(const std::vector<Glyph>& glyphs, std::size_t begin, std::size_t end, std::size_t width) {
  constexpr std::size_t kBefore = 3;  // a third of what is free stands before the mark
  Window window{begin, begin};
  std::size_t used = 0;
  const auto columns = [&](std::size_t at) { return static_cast<std::size_t>(glyphs[at].columns); };
  while (window.end < end && used + columns(window.end) <= width) used += columns(window.end++);
  const std::size_t before = (width - used) / kBefore;
  std::size_t left = 0;
  while (window.begin > 0 && left + columns(window.begin - 1) <= before) left += columns(--window.begin);
  used += left;
  while (window.end < glyphs.size() && used + columns(window.end) <= width) used += columns(window.end++);
  while (window.begin > 0 && used + columns(window.begin - 1) <= width) used += columns(--window.begin);
  return window;
}

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

Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t end, std::size_t width) {
  const std::vector<Glyph> glyphs = glyphs_of(line);
  begin = std::min(begin, glyphs.size());
  end = std::clamp(end, begin, glyphs.size());
  const Window window = window_of(glyphs, begin, end, width);
  Excerpt made;
  if (window.begin > 0) {
    made.text = kEllipsis;
    made.marks = " ";
  }
  for (std::size_t at = window.begin; at < window.end; ++at) {
    made.text += glyphs[at].text;
    made.marks.append(static_cast<std::size_t>(glyphs[at].columns), at >= begin && at < end ? '^' : ' ');
  }
  if (window.end < glyphs.size()) made.text += kEllipsis;
  if (begin == end) made.marks.clear();
  const std::size_t last = made.marks.find_last_of('^');
  made.marks.resize(last == std::string::npos ? 0 : last + 1);
  return made;
}

}  // namespace claimbase
