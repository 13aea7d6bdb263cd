#include "analysis/language/index_words.h"

#include <cassert>
#include <cstring>

namespace claimbase {

// Counted first and then written: a string that grows byte by byte takes twice as long.
void append_index_words(std::span<const Word> words, std::string& bytes) {
  const auto each_stem = [&](const auto& use) {
    for (const Word& word : words) {
      each_index_stem(*word.form, [&](std::string_view stem, bool same_place) {
        use(stem, same_place);
        return true;
      });
    }
  };
  const std::size_t before = bytes.size();
  std::size_t size = before;
  each_stem([&](std::string_view stem, bool) { size += 2 + stem.size(); });
  bytes.resize(size);
  char* at = bytes.data() + before;
  each_stem([&](std::string_view stem, bool same_place) {
    assert(stem.size() < 0x8000);  // a word of 256 bytes folds to a tenth of that at most
    at[0] = static_cast<char>(static_cast<unsigned char>(stem.size()));
    at[1] = static_cast<char>(static_cast<unsigned char>(stem.size() >> 8U | (same_place ? 0x80U : 0U)));
    std::memcpy(at + 2, stem.data(), stem.size());
    at += 2 + stem.size();
  });
}

}  // namespace claimbase
