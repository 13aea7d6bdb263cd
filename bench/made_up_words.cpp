#include "bench/made_up_words.h"

#include <algorithm>

#include "analysis/language/resources.h"
#include "bench/draw.h"

namespace claimbase::bench {
namespace {

constexpr std::size_t kFormsAStem = 3;
constexpr double kCompoundShare = 0.2;
constexpr std::string_view kConsonants = "bdfgklmnprstvz";
constexpr std::string_view kVowels = "aeiou";

// Stems are told apart by their number in base 70; a short and common word has a small one.
std::string stem(std::size_t number) {
  std::string made;
  for (std::size_t rest = number + 1; rest > 0; rest /= kConsonants.size() * kVowels.size()) {
    made += kConsonants[rest % kConsonants.size()];
    made += kVowels[rest / kConsonants.size() % kVowels.size()];
  }
  return made + kConsonants[number * 5 % kConsonants.size()];
}

}  // namespace

MadeUpWords::MadeUpWords(std::string_view language) {
  if (language == "nl") {
    endings_ = {"en", "ing", "heid", "e", "t", "ende", "elijk", "atie"};
    for (const auto& row : tsv_rows(resource("language/nl/compounds.tsv"))) components_.emplace_back(row[0]);
  } else {
    endings_ = {"s", "ing", "ness", "ed", "al", "ation", "ity", "er"};
  }
}

std::string MadeUpWords::word(std::size_t number) const {
  Draw draw(number);
  if (!components_.empty() && draw.chance(kCompoundShare)) return draw.of(components_) + draw.of(components_);
  return stem(number / kFormsAStem) + endings_[(number + number / kFormsAStem) % endings_.size()];
}

}  // namespace claimbase::bench
