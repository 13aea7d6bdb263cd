#include "analysis/document/line.h"

#include <algorithm>

#include "analysis/document/text_shape.h"
#include "analysis/language/utf8.h"

namespace claimbase::reading {
namespace {

constexpr int kLargestNumber = 999;  // "2023. ..." is a year, not an item
constexpr std::size_t kLongestRule = 2000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::uint32_t indent_of(std::string_view before) {
  std::uint32_t column = 0;
  for (const char c : before) column = c == '\t' ? (column / 4 + 1) * 4 : column + 1;
  return column;
}

bool is_bullet(char32_t c) {
  if (c < 0x80) return c == '-' || c == '*' || c == '+';
  constexpr char32_t kBullets[] = {0xB7,   0x2013, 0x2014, 0x2022, 0x2023, 0x2043, 0x2219, 0x25A0,
                                   0x25A1, 0x25AA, 0x25B6, 0x25B8, 0x25BA, 0x25CB, 0x25CF, 0x25E6,
                                   0x2713, 0x2714, 0x2705, 0x27A2, 0x27A4, 0xF0B7};
  return std::find(std::begin(kBullets), std::end(kBullets), c) != std::end(kBullets);
}

// Only characters of `allowed` (and spaces), at least three of the first.
bool is_run_of(std::string_view line, std::string_view allowed) {
  if (line.size() > kLongestRule || line.find_first_not_of(allowed) != std::string_view::npos) return false;
  return std::count(line.begin(), line.end(), allowed.front()) >= 3;
}

struct Number {
  int value = 0;
  std::size_t length = 0;  // of the digits
};

Number read_number(std::string_view text) {
  Number number;
  while (number.length < text.size() && number.length < 4 && is_digit(text[number.length])) {
    number.value = number.value * 10 + (text[number.length] - '0');
    ++number.length;
  }
  return number;
}

MarkedLine with_content(std::string_view text, Mark mark, ByteRange line, std::size_t skip, int number = 0,
                        int depth = 0) {
  const ByteRange rest = trim(text, {line.begin + static_cast<std::uint32_t>(skip), line.end});
  return {mark, rest, number, depth};
}

// "1. ", "1) ", "1.2 ", "1.2. ", "(1) "; behind a single bare number no mark at all.
MarkedLine read_numbered(std::string_view text, ByteRange range) {
  const std::string_view line = range.of(text);
  std::size_t at = line.front() == '(' ? 1 : 0;
  int depth = 0;
  Number last;
  while (at < line.size() && depth < 6) {
    const Number next = read_number(line.substr(at));
    if (next.length == 0) break;
    last = next;
    ++depth;
    at += next.length;
    if (at + 1 < line.size() && line[at] == '.' && is_digit(line[at + 1])) {
      ++at;
      continue;
    }
    break;
  }
  if (depth == 0 || at >= line.size() || last.value > kLargestNumber || last.length > 3) return {};
  const bool closed = line[at] == '.' || line[at] == ')';
  if (!closed && depth < 2) return {};
  if (closed) ++at;
  const bool spaced = at < line.size() && trim(line.substr(at)).size() < line.size() - at;
  if (!spaced) return {};
  return with_content(text, Mark::number, range, at, last.value, depth);
}

// "[^1]: text" is a definition; "[1] text" an entry.
MarkedLine read_bracketed(std::string_view text, ByteRange range) {
  const std::string_view line = range.of(text);
  const std::size_t close = line.substr(0, 64).find(']');
  if (close == std::string_view::npos) return {};
  const bool footnote = line.size() > 1 && line[1] == '^';
  const Number number = read_number(line.substr(footnote ? 2 : 1));
  if (footnote && close + 1 < line.size() && line[close + 1] == ':') {
    return with_content(text, Mark::footnote, range, close + 2, number.value);
  }
  if (footnote || number.length == 0 || number.length + 1 != close || number.value > kLargestNumber) return {};
  if (close + 1 < line.size() && line[close + 1] == '(') return {};  // a link named by a number
  return with_content(text, Mark::bracket, range, close + 1, number.value);
}

MarkedLine read_image(std::string_view text, ByteRange range) {
  const std::string_view line = range.of(text);
  const std::size_t close = line.find("](");
  if (!line.starts_with("![") || close == std::string_view::npos || line.back() != ')') return {};
  return {Mark::image, trim(text, {range.begin + 2, range.begin + static_cast<std::uint32_t>(close)}), 0, 0};
}

MarkedLine read_hash(std::string_view text, ByteRange range) {
  const std::string_view line = range.of(text);
  const std::size_t depth = std::min(line.find_first_not_of('#'), line.size());
  if (depth > 6 || depth >= line.size() || (line[depth] != ' ' && line[depth] != '\t')) return {};
  MarkedLine found = with_content(text, Mark::hash, range, depth, 0, static_cast<int>(depth));
  std::uint32_t end = found.content.end;
  while (end > found.content.begin && text[end - 1] == '#') --end;
  if (end > found.content.begin && end < found.content.end && text[end - 1] == ' ') found.content.end = end - 1;
  found.content = trim(text, found.content);
  if (found.content.empty()) return found;
  const MarkedLine numbered = read_numbered(text, found.content);
  if (numbered.mark == Mark::number && !numbered.content.empty()) {
    found.content = numbered.content;
    found.number = numbered.number;
  }
  return found;
}

MarkedLine read_pipes(std::string_view text, ByteRange range) {
  const std::string_view line = range.of(text);
  if (line.size() > 2 && line.find_first_not_of("|-: \t") == std::string_view::npos)
    return {Mark::pipe_rule, range, 0, 0};
  const bool row = line.size() > 2 && line.find('|', 1) != std::string_view::npos;
  return row ? MarkedLine{Mark::pipe_row, range, 0, 0} : MarkedLine{};
}

MarkedLine read_symbol(std::string_view text, ByteRange range) {
  const std::string_view line = range.of(text);
  const CodePoint point = decode_utf8(line, 0);
  const char32_t first = point.value;
  if (!is_bullet(first)) return {};
  const std::size_t length = point.size;
  const bool spaced = length < line.size() && trim(line.substr(length)).size() < line.size() - length;
  // Typed by hand, "-" and "*" need the space; a real bullet does not.
  if (length >= line.size() || (!spaced && (first < 0x2022 || first == 0x2043))) return {};
  return with_content(text, Mark::bullet, range, length);
}

ByteRange skip_quote_marks(std::string_view text, ByteRange range) {
  while (!range.empty() && text[range.begin] == '>') range = trim(text, {range.begin + 1, range.end});
  return range;
}

}  // namespace

std::vector<std::uint32_t> find_line_starts(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  if (text.find('\r') == std::string_view::npos) {
    for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1))
      starts.push_back(static_cast<std::uint32_t>(i + 1));
    return starts;
  }
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool carriage_return = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
    if (text[i] == '\n' || carriage_return) starts.push_back(static_cast<std::uint32_t>(i + 1));
  }
  return starts;
}

