#include "analysis/language/dutch_spelling.h"

namespace claimbase {
namespace {

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool is_double_consonant(std::string_view word) {
  const std::size_t size = word.size();
  return size >= 2 && word[size - 1] == word[size - 2] &&
         std::string_view("bdfgklmnprst").find(word[size - 1]) != std::string_view::npos;
}

}  // namespace

std::size_t syllables(std::string_view word) {
  std::size_t count = 0;
  bool in_vowels = false;
  for (const char c : word) {
    const bool vowel = is_vowel(c);
    if (vowel && !in_vowels) ++count;
    in_vowels = vowel;
  }
  return count;
}

void close_syllable(std::string& word) {
  const std::size_t size = word.size();
  if (size < 2) return;
  if (is_double_consonant(word)) {
    word.pop_back();
    return;
  }
  const char last = word[size - 1];
  const char vowel = word[size - 2];
  const bool single = is_vowel(vowel) && !is_vowel(last) && (size < 3 || !is_vowel(word[size - 3]));
  const bool lengthens = vowel == 'a' || vowel == 'o' || vowel == 'u' || (vowel == 'e' && syllables(word) == 1);
  if (single && lengthens && last != 'x' && last != 'w' && last != 'j') word.insert(size - 1, 1, vowel);
  // A word ends in no voiced fricative: leven, leef; lezen, lees.
  if (word.back() == 'v') word.back() = 'f';
  if (word.back() == 'z') word.back() = 's';
}

void long_e_to_short(std::string& word) {
  const std::size_t size = word.size();
  if (size < 5 || is_vowel(word[size - 1]) || word[size - 2] != 'e' || word[size - 3] != 'e') return;
  if (!is_vowel(word[size - 4]) ? syllables(word) > 1 : true) word.erase(size - 2, 1);
}

}  // namespace claimbase
