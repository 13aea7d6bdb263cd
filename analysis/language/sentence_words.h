// The words that decide whether a full stop ends a sentence: corpus/language/<language>/abbreviations.tsv and
// sentence_starters.tsv.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace claimbase {

enum class Abbreviation : std::uint8_t {
  title,   // never ends a sentence: "dr."
  number,  // never before a digit, else as middle: "fig.", "nr."
  middle,  // ends one only before a word that can only start one: "bijv."
  last,    // ends one before any capital: "enz."
};

/// Immutable; one a language, shared.
class SentenceWords {
 public:
  explicit SentenceWords(std::string_view language);

  /// `token` without its last full stop, folded.
  [[nodiscard]] std::optional<Abbreviation> abbreviation(std::string_view token) const;
  /// Words that, with a capital, can only be a sentence's first: "Het". `word` folded.
  [[nodiscard]] bool starts_sentence(std::string_view word) const { return starters_.contains(word); }
  /// Words that a single letter completes, which is no initial then: "vitamine D". `word` folded.
  [[nodiscard]] bool takes_letter(std::string_view word) const { return letter_words_.contains(word); }

 private:
  std::unordered_map<std::string_view, Abbreviation> abbreviations_;
  std::unordered_set<std::string_view> starters_;
  std::unordered_set<std::string_view> letter_words_;
};

/// English for a language without data of its own.
[[nodiscard]] const SentenceWords& sentence_words(std::string_view language);

}  // namespace claimbase
