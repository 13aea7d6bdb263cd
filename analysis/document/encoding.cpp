#include "analysis/document/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>

#include "analysis/language/utf8.h"

namespace claimbase::reading {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigMark = "\xFE\xFF";
constexpr std::size_t kReportedOneByOne = 20;
constexpr UChar32 kReplacement = 0xFFFD;

void append(std::string& out, UChar32 c) {
  icu::UnicodeString(c).toUTF8String(out);
}

// Appends U+FFFD for undecodable bytes and reports it, neighbours together.
class Replacer {
 public:
  explicit Replacer(DecodedText& target) : target_(target) {}

  void replace() {
    const auto at = static_cast<std::uint32_t>(target_.text.size());
    append(target_.text, kReplacement);
    const ByteRange range{at, static_cast<std::uint32_t>(target_.text.size())};
    auto& found = target_.diagnostics;
    if (!found.empty() && found.back().range.end == at) {
      found.back().range.end = range.end;
    } else if (found.size() < kReportedOneByOne) {
      found.push_back({Severity::warning, "encoding.invalid", range, "bytes that are not " + target_.encoding});
    } else {
      ++unreported_;
    }
  }

  void finish() {
    if (unreported_ == 0) return;
    target_.diagnostics.push_back({Severity::warning,
                                   "encoding.invalid",
                                   {},
                                   std::to_string(unreported_) + " more places that are not " + target_.encoding});
  }

 private:
  DecodedText& target_;
  std::size_t unreported_ = 0;
};

enum class ByteOrder : std::uint8_t { none, little, big };

// UTF-16 without a mark: of the first characters nearly all have a zero byte, and always on the same side.
ByteOrder unmarked_order(std::string_view bytes) {
  constexpr std::size_t kLookedAt = 4096;
  std::array<std::size_t, 2> zeros{};
  const std::size_t size = std::min(bytes.size(), kLookedAt) / 2 * 2;
  if (bytes.substr(0, size).find('\0') == std::string_view::npos) return ByteOrder::none;
  for (std::size_t i = 0; i < size; ++i) {
    if (bytes[i] == '\0') ++zeros[i % 2];
  }
  const auto [even, odd] = zeros;
  if (odd * 10 > size / 2 * 8 && even * 50 < size) return ByteOrder::little;
  if (even * 10 > size / 2 * 8 && odd * 50 < size) return ByteOrder::big;
  return ByteOrder::none;
}

struct Utf8Census {
  std::size_t multi_byte = 0;
  std::size_t broken = 0;
};

// How many bytes from `at` on surely are ASCII; a multiple of eight.
std::size_t ascii_run(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  std::size_t end = at;
  for (std::uint64_t eight = 0; end + sizeof eight <= bytes.size(); end += sizeof eight) {
    std::memcpy(&eight, bytes.data() + end, sizeof eight);
    if ((eight & kHighBits) != 0) break;
  }
  return end - at;
}

Utf8Census take_census(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t i = 0; i < bytes.size();) {
    i += ascii_run(bytes, i);
    if (i >= bytes.size()) break;
    const CodePoint point = decode_utf8(bytes, i);
    i += point.size;
    if (point.value < 0x80) continue;
    ++(point.valid ? census.multi_byte : census.broken);
  }
  return census;
}

void decode_broken_utf8(std::string_view bytes, DecodedText& out) {
  out.encoding = "UTF-8";
  Replacer replacer(out);
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint point = decode_utf8(bytes, i);
    if (point.valid) {
      out.text.append(bytes.substr(i, point.size));
    } else {
      replacer.replace();
    }
    i += point.size;
  }
  replacer.finish();
}

void decode_utf16(std::string_view bytes, bool big_endian, DecodedText& out) {
  out.encoding = big_endian ? "UTF-16BE" : "UTF-16LE";
  Replacer replacer(out);
  const auto unit_at = [&](std::size_t i) {
    const unsigned first = static_cast<unsigned char>(bytes[i]);
    const unsigned second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char16_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    const char16_t unit = unit_at(i);
    if (!U16_IS_SURROGATE(unit)) {
      append(out.text, unit);
    } else if (U16_IS_LEAD(unit) && i + 3 < bytes.size() && U16_IS_TRAIL(unit_at(i + 2))) {
      append(out.text, U16_GET_SUPPLEMENTARY(unit, unit_at(i + 2)));
      i += 2;
    } else {
      replacer.replace();
    }
  }
  if (i < bytes.size()) replacer.replace();
  replacer.finish();
}

