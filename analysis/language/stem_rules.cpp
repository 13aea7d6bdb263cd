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

}  // namespace

std::size_t StemRules::Phase::bucket_of(std::string_view ending) {
  const auto last = static_cast<unsigned char>(ending[ending.size() - 1]);
  const auto before = static_cast<unsigned char>(ending[ending.size() - 2]);
  return (before * 37U + last) % kBuckets;
}

StemRules::StemRules(std::string_view name) {
  using Shape = Phase::Shape;
  for (const auto& row : tsv_rows(resource(name))) {
    if (row.size() < 6 || row[1].empty()) continue;
    const Shape shape = row[4] == "mono" ? Shape::mono : row[4] == "poly" ? Shape::poly : Shape::any;
    const std::string_view suffix = row[1];
    Phase& phase = phases_[row[0]];
    auto& rules = suffix.size() > 1 ? phase.by_ending_[Phase::bucket_of(suffix)]
                                    : phase.by_letter_[static_cast<unsigned char>(suffix.front())];
    const auto shorter =
        std::ranges::find_if(rules, [&](const Phase::Rule& each) { return each.suffix.size() < suffix.size(); });
    rules.insert(shorter, {suffix, row[2], number(row[3]), shape, row[5] == "repair"});
  }
}

const StemRules::Phase& StemRules::phase(std::string_view name) const {
  static const Phase none;
  const auto found = phases_.find(name);
  return found == phases_.end() ? none : found->second;
}

bool StemRules::Phase::fits(const Rule& rule, std::string_view word) {
  if (word.size() < rule.suffix.size() + rule.minimum || !word.ends_with(rule.suffix)) return false;
  word.remove_suffix(rule.suffix.size());
  return rule.shape == Shape::any || (syllables(word) == 1) == (rule.shape == Shape::mono);
}

StemRules::Effect StemRules::Phase::apply(std::string& word) const {
  const auto apply_first = [&](const std::vector<Rule>& rules) {
    for (const Rule& rule : rules) {
      if (!fits(rule, word)) continue;
      if (rule.replacement == rule.suffix) return Effect::kept;
      word.resize(word.size() - rule.suffix.size());
      word += rule.replacement;
      if (rule.repair) close_syllable(word);
      return Effect::changed;
    }
    return Effect::none;
  };
  if (word.empty()) return Effect::none;
  const Effect made = word.size() > 1 ? apply_first(by_ending_[bucket_of(word)]) : Effect::none;
  return made != Effect::none ? made : apply_first(by_letter_[static_cast<unsigned char>(word.back())]);
}

bool StemRules::Phase::lists(std::string_view word) const {
  if (word.empty()) return false;
  const std::vector<Rule>& rules =
      word.size() > 1 ? by_ending_[bucket_of(word)] : by_letter_[static_cast<unsigned char>(word.front())];
  return std::ranges::any_of(rules, [&](const Rule& each) { return each.suffix == word; });
}

}  // namespace claimbase
