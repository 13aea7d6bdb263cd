#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>

#include "analysis/document/glued_table.h"
#include "analysis/language/resources.h"
#include "analysis/language/utf8.h"

namespace claimbase::reading {
namespace {

constexpr std::size_t kLongestName = 32;

bool is_camel_name(std::string_view word) {
  static const std::unordered_set<std::string> names = [] {
    std::unordered_set<std::string> made;
    for (const auto& row : tsv_rows(resource("document/camel_names.tsv"))) made.emplace(row.at(0));
    return made;
  }();
  return names.contains(std::string(word));
}

// The letters since the last character that is none.
struct Fragment {
  int letters = 0;
  int lower = 0;
  bool upper_first = false;
  bool all_upper = true;

  void add(UChar32 c) {
    const bool upper = u_isupper(c) != 0;
    if (letters == 0) upper_first = upper;
    ++letters;
    lower += upper ? 0 : 1;
    all_upper = all_upper && upper;
  }
};

int strength_before_capital(UChar32 before, const Fragment& fragment, UChar32 after) {
  const bool word = u_islower(after) != 0;
  if (before == ')' || before == ']') return word ? 3 : 2;
  if (before == 0x2019 || before == 0x201D || before == '%') return 2;
  if (u_isdigit(before) != 0) return word ? 1 : 0;
  if (u_islower(before) != 0) {
    // "pH", "mRNA"; "McDonald", "NaCl", "HbA1c".
    if (fragment.letters < 2 || (fragment.upper_first && fragment.letters < 3)) return 0;
    return word && fragment.letters > 2 ? 3 : 2;
  }
  return u_isupper(before) != 0 && fragment.all_upper && word ? 1 : 0;  // "Vitamine DGoed"
}

enum class Class : std::uint8_t { other, lower, upper, digit, closing, high };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) {
    if (c >= 'a' && c <= 'z') classes[c] = Class::lower;
    if (c >= 'A' && c <= 'Z') classes[c] = Class::upper;
    if (c >= '0' && c <= '9') classes[c] = Class::digit;
    if (c == ')' || c == ']' || c == '%') classes[c] = Class::closing;
    if (c >= 0x80) classes[c] = Class::high;
  }
  return classes;
}

// "\xC3\x9F" to "\xC3\xBF" are small letters, and 0xE2 begins punctuation; other letters than those of ASCII may be
// capitals.
bool may_be_capital(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0xC3) return false;
  if (first == 0xC3) return at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0x9F;
  return first != 0xE2;
}

// What two neighbours say: there may be a cut between them, or there may be one if what follows fits.
enum class Pair : std::uint8_t { none, cut, acronym, foreign };

constexpr std::size_t kClasses = 6;

constexpr std::array<Pair, kClasses * kClasses> make_pairs() {
  std::array<Pair, kClasses * kClasses> pairs{};
  const auto at = [&](Class before, Class c) -> Pair& {
    return pairs[static_cast<std::size_t>(before) * kClasses + static_cast<std::size_t>(c)];
  };
  for (const Class before : {Class::lower, Class::digit, Class::closing, Class::high})
    at(before, Class::upper) = Pair::cut;
  at(Class::upper, Class::upper) = Pair::acronym;
  at(Class::lower, Class::digit) = at(Class::high, Class::digit) = Pair::cut;
  for (const Class before : {Class::lower, Class::upper, Class::digit, Class::closing, Class::high})
    at(before, Class::high) = Pair::foreign;
  return pairs;
}

// Whether there can be a cut at all, in a line or in a word of it: a capital glued to what stands before it, or a digit
// to a small letter.
bool may_have_cuts(std::string_view line) {
  static constexpr std::array<Class, 256> kClassOf = make_classes();
  static constexpr auto kPairs = make_pairs();
  const auto class_at = [&](std::size_t i) {
    return i < line.size() ? kClassOf[static_cast<unsigned char>(line[i])] : Class::other;
  };
  std::size_t before = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto c = static_cast<std::size_t>(kClassOf[static_cast<unsigned char>(line[i])]);
    const Pair pair = kPairs[before * kClasses + c];
    before = c;
    if (pair == Pair::none) continue;
    if (pair == Pair::cut) return true;
    if (pair == Pair::foreign && may_be_capital(line, i)) return true;
    if (pair == Pair::acronym && (class_at(i + 1) == Class::lower || class_at(i + 1) == Class::high)) return true;
  }
  return false;
}

std::uint32_t word_end(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (begin < end && text[begin] != ' ' && text[begin] != '\t') ++begin;
  return begin;
}

}  // namespace

std::vector<Cut> find_cuts(std::string_view text, ByteRange line) {
  std::vector<Cut> cuts;
  if (!may_have_cuts(line.of(text))) return cuts;
  const std::string_view inside = text.substr(0, line.end);
  Fragment fragment;
  UChar32 before = ' ';
  for (std::uint32_t at = line.begin; at < line.end;) {
    if (text[at] == ' ') {
      before = ' ';
      fragment = {};
      ++at;
      continue;
    }
    if (before == ' ') {
      const std::uint32_t end = word_end(text, at, line.end);
      const std::string_view word = text.substr(at, end - at);
      if (!may_have_cuts(word) || (word.size() < kLongestName && is_camel_name(word))) {
        at = end;
        before = 'x';
        fragment = {};
        continue;
      }
    }
    const CodePoint point = decode_utf8(inside, at);
    const auto c = static_cast<UChar32>(point.value);
    const std::uint32_t next = at + point.size;
    const auto after = next < line.end ? static_cast<UChar32>(decode_utf8(inside, next).value) : UChar32{0};
    if (u_isupper(c) != 0) {
      const int strength = strength_before_capital(before, fragment, after);
      if (strength > 0) cuts.push_back({at, strength});
      if (strength > 1) fragment = {};
    } else if (u_isdigit(c) != 0 && fragment.lower >= 3 && u_islower(before) != 0) {
      cuts.push_back({at, 2});
    }
    if (u_isalpha(c) != 0) {
      fragment.add(c);
    } else {
      fragment = {};
    }
    before = c;
    at = next;
  }
  return cuts;
}

}  // namespace claimbase::reading
