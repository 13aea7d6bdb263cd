// A place that may be a marker, before the text as a whole is weighed.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/citation/marker.h"

namespace claimbase {

/// How sure the surroundings alone make it.
enum class Surety : std::uint8_t {
  strong,    // nothing else is written like that
  weak,      // a name with a digit or a decimal could be
  person,    // "Jansen3": behind a word with a capital
  acronym,   // "PCR12": behind capitals; many names end in digits
  numbered,  // "fase2": behind a word that mostly has a number of its own
  detached   // ". 1 Next": a lone number between two sentences
};

struct MarkerCandidate {
  ByteRange range;
  std::uint32_t sentence = 0;
  std::vector<int> numbers;  // empty only while it is being read
  MarkerStyle style = MarkerStyle::glued;
  Surety surety = Surety::strong;
  bool before_break = false;  // a full stop, comma, semicolon or the end follows
  bool enumerates = false;    // "(1) rust, (2) beweging": opens an item
  ByteRange word;             // that the digits are glued to
};

/// Candidates that start in text[window], in order; `sentence` is left 0.
[[nodiscard]] std::vector<MarkerCandidate> marker_candidates(std::string_view text, ByteRange window);

}  // namespace claimbase
