// A text's words as the index takes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/language/analyzer.h"
#include "analysis/language/index_words.h"

namespace claimbase {

inline std::string index_words_of(std::string_view text, std::string_view language) {
  Analyzer analyzer(language);
  std::vector<Word> words;
  analyzer.words(text, words);
  std::string bytes;
  append_index_words(words, bytes);
  return bytes;
}

}  // namespace claimbase
