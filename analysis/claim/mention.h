// A mention: one place where an article makes a claim (design.md, The words). A claim is substance, relation and
// outcome.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"
#include "analysis/language/quantity.h"

namespace claimbase {

// The numbers of these enums are part of the stored format: never change an existing one.
enum class Relation : std::uint8_t {
  affects = 0,
  lowers = 1,
  raises = 2,
  prevents = 3,
  treats = 4,
  supports = 5,
  no_effect = 6
};
enum class Exposure : std::uint8_t {
  intake = 0,
  supplement = 1,
  food = 2,
  form = 3,
  deficiency = 4,
  excess = 5,
  topical = 6,
  intravenous = 7
};
enum class Polarity : std::uint8_t { affirmed = 0, negated = 1 };
enum class Certainty : std::uint8_t { asserted = 0, hedged = 1 };

[[nodiscard]] std::string_view to_string(Relation relation);  // "affects" ... "no-effect"
[[nodiscard]] std::string_view to_string(Exposure exposure);  // "intake" ...
[[nodiscard]] std::string_view to_string(Polarity polarity);
[[nodiscard]] std::string_view to_string(Certainty certainty);

struct Mention {
  std::uint32_t sentence = 0;  // index in the article's sentences
  std::string substance;       // concept ids
  std::string outcome;
  Relation relation = Relation::affects;
  Exposure exposure = Exposure::intake;
  Polarity polarity = Polarity::affirmed;
  Certainty certainty = Certainty::asserted;
  ByteRange substance_range;  // the words it was read from; where `inherited`, those words stand earlier in the article
  ByteRange outcome_range;
  ByteRange cue_range;      // the words of the relation; empty where a heading or lead-in gives it
  bool inherited = false;   // substance taken from an earlier sentence, lead-in, heading or title
  double confidence = 1.0;  // 0..1; below 1 where substance or relation was inherited or defaulted
  std::vector<Quantity> quantities;
};

}  // namespace claimbase
