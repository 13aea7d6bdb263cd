#include "analysis/bibliography/name_index.h"

#include <algorithm>

#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/word_reader.h"

namespace claimbase {

namespace {

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
  constexpr std::size_t kBytesPerWord = 6;
  std::vector<FoldedWord> words;
  words.reserve(text.size() / kBytesPerWord + 1);
  WordReader reader(text);
  while (reader.next()) {
    const auto range = reader.range();
    words.push_back({range, reader.folded(), reader.hash()});
  }
  return words;
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  for (WordReader reader(text); reader.next();) ++count;
  return count;
}

void NameIndex::add(std::string_view name, std::uint32_t id) {
  const auto words = folded_words(name);
  if (words.empty()) return;
  if (!names_.try_emplace(joined(words), id).second) return;
  first_words_.add(words.front().hash);
  auto& longest = longest_from_[words.front().text];
  longest = std::max(longest, words.size());
}

std::vector<NameHit> NameIndex::find_all(std::string_view text) const {
  for (WordReader reader(text); reader.next();) {
    if (!first_words_.contains(reader.hash())) continue;
    const auto begin = reader.range().begin;  // no name begins before it: only the rest is worth folding
    std::vector<NameHit> hits = find_all(folded_words(text.substr(begin)));
    for (NameHit& hit : hits) {
      hit.range.begin += begin;
      hit.range.end += begin;
    }
    return hits;
  }
  return {};
}

std::vector<NameHit> NameIndex::find_all(std::span<const FoldedWord> words) const {
  std::vector<NameHit> hits;
  std::string key;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t taken = 0;
    const auto first = first_words_.contains(words[i].hash) ? longest_from_.find(words[i].text) : longest_from_.end();
    if (first != longest_from_.end()) {
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
  WordReader reader(name);
  if (!reader.next() || !first_words_.contains(reader.hash())) return otherwise;
  const auto found = names_.find(joined(folded_words(name)));
  return found == names_.end() ? otherwise : found->second;
}

std::uint32_t NameIndex::lookup(const FoldedWord& word, std::uint32_t otherwise) const {
  if (!first_words_.contains(word.hash)) return otherwise;
  const auto found = names_.find(word.text);
  return found == names_.end() ? otherwise : found->second;
}

}  // namespace claimbase
