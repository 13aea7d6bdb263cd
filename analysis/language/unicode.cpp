#include "analysis/language/unicode.h"

#include <unicode/uchar.h>

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

}  // namespace

std::string fold(std::string_view utf8) {
  std::string characters;
  characters.reserve(utf8.size());
  fold_characters(utf8, characters);
  std::string folded;
  folded.reserve(characters.size());
  for (std::size_t at = 0; at < characters.size();) {
    const CodePoint point = decode_utf8(characters, at);
    if (u_isUWhiteSpace(static_cast<UChar32>(point.value)) != 0) {
      if (!folded.ends_with(' ')) folded += ' ';
    } else {
      folded.append(characters, at, point.size);
    }
    at += point.size;
  }
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
  for (std::size_t at = 0; at < utf8.size();) {
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
