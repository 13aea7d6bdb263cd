// A sentence as the frame builder sees it: its units (words, or the parts of compounds) and what was recognised among
// them.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/claim/cues.h"
#include "analysis/claim/vocabulary.h"
#include "analysis/language/analyzer.h"
#include "analysis/language/byte_range.h"

namespace claimbase {

/// A word, or one part of a compound.
struct Unit {
  std::uint32_t stem = 0;  // StemIds; 0: in no label and no cue
  std::uint32_t word = 0;  // index of its word in the sentence
  ByteRange range;
  std::uint32_t cell = 0;  // of a table's row
  // What stands between the unit before it and this one:
  bool comma : 1 = false;  // a comma, or an opening or closing parenthesis
  bool stop : 1 = false;   // ; : . ? ! or a dash between spaces
  bool dash : 1 = false;
  bool colon : 1 = false;
  bool open_parenthesis : 1 = false;
  bool close_parenthesis : 1 = false;
  bool number : 1 = false;         // it begins with a digit
  bool hyphen_before : 1 = false;  // "-glycinaat": a hyphen with no letter before it
  bool hyphen_after : 1 = false;   // "spier- en": a hyphen with no letter after it
};

enum class ItemKind : std::uint8_t { substance, outcome, cue };

/// A recognised phrase.
struct Item {
  ItemKind kind = ItemKind::cue;
  std::uint32_t first = 0;  // units, half-open
  std::uint32_t last = 0;
  const Concept* named = nullptr;      // substance, outcome
  bool inverse = false;                // an inverse label, or one beside a word that it fails
  bool suffix = false;                 // a bare form word
  bool event = false;                  // a label that asserts by itself
  bool listed = false;                 // a label that counts only in a list of outcomes
  bool place = false;                  // a label that only names a part of the body: "spieren"
  bool broad = false;                  // a category, or an outcome that nobody wants: its words may be a cue as well
  std::span<const Cue* const> senses;  // cue: all readings of the phrase; valid as long as the annotator
  std::uint64_t classes = 0;           // cue: a bit for each CueClass among `senses`

  /// Whether any reading is of one of these classes, a bit each.
  [[nodiscard]] bool is_any(std::uint64_t bits) const { return (classes & bits) != 0; }
  /// The first reading of that class; null: none.
  [[nodiscard]] const Cue* sense(CueClass type) const {
    if (!is_any(bits_of(type))) return nullptr;
    return senses.size() == 1 ? senses.front() : find_sense(type);
  }

 private:
  [[nodiscard]] const Cue* find_sense(CueClass type) const;
};

struct Annotation {
  std::vector<Unit> units;
  std::vector<Item>
      items;  // by position; an outcome and a substance of the same words stand together, the outcome first
  // Of the cues met, a bit for each CueClass: what it lacks need not be looked for among the items. They may lack some.
  std::uint64_t classes = 0;
  bool question = false;               // ends in a question mark
  std::vector<ByteRange> of_outcomes;  // clauses whose subject is an outcome; the extractor fills them in
  // The outcomes that a drug and a word beside it make: "werking van antibiotica", "opname van statines". Null where
  // the vocabulary has none.
  const Concept* interaction = nullptr;
  const Concept* absorption = nullptr;

  [[nodiscard]] bool may_hold(CueClass type) const { return (classes & bits_of(type)) != 0; }
  [[nodiscard]] ByteRange range_of(const Item& item) const;
  void clear();  // its memory stays
};

/// The vocabulary and cues of one language, compiled, with the analyzer that goes with them. For one thread at a time.
class Annotator {
 public:
  /// `vocabulary` must outlive it. A language without a cue file annotates concepts only.
  Annotator(const Vocabulary& vocabulary, std::string_view language);
  ~Annotator();
  Annotator(Annotator&&) noexcept;
  Annotator& operator=(Annotator&&) noexcept;

  /// Annotates text[within]; ranges are bytes of `text`. `out` is overwritten (its memory is used again).
  void annotate(std::string_view text, ByteRange within, Annotation& out);

  /// The same for a table's row: nothing reaches from one cell into the next. `cells` lie in `within`, in order; none:
  /// one piece.
  void annotate(std::string_view text, ByteRange within, std::span<const ByteRange> cells, Annotation& out);

  /// Of the text of the last annotate(); of a row with cells, those of its last cell. Valid until the next, or trim().
  [[nodiscard]] std::span<const Word> words() const;

  [[nodiscard]] std::string_view language() const;
  [[nodiscard]] const Grammar& grammar() const;
  /// Lets the memory of rare words go; call between articles.
  void trim();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace claimbase
