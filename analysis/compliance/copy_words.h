// Copy as its words are compared with the register's wordings and with signal words: stems, compounds by their parts.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analysis/claim/stem_trie.h"
#include "analysis/compliance/phrase_stems.h"
#include "analysis/language/analyzer.h"
#include "analysis/language/byte_range.h"

namespace claimbase {

/// A word, or one part of a compound.
struct CopyUnit {
  std::uint32_t stem = 0;  // 0: in no wording and no signal
  std::uint32_t word = 0;  // counts the words of the text
  ByteRange range;
  bool joins = false;         // "en", "and"
  bool shares = false;        // behind a hyphen that shares a part with it: "spier- en"
  bool small = false;         // says nothing of an effect: "de", "van"
  bool stop = false;          // . ; : ! ? or a dash between spaces stands before it
  bool comma = false;         // a comma or a bracket does
  std::uint32_t bracket = 0;  // where the brackets open that it stands in; 0: in none
  bool masked = false;        // the law's own words: nothing is read from it
};

/// The stems of one language that wordings and signals are made of. For one thread at a time.
class CopyReader {
 public:
  explicit CopyReader(std::string_view language) : CopyReader(language, PhraseStemsView()) {}
  /// Phrases that are among `known` are not analysed. Its bytes were written of what a reader of this language found.
  CopyReader(std::string_view language, const PhraseStemsView& known);

  /// The stems of a phrase; those not met before are added.
  [[nodiscard]] std::vector<std::uint32_t> add(std::string_view phrase, bool with_small_words);
  /// The same without small words; the stems of those are added behind the others.
  [[nodiscard]] PhraseStems add_phrase(std::string_view phrase);
  [[nodiscard]] std::vector<CopyUnit> read(std::string_view text, ByteRange within);
  /// The same for a table's row: a stop stands between its cells, and words end where a cell does. `cells` lie in
  /// `within`, in order; none: it is no row.
  [[nodiscard]] std::vector<CopyUnit> read(std::string_view text, ByteRange within, std::span<const ByteRange> cells);
  [[nodiscard]] std::string_view language() const { return analyzer_.language(); }
  /// From now on what is added is noted there as well.
  void note_in(PhraseStemsWriter& writer) { writer_ = &writer; }

 private:
  [[nodiscard]] PhraseStems read_phrase(std::string_view phrase, PhraseReading reading);
  [[nodiscard]] std::uint32_t number_of(const std::string& stem);
  [[nodiscard]] std::vector<std::uint32_t> add_words(std::string_view phrase, bool with_small_words);
  void add_units(std::string_view text, ByteRange within, std::vector<CopyUnit>& units);
  [[nodiscard]] bool is_small(std::string_view text, std::size_t word) const;

  Analyzer analyzer_;
  PhraseStemsView known_;
  PhraseStemsWriter* writer_ = nullptr;
  StemIds ids_;
  std::unordered_set<std::string_view> small_;
  std::unordered_set<std::string_view> joins_;
  std::vector<Word> words_;  // of the text at hand; its memory is used again
};

}  // namespace claimbase
