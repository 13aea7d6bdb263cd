// Text to units: the words of a sentence with their stems' numbers, compounds in their parts, and what stands between
// them.
#pragma once

#include <cstdint>
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

  /// To be called whenever the analyzer has let its words go.
  void forget();

 private:
  struct UnitForm {
    std::uint32_t stem = 0;
    std::uint32_t begin = 0;  // bytes in the word
    std::uint32_t end = 0;
  };
  struct FormRange {  // in forms_
    std::uint32_t begin = 0;
    std::uint32_t count = 0;  // 0: not made yet
  };
  FormRange forms_of(const WordForm& form);

  Analyzer& analyzer_;
  const PhraseLexicon& lexicon_;
  std::vector<UnitForm> forms_;
  std::vector<FormRange> by_number_;  // by WordForm::number
  std::vector<Word> words_;           // reused
};

}  // namespace claimbase
