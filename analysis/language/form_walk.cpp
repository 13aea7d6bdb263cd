#include "analysis/language/form_walk.h"

#include <unicode/uchar.h>

namespace claimbase {
namespace {

bool is_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return u_isalnum(static_cast<UChar32>(c)) != 0;
}

}  // namespace

bool at_word_boundary(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  return !is_word(decode_utf8_before(text, at).value) || !is_word(decode_utf8(text, at).value);
}

std::string_view folded_other(std::string_view text, std::size_t at, CodePoint c) {
  if (c.value == 0x202F || c.value == 0x2009) return " ";
  if (c.value == 0x2212) return "-";
  if (!c.valid || !folds_alone(c.value)) return text.substr(at, c.size);
  const FoldedPoint& point = folded_point(c.value);
  return {point.bytes.data(), point.size};
}

}  // namespace claimbase
