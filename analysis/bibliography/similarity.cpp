#include "analysis/bibliography/similarity.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "analysis/bibliography/scan.h"

namespace claimbase {
namespace {

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

template <typename Item>
double dice(std::vector<Item> a, std::vector<Item> b) {
  if (a.empty() || b.empty()) return 0;
  std::ranges::sort(a);
  std::ranges::sort(b);
  std::vector<Item> common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return 2 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

std::vector<std::uint16_t> letter_pairs(std::string_view text) {
  std::vector<std::uint16_t> pairs;
  pairs.reserve(text.size());
  unsigned before = 0;
  for (const char c : text) {
    if (c == ' ') continue;
    const unsigned now = static_cast<unsigned char>(c);
    pairs.push_back(static_cast<std::uint16_t>((before << 8U) | now));
    before = now;
  }
  return pairs;
}

// The letters of the words that `a` has and `b` lacks.
std::string left_over(std::vector<std::string_view> a, std::vector<std::string_view> b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  std::string letters;
  std::vector<std::string_view> only;
  std::ranges::set_difference(a, b, std::back_inserter(only));
  for (const std::string_view word : only) letters += word;
  return letters;
}

bool is_beginning(const std::vector<std::string_view>& shorter, const std::vector<std::string_view>& longer) {
  constexpr std::size_t kEnough = 4;
  return shorter.size() >= kEnough && shorter.size() <= longer.size() &&
         std::equal(shorter.begin(), shorter.end(), longer.begin());
}

// Words that abbreviations leave out: those of two letters or less, and the articles and conjunctions of titles.
std::vector<std::string_view> container_words(std::string_view folded) {
  static constexpr std::array<std::string_view, 5> kLeftOut{"the", "and", "for", "van", "het"};
  std::vector<std::string_view> words = words_of(folded);
  if (words.size() > 1) {
    std::erase_if(words, [](std::string_view w) {
      return w == "of" || w == "in" || w == "on" || w == "de" || w == "en" ||
             std::ranges::find(kLeftOut, w) != kLeftOut.end();
    });
  }
  return words;
}

bool abbreviates(const std::vector<std::string_view>& shorter, const std::vector<std::string_view>& longer) {
  if (shorter.size() > longer.size() || shorter.empty()) return false;
  for (std::size_t i = 0; i < shorter.size(); ++i) {
    if (!longer[i].starts_with(shorter[i])) return false;
  }
  return shorter.size() == longer.size() || shorter.size() >= 2;  // the rest is a place or a section
}

bool one_letter_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  constexpr std::size_t kShortest = 5;
  if (a.size() < kShortest || b.size() - a.size() > 1) return false;
  std::size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  return a.size() == b.size() ? a.substr(std::min(i + 1, a.size())) == b.substr(std::min(i + 1, b.size()))
                              : a.substr(i) == b.substr(i + 1);
}

}  // namespace

std::vector<std::string_view> content_words(std::string_view folded) {
  std::vector<std::string_view> words = words_of(folded);
  constexpr std::size_t kShortest = 3;
  std::erase_if(words, [](std::string_view word) {
    return word.size() < kShortest && std::ranges::none_of(word, scan::is_digit);
  });
  return words;
}

double title_similarity(std::string_view a, std::string_view b) {
  if (a == b) return a.empty() ? 0 : 1;
  const auto first = content_words(a);
  const auto second = content_words(b);
  constexpr double kWithoutSubtitle = 0.9;
  double similarity = dice(first, second);
  if (is_beginning(first, second) || is_beginning(second, first)) similarity = std::max(similarity, kWithoutSubtitle);
  constexpr double kWorthALook = 0.4;
  if (similarity < kWorthALook) return similarity;
  similarity = std::max(similarity, dice(letter_pairs(a), letter_pairs(b)));
  // "Magnesium and sleep in adults", "Zinc and sleep in adults": a word in place of another is no misprint.
  const std::string only_first = left_over(first, second);
  const std::string only_second = left_over(second, first);
  constexpr double kMisprint = 0.7;
  constexpr double kOtherWord = 0.8;
  const bool replaced = !only_first.empty() && !only_second.empty() &&
                        dice(letter_pairs(only_first), letter_pairs(only_second)) < kMisprint;
  return replaced ? std::min(similarity, kOtherWord) : similarity;
}

bool same_container(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto first = container_words(a);
  const auto second = container_words(b);
  return abbreviates(first, second) || abbreviates(second, first);
}

bool same_name(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  constexpr std::size_t kShortest = 4;
  const std::string_view shorter = a.size() < b.size() ? a : b;
  const std::string_view longer = a.size() < b.size() ? b : a;
  return a == b || (shorter.size() >= kShortest && longer.ends_with(shorter)) || one_letter_apart(a, b);
}

}  // namespace claimbase