// ICU maps the five bytes that Windows-1252 leaves undefined to C1 controls; no author typed those.
void decode_windows_1252(std::string_view bytes, DecodedText& out) {
  out.encoding = "windows-1252";
  Replacer replacer(out);
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  for (std::size_t begin = 0; begin < bytes.size(); begin += kPiece) {
    const std::string_view piece = bytes.substr(begin, kPiece);
    const icu::UnicodeString units(piece.data(), static_cast<std::int32_t>(piece.size()), "windows-1252");
    for (std::int32_t i = 0; i < units.length(); ++i) {
      const char16_t unit = units[i];
      if (unit == kReplacement || (unit >= 0x80 && unit < 0xA0)) {
        replacer.replace();
      } else {
        append(out.text, unit);
      }
    }
  }
  replacer.finish();
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

// The converter for a declared name; none for an unknown one and for those that the valid UTF-8, the byte order mark or
// the plain look at the bytes would have found: UTF-8, UTF-16, and what the web takes for windows-1252.
Converter open_declared(std::string_view declared) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(declared.empty() ? nullptr : ucnv_open(std::string(declared).c_str(), &status));
  if (!converter || U_FAILURE(status)) return nullptr;
  switch (ucnv_getType(converter.get())) {
    case UCNV_SBCS:
    case UCNV_DBCS:
    case UCNV_MBCS:
    case UCNV_HZ:
    case UCNV_ISO_2022:
    case UCNV_EBCDIC_STATEFUL:
      return converter;
    default:
      return nullptr;
  }
}

void decode_declared(std::string_view bytes, UConverter* converter, DecodedText& out) {
  UErrorCode status = U_ZERO_ERROR;
  const char* name = ucnv_getStandardName(ucnv_getName(converter, &status), "MIME", &status);
  out.encoding = U_SUCCESS(status) && name != nullptr ? name : "declared";
  Replacer replacer(out);
  std::array<UChar, 4096> units{};
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  bool more = true;
  char16_t lead = 0;
  while (more) {
    UChar* to = units.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &to, units.data() + units.size(), &from, end, nullptr, 1, &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    for (const UChar* at = units.data(); at < to; ++at) {
      const char16_t unit = *at;
      if (U16_IS_LEAD(unit)) {
        lead = unit;
      } else if (U16_IS_TRAIL(unit)) {
        append(out.text, U16_GET_SUPPLEMENTARY(lead, unit));
      } else if (unit == kReplacement) {
        replacer.replace();
      } else {
        append(out.text, unit);
      }
    }
  }
  replacer.finish();
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const auto from_tab = static_cast<unsigned char>(byte - '\t');
  return (byte == 0x7F) | ((byte < 0x20) & (from_tab > '\r' - '\t') & (byte != 0x1B));
}

// Without a way out of the loop: the compiler then takes many bytes at a time.
bool has_control(std::string_view text) {
  unsigned char found = 0;
  for (const char c : text) found |= static_cast<unsigned char>(is_control(c));
  return found != 0;
}

// A NUL, or control characters for more than one byte in fifty of the beginning: a picture, a program, a compressed
// file.
bool is_binary(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return true;
  const std::string_view sample = text.substr(0, 65536);
  return has_control(sample) &&
         static_cast<std::size_t>(std::ranges::count_if(sample, is_control)) * 50 > sample.size();
}

void refuse(DecodedText& out, std::string message) {
  out.text.clear();
  out.text.shrink_to_fit();
  out.begin = 0;
  out.binary = true;
  out.diagnostics = {{Severity::error, "document.binary", {}, std::move(message)}};
}

}  // namespace

DecodedText decode(std::string_view bytes, std::string_view declared) {
  DecodedText out;
  // Windows-1252 and UTF-16 grow to three bytes a character at most; ranges are 32 bits.
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max() / 3) {
    refuse(out, "larger than an article can be (1.4 GB)");
    return out;
  }
  if (bytes.starts_with(kUtf16LittleMark) || bytes.starts_with(kUtf16BigMark)) {
    decode_utf16(bytes.substr(2), bytes.starts_with(kUtf16BigMark), out);
  } else if (const ByteOrder order = unmarked_order(bytes); order != ByteOrder::none) {
    decode_utf16(bytes, order == ByteOrder::big, out);
  } else {
    const Utf8Census census = take_census(bytes);
    const bool marked = bytes.starts_with(kUtf8Mark);
    const Converter converter = census.broken == 0 || marked ? nullptr : open_declared(declared);
    if (census.broken == 0) {
      out.text = bytes;
      out.encoding = "UTF-8";
    } else if (converter) {
      decode_declared(bytes, converter.get(), out);
    } else if (marked || census.multi_byte >= 4 * census.broken) {
      decode_broken_utf8(bytes, out);
    } else {
      decode_windows_1252(bytes, out);
    }
    if (marked) out.begin = static_cast<std::uint32_t>(kUtf8Mark.size());
  }
  if (is_binary(out.text)) refuse(out, "not a text file");
  return out;
}

}  // namespace claimbase::reading
