#include "analysis/compliance/word_diff.h"

#include <algorithm>
#include <string>

#include "analysis/language/unicode.h"

namespace claimbase {
namespace {

constexpr std::size_t kMostWords = 200;

struct PrintedWord {
  std::string_view text;
  std::string folded;
};

std::vector<PrintedWord> words_of(std::string_view text) {
  std::vector<PrintedWord> words;
  while (!text.empty() && words.size() < kMostWords) {
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    if (!word.empty()) words.push_back({word, fold_alphanumeric(word)});
    text.remove_prefix(end);
  }
  return words;
}

}  // namespace

std::vector<DiffWord> word_diff(std::string_view official, std::string_view copy) {
  const std::vector<PrintedWord> a = words_of(official);
  const std::vector<PrintedWord> b = words_of(copy);
  const std::size_t width = b.size() + 1;
  std::vector<std::uint32_t> common((a.size() + 1) * width);  // of the suffixes from (i, j)
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return common[i * width + j]; };
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      at(i, j) = a[i].folded == b[j].folded ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
  }
  std::vector<DiffWord> diff;
  diff.reserve(a.size() + b.size());
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i].folded == b[j].folded) {
      diff.push_back({DiffWord::Side::both, std::string(b[j].text)});
      ++i;
      ++j;
    } else if (j == b.size() || (i < a.size() && at(i + 1, j) >= at(i, j + 1))) {
      diff.push_back({DiffWord::Side::official, std::string(a[i++].text)});
    } else {
      diff.push_back({DiffWord::Side::copy, std::string(b[j++].text)});
    }
  }
  return diff;
}

}  // namespace claimbase
