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

std::vector<std::uint32_t> CopyReader::add(std::string_view phrase, bool with_small_words) {
  words_.clear();
  analyzer_.words(phrase, words_);
  std::vector<std::uint32_t> stems;
  stems.reserve(words_.size());
  for (const Word& word : words_) {
    if (!with_small_words && small_.contains(word.form->folded)) continue;
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
    CopyUnit unit{0, w, word.range, small_.contains(word.form->folded)};
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
