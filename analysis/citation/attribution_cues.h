// Cue words of attributions: corpus/bibliography/attribution_cues.tsv.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/bibliography/name_index.h"

namespace claimbase {

enum class AttributionCue : std::uint8_t {
  study,        // "studie", "meta-analysis"
  published,    // "gepubliceerd in"
  report,       // "toonde aan", "found"
  source,       // "volgens", "according to": the name behind it is the source
  product,      // "advies", "richtlijn": what an authority gives out; "EFSA-advies"
  preposition,  // a word behind a name that makes it no subject
  article,      // "de", "het", "the"
  disclaimer,   // "niet beoordeeld door"
  single_case,  // "casusrapport"
  year,         // "uit": joins a study and its year
  place,        // "in", "by": may stand before a journal or a year of publication
  this_one,     // "deze", "this"
  label,        // "bron": a colon and the source itself follow
  head,         // "patients": behind a name, it makes the name no journal
  see           // "zie ook": may stand in a bracket before authors and a year
};
inline constexpr std::size_t kAttributionCues = 15;

/// A bit for each cue that two words next to each other may begin; of the others find_attribution_cues finds none.
[[nodiscard]] std::uint32_t attribution_cues_in(std::span<const FoldedWord> words);
[[nodiscard]] std::vector<NameHit> find_attribution_cues(std::span<const FoldedWord> words, AttributionCue cue);
[[nodiscard]] bool is_attribution_cue(std::string_view word, AttributionCue cue);
[[nodiscard]] bool is_attribution_cue(const FoldedWord& word, AttributionCue cue);

}  // namespace claimbase
