#include "analysis/language/unicode.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "analysis/language/fold_table.h"
#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

bool is_bidi_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x61C;
}

bool is_unprintable(char32_t c) {
  return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0) || is_bidi_control(c);
}

// White space that is no blank, or may begin some: U+0085, U+1680, U+2028 and U+2029 are what folding leaves of others.
bool is_odd(unsigned char c) {
  const auto from_tab = static_cast<unsigned char>(c - '\t');
  const auto from_e1 = static_cast<unsigned char>(c - 0xE1);
  return (from_tab < 5) | (c == 0xC2) | (from_e1 < 2);
}

// Whether the only white space of folded text are single blanks. Without a way out of the loop: the compiler then takes
// many bytes at a time.
bool is_closed_up(std::string_view folded) {
  constexpr unsigned char kBlank = ' ';
  unsigned char found = !folded.empty() && is_odd(static_cast<unsigned char>(folded.front())) ? 1 : 0;
  const char* const text = folded.data();
  for (std::size_t i = 1; i < folded.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const auto before = static_cast<unsigned char>(text[i - 1]);
    const auto both = static_cast<unsigned char>((c ^ kBlank) | (before ^ kBlank));
    found |= static_cast<unsigned char>(is_odd(c));
    found |= static_cast<unsigned char>(both == 0);
  }
  return found == 0;
}

}  // namespace

// White space runs are closed up in place: what is kept is never longer than what was read.
std::string fold(std::string_view utf8) {
  std::string folded;
  folded.reserve(utf8.size());
  fold_characters(utf8, folded);
  if (is_closed_up(folded)) return folded;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < folded.size();) {
    const auto byte = static_cast<unsigned char>(folded[at]);
    const CodePoint point = byte < 0x80 ? CodePoint{byte, 1, true} : decode_utf8(folded, at);
    const bool space = byte < 0x80 ? byte == ' ' || (byte >= '\t' && byte <= '\r')
                                   : u_isUWhiteSpace(static_cast<UChar32>(point.value)) != 0;
    if (space) {
      if (kept == 0 || folded[kept - 1] != ' ') folded[kept++] = ' ';
    } else {
      for (std::size_t i = 0; i < point.size; ++i) folded[kept++] = folded[at + i];
    }
    at += point.size;
  }
  folded.resize(kept);
  return folded;
}

std::string fold_alphanumeric(std::string_view utf8) {
  std::string characters;
  fold_characters(utf8, characters);
  std::string kept;
  kept.reserve(characters.size());
  for (std::size_t at = 0; at < characters.size();) {
    const CodePoint point = decode_utf8(characters, at);
    if (u_isalnum(static_cast<UChar32>(point.value)) != 0) kept.append(characters, at, point.size);
    at += point.size;
  }
  return kept;
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode_utf8(bytes, at);
    if (!point.valid) return false;
    at += point.size;
  }
  return true;
}

std::string printable(std::string_view utf8) {
  std::string kept;
  kept.reserve(utf8.size());
  const auto is_plain = [](char c) { return (c >= ' ' && c < '\x7F') || c == '\t' || c == '\n'; };
  for (std::size_t at = 0; at < utf8.size();) {
    const std::string_view rest = utf8.substr(at);
    const auto plain = static_cast<std::size_t>(std::ranges::find_if_not(rest, is_plain) - rest.begin());
    kept.append(rest.substr(0, plain));
    at += plain;
    if (at == utf8.size()) break;
    const CodePoint point = decode_utf8(utf8, at);
    // A lone byte 0x80..0x9F is a C1 control to a terminal that does not speak UTF-8.
    if (!point.valid)
      kept += "\xEF\xBF\xBD";
    else if (!is_unprintable(point.value))
      kept.append(utf8, at, point.size);
    at += point.size;
  }
  return kept;
}

}  // namespace claimbase
