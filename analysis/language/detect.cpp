#include "analysis/language/detect.h"

#include <cld2/public/compact_lang_det.h>

#include <algorithm>

#include "analysis/language/utf8.h"

namespace claimbase {
namespace {

constexpr std::size_t kSample = 2'000;  // bytes; more costs time and changes no answer on articles

/// CLD2 reads past a cut sequence, so it is given whole code points only; invalid bytes become spaces.
std::string clean_sample(std::string_view text) {
  std::string sample;
  sample.reserve(kSample);
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c - 1) < 0x7F; };
  for (std::size_t at = 0; at < text.size() && at < kSample;) {
    const auto plain = static_cast<std::size_t>(std::ranges::find_if_not(text.substr(at, kSample - at), is_plain) -
                                                text.substr(at).begin());
    sample.append(text.substr(at, plain));
    at += plain;
    if (at == text.size() || at == kSample) break;
    const CodePoint point = decode_utf8(text, at);
    if (point.valid && point.value != 0)
      sample.append(text.substr(at, point.size));
    else
      sample += ' ';
    at += point.size;
  }
  return sample;
}

}  // namespace

std::string detect_language(std::string_view text) {
  const std::string sample = clean_sample(text);
  bool reliable = false;
  const CLD2::Language found =
      CLD2::DetectLanguage(sample.data(), static_cast<int>(sample.size()), /*is_plain_text=*/true, &reliable);
  if (!reliable || found == CLD2::UNKNOWN_LANGUAGE || found == CLD2::TG_UNKNOWN_LANGUAGE) return "und";
  // A short Dutch text is often taken for Afrikaans, its nearest relative; the other way about costs nobody a claim.
  if (found == CLD2::AFRIKAANS) return "nl";
  return CLD2::LanguageCode(found);
}

}  // namespace claimbase
