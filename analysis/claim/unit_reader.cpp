#include "analysis/claim/unit_reader.h"

#include <algorithm>
#include <span>

namespace claimbase {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

constexpr std::size_t kLongestAbbreviation = 2;  // "St. John's wort", "L. acidophilus"

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Whether `text` goes on inside a parenthesis that opened before and closes soon: "(300 mg; als citraat)". What stands
// in one parts no clauses.
class Parenthesis {
 public:
  void pass(std::string_view gap, std::string_view behind) {
    for (const char c : gap) {
      if (c == '(') inside_ = behind.substr(0, kReach).find(')') != std::string_view::npos;
      if (c == ')') inside_ = false;
    }
  }
  [[nodiscard]] bool inside() const { return inside_; }

 private:
  static constexpr std::size_t kReach = 200;  // bytes
  bool inside_ = false;
};

void mark_gap(std::string_view gap, std::size_t word_before, Unit& unit) {
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

// A stop that only parts what stands in a parenthesis.
void keep_together(Unit& unit) {
  unit.stop = unit.dash = unit.colon = false;
  unit.comma = true;
}

}  // namespace

const UnitReader::Known& UnitReader::make(const Word& word) {
  if (word.number >= by_number_.size())
    by_number_.resize(std::max<std::size_t>(word.number + 1, by_number_.size() * 2));
  Known& known = by_number_[word.number];
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
  if (units.empty()) units.reserve(words_.size());
  Parenthesis parenthesis;
  std::uint32_t end_before = within.begin;
  std::uint32_t number = first_word;
  for (auto word = words_.cbegin(); word != words_.cend(); ++word, ++number) {
    const Known made = known(*word);
    if (made.count == 1) {
      units.push_back({made.at, number, word->range});
    } else {
      add_parts(*word, made, number, units);
    }
    Unit& first = *(units.end() - made.count);
    first.number = is_digit(text[word->range.begin]);
    const std::uint32_t gap_size = word->range.begin - end_before;
    if (gap_size != 1 || text[end_before] != ' ') {
      const std::size_t word_before = word != words_.cbegin() ? (word - 1)->range.size() : 0;
      const std::string_view gap = text.substr(end_before, gap_size);
      const bool was_inside = parenthesis.inside();
      mark_gap(gap, word_before, first);
      parenthesis.pass(gap, text.substr(word->range.begin, within.end - word->range.begin));
      if (was_inside && parenthesis.inside() && first.stop) keep_together(first);
    }
    end_before = word->range.end;
    // A hyphen and one byte more before the next word.
    if (end_before < within.end && text[end_before] == '-') {
      const std::uint32_t next = word + 1 != words_.cend() ? (word + 1)->range.begin : within.end;
      if (end_before + 1 < next)
        units.back().hyphen_after = is_space(text[end_before + 1]) || text[end_before + 1] == ',';
    }
  }
}

void UnitReader::forget() {
  parts_.clear();
  by_number_.clear();
}

}  // namespace claimbase
