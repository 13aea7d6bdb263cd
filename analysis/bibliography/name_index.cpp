#include "analysis/bibliography/name_index.h"

#include <algorithm>

#include "analysis/bibliography/scan.h"
#include "analysis/language/unicode.h"

namespace claimbase {

namespace {

std::string folded_word(std::string_view word) {
  const auto ascii = std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) return fold_alphanumeric(word);
  std::string out(word);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string joined(const std::vector<FoldedWord>& words) {
  std::string key;
  for (const auto& word : words) {
    if (!key.empty()) key += ' ';
    key += word.text;
  }
  return key;
}

}  // namespace

std::vector<FoldedWord> folded_words(std::string_view text) {
  std::vector<FoldedWord> words;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = scan::at(text, i);
    if (!scan::is_word(c.value)) {
      i += c.size;
      continue;
    }
    std::size_t end = i;
    for (auto next = c; next.size > 0 && scan::is_word(next.value); next = scan::at(text, end)) end += next.size;
    words.push_back(
        {{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)}, folded_word(text.substr(i, end - i))});
    i = end;
  }
  return words;
}

void NameIndex::add(std::string_view name, std::uint32_t id) {
  const auto words = folded_words(name);
  if (words.empty()) return;
  if (!names_.try_emplace(joined(words), id).second) return;
  auto& longest = longest_from_[words.front().text];
  longest = std::max(longest, words.size());
}

std::vector<NameHit> NameIndex::find_all(std::string_view text) const {
  std::vector<NameHit> hits;
  const auto words = folded_words(text);
  std::string key;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 0;
    if (const auto first = longest_from_.find(words[i].text); first != longest_from_.end()) {
      key.clear();
      for (std::size_t k = 0; k < first->second && i + k < words.size(); ++k) {
        if (k > 0) key += ' ';
        key += words[i + k].text;
        if (const auto name = names_.find(key); name != names_.end()) {
          const NameHit hit{{words[i].range.begin, words[i + k].range.end}, name->second};
          if (taken == 0) hits.push_back(hit);
          hits.back() = hit;
          taken = k + 1;
        }
      }
    }
    i += std::max<std::size_t>(taken, 1);
  }
  return hits;
}

NameHit NameIndex::find_at_start(std::string_view text) const {
  const auto hits = find_all(text.substr(0, 256));
  if (hits.empty()) return {};
  for (std::size_t i = 0; i < hits.front().range.begin;) {
    const auto c = scan::at(text, i);
    if (scan::is_word(c.value)) return {};
    i += c.size;
  }
  return hits.front();
}

std::uint32_t NameIndex::lookup(std::string_view name, std::uint32_t otherwise) const {
  const auto found = names_.find(joined(folded_words(name)));
  return found == names_.end() ? otherwise : found->second;
}

}  // namespace claimbase
