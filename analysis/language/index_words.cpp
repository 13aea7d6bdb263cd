#include "analysis/language/index_words.h"

#include <cstring>

namespace claimbase {

// Counted first and then written: a string that grows byte by byte takes twice as long.
void append_index_words(std::span<const Word> words, std::string& bytes) {
  constexpr std::size_t kMostBytes = 0x7fff;  // a word of 256 bytes folds to a tenth of that at most
  const auto each_stem = [&](const auto& use) {
    for (const Word& word : words) {
      each_index_stem(*word.form, [&](std::string_view stem, bool same_place) {
        use(stem.substr(0, kMostBytes), same_place);
        return true;
      });
    }
  };
  std::size_t at = bytes.size();
  std::size_t size = at;
  each_stem([&](std::string_view stem, bool) { size += 2 + stem.size(); });
  bytes.resize(size);
  each_stem([&](std::string_view stem, bool same_place) {
    bytes[at] = static_cast<char>(static_cast<unsigned char>(stem.size()));
    bytes[at + 1] = static_cast<char>(static_cast<unsigned char>(stem.size() >> 8U | (same_place ? 0x80U : 0U)));
    std::memcpy(bytes.data() + at + 2, stem.data(), stem.size());
    at += 2 + stem.size();
  });
}

}  // namespace claimbase
