// What full-text search keeps of a text: each word's stem and, at the same place, the stems of a compound's parts.
// Found once, where the text is analysed, it goes as bytes to where the text is indexed, so that nothing is cut into
// words and stemmed twice.
//
// Bytes: of each stem its size and whether it stands where the stem before it does (two bytes, little end first: the
// highest bit says the latter), then the stem.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "analysis/language/analyzer.h"

namespace claimbase {

/// The stems that a document's word is found by, in the order of the index: `use(stem, same_place)`, which says whether
/// to go on. None where the word has no stem.
template <typename Use>
bool each_index_stem(const WordForm& form, const Use& use) {
  if (form.stem.empty()) return true;
  if (!use(std::string_view(form.stem), false)) return false;
  for (auto part = form.parts.begin(); part != form.parts.end(); ++part) {
    // Two that are equal and stand at one place would be one posting written twice.
    const auto same = [&](const CompoundPart& other) { return other.stem == part->stem; };
    if (part->stem.empty() || part->stem == form.stem || std::any_of(form.parts.begin(), part, same)) continue;
    if (!use(std::string_view(part->stem), true)) return false;
  }
  return true;
}

/// Appends the stems of these words.
void append_index_words(std::span<const Word> words, std::string& bytes);

/// Reads them back: `use(stem, same_place)`, which says whether to go on. Bytes of something else end early, never
/// behind their end.
template <typename Use>
void each_index_word(std::string_view bytes, const Use& use) {
  constexpr std::size_t kHeadBytes = 2;
  constexpr unsigned kSamePlace = 0x8000;
  while (bytes.size() >= kHeadBytes) {
    const unsigned head =
        static_cast<unsigned char>(bytes[0]) | static_cast<unsigned>(static_cast<unsigned char>(bytes[1])) << 8U;
    const std::size_t size = head & ~kSamePlace;
    bytes.remove_prefix(kHeadBytes);
    if (size > bytes.size() || !use(bytes.substr(0, size), (head & kSamePlace) != 0)) return;
    bytes.remove_prefix(size);
  }
}

}  // namespace claimbase
