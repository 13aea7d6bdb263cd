// Text to units: the words of a sentence with their stems' numbers, compounds in their parts, and what stands between
// them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "analysis/claim/annotation.h"
#include "analysis/claim/phrase_lexicon.h"
#include "analysis/language/analyzer.h"

namespace claimbase {

/// Remembers the units of each distinct word, so that a word met again costs one look. For one thread.
class UnitReader {
 public:
  /// Both must outlive it.
  UnitReader(Analyzer& analyzer, const PhraseLexicon& lexicon) : analyzer_(analyzer), lexicon_(lexicon) {}

  /// Appends the units of one piece of text.
  void read(std::string_view text, ByteRange within, std::vector<Unit>& units);

  /// The words of the last piece. Valid until the next, or until the analyzer lets its words go.
  [[nodiscard]] std::span<const Word> words() const { return words_; }

  /// To be called whenever the analyzer has let its words go.
  void forget();

 private:
  struct UnitForm {
    std::uint32_t stem = 0;
    std::uint32_t begin = 0;  // bytes in the word
    std::uint32_t end = 0;
  };
  struct Known {
    std::uint32_t size = 0;   // bytes of the folded word
    std::uint32_t count = 0;  // of units; 0: not made yet
    std::uint32_t at = 0;     // of one unit, as most words have: its stem; of more: the first of them in parts_
  };
  [[nodiscard]] Known known(const Word& word) {
    const bool made = word.number < by_number_.size() && by_number_[word.number].count > 0;
    return made ? by_number_[word.number] : make(word);
  }
  const Known& make(const Word& word);
  void add_parts(const Word& word, const Known& made, std::uint32_t number, std::vector<Unit>& units) const;

  Analyzer& analyzer_;
  const PhraseLexicon& lexicon_;
  std::vector<UnitForm> parts_;
  std::vector<Known> by_number_;  // by WordForm::number
  std::vector<Word> words_;       // reused
};

}  // namespace claimbase
