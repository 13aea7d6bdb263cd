#include "analysis/citation/attribution_cues.h"

#include <array>
#include <stdexcept>
#include <string>

#include "analysis/bibliography/name_sets.h"
#include "analysis/bibliography/scan.h"
#include "analysis/language/resources.h"

namespace claimbase {

namespace {

constexpr std::array<std::string_view, kAttributionCues> kNames{
    "study", "published", "report", "source", "product", "preposition", "article", "disclaimer",
    "case",  "year",      "place",  "this",   "label",   "head",        "see"};

NameSets load() {
  NameSets table(kAttributionCues);
  for (const auto& row : tsv_rows(resource("bibliography/attribution_cues.tsv"))) {
    std::size_t cue = 0;
    while (cue < kNames.size() && kNames[cue] != row[0]) ++cue;
    if (cue == kNames.size() || row.size() < 3)
      throw std::logic_error("bibliography/attribution_cues.tsv: bad row " + std::string(row[0]));
    table.add(cue, scan::trim(row[2]), 0);
  }
  return table;
}

const NameSets& cues() {
  static const NameSets table = load();
  return table;
}

const NameIndex& index_of(AttributionCue cue) {
  return cues()[static_cast<std::size_t>(cue)];
}

}  // namespace

std::uint32_t attribution_cues_in(std::span<const FoldedWord> words) {
  return cues().begun_in(words);
}

std::vector<NameHit> find_attribution_cues(std::span<const FoldedWord> words, AttributionCue cue) {
  return index_of(cue).find_all(words);
}

bool is_attribution_cue(std::string_view word, AttributionCue cue) {
  return index_of(cue).lookup(word, 1) == 0;
}

bool is_attribution_cue(const FoldedWord& word, AttributionCue cue) {
  return index_of(cue).lookup(word, 1) == 0;
}

}  // namespace claimbase
