#include "analysis/language/index_words.h"

namespace claimbase {

void append_index_words(std::span<const Word> words, std::string& bytes) {
  constexpr std::size_t kMostBytes = 0x7fff;  // a word of 256 bytes folds to a tenth of that at most
  for (const Word& word : words) {
    each_index_stem(*word.form, [&](std::string_view stem, bool same_place) {
      stem = stem.substr(0, kMostBytes);
      bytes += static_cast<char>(static_cast<unsigned char>(stem.size()));
      bytes += static_cast<char>(static_cast<unsigned char>(stem.size() >> 8U | (same_place ? 0x80U : 0U)));
      bytes += stem;
      return true;
    });
  }
}

}  // namespace claimbase
