#include "analysis/claim/unit_reader.h"

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

UnitReader::FormRange UnitReader::forms_of(const WordForm& form) {
  if (form.number >= by_number_.size()) by_number_.resize(form.number + 1);
  FormRange& known = by_number_[form.number];
  if (known.count > 0) return known;
  known.begin = static_cast<std::uint32_t>(forms_.size());
  if (form.parts.empty())
    forms_.push_back({lexicon_.stem_id(form.stem), 0, static_cast<std::uint32_t>(form.folded.size())});
  for (const CompoundPart& part : form.parts) forms_.push_back({lexicon_.stem_id(part.stem), part.begin, part.end});
  known.count = static_cast<std::uint32_t>(forms_.size()) - known.begin;
  return known;
}

void UnitReader::read(std::string_view text, ByteRange within, std::vector<Unit>& units) {
  const std::uint32_t first_word = units.empty() ? 0 : units.back().word + 1;
  words_.clear();
  analyzer_.words(within.of(text), words_, within.begin);
  std::uint32_t end_before = within.begin;
  for (std::uint32_t w = 0; w < words_.size(); ++w) {
    const Word& word = words_[w];
    // Folding keeps byte positions where it keeps the length; elsewhere a part is given its whole word's range.
    const bool same_length = word.form->folded.size() == word.range.size();
    const std::size_t first = units.size();
    const FormRange made = forms_of(*word.form);
    for (std::uint32_t i = made.begin; i < made.begin + made.count; ++i) {
      const UnitForm& form = forms_[i];
      Unit& unit = units.emplace_back();
      unit.stem = form.stem;
      unit.word = first_word + w;
      unit.range = same_length ? ByteRange{word.range.begin + form.begin, word.range.begin + form.end} : word.range;
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
  forms_.clear();
  by_number_.clear();
}

}  // namespace claimbase
