#include "analysis/bibliography/name_index.h"

#include <algorithm>
#include <utility>

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
  if (words.size() == 1) {
    one_word_.add(words[0].hash);
  } else {
    first_pairs_.add(pair_hash(words[0].hash, words[1].hash));
  }
  auto& longest = longest_from_[words.front().text];
  longest = std::max(longest, words.size());
}

std::vector<NameHit> NameIndex::find_all(std::string_view text) const {
  std::uint64_t previous = kEmptyWordHash;
  std::uint32_t begin = 0;  // of the previous word: no name begins before it, so only the rest is worth folding
  for (WordReader reader(text); reader.next(); begin = reader.range().begin) {
    const auto word = std::exchange(previous, reader.hash());
    if (!first_pairs_.contains(pair_hash(word, previous)) && !one_word_.contains(previous)) continue;
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
    const auto next = i + 1 < words.size() ? words[i + 1].hash : kEmptyWordHash;
    const auto first = may_begin(words[i].hash, next) ? longest_from_.find(words[i].text) : longest_from_.end();
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
  const auto front = text.substr(0, 256);
  if (!may_begin(front)) return {};
  const auto hits = find_all(front);
  WordReader first(front);
  return first.next() && !hits.empty() && hits.front().range.begin == first.range().begin ? hits.front() : NameHit();
}

bool NameIndex::may_begin(std::string_view text) const {
  WordReader reader(text);
  if (!reader.next()) return false;
  const auto first = reader.hash();
  return may_begin(first, reader.next() ? reader.hash() : kEmptyWordHash);
}

std::uint32_t NameIndex::lookup(std::string_view name, std::uint32_t otherwise) const {
  if (!may_begin(name)) return otherwise;
  const auto found = names_.find(joined(folded_words(name)));
  return found == names_.end() ? otherwise : found->second;
}

std::uint32_t NameIndex::lookup(const FoldedWord& word, std::uint32_t otherwise) const {
  if (!one_word_.contains(word.hash)) return otherwise;
  const auto found = names_.find(word.text);
  return found == names_.end() ? otherwise : found->second;
}

}  // namespace claimbase
