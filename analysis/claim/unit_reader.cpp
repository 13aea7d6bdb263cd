#include "analysis/claim/unit_reader.h"

#include <algorithm>
#include <span>

namespace claimbase {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr std::size_t kLongestAbbreviation = 2;  // "St. John's wort", "L. acidophilus"

void mark_gap(std::string_view gap, std::size_t word_before, Unit& unit) {
  if (gap.size() == 1 && gap.front() == ' ') return;
  if (gap == ". " && word_before > 0 && word_before <= kLongestAbbreviation) return;
  for (std::size_t i = 0; i < gap.size(); ++i) {
    const char c = gap[i];
    if (c == ',' || c == '(' || c == ')') unit.comma = true;
    if (c == '(') unit.open_parenthesis = true;
    if (c == ')') unit.close_parenthesis = true;
    if (c == ';' || c == '.' || c == '?' || c == '!' || c == '|') unit.stop = true;
    if (c == ':') unit.stop = unit.colon = true;
    if (c == '-' && i > 0 && is_space(gap[i - 1]) && i + 1 < gap.size() && is_space(gap[i + 1]))
      unit.stop = unit.dash = true;
    if (gap.substr(i).starts_with("\xE2\x80\x93") || gap.substr(i).starts_with("\xE2\x80\x94")) {  // en and em dash
      if (i > 0 && is_space(gap[i - 1])) unit.stop = unit.dash = true;
    }
  }
  unit.hyphen_before = gap.size() >= 2 && gap.back() == '-' && !unit.stop && gap.front() != '-';
}

}  // namespace

const UnitReader::Known& UnitReader::known(const Word& word) {
  if (word.number >= by_number_.size())
    by_number_.resize(std::max<std::size_t>(word.number + 1, by_number_.size() * 2));
  Known& known = by_number_[word.number];
  if (known.count > 0) return known;
  const WordForm& form = *word.form;
  known.size = static_cast<std::uint32_t>(form.folded.size());
  if (form.parts.empty()) {
    known.at = lexicon_.stem_id(form.stem);
    known.count = 1;
    return known;
  }
  known.at = static_cast<std::uint32_t>(parts_.size());
  known.count = static_cast<std::uint32_t>(form.parts.size());
  for (const CompoundPart& part : form.parts) parts_.push_back({lexicon_.stem_id(part.stem), part.begin, part.end});
  return known;
}

void UnitReader::add_parts(const Word& word, const Known& made, std::uint32_t number, std::vector<Unit>& units) const {
  // Folding keeps byte positions where it keeps the length; elsewhere a part is given its whole word's range.
  const bool same_length = made.size == word.range.size();
  for (const UnitForm& part : std::span(parts_).subspan(made.at, made.count)) {
    Unit& unit = units.emplace_back();
    unit.stem = part.stem;
    unit.word = number;
    unit.range = same_length ? ByteRange{word.range.begin + part.begin, word.range.begin + part.end} : word.range;
  }
}

void UnitReader::read(std::string_view text, ByteRange within, std::vector<Unit>& units) {
  const std::uint32_t first_word = units.empty() ? 0 : units.back().word + 1;
  words_.clear();
  analyzer_.words(within.of(text), words_, within.begin);
  std::uint32_t end_before = within.begin;
  for (std::uint32_t w = 0; w < words_.size(); ++w) {
    const Word& word = words_[w];
    const std::size_t first = units.size();
    const Known made = known(word);
    if (made.count == 1) {
      Unit& unit = units.emplace_back();
      unit.stem = made.at;
      unit.word = first_word + w;
      unit.range = word.range;
    } else {
      add_parts(word, made, first_word + w, units);
    }
    const std::size_t word_before = w > 0 ? words_[w - 1].range.size() : 0;
    mark_gap(text.substr(end_before, word.range.begin - end_before), word_before, units[first]);
    end_before = word.range.end;
    const std::uint32_t next = w + 1 < words_.size() ? words_[w + 1].range.begin : within.end;
    if (word.range.end + 1 < next && text[word.range.end] == '-')
      units.back().hyphen_after = is_space(text[word.range.end + 1]) || text[word.range.end + 1] == ',';
  }
}

void UnitReader::forget() {
  parts_.clear();
  by_number_.clear();
}

}  // namespace claimbase
