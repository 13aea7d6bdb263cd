#include "query/query_lexicon.h"

#include <algorithm>

#include "analysis/language/resources.h"

namespace claimbase {
namespace {

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    if (end > 0) items.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return items;
}

}  // namespace

QueryLexicon::QueryLexicon(std::vector<QueryLanguage>& languages) {
  for (const auto& row : tsv_rows(resource("search/stop_words.tsv"))) {
    if (row.size() >= 2) stop_words_[std::string(row[0])].emplace(row[1]);
  }
  const auto dutch = std::ranges::find(languages, "nl", &QueryLanguage::name);
  if (dutch == languages.end()) return;
  for (const auto& row : tsv_rows(resource("search/translations.tsv"))) {
    if (row.size() < 2) continue;
    std::vector<Word> words;
    dutch->analyzer.words(row[0], words);
    std::string key;
    for (const Word& word : words) key += (key.empty() ? "" : " ") + word.form->stem;
    longest_ = std::max(longest_, words.size());
    for (std::string& each : split(row[1])) {
      std::vector<std::string>& known = translations_[key];
      if (std::ranges::find(known, each) == known.end()) known.push_back(std::move(each));
    }
  }
}

std::string_view QueryLexicon::language_of(std::span<const std::string> words) const {
  std::string_view best;
  std::ptrdiff_t most = 0;
  for (const auto& list : stop_words_) {
    const auto count =
        std::ranges::count_if(words, [&](const std::string& word) { return list.second.contains(word); });
    if (count == most) best = "";
    if (count > most) best = list.first;
    most = std::max(most, count);
  }
  return best;
}

bool QueryLexicon::is_stop_word(std::string_view word, std::string_view language) const {
  const auto own = stop_words_.find(language);
  if (own != stop_words_.end()) return own->second.contains(word);
  return std::ranges::all_of(stop_words_, [&](const auto& list) { return list.second.contains(word); });
}

const std::vector<std::string>* QueryLexicon::translation(std::span<const std::string> stems, std::size_t at,
                                                          std::size_t& length) const {
  for (length = std::min(longest_, stems.size() - at); length > 0; --length) {
    std::string key;
    for (const std::string& stem : stems.subspan(at, length)) key += (key.empty() ? "" : " ") + stem;
    const auto found = translations_.find(key);
    if (found != translations_.end()) return &found->second;
  }
  return nullptr;
}

}  // namespace claimbase
