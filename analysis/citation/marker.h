// Numbered citation markers in running text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/document/sentence.h"
#include "analysis/language/byte_range.h"

namespace claimbase {

enum class MarkerStyle : std::uint8_t {
  glued,     // behind punctuation: "gedaan.1"
  word,      // behind a word: "studie2"
  raised,    // ¹²
  bracket,   // [12], [1]-[3]
  paren,     // (2,5)
  footnote,  // [^1]
  named      // "bron 3", "ref. 4"
};

struct Marker {
  ByteRange range;             // the whole group, with brackets
  std::uint32_t sentence = 0;  // index in the sentences given
  int number = 0;
  MarkerStyle style = MarkerStyle::glued;
};

/// The markers of a text, one a number, lists and ranges expanded, in text order. Candidates are weighed together: by
/// what stands around them (units, abbreviations, names with digits: corpus/bibliography/marker_words.tsv), by the
/// number of references, by the style that most of the text uses and by the order of first use. Only brackets and
/// footnotes may name a number past `references`. Linear.
[[nodiscard]] std::vector<Marker> find_markers(std::string_view text, std::span<const Sentence> sentences,
                                               std::size_t references);

}  // namespace claimbase
