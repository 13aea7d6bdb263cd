#include "analysis/citation/word_uses.h"

#include "analysis/bibliography/scan.h"

namespace claimbase {

namespace {

bool in_word(char32_t c) {
  return scan::is_letter(c) || scan::is_dash(c) || c == '\'' || c == 0x2019;
}

}  // namespace

WordUses::WordUses(std::string_view text, std::span<const MarkerCandidate> candidates) {
  for (const auto& candidate : candidates) {
    if (candidate.surety == Surety::acronym || candidate.surety == Surety::person)
      uses_.try_emplace(candidate.word.of(text));
  }
  if (uses_.empty()) return;
  for (std::size_t i = 0; i < text.size();) {
    auto c = scan::at(text, i);
    if (!scan::is_letter(c.value)) {
      // A digit before letters: "2H-PCR" is no use of "H-PCR".
      const bool digit = c.value < 0x80 && scan::is_digit(static_cast<char>(c.value));
      i += c.size;
      while (digit && i < text.size() && scan::is_word(scan::at(text, i).value)) i += scan::at(text, i).size;
      continue;
    }
    const auto begin = i;
    while (c.size > 0 && in_word(c.value)) {
      i += c.size;
      c = scan::at(text, i);
    }
    const auto found = uses_.find(text.substr(begin, i - begin));
    if (found == uses_.end()) continue;
    if (const auto number = scan::number_at(text, i); number.digits > 0) {
      ++found->second.numbers[number.value];
    } else {
      ++found->second.bare;
    }
  }
}

WordUse WordUses::of(std::string_view word, int number) const {
  const auto found = uses_.find(word);
  if (found == uses_.end()) return {};
  const auto count = found->second.numbers.find(number);
  return {found->second.bare, count == found->second.numbers.end() ? 0 : count->second, found->second.numbers.size()};
}

}  // namespace claimbase