std::vector<Line> split_lines(std::string_view text, const std::vector<std::uint32_t>& starts, std::uint32_t begin) {
  std::vector<Line> lines(starts.size());
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::uint32_t end = i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(text.size());
    const std::uint32_t first = std::clamp(starts[i], begin, std::max(begin, end));
    lines[i].range = trim(text, {first, std::max(first, end)});
    lines[i].indent = indent_of(text.substr(first, lines[i].range.begin - first));
  }
  return lines;
}

MarkedLine read_mark(std::string_view text, ByteRange range) {
  range = skip_quote_marks(text, range);
  const MarkedLine plain{Mark::none, range, 0, 0};
  if (range.empty()) return plain;
  const std::string_view line = range.of(text);
  const auto or_plain = [&](const MarkedLine& found) { return found.mark == Mark::none ? plain : found; };
  switch (line.front()) {
    case '#':
      return or_plain(read_hash(text, range));
    case '|':
      return or_plain(read_pipes(text, range));
    case '!':
      return or_plain(read_image(text, range));
    case '[':
      return or_plain(read_bracketed(text, range));
    case '<':
      return line.back() == '>' ? MarkedLine{Mark::tag, range, 0, 0} : plain;
    case '`':
    case '~':
      return line.starts_with("```") || line.starts_with("~~~") ? MarkedLine{Mark::fence, range, 0, 0} : plain;
    case '=':
      return is_run_of(line, "=") ? MarkedLine{Mark::underline, range, 0, 1} : plain;
    case '-':
      if (is_run_of(line, "-")) return {Mark::underline, range, 0, 2};
      if (line.find('|') != std::string_view::npos && is_run_of(line, "-|: ")) return {Mark::pipe_rule, range, 0, 0};
      [[fallthrough]];
    case '*':
    case '_':
      if (is_run_of(line, "- ") || is_run_of(line, "* ") || is_run_of(line, "_ ")) return {Mark::rule, range, 0, 0};
      return or_plain(read_symbol(text, range));
    default:
      break;
  }
  if (is_digit(line.front()) || line.front() == '(') return or_plain(read_numbered(text, range));
  return or_plain(read_symbol(text, range));
}

}  // namespace claimbase::reading
