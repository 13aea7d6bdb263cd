#include "analysis/compliance/copy_words.h"

#include <algorithm>

#include "analysis/compliance/phrase_list.h"
#include "analysis/language/resources.h"

namespace claimbase {
namespace {

void note_gap(std::string_view gap, CopyUnit& unit) {
  unit.stop = gap.find_first_of(".;:!?") != std::string_view::npos || gap.find(" - ") != std::string_view::npos ||
              gap.find(" \xe2\x80\x93 ") != std::string_view::npos ||
              gap.find(" \xe2\x80\x94 ") != std::string_view::npos || gap.find('\n') != std::string_view::npos;
  unit.comma = gap.find_first_of(",()") != std::string_view::npos;
}

constexpr std::size_t kMostInBrackets = 200;  // bytes; what is not closed before is no pair

/// The pairs of brackets of a text, as its words are met in order.
class Brackets {
 public:
  explicit Brackets(std::string_view text) : text_(text) {}

  /// Where the pair opens that `word` stands in; `behind`: the end of the word before it. 0: in none.
  [[nodiscard]] std::uint32_t around(std::uint32_t behind, ByteRange word) {
    const std::string_view gap = text_.substr(behind, word.begin - behind);
    const std::size_t open = gap.rfind('(');
    if (open != std::string_view::npos) {
      const std::size_t close = text_.substr(word.end, kMostInBrackets).find_first_of("()\n");
      const bool closed = close != std::string_view::npos && text_[word.end + close] == ')';
      open_ = closed ? behind + static_cast<std::uint32_t>(open) : 0;
      close_ = closed ? word.end + static_cast<std::uint32_t>(close) : 0;
    }
    return word.begin < close_ ? open_ : 0;
  }

 private:
  std::string_view text_;
  std::uint32_t open_ = 0;
  std::uint32_t close_ = 0;
};

}  // namespace

CopyReader::CopyReader(std::string_view language, const PhraseStemsView& known) : analyzer_(language), known_(known) {
  for (const std::string_view stem : known_.stems()) ids_.add(stem);
  for (const auto& row : tsv_rows(resource("register/small_words.tsv"))) {
    if (row.size() < 2 || row[0] != language) continue;
    for_each_word(row.back(), [&](std::string_view word) { (row.size() == 3 ? joins_ : small_).insert(word); });
  }
}

// A capital alone within a text is a name: "vitamin A".
bool CopyReader::is_small(std::string_view text, std::size_t word) const {
  const ByteRange range = words_[word].range;
  const char first = text[range.begin];
  if (word > 0 && range.size() == 1 && first >= 'A' && first <= 'Z') return false;
  return small_.contains(words_[word].form->folded);
}

std::vector<std::uint32_t> CopyReader::add(std::string_view phrase, bool with_small_words) {
  return read_phrase(phrase, with_small_words ? PhraseReading::all_words : PhraseReading::no_small_words).stems;
}

PhraseStems CopyReader::add_phrase(std::string_view phrase) {
  return read_phrase(phrase, PhraseReading::official);
}

PhraseStems CopyReader::read_phrase(std::string_view phrase, PhraseReading reading) {
  PhraseStems made;
  if (known_.find(phrase, reading, made)) return made;
  words_.clear();
  analyzer_.words(phrase, words_);
  made.stems = add_words(phrase, reading == PhraseReading::all_words);
  if (reading == PhraseReading::official && !made.stems.empty()) {
    const std::vector<std::uint32_t> all = add_words(phrase, true);
    made.leading = static_cast<std::uint32_t>(std::ranges::find(all, made.stems.front()) - all.begin());
  }
  if (writer_ != nullptr) writer_->add(phrase, reading, made);
  return made;
}

std::uint32_t CopyReader::number_of(const std::string& stem) {
  const std::uint32_t number = ids_.add(stem);
  if (writer_ != nullptr && number > writer_->stem_count()) writer_->add_stem(stem);
  return number;
}

// Of the words at hand.
std::vector<std::uint32_t> CopyReader::add_words(std::string_view phrase, bool with_small_words) {
  std::vector<std::uint32_t> stems;
  stems.reserve(words_.size());
  for (std::size_t w = 0; w < words_.size(); ++w) {
    const Word& word = words_[w];
    if (!with_small_words && is_small(phrase, w)) continue;
    if (word.form->parts.empty()) stems.push_back(number_of(word.form->stem));
    for (const CompoundPart& part : word.form->parts) stems.push_back(number_of(part.stem));
  }
  return stems;
}

std::vector<CopyUnit> CopyReader::read(std::string_view text, ByteRange within) {
  return read(text, within, {});
}

std::vector<CopyUnit> CopyReader::read(std::string_view text, ByteRange within, std::span<const ByteRange> cells) {
  std::vector<CopyUnit> units;
  if (cells.empty()) add_units(text, within, units);
  for (const ByteRange cell : cells) {
    const std::size_t first = units.size();
    add_units(text, cell, units);
    if (first > 0 && first < units.size()) units[first].stop = true;
  }
  return units;
}

void CopyReader::add_units(std::string_view text, ByteRange within, std::vector<CopyUnit>& units) {
  words_.clear();
  analyzer_.words(text.substr(within.begin, within.size()), words_, within.begin);
  units.reserve(units.size() + words_.size());
  const std::uint32_t words_before = units.empty() ? 0 : units.back().word + 1;
  std::uint32_t behind = within.begin;
  Brackets brackets(text);
  for (std::uint32_t w = 0; w < words_.size(); ++w) {
    const Word& word = words_[w];
    const std::string_view gap = text.substr(behind, word.range.begin - behind);
    CopyUnit unit;
    unit.word = words_before + w;
    unit.range = word.range;
    unit.small = is_small(text, w);
    unit.joins = joins_.contains(word.form->folded);
    unit.shares = gap.starts_with("- ") || gap.starts_with("-,");
    note_gap(gap, unit);
    unit.bracket = brackets.around(behind, word.range);
    behind = word.range.end;
    if (word.form->parts.empty()) {
      unit.stem = ids_.find(word.form->stem);
      units.push_back(unit);
    }
    for (const CompoundPart& part : word.form->parts) {
      unit.stem = ids_.find(part.stem);
      units.push_back(unit);
      unit.stop = unit.comma = false;
    }
  }
}

}  // namespace claimbase
