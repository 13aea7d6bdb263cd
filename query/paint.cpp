#include "query/paint.h"

#include <algorithm>

#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

constexpr std::string_view kStrong = "\x1b[1m";
constexpr std::string_view kQuiet = "\x1b[2m";
constexpr std::string_view kWarning = "\x1b[33m";
constexpr std::string_view kError = "\x1b[1;31m";
constexpr std::string_view kNote = "\x1b[36m";
constexpr std::string_view kHit = "\x1b[1;31m";
constexpr std::string_view kPlain = "\x1b[0m";

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::string Paint::wrap(std::string_view code, std::string_view text) const {
  std::string out = printable(text);
  std::ranges::replace_if(
      out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  if (!color_ || out.empty()) return out;
  return std::string(code) + out + std::string(kPlain);
}

std::string Paint::strong(std::string_view text) const {
  return wrap(kStrong, text);
}
std::string Paint::quiet(std::string_view text) const {
  return wrap(kQuiet, text);
}
std::string Paint::warning(std::string_view text) const {
  return wrap(kWarning, text);
}

std::string Paint::error(std::string_view text) const {
  return wrap(kError, text);
}
std::string Paint::note(std::string_view text) const {
  return wrap(kNote, text);
}

std::string Paint::hits(std::string_view text) const {
  std::string out;
  const auto line = [](std::string_view piece) {
    std::string made = one_line(piece);  // which trims; the spaces beside a hit are kept here
    if (made.empty()) return std::string(piece.empty() ? "" : " ");
    if (piece.front() == ' ') made.insert(made.begin(), ' ');
    if (piece.back() == ' ') made += ' ';
    return made;
  };
  while (!text.empty()) {
    const std::size_t begin = text.find(kHitBegin);
    out += line(text.substr(0, begin));
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin + 1);
    const std::size_t end = text.find(kHitEnd);
    const std::string hit = one_line(text.substr(0, end));
    out += color_ ? std::string(kHit) + hit + std::string(kPlain) : "«" + hit + "»";
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return out;
}

std::string one_line(std::string_view text) {
  const std::string safe = printable(text);
  std::string out;
  out.reserve(safe.size());
  for (const char c : safe) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string counted(std::int64_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string shortened(std::string_view text, std::size_t limit) {
  std::string line = one_line(text);
  std::size_t points = 0;
  std::size_t at = 0;
  for (; at < line.size(); ++at) {
    if (!is_continuation(line[at]) && ++points > limit) break;
  }
  if (at == line.size()) return line;
  const std::size_t space = line.rfind(' ', at);
  line.resize(space != std::string::npos && space > at / 2 ? space : at);
  return line + "…";
}

}  // namespace claimbase
