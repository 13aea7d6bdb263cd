#include "analysis/citation/glued_word.h"

#include "analysis/bibliography/scan.h"
#include "analysis/citation/marker_context.h"
#include "analysis/citation/marker_words.h"

namespace claimbase {

namespace {

enum class Shape { lower, capitalised, mixed };

// Each part between hyphens by itself: "Smith-Jones" is capitalised, "SGLT-remmer" mixed.
Shape shape_of(std::string_view word) {
  bool upper = false;
  bool starts = true;
  for (std::size_t i = 0; i < word.size();) {
    const auto c = scan::at(word, i);
    if (scan::is_upper(c.value) && !starts) return Shape::mixed;
    upper = upper || scan::is_upper(c.value);
    starts = scan::is_dash(c.value);
    i += c.size;
  }
  return upper ? Shape::capitalised : Shape::lower;
}

}  // namespace

// "110 dB29", "4 mm18": behind a quantity whose unit has no such power.
bool behind_unit(std::string_view text, std::size_t position, std::string_view word, const MarkerCandidate& candidate) {
  constexpr int kHighestPower = 3;
  const auto begin = position - word.size();
  return begin >= 2 && text[begin - 1] == ' ' && scan::is_digit(text[begin - 2]) &&
         candidate.numbers.front() > kHighestPower &&
         (is_marker_word(word, MarkerWord::unit) || is_marker_word(word, MarkerWord::symbol));
}

// "Jansen and Smit4", "by Smit4"
bool continues_list_of_names(std::string_view text, std::size_t begin) {
  if (begin == 0 || text[begin - 1] != ' ') return false;
  const auto before = word_before(text, begin - 1);
  return is_marker_word(before, MarkerWord::lead) || is_marker_word(before, MarkerWord::conjunction);
}

bool behind_word(std::string_view text, std::size_t position, MarkerCandidate& candidate) {
  const auto word = word_before(text, position);
  const auto token = scan::trim(token_before(text, position), "([\"'");
  const auto letters = scan::letters(word);
  if (word.empty() || token.size() > word.size() + 3 || is_address(token) || has_greek(word)) return false;
  candidate.style = MarkerStyle::word;
  candidate.surety = Surety::weak;
  if (token.size() == word.size() && is_marker_word(word, MarkerWord::lead)) return true;
  if (letters < 3 && behind_unit(text, position, word, candidate)) return true;
  if (letters < 3 || is_marker_word(word, MarkerWord::fixed)) return false;
  const auto begin = position - word.size();
  candidate.word = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(position)};
  if (is_marker_word(word, MarkerWord::name)) {
    candidate.surety = Surety::numbered;
    return true;
  }
  switch (shape_of(word)) {
    case Shape::lower:
      if (letters < 4) candidate.surety = Surety::person;
      return true;
    case Shape::capitalised:
      if (!continues_list_of_names(text, begin)) candidate.surety = Surety::person;
      return true;
    case Shape::mixed:
      candidate.surety = Surety::acronym;
      return scan::at(text, candidate.range.end).value != 0x2019;  // "GCC3’": the end of a strand
  }
  return false;
}

}  // namespace claimbase
