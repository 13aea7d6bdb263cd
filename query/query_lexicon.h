// The small words of queries, and what English papers call Dutch words: corpus/search.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "query/label_index.h"
#include "query/word_variants.h"

namespace claimbase {

/// Immutable once made; making it analyses some hundred words.
class QueryLexicon {
 public:
  explicit QueryLexicon(std::vector<QueryLanguage>& languages);

  /// The language that the words (folded) are in by their small words: the one that has more of them; "" where two have
  /// as many.
  [[nodiscard]] std::string_view language_of(std::span<const std::string> words) const;
  /// In "" a word is a stop word where it is one in every language.
  [[nodiscard]] bool is_stop_word(std::string_view word, std::string_view language) const;

  /// English for Dutch words that begin at `at`, given their stems, the longest first; null: none. `length`: how many
  /// words it stands for.
  [[nodiscard]] const std::vector<std::string>* translation(std::span<const std::string> stems, std::size_t at,
                                                            std::size_t& length) const;

  [[nodiscard]] const WordVariants& variants() const { return variants_; }

 private:
  WordVariants variants_;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> stop_words_;  // by language
  std::map<std::string, std::vector<std::string>, std::less<>> translations_;          // by stems, parted by a space
  std::size_t longest_ = 1;                                                            // of the translations, in words
};

}  // namespace claimbase
