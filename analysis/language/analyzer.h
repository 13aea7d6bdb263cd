// Words of a text, folded, stemmed in one language, Dutch (and other) compounds split by lexicon.
// The same analysis serves full-text search (schema/fts5_tokenizer) and concept matching (analysis/claim), so that
// what one finds the other finds.
//
// Words follow Unicode UAX #29 with these house rules: "omega-3", "omega-3-vetzuren", "co-enzym" split at the hyphen
// (three, four, two words); a decimal number "1,78" or "1.78" is one word; a citation marker glued to a word's full
// stop is not part of the word. Folding: NFKC, lower case, no diacritics ("hypomagnesiëmie" -> "hypomagnesiemie"). Each
// distinct word is analysed once; later ones are looked up (no allocation a token).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/byte_range.h"

namespace claimbase {

/// One piece of a compound: "bloeddrukverlaging" has the parts bloeddruk and verlaging.
struct CompoundPart {
  std::string stem;
  std::uint32_t begin = 0;  // bytes in WordForm::folded, the linking letter ("s" in tekorts-) belonging to no part
  std::uint32_t end = 0;
  friend bool operator==(const CompoundPart&, const CompoundPart&) = default;
};

/// What is known of one distinct word.
struct WordForm {
  std::uint32_t number = 0;  // of this word among those that the analyzer holds: 0, 1, 2 ...
  std::string folded;
  std::string stem;                 // of the whole word
  std::vector<CompoundPart> parts;  // empty where the word is no compound; else two or more
};

/// One word in a text. `form` is valid until the analyzer's next trim() or its end.
struct Word {
  ByteRange range;
  std::uint32_t number = 0;  // form->number, at hand for what is kept by number
  const WordForm* form = nullptr;
};

/// Not safe for use by two threads at once: make one a thread (they share the immutable data).
class Analyzer {
 public:
  /// `language`: "nl", "en"; any other is folded and not stemmed, never an error.
  explicit Analyzer(std::string_view language);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// The words of `text` in order, appended to `out`; ranges are bytes of `text` plus `offset`.
  /// Bytes that are not UTF-8 separate words. Words longer than 256 bytes are cut there.
  void words(std::string_view text, std::vector<Word>& out, std::uint32_t offset = 0);

  /// The form of a single word, as words() would give it.
  [[nodiscard]] const WordForm* form(std::string_view word);

  /// Lets the memory of the distinct words go where there are more than `limit`, and says whether it did: all earlier
  /// `form` pointers end, and their numbers are given anew.
  bool trim(std::size_t limit = 1U << 16U);

  [[nodiscard]] std::string_view language() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A number that changes whenever stems, compounds or word boundaries of any language may change: the hash of the data
/// files and of the analyzer's own version. The store keeps it; an index made with another is rebuilt.
[[nodiscard]] std::uint64_t analyzer_fingerprint();

}  // namespace claimbase
