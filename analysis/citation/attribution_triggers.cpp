#include "analysis/citation/attribution_triggers.h"

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/bibliography/hash_filter.h"
#include "analysis/bibliography/name_index.h"
#include "analysis/bibliography/scan.h"
#include "analysis/bibliography/word_reader.h"
#include "analysis/language/resources.h"

namespace claimbase {

namespace {

struct Triggers {
  HashFilter any;  // of these: nearly all words are passed over by it alone
  HashFilter words;
  HashFilter capital_words;  // only where they are written with a capital or a digit
  HashFilter pairs;
  HashFilter capital_pairs;  // only where the second has a capital
};

// Of a phrase of several words any pair will do; the longest is the rarest.
void add(std::string_view phrase, HashFilter& words_filter, HashFilter& pairs) {
  const auto words = folded_words(phrase);
  if (words.size() == 1) words_filter.add(words.front().hash);
  if (words.size() < 2) return;
  std::size_t best = 1;
  const auto length = [&](std::size_t last) { return words[last - 1].text.size() + words[last].text.size(); };
  for (std::size_t last = 2; last < words.size(); ++last) {
    if (length(last) > length(best)) best = last;
  }
  pairs.add(pair_hash(words[best - 1].hash, words[best].hash));
}

void add_alternatives(std::string_view cell, HashFilter& words, HashFilter& pairs) {
  while (!cell.empty()) {
    const auto bar = cell.find('|');
    add(cell.substr(0, bar), words, pairs);
    cell.remove_prefix(bar == std::string_view::npos ? cell.size() : bar + 1);
  }
}

Triggers load() {
  Triggers triggers;
  for (const auto& row : tsv_rows(resource("bibliography/attribution_cues.tsv"))) {
    if (row.size() >= 3 && (row[0] == "study" || row[0] == "published" || row[0] == "case" || row[0] == "label"))
      add(row[2], triggers.words, triggers.pairs);
  }
  for (const auto& row : tsv_rows(resource("bibliography/organisations.tsv"))) {
    for (std::size_t column = 0; column < 2 && column < row.size(); ++column)
      add_alternatives(row[column], triggers.capital_words, triggers.pairs);
  }
  // Shorter titles count only beside a word for a study or publication.
  constexpr std::size_t kLongTitle = 3;
  HashFilter short_titles;
  for (const auto& row : tsv_rows(resource("bibliography/journals.tsv"))) {
    if (folded_words(row[0]).size() >= kLongTitle) add(row[0], short_titles, triggers.capital_pairs);
    for (std::string_view names = row.size() > 1 ? row[1] : ""; !names.empty();) {
      const auto name = names.substr(0, names.find('|'));
      if (folded_words(name).size() >= kLongTitle) add(name, short_titles, triggers.capital_pairs);
      names.remove_prefix(std::min(names.size(), name.size() + 1));
    }
  }
  for (const auto& row : tsv_rows(resource("bibliography/cues.tsv"))) {
    if (row.size() < 2) continue;
    if (row[0] == "et_al") add_alternatives(row[1], triggers.words, triggers.pairs);
    if (row[0] == "regulation") add_alternatives(row[1], triggers.capital_words, triggers.pairs);
  }
  for (const auto* filter : {&triggers.words, &triggers.capital_words, &triggers.pairs, &triggers.capital_pairs})
    triggers.any.add(*filter);
  return triggers;
}

// 1950 to 2049
bool is_recent_year(std::string_view word) {
  if (word.size() != 4 || !scan::is_digit(word[0])) return false;
  const auto number = scan::number_at(word, 0);
  return number.digits == 4 && number.value >= 1950 && number.value < 2050;
}

}  // namespace

bool may_attribute(std::string_view sentence) {
  static const Triggers triggers = load();
  std::uint64_t previous = 0;
  WordReader words(sentence);
  while (words.next()) {
    const auto hash = words.hash();
    const auto pair = pair_hash(previous, hash);
    if (triggers.any.may_contain(hash) || triggers.any.may_contain(pair)) {
      if (triggers.words.contains(hash) || triggers.pairs.contains(pair)) return true;
      if ((triggers.capital_words.contains(hash) || triggers.capital_pairs.contains(pair)) && words.starts_upper())
        return true;
    }
    if (is_recent_year(words.range().of(sentence)) &&
        sentence.substr(0, words.range().begin).find('(') != sentence.npos)
      return true;
    previous = hash;
  }
  return false;
}

}  // namespace claimbase
