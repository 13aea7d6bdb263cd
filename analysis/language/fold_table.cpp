#include "analysis/language/fold_table.h"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(status);
  if (U_FAILURE(status) != 0 || found == nullptr) throw std::runtime_error("ICU has no normalisation data");
  return *found;
}

bool is_mark(UChar32 c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
         (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE20 && c <= 0xFE2F);
}

/// Letters that Unicode does not take apart though a reader sees a plain letter with a stroke; dashes and quotes.
const char* plain_spelling(UChar32 c) {
  switch (c) {
    case 0xE6:
      return "ae";
    case 0xF8:
      return "o";
    case 0x111:
    case 0xF0:
      return "d";
    case 0x127:
      return "h";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    case 0xFE:
      return "th";
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
      return "'";
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0xAB:
    case 0xBB:
      return "\"";
    case 0x2212:
      return "-";
    default:
      return c >= 0x2010 && c <= 0x2015 ? "-" : nullptr;
  }
}

std::array<FoldedPoint, kFoldTableLimit + 0x18> make_table() {
  std::array<FoldedPoint, kFoldTableLimit + 0x18> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const char32_t c =
        i < kFoldTableLimit ? static_cast<char32_t>(i) : static_cast<char32_t>(0x2010 + i - kFoldTableLimit);
    std::string utf8;
    icu::UnicodeString(static_cast<UChar32>(c)).toUTF8String(utf8);
    const std::string folded = fold_by_icu(utf8);
    if (folded.size() > table[i].bytes.size()) throw std::logic_error("a code point folds to more bytes than expected");
    std::ranges::copy(folded, table[i].bytes.begin());
    table[i].size = static_cast<std::uint8_t>(folded.size());
  }
  return table;
}

// What NFKC_Casefold does to ASCII: small letters.
void append_ascii(std::string_view ascii, std::string& out) {
  const std::size_t before = out.size();
  out.resize(before + ascii.size());
  char* const made = out.data() + before;
  const char* const read = ascii.data();
  for (std::size_t i = 0; i < ascii.size(); ++i) {
    const bool capital = read[i] >= 'A' && read[i] <= 'Z';
    made[i] = static_cast<char>(read[i] + (capital ? 'a' - 'A' : 0));
  }
}

std::size_t ascii_end(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::uint64_t eight = 0;
  for (; at + sizeof eight <= text.size(); at += sizeof eight) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace

std::string fold_by_icu(std::string_view utf8) {
  static const icu::Normalizer2& casefold = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
  static const icu::Normalizer2& decompose = normalizer(&icu::Normalizer2::getNFDInstance);
  static const icu::Normalizer2& compose = normalizer(&icu::Normalizer2::getNFCInstance);
  UErrorCode status = U_ZERO_ERROR;
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  const icu::UnicodeString apart = decompose.normalize(casefold.normalize(text, status), status);
  icu::UnicodeString plain;
  for (std::int32_t i = 0; i < apart.length(); i = apart.moveIndex32(i, 1)) {
    const UChar32 c = apart.char32At(i);
    if (is_mark(c)) continue;
    const char* spelling = plain_spelling(c);
    if (spelling != nullptr)
      plain.append(icu::UnicodeString::fromUTF8(spelling));
    else
      plain.append(c);
  }
  std::string folded;
  compose.normalize(plain, status).toUTF8String(folded);
  if (U_FAILURE(status) != 0) throw std::runtime_error("ICU could not normalise a text");
  return folded;
}

const FoldedPoint& folded_point(char32_t c) {
  static const auto table = make_table();
  return table[c < kFoldTableLimit ? c : c - 0x2010 + kFoldTableLimit];
}

// A run of other than ASCII that does not fold point by point is folded as a whole, with the ASCII character before it:
// what its marks stand on. No character of ASCII composes with one before it, so that no run reaches further.
void fold_characters(std::string_view utf8, std::string& out) {
  for (std::size_t at = 0; at < utf8.size();) {
    std::size_t end = ascii_end(utf8, at);
    append_ascii(utf8.substr(at, end - at), out);
    at = end;
    const std::size_t before = out.size();
    bool alone = true;
    while (end < utf8.size() && static_cast<unsigned char>(utf8[end]) >= 0x80) {
      const CodePoint point = decode_utf8(utf8, end);
      alone = alone && point.valid && folds_alone(point.value);
      if (alone) {
        const FoldedPoint& folded = folded_point(point.value);
        out.append(folded.bytes.data(), folded.size);
      }
      end += point.size;
    }
    if (!alone) {
      const std::size_t base = at > 0 ? 1 : 0;
      out.resize(before - base);
      out += fold_by_icu(utf8.substr(at - base, end - at + base));
    }
    at = end;
  }
}

}  // namespace claimbase
