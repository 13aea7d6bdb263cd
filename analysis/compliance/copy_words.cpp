#include "analysis/compliance/copy_words.h"

#include <algorithm>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

void note_gap(std::string_view gap, CopyUnit& unit) {
  unit.stop = gap.find_first_of(".;:!?") != std::string_view::npos || gap.find(" - ") != std::string_view::npos ||
              gap.find(" \xe2\x80\x93 ") != std::string_view::npos || gap.find('\n') != std::string_view::npos;
  unit.comma = gap.find_first_of(",()") != std::string_view::npos;
}

}  // namespace

CopyReader::CopyReader(std::string_view language) : analyzer_(language) {
  for (const auto& row : tsv_rows(resource("register/small_words.tsv"))) {
    if (row.size() != 2 || row[0] != language) continue;
    for (std::string_view rest = row[1]; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      small_.insert(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
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
  words_.clear();
  analyzer_.words(phrase, words_);
  return add_words(phrase, with_small_words);
}

CopyReader::Phrase CopyReader::add_phrase(std::string_view phrase) {
  words_.clear();
  analyzer_.words(phrase, words_);
  Phrase made{add_words(phrase, false), 0};
  if (made.stems.empty()) return made;
  const std::vector<std::uint32_t> all = add_words(phrase, true);
  made.leading = static_cast<std::uint32_t>(std::ranges::find(all, made.stems.front()) - all.begin());
  return made;
}

// Of the words at hand.
std::vector<std::uint32_t> CopyReader::add_words(std::string_view phrase, bool with_small_words) {
  std::vector<std::uint32_t> stems;
  stems.reserve(words_.size());
  for (std::size_t w = 0; w < words_.size(); ++w) {
    const Word& word = words_[w];
    if (!with_small_words && is_small(phrase, w)) continue;
    if (word.form->parts.empty()) stems.push_back(ids_.add(word.form->stem));
    for (const CompoundPart& part : word.form->parts) stems.push_back(ids_.add(part.stem));
  }
  return stems;
}

std::vector<CopyUnit> CopyReader::read(std::string_view text, ByteRange within) {
  words_.clear();
  analyzer_.words(text.substr(within.begin, within.size()), words_, within.begin);
  std::vector<CopyUnit> units;
  units.reserve(words_.size());
  std::uint32_t behind = within.begin;
  for (std::uint32_t w = 0; w < words_.size(); ++w) {
    const Word& word = words_[w];
    CopyUnit unit{0, w, word.range, is_small(text, w)};
    note_gap(text.substr(behind, word.range.begin - behind), unit);
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
  return units;
}

}  // namespace claimbase
