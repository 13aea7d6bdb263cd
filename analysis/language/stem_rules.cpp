#include "analysis/language/stem_rules.h"

#include <algorithm>
#include <charconv>

#include "analysis/language/dutch_spelling.h"
#include "analysis/language/resources.h"

namespace claimbase {
namespace {

std::size_t number(std::string_view digits) {
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::size_t bucket(char before_last, char last) {
  return (static_cast<unsigned char>(before_last) * 37U + static_cast<unsigned char>(last)) & 0xFFU;
}

std::uint32_t length_bit(std::size_t length) {
  return std::uint32_t{1} << std::min<std::size_t>(length, 31);
}

}  // namespace

void StemRules::note_length(std::string_view suffix, Phase& phase) {
  if (suffix.empty()) return;
  phase.longest = std::max(phase.longest, suffix.size());
  if (suffix.size() > 1) {
    phase.lengths[bucket(suffix[suffix.size() - 2], suffix.back())] |= length_bit(suffix.size());
    return;
  }
  for (unsigned before = 0; before < 256; ++before)
    phase.lengths[bucket(static_cast<char>(before), suffix.back())] |= length_bit(1);
}

StemRules::StemRules(std::string_view name) {
  for (const auto& row : tsv_rows(resource(name))) {
    if (row.size() < 6) continue;
    const Shape shape = row[4] == "mono" ? Shape::mono : row[4] == "poly" ? Shape::poly : Shape::any;
    Phase& phase = phases_[row[0]];
    note_length(row[1], phase);
    phase.by_suffix[row[1]].push_back({row[2], number(row[3]), shape, row[5] == "repair"});
  }
}

StemRules::Effect StemRules::apply(std::string_view name, std::string& word) const {
  const auto phase = phases_.find(name);
  if (phase == phases_.end()) return Effect::none;
  if (word.empty()) return Effect::none;
  const std::uint32_t lengths =
      phase->second.lengths[bucket(word.size() > 1 ? word[word.size() - 2] : '\0', word.back())];
  for (std::size_t length = std::min(phase->second.longest, word.size()); length > 0; --length) {
    if ((lengths & length_bit(length)) == 0) continue;
    const std::string_view suffix = std::string_view(word).substr(word.size() - length);
    const auto rules = phase->second.by_suffix.find(suffix);
    if (rules == phase->second.by_suffix.end()) continue;
    const std::string_view before = std::string_view(word).substr(0, word.size() - length);
    for (const Rule& rule : rules->second) {
      if (before.size() < rule.minimum) continue;
      if (rule.shape != Shape::any && (syllables(before) == 1) != (rule.shape == Shape::mono)) continue;
      if (rule.replacement == suffix) return Effect::kept;
      word.resize(word.size() - length);
      word += rule.replacement;
      if (rule.repair) close_syllable(word);
      return Effect::changed;
    }
  }
  return Effect::none;
}

bool StemRules::lists(std::string_view phase, std::string_view word) const {
  const auto found = phases_.find(phase);
  return found != phases_.end() && found->second.by_suffix.contains(word);
}

}  // namespace claimbase
